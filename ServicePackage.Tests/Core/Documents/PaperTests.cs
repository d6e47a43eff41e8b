using System.Xml.Linq;
using ServicePackage.Core.Documents;

namespace ServicePackage.Tests.Core.Documents;

/// <summary>What is written by code keeps the measures of official papers (GB/T 9704-2012), and the format's schemas.</summary>
public sealed class PaperTests
{
    private static readonly TemplateWords Words = new([new("名", "")], [new("行", "", new([new("格", "")], []))]);

    private static readonly byte[] Written = new Paper().Title("{{名}}").Line("致：").First("事项").Second("事项").Say("正文。").Note("说明。").Table("行", new("甲", 2, "{{格}}"), new("乙", 1, "丙")).ToBytes();

    [Fact]
    public void ToBytes_OfTheSame_GivesTheSame() => Assert.Equal(new Paper().Say("甲").ToBytes(), new Paper().Say("甲").ToBytes());

    [Fact]
    public void ToBytes_KeepsTheSchemas_FilledOrNot()
    {
        Assert.Empty(Docx.Faults(Written));
        Assert.Empty(Docx.Faults(Docx.Filled(Written, Words, DocumentContent.Of(("名", "一\n二\0")).With("行", DocumentContent.Of(("格", "<")), DocumentContent.Empty))));
        Assert.Empty(Docx.Faults(Docx.Filled(Written, Words, DocumentContent.Empty)));
    }

    [Fact]
    public void Page_HasTheMeasuresOfTheStandard()
    {
        var section = Docx.Part(Written).Descendants().Single(e => e.Name.LocalName == "sectPr");

        Assert.Equal(("11906", "16838"), (Of(section, "pgSz", "w"), Of(section, "pgSz", "h")));
        Assert.Equal(("2098", "1588", "1984", "1474"), (Of(section, "pgMar", "top"), Of(section, "pgMar", "left"), Of(section, "pgMar", "bottom"), Of(section, "pgMar", "right")));
        Assert.Equal("579", Of(section, "docGrid", "linePitch"));
    }

    [Theory]
    [InlineData("Normal", null, null)]
    [InlineData("PaperTitle", "44", "方正小标宋简体")]
    [InlineData("PaperFirst", "32", "黑体")]
    [InlineData("PaperSecond", "32", "楷体_GB2312")]
    public void Looks_HaveTheSizesOfTheStandard(string style, string? size, string? typeface)
    {
        var styles = Docx.Part(Written, "word/styles.xml");
        var look = styles.Elements().Single(e => Value(e, "styleId") == style);

        Assert.Equal((size, typeface), (look.Descendants().Any(e => e.Name.LocalName == "sz") ? Of(look, "sz", "val") : null, look.Descendants().Any(e => e.Name.LocalName == "rFonts") ? Of(look, "rFonts", "eastAsia") : null));
        Assert.Equal(("579", "exact"), (Of(look, "spacing", "line"), Of(look, "spacing", "lineRule"))); // 28.95 points
        Assert.Equal(("32", "仿宋_GB2312"), (Of(styles.Elements().First(), "sz", "val"), Of(styles.Elements().First(), "rFonts", "eastAsia")));
    }

    [Fact]
    public void Feet_SayThePageAtTheOuterSide()
    {
        Assert.Equal(("right", "left"), (Of(Docx.Part(Written, "word/footer1.xml"), "jc", "val"), Of(Docx.Part(Written, "word/footer2.xml"), "jc", "val")));
        Assert.Contains(Docx.Part(Written, "word/settings.xml").Elements(), e => e.Name.LocalName == "evenAndOddHeaders");
        Assert.Equal("— 1 —", Assert.Single(Docx.Lines(Docx.Part(Written, "word/footer1.xml"))));
    }

    private static string Of(XElement within, string element, string attribute) => Value(within.DescendantsAndSelf().First(e => e.Name.LocalName == element), attribute)!;

    private static string? Value(XElement element, string attribute) => element.Attributes().FirstOrDefault(a => a.Name.LocalName == attribute)?.Value;
}
