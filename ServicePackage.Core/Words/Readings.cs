using System.Collections.Frozen;
using System.Text;

namespace ServicePackage.Core.Words;

/// <summary>Finds Chinese names by what one types without an input method: the initials of their pinyin, whole syllables, or both mixed.</summary>
public static class Readings
{
    private static readonly Lazy<(FrozenDictionary<Rune, string[]> All, FrozenDictionary<Rune, string> Usual)> Table = new(Load);

    /// <summary>Whether a text can be meant as pinyin: ASCII letters and digits, with blanks and apostrophes between syllables.</summary>
    public static bool CanRead(string text)
    {
        var typed = Typed(text);
        return typed.Length > 0 && typed.All(char.IsAsciiLetterOrDigit);
    }

    /// <summary>
    /// Whether some part of the name can be read as it is typed, whatever the case: each character by its initial or its whole syllable, the last also
    /// by a beginning of its syllable; a character of several readings by any of them. Brackets and blanks within the name are passed over.
    /// </summary>
    public static bool Match(string name, string text)
    {
        ArgumentNullException.ThrowIfNull(name);
        var typed = Typed(text);
        var ends = new HashSet<int>(); // how much of what is typed the name, up to this character, can stand for
        foreach (var character in name.EnumerateRunes().Where(Rune.IsLetterOrDigit))
        {
            var further = new HashSet<int>();
            foreach (var end in ends.Append(0))
            {
                foreach (var reading in Of(character))
                {
                    var rest = typed.AsSpan(end);
                    if (reading.AsSpan().StartsWith(rest, StringComparison.Ordinal))
                    {
                        return true;
                    }

                    if (rest.StartsWith(reading, StringComparison.Ordinal))
                    {
                        further.Add(end + reading.Length);
                    }

                    if (rest[0] == reading[0])
                    {
                        further.Add(end + 1);
                    }
                }
            }

            ends = further;
        }

        return false;
    }

    /// <summary>The reading by which a character stands in a row; null for one without.</summary>
    internal static string? Usual(Rune character) =>
        Table.Value.Usual.TryGetValue(character, out var usual) ? usual : Table.Value.All.TryGetValue(character, out var readings) ? readings[0] : null;

    private static string Typed(string text) => string.Concat(text.Where(c => c is not (' ' or '\''))).ToLowerInvariant().Replace('ü', 'v');

    private static string[] Of(Rune character) =>
        Table.Value.All.TryGetValue(character, out var readings) ? readings
        : character.IsAscii ? [Rune.ToLowerInvariant(character).ToString()]
        : [];

    private static (FrozenDictionary<Rune, string[]> All, FrozenDictionary<Rune, string> Usual) Load()
    {
        using var stream = typeof(Readings).Assembly.GetManifestResourceStream("readings.txt")!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#').Select(l => l.Split(' ')).ToLookup(l => l[0][0] == '=');
        return (
            (from line in lines[false] from character in line[1].EnumerateRunes() group line[0] by character).ToFrozenDictionary(g => g.Key, g => g.ToArray()),
            (from line in lines[true] from character in line[1].EnumerateRunes() select (character, line[0][1..])).ToFrozenDictionary(c => c.character, c => c.Item2));
    }
}
