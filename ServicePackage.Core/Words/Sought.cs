using System.Text;

namespace ServicePackage.Core.Words;

/// <summary>
/// What is looked for among names, the same in every list, board and form: each part between spaces must be found in one of a row's names, whatever the
/// width, case, accents, brackets and other signs, or as the name is read: by the initials of its pinyin, by whole syllables, or both mixed.
/// </summary>
public sealed class Sought
{
    private readonly List<(string Letters, string? Typed)> _parts;
    private readonly bool _blank;

    private Sought(string text)
    {
        _blank = string.IsNullOrWhiteSpace(text);
        Parts = [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(p => LettersOf(p).Length > 0)];
        _parts = [.. Parts.Select(p => (LettersOf(p), CodeText.Of(p) is var typed && Readings.CanRead(typed) ? typed : null))];
    }

    /// <summary>The parts that say something, as typed.</summary>
    public IReadOnlyList<string> Parts { get; }

    /// <summary>What this text looks for: everything when blank, nothing when of signs alone.</summary>
    public static Sought Of(string? text) => new(text ?? "");

    /// <summary>Whether each part is found in one of these names.</summary>
    public bool IsIn(params IEnumerable<string?> names)
    {
        if (_parts.Count == 0)
        {
            return _blank;
        }

        var folded = names.Where(n => !string.IsNullOrEmpty(n)).Select(LettersOf).ToList();
        return _parts.TrueForAll(p => folded.Exists(n => n.Contains(p.Letters, StringComparison.Ordinal) || (p.Typed is { } typed && Readings.Match(n, typed))));
    }

    /// <summary>Whether two names are the same but for width, case, accents and signs.</summary>
    public static bool Same(string one, string other) => string.Equals(LettersOf(one), LettersOf(other), StringComparison.Ordinal);

    private static string LettersOf(string? text) => string.Concat(SearchText.Fold(text).EnumerateRunes().Where(Rune.IsLetterOrDigit));
}
