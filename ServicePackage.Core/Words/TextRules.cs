using System.Globalization;
using System.Text;
using FluentValidation;

namespace ServicePackage.Core.Words;

/// <summary>How every text typed by a person is checked: blank, too long, unreadable. Counts 𠮷 as one character.</summary>
public static class TextRules
{
    /// <summary>The longest free text (characters, surrogate pairs as one).</summary>
    public const int Longest = 20_000;

    /// <summary>
    /// Text that must say something and fit. Failures carry the codes Missing, TooLong and Unreadable with the arguments
    /// of their sentences as state: the key of the field's name first.
    /// </summary>
    public static IRuleBuilderOptions<T, string> Text<T>(this IRuleBuilder<T, string> rule, string fieldKey, int longest = Longest, bool required = true) =>
        rule.Must(text => !required || SaysSomething(text)).WithErrorCode("Missing").WithState(_ => new object[] { new FieldName(fieldKey) })
            .Must(text => Length(text) <= longest).WithErrorCode("TooLong")
            .WithState((_, text) => new object[] { new FieldName(fieldKey), longest, Length(text) })
            .Must(IsReadable).WithErrorCode("Unreadable").WithState(_ => new object[] { new FieldName(fieldKey) });

    /// <summary>False for blank text, spaces and zero-width characters alone.</summary>
    public static bool SaysSomething(string? text) =>
        text is not null && text.EnumerateRunes().Any(r => !Rune.IsWhiteSpace(r)
            && Rune.GetUnicodeCategory(r) is not (UnicodeCategory.Format or UnicodeCategory.Control));

    /// <summary>How many letters and digits a text has; a Chinese character is a letter, punctuation is none.</summary>
    public static int Letters(string? text) => text?.EnumerateRunes().Count(Rune.IsLetterOrDigit) ?? 0;

    /// <summary>False for NUL, other control characters but line breaks and tabs, and half a surrogate pair.</summary>
    public static bool IsReadable(string? text)
    {
        for (var i = 0; i < (text?.Length ?? 0); i++)
        {
            var c = text![i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(c) || (char.IsControl(c) && c is not ('\n' or '\r' or '\t')))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Characters as a reader counts them: a surrogate pair is one.</summary>
    public static int Length(string? text) => text is null ? 0 : text.EnumerateRunes().Count();

    /// <summary>A name as it is kept: without space around it, radicals that a PDF brought as the characters they look like.</summary>
    public static string Kept(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Ideographs.Unify(string.Concat(name.EnumerateRunes().Where(r => !IsUnseen(r))).Trim());
    }

    /// <summary>Marks of no width that come along with what is pasted; the joiner is not among them, which makes one sign of several.</summary>
    private static bool IsUnseen(Rune rune) => rune.Value is 0x200B or 0x2060 or 0xFEFF or 0x00AD;

    /// <summary>At most so many UTF-16 units from the beginning, and never half a surrogate pair.</summary>
    public static string Cut(string text, int most)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= most ? text : text[..(most > 0 && char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
    }
}

/// <summary>The name of a field, made in the reader's language when the sentence is.</summary>
public sealed record FieldName(string Key)
{
    /// <inheritdoc/>
    public override string ToString() => Wording.Text($"Field.{Key}");

    /// <summary>The name as it stands above the field: without the article of a sentence, with a capital.</summary>
    public string Label
    {
        get
        {
            var name = ToString();
            name = name.StartsWith("the ", StringComparison.Ordinal) ? name[4..] : name;
            return name.Length == 0 ? name : char.ToUpper(name[0], System.Globalization.CultureInfo.CurrentCulture) + name[1..];
        }
    }
}
