using System.Text.RegularExpressions;
using FluentValidation;

namespace ServicePackage.Core.Words;

/// <summary>Telephone numbers of the mainland: a mobile, or a landline with its area code and perhaps an extension.</summary>
public static partial class PhoneNumber
{
    /// <summary>The longest a kept number gets: area code, number and extension with their hyphens.</summary>
    public const int Longest = 20;

    /// <summary>
    /// The number as it is kept: half-width, without spaces and the country code, an extension after a hyphen
    /// (021-59150000-801). What is no number stays as typed and fails <see cref="IsValid"/>.
    /// </summary>
    public static string Normalise(string? text)
    {
        var number = HalfWidth.Of(text).Replace(" ", "", StringComparison.Ordinal)
            .Replace('转', '-').Replace('－', '-').Replace('—', '-');
        number = CountryCode().Replace(number, "");
        var landline = Landline().Match(number);
        return landline.Success
            ? landline.Groups["area"].Value + "-" + landline.Groups["number"].Value
                + (landline.Groups["extension"].Success ? "-" + landline.Groups["extension"].Value : "")
            : number;
    }

    /// <summary>Whether a text, once normalised, is a telephone number of the mainland.</summary>
    public static bool IsValid(string? text)
    {
        var number = Normalise(text);
        return Mobile().IsMatch(number) || Landline().IsMatch(number);
    }

    /// <summary>A telephone number; an empty one passes unless required. Failures carry the codes Missing and Phone.Form.</summary>
    public static IRuleBuilderOptions<T, string> Phone<T>(this IRuleBuilder<T, string> rule, string fieldKey, bool required = false) =>
        rule.Must(text => !required || TextRules.SaysSomething(text)).WithErrorCode("Missing").WithState(_ => new object[] { new FieldName(fieldKey) })
            .Must(text => !TextRules.SaysSomething(text) || IsValid(text)).WithErrorCode("Phone.Form").WithState(_ => new object[] { new FieldName(fieldKey) });

    [GeneratedRegex(@"^(\+|00)86-?")]
    private static partial Regex CountryCode();

    [GeneratedRegex(@"^1[3-9][0-9]{9}\z")]
    private static partial Regex Mobile();

    [GeneratedRegex(@"^\(?(?:(?<area>0(?:10|2[0-9]))\)?-?(?<number>[2-9][0-9]{7})|(?<area>0[3-9][0-9]{2})\)?-?(?<number>[2-9][0-9]{6,7}))(-(?<extension>[0-9]{1,6}))?\z")]
    private static partial Regex Landline();
}
