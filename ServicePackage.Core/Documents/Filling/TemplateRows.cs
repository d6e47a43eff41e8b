using System.Xml.Linq;

namespace ServicePackage.Core.Documents;

/// <summary>Puts the beginnings and ends of rows where what lies between repeats: a part of a paragraph, paragraphs and tables, or rows of a table.</summary>
internal sealed class TemplateRows(TemplateMarks marks)
{
    private readonly Dictionary<Mark, (XElement Anchor, bool Before)> _placed = [];
    private readonly HashSet<XElement> _emptied = [];
    private ILookup<ParagraphText, Mark> _of = null!;

    /// <summary>Decides of each row how it repeats; what cannot repeat is a finding.</summary>
    public void Decide()
    {
        _of = marks.All.ToLookup(m => m.Paragraph);
        marks.Rows.ForEach(Decide);
    }

    /// <summary>Takes the marks out and puts the instructions in. Only where nothing was found.</summary>
    public void Place(XElement root)
    {
        foreach (var inParagraph in _of)
        {
            inParagraph.Key.Replace([.. inParagraph]);
        }

        foreach (var mark in marks.All.Where(m => m is { OfRow: true, InPlace: true }))
        {
            SplitRunAt(mark.Instruction!);
        }

        // From the outside inward: what opens first and what closes last stand furthest out.
        foreach (var mark in marks.All.Where(m => _placed.TryGetValue(m, out var at) && at.Before))
        {
            _placed[mark].Anchor.AddBeforeSelf(mark.Instruction);
        }

        foreach (var mark in marks.All.Where(m => _placed.TryGetValue(m, out var at) && !at.Before).Reverse())
        {
            _placed[mark].Anchor.AddAfterSelf(mark.Instruction);
        }

        var gone = new HashSet<string>();
        foreach (var row in marks.Rows)
        {
            var repeated = row.Opens.Instruction!.NodesAfterSelf().TakeWhile(n => n != row.Closes.Instruction).OfType<XElement>().SelectMany(e => e.DescendantsAndSelf()).ToList();
            gone.UnionWith(BookmarksIn(repeated));
            foreach (var name in repeated.Where(e => e.Name == Wml.DrawingName))
            {
                name.SetAttributeValue("id", Instructions.NumberMark);
            }
        }

        foreach (var paragraph in _emptied.Where(MayGo).ToList())
        {
            gone.UnionWith(BookmarksIn(paragraph.Descendants()));
            paragraph.Remove();
        }

        // A bookmark is in a document once, or not at all.
        root.Descendants().Where(e => (e.Name == Wml.BookmarkStart || e.Name == Wml.BookmarkEnd) && gone.Contains(e.Attribute(Wml.W + "id")?.Value ?? "")).ToList().ForEach(e => e.Remove());
    }

    private void Decide(MarkedRow row)
    {
        var (opens, closes) = (row.Opens, row.Closes);
        var (first, last) = (opens.Paragraph.Paragraph, closes.Paragraph.Paragraph);
        var around = first.AncestorsAndSelf().Intersect(last.AncestorsAndSelf()).First();
        if (around == first)
        {
            (opens.InPlace, closes.InPlace) = (true, true);
            if (opens.Paragraph.RunOf(opens).Parent != closes.Paragraph.RunOf(closes).Parent || CutsAField([.. opens.Paragraph.RunsBetween(opens, closes)]))
            {
                marks.Wrong("Template.RowAcross", opens, opens.Name);
            }

            return;
        }

        if (around.Name == Wml.Table || around.Name == Wml.TableRow)
        {
            var (from, to) = around.Name == Wml.TableRow ? (around, around) : (ChildOf(around, first), ChildOf(around, last));
            (_placed[opens], _placed[closes]) = ((from, true), (to, false));
            _emptied.UnionWith(new[] { opens, closes }.Where(m => IsBlank(m.Paragraph, 0, m.Paragraph.Text.Length)).Select(m => m.Paragraph.Paragraph));
            return;
        }

        if (first.Parent != around || last.Parent != around || !Wml.Stories.Contains(around.Name) || CutsAField([first, .. first.ElementsAfterSelf().TakeWhile(e => e != last), last]))
        {
            marks.Wrong("Template.RowAcross", opens, opens.Name);
            return;
        }

        PlaceAt(opens);
        PlaceAt(closes);
    }

    /// <summary>A mark stands at one end of its paragraph, before or after what else the paragraph says.</summary>
    private void PlaceAt(Mark mark)
    {
        var text = mark.Paragraph;
        var (leads, trails) = (IsBlank(text, 0, mark.From), IsBlank(text, mark.To, text.Text.Length));
        if (!leads && !trails)
        {
            marks.Wrong("Template.RowInside", mark, mark.Name);
            return;
        }

        if (leads && trails)
        {
            _emptied.Add(text.Paragraph);
        }

        _placed[mark] = (text.Paragraph, leads);
    }

    /// <summary>Whether nothing is there but marks of rows and spaces.</summary>
    private bool IsBlank(ParagraphText text, int from, int to) =>
        Enumerable.Range(from, to - from).All(i => char.IsWhiteSpace(text.Text[i]) || _of[text].Any(m => m.OfRow && m.From <= i && i < m.To));

    /// <summary>An emptied paragraph goes, but not one that ends a section.</summary>
    private static bool MayGo(XElement paragraph) => paragraph.Element(Wml.ParagraphLook)?.Element(Wml.Section) is null;

    /// <summary>The run is cut in two, and the instruction stands between.</summary>
    private static void SplitRunAt(XProcessingInstruction instruction)
    {
        var run = instruction.Parent!;
        var behind = instruction.NodesAfterSelf().ToList();
        behind.ForEach(n => n.Remove());
        instruction.Remove();
        run.AddAfterSelf(instruction, behind.Count == 0 ? null : new XElement(Wml.Run, run.Attributes(), run.Element(Wml.RunLook), behind));
        if (run.Elements().All(e => e.Name == Wml.RunLook) && !run.Nodes().OfType<XProcessingInstruction>().Any())
        {
            run.Remove();
        }
    }

    private static bool CutsAField(IReadOnlyList<XElement> elements)
    {
        var depth = 0;
        foreach (var type in elements.SelectMany(e => e.Descendants(Wml.W + "fldChar")).Select(f => f.Attribute(Wml.W + "fldCharType")?.Value))
        {
            depth += type == "begin" ? 1 : type == "end" ? -1 : 0;
            if (depth < 0)
            {
                return true;
            }
        }

        return depth != 0;
    }

    private static IEnumerable<string> BookmarksIn(IEnumerable<XElement> elements) =>
        elements.Where(e => e.Name == Wml.BookmarkStart || e.Name == Wml.BookmarkEnd).Select(e => e.Attribute(Wml.W + "id")?.Value ?? "");

    private static XElement ChildOf(XElement ancestor, XElement descendant) => descendant.AncestorsAndSelf().First(a => a.Parent == ancestor);
}
