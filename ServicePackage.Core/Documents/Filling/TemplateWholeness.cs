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
                var names = rows.Where(r => r.Depth == 0).Select(r => r.Node).OfType<XProcessingInstruction>().Select(instructions.RowOf).OfType<string>();
                table.AddBeforeSelf(instructions.WhenAny([.. names]));
                table.AddAfterSelf(Instructions.End());
            }
        }

        foreach (var story in root.DescendantsAndSelf().Where(e => Wml.Stories.Contains(e.Name) && e.Name != Wml.Body && e.Name != Wml.Control).ToList())
        {
            var blocks = Placed(story, instructions).Where(n => n.Node is XElement { Name: var name } && (name == Wml.Paragraph || name == Wml.Table)).ToList();
            if (story.Name == Wml.Cell ? blocks is not [.., { Depth: 0, Node: XElement last }] || last.Name != Wml.Paragraph : !blocks.Exists(b => b.Depth == 0))
            {
                story.Add(new XElement(Wml.Paragraph));
            }
        }
    }

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
