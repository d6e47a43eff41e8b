using ServicePackage.Core.Words;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Enterprises;

/// <summary>What the answer to a fact is.</summary>
public enum FactKind
{
    /// <summary>Yuan with two decimals.</summary>
    Money,

    /// <summary>Whole people.</summary>
    People,

    /// <summary>A whole number of things.</summary>
    Count,

    /// <summary>A share between 0 and 1, typed and shown as percent.</summary>
    Share,

    /// <summary>Whole months.</summary>
    Months,

    /// <summary>Points of at most 100.</summary>
    Points,

    /// <summary>A place in a ranking, from 1 on.</summary>
    Rank,

    /// <summary>A day.</summary>
    Day,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>One of the options.</summary>
    Choice,

    /// <summary>A code of GB/T 4754: a letter, or two to four digits.</summary>
    Industry,

    /// <summary>A division code of six digits, with the town of nine.</summary>
    Division,
}

/// <summary>What a fact holds for.</summary>
public enum FactShape
{
    /// <summary>For ever: a day that something took place on.</summary>
    Day,

    /// <summary>From a day on, until the next.</summary>
    State,

    /// <summary>A figure of a calendar year.</summary>
    Year,

    /// <summary>A figure of a quarter.</summary>
    Quarter,

    /// <summary>A figure of a month.</summary>
    Month,

    /// <summary>The stock on the last day of a year.</summary>
    EndOfYear,

    /// <summary>The stock on the last day of a quarter.</summary>
    EndOfQuarter,

    /// <summary>The stock on the last day of a month.</summary>
    EndOfMonth,
}

/// <summary>A group of facts, as the page parts them.</summary>
public sealed record FactGroup(string Code, string Chinese, string English)
{
    /// <summary>Its name in the reader's language.</summary>
    public string Name => Wording.Either(Chinese, English);
}

/// <summary>One of the answers that a fact offers.</summary>
public sealed record FactOption(string Code, string Chinese, string English)
{
    /// <summary>Its name in the reader's language.</summary>
    public string Name => Wording.Either(Chinese, English);
}

/// <summary>A fact that can be asked of an enterprise: a row of facts.json. Its code never changes; its name may.</summary>
/// <param name="Code">What rows keep.</param>
/// <param name="Chinese">Its Chinese name.</param>
/// <param name="English">Its English name.</param>
/// <param name="Group">The code of its group.</param>
/// <param name="Kind">What the answer is.</param>
/// <param name="Shapes">What it can hold for; the first is offered first.</param>
/// <param name="SourceChinese">Where it is best taken from.</param>
/// <param name="SourceEnglish">The same in English.</param>
/// <param name="Commercial">Whether its value is for those alone who serve the enterprise.</param>
/// <param name="Again">Months after which it is asked again; null for never.</param>
/// <param name="PartOf">The fact of which it is a part, where it is one.</param>
/// <param name="Options">The answers of a choice, in their order.</param>
public sealed record FactDefinition(
    string Code, string Chinese, string English, string Group, FactKind Kind, IReadOnlyList<FactShape> Shapes,
    string SourceChinese, string SourceEnglish, bool Commercial, int? Again = null, string? PartOf = null, IReadOnlyList<FactOption>? Options = null)
{
    /// <summary>Its name in the reader's language.</summary>
    public string Name => Wording.Either(Chinese, English);

    /// <summary>Where it is best taken from, in the reader's language.</summary>
    public string Source => Wording.Either(SourceChinese, SourceEnglish);

    /// <summary>Whether it is answered by a number, and may then be a range.</summary>
    public bool IsNumber => Kind is FactKind.Money or FactKind.People or FactKind.Count or FactKind.Share or FactKind.Months or FactKind.Points or FactKind.Rank;

    /// <summary>Whether it has a figure a year.</summary>
    public bool IsYearly => IsNumber && Shapes.Any(s => s is FactShape.Year or FactShape.EndOfYear);

    /// <summary>Whether "none" is an answer: where there can be nothing of it.</summary>
    public bool TakesNone => IsNumber && Kind is not (FactKind.Points or FactKind.Rank);

    /// <summary>Whether "does not apply" is an answer.</summary>
    public bool TakesDoesNotApply => IsNumber;

    /// <summary>Whether a figure of another size than the last is asked back: amounts and numbers of things.</summary>
    public bool HasSize => Kind is FactKind.Money or FactKind.People or FactKind.Count;

    /// <summary>Whether an answer is old enough on a day (Shanghai) to be asked again: since the end of its period, or since a state was last said, so many months have gone by; or the year after the period is over as well.</summary>
    internal bool IsAskedAgain(DateOnly? until, DateTime recordedAt, DateOnly on) =>
        until?.AddYears(1) < on || (Again is { } months && (until ?? TownTime.DayOf(recordedAt)).AddMonths(months) < on);

    /// <summary>The name of one of its answers; the code itself where there is none of that code.</summary>
    public string OptionName(string code) => Kind switch
    {
        FactKind.Division => Divisions.Name(code),
        FactKind.Industry => Industries.Name(code),
        _ => Options?.FirstOrDefault(o => o.Code == code)?.Name ?? code,
    };
}
