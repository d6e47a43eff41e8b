namespace ServicePackage.Core.Tickets;

/// <summary>Where a demand (诉求) is in the procedure (plan §六).</summary>
public enum TicketState
{
    /// <summary>待分派: the Centre has it.</summary>
    Raised,

    /// <summary>待接收: the lead unit reviews it.</summary>
    Dispatched,

    /// <summary>办理中.</summary>
    InProgress,

    /// <summary>退回待审: the Centre decides a return application.</summary>
    ReturnRequested,

    /// <summary>待企业补充.</summary>
    AwaitingSupplement,

    /// <summary>复议诉讼中: reconsideration or litigation.</summary>
    InLegalProceedings,

    /// <summary>待企业确认.</summary>
    AwaitingConfirmation,

    /// <summary>待评价.</summary>
    AwaitingRating,

    /// <summary>待书面回复.</summary>
    ReplyDue,

    /// <summary>已归档.</summary>
    Closed,

    /// <summary>已撤回.</summary>
    Withdrawn,
}
