namespace ServicePackage.Core.Tickets;

/// <summary>One row of the table of clocks: who holds it and how long, what ends it, whom it asks and tells, what its lapse does.</summary>
public sealed record ClockRule
{
    public required ClockKind Kind { get; init; }

    /// <summary>Who holds it; what a unit holds is the Centre's while nobody but the Centre has the matter.</summary>
    public required ClockHolder Holder { get; init; }

    /// <summary>Its length in working days, unless a setting changes it; null for a date given and where the type decides.</summary>
    public int? Days { get; init; }

    /// <summary>Its length in working days by the demand's type.</summary>
    public IReadOnlyDictionary<TicketType, int> DaysByType { get; init; } = new Dictionary<TicketType, int>();

    /// <summary>The moves by which its holder ends it; the first is the one it waits for.</summary>
    public required IReadOnlyList<Move> Ends { get; init; }

    /// <summary>The clocks that stand before it: while one of them is open, what that one waits for comes first.</summary>
    public IReadOnlyList<ClockKind> After { get; init; } = [];

    /// <summary>The move a desk and a notice lead to, where that is not the one that ends it.</summary>
    public Move? Meanwhile { get; init; }

    /// <summary>True where the first-asked person can give the enterprise's answer, and is led to it.</summary>
    public bool SpokenFor { get; init; }

    /// <summary>The moves whose notices ask its holder to see to it.</summary>
    public IReadOnlyList<Move> AskedBy { get; init; } = [];

    public required EscalationLadder Ladder { get; init; }

    /// <summary>The move that the procedure makes by itself when the time is over.</summary>
    public Move? Lapse { get; init; }

    /// <summary>True where a lapse is the Centre's failure: it stands on the overdue board until the Centre's lead has seen it.</summary>
    public bool SeenWhenLapsed { get; init; }

    /// <summary>True where a comment of the enterprise may be the answer it waits for: it stands still, once, until somebody has called.</summary>
    public bool HeldByComment { get; init; }

    /// <summary>True where a breach begins the duty to report progress each month (§六(四)).</summary>
    public bool OwesProgress { get; init; }

    /// <summary>False for clocks between the town's own people.</summary>
    public bool ShownToEnterprise { get; init; } = true;

    /// <summary>True where it stands still while handling does.</summary>
    public bool PausesWithHandling { get; init; }

    /// <summary>True where it runs on during proceedings.</summary>
    public bool RunsInProceedings { get; init; }

    /// <summary>The move it waits for.</summary>
    public Move WaitsFor => Ends[0];

    /// <summary>The move a desk and a notice lead to.</summary>
    public Move LeadsTo => Meanwhile ?? WaitsFor;
}
