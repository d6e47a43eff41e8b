using ServicePackage.Core.Enterprises;
using ServicePackage.Core.History;

namespace ServicePackage.Core.Tickets;

/// <summary>
/// An answer of the enterprise that somebody recorded for it 代录, with the demand as it was before: the enterprise can contradict it within
/// some working days, which undoes it (plan §五(六)).
/// </summary>
public sealed class SpokenAnswer : IHistoried
{
    public long Id { get; private set; }

    public long TicketId { get; private set; }

    /// <summary>The answer that was recorded.</summary>
    public Move Move { get; internal set; }

    /// <summary>When it was recorded (UTC).</summary>
    public DateTime At { get; internal set; }

    /// <summary>Who recorded it.</summary>
    public long ById { get; internal set; }

    /// <summary>When the enterprise contradicted it, or an answer before it (UTC).</summary>
    public DateTime? ContradictedAt { get; internal set; }

    /// <summary>When the enterprise went on from it by an answer of its own, and thereby let it stand (UTC).</summary>
    public DateTime? UpheldAt { get; internal set; }

    /// <summary>The demand before it; null where what was kept cannot be read, and nothing can be given back.</summary>
    [Unwritten]
    public TicketBefore? Before { get; internal set; }

    string IHistoried.Subject => nameof(Ticket);

    long IHistoried.SubjectId => TicketId;
}

/// <summary>What of a demand a contradicted answer has to give back, as it was.</summary>
public sealed record TicketBefore
{
    public required TicketState State { get; init; }

    public long? LeadUnitId { get; init; }

    public long? OfficerId { get; init; }

    public bool Accepted { get; init; }

    public bool FinalUnit { get; init; }

    public int HandBacks { get; init; }

    public int NotDoneCount { get; init; }

    public bool SupplementAsked { get; init; }

    public TicketType Type { get; init; }

    public DateOnly? StatutoryDay { get; init; }

    public string StatutoryBasis { get; init; } = "";

    public DateOnly? FirstStatutoryDay { get; init; }

    public TicketType? ProposedType { get; init; }

    public DateOnly? ProposedDay { get; init; }

    public string ProposedBasis { get; init; } = "";

    public string Result { get; init; } = "";

    public DateOnly? PromisedDay { get; init; }

    public DateTime? AskAfterPromiseAt { get; init; }

    public string CannotBeMetReason { get; init; } = "";

    public string CannotBeMetBasis { get; init; } = "";

    public bool ReplyBecauseNotMet { get; init; }

    public bool ProceedingsTold { get; init; }

    public DateTime? NextMonthlyDutyAt { get; init; }

    public RatingLevel? Rating { get; init; }

    public string RatingReason { get; init; } = "";

    public DateTime? RatedAt { get; init; }

    /// <summary>The clocks that were open.</summary>
    public IReadOnlyList<ClockBefore> Clocks { get; init; } = [];

    /// <summary>The supporting tasks.</summary>
    public IReadOnlyList<TaskBefore> Tasks { get; init; } = [];

    /// <summary>Whether it would come back to this unit.</summary>
    internal bool Names(long unitId) => LeadUnitId == unitId || Clocks.Any(c => c.UnitId == unitId);

    /// <summary>The same after a unit was merged into another.</summary>
    internal TicketBefore Passed(long from, long into) => this with
    {
        LeadUnitId = LeadUnitId == from ? into : LeadUnitId,
        Clocks = [.. Clocks.Select(c => c.UnitId == from ? c with { UnitId = into } : c)],
    };
}

/// <summary>A supporting task before an answer that was recorded.</summary>
/// <param name="Id">The task.</param>
/// <param name="State">How it stood.</param>
/// <param name="Answer">What the unit had said.</param>
/// <param name="EndedAt">When it had ended (UTC).</param>
public sealed record TaskBefore(long Id, SupportingTaskState State, string Answer, DateTime? EndedAt);

/// <summary>An open clock before an answer that was recorded: all that counts its due day. Fields as of <see cref="TicketClock"/>.</summary>
public sealed record ClockBefore
{
    public required ClockKind Kind { get; init; }

    public required DateTime StartedAt { get; init; }

    public long? TaskId { get; init; }

    public long? UrgeId { get; init; }

    public ClockHolder Holder { get; init; }

    public long? UnitId { get; init; }

    public int? Limit { get; init; }

    public DateOnly CountFrom { get; init; }

    public int? Days { get; init; }

    public DateOnly? GivenDay { get; init; }

    public DateOnly DueDay { get; init; }

    public DateOnly? OriginalDueDay { get; init; }

    public int Extension { get; init; }

    public bool MinimumGiven { get; init; }

    public DateTime? BreachedAt { get; init; }

    public DateOnly? OverFrom { get; init; }

    public int OverBefore { get; init; }

    public int NextLevel { get; init; }

    public PauseReason PausedFor { get; init; }

    /// <summary>How often it had stood still, now included.</summary>
    public int Pauses { get; init; }

    /// <summary>Why it had stood still since the last of these began.</summary>
    public PauseReason LastPause { get; init; }
}
