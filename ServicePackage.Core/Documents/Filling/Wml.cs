using System.Xml.Linq;

namespace ServicePackage.Core.Documents;

/// <summary>The names of WordprocessingML that templates are read by.</summary>
internal static class Wml
{
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public static readonly XNamespace W14 = "http://schemas.microsoft.com/office/word/2010/wordml";
    public static readonly XName Body = W + "body";
    public static readonly XName Paragraph = W + "p";
    public static readonly XName ParagraphLook = W + "pPr";
    public static readonly XName Run = W + "r";
    public static readonly XName RunLook = W + "rPr";
    public static readonly XName Text = W + "t";
    public static readonly XName Table = W + "tbl";
    public static readonly XName TableRow = W + "tr";
    public static readonly XName Cell = W + "tc";
    public static readonly XName Section = W + "sectPr";
    public static readonly XName Control = W + "sdtContent";
    public static readonly XName BoxContent = W + "txbxContent";
    public static readonly XName BookmarkStart = W + "bookmarkStart";
    public static readonly XName BookmarkEnd = W + "bookmarkEnd";
    public static readonly XName DrawingName = XName.Get("docPr", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing");
    public static readonly XName Space = XNamespace.Xml + "space";

    /// <summary>What stands in a paragraph without being seen; anything else that is no text keeps a word from going on.</summary>
    public static readonly HashSet<XName> Unseen =
    [
        RunLook, W + "lastRenderedPageBreak", W + "footnoteRef", W + "endnoteRef", W + "annotationRef",
    ];

    /// <summary>What holds paragraphs and tables.</summary>
    public static readonly HashSet<XName> Stories = [Body, W + "hdr", W + "ftr", W + "footnote", W + "endnote", Cell, BoxContent, Control];

    /// <summary>The paragraph a piece of text belongs to: the nearest around it.</summary>
    public static XElement? ParagraphOf(XElement element) => element.Ancestors(Paragraph).FirstOrDefault();
}
