using System.Buffers.Binary;
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

    /// <summary>The archive with a wide (ZIP64) end record, as some makers always write.</summary>
    public static byte[] WithWideEnd(byte[] archive)
    {
        const int EndLength = 22;
        var end = archive.AsSpan(archive.Length - EndLength);
        var wide = new byte[76];
        BinaryPrimitives.WriteUInt32LittleEndian(wide, 0x06064b50);
        BinaryPrimitives.WriteInt64LittleEndian(wide.AsSpan(4), 44);
        BinaryPrimitives.WriteInt32LittleEndian(wide.AsSpan(12), (45 << 16) | 45);
        BinaryPrimitives.WriteInt64LittleEndian(wide.AsSpan(24), BinaryPrimitives.ReadUInt16LittleEndian(end[8..]));
        BinaryPrimitives.WriteInt64LittleEndian(wide.AsSpan(32), BinaryPrimitives.ReadUInt16LittleEndian(end[10..]));
        BinaryPrimitives.WriteInt64LittleEndian(wide.AsSpan(40), BinaryPrimitives.ReadUInt32LittleEndian(end[12..]));
        BinaryPrimitives.WriteInt64LittleEndian(wide.AsSpan(48), BinaryPrimitives.ReadUInt32LittleEndian(end[16..]));
        BinaryPrimitives.WriteUInt32LittleEndian(wide.AsSpan(56), 0x07064b50);
        BinaryPrimitives.WriteInt64LittleEndian(wide.AsSpan(64), archive.Length - EndLength);
        BinaryPrimitives.WriteInt32LittleEndian(wide.AsSpan(72), 1);
        return [.. archive[..^EndLength], .. wide, .. end];
    }

    /// <summary>An archive of other entries than a document's.</summary>
    public static byte[] Zip(params string[] names)
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                Add(archive, name, "<x/>"u8.ToArray());
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
