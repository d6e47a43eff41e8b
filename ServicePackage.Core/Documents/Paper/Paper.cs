using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ServicePackage.Core.Documents;

/// <summary>
/// Writes a document by code, on the paper of official documents (GB/T 9704-2012): A4, their margins, type sizes and line pitch, the page number at the foot
/// outside. The default templates are written with it. No red head, number or seal: those belong to the organ that issues.
/// </summary>
public sealed class Paper
{
    private const string Odd = "rId4";
    private const string Even = "rId5";

    private readonly Body _body = new();

    /// <summary>The title, in the middle.</summary>
    public Paper Title(string text) => Add(PaperStyles.Title, text);

    /// <summary>A line from the left margin.</summary>
    public Paper Line(string text) => Add(PaperStyles.Line, text);

    /// <summary>A heading of the first level; its number, 一、, comes by itself.</summary>
    public Paper First(string text) => Add(PaperStyles.First, text);

    /// <summary>A heading of the second level; its number, （一）, comes by itself.</summary>
    public Paper Second(string text) => Add(PaperStyles.Second, text);

    /// <summary>A paragraph of the text.</summary>
    public Paper Say(string text) => Add(null, text);

    /// <summary>A remark in smaller type.</summary>
    public Paper Note(string text) => Add(PaperStyles.Note, text);

    /// <summary>A remark that stays with the table below it.</summary>
    public Paper Lead(string text) => Add(PaperStyles.Lead, text);

    /// <summary>A table of these rows, each with the lines of its cells; its head stands on each page.</summary>
    public Paper Table(IReadOnlyList<PaperColumn> columns, params IEnumerable<IReadOnlyList<IReadOnlyList<string>>> rows)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        var all = columns.Sum(c => c.Share);
        List<int> widths = [.. columns.Select(c => PaperRules.Printed * c.Share / all)];
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = $"{widths.Sum()}", Type = TableWidthUnitValues.Dxa },
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = 6 }, new LeftBorder { Val = BorderValues.Single, Size = 4 },
                    new BottomBorder { Val = BorderValues.Single, Size = 6 }, new RightBorder { Val = BorderValues.Single, Size = 4 },
                    new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 }),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(new TopMargin { Width = $"{PaperRules.CellMargin}", Type = TableWidthUnitValues.Dxa }, new BottomMargin { Width = $"{PaperRules.CellMargin}", Type = TableWidthUnitValues.Dxa })),
            new TableGrid(widths.Select(w => new GridColumn { Width = $"{w}" })),
            Row(isHead: true, widths, columns.Select(c => (IReadOnlyList<string>)[c.Head])));
        table.Append(rows.Select(cells => Row(isHead: false, widths, cells)));
        _body.Append(table);
        return this;
    }

    /// <summary>A table whose one row repeats.</summary>
    public Paper Table(string row, params IReadOnlyList<PaperColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var cells = columns.Select(c => c.Lines.ToArray()).ToArray();
        cells[0][0] = $"{{{{#{row}}}}}{cells[0][0]}";
        cells[^1][^1] += $"{{{{/{row}}}}}";
        return Table(columns, cells);
    }

    /// <summary>The document as a DOCX; the same calls give the same bytes.</summary>
    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        var document = new Document(_body.CloneNode(true));
        document.Body!.Append(
            new SectionProperties(
                new FooterReference { Type = HeaderFooterValues.Default, Id = Odd },
                new FooterReference { Type = HeaderFooterValues.Even, Id = Even },
                new PageSize { Width = PaperRules.Width, Height = PaperRules.Height },
                new PageMargin { Top = PaperRules.Top, Right = PaperRules.Right, Bottom = PaperRules.Bottom, Left = PaperRules.Left, Header = 851, Footer = PaperRules.ToFooter, Gutter = 0 },
                new DocGrid { Type = DocGridValues.Lines, LinePitch = PaperRules.Pitch }));
        using (var file = new DocumentFile(bytes))
        {
            file.Add("[Content_Types].xml", w => w.Write(PaperParts.ContentTypes));
            file.Add("_rels/.rels", w => w.Write(PaperParts.OfFile));
            file.Add("word/document.xml", w => w.Write(Xml(document)));
            file.Add("word/_rels/document.xml.rels", w => w.Write(PaperParts.OfDocument));
            file.Add("word/styles.xml", w => w.Write(Xml(PaperStyles.All())));
            file.Add("word/numbering.xml", w => w.Write(Xml(PaperStyles.Numbers())));
            file.Add("word/fontTable.xml", w => w.Write(Xml(PaperStyles.Typefaces())));
            file.Add("word/settings.xml", w => w.Write(Xml(new Settings(new EvenAndOddHeaders()))));
            file.Add("word/footer1.xml", w => w.Write(Xml(PageNumber(JustificationValues.Right))));
            file.Add("word/footer2.xml", w => w.Write(Xml(PageNumber(JustificationValues.Left))));
        }

        return bytes.ToArray();
    }

    private Paper Add(string? style, string text)
    {
        _body.Append(Paragraph(style, text));
        return this;
    }

    private static TableRow Row(bool isHead, List<int> widths, IEnumerable<IReadOnlyList<string>> cells)
    {
        var look = new TableRowProperties(new CantSplit());
        if (isHead)
        {
            look.Append(new TableHeader());
        }

        var row = new TableRow(look);
        row.Append(cells.Select((lines, i) =>
        {
            var cell = new TableCell(new TableCellProperties(
                new TableCellWidth { Width = $"{widths[i]}", Type = TableWidthUnitValues.Dxa },
                new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }));
            cell.Append(lines.Select(l => Paragraph(isHead ? PaperStyles.Head : PaperStyles.Cell, l)));
            return cell;
        }));
        return row;
    }

    private static Paragraph Paragraph(string? style, string text)
    {
        var paragraph = new Paragraph();
        if (style is not null)
        {
            paragraph.Append(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        }

        paragraph.Append(new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
        return paragraph;
    }

    /// <summary>— 1 —, a character in from the outer margin.</summary>
    private static Footer PageNumber(JustificationValues side) => new(new Paragraph(
        new ParagraphProperties(
            new ParagraphStyleId { Val = PaperStyles.Foot },
            new Indentation { LeftChars = 100, Left = $"{PaperRules.SmallSize * 10}", RightChars = 100, Right = $"{PaperRules.SmallSize * 10}", FirstLineChars = 0, FirstLine = "0" },
            new Justification { Val = side }),
        new Run(new Text("— ") { Space = SpaceProcessingModeValues.Preserve }),
        new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }),
        new Run(new FieldCode(" PAGE ") { Space = SpaceProcessingModeValues.Preserve }),
        new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }),
        new Run(new Text("1")),
        new Run(new FieldChar { FieldCharType = FieldCharValues.End }),
        new Run(new Text(" —") { Space = SpaceProcessingModeValues.Preserve })));

    private static string Xml(OpenXmlElement root) => PaperParts.Declaration + root.OuterXml;
}
