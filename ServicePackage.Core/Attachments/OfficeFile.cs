using System.Buffers.Binary;
using System.IO.Compression;
using System.Xml;

namespace ServicePackage.Core.Attachments;

/// <summary>
/// Looks whether a zip archive is an Office document of one kind: reads its directory and its list of content types and
/// unpacks nothing else, so that a small file that unpacks to a huge one costs nothing.
/// </summary>
internal static class OfficeFile
{
    private const int LargestDirectory = 1024 * 1024;
    private const int LargestContentTypes = 256 * 1024;
    private const int EndLength = 22;
    private const uint EndMark = 0x06054b50;

    /// <summary>Whether the document's main part is of this content type and it carries no macros.</summary>
    public static async Task<bool> IsAsync(Stream content, string mainContentType, CancellationToken cancellation)
    {
        try
        {
            if (!await HasSmallDirectoryAtTheEndAsync(content, cancellation))
            {
                return false;
            }

            await using var archive = await ZipArchive.CreateAsync(content, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellation);
            return !archive.Entries.Any(e => e.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
                && archive.GetEntry("[Content_Types].xml") is { } list
                && (await ContentTypesAsync(list, cancellation)).Contains(mainContentType);
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or EndOfStreamException)
        {
            return false; // not an archive, or a broken one
        }
    }

    /// <summary>
    /// The directory lies directly before the closing record, which closes the file: nothing appended, and what has to be
    /// read is bounded whatever the entry count claims.
    /// </summary>
    private static async Task<bool> HasSmallDirectoryAtTheEndAsync(Stream content, CancellationToken cancellation)
    {
        if (content.Length < EndLength)
        {
            return false;
        }

        var end = new byte[EndLength];
        content.Seek(-EndLength, SeekOrigin.End);
        await content.ReadExactlyAsync(end, cancellation);
        var length = BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(12));
        var start = BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(16));
        return BinaryPrimitives.ReadUInt32LittleEndian(end) == EndMark
            && length <= LargestDirectory
            && (long)start + length == content.Length - EndLength;
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
