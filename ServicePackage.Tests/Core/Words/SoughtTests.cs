using ServicePackage.Core.Words;

namespace ServicePackage.Tests.Core.Words;

/// <summary>What is found by what is typed, in every list, board and form alike.</summary>
public sealed class SoughtTests
{
    private const string Name = "上海东珲五金有限公司（演示）";

    [Theory]
    [InlineData(Name, "(演示)")]
    [InlineData(Name, "（演示）")]
    [InlineData(Name, "东珲五金")]
    [InlineData(Name, "东珲 演示")] // each part somewhere
    [InlineData(Name, "公司演示")]
    [InlineData(Name, "dhwj")]
    [InlineData(Name, "donghun")]
    [InlineData(Name, "SHDH 演示")]
    [InlineData(Name, "")]
    [InlineData(Name, "　")]
    [InlineData("ＡＢＢ（中国）", "abb")]
    [InlineData("abb", "ＡＢＢ")]
    [InlineData("Nestlé 雀巢", "nestle")]
    [InlineData("Nestle 雀巢", "NESTLÉ")]
    [InlineData("上海⼯业⽤地", "工业用地")]
    [InlineData("上海工业用地", "⼯业⽤地")]
    [InlineData("绿地", "lüdi")]
    [InlineData("绿地", "lvdi")]
    [InlineData("3M 中国", "3m中国")]
    [InlineData("东\u200b珲", "东珲")]
    [InlineData("021-59150000", "0215915")]
    public void IsIn_WhenTheNameIsMeant_IsTrue(string name, string text) => Assert.True(Sought.Of(text).IsIn("另一个", name));

    [Theory]
    [InlineData(Name, "珲东")]
    [InlineData(Name, "东珲 不在")]
    [InlineData(Name, "！")]
    [InlineData(Name, "%")]
    [InlineData(Name, "djh")]
    [InlineData("", "a")]
    public void IsIn_WhenItIsNot_IsFalse(string name, string text) => Assert.False(Sought.Of(text).IsIn(name, null));

    [Fact]
    public void Same_WhenWrittenInOtherSigns_IsTrue() => Assert.True(Sought.Same(Name, "上海东珲五金有限公司(演示) "));
}
