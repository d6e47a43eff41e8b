using System.Globalization;
using System.Text;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Words;

/// <summary>What is typed into a search box, and the one form in which texts are compared with it.</summary>
public static class SearchText
{
    /// <summary>The most characters searched for.</summary>
    public const int Longest = 100;

    private const char NoCharacter = '\uFFFE';

    /// <summary>Why it is not searched for: TooLong or Unreadable; null when it can be.</summary>
    public static Refusal? Refuse(string? text) =>
        TextRules.Length(text) > Longest ? new Refusal("TooLong", new FieldName("Search"), Longest, TextRules.Length(text))
        : TextRules.IsReadable(text) ? null
        : new Refusal("Unreadable", new FieldName("Search"));

    /// <summary>
    /// The text as it is indexed and compared: in one width, one case and one form of each character (NFKC, radicals as the characters they look like),
    /// without accents and without marks that nobody sees.
    /// </summary>
    public static string Fold(string? text)
    {
        var seen = new StringBuilder(text?.Length ?? 0);
        foreach (var rune in Ideographs.Unify(text ?? "").EnumerateRunes()) // half a surrogate pair becomes U+FFFD: it could not be normalised
        {
            if (rune.Value != NoCharacter && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format)
            {
                seen.Append(rune);
            }
        }

        var apart = seen.ToString().Normalize(NormalizationForm.FormKD);
        return string.Concat(apart.EnumerateRunes().Where(r => Rune.GetUnicodeCategory(r) != UnicodeCategory.NonSpacingMark))
            .ToLowerInvariant().Normalize(NormalizationForm.FormC);
    }
}
