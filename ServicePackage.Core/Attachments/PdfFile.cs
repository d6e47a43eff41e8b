using System.Text;
using System.Text.RegularExpressions;

namespace ServicePackage.Core.Attachments;

/// <summary>
/// Looks whether a file is a PDF, as leniently as readers do: its mark may stand within the first 1,024 bytes, behind a byte order mark or lines
/// of a printer or a mail; padding, line ends and comments may follow its end. Markup between its objects is a text like any other.
/// </summary>
internal static partial class PdfFile
{
    private const int Block = 64 * 1024;
    private const int Tail = 4 * 1024;
    private const char Escape = '\u001b';

    /// <summary>Whether it begins like a PDF, with nothing before its first object that a browser could take for a page, and no other file before it.</summary>
    public static bool Begins(ReadOnlySpan<byte> beginning)
    {
        var window = beginning[..Math.Min(beginning.Length, Markup.GuessedFrom)];
        var mark = window.IndexOf("%PDF-"u8);
        if (mark < 0 || !IsPlainText(window[..mark]))
        {
            return false;
        }

        var head = Encoding.Latin1.GetString(window[mark..]);
        var body = FirstObject().Match(head);
        return !Markup.StandsIn(window.Slice(mark, body.Success ? body.Index : head.Length));
    }

    /// <summary>Whether its end mark is there, with nothing behind it but padding and comments; a second file does not belong there.</summary>
    public static async Task<bool> IsWholeAsync(Stream content, CancellationToken cancellation)
    {
        var end = await EndOfWhatIsSaidAsync(content, cancellation);
        var tail = Encoding.Latin1.GetString(await ReadBeforeAsync(content, end, Tail, cancellation));
        var mark = tail.LastIndexOf("%%EOF", StringComparison.Ordinal);
        return mark >= 0 && tail[mark..].Split('\r', '\n').All(IsPaddingOrComment);
    }

    /// <summary>Where the padding at the end of the file begins.</summary>
    private static async Task<long> EndOfWhatIsSaidAsync(Stream content, CancellationToken cancellation)
    {
        var end = content.Length;
        while (end > 0)
        {
            var block = await ReadBeforeAsync(content, end, Block, cancellation);
            var said = block.AsSpan().TrimEnd("\0 \t\r\n"u8).Length;
            end -= block.Length - said;
            if (said > 0)
            {
                break;
            }
        }

        return end;
    }

    private static async Task<byte[]> ReadBeforeAsync(Stream content, long end, int most, CancellationToken cancellation)
    {
        var block = new byte[Math.Min(end, most)];
        content.Seek(end - block.Length, SeekOrigin.Begin);
        await content.ReadExactlyAsync(block, cancellation);
        return block;
    }

    private static bool IsPaddingOrComment(string line) =>
        line.Trim('\0', ' ', '\t') is var said && (said.Length == 0 || (said[0] == '%' && !said.Contains('<', StringComparison.Ordinal) && !said.Any(char.IsControl)));

    private static bool IsPlainText(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            if (b == '<' || (b < ' ' && (char)b is not ('\t' or '\r' or '\n' or Escape)))
            {
                return false;
            }
        }

        return true;
    }

    [GeneratedRegex(@"[0-9]+\s+[0-9]+\s+obj\b")]
    private static partial Regex FirstObject();
}
