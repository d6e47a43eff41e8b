using System.IO.Compression;
using System.Text;

namespace ServicePackage.Tests.Support;

/// <summary>Small files, sound and otherwise.</summary>
public static class SampleFiles
{
    public const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    public const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    /// <summary>A PDF of about this many bytes.</summary>
    public static byte[] Pdf(int length = 0)
    {
        const string Begin = "%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%";
        const string End = "\ntrailer<</Root 1 0 R>>\n%%EOF\n";
        return Encoding.ASCII.GetBytes(Begin + new string('x', Math.Max(0, length - Begin.Length - End.Length)) + End);
    }

    public static byte[] Jpeg() => [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xFF, 0xD9];

    public static byte[] Png() => Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public static byte[] Docx() => Office(Word, "word/document.xml");

    public static byte[] Xlsx() => Office(Excel, "xl/workbook.xml");

    /// <summary>An Office archive with this main part and further entries of this many zeros.</summary>
    public static byte[] Office(string mainType, string mainPart, string? contentTypes = null, params (string Name, int Zeros)[] more)
    {
        contentTypes ??= $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/{mainPart}" ContentType="{mainType}"/></Types>
            """;
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "[Content_Types].xml", Encoding.UTF8.GetBytes(contentTypes));
            Add(archive, mainPart, "<x/>"u8.ToArray());
            foreach (var (name, zeros) in more)
            {
                Add(archive, name, new byte[zeros]);
            }
        }

        return packed.ToArray();
    }

    private static void Add(ZipArchive archive, string name, byte[] bytes)
    {
        using var entry = archive.CreateEntry(name).Open();
        entry.Write(bytes);
    }
}
