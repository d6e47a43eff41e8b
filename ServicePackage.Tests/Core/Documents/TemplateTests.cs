using System.Xml.Linq;
using ServicePackage.Core.Documents;
using static ServicePackage.Tests.Core.Documents.Docx;

namespace ServicePackage.Tests.Core.Documents;

/// <summary>Templates whose words an editor has cut as it liked, filled.</summary>
public sealed class TemplateTests
{
    private static readonly TemplateWords Words = new(
        [new("企业名称", ""), new("日期", "")],
        [new("政策", "", new([new("名称", ""), new("金额", "")], [new("条件", "", new([new("条件", "")], []))])), new("有政策", "", new([], [new("政策", "", new([new("名称", ""), new("金额", "")], []))]))]);

    private static readonly DocumentContent Content = DocumentContent.Of(("企业名称", "示例精密"), ("日期", "2026年3月2日")).With("政策",
        DocumentContent.Of(("名称", "甲"), ("金额", "50万元")).With("条件", DocumentContent.Of(("条件", "一")), DocumentContent.Of(("条件", "二"))),
        DocumentContent.Of(("名称", "乙")));

    private static readonly string Everything =
        P("致{{企业名称}}（{{日期}}）：") + P("{{#政策}}") + P("{{名称}}：{{金额}}") + P("条件{{#条件}}、{{条件}}{{/条件}}。") + P("{{/政策}}")
        + Table(["政策", "金额"], ["{{#政策}}{{名称}}", "{{企业名称}}得{{金额}}{{/政策}}"]) + P("完");

    [Fact]
    public void Fill_WithRowsOfEverySort_RepeatsThem()
    {
        var root = Part(Filled(Of(Everything), Words, Content));

        Assert.Equal(["致示例精密（2026年3月2日）：", "甲：50万元", "条件、一、二。", "乙：", "条件。", "政策", "金额", "甲", "示例精密得50万元", "乙", "示例精密得", "完"], Lines(root));
        Assert.Equal("ppppp[(<p><p>)(<p><p>)(<p><p>)]p", Shape(root));
    }

    [Fact]
    public void Fill_WhereWordsAreCutAnywhere_GivesTheSame()
    {
        var whole = Part(Filled(Of(Everything), Words, Content));
        var random = new Random(20260302);

        for (var i = 0; i < 50; i++)
        {
            var cut = Part(Filled(Of(Cut(Everything, random)), Words, Content));

            Assert.Equal(Lines(whole), Lines(cut));
            Assert.Equal(Shape(whole), Shape(cut));
        }
    }

    [Theory]
    [InlineData("｛｛企业名称｝｝")]
    [InlineData("{{ 企业 名称 }}")]
    [InlineData("{｛企业名称}｝")]
    [InlineData("{{\u3000企业名称\u200B}}")]
    public void Fill_OfAWordAsPeopleTypeIt_FindsIt(string typed) => Assert.Equal(["示例精密"], Lines(Part(Filled(Of(P(typed)), Words, Content))));

    [Fact]
    public void Fill_OfARowInFullWidth_FindsIt() =>
        Assert.Equal(["甲乙"], Lines(Part(Filled(Of(P("｛｛＃政策｝｝{{名称}}｛｛／政策｝｝")), Words, Content))));

    [Fact]
    public void Fill_OfAWordThatBeginsBold_IsBold()
    {
        var root = Part(Filled(Of("<w:p><w:r><w:t>致</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>{{企</w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:r><w:lastRenderedPageBreak/><w:t>业名称}}收</w:t></w:r></w:p>"), Words, Content));

        var run = root.Descendants(root.Name.Namespace + "r").Single(r => r.Value == "示例精密");
        Assert.NotEmpty(run.Descendants(root.Name.Namespace + "b"));
        Assert.Equal(["致示例精密收"], Lines(root));
    }

    [Fact]
    public void Fill_WithLinesAndWhatXmlCannotHold_PutsInText() =>
        Assert.Equal(["一/<w:p>&\"二𠮷/", "三"], Lines(Part(Filled(Of(P("{{企业名称}}") + P("三")), Words, DocumentContent.Of(("企业名称", "一\r\n<w:p>\0&\"二\uFFFE𠮷\uD800\n"))))));

    [Theory]
    [InlineData("甲{{#政策}}|{{名称}}|{{/政策}}乙", "甲|甲|乙|乙")]
    [InlineData("{{#政策}}{{名称}}|尾{{/政策}}", "甲|尾|乙|尾")]
    [InlineData("{{#政策}}{{#条件}}|{{条件}}|{{/条件}}{{/政策}}", "一|二")]
    [InlineData("{{#政策}}|{{名称}}|{{#条件}}|{{条件}}|{{/条件}}|{{/政策}}", "甲|一|二|乙")]
    [InlineData("{{#有政策}}|标题|{{/有政策}}|正文", "正文")]
    public void Fill_WithMarksAtTheEndsOfParagraphs_RepeatsWhatLiesBetween(string paragraphs, string expected) =>
        Assert.Equal(expected.Split('|'), Lines(Part(Filled(Of(string.Concat(paragraphs.Split('|').Select(p => P(p)))), Words, Content))));

    [Fact]
    public void Fill_WithoutContent_LeavesRowsOutAndStaysWhole()
    {
        var template = Of(P("前") + Table(["{{#政策}}{{名称}}", "{{金额}}{{/政策}}"]) + P("{{#政策}}") + Table(["{{名称}}"]) + P("{{/政策}}") + Table(["头"], ["{{#政策}}{{名称}}{{/政策}}"])
            + "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>" + P("{{#政策}}") + P("{{名称}}") + P("{{/政策}}") + "</w:tc></w:tr></w:tbl>" + P("后"));

        Assert.Equal("p[(<p>)(<p>)][(<p>)]p", Shape(Part(Filled(template, Words, DocumentContent.Empty))));
        Assert.Equal("p[(<p><p>)(<p><p>)][(<p>)][(<p>)][(<p>)(<p>)][(<pp>)]p", Shape(Part(Filled(template, Words, Content))));
    }

    [Fact]
    public void Fill_InHeadsFeetAndBoxes_PutsTextIn()
    {
        var box = $"<w:txbxContent>{P("{{企业", "名称}}")}</w:txbxContent>";
        var template = Of($"<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"a\"/><wps:txbx>{box}</wps:txbx></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
            ("word/header1.xml", Root("hdr", P("{{企业名称}}"))), ("word/footer1.xml", Root("ftr", P("{{#政策}}") + P("{{名称}}") + P("{{/政策}}"))));
        var filled = Filled(template, Words, Content);

        Assert.Equal(["", "示例精密", "示例精密"], Lines(Part(filled)));
        Assert.Equal(["示例精密"], Lines(Part(filled, "word/header1.xml")));
        Assert.Equal(["甲", "乙"], Lines(Part(filled, "word/footer1.xml")));
        Assert.Single(Lines(Part(Filled(template, Words, DocumentContent.Empty), "word/footer1.xml"))); // a footer holds a paragraph
    }

    [Fact]
    public void Fill_WithDrawingsAndBookmarksThatRepeat_NumbersThemAnew()
    {
        const string Drawing = "<w:r><w:drawing><wp:inline><wp:docPr id=\"7\" name=\"a\"/></wp:inline></w:drawing></w:r>";
        var root = Part(Filled(Of(P("{{#政策}}") + $"<w:p><w:bookmarkStart w:id=\"3\" w:name=\"x\"/>{Drawing}</w:p>" + P("{{/政策}}") + "<w:p><w:bookmarkEnd w:id=\"3\"/></w:p>"), Words, Content));

        var numbers = root.Descendants().Where(e => e.Name.LocalName == "docPr").Select(e => e.Attribute("id")!.Value).ToList();
        Assert.Equal(2, numbers.Distinct().Count());
        Assert.DoesNotContain(root.Descendants(), e => e.Name.LocalName.StartsWith("bookmark", StringComparison.Ordinal));
    }

    [Fact]
    public void Fill_OfTheSame_GivesTheSameBytes()
    {
        var (template, again) = (Template.Open(Of(Everything), Words).Value, Template.Open(Of(Everything), Words).Value);
        using var one = new MemoryStream();
        using var two = new MemoryStream();
        using var three = new MemoryStream();
        template.Fill(Content, one);
        template.Fill(Content, two);
        again.Fill(Content, three);

        Assert.Equal(one.ToArray(), two.ToArray());
        Assert.Equal(one.ToArray(), three.ToArray());
    }

    /// <summary>Cuts each run at random into runs, as editors do at every change of script or language.</summary>
    private static string Cut(string body, Random random)
    {
        var root = XElement.Parse(Root("body", body), LoadOptions.PreserveWhitespace);
        var w = root.Name.Namespace;
        foreach (var run in root.Descendants(w + "r").ToList())
        {
            var text = run.Value;
            var cuts = Enumerable.Range(1, Math.Max(0, text.Length - 1)).Where(_ => random.Next(3) > 0).Append(text.Length).ToList();
            run.ReplaceWith(cuts.Select((to, i) => new XElement(w + "r", random.Next(2) == 0 ? new XElement(w + "rPr", new XElement(w + "lang", new XAttribute(w + "val", "zh-CN"))) : null, new XElement(w + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text[(i == 0 ? 0 : cuts[i - 1])..to]))));
        }

        return string.Concat(root.Nodes());
    }
}
