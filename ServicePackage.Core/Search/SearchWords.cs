using System.Text;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Search;

/// <summary>
/// Cuts text into the words that are indexed: each Chinese character is one, letters and digits beside each other are one,
/// in lower case and half width; everything else only parts them. So one to three characters are found like longer texts.
/// </summary>
public static class SearchWords
{
    /// <summary>Stands between two texts of one entry, so that no phrase reaches from one into the other.</summary>
    private const string Border = " zzz ";

    /// <summary>The words of several texts, as one entry keeps them.</summary>
    public static string Of(params IEnumerable<string> texts) => string.Join(Border, texts.Select(t => string.Join(' ', In(t))));

    /// <summary>The phrases of a search text: its parts between spaces, each as the words that must stand beside each other.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> PhrasesOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(In).Where(words => words.Count > 0)];
    }

    /// <summary>Whether the words stand beside each other in one of the texts; of the last one its beginning is enough.</summary>
    public static bool Say(IReadOnlyList<string> words, params IEnumerable<string> texts) =>
        $" {Of(texts)}".Contains($" {string.Join(' ', words)}", StringComparison.Ordinal);

    private static List<string> In(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in HalfWidth.Of(text).EnumerateRunes())
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
                word.Append(Rune.ToLowerInvariant(rune));
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
