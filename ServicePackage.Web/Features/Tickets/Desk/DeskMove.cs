using ServicePackage.Core.Tickets;

namespace ServicePackage.Web.Features.Tickets;

/// <summary>The move by which a clock is usually met: a row of a desk leads straight to its form.</summary>
public static class DeskMove
{
    /// <summary>The move; null where the clock stands still, or where the reader only watches it.</summary>
    public static Move? Of(ClockView clock, bool forEnterprise)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return clock switch
        {
            { PausedFor: not PauseReason.None } => null,
            { Holder: ClockHolder.Enterprise, Kind: not ClockKind.Confirmation } when !forEnterprise => null,
            _ => Of(clock.Kind),
        };
    }

    /// <summary>The move by which a clock of this kind is usually met; null where there is none.</summary>
    public static Move? Of(ClockKind kind) => kind switch
    {
        ClockKind.Dispatch => Move.Dispatch,
        ClockKind.ReturnDecision => Move.DecideReturn,
        ClockKind.TypeDecision => Move.DecideType,
        ClockKind.RefusalWindow => Move.LetStand,
        ClockKind.CourseDecision => Move.DecideCourse,
        ClockKind.Ruling => Move.Rule,
        ClockKind.Review => Move.Accept,
        ClockKind.Handling or ClockKind.MonthlyProgress => Move.ReportProgress,
        ClockKind.SupportingTask => Move.FinishTask,
        ClockKind.BadRatingContact => Move.NoteContact,
        ClockKind.WrittenReply => Move.FileReply,
        ClockKind.Urge => Move.AnswerUrge,
        ClockKind.Confirmation or ClockKind.Deeming => Move.ConfirmDone,
        ClockKind.Rating => Move.Rate,
        ClockKind.Supplement => Move.AnswerSupplement,
        _ => null,
    };
}
