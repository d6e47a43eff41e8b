using System.Collections.Immutable;
using System.Globalization;
using System.Xml;

namespace ServicePackage.Core.Documents;

/// <summary>A piece of a part of a template: XML as it stands, or what is put in.</summary>
internal abstract record TemplatePiece
{
    /// <summary>Writes it with the content of the row that it stands in.</summary>
    public abstract void Write(TextWriter writer, Filling filling, Scope scope);
}

/// <summary>The content of a row, and of the one around it.</summary>
internal sealed record Scope(DocumentContent Content, Scope? Around);

/// <summary>What is counted while one document is filled.</summary>
internal sealed class Filling
{
    private int _drawings = 1_000_000; // beyond what an editor numbers

    public int NextDrawing() => _drawings++;
}

/// <summary>XML as it stands in the template.</summary>
internal sealed record XmlPiece(string Xml) : TemplatePiece
{
    public override void Write(TextWriter writer, Filling filling, Scope scope) => writer.Write(Xml);
}

/// <summary>The number of a drawing that repeats.</summary>
internal sealed record NumberPiece : TemplatePiece
{
    public override void Write(TextWriter writer, Filling filling, Scope scope) => writer.Write(filling.NextDrawing().ToString(CultureInfo.InvariantCulture));
}

/// <summary>The text of a word, as text and nothing else: what XML cannot hold is left out.</summary>
internal sealed record WordPiece(string Name, int Up, string Prefix) : TemplatePiece
{
    public override void Write(TextWriter writer, Filling filling, Scope scope)
    {
        var of = scope;
        for (var i = 0; i < Up; i++)
        {
            of = of.Around!;
        }

        if (of.Content.Values.GetValueOrDefault(Name) is not { Length: > 0 } text)
        {
            return;
        }

        foreach (var (index, line) in text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r').Index())
        {
            if (index > 0)
            {
                writer.Write($"<{Prefix}br/>");
            }

            if (line.Length > 0)
            {
                writer.Write($"<{Prefix}t xml:space=\"preserve\">");
                WriteText(writer, line);
                writer.Write($"</{Prefix}t>");
            }
        }
    }

    private static void WriteText(TextWriter writer, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                writer.Write(c);
                writer.Write(text[++i]);
            }
            else if (c is '<' or '>' or '&')
            {
                writer.Write(c == '<' ? "&lt;" : c == '>' ? "&gt;" : "&amp;");
            }
            else if (XmlConvert.IsXmlChar(c))
            {
                writer.Write(c);
            }
        }
    }
}

/// <summary>What repeats.</summary>
internal sealed record RowsPiece(string Name, ImmutableArray<TemplatePiece> Pieces) : TemplatePiece
{
    public override void Write(TextWriter writer, Filling filling, Scope scope)
    {
        if (scope.Content.Rows.TryGetValue(Name, out var contents))
        {
            foreach (var content in contents)
            {
                var inner = new Scope(content, scope);
                foreach (var piece in Pieces)
                {
                    piece.Write(writer, filling, inner);
                }
            }
        }
    }
}

/// <summary>What is there only where any of these rows has content, as a table all of whose rows repeat; or only where none has.</summary>
internal sealed record WhenPiece(ImmutableArray<string> Rows, bool Any, ImmutableArray<TemplatePiece> Pieces) : TemplatePiece
{
    public override void Write(TextWriter writer, Filling filling, Scope scope)
    {
        if (Rows.Any(r => scope.Content.Rows.TryGetValue(r, out var contents) && !contents.IsEmpty) == Any)
        {
            foreach (var piece in Pieces)
            {
                piece.Write(writer, filling, scope);
            }
        }
    }
}
