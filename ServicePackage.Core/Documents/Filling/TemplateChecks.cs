using System.Text;
using System.Xml.Linq;

namespace ServicePackage.Core.Documents;

/// <summary>What a template may not contain, whatever its words: what runs, what leads out of it, what is not settled.</summary>
internal static class TemplateChecks
{
    private static readonly HashSet<XName> Tracked =
    [
        .. new[]
        {
            "ins", "del", "moveFrom", "moveTo", "moveFromRangeStart", "moveToRangeStart", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblGridChange", "tblPrExChange",
            "trPrChange", "tcPrChange", "cellIns", "cellDel", "cellMerge", "numberingChange", "customXmlInsRangeStart", "customXmlDelRangeStart",
        }.Select(n => Wml.W + n),
    ];

    private static readonly HashSet<string> Embedded = ["object", "altChunk", "control", "subDoc", "OLEObject"];

    private static readonly HashSet<string> EmbeddedParts = ["oleObject", "package", "control", "aFChunk", "attachedToolbars", "subDocument", "frame"];

    /// <summary>Fields that say something of the document itself.</summary>
    private static readonly HashSet<string> Fields = new(["PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "REF", "SEQ", "STYLEREF", "TOC", "="], StringComparer.OrdinalIgnoreCase);

    /// <summary>Looks at what the file consists of and what its parts refer to.</summary>
    public static void Look(TemplateFile file, TemplateFindings findings)
    {
        foreach (var (name, bytes) in file.Parts)
        {
            if (name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
            {
                findings.Add("Template.HasMacro", TemplatePlace.File, name);
            }
            else if (name.Contains("/embeddings/", StringComparison.OrdinalIgnoreCase) || name.Contains("/activeX/", StringComparison.OrdinalIgnoreCase))
            {
                findings.Add("Template.Embedded", TemplatePlace.File, name);
            }
            else if (name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
            {
                LookAtReferences(bytes, findings);
            }
            else if (file.ContentTypes.GetValueOrDefault(name)?.EndsWith("wordprocessingml.comments+xml", StringComparison.Ordinal) == true)
            {
                foreach (var comment in TemplateFile.Xml(bytes).Descendants(Wml.W + "comment"))
                {
                    findings.Add("Template.Comment", TemplatePlace.Body, comment.Value, 0, comment.Value.Length);
                }
            }
        }
    }

    /// <summary>Looks at the elements of a part with text.</summary>
    public static void Look(XElement root, TemplatePlace place, TemplateFindings findings)
    {
        var instructions = new Stack<StringBuilder>();
        foreach (var element in root.Descendants())
        {
            if (Tracked.Contains(element.Name))
            {
                Add("Template.Tracked", element);
            }
            else if (Embedded.Contains(element.Name.LocalName))
            {
                Add("Template.Embedded", element);
            }
            else if (element.Name.NamespaceName.StartsWith("urn:schemas-microsoft-com", StringComparison.Ordinal)
                && element.Attributes().FirstOrDefault(a => a.Name.LocalName is "src" or "href" && a.Value.Length > 0) is { } link)
            {
                findings.Add("Template.OutsideLink", place, link.Value, 0, 0);
            }
            else if (element.Name == Wml.W + "fldSimple")
            {
                LookAtField(element.Attribute(Wml.W + "instr")?.Value ?? "", element);
            }
            else if (element.Name == Wml.W + "instrText" && instructions.TryPeek(out var written))
            {
                written.Append(element.Value);
            }
            else if (element.Name == Wml.W + "fldChar")
            {
                Step(element);
            }
        }

        void Step(XElement element)
        {
            switch (element.Attribute(Wml.W + "fldCharType")?.Value)
            {
                case "begin":
                    instructions.Push(new StringBuilder());
                    break;
                case "separate" when instructions.TryPeek(out var written) && written.Length > 0:
                    LookAtField(written.ToString(), element);
                    written.Clear();
                    break;
                case "end" when instructions.TryPop(out var written) && written.Length > 0:
                    LookAtField(written.ToString(), element);
                    break;
            }
        }

        void LookAtField(string instruction, XElement element)
        {
            var name = instruction.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
            if (!Fields.Contains(name) && !name.StartsWith('='))
            {
                Add("Template.Field", element, name);
            }
        }

        void Add(string code, XElement element, params object?[] more)
        {
            var near = Wml.ParagraphOf(element) ?? element.DescendantsAndSelf(Wml.Paragraph).FirstOrDefault() ?? element.ElementsBeforeSelf().LastOrDefault() ?? element;
            var text = string.Concat(near.Descendants().Where(e => e.Name == Wml.Text || e.Name == Wml.W + "delText").Select(e => e.Value));
            findings.Add(code, place, text, 0, Math.Min(text.Length, TemplateRules.Around), more);
        }
    }

    private static void LookAtReferences(byte[] bytes, TemplateFindings findings)
    {
        foreach (var reference in TemplateFile.Xml(bytes).Descendants().Where(e => e.Name.LocalName == "Relationship"))
        {
            var (type, target) = (reference.Attribute("Type")?.Value ?? "", reference.Attribute("Target")?.Value ?? "");
            if (reference.Attribute("TargetMode")?.Value == "External")
            {
                findings.Add("Template.OutsideLink", TemplatePlace.File, target, 0, 0);
            }
            else if (EmbeddedParts.Contains(type[(type.LastIndexOf('/') + 1)..]) || type.EndsWith("/vbaProject", StringComparison.Ordinal))
            {
                findings.Add("Template.Embedded", TemplatePlace.File, target, 0, 0);
            }
        }
    }
}
