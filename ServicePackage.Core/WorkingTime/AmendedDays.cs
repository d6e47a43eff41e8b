namespace ServicePackage.Core.WorkingTime;

/// <summary>The span of days that an amendment touches: due dates counted outside it cannot change.</summary>
/// <param name="First">The first day that works differently, or from which certainty changes.</param>
/// <param name="Last">The last such day.</param>
public readonly record struct AmendedDays(DateOnly First, DateOnly Last)
{
    /// <summary>The span between two calendars in these years; null where they count alike.</summary>
    public static AmendedDays? Between(WorkingCalendar before, WorkingCalendar after, IEnumerable<int> years)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var days = years.SelectMany(DaysOf).Where(d => before.IsWorkingDay(d) != after.IsWorkingDay(d) || before.IsProvisional(d, d) != after.IsProvisional(d, d)).ToList();
        return days.Count == 0 ? null : new AmendedDays(days.Min(), days.Max());
    }

    /// <summary>The days that the notice of a year may change: its own and those of the December before.</summary>
    private static IEnumerable<DateOnly> DaysOf(int year)
    {
        var first = new DateOnly(year, 1, 1);
        var before = new DateOnly(year - 1, 12, 1);
        return Enumerable.Range(0, first.AddYears(1).DayNumber - before.DayNumber).Select(before.AddDays).Where(WorkingCalendar.Covers);
    }
}
