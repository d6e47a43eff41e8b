using ServicePackage.Core.History;

namespace ServicePackage.Core.Tickets;

/// <summary>
/// One clock of a demand. It ends once and is then immutable; met or breached is judged by timestamps alone.
/// It keeps the day it counts from and the days left, so that its due day is one look-up in the calendar.
/// </summary>
public sealed partial class TicketClock : IHistoried
{
    private TicketClock()
    {
    }

    public long Id { get; private set; }

    public long TicketId { get; private set; }

    public ClockKind Kind { get; private set; }

    /// <summary>The handling cycle it belongs to: 1, and 2 after reopening.</summary>
    public int Cycle { get; private set; }

    public ClockHolder Holder { get; internal set; }

    /// <summary>The unit that holds it, where a unit does.</summary>
    public long? UnitId { get; internal set; }

    public SupportingTask? Task { get; private set; }

    public long? TaskId { get; private set; }

    public Urge? Urge { get; private set; }

    public long? UrgeId { get; private set; }

    /// <summary>When it started (UTC).</summary>
    public DateTime StartedAt { get; private set; }

    /// <summary>The limit in working days as first set; null for a date given.</summary>
    public int? Limit { get; private set; }

    /// <summary>The Shanghai day the days left count from; of a day given, the one on which it was given.</summary>
    public DateOnly CountFrom { get; private set; }

    /// <summary>Working days left from <see cref="CountFrom"/>; null while the due day is a date given.</summary>
    public int? Days { get; private set; }

    /// <summary>A due day that was given rather than counted. Where the clock has stood still since, it is due as many working days later.</summary>
    public DateOnly? GivenDay { get; private set; }

    public DateOnly DueDay { get; private set; }

    /// <summary>The instant it is due (UTC): close of business of <see cref="DueDay"/>.</summary>
    public DateTime DueAt { get; private set; }

    /// <summary>The due day before the extension: shown beside the new one, and the one appraised.</summary>
    public DateOnly? OriginalDueDay { get; private set; }

    /// <summary>Working days added by the extension.</summary>
    public int Extension { get; private set; }

    /// <summary>Raised whenever the due day changes: escalation is once per version.</summary>
    public int DueVersion { get; private set; }

    /// <summary>True when the count touches a year without a published arrangement (暂定).</summary>
    public bool Provisional { get; private set; }

    /// <summary>Why it stands still; none while it runs.</summary>
    public PauseReason PausedFor { get; private set; }

    /// <summary>Whether a comment of the enterprise has made it stand still: one does so once.</summary>
    public bool Held { get; private set; }

    /// <summary>True once the one-day minimum after a pause has been given.</summary>
    public bool MinimumGiven { get; private set; }

    /// <summary>When the breach was (UTC): the due instant. Stays when the clock is later paused or ended.</summary>
    public DateTime? BreachedAt { get; private set; }

    /// <summary>The day from which working days over are counted on; moves on after a pause.</summary>
    public DateOnly? OverFrom { get; private set; }

    /// <summary>Working days over counted before <see cref="OverFrom"/>; paused days are not among them.</summary>
    public int OverBefore { get; private set; }

    /// <summary>The number of the next level of escalation, of an ended clock the one that was; <see cref="Levels.None"/> when there is nothing more to tell.</summary>
    public int NextLevel { get; private set; }

    /// <summary>When the next level is due (UTC); null while paused, ended or done. The sweep's index.</summary>
    public DateTime? NextAt { get; private set; }

    /// <summary>When it ended (UTC).</summary>
    public DateTime? EndedAt { get; private set; }

    public ClockOutcome? Outcome { get; private set; }

    /// <summary>Whether it passed unused, and who answers for that has not looked at it yet.</summary>
    public bool Unseen { get; private set; }

    public List<ClockPause> Pauses { get; private set; } = [];

    /// <summary>Whether it has not ended.</summary>
    public bool Open => ClockScopes.IsOpen.Holds(this);

    /// <summary>Whether it stands still.</summary>
    public bool Paused => Open && PausedFor != PauseReason.None;

    string IHistoried.Subject => nameof(Ticket);

    long IHistoried.SubjectId => TicketId;

    /// <summary>Whether a comment can still make it stand still.</summary>
    internal bool CanBeHeld => Open && !Paused && !Held;

    /// <summary>Whether it is past due at an instant: recorded, or running beyond its due.</summary>
    public bool IsBreached(DateTime now) => ClockScopes.IsBreached.Holds(this, now);

    /// <summary>Whether it runs close to its due 临期 at an instant (UTC).</summary>
    public bool IsApproaching(DateTime now) => ClockScopes.IsApproaching.Holds(this, now);

    /// <summary>Working days past due, paused days left out; 0 when not breached.</summary>
    public int DaysOver(Moment moment)
    {
        var until = EndedAt is { } ended ? WorkingTime.TownTime.DayOf(ended) : moment.Day;
        return OverBefore + (PausedFor != PauseReason.None ? 0 : Math.Max(0, moment.Calendar.Count(OverFrom ?? DueDay, until)));
    }

    /// <summary>Working days that were left when it ended, or stood still before it did; 0 past due.</summary>
    internal int DaysLeft(WorkingTime.WorkingCalendar calendar)
    {
        var stopped = PausedFor != PauseReason.None ? Pauses[^1].From : EndedAt!.Value;
        return BreachedAt is not null ? 0 : Math.Max(0, calendar.Count(WorkingTime.TownTime.DayOf(stopped), DueDay));
    }
}

/// <summary>A span in which a clock stood still.</summary>
public sealed class ClockPause : IHistoried
{
    public long Id { get; private set; }

    public long ClockId { get; private set; }

    public long TicketId { get; internal set; }

    /// <summary>From (UTC).</summary>
    public DateTime From { get; internal set; }

    /// <summary>Until (UTC); null while it lasts.</summary>
    public DateTime? Until { get; internal set; }

    public PauseReason Reason { get; internal set; }

    string IHistoried.Subject => nameof(Ticket);

    long IHistoried.SubjectId => TicketId;
}
