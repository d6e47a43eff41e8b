using System.Text;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Search;

/// <summary>
/// Cuts text into the words that are indexed: each Chinese character is one, letters and digits beside each other are one,
/// as <see cref="SearchText.Fold"/> makes them; everything else only parts them. So one to three characters are found like longer texts.
/// </summary>
public static class SearchWords
{
    /// <summary>The rule by which entries are written: another one whenever the same text gives other words, here or in <see cref="SearchText.Fold"/>.</summary>
    public const string Rule = "2";

    /// <summary>Stands between two texts of one entry, so that no phrase reaches from one into the other.</summary>
    private const string Border = " zzz ";

    /// <summary>The words of several texts, as one entry keeps them.</summary>
    public static string Of(params IEnumerable<string> texts) => string.Join(Border, texts.Select(t => string.Join(' ', In(t))));

    /// <summary>The words of one text.</summary>
    internal static IReadOnlyList<string> In(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in SearchText.Fold(text).EnumerateRunes())
        {
            if (!Rune.IsLetterOrDigit(rune))
            {
                End();
            }
            else if (IsIdeograph(rune))
            {
                End();
                words.Add(rune.ToString());
            }
            else
            {
                word.Append(rune);
            }
        }

        End();
        return words;

        void End()
        {
            if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
    }

    private static bool IsIdeograph(Rune rune) => rune.Value is (>= 0x2E80 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);
}
