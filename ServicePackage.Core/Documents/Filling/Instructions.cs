using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ServicePackage.Core.Documents;

/// <summary>What the marks of a part mean, while it is read: they stand in its XML as processing instructions, and divide it into pieces when it is written out.</summary>
internal sealed partial class Instructions
{
    /// <summary>Stands where a number is wanted that no other drawing of the document has.</summary>
    public const string NumberMark = "sp-number";

    private const string Target = "sp";
    private const string EndMark = "end";

    private readonly List<(TemplatePiece? Piece, Func<ImmutableArray<TemplatePiece>, TemplatePiece>? Around)> _all = [];

    /// <summary>The text of a word, so many rows further out, written with the document's own prefix.</summary>
    public XProcessingInstruction Word(string name, int up, string prefix) => Add((new WordPiece(name, up, prefix), null));

    /// <summary>Repeats what follows until the end.</summary>
    public XProcessingInstruction Rows(string name) => Add((null, pieces => new RowsPiece(name, pieces)));

    /// <summary>Has what follows until the end only where any of these rows has content, or only where none has.</summary>
    public XProcessingInstruction When(ImmutableArray<string> rows, bool any) => Add((null, pieces => new WhenPiece(rows, any, pieces)));

    /// <summary>The end of either.</summary>
    public static XProcessingInstruction End() => new(Target, EndMark);

    /// <summary>How much deeper it is behind an instruction.</summary>
    public int StepOf(XProcessingInstruction instruction) => instruction.Data == EndMark ? -1 : Of(instruction.Data).Around is null ? 0 : 1;

    /// <summary>The row that an instruction repeats with; null where it does something else.</summary>
    public string? RowOf(XProcessingInstruction instruction) => instruction.Data != EndMark && Of(instruction.Data).Around?.Invoke([]) is RowsPiece rows ? rows.Name : null;

    /// <summary>The pieces of a part.</summary>
    public ImmutableArray<TemplatePiece> Divide(XElement root)
    {
        var xml = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + "\r\n" + root.ToString(SaveOptions.DisableFormatting);
        var open = new Stack<(Func<ImmutableArray<TemplatePiece>, TemplatePiece> Around, ImmutableArray<TemplatePiece>.Builder Pieces)>();
        var pieces = ImmutableArray.CreateBuilder<TemplatePiece>();
        var at = 0;
        foreach (Match match in Marked().Matches(xml))
        {
            Add(new XmlPiece(xml[at..match.Index]));
            at = match.Index + match.Length;
            if (match.ValueSpan is NumberMark)
            {
                Add(new NumberPiece());
            }
            else if (match.Groups[1].Value == EndMark)
            {
                var (around, outer) = open.Pop();
                outer.Add(around(pieces.ToImmutable()));
                pieces = outer;
            }
            else if (Of(match.Groups[1].Value) is { Around: { } around })
            {
                open.Push((around, pieces));
                pieces = ImmutableArray.CreateBuilder<TemplatePiece>();
            }
            else
            {
                Add(Of(match.Groups[1].Value).Piece!);
            }
        }

        Add(new XmlPiece(xml[at..]));
        return pieces.ToImmutable();

        void Add(TemplatePiece piece)
        {
            if (piece is not XmlPiece { Xml.Length: 0 })
            {
                pieces.Add(piece);
            }
        }
    }

    private (TemplatePiece? Piece, Func<ImmutableArray<TemplatePiece>, TemplatePiece>? Around) Of(string number) => _all[int.Parse(number, CultureInfo.InvariantCulture)];

    private XProcessingInstruction Add((TemplatePiece?, Func<ImmutableArray<TemplatePiece>, TemplatePiece>?) instruction)
    {
        _all.Add(instruction);
        return new XProcessingInstruction(Target, (_all.Count - 1).ToString(CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"<\?sp (\w+)\?>|" + NumberMark)]
    private static partial Regex Marked();
}
