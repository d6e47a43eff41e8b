using ServicePackage.Core.History;

namespace ServicePackage.Core.Tickets;

/// <summary>The sealed written reply (plan §六(四)), with the improvement it leads to.</summary>
public sealed class WrittenReply : IHistoried
{
    public long Id { get; private set; }

    public long TicketId { get; private set; }

    /// <summary>The unit that owes the reply.</summary>
    public long UnitId { get; internal set; }

    /// <summary>True when the Centre filed it because the unit had not.</summary>
    public bool FiledByCentre { get; internal set; }

    public long FiledById { get; internal set; }

    /// <summary>When (UTC).</summary>
    public DateTime FiledAt { get; internal set; }

    public string Text { get; internal set; } = "";

    /// <summary>The scan of the sealed letter.</summary>
    public Guid ScanId { get; internal set; }

    /// <summary>What will be improved; empty when <see cref="WhyNothing"/> says why nothing.</summary>
    public string Improvement { get; internal set; } = "";

    public string ImprovementBy { get; internal set; } = "";

    /// <summary>Until when.</summary>
    public DateOnly? ImprovementUntil { get; internal set; }

    /// <summary>Why nothing is to be improved.</summary>
    public string WhyNothing { get; internal set; } = "";

    string IHistoried.Subject => nameof(Ticket);

    long IHistoried.SubjectId => TicketId;
}
