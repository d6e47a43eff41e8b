namespace ServicePackage.Core.WorkingTime;

/// <summary>What a day does in the count of a deadline.</summary>
public enum DayRole
{
    /// <summary>A working day that counts.</summary>
    Counted,

    /// <summary>A working day beyond the limit: a day given after a pause, or by a due date that may not move so early.</summary>
    Given,

    /// <summary>A weekend or public holiday.</summary>
    Rest,

    /// <summary>The clock stood still.</summary>
    Paused,
}

/// <summary>
/// A span in which a clock stood still, by its days in Shanghai: the day it stopped still counts, the day it ran on does
/// not. Spans of one clock that ran side by side may overlap.
/// </summary>
/// <param name="From">The day of the pause.</param>
/// <param name="Until">The day of the resumption; null while it lasts.</param>
/// <param name="Reason">Why, as an enum of the domain whose name is shown; null where none is kept.</param>
public readonly record struct PauseSpan(DateOnly From, DateOnly? Until, Enum? Reason = null)
{
    /// <summary>Whether the clock stood still on this day.</summary>
    public bool Covers(DateOnly day) => From < day && (Until is not { } until || day <= until);
}

/// <summary>One day of the derivation of a due date.</summary>
/// <param name="Day">The day.</param>
/// <param name="Kind">What kind of day it is.</param>
/// <param name="Role">What it does in the count.</param>
/// <param name="Number">Which working day of the count it is, from 1; null where it does not count.</param>
/// <param name="Source">The notice that makes it a holiday or a make-up working day; null for an ordinary day.</param>
/// <param name="Reason">Why the clock stood still; null unless it did.</param>
public sealed record ExplainedDay(DateOnly Day, DayKind Kind, DayRole Role, int? Number, string? Source, Enum? Reason);

/// <summary>How a due date came about (Civil Code art. 200–204): the start, each counted day, each skipped day and why, the end.</summary>
/// <param name="Start">The day of the event, which does not count (Civil Code art. 201).</param>
/// <param name="Limit">The limit in working days; null for a day that was simply named.</param>
/// <param name="Days">Every day after the start up to the end, in order.</param>
/// <param name="Due">The due day; null while the clock is paused.</param>
/// <param name="IsProvisional">Whether the count reaches into a year without a published arrangement (暂定).</param>
/// <param name="Agrees">False where the calendar was amended after the due date had become final, so that the count no longer leads to it.</param>
public sealed record DueExplanation(
    DateOnly Start,
    int? Limit,
    IReadOnlyList<ExplainedDay> Days,
    DateOnly? Due,
    bool IsProvisional,
    bool Agrees);
