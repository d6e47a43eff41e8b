using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Documents;

/// <summary>The parts of a template as they lie in its file, in that order, read within the limits.</summary>
internal sealed class TemplateFile
{
    private const string Types = "[Content_Types].xml";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private TemplateFile(IReadOnlyList<(string Name, byte[] Bytes)> parts, IReadOnlyDictionary<string, string> types) => (Parts, ContentTypes) = (parts, types);

    /// <summary>Names and contents.</summary>
    public IReadOnlyList<(string Name, byte[] Bytes)> Parts { get; }

    /// <summary>What each part is said to be, by its name.</summary>
    public IReadOnlyDictionary<string, string> ContentTypes { get; }

    /// <summary>The parts into which words can be written, with their places; the body first.</summary>
    public IEnumerable<(string Name, byte[] Bytes, TemplatePlace Place)> Written() =>
        from part in Parts
        let place = PlaceOf(part.Name)
        where place is not null
        orderby place.Value, part.Name
        select (part.Name, part.Bytes, place.Value);

    /// <summary>Reads a file. Refused: what is no DOCX, is encrypted, broken or beyond the limits.</summary>
    public static Outcome<TemplateFile> Read(byte[] file)
    {
        if (file.Length > TemplateRules.LargestMegabytes * TemplateRules.Megabyte)
        {
            return new Refusal("Template.TooLarge", TemplateRules.LargestMegabytes);
        }

        if (file.AsSpan().StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]))
        {
            return new Refusal("Template.Encrypted"); // a compound file: an encrypted document, or one of before 2007
        }

        if (!file.AsSpan().StartsWith("PK\u0003\u0004"u8))
        {
            return new Refusal("Template.NotDocx");
        }

        try
        {
            using var archive = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
            return archive.Entries.Count > TemplateRules.MostParts ? new Refusal("Template.TooManyParts", TemplateRules.MostParts)
                : archive.Entries.Sum(e => (decimal)e.Length) > TemplateRules.UnpackedMegabytes * TemplateRules.Megabyte ? TooMuch
                : Read(archive);
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or EndOfStreamException)
        {
            return new Refusal("Template.Broken");
        }
    }

    /// <summary>The XML of a part, without what is not the document's: instructions to programs and the numbers of paragraphs. Throws where it is none.</summary>
    public static XDocument Xml(byte[] bytes)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = TemplateRules.UnpackedMegabytes * TemplateRules.Megabyte,
            IgnoreProcessingInstructions = true,
            IgnoreComments = true,
        };
        using (var depth = XmlReader.Create(new MemoryStream(bytes, writable: false), settings))
        {
            while (depth.Read())
            {
                if (depth.Depth > TemplateRules.Deepest)
                {
                    throw new XmlException("Deeper than any editor writes.");
                }
            }
        }

        using var reader = XmlReader.Create(new MemoryStream(bytes, writable: false), settings);
        var document = XDocument.Load(reader, LoadOptions.PreserveWhitespace);
        foreach (var element in document.Descendants())
        {
            element.Attribute(Wml.W14 + "paraId")?.Remove(); // one of its own each: a row would repeat it
            element.Attribute(Wml.W14 + "textId")?.Remove();
        }

        return document;
    }

    private static Refusal TooMuch => new("Template.UnpacksTooLarge", TemplateRules.UnpackedMegabytes);

    private static Outcome<TemplateFile> Read(ZipArchive archive)
    {
        var parts = new List<(string Name, byte[] Bytes)>();
        var left = (long)TemplateRules.UnpackedMegabytes * TemplateRules.Megabyte;
        var buffer = new byte[81920];
        foreach (var entry in archive.Entries.Where(e => !e.FullName.EndsWith('/')))
        {
            // What the directory says of a part's length need not be so.
            using var packed = entry.Open();
            using var content = new MemoryStream();
            for (var read = packed.Read(buffer); read > 0; read = packed.Read(buffer))
            {
                if ((left -= read) < 0)
                {
                    return TooMuch;
                }

                content.Write(buffer, 0, read);
            }

            parts.Add((entry.FullName.Replace('\\', '/'), content.ToArray()));
        }

        if (parts.Select(p => p.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() < parts.Count)
        {
            return new Refusal("Template.Broken");
        }

        if (parts.Find(p => p.Name == Types) is not { Bytes: { } list })
        {
            return new Refusal("Template.NotDocx");
        }

        var types = Xml(list).Descendants().Where(e => e.Attribute("ContentType") is not null).ToList();
        var named = types.Where(t => t.Attribute("PartName") is not null)
            .GroupBy(t => t.Attribute("PartName")!.Value.TrimStart('/'), t => t.Attribute("ContentType")!.Value)
            .ToDictionary(g => g.Key, g => g.First());
        return types.Exists(t => t.Attribute("ContentType")!.Value.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)) ? new Refusal("Template.Macro")
            : named.Any(n => n.Value == Word + "document.main+xml" && parts.Exists(p => p.Name == n.Key)) ? new TemplateFile(parts, named)
            : new Refusal("Template.NotDocx");
    }

    private TemplatePlace? PlaceOf(string name) => ContentTypes.GetValueOrDefault(name) switch
    {
        Word + "document.main+xml" => TemplatePlace.Body,
        Word + "header+xml" => TemplatePlace.Header,
        Word + "footer+xml" => TemplatePlace.Footer,
        Word + "footnotes+xml" or Word + "endnotes+xml" => TemplatePlace.Notes,
        _ => null,
    };
}
