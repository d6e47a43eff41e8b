using System.IO.Compression;
using System.Text;

namespace ServicePackage.Core.Documents;

/// <summary>Writes the file of a document, a part after the other. The same parts give the same bytes: nothing in it says when it was written.</summary>
internal sealed class DocumentFile : IDisposable
{
    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    // An archive is written otherwise into a stream in which one cannot go back; here always into the same kind.
    private readonly MemoryStream _bytes = new();
    private readonly ZipArchive _archive;
    private readonly Stream _into;

    public DocumentFile(Stream into) => (_into, _archive) = (into, new ZipArchive(_bytes, ZipArchiveMode.Create, leaveOpen: true));

    /// <summary>A part as it is.</summary>
    public void Add(string name, byte[] bytes)
    {
        using var part = Begin(name);
        part.Write(bytes);
    }

    /// <summary>A part of text.</summary>
    public void Add(string name, Action<TextWriter> write)
    {
        using var writer = new StreamWriter(Begin(name), Utf8, 16 * 1024);
        write(writer);
    }

    /// <summary>Closes the file and gives it on.</summary>
    public void Dispose()
    {
        _archive.Dispose();
        _bytes.WriteTo(_into);
        _bytes.Dispose();
    }

    private Stream Begin(string name)
    {
        var entry = _archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Always;
        return entry.Open();
    }
}
