using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace ServicePackage.Core.Documents;

/// <summary>What a mark in a text is.</summary>
internal enum MarkKind
{
    Word,
    Opens,
    Closes,
    Half,
}

/// <summary>A word of the template where it stands in a paragraph's text: its characters from one to before another.</summary>
internal sealed class Mark(ParagraphText paragraph, MarkKind kind, string name, int from, int to)
{
    public ParagraphText Paragraph => paragraph;

    public MarkKind Kind => kind;

    public string Name => name;

    public int From => from;

    public int To => to;

    /// <summary>What it means, once that is known.</summary>
    public XProcessingInstruction? Instruction { get; set; }

    /// <summary>Whether the instruction stands where the mark stood; that of a row may stand around its paragraph or table row instead.</summary>
    public bool InPlace { get; set; } = kind == MarkKind.Word;

    /// <summary>Whether it opens or closes a row.</summary>
    public bool OfRow => kind is MarkKind.Opens or MarkKind.Closes;
}

/// <summary>The text of a paragraph over all its runs, however an editor has cut it into them.</summary>
internal sealed class ParagraphText(XElement paragraph)
{
    /// <summary>Stands for what is no text: a tab, a picture, a field.</summary>
    public const char NoText = '\uFFFC';

    private readonly StringBuilder _text = new();
    private string? _whole;
    private readonly List<(XElement Element, int Start, int Length, int Order)> _pieces = [];

    public XElement Paragraph => paragraph;

    public string Text => _whole ??= _text.ToString();

    /// <summary>The texts below an element by paragraph, in the order of the document.</summary>
    public static IReadOnlyList<ParagraphText> Of(XElement root)
    {
        var found = new Dictionary<XElement, ParagraphText>();
        var order = 0;
        foreach (var run in root.Descendants(Wml.Run))
        {
            if (Wml.ParagraphOf(run) is not { } paragraph)
            {
                continue;
            }

            if (!found.TryGetValue(paragraph, out var text))
            {
                found.Add(paragraph, text = new ParagraphText(paragraph));
            }

            foreach (var element in run.Elements())
            {
                text.Append(element, order++);
            }
        }

        return [.. found.Values];
    }

    /// <summary>The marks in it: braces, number sign and slash may be full-width, and spaces do not count.</summary>
    public IEnumerable<Mark> Marks()
    {
        var text = Text.Replace('｛', '{').Replace('｝', '}').Replace('＃', '#').Replace('／', '/');
        for (var at = 0; at < text.Length;)
        {
            var (opens, closes) = (text.IndexOf("{{", at, StringComparison.Ordinal), text.IndexOf("}}", at, StringComparison.Ordinal));
            if (opens < 0 && closes < 0)
            {
                yield break;
            }

            if (opens < 0 || (closes >= 0 && closes < opens))
            {
                yield return new Mark(this, MarkKind.Half, "", closes, closes + 2);
                at = closes + 2;
                continue;
            }

            var (end, next) = (text.IndexOf("}}", opens + 2, StringComparison.Ordinal), text.IndexOf("{{", opens + 2, StringComparison.Ordinal));
            var inner = end < 0 || (next >= 0 && next < end) ? null : text[(opens + 2)..end];
            at = inner is null || inner.Contains(NoText, StringComparison.Ordinal) ? opens + 2 : end + 2;
            yield return at == opens + 2 ? new Mark(this, MarkKind.Half, "", opens, at) : MarkOf(inner!, opens, at);
        }
    }

    /// <summary>The place of a mark in the order of the document.</summary>
    public (int, int) OrderOf(Mark mark)
    {
        var piece = _pieces.FindLast(p => p.Start <= mark.From && p.Length > 0);
        return (piece.Order, mark.From - piece.Start);
    }

    /// <summary>The run in which a mark begins: what is put in looks like it.</summary>
    public XElement RunOf(Mark mark) => _pieces.FindLast(p => p.Start <= mark.From && p.Length > 0).Element.Parent!;

    /// <summary>The runs from the one in which a mark begins to the one in which another begins.</summary>
    public IEnumerable<XElement> RunsBetween(Mark first, Mark last) =>
        _pieces.Where(p => p.Start + p.Length > first.From && p.Start <= last.From).Select(p => p.Element.Parent!).Distinct();

    /// <summary>Takes the marks out of the runs and puts what they mean where each began.</summary>
    public void Replace(IReadOnlyList<Mark> marks)
    {
        var text = Text;
        foreach (var (element, start, length, _) in _pieces.Where(p => p.Element.Name == Wml.Text))
        {
            var (end, at) = (start + length, start);
            var nodes = new List<XNode>();
            if (!marks.Any(m => m.From < end && m.To > start))
            {
                continue;
            }

            foreach (var mark in marks.Where(m => m.From < end && m.To > start))
            {
                Keep(Math.Max(mark.From, start));
                if (mark.From >= start && mark is { InPlace: true, Instruction: { } instruction })
                {
                    nodes.Add(instruction);
                }

                at = Math.Min(mark.To, end);
            }

            Keep(end);
            var run = element.Parent!;
            element.ReplaceWith(nodes);
            if (run.Nodes().All(n => n is XElement { Name: var name } && name == Wml.RunLook))
            {
                run.Remove();
            }

            void Keep(int until)
            {
                if (until > at)
                {
                    nodes.Add(new XElement(Wml.Text, new XAttribute(Wml.Space, "preserve"), text[at..until]));
                }
            }
        }
    }

    private void Append(XElement element, int order)
    {
        _whole = null;
        if (element.Name == Wml.Text)
        {
            _pieces.Add((element, _text.Length, element.Value.Length, order));
            _text.Append(element.Value);
        }
        else if (!Wml.Unseen.Contains(element.Name))
        {
            _pieces.Add((element, _text.Length, 1, order));
            _text.Append(NoText);
        }
    }

    private Mark MarkOf(string inner, int from, int to)
    {
        var name = new string([.. inner.Where(c => !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format)]);
        return name.StartsWith('#') ? new Mark(this, MarkKind.Opens, name[1..], from, to)
            : name.StartsWith('/') ? new Mark(this, MarkKind.Closes, name[1..], from, to)
            : new Mark(this, MarkKind.Word, name, from, to);
    }
}
