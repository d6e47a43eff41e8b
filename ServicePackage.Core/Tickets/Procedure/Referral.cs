using ServicePackage.Core.History;

namespace ServicePackage.Core.Tickets;

/// <summary>A referral to a body above the town (plan §三(三) 跨层级).</summary>
public sealed class Referral : IHistoried
{
    public long Id { get; private set; }

    public long TicketId { get; private set; }

    public string Body { get; internal set; } = "";

    public BodyLevel Level { get; internal set; }

    public DateOnly ReferredOn { get; internal set; }

    /// <summary>The day an answer is expected.</summary>
    public DateOnly? ExpectedOn { get; internal set; }

    /// <summary>What came of it; empty while awaited.</summary>
    public string Outcome { get; internal set; } = "";

    /// <summary>When the outcome was recorded (UTC).</summary>
    public DateTime? OutcomeAt { get; internal set; }

    string IHistoried.Subject => nameof(Ticket);

    long IHistoried.SubjectId => TicketId;
}
