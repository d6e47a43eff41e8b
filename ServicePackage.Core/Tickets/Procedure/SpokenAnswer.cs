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

    /// <summary>The demand before it; null where what was kept cannot be read, and nothing can be given back.</summary>
    public TicketBefore? Before { get; internal set; }

    string IHistoried.Subject => nameof(Ticket);

    long IHistoried.SubjectId => TicketId;
}

/// <summary>What of a demand a contradicted answer has to give back. Kept as it was; days are Shanghai days, instants UTC.</summary>
public sealed record TicketBefore
{
    public required TicketState State { get; init; }

    public TicketState? StateBefore { get; init; }

    public int NotDoneCount { get; init; }

    public TicketType? ProposedType { get; init; }

    public DateOnly? ProposedDay { get; init; }

    public string ProposedBasis { get; init; } = "";

    public DateOnly? PromisedDay { get; init; }

    public DateTime? AskAfterPromiseAt { get; init; }

    public string CannotBeMetReason { get; init; } = "";

    public string CannotBeMetBasis { get; init; } = "";

    public bool ReplyBecauseNotMet { get; init; }

    public bool ProceedingsTold { get; init; }

    public ProceedingKind? Proceeding { get; init; }

    public string CaseNumber { get; init; } = "";

    public DateTime? NextMonthlyDutyAt { get; init; }

    public RatingLevel? Rating { get; init; }

    public string RatingReason { get; init; } = "";

    public DateTime? RatedAt { get; init; }

    public ClosedAs? ClosedAs { get; init; }

    public DateTime? ClosedAt { get; init; }

    /// <summary>The clocks that were open.</summary>
    public IReadOnlyList<ClockBefore> Clocks { get; init; } = [];
}

/// <summary>An open clock before an answer that was recorded.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="StartedAt">When it had started (UTC).</param>
/// <param name="TaskId">The task it measures, if one.</param>
/// <param name="UrgeId">The instruction it measures, if one.</param>
/// <param name="DaysLeft">Working days it had left; 0 past due.</param>
/// <param name="PausedFor">Why it stood still.</param>
public sealed record ClockBefore(ClockKind Kind, DateTime StartedAt, long? TaskId, long? UrgeId, int DaysLeft, PauseReason PausedFor);
