namespace ServicePackage.Core.Tickets;

/// <summary>What a clock waits for: the move that would end it, or the one that must come before (plan §六).</summary>
internal static class NextStep
{
    private static readonly Dictionary<ClockKind, Move> Ends = new()
    {
        [ClockKind.Dispatch] = Move.Dispatch,
        [ClockKind.Review] = Move.Accept,
        [ClockKind.Handling] = Move.Complete,
        [ClockKind.ReturnDecision] = Move.DecideReturn,
        [ClockKind.Confirmation] = Move.ConfirmDone,
        [ClockKind.Deeming] = Move.ConfirmDone,
        [ClockKind.Rating] = Move.Rate,
        [ClockKind.BadRatingContact] = Move.NoteContact,
        [ClockKind.RefusalWindow] = Move.LetStand,
        [ClockKind.CourseDecision] = Move.DecideCourse,
        [ClockKind.TypeDecision] = Move.DecideType,
        [ClockKind.Ruling] = Move.Rule,
        [ClockKind.WrittenReply] = Move.FileReply,
        [ClockKind.MonthlyProgress] = Move.ReportProgress,
        [ClockKind.SupportingTask] = Move.FinishTask,
        [ClockKind.Supplement] = Move.AnswerSupplement,
        [ClockKind.LegalDate] = Move.LeaveProceedings,
        [ClockKind.Urge] = Move.AnswerUrge,
    };

    /// <summary>The next step of a clock.</summary>
    /// <param name="kind">Which clock.</param>
    /// <param name="state">Where its demand is.</param>
    /// <param name="pausedFor">Why it stands still.</param>
    /// <param name="open">The kinds of the demand's open clocks that stand before others.</param>
    public static Move Of(ClockKind kind, TicketState state, PauseReason pausedFor, IReadOnlyList<ClockKind> open) => kind switch
    {
        _ when pausedFor.HasFlag(PauseReason.Proceedings) => Move.LeaveProceedings,
        _ when pausedFor.HasFlag(PauseReason.Return) => Move.DecideReturn,
        _ when pausedFor.HasFlag(PauseReason.Supplement) => Move.AnswerSupplement,
        _ when pausedFor.HasFlag(PauseReason.Suspended) => state == TicketState.ReplyDue ? Move.LetStand : Move.ConfirmDone,
        ClockKind.Handling when state == TicketState.Dispatched => Move.Accept,
        ClockKind.Handling when open.Contains(ClockKind.CourseDecision) => Move.DecideCourse,
        ClockKind.Handling when open.Contains(ClockKind.SupportingTask) => Move.FinishTask,
        ClockKind.WrittenReply when open.Contains(ClockKind.BadRatingContact) => Move.NoteContact,
        _ => Ends[kind],
    };
}
