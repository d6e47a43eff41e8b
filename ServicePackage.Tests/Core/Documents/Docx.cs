using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ServicePackage.Core.Documents;

namespace ServicePackage.Tests.Core.Documents;

/// <summary>Documents as an editor saves them, made of the XML of their parts, and read back.</summary>
internal static class Docx
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml";

    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>A document with this body; other parts beside it by their names.</summary>
    public static byte[] Of(string body, params (string Name, string Xml)[] parts) => Zip(
    [
        ("[Content_Types].xml", $"""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{Word}.document.main+xml"/>{string.Concat(parts.Where(p => !p.Name.EndsWith(".rels", StringComparison.Ordinal)).Select(p => $"<Override PartName=\"/{p.Name}\" ContentType=\"{Word}.{KindOf(p.Name)}+xml\"/>"))}</Types>
            """),
        ("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""),
        ("word/document.xml", Root("document", $"<w:body>{body}</w:body>")),
        .. parts,
    ]);

    /// <summary>The root of a part.</summary>
    public static string Root(string name, string inner) =>
        $"""<w:{name} xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">{inner}</w:{name}>""";

    /// <summary>A paragraph of these runs.</summary>
    public static string P(params string[] runs) => $"<w:p>{string.Concat(runs.Select(R))}</w:p>";

    /// <summary>A run.</summary>
    public static string R(string text) => $"<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    /// <summary>A table of rows of cells, a paragraph each.</summary>
    public static string Table(params string[][] rows) =>
        $"<w:tbl><w:tblPr/><w:tblGrid/>{string.Concat(rows.Select(r => $"<w:tr>{string.Concat(r.Select(c => $"<w:tc>{P(c)}</w:tc>"))}</w:tr>"))}</w:tbl>";

    public static byte[] Zip(params IEnumerable<(string Name, string Text)> parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }

    /// <summary>A part of a document.</summary>
    public static XElement Part(byte[] docx, string name = "word/document.xml")
    {
        using var archive = new ZipArchive(new MemoryStream(docx));
        using var part = archive.GetEntry(name)!.Open();
        return XElement.Load(part);
    }

    /// <summary>The texts of its paragraphs, a line break as /.</summary>
    public static IReadOnlyList<string> Lines(XElement root) =>
        [.. root.Descendants(W + "p").Select(p => string.Concat(p.Descendants().Where(e => e.Ancestors(W + "p").First() == p).Select(e => e.Name == W + "t" ? e.Value : e.Name == W + "br" ? "/" : "")))];

    /// <summary>How paragraphs and tables stand in each other.</summary>
    public static string Shape(XElement root) =>
        string.Concat(root.Elements().Select(e => e.Name == W + "p" ? "p" : e.Name == W + "tbl" ? $"[{Shape(e)}]" : e.Name == W + "tr" ? $"({Shape(e)})" : e.Name == W + "tc" ? $"<{Shape(e)}>" : Shape(e)));

    /// <summary>What the schemas of the format find wrong.</summary>
    public static IReadOnlyList<string> Faults(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        return [.. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}")];
    }

    /// <summary>A template filled.</summary>
    public static byte[] Filled(byte[] template, TemplateWords words, DocumentContent content)
    {
        using var into = new MemoryStream();
        Template.Open(template, words).Value.Fill(content, into);
        return into.ToArray();
    }

    private static string KindOf(string name) => name.Contains("header", StringComparison.Ordinal) ? "header" : name.Contains("footer", StringComparison.Ordinal) ? "footer" : "comments";
}
