using System.Xml.Linq;

namespace ServicePackage.Core.Documents;

/// <summary>A row of a template from the mark that opens it to the one that closes it.</summary>
internal sealed record MarkedRow(Mark Opens, Mark Closes);

/// <summary>Finds out what the marks of a part mean: which word of which row, and which of them belong together.</summary>
internal sealed class TemplateMarks(TemplateWords words, TemplatePlace place, TemplateFindings findings)
{
    private readonly Stack<(Mark Mark, TemplateRow? Row)> _open = new();

    /// <summary>All marks, in the order of the document.</summary>
    public List<Mark> All { get; } = [];

    /// <summary>The rows, each after those within it.</summary>
    public List<MarkedRow> Rows { get; } = [];

    /// <summary>Reads the marks in the order of the document.</summary>
    public void Read(IEnumerable<Mark> marks, Instructions instructions)
    {
        foreach (var mark in marks)
        {
            All.Add(mark);
            switch (mark.Kind)
            {
                case MarkKind.Half:
                    Wrong("Template.Half", mark);
                    break;
                case MarkKind.Word:
                    mark.Instruction = Word(mark, instructions);
                    break;
                case MarkKind.Opens:
                    Open(mark, instructions);
                    break;
                case MarkKind.Closes:
                    Close(mark);
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(marks), mark.Kind, null);
            }
        }

        foreach (var (mark, _) in _open.Reverse())
        {
            Wrong("Template.Unclosed", mark, mark.Name);
        }
    }

    /// <summary>Something is wrong with a mark.</summary>
    public void Wrong(string code, Mark mark, params object?[] more) => findings.Add(code, place, mark.Paragraph.Text, mark.From, mark.To, more);

    private XProcessingInstruction? Word(Mark mark, Instructions instructions)
    {
        var up = 0;
        foreach (var (_, row) in _open)
        {
            if (row is null || row.Words.Has(mark.Name))
            {
                return row is null ? null : instructions.Word(mark.Name, up, PrefixAt(mark)); // within an unknown row nothing more is said
            }

            up++;
        }

        if (words.Has(mark.Name))
        {
            return instructions.Word(mark.Name, up, PrefixAt(mark));
        }

        Wrong("Template.UnknownWord", mark, mark.Name);
        return null;
    }

    private void Open(Mark mark, Instructions instructions)
    {
        var here = _open.TryPeek(out var around) ? around.Row?.Words : words;
        var row = here?.Row(mark.Name);
        if (row is null && here is not null)
        {
            Wrong("Template.UnknownRow", mark, mark.Name);
        }

        mark.Instruction = instructions.Rows(mark.Name);
        _open.Push((mark, row));
    }

    private void Close(Mark mark)
    {
        if (!_open.Any(o => o.Mark.Name == mark.Name))
        {
            Wrong("Template.ClosesNothing", mark, mark.Name);
            return;
        }

        while (_open.Peek() is var (inner, _) && inner.Name != mark.Name)
        {
            Wrong("Template.OutOfOrder", inner, inner.Name, mark.Name);
            _open.Pop();
        }

        mark.Instruction = Instructions.End();
        Rows.Add(new MarkedRow(_open.Pop().Mark, mark));
    }

    /// <summary>What the document calls its own namespace there.</summary>
    private static string PrefixAt(Mark mark) => mark.Paragraph.Paragraph.GetPrefixOfNamespace(Wml.W) is { } prefix ? prefix + ":" : "";
}
