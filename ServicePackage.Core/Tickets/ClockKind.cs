namespace ServicePackage.Core.Tickets;

/// <summary>The kinds of clocks of the procedure.</summary>
public enum ClockKind
{
    /// <summary>分派.</summary>
    Dispatch,

    /// <summary>审核接收.</summary>
    Review,

    /// <summary>办理.</summary>
    Handling,

    /// <summary>退回审核.</summary>
    ReturnDecision,

    /// <summary>企业确认.</summary>
    Confirmation,

    /// <summary>视同确认.</summary>
    Deeming,

    /// <summary>企业评价.</summary>
    Rating,

    /// <summary>不满意评价回访.</summary>
    BadRatingContact,

    /// <summary>无法满足审核期.</summary>
    RefusalWindow,

    /// <summary>后续办理决定.</summary>
    CourseDecision,

    /// <summary>类型变更审核.</summary>
    TypeDecision,

    /// <summary>认定.</summary>
    Ruling,

    /// <summary>书面回复.</summary>
    WrittenReply,

    /// <summary>每月进展.</summary>
    MonthlyProgress,

    /// <summary>协办.</summary>
    SupportingTask,

    /// <summary>企业补充.</summary>
    Supplement,

    /// <summary>法定期限.</summary>
    LegalDate,

    /// <summary>督办答复.</summary>
    Urge,
}

/// <summary>Who holds a clock.</summary>
public enum ClockHolder
{
    /// <summary>The industry centre.</summary>
    Centre,

    /// <summary>A unit.</summary>
    Unit,

    /// <summary>The enterprise; never counted against a unit.</summary>
    Enterprise,
}

/// <summary>How a clock ended.</summary>
public enum ClockOutcome
{
    /// <summary>In time.</summary>
    Met,

    /// <summary>Past due.</summary>
    Breached,

    /// <summary>Handling that ended because the demand cannot be met.</summary>
    NotMet,

    /// <summary>No longer needed, and not past due.</summary>
    Cancelled,
}

/// <summary>Why a clock stands still; several at once.</summary>
[Flags]
public enum PauseReason
{
    /// <summary>It runs.</summary>
    None = 0,

    /// <summary>A return application is pending.</summary>
    Return = 1,

    /// <summary>The enterprise is asked for information.</summary>
    Supplement = 2,

    /// <summary>Reconsideration or litigation.</summary>
    Proceedings = 4,

    /// <summary>Reported done, or that it cannot be met.</summary>
    Suspended = 8,
}

/// <summary>The levels of escalation.</summary>
public enum EscalationLevel
{
    /// <summary>Nothing yet.</summary>
    None = 0,

    /// <summary>临期.</summary>
    Approaching = 1,

    /// <summary>一级超期: at the breach.</summary>
    Breach = 2,

    /// <summary>二级超期.</summary>
    Second = 3,

    /// <summary>三级超期.</summary>
    Third = 4,
}
