using System.Buffers.Binary;
using System.IO.Compression;
using System.Xml;

namespace ServicePackage.Core.Attachments;

/// <summary>
/// Looks whether a zip archive is an Office document that is taken: reads its directory and its list of content types and
/// unpacks nothing else, so that a small file that unpacks to a huge one costs nothing.
/// </summary>
internal static class OfficeFile
{
    private const int LargestDirectory = 1024 * 1024;
    private const int LargestContentTypes = 256 * 1024;
    private const int EndLength = 22;
    private const int LocatorLength = 20;
    private const int WideEndLength = 56;
    private const uint EndMark = 0x06054b50;
    private const uint LocatorMark = 0x07064b50;
    private const uint WideEndMark = 0x06064b50;

    private static readonly (AttachmentKind Kind, string MainType)[] Taken =
        [(AttachmentKind.Docx, AttachmentKind.Docx.ContentType + ".main+xml"), (AttachmentKind.Xlsx, AttachmentKind.Xlsx.ContentType + ".main+xml")];

    /// <summary>Whether it begins like a zip archive.</summary>
    public static bool Begins(ReadOnlySpan<byte> beginning) => beginning.StartsWith("PK\u0003\u0004"u8);

    /// <summary>The kind of document; without one, the code of the refusal that says what the archive is.</summary>
    public static async Task<(AttachmentKind? Kind, string Code)> LookAsync(Stream content, CancellationToken cancellation)
    {
        try
        {
            if (!await HasSmallDirectoryAtTheEndAsync(content, cancellation))
            {
                return (null, "Attachment.Broken");
            }

            await using var archive = await ZipArchive.CreateAsync(content, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellation);
            if (archive.GetEntry("[Content_Types].xml") is not { } list)
            {
                return (null, archive.GetEntry("OFD.xml") is not null ? "Attachment.Ofd" : archive.GetEntry("mimetype") is not null ? "Attachment.OtherOffice" : "Attachment.Archive");
            }

            var types = await ContentTypesAsync(list, cancellation);
            return archive.Entries.Any(e => e.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)) || types.Any(IsOfMacros) ? (null, "Attachment.Macro")
                : Taken.FirstOrDefault(t => types.Contains(t.MainType)).Kind is { } kind ? (kind, "")
                : (null, types.Any(IsOfOffice) ? "Attachment.OtherOffice" : "Attachment.Archive");
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or EndOfStreamException)
        {
            return (null, "Attachment.Broken"); // not an archive, or a broken one
        }
    }

    private static bool IsOfMacros(string type) => type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase);

    private static bool IsOfOffice(string type) =>
        type.Contains("officedocument", StringComparison.OrdinalIgnoreCase) || type.Contains("ms-excel", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The directory lies directly before the closing records, which close the file: nothing appended, and what has to be
    /// read is bounded whatever the entry count claims. Some makers write the wide (ZIP64) record into small files too.
    /// </summary>
    private static async Task<bool> HasSmallDirectoryAtTheEndAsync(Stream content, CancellationToken cancellation)
    {
        if (content.Length < EndLength)
        {
            return false;
        }

        var end = new byte[Math.Min(content.Length, WideEndLength + LocatorLength + EndLength)];
        content.Seek(-end.Length, SeekOrigin.End);
        await content.ReadExactlyAsync(end, cancellation);
        var record = end.AsSpan(end.Length - EndLength);
        var records = end.AsSpan(0, end.Length - EndLength);
        var (length, start) = ((long)ReadInt(record[12..]), (long)ReadInt(record[16..]));
        var directoryEnd = content.Length - EndLength;
        if (records.Length == WideEndLength + LocatorLength && ReadInt(records[WideEndLength..]) == LocatorMark && ReadInt(records) == WideEndMark)
        {
            (length, start) = (BinaryPrimitives.ReadInt64LittleEndian(records[40..]), BinaryPrimitives.ReadInt64LittleEndian(records[48..]));
            directoryEnd = content.Length - end.Length;
        }

        return ReadInt(record) == EndMark
            && length is >= 0 and <= LargestDirectory
            && start == directoryEnd - length;

        static uint ReadInt(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32LittleEndian(bytes);
    }

    private static async Task<HashSet<string>> ContentTypesAsync(ZipArchiveEntry list, CancellationToken cancellation)
    {
        var types = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        await using var packed = await list.OpenAsync(cancellation);
        var settings = new XmlReaderSettings
        {
            Async = true,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = LargestContentTypes,
        };
        using var reader = XmlReader.Create(packed, settings);
        while (await reader.ReadAsync())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.GetAttribute("ContentType") is { } type)
            {
                types.Add(type);
            }
        }

        return types;
    }
}
