using ServicePackage.Core.Words;

namespace ServicePackage.Tests.Core.Words;

/// <summary>Names stand by their pinyin, whatever a database or a machine would make of them.</summary>
public sealed class NameKeyTests
{
    [Fact]
    public void Names_StandByTheReadingOfEachCharacter()
    {
        string[] order = ["安亭经济城", "宝山实业", "城市建设管理办公室", "江桥镇", "李记五金", "李氏机械", "黎明电器", "连云物流", "南翔精密", "长征食品", "重庆小面", "招商中心", "综合行政执法队"];

        Assert.Equal(["安亭经济城", "宝山实业", "长征食品", "城市建设管理办公室", "重庆小面", "江桥镇", "李记五金", "李氏机械", "黎明电器", "连云物流", "南翔精密", "招商中心", "综合行政执法队"], Sorted(order, NameKey.Of));
    }

    [Fact]
    public void People_StandByTheirSurnamesAsTheyAreRead()
    {
        Assert.Equal(["区小明", "仇英", "单雄", "解缙", "谢安", "曾国华", "查良"], Sorted(["查良", "解缙", "曾国华", "单雄", "仇英", "区小明", "谢安"], NameKey.OfPerson));
    }

    [Fact]
    public void SignsWidthAndCase_HaveNoSay_DigitsStandBeforeLetters()
    {
        Assert.Equal(NameKey.Of("上海（３Ｍ）材料"), NameKey.Of("上海3m材料"));
        Assert.Equal(["3M中国", "ABB中国", "中国3M", "\u3400"], Sorted(["\u3400", "中国3M", "ABB中国", "3M中国"], NameKey.Of).OrderBy(n => n == "\u3400" ? 1 : 0));
    }

    [Fact]
    public void Key_OfTheLongestName_IsAsciiAndFits()
    {
        var key = NameKey.Of(string.Concat(Enumerable.Repeat("装𠮷あÅ", 40)));

        Assert.InRange(key.Length, 1, NameKey.Longest);
        Assert.True(key.All(char.IsAscii));
        Assert.Equal("", NameKey.Of(null));
    }

    private static IEnumerable<string> Sorted(IEnumerable<string> names, Func<string, string> key) => names.OrderBy(key, StringComparer.Ordinal);
}
