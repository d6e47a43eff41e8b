using System.Globalization;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.FollowUps;

/// <summary>What is put into the sentence of a reason, kept so that each reader gets their own language.</summary>
public static class FollowUpArgument
{
    private const char Mark = '|';
    private const string IsText = "text";
    private const string IsName = "name";
    private const string IsDay = "day";
    private const string IsFact = "fact";
    private const string IsPeriod = "period";
    private const string Days = "yyyy-MM-dd";

    /// <summary>A title, a name, a number: put in as it is.</summary>
    public static string Of(string text) => $"{IsText}{Mark}{text}";

    /// <summary>A number.</summary>
    public static string Of(int number) => Of(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>The name of a member of an enum.</summary>
    public static string Of(Enum member) => $"{IsName}{Mark}{Wording.KeyOf(member)}";

    /// <summary>A day (Shanghai).</summary>
    public static string Of(DateOnly day) => $"{IsDay}{Mark}{day.ToString(Days, CultureInfo.InvariantCulture)}";

    /// <summary>The name of a fact, by its code.</summary>
    public static string OfFact(string code) => $"{IsFact}{Mark}{code}";

    /// <summary>The name of a period.</summary>
    public static string Of(FactPeriod period) =>
        string.Create(CultureInfo.InvariantCulture, $"{IsPeriod}{Mark}{period.Shape}{Mark}{period.From.ToString(Days, CultureInfo.InvariantCulture)}{Mark}{period.Until?.ToString(Days, CultureInfo.InvariantCulture)}");

    /// <summary>As it stands in a sentence in the reader's language; what cannot be read stands as it is.</summary>
    public static object Say(string argument)
    {
        ArgumentNullException.ThrowIfNull(argument);
        var parts = argument.Split(Mark, 2);
        return parts switch
        {
            [IsText, var text] => text,
            [IsName, var key] => Wording.Text(key),
            [IsDay, var day] when DayOf(day) is { } on => on,
            [IsFact, var code] => FactCatalogue.Find(code)?.Name ?? code,
            [IsPeriod, var period] when period.Split(Mark) is [var shape, var from, var until] && Enum.TryParse<FactShape>(shape, out var of) && DayOf(from) is { } first => new FactPeriod(of, first, DayOf(until)).Name,
            _ => argument,
        };
    }

    private static DateOnly? DayOf(string text) =>
        DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>The sentences of reasons, in the reader's language.</summary>
public static class FollowUpWording
{
    /// <summary>Why an enterprise is to be looked at.</summary>
    public static string Say(FollowUpReason reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return Sentence($"FollowUp.{reason.Text}", reason.Said);
    }

    /// <summary>By what that was seen to.</summary>
    public static string Say(FollowUpDone done)
    {
        ArgumentNullException.ThrowIfNull(done);
        return Sentence($"FollowUpDone.{done.How}", done.Said);
    }

    /// <summary>Texts of an earlier edition may take other arguments: missing ones are left empty.</summary>
    private static string Sentence(string key, IReadOnlyList<string> said) => Wording.Sentence(key, [.. said.Select(FollowUpArgument.Say), .. Enumerable.Repeat<object>("", Most)]);

    private const int Most = 4;
}
