using System.Text.RegularExpressions;
using FluentValidation;

namespace ServicePackage.Core.Words;

/// <summary>Telephone numbers of the mainland: a mobile, a landline with its area code, a 400 or 800 number, a service number; perhaps with an extension.</summary>
public static partial class PhoneNumber
{
    /// <summary>The longest a kept number gets: area code, number and extension with their hyphens.</summary>
    public const int Longest = 20;

    /// <summary>
    /// The number as it is kept: half-width, without spaces and the country code, a mobile as its eleven digits, an extension after a hyphen
    /// (021-59150000-801, 400-820-8820). What is no number stays as typed and fails <see cref="IsValid"/>.
    /// </summary>
    public static string Normalise(string? text)
    {
        var typed = Signs().Replace(CodeText.Closed(text), "");
        var number = Extension().Replace(typed, "-");
        return Kept(number) ?? Kept(CountryCode().Replace(number, "")) ?? Kept(CountryCode().Replace(number, "0")) ?? typed;
    }

    /// <summary>Whether a text, once normalised, is a telephone number of the mainland.</summary>
    public static bool IsValid(string? text) => Kept(Normalise(text)) is not null;

    /// <summary>A telephone number; an empty one passes unless required. Failures carry the codes Missing and Phone.Form.</summary>
    public static IRuleBuilderOptions<T, string> Phone<T>(this IRuleBuilder<T, string> rule, string fieldKey, bool required = false) =>
        rule.Must(text => !required || TextRules.SaysSomething(text)).WithErrorCode("Missing").WithState(_ => new object[] { new FieldName(fieldKey) })
            .Must(text => !TextRules.SaysSomething(text) || IsValid(text)).WithErrorCode("Phone.Form").WithState(_ => new object[] { new FieldName(fieldKey) });

    private static string? Kept(string number)
    {
        if (Mobile().IsMatch(number) || Service().IsMatch(number))
        {
            return number.Replace("-", "", StringComparison.Ordinal);
        }

        var parted = TollFree().Match(number) is { Success: true } tollFree ? tollFree : Landline().Match(number);
        return !parted.Success ? null
            : string.Join('-', parted.Groups.Values.Skip(1).Where(g => g.Success).Select(g => g.Value.Replace("-", "", StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"[().]")]
    private static partial Regex Signs();

    [GeneratedRegex(@"-?(?:转|分机号?:?|ext:?|x|#|\*)-?", RegexOptions.IgnoreCase)]
    private static partial Regex Extension();

    [GeneratedRegex(@"^(?:\+|00)?86-?")]
    private static partial Regex CountryCode();

    [GeneratedRegex(@"^1-?[3-9](?:-?[0-9]){9}\z")]
    private static partial Regex Mobile();

    [GeneratedRegex(@"^9[56][0-9]{3,6}\z")]
    private static partial Regex Service();

    [GeneratedRegex(@"^([48]00)-?([0-9]{3})-?([0-9]-?[0-9]{3})(?:-([0-9]{1,6}))?\z")]
    private static partial Regex TollFree();

    [GeneratedRegex(@"^(?:(?<area>0(?:10|2[0-9]))-?(?<number>[2-9][0-9]{3}-?[0-9]{4})|(?<area>0[3-9][0-9]{2})-?(?<number>[2-9][0-9]{2,3}-?[0-9]{4}))(?:-(?<extension>[0-9]{1,6}))?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Landline();
}
