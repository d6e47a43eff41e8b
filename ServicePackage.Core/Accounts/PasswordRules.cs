using System.Collections.Frozen;
using System.Text;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Accounts;

/// <summary>
/// What a password must be: long, not one that everybody guesses, and not made of its owner's name.
/// Nothing is asked about the kinds of characters.
/// </summary>
public static class PasswordRules
{
    /// <summary>The fewest characters.</summary>
    public const int Shortest = 12;

    /// <summary>The most characters.</summary>
    public const int Longest = 128;

    private const int ShortestTellingName = 4;

    private static readonly FrozenSet<string> Common = ReadCommon();

    /// <summary>
    /// Null when the password may be used; otherwise the reason: Missing, Unreadable, PasswordTooShort, TooLong,
    /// PasswordCommon or PasswordHasName, for the input's property <paramref name="field"/>.
    /// </summary>
    public static Refusal? Refuse(string? password, string userName, string field = "Password")
    {
        var code = Check(password, userName);
        return code is null ? null : code with { Field = field, Details = [code with { Field = field }] };
    }

    private static Refusal? Check(string? password, string userName)
    {
        if (!TextRules.SaysSomething(password))
        {
            return new Refusal("Missing", new FieldName("Password"));
        }

        if (!TextRules.IsReadable(password))
        {
            return new Refusal("Unreadable", new FieldName("Password"));
        }

        var length = TextRules.Length(password);
        if (length < Shortest)
        {
            return new Refusal("PasswordTooShort", Shortest, length);
        }

        if (length > Longest)
        {
            return new Refusal("TooLong", new FieldName("Password"), Longest, length);
        }

        var plain = Plain(password!);
        if (Common.Contains(plain) || IsOnePattern(plain))
        {
            return new Refusal("PasswordCommon");
        }

        var name = TextRules.IsReadable(userName) ? Plain(userName) : ""; // an unreadable one is refused where it stands
        return name.Length >= ShortestTellingName && plain.Contains(name, StringComparison.Ordinal)
            ? new Refusal("PasswordHasName")
            : null;
    }

    /// <summary>A short piece said over and over (aaaa…, 12341234…, passwordpassword), or characters in a row (abcdef…, 987654…).</summary>
    private static bool IsOnePattern(string text)
    {
        for (var piece = 1; piece <= text.Length / 2; piece++)
        {
            if (Enumerable.Range(piece, text.Length - piece).All(i => text[i] == text[i - piece]))
            {
                return true;
            }
        }

        return IsRow(text, 1) || IsRow(text, -1);
    }

    private static bool IsRow(string text, int step) =>
        Enumerable.Range(1, text.Length - 1).All(i => text[i] - text[i - 1] == step || (char.IsDigit(text[i]) && (text[i] - text[i - 1] + 10 - step) % 10 == 0));

    private static string Plain(string text) =>
        new([.. text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Where(c => !char.IsWhiteSpace(c))]);

    private static FrozenSet<string> ReadCommon()
    {
        using var stream = typeof(PasswordRules).Assembly.GetManifestResourceStream("ServicePackage.Core.Accounts.CommonPasswords.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.Ordinal);
    }
}
