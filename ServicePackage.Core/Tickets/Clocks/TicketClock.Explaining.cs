using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Tickets;

/// <content>How its due date explains itself.</content>
public sealed partial class TicketClock
{
    /// <summary>The derivation of the due date, day by day, with the calendar of the moment.</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="asRunning">Whether it is shown as running although it stands still: the reader is not told why.</param>
    public DueExplanation Explain(Moment moment, bool asRunning = false)
    {
        ArgumentNullException.ThrowIfNull(moment);
        var start = TownTime.DayOf(StartedAt);
        int? limit = GivenDay is null ? Limit + Extension : null;
        var resumed = asRunning || (!Open && PausedFor != PauseReason.None) ? Pauses.SkipLast(1) : Pauses; // it ended standing still: that moved no due day
        List<PauseSpan> pauses = [.. resumed.Select(p => new PauseSpan(TownTime.DayOf(p.From), p.Until is { } until ? TownTime.DayOf(until) : null, p.Reason))];
        return Paused && !asRunning && BreachedAt is null
            ? Deadline.ExplainPaused(moment.Calendar, start, limit, pauses, moment.Day)
            : Deadline.Explain(moment.Calendar, start, limit, pauses, DueDay);
    }
}
