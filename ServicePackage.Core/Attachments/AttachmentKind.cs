using System.Text;

namespace ServicePackage.Core.Attachments;

/// <summary>A kind of file that is taken, known by its content; the extension must agree.</summary>
internal sealed class AttachmentKind
{
    /// <summary>Every kind that is taken.</summary>
    private static readonly AttachmentKind[] All =
    [
        new("application/pdf", [".pdf"], "%PDF-"u8, IsWholePdfAsync),
        new("image/jpeg", [".jpg", ".jpeg"], [0xFF, 0xD8, 0xFF], NothingMoreAsync),
        new("image/png", [".png"], [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], NothingMoreAsync),
        Office(".docx", "wordprocessingml.document"),
        Office(".xlsx", "spreadsheetml.sheet"),
    ];

    /// <summary>How far browsers look when they guess what a file is.</summary>
    private const int GuessedFrom = 1024;

    private static readonly string[] Markup = ["<html", "<script", "<!doctype", "<svg", "<head", "<body", "<iframe", "<?xml-stylesheet"];

    private readonly string[] _extensions;
    private readonly byte[] _begin;

    private AttachmentKind(string contentType, string[] extensions, ReadOnlySpan<byte> begin, Func<Stream, CancellationToken, Task<bool>> isSound)
    {
        ContentType = contentType;
        _extensions = extensions;
        _begin = begin.ToArray();
        IsSoundAsync = isSound;
    }

    public string ContentType { get; }

    /// <summary>Whether the whole file, seekable, is what its beginning says.</summary>
    public Func<Stream, CancellationToken, Task<bool>> IsSoundAsync { get; }

    /// <summary>The kind that name and beginning agree on; null when they do not, or a browser could take it for a page.</summary>
    public static AttachmentKind? Of(string fileName, ReadOnlySpan<byte> beginning)
    {
        var looksLikePage = Encoding.Latin1.GetString(beginning[..Math.Min(beginning.Length, GuessedFrom)]);
        if (Markup.Any(m => looksLikePage.Contains(m, StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        foreach (var kind in All)
        {
            if (beginning.StartsWith(kind._begin) && kind._extensions.Contains(Path.GetExtension(fileName), StringComparer.OrdinalIgnoreCase))
            {
                return kind;
            }
        }

        return null;
    }

    private static AttachmentKind Office(string extension, string part) =>
        new($"application/vnd.openxmlformats-officedocument.{part}", [extension], [(byte)'P', (byte)'K', 3, 4],
            (content, cancellation) => OfficeFile.IsAsync(content, $"application/vnd.openxmlformats-officedocument.{part}.main+xml", cancellation));

    private static Task<bool> NothingMoreAsync(Stream content, CancellationToken cancellation) => Task.FromResult(true);

    /// <summary>A PDF ends with its end mark; a second file appended behind it does not belong there.</summary>
    private static async Task<bool> IsWholePdfAsync(Stream content, CancellationToken cancellation)
    {
        var end = new byte[Math.Min(content.Length, GuessedFrom)];
        content.Seek(-end.Length, SeekOrigin.End);
        await content.ReadExactlyAsync(end, cancellation);
        return Encoding.Latin1.GetString(end).TrimEnd(' ', '\t', '\r', '\n', '\0').EndsWith("%%EOF", StringComparison.Ordinal);
    }
}
