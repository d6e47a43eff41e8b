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

    /// <summary>联系企业: a comment of the enterprise held what would have lapsed.</summary>
    Call,

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

    /// <summary>不予协办审核.</summary>
    TaskDecision,

    /// <summary>复议诉讼审核.</summary>
    ProceedingsDecision,

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
