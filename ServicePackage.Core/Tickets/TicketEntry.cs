namespace ServicePackage.Core.Tickets;

/// <summary>
/// What the history keeps of a move or of time passing, and what the timeline is made of. Names are kept as they were.
/// </summary>
public sealed record TicketEntry
{
    public MoveInput? Given { get; init; }

    public TicketState? From { get; init; }

    public TicketState? To { get; init; }

    /// <summary>The name of the unit concerned.</summary>
    public string? Unit { get; init; }

    /// <summary>The name of the unit in whose place <see cref="Unit"/> stepped by a merger.</summary>
    public string? FromUnit { get; init; }

    /// <summary>The names of the supporting units.</summary>
    public IReadOnlyList<string>? SupportingUnits { get; init; }

    /// <summary>The name of the person concerned.</summary>
    public string? Person { get; init; }

    /// <summary>The text of the task, urge or referral answered.</summary>
    public string? About { get; init; }

    /// <summary>The answer recorded for the enterprise that it contradicted.</summary>
    public Move? Answer { get; init; }

    /// <summary>The clock concerned.</summary>
    public ClockKind? Clock { get; init; }

    /// <summary>The number of the level reached.</summary>
    public int? Level { get; init; }

    /// <summary>The instant it fell due (UTC), where that is not the instant of the entry.</summary>
    public DateTime? DueAt { get; init; }

    /// <summary>True when it fell due while the program was down.</summary>
    public bool? Late { get; init; }

    /// <summary>The due days that an amended calendar moved.</summary>
    public IReadOnlyList<DueMove>? Dues { get; init; }

    /// <summary>True where the Centre had still to let stand that the demand cannot be met: the enterprise reads it as in hand.</summary>
    public bool? Undecided { get; init; }

    /// <summary>The demand's version after the act: which copies it made stale.</summary>
    public int? Version { get; init; }

    /// <summary>The act under which levels of escalation stand in the history.</summary>
    public const string Escalated = "Escalate";
}
