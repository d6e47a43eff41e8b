using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace ServicePackage.Core.Words;

/// <summary>A row that stands in a row of others by its name.</summary>
public interface ISortedByName
{
    /// <summary>The name.</summary>
    string SortName { get; }

    /// <summary>Whether it is a person's: the first character is then read as a surname.</summary>
    bool IsPerson { get; }

    /// <summary>What <see cref="NameKey"/> makes of the name; written by the context whenever the row is saved.</summary>
    string SortKey { get; }
}

/// <summary>
/// The place of a name in a row, the same on both databases: character by character by its pinyin without tones, those of one reading together. A key is
/// ASCII alone and compared by its bytes, so that no collation has a say. Signs and brackets are passed over; digits stand before letters, what cannot be
/// read last.
/// </summary>
public static class NameKey
{
    /// <summary>The rule by which keys are written: another one whenever the same name gives another key.</summary>
    public const string Rule = "1";

    /// <summary>The most characters of a key; longer ones are cut, and names that far alike stand as they were entered.</summary>
    public const int Longest = 240;

    /// <summary>Surnames that are read otherwise than the character is as a rule.</summary>
    private static readonly FrozenDictionary<string, string> Surnames =
        "单shan 曾zeng 解xie 查zha 仇qiu 区ou 朴piao 盖ge 缪miao 乐yue 覃qin 葛ge 召shao 员yun 句gou 种chong 洗xian 折she 繁po 秘bi 宿su 卜bu 尹yin"
            .Split(' ').ToFrozenDictionary(s => s[..1], s => s[1..]);

    /// <summary>Words of names in which a character is read otherwise: the word, the character's place in it, and the reading.</summary>
    private static readonly (string Word, int At, string Reading)[] Words =
        [("重庆", 0, "chong"), ("厦门", 0, "xia"), ("银行", 1, "hang"), ("商行", 1, "hang"), ("车行", 1, "hang"), ("音乐", 1, "yue")];

    /// <summary>The key of a name.</summary>
    public static string Of(string? name) => Of(name, isPerson: false);

    /// <summary>The key of a person's name.</summary>
    public static string OfPerson(string? name) => Of(name, isPerson: true);

    /// <summary>The key that a row should have.</summary>
    internal static string Of(ISortedByName row) => Of(row.SortName, row.IsPerson);

    /// <summary>The initials of a name as it is read, from each of its characters on: 法律体检 gives "fltj ltj tj j". Empty where it has none.</summary>
    internal static string InitialsOf(string? name)
    {
        var initials = string.Concat(Read(SearchText.Fold(name), isPerson: false).Select(c => c.Reading is { } reading ? reading[..1] : c.Character.IsAscii ? c.Character.ToString() : ""));
        return string.Join(' ', initials.Select((_, i) => initials[i..]));
    }

    private static string Of(string? name, bool isPerson)
    {
        var key = new StringBuilder();
        foreach (var (character, reading) in Read(SearchText.Fold(name), isPerson))
        {
            if (character.IsAscii)
            {
                key.Append(character);
                continue;
            }

            key.Append(reading ?? "{").Append(character.Value.ToString("x5", CultureInfo.InvariantCulture)).Append(' '); // "{" stands after z; of one reading by character: 李 before the first 黎
        }

        return key.Length > Longest ? key.ToString(0, Longest) : key.ToString().TrimEnd();
    }

    /// <summary>The letters and digits of a folded name with their readings; none for what is ASCII, and for what cannot be read.</summary>
    private static IEnumerable<(Rune Character, string? Reading)> Read(string folded, bool isPerson)
    {
        var (at, isFirst) = (0, true);
        foreach (var rune in folded.EnumerateRunes())
        {
            var (character, place) = (rune.ToString(), at);
            at += rune.Utf16SequenceLength;
            if (!Rune.IsLetterOrDigit(rune))
            {
                continue;
            }

            var begins = isFirst;
            isFirst = false;
            yield return (rune, rune.IsAscii ? null : isPerson && begins && Surnames.TryGetValue(character, out var surname) ? surname
                : Array.Find(Words, w => place >= w.At && string.CompareOrdinal(folded, place - w.At, w.Word, 0, w.Word.Length) == 0 && w.Word[w.At] == folded[place]).Reading
                    ?? Readings.Usual(rune));
        }
    }
}
