using ServicePackage.Core.History;

namespace ServicePackage.Core.Tickets;

/// <summary>A unit's application to give the demand back, with the Centre's decision (plan §六(二)).</summary>
public sealed class ReturnApplication : IHistoried
{
    public long Id { get; private set; }

    public long TicketId { get; private set; }

    public long UnitId { get; internal set; }

    public string Reason { get; internal set; } = "";

    /// <summary>When it applied (UTC).</summary>
    public DateTime AppliedAt { get; internal set; }

    /// <summary>Whether it had accepted the demand before.</summary>
    public bool HadAccepted { get; internal set; }

    /// <summary>When the Centre decided (UTC); null while pending.</summary>
    public DateTime? DecidedAt { get; internal set; }

    /// <summary>The unit that is to handle it by the decision.</summary>
    public long? DecidedUnitId { get; internal set; }

    public string Opinion { get; internal set; } = "";

    string IHistoried.Subject => nameof(Ticket);

    long IHistoried.SubjectId => TicketId;
}
