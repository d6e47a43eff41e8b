using System.Globalization;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;
using static ServicePackage.Core.Tickets.Recipient;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>The table of clocks against the plan and what was decided, written out here once more; and the page that shows it.</summary>
public sealed class ClockRulesTests
{
    private const ClockHolder Centre = ClockHolder.Centre;
    private const ClockHolder Unit = ClockHolder.Unit;
    private const ClockHolder Asking = ClockHolder.Enterprise;

    /// <summary>Kind, holder, working days (null: a day given, or by type), by which moves it ends, what its lapse does.</summary>
    public static TheoryData<ClockKind, ClockHolder, int?, Move[], Move?> Clocks => new()
    {
        { ClockKind.Dispatch, Centre, 1, [Move.Dispatch, Move.CloseUnopened], null },
        { ClockKind.Review, Unit, 1, [Move.Accept, Move.ApplyForReturn], null },
        { ClockKind.Handling, Unit, null, [Move.Complete, Move.ReportCannotBeMet], null },
        { ClockKind.ReturnDecision, Centre, 2, [Move.DecideReturn], null },
        { ClockKind.Confirmation, Asking, 3, [Move.ConfirmDone, Move.ConfirmNotDone], Move.LapseConfirmation },
        { ClockKind.Deeming, Asking, 5, [Move.ConfirmDone, Move.ConfirmNotDone], Move.DeemConfirmed },
        { ClockKind.Call, ClockHolder.FirstAsked, 2, [Move.NoteCall], null },
        { ClockKind.Rating, Asking, 15, [Move.Rate], Move.CloseUnrated },
        { ClockKind.BadRatingContact, Unit, 1, [Move.NoteContact], null },
        { ClockKind.RefusalWindow, Centre, 2, [Move.LetStand, Move.RefuseCannotBeMet], Move.StandByLapse },
        { ClockKind.CourseDecision, Centre, 2, [Move.DecideCourse], null },
        { ClockKind.TypeDecision, Centre, 2, [Move.DecideType], null },
        { ClockKind.TaskDecision, Centre, 2, [Move.WaiveTask, Move.GiveBackTask], null },
        { ClockKind.ProceedingsDecision, Centre, 2, [Move.DecideProceedings, Move.EnterProceedings, Move.ChangeLegalDate, Move.LeaveProceedings], null },
        { ClockKind.Ruling, Centre, 2, [Move.Rule], null },
        { ClockKind.WrittenReply, Unit, 15, [Move.FileReply], null },
        { ClockKind.MonthlyProgress, Unit, null, [Move.ReportProgress], null },
        { ClockKind.SupportingTask, Unit, null, [Move.FinishTask, Move.DeclineTask, Move.WaiveTask], null },
        { ClockKind.Supplement, Asking, 5, [Move.AnswerSupplement], Move.EndSupplement },
        { ClockKind.LegalDate, Unit, null, [Move.LeaveProceedings, Move.ChangeLegalDate], null },
        { ClockKind.Urge, Unit, null, [Move.AnswerUrge], null },
    };

    /// <summary>Kind; who is told when it is due soon, at the breach, three and five working days over, each without those before.</summary>
    public static TheoryData<ClockKind, Recipient[], Recipient[], Recipient[], Recipient[]> Ladders => new()
    {
        { ClockKind.Dispatch, [Dispatcher], [CentreLead, FirstAsked], [GeneralLiaison], [] },
        { ClockKind.ReturnDecision, [Dispatcher], [CentreLead, FirstAsked], [GeneralLiaison], [] },
        { ClockKind.CourseDecision, [Dispatcher], [CentreLead, FirstAsked], [GeneralLiaison], [] },
        { ClockKind.TypeDecision, [Dispatcher], [CentreLead, FirstAsked], [GeneralLiaison], [] },
        { ClockKind.TaskDecision, [Dispatcher], [CentreLead, FirstAsked], [GeneralLiaison], [] },
        { ClockKind.ProceedingsDecision, [Dispatcher], [CentreLead, FirstAsked], [GeneralLiaison], [] },
        { ClockKind.Ruling, [Dispatcher], [CentreLead, FirstAsked], [GeneralLiaison], [] },
        { ClockKind.RefusalWindow, [Dispatcher], [], [], [] },
        { ClockKind.Review, [Officer], [Liaison], [CentreLead], [GeneralLiaison] },
        { ClockKind.Handling, [Officer], [Liaison, FirstAsked, Butler], [CentreLead], [GeneralLiaison] },
        { ClockKind.SupportingTask, [Officer], [Liaison, LeadOfficer], [CentreLead], [] },
        { ClockKind.Supplement, [Enterprise], [FirstAsked], [], [] },
        { ClockKind.Confirmation, [Enterprise], [FirstAsked], [], [] },
        { ClockKind.Deeming, [Enterprise, FirstAsked], [], [], [] },
        { ClockKind.Call, [FirstAsked], [Dispatcher, CentreLead], [GeneralLiaison], [] },
        { ClockKind.Rating, [Enterprise, FirstAsked], [], [], [] },
        { ClockKind.BadRatingContact, [Officer, Liaison], [Head, Butler], [CentreLead], [GeneralLiaison] },
        { ClockKind.WrittenReply, [Officer, Liaison], [Head, Butler], [CentreLead], [GeneralLiaison] },
        { ClockKind.MonthlyProgress, [Liaison], [Dispatcher], [CentreLead], [GeneralLiaison] },
        { ClockKind.LegalDate, [Officer], [Liaison], [CentreLead], [] },
        { ClockKind.Urge, [Officer], [Urger], [CentreLead], [] },
    };

    [Fact]
    public void Page_OfTheDocumentation_IsTheTable()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        var path = Path.Combine(Repository.Root, "docs", "clocks.md");
        if (Environment.GetEnvironmentVariable("DOCS_WRITE") == "1")
        {
            File.WriteAllText(path, ClocksPage.Render());
        }

        Assert.Equal(ClocksPage.Render(), File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Kinds_AllHaveTheirRowOnceAndStandHere()
    {
        var kinds = Enum.GetValues<ClockKind>();

        Assert.Equal(kinds, ClockRules.Rows.Select(r => r.Kind).Order());
        Assert.Equal(kinds, Clocks.Select(c => c.Data.Item1).Order());
        Assert.Equal(kinds, Ladders.Select(l => l.Data.Item1).Order());
    }

    [Theory]
    [MemberData(nameof(Clocks))]
    public void Clock_HasItsHolderLengthEndAndLapse(ClockKind kind, ClockHolder holder, int? days, Move[] ends, Move? lapse)
    {
        var rule = ClockRules.For(kind);

        Assert.Equal((holder, days, lapse), (rule.Holder, rule.Days, rule.Lapse));
        Assert.Equal(ends, rule.Ends);
        Assert.True(lapse is null || TicketProcedure.Rules.Single(r => r.Move == lapse).Who == Relation.System);
    }

    [Theory]
    [InlineData(TicketType.Consultation, 5)]
    [InlineData(TicketType.Coordination, 15)]
    [InlineData(TicketType.Approval, 15)]
    public void Handling_TakesItsDaysByType(TicketType type, int days) => Assert.Equal(days, new ProcedureSettings().DaysOf(ClockKind.Handling, type));

    [Fact]
    public void Types_AllHaveTheirDaysOfHandling() => Assert.Equal(Enum.GetValues<TicketType>(), ClockRules.For(ClockKind.Handling).DaysByType.Keys.Order());

    [Theory]
    [MemberData(nameof(Ladders))]
    public void Ladder_TellsEachLevelAndThoseBeforeButTheEnterpriseOnlyAhead(ClockKind kind, Recipient[] soon, Recipient[] breach, Recipient[] second, Recipient[] third)
    {
        ClockKind[] onAgenda = [ClockKind.Dispatch, ClockKind.ReturnDecision, ClockKind.CourseDecision, ClockKind.TypeDecision, ClockKind.TaskDecision, ClockKind.ProceedingsDecision, ClockKind.Ruling, ClockKind.Call];
        Recipient[][] steps = [soon, breach, second, third];
        var ladder = ClockRules.For(kind).Ladder;

        for (var level = 0; level < steps.Length; level++)
        {
            var leads = steps[level].Length > 0 || (level == 3 && onAgenda.Contains(kind));
            Assert.Equal(leads ? steps.Take(level + 1).SelectMany(s => s).Where(r => level == 0 || r != Enterprise).Distinct() : [], ladder.At(level));
        }

        Assert.Equal(onAgenda.Contains(kind) ? 3 : null, ladder.AgendaAt);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(4, 2)]
    [InlineData(5, 3)]
    [InlineData(40, 3)]
    public void Level_BeginsAfterThreeAndFiveWorkingDays(int daysOver, int level) => Assert.Equal(level, Levels.At(daysOver, new ProcedureSettings()));

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 3)]
    [InlineData(3, 5)]
    public void Level_BeginsSoManyWorkingDaysAfterTheDue(int level, int days) => Assert.Equal(days, Levels.Begins(level));

    [Fact]
    public void Level_WhenASettingMovesIt_BeginsThen() =>
        Assert.Equal((1, 2), (Levels.At(3, new ProcedureSettings { LevelDays = { [2] = 4 } }), Levels.At(4, new ProcedureSettings { LevelDays = { [2] = 4 } })));

    [Fact]
    public void Enterprise_IsShownAllClocksButThoseAmongTheTown() =>
        Assert.Equal([ClockKind.RefusalWindow, ClockKind.TaskDecision, ClockKind.MonthlyProgress, ClockKind.SupportingTask, ClockKind.Urge], ClockRules.AmongTheTown.Order());

    [Fact]
    public void Clocks_RunningInProceedingsAndPausingWithHandling_AreThose()
    {
        Assert.Equal([ClockKind.ProceedingsDecision, ClockKind.MonthlyProgress, ClockKind.LegalDate, ClockKind.Urge], ClockRules.Rows.Where(r => r.RunsInProceedings).Select(r => r.Kind).Order());
        Assert.Equal([ClockKind.Handling, ClockKind.TypeDecision, ClockKind.SupportingTask], ClockRules.Rows.Where(r => r.PausesWithHandling).Select(r => r.Kind).Order());
    }

    [Theory]
    [InlineData(ClockKind.Handling, Move.Complete, Move.ReportProgress)]
    [InlineData(ClockKind.LegalDate, Move.LeaveProceedings, Move.LeaveProceedings)]
    [InlineData(ClockKind.Review, Move.Accept, Move.Accept)]
    public void Clock_WaitsForItsEnd_AndADeskLeadsToWhatCanBeDone(ClockKind kind, Move waitsFor, Move leadsTo) =>
        Assert.Equal((waitsFor, leadsTo), (ClockRules.For(kind).WaitsFor, ClockRules.For(kind).LeadsTo));

    [Theory]
    [InlineData(Move.Dispatch, ClockKind.Review, ClockKind.SupportingTask)]
    [InlineData(Move.DecideReturn, ClockKind.Review, ClockKind.Handling)]
    [InlineData(Move.Reassign, ClockKind.Review, ClockKind.WrittenReply)]
    [InlineData(Move.ConfirmNotDone, ClockKind.CourseDecision, ClockKind.Handling)]
    [InlineData(Move.DecideCourse, ClockKind.Review, ClockKind.WrittenReply, ClockKind.Handling)]
    [InlineData(Move.LeaveProceedings, ClockKind.Review, ClockKind.WrittenReply, ClockKind.Handling)]
    [InlineData(Move.Comment, ClockKind.Call)]
    [InlineData(Move.NoteCall)]
    public void Move_AsksForItsClocksInTheOrderInWhichItNamesThem(Move move, params ClockKind[] clocks) => Assert.Equal(clocks, ClockRules.AskedBy(move));
}
