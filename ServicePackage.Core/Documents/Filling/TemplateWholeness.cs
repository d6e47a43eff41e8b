using System.Xml.Linq;

namespace ServicePackage.Core.Documents;

/// <summary>Keeps a document whole where rows have no content: a table without rows goes, what must hold a paragraph holds one.</summary>
internal static class TemplateWholeness
{
    /// <summary>Puts in what is needed for it.</summary>
    public static void Keep(XElement root, Instructions instructions)
    {
        foreach (var table in root.Descendants(Wml.Table).ToList())
        {
            var rows = Placed(table, instructions).ToList();
            if (!rows.Exists(r => r is { Depth: 0, Node: XElement { Name: var name } } && name == Wml.TableRow))
            {
                table.AddBeforeSelf(instructions.When([.. NamesOf(rows, instructions)], any: true));
                table.AddAfterSelf(Instructions.End());
            }
        }

        foreach (var story in root.DescendantsAndSelf().Where(e => Wml.Stories.Contains(e.Name) && e.Name != Wml.Body && e.Name != Wml.Control).ToList())
        {
            KeepParagraph(story, instructions);
        }
    }

    /// <summary>A cell ends with a paragraph, and a head, a foot or a box has one or a table.</summary>
    private static void KeepParagraph(XElement story, Instructions instructions)
    {
        var nodes = Placed(story, instructions).ToList();
        var blocks = nodes.Where(n => n.Node is XElement { Name: var name } && (name == Wml.Paragraph || name == Wml.Table)).ToList();
        var isStatic = blocks.Exists(b => b.Depth == 0);
        var (last, names) = (blocks.LastOrDefault(), NamesOf(nodes, instructions).ToList());
        var endsWithParagraph = last.Node is XElement { Name: var kind } && kind == Wml.Paragraph;
        if (story.Name == Wml.Cell ? endsWithParagraph && last.Depth == 0 : isStatic)
        {
            return;
        }

        if (isStatic || (story.Name == Wml.Cell && !(endsWithParagraph && names.Count == 1)))
        {
            story.Add(new XElement(Wml.Paragraph));
        }
        else
        {
            story.Add(instructions.When([.. names], any: false), new XElement(Wml.Paragraph), Instructions.End());
        }
    }

    private static IEnumerable<string> NamesOf(IEnumerable<(XNode Node, int Depth)> nodes, Instructions instructions) =>
        nodes.Where(n => n.Depth == 0).Select(n => n.Node).OfType<XProcessingInstruction>().Select(instructions.RowOf).OfType<string>().Distinct();

    /// <summary>The nodes of an element with how many rows they stand in there.</summary>
    private static IEnumerable<(XNode Node, int Depth)> Placed(XElement element, Instructions instructions)
    {
        var depth = 0;
        foreach (var node in element.Nodes())
        {
            yield return (node, depth);
            depth += node is XProcessingInstruction instruction ? instructions.StepOf(instruction) : 0;
        }
    }
}
