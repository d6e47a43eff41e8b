using ServicePackage.Core.Documents;
using ServicePackage.Core.Operations;
using static ServicePackage.Tests.Core.Documents.Docx;

namespace ServicePackage.Tests.Core.Documents;

/// <summary>What is wrong with a template is said with its place and the text around; nothing of it is used then.</summary>
public sealed class TemplateRefusalTests
{
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly TemplateWords Words = new([new("企业名称", "")], [new("政策", "", new([new("名称", "")], [])), new("服务", "", new([], []))]);

    [Theory]
    [InlineData("前文{{企业名字}}后文", "Template.UnknownWord", "前文{{企业名字}}后文")]
    [InlineData("这是一段非常非常很长很长很长很长很长很长的前文{{名称}}后文", "Template.UnknownWord", "…段非常非常很长很长很长很长很长很长的前文{{名称}}后文")]
    [InlineData("甲{{企业名称乙", "Template.Half", "甲{{企业名称乙")]
    [InlineData("甲企业名称}}乙", "Template.Half", "甲企业名称}}乙")]
    [InlineData("{{甲{{企业名称}}", "Template.Half", "{{甲{{企业名称}}")]
    [InlineData("{{#政策}}甲", "Template.Unclosed", "{{#政策}}甲")]
    [InlineData("甲{{/政策}}", "Template.ClosesNothing", "甲{{/政策}}")]
    [InlineData("{{#政策}}{{#服务}}{{/政策}}", "Template.UnknownRow", "{{#政策}}{{#服务}}{{/政策}}")]
    [InlineData("{{#奖项}}甲{{/奖项}}", "Template.UnknownRow", "{{#奖项}}甲{{/奖项}}")]
    [InlineData("甲{{#政策}}乙|丙{{/政策}}", "Template.RowInside", "甲{{#政策}}乙")]
    public void Open_WithWrongWords_NamesEachWithTheTextAround(string paragraphs, string code, string around)
    {
        var finding = First(Of(string.Concat(paragraphs.Split('|').Select(p => P(p)))));

        Assert.Equal((code, TemplatePlace.Body, around), (finding.Code, (TemplatePlace)finding.Arguments[0]!, (string)finding.Arguments[1]!));
    }

    [Fact]
    public void Open_WithSeveralThingsWrong_ListsThemInOrder()
    {
        var refusal = Template.Open(Of(P("{{甲}}") + P("{{#政策}}{{名称}}") + P("{{/服务}}"), ("word/header1.xml", Root("hdr", P("{{乙}}")))), Words).Refusal!;

        Assert.Equal("Template.Wrong", refusal.Code);
        Assert.Equal([("Template.UnknownWord", TemplatePlace.Body), ("Template.ClosesNothing", TemplatePlace.Body), ("Template.Unclosed", TemplatePlace.Body), ("Template.UnknownWord", TemplatePlace.Header)],
            refusal.Details.Select(d => (d.Code, (TemplatePlace)d.Arguments[0]!)));
    }

    [Fact]
    public void Open_WithRowsClosedOutOfOrder_NamesTheInnerOne()
    {
        var words = new TemplateWords([], [new("外", "", new([], [new("内", "", new([], []))]))]);

        Assert.Equal(["Template.OutOfOrder", "Template.ClosesNothing"], Template.Open(Of(P("{{#外}}{{#内}}{{/外}}{{/内}}")), words).Refusal!.Details.Select(d => d.Code));
    }

    [Fact]
    public void Open_WithARowFromACellIntoTheText_IsRefused() =>
        Assert.Equal("Template.RowAcross", First(Of(Table(["{{#政策}}"]) + P("{{/政策}}"))).Code);

    [Theory]
    [InlineData("<w:p><w:ins w:id=\"1\" w:author=\"a\"><w:r><w:t>新增的话</w:t></w:r></w:ins></w:p>", "Template.Tracked", "新增的话")]
    [InlineData("<w:p><w:del w:id=\"1\" w:author=\"a\"><w:r><w:delText>删去的话</w:delText></w:r></w:del></w:p>", "Template.Tracked", "删去的话")]
    [InlineData("<w:p><w:r><w:t>插图</w:t></w:r><w:r><w:object/></w:r></w:p>", "Template.Embedded", "插图")]
    [InlineData("<w:p><w:r><w:t>前一段</w:t></w:r></w:p><w:altChunk/>", "Template.Embedded", "前一段")]
    [InlineData("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> INCLUDE</w:instrText></w:r><w:r><w:instrText>TEXT \"c:\\x\"</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t>域</w:t></w:r></w:p>", "Template.Field", "域")]
    [InlineData("<w:p><w:r><w:t>图</w:t></w:r><w:r><w:pict><v:shape><v:imagedata src=\"http://example.test/a.png\"/></v:shape></w:pict></w:r></w:p>", "Template.OutsideLink", "http://example.test/…")]
    public void Open_WithWhatIsNotSettledOrLeadsOut_IsRefused(string body, string code, string around)
    {
        var finding = First(Of(body));

        Assert.Equal((code, around), (finding.Code, (string)finding.Arguments[1]!));
    }

    [Theory]
    [InlineData("attachedTemplate", "file:///C:/a.dotm", "External", "Template.OutsideLink")]
    [InlineData("hyperlink", "http://example.test", "External", "Template.OutsideLink")]
    [InlineData("oleObject", "embeddings/a.bin", "Internal", "Template.Embedded")]
    public void Open_WithReferencesThatLeadOut_IsRefused(string type, string target, string mode, string code) =>
        Assert.Equal(code, First(Of(P("甲"), ("word/_rels/document.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Links}/{type}\" Target=\"{target}\" TargetMode=\"{mode}\"/></Relationships>"))).Code);

    [Fact]
    public void Open_WithAComment_IsRefused() =>
        Assert.Equal("Template.Comment", First(Of(P("甲"), ("word/comments.xml", Root("comments", $"<w:comment w:id=\"0\" w:author=\"a\">{P("再议")}</w:comment>")))).Code);

    public static TheoryData<string, byte[]> NoTemplates => new()
    {
        { "Template.NotDocx", "%PDF-1.7"u8.ToArray() },
        { "Template.NotDocx", [] },
        { "Template.NotDocx", Zip(("a.txt", "甲")) },
        { "Template.NotDocx", Zip(("[Content_Types].xml", "<Types/>")) },
        { "Template.Encrypted", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0] },
        { "Template.Broken", [.. Of(P("甲")).Take(600)] },
        { "Template.Broken", Of("<w:p>") },
        { "Template.Broken", Of(string.Concat(Enumerable.Repeat("<w:sdt>", 300)) + string.Concat(Enumerable.Repeat("</w:sdt>", 300))) },
        { "Template.Broken", Zip(("[Content_Types].xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><Types>&b;</Types>")) },
        { "Template.Macro", Zip(("[Content_Types].xml", "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>"), ("word/document.xml", "<a/>")) },
        { "Template.TooLarge", new byte[(5 * 1024 * 1024) + 1] },
        { "Template.TooManyParts", Of(P("甲"), [.. Enumerable.Range(0, 1000).Select(i => ($"word/header{i}.xml", Root("hdr", "")))]) },
        { "Template.UnpacksTooLarge", Of(P("甲"), ("word/header1.xml", new string(' ', 26 * 1024 * 1024))) },
    };

    [Theory]
    [MemberData(nameof(NoTemplates), DisableDiscoveryEnumeration = true)]
    public void Open_OfWhatIsNoTemplate_IsRefused(string code, byte[] file) => Assert.Equal(code, Template.Open(file, Words).Refusal?.Code);

    [Fact]
    public void Open_WhereTheDirectoryLiesOfTheLength_IsRefused()
    {
        var file = Of(P("甲"), ("word/header1.xml", new string(' ', 26 * 1024 * 1024)));
        var entry = file.AsSpan().LastIndexOf("word/header1.xml"u8) - 46;
        BitConverter.TryWriteBytes(file.AsSpan(entry + 24), 1000); // the length in the directory

        Assert.Equal("Template.Broken", Template.Open(file, Words).Refusal?.Code);
    }

    [Fact]
    public void Open_WithMoreWordsThanAnybodyTypes_IsRefused() =>
        Assert.Equal("Template.TooManyWords", Assert.Single(Template.Open(Of(P(string.Concat(Enumerable.Repeat("{{企业名称}}", 2001)))), Words).Refusal!.Details).Code);

    [Fact]
    public void Open_WithAMacrosPart_IsRefused() =>
        Assert.Contains(Template.Open(Of(P("甲"), ("word/vbaProject.bin", "x")), Words).Refusal!.Details, d => d.Code == "Template.HasMacro");

    private static Refusal First(byte[] template) => Template.Open(template, Words).Refusal!.Details[0];
}
