using ServicePackage.Core.History;

namespace ServicePackage.Core.Tickets;

/// <summary>An instruction 督办 with an answer-by date.</summary>
public sealed class Urge : IHistoried
{
    public long Id { get; private set; }

    public long TicketId { get; private set; }

    public long ById { get; internal set; }

    public string Text { get; internal set; } = "";

    /// <summary>When (UTC).</summary>
    public DateTime At { get; internal set; }

    /// <summary>The unit it is addressed to; null for the Centre. Passes to a new lead unit.</summary>
    public long? UnitId { get; internal set; }

    /// <summary>The answer; empty while awaited.</summary>
    public string Answer { get; internal set; } = "";

    /// <summary>When it was answered (UTC).</summary>
    public DateTime? AnsweredAt { get; internal set; }

    string IHistoried.Subject => nameof(Ticket);

    long IHistoried.SubjectId => TicketId;
}
