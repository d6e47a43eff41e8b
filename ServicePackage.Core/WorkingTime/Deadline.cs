namespace ServicePackage.Core.WorkingTime;

/// <summary>Derives due dates day by day for the reader. The procedure itself never walks: it looks up.</summary>
public static class Deadline
{
    /// <summary>
    /// How a running or ended clock came to its due day. The last counted day is the due day; working days beyond the
    /// limit are <see cref="DayRole.Given"/>. Pauses after a breach cover no day up to the due day.
    /// </summary>
    /// <param name="calendar">The calendar in force.</param>
    /// <param name="start">The day of the event.</param>
    /// <param name="limit">The whole limit in working days, an extension included; null for a day that was simply named.</param>
    /// <param name="pauses">When the clock stood still.</param>
    /// <param name="due">The due day; not before the start.</param>
    public static DueExplanation Explain(WorkingCalendar calendar, DateOnly start, int? limit, IReadOnlyList<PauseSpan> pauses, DateOnly due) =>
        Walk(calendar, start, limit, pauses, due, due);

    /// <summary>How far a paused clock has counted: every day up to <paramref name="today"/>, without a due day.</summary>
    public static DueExplanation ExplainPaused(WorkingCalendar calendar, DateOnly start, int? limit, IReadOnlyList<PauseSpan> pauses, DateOnly today) =>
        Walk(calendar, start, limit, pauses, today, null);

    private static DueExplanation Walk(WorkingCalendar calendar, DateOnly start, int? limit, IReadOnlyList<PauseSpan> pauses, DateOnly last, DateOnly? due)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(pauses);
        var days = new List<ExplainedDay>();
        var number = 0;
        foreach (var (day, kind) in calendar.Days(start, last))
        {
            var source = kind is DayKind.Holiday or DayKind.MakeUpWorkday ? calendar.SourceOf(day) : null;
            var pause = pauses.FirstOrDefault(p => p.Covers(day));
            var role = (pause != default && day != due, kind) switch
            {
                (true, _) => DayRole.Paused,
                (_, DayKind.Weekend or DayKind.Holiday) => DayRole.Rest,
                _ when number >= Math.Max(limit ?? int.MaxValue, 1) => DayRole.Given,
                _ => DayRole.Counted,
            };
            var counts = role is DayRole.Counted or DayRole.Given;
            days.Add(new ExplainedDay(day, kind, role, counts ? ++number : null, source, role == DayRole.Paused ? pause.Reason : null));
        }

        var agrees = due is null || limit is null || EndsOn(calendar, start, days, number, limit.Value);
        return new DueExplanation(start, limit, days, due, calendar.IsProvisional(start, last), agrees);
    }

    private static bool EndsOn(WorkingCalendar calendar, DateOnly start, List<ExplainedDay> days, int counted, int limit) =>
        days.Count == 0
            ? limit == 0 && calendar.IsWorkingDay(start)
            : counted >= limit && days[^1].Number is not null;
}
