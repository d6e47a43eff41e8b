using ServicePackage.Core.History;

namespace ServicePackage.Core.Tickets;

/// <summary>A part of the work given to a supporting unit 协办. Open ones gate completion.</summary>
public sealed class SupportingTask : IHistoried
{
    public long Id { get; private set; }

    public long TicketId { get; private set; }

    public long UnitId { get; internal set; }

    /// <summary>Its officer, once assigned.</summary>
    public long? OfficerId { get; internal set; }

    public string Text { get; internal set; } = "";

    /// <summary>When it was given (UTC).</summary>
    public DateTime GivenAt { get; internal set; }

    public SupportingTaskState State { get; internal set; }

    /// <summary>When it ended (UTC).</summary>
    public DateTime? EndedAt { get; internal set; }

    /// <summary>What was done, or why not.</summary>
    public string Answer { get; internal set; } = "";

    string IHistoried.Subject => nameof(Ticket);

    long IHistoried.SubjectId => TicketId;
}

/// <summary>How a supporting task stands.</summary>
public enum SupportingTaskState
{
    /// <summary>To be done.</summary>
    Open,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Declined by the unit, with a reason; goes to the Centre.</summary>
    Declined,

    /// <summary>Waived by the lead unit or the Centre.</summary>
    Waived,

    /// <summary>Fell away when the demand went to another unit or ended.</summary>
    Cancelled,
}
