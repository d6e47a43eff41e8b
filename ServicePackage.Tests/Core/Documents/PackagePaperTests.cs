using System.Globalization;
using ServicePackage.Core.Documents;
using ServicePackage.Core.Packages;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Documents;

/// <summary>The booklet of a package, from the built-in template: in Chinese whoever asks, whole with the longest texts and with nothing to say.</summary>
public sealed class PackagePaperTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);
    private static readonly DocumentKind Kind = new PackagePapers().DocumentKinds[0];

    [Fact]
    public void Booklet_SaysThePackage()
    {
        var lines = Docx.Lines(Docx.Part(Write(PackagePaperSamples.Usual(Day))));

        Assert.Equal("重点企业服务包", lines[0]);
        Assert.Contains(lines, l => l.Contains("2026 第2版，2026年3月2日", StringComparison.Ordinal));
        Assert.Contains("申报“技术改造设备投资补助”", lines);
        Assert.Contains("2026年3月14日前申报", lines);
        Assert.Contains("金额由约90万元变为约120万元", lines);
        Assert.Contains("尚缺：研发费用为380万元，要求不低于500万元", lines);
        Assert.Contains("30万元（待兑付）", lines);
        Assert.Equal(["可申报", "待核实", "潜力政策"], lines.Where(l => l is "可申报" or "待核实" or "潜力政策"));
        Assert.DoesNotContain(lines, l => l.Contains("{{", StringComparison.Ordinal));
    }

    [Fact]
    public void Booklet_WithNothingToSay_SaysSoAndHasNoEmptyHeading()
    {
        var lines = Docx.Lines(Docx.Part(Write(PackagePaperSamples.Bare(Day))));

        Assert.Contains("适用政策", lines);
        Assert.DoesNotContain(lines, l => l is "近期可办" or "选用的服务" or "在办诉求" or "本年已享受支持");
    }

    [Fact]
    public void Booklet_KeepsTheSchemas()
    {
        Assert.Empty(Docx.Faults(Kind.BuiltIn));
        Assert.All([PackagePaperSamples.Usual(Day), PackagePaperSamples.Lengthy(Day), PackagePaperSamples.Bare(Day)], p => Assert.Empty(Docx.Faults(Write(p))));
    }

    [Fact]
    public void Booklet_ForAReaderOfEnglish_IsTheSame()
    {
        var chinese = Write(PackagePaperSamples.Usual(Day));
        using var reading = new Reading("en");

        Assert.Equal(chinese, Write(PackagePaperSamples.Usual(Day)));
        Assert.Equal("en", CultureInfo.CurrentUICulture.Name);
    }

    [Fact]
    public void Words_HaveTheirMeaning()
    {
        foreach (var language in new[] { "zh-CN", "en" })
        {
            using var reading = new Reading(language);
            Assert.DoesNotContain(Meanings(Kind.Words), m => ServicePackage.Core.Words.Wording.Find(m) is null);
        }
    }

    private static IEnumerable<string> Meanings(TemplateWords words) =>
        words.Singles.Select(w => w.Meaning).Concat(words.Rows.SelectMany(r => Meanings(r.Words).Append(r.Meaning)));

    private static byte[] Write(PackageContent package)
    {
        using var into = new MemoryStream();
        PackagePapers.Write(package, new PackageImprint(2026, 2, package.On, "示例管家"), Template.Open(Kind.BuiltIn, Kind.Words).Value, into);
        return into.ToArray();
    }
}
