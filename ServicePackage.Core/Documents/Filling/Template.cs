using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Documents;

/// <summary>
/// A document of a word processor with words in it, 「{{企业名称}}」, read once and filled as often as wanted, by many at once. The same content gives the
/// same bytes.
/// </summary>
public sealed class Template
{
    private readonly ImmutableArray<(string Name, byte[]? Bytes, ImmutableArray<TemplatePiece> Pieces)> _parts;

    private Template(ImmutableArray<(string, byte[]?, ImmutableArray<TemplatePiece>)> parts) => _parts = parts;

    /// <summary>
    /// Reads a template. Refused: Template.NotDocx, Template.Encrypted, Template.Broken, Template.Macro, Template.TooLarge, Template.UnpacksTooLarge,
    /// Template.TooManyParts, Template.Strict, Template.NoWords; and Template.Wrong, whose details are what is wrong, each with its place and the text around: macros, outside links, embedded
    /// objects, comments, tracked changes, fields that lead out of the document, words and rows that the kind of document does not have, half words, rows
    /// that are not closed, or not in order, or not where they could repeat.
    /// </summary>
    public static Outcome<Template> Open(byte[] file, TemplateWords words)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(words);
        var read = TemplateFile.Read(file);
        if (!read.Done)
        {
            return read.Refusal!;
        }

        try
        {
            var findings = new TemplateFindings();
            TemplateChecks.Look(read.Value, findings);
            var roots = read.Value.Written().Select(p => (p.Name, p.Place, Root: TemplateFile.Xml(p.Bytes).Root!)).ToList();
            if (roots.Exists(p => p.Root.Name.Namespace != Wml.W))
            {
                return new Refusal("Template.Strict"); // other names for everything: nothing in it would be found, neither words nor what is not allowed
            }

            var written = roots.ToDictionary(p => p.Name, p => PiecesOf(p.Root, p.Place, words, findings));
            return findings.Refusal is { } refusal ? refusal : findings.Words == 0 ? new Refusal("Template.NoWords") : new Template([.. read.Value.Parts.Select(p =>
                written.TryGetValue(p.Name, out var pieces) ? (p.Name, (byte[]?)null, pieces) : (p.Name, p.Bytes, []))]);
        }
        catch (XmlException)
        {
            return new Refusal("Template.Broken");
        }
    }

    /// <summary>Writes the document with this content.</summary>
    public void Fill(DocumentContent content, Stream into)
    {
        ArgumentNullException.ThrowIfNull(content);
        var (filling, scope) = (new Filling(), new Scope(content, null));
        using var file = new DocumentFile(into);
        foreach (var (name, bytes, pieces) in _parts)
        {
            if (bytes is not null)
            {
                file.Add(name, bytes);
                continue;
            }

            file.Add(name, writer =>
            {
                foreach (var piece in pieces)
                {
                    piece.Write(writer, filling, scope);
                }
            });
        }
    }

    private static ImmutableArray<TemplatePiece> PiecesOf(XElement root, TemplatePlace place, TemplateWords words, TemplateFindings findings)
    {
        TemplateChecks.Look(root, place, findings);
        var instructions = new Instructions();
        var marks = new TemplateMarks(words, place, findings);
        var found = ParagraphText.Of(root).SelectMany(t => t.Marks()).Take(TemplateRules.MostWords + 1).ToList();
        if (found.Count > TemplateRules.MostWords)
        {
            findings.Add("Template.TooManyWords", place, "", TemplateRules.MostWords);
            return [];
        }

        findings.Words += found.Count;
        marks.Read(found.OrderBy(m => m.Paragraph.OrderOf(m)), instructions);
        var rows = new TemplateRows(marks);
        rows.Decide();
        if (findings.All.Count > 0)
        {
            return [];
        }

        rows.Place(root);
        TemplateWholeness.Keep(root, instructions);
        return instructions.Divide(root);
    }
}
