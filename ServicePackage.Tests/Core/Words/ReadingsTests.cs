using ServicePackage.Core.Words;

namespace ServicePackage.Tests.Core.Words;

/// <summary>Names found by what is typed without an input method.</summary>
public sealed class ReadingsTests
{
    [Theory]
    [InlineData("上海菁禾精密机械有限公司", "jhjm")] // initials
    [InlineData("上海菁禾精密机械有限公司", "SHJH")]
    [InlineData("上海菁禾精密机械有限公司", "shanghai jinghe")] // whole syllables
    [InlineData("上海菁禾精密机械有限公司", "jinghejm")] // both mixed
    [InlineData("上海菁禾精密机械有限公司", "jingh")] // the last one not yet whole
    [InlineData("长兴岛重型机械厂", "cxd")] // 长 as chang …
    [InlineData("长兴岛重型机械厂", "zxd")] // … and as zhang
    [InlineData("长兴岛重型机械厂", "zhongxing")]
    [InlineData("长兴岛重型机械厂", "chongxing")]
    [InlineData("绿地女装（上海）有限公司", "lvdinv")]
    [InlineData("绿地女装（上海）有限公司", "ldnzsh")] // brackets are passed over
    [InlineData("西安路", "xi'an")]
    [InlineData("上海3M材料有限公司", "sh3mcl")]
    [InlineData("莘庄工业区", "xinzhuang")]
    [InlineData("莘县机械厂", "shenxian")]
    [InlineData("上海晟禾科技", "shenghe")]
    [InlineData("覃氏五金", "qinshi")]
    [InlineData("蚌埠玻璃", "bengbu")]
    [InlineData("杨㛃", "yangjie")]
    [InlineData("𠮷野家", "jyj")]
    [InlineData("厦门路", "xiamen")]
    [InlineData("重庆路", "chongqing")]
    [InlineData("六安茶业", "liuan")]
    public void Match_WhenSomePartOfTheNameReadsSo_IsFound(string name, string typed) => Assert.True(Readings.CanRead(typed) && Readings.Match(name, typed));

    [Theory]
    [InlineData("上海菁禾精密机械有限公司", "jjm")] // not side by side
    [InlineData("上海菁禾精密机械有限公司", "xq")]
    [InlineData("上海菁禾精密机械有限公司", "shanghaijinghejingmijixieyouxiangongsisi")]
    [InlineData("", "a")]
    public void Match_WhenNoPartReadsSo_IsNotFound(string name, string typed) => Assert.False(Readings.Match(name, typed));

    [Theory]
    [InlineData("")]
    [InlineData(" ' ")]
    [InlineData("菁禾")]
    [InlineData("jh%")]
    [InlineData("é")]
    public void CanRead_WhenNotTypedInLetters_IsFalse(string typed) => Assert.False(Readings.CanRead(typed));
}
