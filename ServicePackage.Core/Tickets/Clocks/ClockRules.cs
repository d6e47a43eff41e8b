using static ServicePackage.Core.Tickets.Recipient;

namespace ServicePackage.Core.Tickets;

/// <summary>
/// The one table of clocks (plan §六; docs/clocks.md). The sweep, desks, the overdue board, notices, pages and lamps read it. Where
/// a move asks for several clocks its notices name the one that stands first here.
/// </summary>
public static class ClockRules
{
    private static readonly EscalationLadder CentreDecides = new([Dispatcher], [CentreLead, FirstAsked], [GeneralLiaison]) { AgendaAt = 3 };

    private static readonly EscalationLadder UnitOwesEnterprise = new([Officer, Liaison], [Head, Butler], [CentreLead], [GeneralLiaison]);

    /// <summary>The rows.</summary>
    public static readonly IReadOnlyList<ClockRule> Rows =
    [
        new() { Kind = ClockKind.Dispatch, Holder = ClockHolder.Centre, Days = 1, Ends = [Move.Dispatch, Move.CloseUnopened], AskedBy = [Move.Raise, Move.Contradict], Ladder = CentreDecides },
        new()
        {
            Kind = ClockKind.Review, Holder = ClockHolder.Unit, Days = 1, Ends = [Move.Accept, Move.ApplyForReturn],
            AskedBy = [Move.Dispatch, Move.DecideReturn, Move.Reassign, Move.DecideCourse, Move.LeaveProceedings, Move.DecideProceedings, Move.Contradict],
            Ladder = new([Officer], [Liaison], [CentreLead], [GeneralLiaison]),
        },
        new() { Kind = ClockKind.ReturnDecision, Holder = ClockHolder.Centre, Days = 2, Ends = [Move.DecideReturn], AskedBy = [Move.ApplyForReturn, Move.Contradict], Ladder = CentreDecides },
        new() { Kind = ClockKind.CourseDecision, Holder = ClockHolder.Centre, Days = 2, Ends = [Move.DecideCourse], AskedBy = [Move.ConfirmNotDone, Move.Contradict], Ladder = CentreDecides },
        new() { Kind = ClockKind.TypeDecision, Holder = ClockHolder.Centre, Days = 2, Ends = [Move.DecideType], AskedBy = [Move.ProposeType, Move.Contradict], PausesWithHandling = true, Ladder = CentreDecides },
        new()
        {
            Kind = ClockKind.TaskDecision, Holder = ClockHolder.Centre, Days = 2, Ends = [Move.WaiveTask, Move.GiveBackTask], AskedBy = [Move.DeclineTask, Move.Contradict],
            ShownToEnterprise = false, Ladder = CentreDecides,
        },
        new()
        {
            Kind = ClockKind.ProceedingsDecision, Holder = ClockHolder.Centre, Days = 2, Ends = [Move.DecideProceedings, Move.EnterProceedings, Move.ChangeLegalDate, Move.LeaveProceedings],
            AskedBy = [Move.TellProceedings, Move.ProposeProceedings, Move.ContestProceedings, Move.Contradict], RunsInProceedings = true, Ladder = CentreDecides,
        },
        new()
        {
            Kind = ClockKind.RefusalWindow, Holder = ClockHolder.Centre, Days = 2, Ends = [Move.LetStand, Move.RefuseCannotBeMet], AskedBy = [Move.ReportCannotBeMet],
            Lapse = Move.StandByLapse, SeenWhenLapsed = true, ShownToEnterprise = false, Ladder = new([Dispatcher]),
        },
        new() { Kind = ClockKind.Ruling, Holder = ClockHolder.Centre, Days = 2, Ends = [Move.Rule], AskedBy = [Move.Contradict], Ladder = CentreDecides },
        new()
        {
            Kind = ClockKind.Confirmation, Holder = ClockHolder.Enterprise, Days = 3, Ends = [Move.ConfirmDone, Move.ConfirmNotDone], AskedBy = [Move.Complete],
            SpokenFor = true, Lapse = Move.LapseConfirmation, HeldByComment = true, Ladder = new([Enterprise], [FirstAsked]),
        },
        new()
        {
            Kind = ClockKind.Deeming, Holder = ClockHolder.Enterprise, Days = 5, Ends = [Move.ConfirmDone, Move.ConfirmNotDone], SpokenFor = true,
            Lapse = Move.DeemConfirmed, HeldByComment = true, Ladder = new([Enterprise, FirstAsked]),
        },
        new()
        {
            Kind = ClockKind.Rating, Holder = ClockHolder.Enterprise, Days = 15, Ends = [Move.Rate], AskedBy = [Move.ConfirmDone],
            Lapse = Move.CloseUnrated, HeldByComment = true, Ladder = new([Enterprise, FirstAsked]),
        },
        new() { Kind = ClockKind.Call, Holder = ClockHolder.FirstAsked, Days = 2, Ends = [Move.NoteCall], AskedBy = [Move.Comment, Move.Contradict], Ladder = new([FirstAsked], [Dispatcher, CentreLead], [GeneralLiaison]) { AgendaAt = 3 } },
        new() { Kind = ClockKind.BadRatingContact, Holder = ClockHolder.Unit, Days = 1, Ends = [Move.NoteContact], AskedBy = [Move.Rate, Move.RateLate], Ladder = UnitOwesEnterprise },
        new()
        {
            Kind = ClockKind.WrittenReply, Holder = ClockHolder.Unit, Days = 15, Ends = [Move.FileReply], After = [ClockKind.BadRatingContact],
            AskedBy = [Move.Reassign, Move.LetStand, Move.StandByLapse, Move.DecideCourse, Move.LeaveProceedings, Move.DecideProceedings], Ladder = UnitOwesEnterprise,
        },
        new()
        {
            Kind = ClockKind.SupportingTask, Holder = ClockHolder.Unit, Ends = [Move.FinishTask, Move.DeclineTask, Move.WaiveTask], AskedBy = [Move.Dispatch, Move.GiveTask, Move.GiveBackTask, Move.Contradict],
            ShownToEnterprise = false, PausesWithHandling = true, Ladder = new([Officer], [Liaison, LeadOfficer], [CentreLead]),
        },
        new()
        {
            Kind = ClockKind.Supplement, Holder = ClockHolder.Enterprise, Days = 5, Ends = [Move.AnswerSupplement], AskedBy = [Move.AskSupplement],
            Lapse = Move.EndSupplement, HeldByComment = true, Ladder = new([Enterprise], [FirstAsked]),
        },
        new()
        {
            Kind = ClockKind.Handling, Holder = ClockHolder.Unit, Ends = [Move.Complete, Move.ReportCannotBeMet],
            DaysByType = new Dictionary<TicketType, int> { [TicketType.Consultation] = 5, [TicketType.Coordination] = 15, [TicketType.Approval] = 15 },
            After = [ClockKind.CourseDecision, ClockKind.SupportingTask, ClockKind.TaskDecision], Meanwhile = Move.ReportProgress,
            AskedBy = [Move.DecideReturn, Move.AnswerSupplement, Move.EndSupplement, Move.DecideType, Move.SetType, Move.CorrectStatutory, Move.Extend, Move.RefuseCannotBeMet, Move.ConfirmNotDone, Move.DecideCourse, Move.Rule, Move.Reopen, Move.LeaveProceedings, Move.DecideProceedings, Move.Contradict],
            OwesProgress = true, PausesWithHandling = true, Ladder = new([Officer], [Liaison, FirstAsked, Butler], [CentreLead], [GeneralLiaison]),
        },
        new()
        {
            Kind = ClockKind.MonthlyProgress, Holder = ClockHolder.Unit, Ends = [Move.ReportProgress], AskedBy = [Move.OweMonthlyProgress, Move.Contradict],
            ShownToEnterprise = false, RunsInProceedings = true, Ladder = new([Liaison], [Dispatcher], [CentreLead], [GeneralLiaison]),
        },
        new()
        {
            Kind = ClockKind.LegalDate, Holder = ClockHolder.Unit, Ends = [Move.LeaveProceedings, Move.ChangeLegalDate], AskedBy = [Move.EnterProceedings, Move.DecideProceedings, Move.ChangeLegalDate],
            RunsInProceedings = true, Ladder = new([Officer], [Liaison], [CentreLead]),
        },
        new()
        {
            Kind = ClockKind.Urge, Holder = ClockHolder.Unit, Ends = [Move.AnswerUrge], AskedBy = [Move.Urge, Move.Contradict],
            ShownToEnterprise = false, RunsInProceedings = true, Ladder = new([Officer], [Urger], [CentreLead]),
        },
    ];

    private static readonly Dictionary<ClockKind, ClockRule> ByKind = Rows.ToDictionary(r => r.Kind);

    /// <summary>The clocks whose holder a move's notices ask, in the order in which they name them.</summary>
    private static readonly ILookup<Move, ClockKind> Asked = Rows.SelectMany(r => r.AskedBy.Select(m => (Move: m, r.Kind))).ToLookup(a => a.Move, a => a.Kind);

    /// <summary>The kinds of clocks that an enterprise is not shown: those between the town's own people.</summary>
    public static readonly IReadOnlyList<ClockKind> AmongTheTown = [.. Rows.Where(r => !r.ShownToEnterprise).Select(r => r.Kind)];

    /// <summary>The row of a kind of clock. Throws for a kind without one.</summary>
    public static ClockRule For(ClockKind kind) => ByKind[kind];

    /// <summary>The clocks that a move sets running or leaves to its holder; the first that is open is the one its notices name.</summary>
    public static IReadOnlyList<ClockKind> AskedBy(Move move) => [.. Asked[move]];

    /// <summary>The kinds of clocks that are kept from a reader.</summary>
    public static IReadOnlyList<ClockKind> HiddenFrom(Accounts.Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.EnterpriseId is null ? [] : AmongTheTown;
    }
}
