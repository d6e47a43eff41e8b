using System.Globalization;
using System.Text;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Attachments;

/// <summary>Makes a file name that is safe to show and to save under, on any system, from what a browser sent.</summary>
public static class AttachmentNames
{
    /// <summary>The longest name, extension included: with Chinese characters it still fits the 255 bytes of a file system.</summary>
    public const int Longest = 80;

    private const string Unnamed = "file";
    private const string Forbidden = "<>:\"|?*";

    private static readonly HashSet<string> Reserved = new(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"COM{n}", $"LPT{n}" })],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Extensions that name a kind of file.</summary>
    private static readonly HashSet<string> KindNames = new(
        [
            ".pdf", ".doc", ".docx", ".docm", ".dot", ".dotx", ".wps", ".wpt", ".rtf", ".txt", ".odt", ".xls", ".xlsx", ".xlsm", ".xlt", ".xltx", ".et", ".csv",
            ".ods", ".ppt", ".pptx", ".dps", ".ofd", ".jpg", ".jpeg", ".jpe", ".jfif", ".pjpeg", ".png", ".gif", ".bmp", ".webp", ".heic", ".heif", ".avif",
            ".tif", ".tiff", ".svg", ".htm", ".html", ".xml", ".zip", ".rar", ".7z", ".exe", ".bin", ".dat", ".tmp", ".download", ".octet-stream",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The last part of a path of either kind, without control, invisible and broken characters; reserved names are
    /// marked with an underscore, long ones cut before the extension.
    /// </summary>
    public static string Clean(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var readable = new StringBuilder();
        foreach (var rune in last.EnumerateRunes())
        {
            // A lone surrogate is enumerated as U+FFFD. Format characters include the marks that turn writing round,
            // so that "fdp.exe" could be shown as "exe.pdf".
            if (rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse)
            {
                continue;
            }

            readable.Append(rune.IsAscii && Forbidden.Contains((char)rune.Value, StringComparison.Ordinal) ? "_" : rune.ToString());
        }

        var cleaned = readable.ToString().TrimEnd(' ', '.', '\u3000');
        var dot = cleaned.LastIndexOf('.');
        var (stem, extension) = dot < 0 ? (cleaned, "") : (cleaned[..dot], cleaned[dot..]);
        stem = stem.Trim(' ', '.', '\u3000');
        if (stem.Length == 0)
        {
            stem = Unnamed;
        }

        if (Reserved.Contains(stem.Split('.')[0].TrimEnd()))
        {
            stem = "_" + stem;
        }

        extension = TextRules.Cut(extension, 20);
        return TextRules.Cut(stem, Longest - extension.Length) + extension;
    }

    /// <summary>
    /// The cleaned name with one of these extensions: as it is where it has one; otherwise the first takes the place of what names another kind of
    /// file, or stands behind what is no such name (报告v1.2).
    /// </summary>
    internal static string WithExtension(string name, IReadOnlyList<string> extensions)
    {
        var extension = Path.GetExtension(name);
        if (extensions.Contains(extension, StringComparer.OrdinalIgnoreCase))
        {
            return name;
        }

        var stem = KindNames.Contains(extension) ? name[..^extension.Length] : name;
        return extensions.Contains(Path.GetExtension(stem), StringComparer.OrdinalIgnoreCase) ? stem : Clean(TextRules.Cut(stem, Longest - extensions[0].Length) + extensions[0]);
    }
}
