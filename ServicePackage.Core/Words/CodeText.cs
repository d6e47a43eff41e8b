using System.Globalization;
using System.Text;

namespace ServicePackage.Core.Words;

/// <summary>
/// The one rule by which codes, numbers, addresses and names to sign in with are cleaned. Typed with a Chinese keyboard, letters and digits come full-width
/// (９１Ａ); copied from a page, a contact or a PDF, they bring invisible marks, other spaces and other hyphens.
/// </summary>
public static class CodeText
{
    private const char FirstFullWidth = '！';
    private const char LastFullWidth = '～';
    private const int Distance = FirstFullWidth - '!';
    private const char MinusSign = '\u2212';

    /// <summary>
    /// The text with full-width letters, digits and signs made half-width, every kind of space a space, every kind of hyphen a hyphen, without marks that
    /// nobody sees and without space around it. Line breaks stay: they part two numbers.
    /// </summary>
    public static string Of(string? text)
    {
        var cleaned = new StringBuilder(text?.Length ?? 0);
        foreach (var character in text ?? "")
        {
            var plain = character is >= FirstFullWidth and <= LastFullWidth ? (char)(character - Distance) : character;
            var category = char.GetUnicodeCategory(plain);
            if (category != UnicodeCategory.Format)
            {
                cleaned.Append(category == UnicodeCategory.SpaceSeparator ? ' ' : category == UnicodeCategory.DashPunctuation || plain == MinusSign ? '-' : plain);
            }
        }

        return cleaned.ToString().Trim();
    }

    /// <summary>The same without any space: for codes that are printed in groups.</summary>
    public static string Closed(string? text) => Of(text).Replace(" ", "", StringComparison.Ordinal);
}
