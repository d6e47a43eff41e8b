using ServicePackage.Core.History;

namespace ServicePackage.Core.Tickets;

/// <summary>A part of the work given to a supporting unit 协办. Open ones gate completion.</summary>
public sealed class SupportingTask : IHistoried
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The demand.</summary>
    public long TicketId { get; private set; }

    /// <summary>The supporting unit.</summary>
    public long UnitId { get; internal set; }

    /// <summary>Its officer, once assigned.</summary>
    public long? OfficerId { get; internal set; }

    /// <summary>What is to be done.</summary>
    public string Text { get; internal set; } = "";

    /// <summary>When it was given (UTC).</summary>
    public DateTime GivenAt { get; internal set; }

    /// <summary>How it stands.</summary>
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

/// <summary>A unit's application to give the demand back, with the Centre's decision (plan §六(二)).</summary>
public sealed class ReturnApplication : IHistoried
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The demand.</summary>
    public long TicketId { get; private set; }

    /// <summary>The unit that applied.</summary>
    public long UnitId { get; internal set; }

    /// <summary>Why.</summary>
    public string Reason { get; internal set; } = "";

    /// <summary>When it applied (UTC).</summary>
    public DateTime AppliedAt { get; internal set; }

    /// <summary>Whether it had accepted the demand before.</summary>
    public bool HadAccepted { get; internal set; }

    /// <summary>When the Centre decided (UTC); null while pending.</summary>
    public DateTime? DecidedAt { get; internal set; }

    /// <summary>The unit that is to handle it by the decision.</summary>
    public long? DecidedUnitId { get; internal set; }

    /// <summary>The Centre's opinion.</summary>
    public string Opinion { get; internal set; } = "";

    string IHistoried.Subject => nameof(Ticket);

    long IHistoried.SubjectId => TicketId;
}

/// <summary>A referral to a body above the town (plan §三(三) 跨层级).</summary>
public sealed class Referral : IHistoried
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The demand.</summary>
    public long TicketId { get; private set; }

    /// <summary>The body.</summary>
    public string Body { get; internal set; } = "";

    /// <summary>Its level.</summary>
    public BodyLevel Level { get; internal set; }

    /// <summary>The day it was referred.</summary>
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

/// <summary>An instruction 督办 with an answer-by date.</summary>
public sealed class Urge : IHistoried
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The demand.</summary>
    public long TicketId { get; private set; }

    /// <summary>Who urged.</summary>
    public long ById { get; internal set; }

    /// <summary>The instruction.</summary>
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

/// <summary>The sealed written reply (plan §六(四)), with the improvement it leads to.</summary>
public sealed class WrittenReply : IHistoried
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The demand.</summary>
    public long TicketId { get; private set; }

    /// <summary>The unit that owes the reply.</summary>
    public long UnitId { get; internal set; }

    /// <summary>True when the Centre filed it because the unit had not.</summary>
    public bool FiledByCentre { get; internal set; }

    /// <summary>Who filed it.</summary>
    public long FiledById { get; internal set; }

    /// <summary>When (UTC).</summary>
    public DateTime FiledAt { get; internal set; }

    /// <summary>The text.</summary>
    public string Text { get; internal set; } = "";

    /// <summary>The scan of the sealed letter.</summary>
    public Guid ScanId { get; internal set; }

    /// <summary>What will be improved; empty when <see cref="WhyNothing"/> says why nothing.</summary>
    public string Improvement { get; internal set; } = "";

    /// <summary>By whom.</summary>
    public string ImprovementBy { get; internal set; } = "";

    /// <summary>Until when.</summary>
    public DateOnly? ImprovementUntil { get; internal set; }

    /// <summary>Why nothing is to be improved.</summary>
    public string WhyNothing { get; internal set; } = "";

    string IHistoried.Subject => nameof(Ticket);

    long IHistoried.SubjectId => TicketId;
}
