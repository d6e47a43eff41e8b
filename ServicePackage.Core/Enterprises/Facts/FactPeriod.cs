using ServicePackage.Core.Words;

namespace ServicePackage.Core.Enterprises;

/// <summary>What a fact holds for: a day that took place, a state from a day on, or a period with its first and last day.</summary>
/// <param name="Shape">Which kind.</param>
/// <param name="From">The first day; of a day, <see cref="Always"/>.</param>
/// <param name="Until">The last day; null for a day and a state.</param>
public readonly record struct FactPeriod(FactShape Shape, DateOnly From, DateOnly? Until = null)
{
    /// <summary>The first day of what holds for ever.</summary>
    public static readonly DateOnly Always = new(1900, 1, 1);

    /// <summary>The first year that a figure can be of.</summary>
    public const int FirstYear = 1949;

    /// <summary>The last year that a figure can be of.</summary>
    public const int LastYear = 9000;

    /// <summary>A day that something took place on.</summary>
    public static FactPeriod OfDay { get; } = new(FactShape.Day, Always);

    /// <summary>A state from a day on.</summary>
    public static FactPeriod Since(DateOnly day) => new(FactShape.State, day);

    /// <summary>A year, quarter or month by its number, or the end of one. Null where there is none of that number.</summary>
    public static FactPeriod? Of(FactShape shape, int year, int part = 1)
    {
        if (year is < FirstYear or > LastYear)
        {
            return null;
        }

        var months = MonthsOf(shape);
        if (months == 0 || part < 1 || part > 12 / months)
        {
            return null;
        }

        var from = new DateOnly(year, ((months == 12 ? 1 : part) - 1) * (months == 12 ? 1 : months) + 1, 1);
        return new FactPeriod(shape, from, from.AddMonths(months).AddDays(-1));
    }

    /// <summary>The last period of a shape that was over before a day (Shanghai), or the one so many before it.</summary>
    public static FactPeriod LastOver(FactShape shape, DateOnly day, int before = 0)
    {
        var months = MonthsOf(shape);
        var from = new DateOnly(day.Year, ((day.Month - 1) / months * months) + 1, 1).AddMonths(-months * (before + 1));
        return new FactPeriod(shape, from, from.AddMonths(months).AddDays(-1));
    }

    /// <summary>How many months a period of this shape has; 0 for what is no period.</summary>
    public static int MonthsOf(FactShape shape) => shape switch
    {
        FactShape.Day or FactShape.State => 0,
        FactShape.Year or FactShape.EndOfYear => 12,
        FactShape.Quarter or FactShape.EndOfQuarter => 3,
        FactShape.Month or FactShape.EndOfMonth => 1,
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, null),
    };

    /// <summary>Whether it holds on a day: a state that has begun, a period that has ended.</summary>
    public bool HoldsOn(DateOnly day) => Until is { } until ? until < day : From <= day;

    /// <summary>The day by which periods are put in order.</summary>
    public DateOnly Order => Until ?? From;

    /// <summary>Its name in the reader's language: 2025年, 2025年末, 2026年3月2日起; empty for what holds for ever.</summary>
    public string Name => Shape switch
    {
        FactShape.Day => "",
        FactShape.State => Wording.Sentence("Period.State", From),
        FactShape.Year => Wording.Sentence("Period.Year", Year),
        FactShape.Quarter => Wording.Sentence("Period.Quarter", Year, Quarter),
        FactShape.Month => Wording.Sentence("Period.Month", Year, Month),
        FactShape.EndOfYear => Wording.Sentence("Period.EndOfYear", Year),
        FactShape.EndOfQuarter => Wording.Sentence("Period.EndOfQuarter", Year, Quarter),
        FactShape.EndOfMonth => Wording.Sentence("Period.EndOfMonth", Year, Month),
        _ => throw new InvalidOperationException($"{Shape}"),
    };

    private string Year => From.Year.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private int Quarter => ((From.Month - 1) / 3) + 1;

    private string Month => Wording.Either(
        From.Month.ToString(System.Globalization.CultureInfo.InvariantCulture),
        System.Globalization.CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(From.Month));
}
