using ServicePackage.Core.Tickets;

namespace ServicePackage.Web.Features.Tickets;

/// <summary>
/// In which order the open moves stand on a demand's page: first what the procedure waits for, then what goes with the work,
/// the ends without a result apart.
/// </summary>
internal static class MoveOrder
{
    private static readonly Move[] Waited =
    [
        Move.See, Move.AnswerSupplement, Move.ConfirmDone, Move.Rate, Move.RateLate, Move.Dispatch, Move.DecideReturn, Move.DecideCourse, Move.DecideType, Move.DecideProceedings, Move.GiveBackTask, Move.Rule, Move.NoteCall,
        Move.LetStand, Move.Accept, Move.NoteContact, Move.FileReply, Move.FinishTask, Move.AnswerUrge, Move.Complete,
    ];

    private static readonly Move[] Usual =
    [
        Move.ConfirmNotDone, Move.RefuseCannotBeMet, Move.ApplyForReturn, Move.ReportProgress, Move.Contradict, Move.Comment, Move.Reopen,
        Move.Assign, Move.DeclineTask, Move.Remind, Move.Urge,
    ];

    private static readonly Move[] Ending = [Move.CloseUnopened, Move.Withdraw, Move.End];

    /// <summary>The key for the move the demand waits for.</summary>
    public const string MainLetter = "a";

    /// <summary>The key for a move that goes with the work; null for none.</summary>
    public static string? LetterOf(Move move) => move switch
    {
        Move.Comment => "c",
        Move.Urge => "u",
        Move.Remind => "r",
        _ => null,
    };

    /// <summary>The move the demand waits for, to be filled; null when it waits for nothing of the reader's.</summary>
    public static MoveRule? First(IReadOnlyList<MoveRule> open) =>
        Waited.Select(m => open.FirstOrDefault(r => r.Move == m)).FirstOrDefault(r => r is not null);

    /// <summary>The moves beside it.</summary>
    public static IReadOnlyList<MoveRule> Beside(IReadOnlyList<MoveRule> open) =>
        [.. OtherAnswers(open).Concat(Waited).Concat(Usual).Distinct().Select(m => open.FirstOrDefault(r => r.Move == m)).OfType<MoveRule>().Where(r => r != First(open))];

    /// <summary>The moves behind "more": the rest, and last the ends.</summary>
    public static IReadOnlyList<MoveRule> Behind(IReadOnlyList<MoveRule> open) =>
        [.. open.Where(r => !Waited.Contains(r.Move) && !Usual.Contains(r.Move) && !OtherAnswers(open).Contains(r.Move)).OrderBy(r => IsEnding(r.Move))];

    /// <summary>The other answer to the same question, so that a form never hides it.</summary>
    public static Move? Counterpart(Move move) => move switch
    {
        Move.ConfirmDone => Move.ConfirmNotDone,
        Move.ConfirmNotDone => Move.ConfirmDone,
        Move.LetStand => Move.RefuseCannotBeMet,
        Move.RefuseCannotBeMet => Move.LetStand,
        Move.Accept => Move.ApplyForReturn,
        Move.ApplyForReturn => Move.Accept,
        Move.FinishTask => Move.DeclineTask,
        Move.DeclineTask => Move.FinishTask,
        Move.WaiveTask => Move.GiveBackTask,
        Move.GiveBackTask => Move.WaiveTask,
        _ => null,
    };

    /// <summary>The other answer to what the demand waits for stands beside it.</summary>
    private static Move[] OtherAnswers(IReadOnlyList<MoveRule> open) => First(open) is { } first && Counterpart(first.Move) is { } other ? [other] : [];

    /// <summary>Whether the move ends the demand without a result.</summary>
    public static bool IsEnding(Move move) => Ending.Contains(move);
}
