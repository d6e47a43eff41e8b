using ServicePackage.Core.Tickets;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>
/// Who may make which move in which state, written out a second time: the table of moves is read by everything else, so nothing else can
/// find a wrong word in it. E: the enterprise · F: the first-asked person · U: the lead unit · L: who gives out its work · S: a supporting
/// unit · H: who gives out its work · C: the Centre · T: a town leader · P: the program · B, G: butler and economic city · *: everybody who sees the demand · .: nobody.
/// </summary>
public sealed class MoveAccessTests
{
    private static readonly TicketState[] States =
    [
        TicketState.Raised, TicketState.Dispatched, TicketState.InProgress, TicketState.ReturnRequested, TicketState.AwaitingSupplement, TicketState.InLegalProceedings,
        TicketState.AwaitingConfirmation, TicketState.AwaitingRating, TicketState.ReplyDue, TicketState.Closed, TicketState.Withdrawn,
    ];

    private static readonly Dictionary<Relation, char> Letters = new()
    {
        [Relation.Enterprise] = 'E',
        [Relation.FirstAsked] = 'F',
        [Relation.Butler] = 'B',
        [Relation.EconomicCity] = 'G',
        [Relation.LeadUnit] = 'U',
        [Relation.LeadLiaison] = 'L',
        [Relation.SupportingUnit] = 'S',
        [Relation.SupportingLiaison] = 'H',
        [Relation.Centre] = 'C',
        [Relation.CentreLead] = 'Z', // has the Centre's moves by working there
        [Relation.TownLeader] = 'T',
        [Relation.System] = 'P',
    };

    private static readonly Dictionary<Move, string> Table = new()
    {
        //                                 Raised Disp. InPro. Return Suppl. Legal Confirm Rating Reply Closed Withdrawn
        [Move.Raise] = "                   .      .     .      .      .      .     .       .      .     .      .",
        [Move.Dispatch] = "                C      .     .      .      .      .     .       .      .     .      .",
        [Move.CloseUnopened] = "           C      .     .      .      .      .     .       .      .     .      .",
        [Move.Accept] = "                  .      U     .      .      .      .     .       .      .     .      .",
        [Move.ApplyForReturn] = "          .      U     U      .      .      .     .       .      .     .      .",
        [Move.DecideReturn] = "            .      .     .      C      .      .     .       .      .     .      .",
        [Move.Reassign] = "                .      C     C      .      .      .     .       .      C     .      .",
        [Move.AskSupplement] = "           .      .     U      .      .      .     .       .      .     .      .",
        [Move.AnswerSupplement] = "        .      .     .      .      EFC    .     .       .      .     .      .",
        [Move.EndSupplement] = "           .      .     .      .      P      .     .       .      .     .      .",
        [Move.ReportProgress] = "          .      US    US     C      US     US    .       .      US    .      .",
        [Move.Assign] = "                  LH     LH    LH     LH     LH     LH    LH      LH     LH    .      .",
        [Move.Comment] = "                 *      *     *      *      *      *     *       *      *     .      .",
        [Move.NoteCall] = "                .      .     .      .      FC     .     FC      FC     .     .      .",
        [Move.ReferUpward] = "             .      .     U      .      .      .     .       .      .     .      .",
        [Move.RecordReferralOutcome] = "   U      U     U      U      U      U     U       U      U     .      .",
        [Move.GiveTask] = "                .      UC    UC     .      .      .     .       .      .     .      .",
        [Move.FinishTask] = "              S      S     S      S      S      S     S       S      S     .      .",
        [Move.DeclineTask] = "             S      S     S      S      S      S     S       S      S     .      .",
        [Move.WaiveTask] = "               UC     UC    UC     UC     UC     UC    UC      UC     UC    .      .",
        [Move.GiveBackTask] = "            C      C     C      C      C      C     C       C      C     .      .",
        [Move.ProposeType] = "             .      U     U      .      .      .     .       .      .     .      .",
        [Move.DecideType] = "              .      C     C      .      .      .     .       .      .     .      .",
        [Move.SetType] = "                 .      C     C      .      .      .     .       .      .     .      .",
        [Move.CorrectStatutory] = "        .      .     UC     .      .      .     .       .      .     .      .",
        [Move.Extend] = "                  .      .     C      .      .      .     .       .      .     .      .",
        [Move.Complete] = "                .      .     U      .      .      .     .       .      .     .      .",
        [Move.ReportCannotBeMet] = "       .      .     U      .      .      .     .       .      .     .      .",
        [Move.LetStand] = "                .      .     .      .      .      .     .       .      C     .      .",
        [Move.RefuseCannotBeMet] = "       .      .     .      .      .      .     .       .      C     .      .",
        [Move.StandByLapse] = "            .      .     .      .      .      .     .       .      P     .      .",
        [Move.See] = "                     Z      Z     Z      Z      Z      Z     Z       Z      Z     Z      Z",
        [Move.ConfirmDone] = "             .      .     .      .      .      .     EFC     .      .     .      .",
        [Move.ConfirmNotDone] = "          .      .     .      .      .      .     EFC     .      .     .      .",
        [Move.DecideCourse] = "            .      .     C      .      .      .     .       .      .     .      .",
        [Move.LapseConfirmation] = "       .      .     .      .      .      .     P       .      .     .      .",
        [Move.DeemConfirmed] = "           .      .     .      .      .      .     P       .      .     .      .",
        [Move.Rule] = "                    .      .     .      .      .      .     C       .      .     .      .",
        [Move.Rate] = "                    .      .     .      .      .      .     .       EFC    .     .      .",
        [Move.RateLate] = "                .      .     .      .      .      .     .       .      .     E      .",
        [Move.NoteContact] = "             .      .     .      .      .      .     .       .      UC    .      .",
        [Move.CloseUnrated] = "            .      .     .      .      .      .     .       P      .     .      .",
        [Move.FileReply] = "               .      .     .      .      .      .     .       .      UC    .      .",
        [Move.EnterProceedings] = "        .      UC    UC     UC     UC     .     UC      UC     UC    .      .",
        [Move.TellProceedings] = "         .      E     E      E      E      .     E       E      E     .      .",
        [Move.ProposeProceedings] = "      .      U     U      U      U      .     U       U      U     .      .",
        [Move.DecideProceedings] = "       .      C     C      C      C      C     C       C      C     .      .",
        [Move.ContestProceedings] = "      .      .     .      .      .      E     .       .      .     .      .",
        [Move.ChangeLegalDate] = "         .      .     .      .      .      UC    .       .      .     .      .",
        [Move.LeaveProceedings] = "        .      .     .      .      .      UC    .       .      .     .      .",
        [Move.Withdraw] = "                EFC    EFC   EFC    EFC    EFC    E     EFC     .      E     .      .",
        [Move.Reopen] = "                  .      .     .      .      .      .     .       .      .     E      .",
        [Move.Contradict] = "              E      E     E      E      E      E     E       E      E     E      E",
        [Move.End] = "                     C      C     C      C      C      C     C       C      C     .      .",
        [Move.Remind] = "                  CT     CT    CT     CT     CT     CT    CT      CT     CT    .      .",
        [Move.Urge] = "                    CT     CT    CT     CT     CT     CT    CT      CT     CT    .      .",
        [Move.AnswerUrge] = "              UC     UC    UC     UC     UC     UC    UC      UC     UC    .      .",
        [Move.Mark] = "                    C      C     C      C      C      C     C       C      C     C      C",
        [Move.HandOnFirstAsked] = "        FC     FC    FC     FC     FC     FC    FC      FC     FC    .      .",
        [Move.OweMonthlyProgress] = "      .      .     .      .      .      .     .       .      .     .      .",
        [Move.AskAfterPromise] = "         .      .     .      .      .      .     .       .      .     .      .",
        [Move.AmendCalendar] = "           .      .     .      .      .      .     .       .      .     .      .",
        [Move.MergeUnit] = "               .      .     .      .      .      .     .       .      .     .      .",
    };

    [Fact]
    public void EveryRelation_InEveryState_MayMakeTheMovesOfTheTable()
    {
        var relations = Enum.GetValues<Relation>().Where(r => r is not (Relation.None or Relation.Anyone)).ToList();
        Assert.Equal(Enum.GetValues<TicketState>().Order(), States.Order());
        Assert.Equal(relations.Order(), Letters.Keys.Order());
        var expected = new List<string>();
        var found = new List<string>();
        foreach (var move in Enum.GetValues<Move>())
        {
            var cells = Table[move].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(States.Length, cells.Length);
            foreach (var (state, cell) in States.Zip(cells))
            {
                expected.Add($"{move} {state}: {string.Join(", ", relations.Where(r => cell.Contains(Letters[r]) || (cell == "*" && r != Relation.System)))}");
                found.Add($"{move} {state}: {string.Join(", ", relations.Where(r => TicketProcedure.Refuse(state, move, r) is null))}");
            }
        }

        Assert.Equal(expected, found);
    }

    [Fact]
    public void WhoIsNothingToADemand_InEveryState_MayMakeNoMove() =>
        Assert.All(Enum.GetValues<Move>(), m => Assert.All(States, s => Assert.NotNull(TicketProcedure.Refuse(s, m, Relation.None))));
}
