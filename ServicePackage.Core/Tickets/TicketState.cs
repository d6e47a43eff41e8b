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

/// <summary>How a demand was closed. Figures never mix them.</summary>
public enum ClosedAs
{
    /// <summary>Done and rated.</summary>
    Rated,

    /// <summary>Done, the rating period passed.</summary>
    Unrated,

    /// <summary>Deemed confirmed after silence, or by the Centre's ruling.</summary>
    Deemed,

    /// <summary>Badly rated, and replied to in writing.</summary>
    Replied,

    /// <summary>Could not be met, and replied to in writing.</summary>
    NotMet,

    /// <summary>不予受理.</summary>
    NotAccepted,

    /// <summary>重复件.</summary>
    Duplicate,

    /// <summary>终止办理: the enterprise was dissolved or left the list.</summary>
    Ended,
}

/// <summary>The type of a demand; sets its handling limit (plan §六(二)).</summary>
public enum TicketType
{
    /// <summary>咨询类.</summary>
    Consultation,

    /// <summary>协调类.</summary>
    Coordination,

    /// <summary>审批类.</summary>
    Approval,
}

/// <summary>How a demand reached the town.</summary>
public enum Channel
{
    /// <summary>Raised by the enterprise itself.</summary>
    Online,

    /// <summary>Told during a visit.</summary>
    Visit,

    /// <summary>Told on the telephone.</summary>
    Telephone,

    /// <summary>Told at a meeting.</summary>
    Meeting,

    /// <summary>Told at the window.</summary>
    Window,
}

/// <summary>The five levels of satisfaction; the last two are bad and must be followed up.</summary>
public enum RatingLevel
{
    /// <summary>非常满意.</summary>
    VerySatisfied,

    /// <summary>满意.</summary>
    Satisfied,

    /// <summary>基本满意.</summary>
    BasicallySatisfied,

    /// <summary>不满意.</summary>
    Dissatisfied,

    /// <summary>非常不满意.</summary>
    VeryDissatisfied,
}

/// <summary>Kinds of proceedings an enterprise may have chosen (plan §六(二)).</summary>
public enum ProceedingKind
{
    /// <summary>行政复议.</summary>
    Reconsideration,

    /// <summary>行政诉讼.</summary>
    Litigation,

    /// <summary>仲裁、调解等其他途径.</summary>
    Other,
}

/// <summary>The Centre's decision after a second "not done".</summary>
public enum Course
{
    /// <summary>The same unit goes on.</summary>
    Continue,

    /// <summary>Another unit takes over.</summary>
    Redispatch,

    /// <summary>The demand cannot be met; a written reply is owed.</summary>
    CannotBeMet,
}

/// <summary>The level of a body above the town.</summary>
public enum BodyLevel
{
    /// <summary>区级部门.</summary>
    District,

    /// <summary>市级部门.</summary>
    City,
}

/// <summary>What a demand stands for beyond itself (plan §六(四)); each awaits a special report.</summary>
[Flags]
public enum Marks
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>综合性.</summary>
    Comprehensive = 1,

    /// <summary>全局性.</summary>
    Overall = 2,

    /// <summary>普遍性.</summary>
    Common = 4,
}
