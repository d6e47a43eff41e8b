namespace ServicePackage.Core.Tickets;

/// <summary>Every move of the procedure. A move that is not in <see cref="TicketProcedure"/> does not exist.</summary>
public enum Move
{
    /// <summary>提出诉求.</summary>
    Raise,

    /// <summary>分派.</summary>
    Dispatch,

    /// <summary>不予分派: not accepted, or a duplicate.</summary>
    CloseUnopened,

    /// <summary>接收.</summary>
    Accept,

    /// <summary>申请退回.</summary>
    ApplyForReturn,

    /// <summary>审核退回申请.</summary>
    DecideReturn,

    /// <summary>改派.</summary>
    Reassign,

    /// <summary>请企业补充.</summary>
    AskSupplement,

    /// <summary>补充材料.</summary>
    AnswerSupplement,

    /// <summary>The time for the supplement is over.</summary>
    EndSupplement,

    /// <summary>报送进展.</summary>
    ReportProgress,

    /// <summary>指定承办人.</summary>
    Assign,

    /// <summary>问答.</summary>
    Comment,

    /// <summary>登记沟通情况: whether a comment was the answer that the enterprise owes.</summary>
    NoteCall,

    /// <summary>提请上级协调.</summary>
    ReferUpward,

    /// <summary>登记上级协调结果.</summary>
    RecordReferralOutcome,

    /// <summary>交办协办任务.</summary>
    GiveTask,

    /// <summary>完成协办.</summary>
    FinishTask,

    /// <summary>不予协办.</summary>
    DeclineTask,

    /// <summary>免除协办.</summary>
    WaiveTask,

    /// <summary>要求继续协办.</summary>
    GiveBackTask,

    /// <summary>申请变更类型.</summary>
    ProposeType,

    /// <summary>审核类型变更.</summary>
    DecideType,

    /// <summary>更正类型.</summary>
    SetType,

    /// <summary>更正法定办结日期.</summary>
    CorrectStatutory,

    /// <summary>延长办理期限.</summary>
    Extend,

    /// <summary>报送办结.</summary>
    Complete,

    /// <summary>报告无法办理.</summary>
    ReportCannotBeMet,

    /// <summary>同意无法满足.</summary>
    LetStand,

    /// <summary>不同意无法满足.</summary>
    RefuseCannotBeMet,

    /// <summary>The refusal window lapsed: it stands.</summary>
    StandByLapse,

    /// <summary>阅知逾期未审事项: the Centre's lead has seen that nobody reviewed it in time.</summary>
    See,

    /// <summary>确认办结.</summary>
    ConfirmDone,

    /// <summary>确认未办结.</summary>
    ConfirmNotDone,

    /// <summary>决定后续办理.</summary>
    DecideCourse,

    /// <summary>The confirmation period passed without an answer.</summary>
    LapseConfirmation,

    /// <summary>视同确认.</summary>
    DeemConfirmed,

    /// <summary>认定是否办结.</summary>
    Rule,

    /// <summary>评价.</summary>
    Rate,

    /// <summary>补充评价.</summary>
    RateLate,

    /// <summary>登记回访联系.</summary>
    NoteContact,

    /// <summary>逾期未评归档.</summary>
    CloseUnrated,

    /// <summary>书面回复.</summary>
    FileReply,

    /// <summary>登记复议诉讼.</summary>
    EnterProceedings,

    /// <summary>告知复议诉讼: the enterprise reports that it has chosen proceedings.</summary>
    TellProceedings,

    /// <summary>提请登记复议诉讼: the unit knows of them, the enterprise has not said so.</summary>
    ProposeProceedings,

    /// <summary>审核复议诉讼.</summary>
    DecideProceedings,

    /// <summary>对复议诉讼登记提出异议.</summary>
    ContestProceedings,

    /// <summary>变更法定期限.</summary>
    ChangeLegalDate,

    /// <summary>复议诉讼终结.</summary>
    LeaveProceedings,

    /// <summary>撤回诉求.</summary>
    Withdraw,

    /// <summary>重新办理.</summary>
    Reopen,

    /// <summary>对代录答复提出异议: what was recorded for the enterprise is not what it said.</summary>
    Contradict,

    /// <summary>终止办理.</summary>
    End,

    /// <summary>催办.</summary>
    Remind,

    /// <summary>督办.</summary>
    Urge,

    /// <summary>答复督办.</summary>
    AnswerUrge,

    /// <summary>标记重大事项.</summary>
    Mark,

    /// <summary>移交首问责任.</summary>
    HandOnFirstAsked,

    /// <summary>The month's progress duty begins.</summary>
    OweMonthlyProgress,

    /// <summary>A promised day has come.</summary>
    AskAfterPromise,

    /// <summary>The calendar was amended, and due dates moved.</summary>
    AmendCalendar,

    /// <summary>A unit of the demand was merged into another.</summary>
    MergeUnit,
}
