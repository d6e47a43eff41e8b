using ServicePackage.Core.Accounts;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;
using static ServicePackage.Tests.Core.WorkingTime.Published;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>Reconsideration and litigation hold the clocks. Begins on Monday 2 March 2026.</summary>
public abstract class ProceedingsTests(TestDatabase database) : TicketTests(database)
{
    private static readonly TimeOnly Morning = new(9, 30);

    [Fact]
    public async Task EnterProceedings_WhenClocksRun_PausesAllButLegalDateMonthlyAndUrge()
    {
        var support = Town.Unit("水务站");
        var number = await SupportedAsync(support);
        await DoneAsync(Officer, number, Move.Accept);
        await RefusedAsync("SameType", Officer, number, Move.ProposeType, new MoveInput { Type = TicketType.Coordination, Text = "只需答复。" });
        await DoneAsync(Officer, number, Move.ProposeType, new MoveInput { Type = TicketType.Consultation, Text = "只需答复。" });
        await DoneAsync(Town.TownLeader(), number, Move.Urge, new MoveInput { Text = "请尽快。", Day = Day("2026-05-20") });
        await EnterAsync(number);

        var open = (await StoredAsync(number)).Clocks.Where(c => c.Open).ToList();
        Assert.Equal([ClockKind.Handling, ClockKind.TypeDecision, ClockKind.SupportingTask], open.Where(c => c.Paused).Select(c => c.Kind).Order());
        Assert.Equal([ClockKind.LegalDate, ClockKind.Urge], open.Where(c => !c.Paused).Select(c => c.Kind).Order());
        await RefusedAsync("WrongState", Officer, number, Move.Complete, Saying("已完成。"));
    }

    [Fact]
    public async Task LeaveProceedings_AfterSomeDays_ReturnsToWhereItWasAndResumes()
    {
        var number = await AcceptedAsync();
        await DoneAsync(Town.TownLeader(), number, Move.Urge, new MoveInput { Text = "请尽快。", Day = Day("2026-05-20") });
        await EnterAsync(number);
        await GoToAsync(Day("2026-03-09"), Morning);
        var moved = await DoneAsync(Dispatcher, number, Move.LeaveProceedings, Saying("已撤诉。"));

        Assert.Equal(TicketState.InProgress, moved.State);
        Assert.Equal([(Day("2026-03-30"), null)], await DuesAsync(number, ClockKind.Handling)); // 15 days left on 2 March
        Assert.Equal([(Day("2026-06-01"), ClockOutcome.Met)], await DuesAsync(number, ClockKind.LegalDate));
        Assert.Equal([(Day("2026-05-20"), null)], await DuesAsync(number, ClockKind.Urge)); // it never stood still
    }

    [Fact]
    public async Task LeaveProceedings_EnteredWhileASupplementWasAwaited_LeavesHandlingPausedForIt()
    {
        var number = await AcceptedAsync();
        await DoneAsync(Officer, number, Move.AskSupplement, Saying("请补充图纸。"));
        await EnterAsync(number);
        await GoToAsync(Day("2026-03-04"), Morning);
        await DoneAsync(Dispatcher, number, Move.LeaveProceedings, Saying("已撤诉。"));

        Assert.Equal(TicketState.AwaitingSupplement, (await StoredAsync(number)).State);
        Assert.Equal(PauseReason.Supplement, (await ClockAsync(number, ClockKind.Handling)).PausedFor);
        Assert.Equal([(Day("2026-03-11"), null)], await DuesAsync(number, ClockKind.Supplement));
        await GoToAsync(Day("2026-03-06"), Morning);
        await DoneAsync(Applicant, number, Move.AnswerSupplement, Saying("见附件。"));
        var handling = await ClockAsync(number, ClockKind.Handling);
        Assert.Equal((1, Day("2026-03-27")), (handling.Pauses.Count, handling.DueDay)); // one standstill for two reasons
    }

    [Fact]
    public async Task EnterProceedings_WhileTheConfirmationIsAwaited_KeepsTheMomentOfCompletion()
    {
        var number = await CompletedAsync();
        var completed = Town.Clock.Now;
        await GoToAsync(Day("2026-03-03"), Morning);
        await EnterAsync(number);
        await GoToAsync(Day("2026-03-20"), Morning);
        await DoneAsync(Dispatcher, number, Move.LeaveProceedings, Saying("已终结。"));
        Assert.Equal([(Day("2026-03-24"), null)], await DuesAsync(number, ClockKind.Confirmation)); // two days were left
        await DoneAsync(Applicant, number, Move.ConfirmDone);

        var handling = await ClockAsync(number, ClockKind.Handling);
        Assert.Equal((ClockOutcome.Met, (DateTime?)completed), (handling.Outcome, handling.EndedAt));
    }

    [Fact]
    public async Task ChangeLegalDate_InProceedings_EndsTheOldAndHoldsToTheNew()
    {
        var number = await AcceptedAsync();
        await EnterAsync(number);
        await DoneAsync(Dispatcher, number, Move.ChangeLegalDate, new MoveInput { Day = Day("2026-06-20"), Text = "延期审理。" }); // a Saturday

        Assert.Equal([(Day("2026-06-01"), ClockOutcome.Met), (Day("2026-06-22"), null)], await DuesAsync(number, ClockKind.LegalDate));
        await RefusedAsync("DayPast", Dispatcher, number, Move.ChangeLegalDate, new MoveInput { Day = Day("2026-03-01"), Text = "更正。" });
    }

    [Fact]
    public async Task TellProceedings_ByTheEnterprise_LetsTheCentreDecideInTwoDaysAndTellsUntilWhen()
    {
        var number = await AcceptedAsync();
        await DoneAsync(Applicant, number, Move.TellProceedings, Told);

        Assert.Equal(TicketState.InProgress, (await StoredAsync(number)).State);
        Assert.Equal([(Day("2026-03-04"), null)], await DuesAsync(number, ClockKind.ProceedingsDecision));
        Assert.Equal((1, 1), (await ToldAsync(Dispatcher, number, "Asked.ProceedingsDecision"), await ToldAsync(Officer, number, "Moved.TellProceedings")));
        await RefusedAsync("ProceedingsTold", Applicant, number, Move.TellProceedings, Told);
        await RefusedAsync("ProceedingsTold", Officer, number, Move.ProposeProceedings, Told);
        await RefusedAsync("ProceedingsAsked", Dispatcher, number, Move.EnterProceedings, Entering);
        await RefusedAsync("Missing", Dispatcher, number, Move.DecideProceedings, new MoveInput { Agreed = true, Proceeding = ProceedingKind.Litigation, CaseNumber = "1号", ForEnterprise = "已核实。" });
        await RefusedAsync("DayTooFar", Dispatcher, number, Move.DecideProceedings, Agreed("2028-06-01"));
        await DoneAsync(Dispatcher, number, Move.DecideProceedings, Agreed("2026-06-01"));

        var stored = await StoredAsync(number);
        Assert.Equal((TicketState.InLegalProceedings, "(2026)沪0114行初1号"), (stored.State, stored.CaseNumber));
        Assert.Equal([(Day("2026-03-04"), ClockOutcome.Met)], await DuesAsync(number, ClockKind.ProceedingsDecision));
        Assert.Equal([(Day("2026-06-01"), null)], await DuesAsync(number, ClockKind.LegalDate));
        Assert.Equal((1, 0), (await ToldAsync(Applicant, number, "Yours.EnterProceedings"), await ToldAsync(Applicant, number, "Yours.DecideProceedings")));
    }

    [Fact]
    public async Task EnterProceedings_ByTheUnit_NeedsTheEnterprisesWord()
    {
        var number = await AcceptedAsync();
        await RefusedAsync("ProceedingsNotTold", Officer, number, Move.EnterProceedings, Entering);
        await DoneAsync(Officer, number, Move.ProposeProceedings, Told);
        await RefusedAsync("ProceedingsNotTold", Officer, number, Move.EnterProceedings, Entering);
        await RefusedAsync("ProceedingsAsked", Officer, number, Move.ProposeProceedings, Told);
        await DoneAsync(Applicant, number, Move.TellProceedings, Told); // beside what the unit proposed: one decision
        Assert.Equal([(Day("2026-03-04"), null)], await DuesAsync(number, ClockKind.ProceedingsDecision));
        await DoneAsync(Officer, number, Move.EnterProceedings, Entering);

        Assert.Equal([(Day("2026-03-04"), ClockOutcome.Met)], await DuesAsync(number, ClockKind.ProceedingsDecision));
        Assert.Equal(1, await ToldAsync(Applicant, number, "Yours.EnterProceedings"));
        await DoneAsync(Officer, number, Move.ChangeLegalDate, new MoveInput { Day = Day("2026-07-01"), Text = "延期审理。" });
        Assert.Equal((1, 1), (await ToldAsync(Applicant, number, "Yours.ChangeLegalDate"), await ToldAsync(Dispatcher, number, "Moved.ChangeLegalDate")));
        await DoneAsync(Officer, number, Move.LeaveProceedings, Saying("已撤诉。"));
        Assert.Equal(1, await ToldAsync(Applicant, number, "Yours.LeaveProceedings"));
        await RefusedAsync("ProceedingsNotTold", Officer, number, Move.EnterProceedings, Entering); // another round needs another word
    }

    [Fact]
    public async Task TellProceedings_OfADemandThatEndedSince_CountsNoMoreOnceItIsReopened()
    {
        var number = await CompletedAsync();
        await GoToAsync(Day("2026-03-11"), Morning);
        await DoneAsync(Applicant, number, Move.TellProceedings, Told);
        await GoToAsync(Day("2026-03-20"), Morning); // deemed confirmed
        await DoneAsync(Applicant, number, Move.Reopen, Saying("门口仍积水。"));

        await RefusedAsync("ProceedingsNotTold", Officer, number, Move.EnterProceedings, Entering);
        await DoneAsync(Applicant, number, Move.TellProceedings, Told);
    }

    [Fact]
    public async Task LegalDate_IsHeldByWhoCanEndIt()
    {
        var (entered, told) = (await AcceptedAsync(), await AcceptedAsync());
        await EnterAsync(entered);
        await DoneAsync(Applicant, told, Move.TellProceedings, Told);
        await DoneAsync(Officer, told, Move.EnterProceedings, Entering);

        Assert.Equal((ClockHolder.Centre, null), (await HolderAsync(entered)));
        Assert.Equal((ClockHolder.Unit, Unit.Id), (await HolderAsync(told)));

        async Task<(ClockHolder, long?)> HolderAsync(string number) => (await ClockAsync(number, ClockKind.LegalDate)) is var clock ? (clock.Holder, clock.UnitId) : default;
    }

    [Fact]
    public async Task DecideProceedings_WhenNotAgreed_LeavesTheDemandAndTellsWhy()
    {
        var number = await AcceptedAsync();
        await RefusedAsync("NoProceedingsAsked", Dispatcher, number, Move.DecideProceedings, Refusing);
        await DoneAsync(Applicant, number, Move.TellProceedings, Told);
        await RefusedAsync("Missing", Dispatcher, number, Move.DecideProceedings, new MoveInput { Agreed = false, Text = "法院未立案。" });
        await DoneAsync(Dispatcher, number, Move.DecideProceedings, Refusing);

        Assert.Equal(TicketState.InProgress, (await StoredAsync(number)).State);
        Assert.Equal([(Day("2026-03-23"), null)], await DuesAsync(number, ClockKind.Handling));
        Assert.Equal(1, await ToldAsync(Applicant, number, "Yours.DecideProceedings"));
        var told = (await SeeAsync(Applicant, number)).Timeline.Single(i => i.Move == Move.DecideProceedings);
        Assert.Equal(("法院尚未立案，诉求继续办理。", ""), (told.Entry.Given!.Text, told.Entry.Given.ForEnterprise));
        Assert.Equal("与法院核实过。", (await SeeAsync(Officer, number)).Timeline.Single(i => i.Move == Move.DecideProceedings).Entry.Given!.Text);
        await RefusedAsync("ProceedingsNotTold", Officer, number, Move.EnterProceedings, Entering);
        await DoneAsync(Applicant, number, Move.TellProceedings, Told); // once the court has taken it
    }

    [Theory]
    [InlineData(false, TicketState.InProgress)]
    [InlineData(true, TicketState.InLegalProceedings)]
    public async Task ContestProceedings_ByTheEnterprise_IsDecidedByTheCentre(bool stays, TicketState state)
    {
        var number = await AcceptedAsync();
        await EnterAsync(number);
        await RefusedAsync("NotYourMove", Officer, number, Move.ContestProceedings, Saying("并未起诉。"));
        await DoneAsync(Applicant, number, Move.ContestProceedings, Saying("并未起诉。"));
        await RefusedAsync("ProceedingsAsked", Applicant, number, Move.ContestProceedings, Saying("并未起诉。"));

        Assert.Equal([(Day("2026-03-04"), null)], await DuesAsync(number, ClockKind.ProceedingsDecision)); // it runs although the others stand still
        await GoToAsync(Day("2026-03-04"), Morning);
        await DoneAsync(Dispatcher, number, Move.DecideProceedings, new MoveInput { Agreed = stays, ForEnterprise = "已向法院核实。" });

        Assert.Equal(state, (await StoredAsync(number)).State);
        Assert.Equal([(Day("2026-06-01"), stays ? null : ClockOutcome.Met)], await DuesAsync(number, ClockKind.LegalDate));
        Assert.Equal((1, 1), (await ToldAsync(Applicant, number, "Yours.DecideProceedings"), await ToldAsync(Applicant, number, "Yours.EnterProceedings")));
    }

    [Fact]
    public async Task ChangeLegalDate_ByTheCentre_AnswersWhoContestedTheDate()
    {
        var number = await AcceptedAsync();
        await EnterAsync(number);
        await RefusedAsync("ProceedingsNotTold", Officer, number, Move.ChangeLegalDate, new MoveInput { Day = Day("2026-07-01"), Text = "延期审理。" });
        await DoneAsync(Applicant, number, Move.ContestProceedings, Saying("开庭日期是五月。"));
        await DoneAsync(Dispatcher, number, Move.ChangeLegalDate, new MoveInput { Day = Day("2026-05-11"), Text = "按传票更正。" });

        Assert.Equal([(Day("2026-03-04"), ClockOutcome.Met)], await DuesAsync(number, ClockKind.ProceedingsDecision));
        Assert.Equal([(Day("2026-06-01"), ClockOutcome.Met), (Day("2026-05-11"), null)], await DuesAsync(number, ClockKind.LegalDate)); // the date before stays in sight
    }

    [Fact]
    public async Task ChangeLegalDate_ByTheUnit_LeavesWhatTheEnterpriseContestsToTheCentre()
    {
        var both = Town.Dispatcher(); // works in the unit as well, and acts for that
        Town.Write(db => db.Posts.Add(new Post { AccountId = both.AccountId, OrganisationId = Unit.Id, Kind = PostKind.Officer }));
        var number = await AcceptedAsync();
        await DoneAsync(Applicant, number, Move.TellProceedings, Told);
        await DoneAsync(Officer, number, Move.EnterProceedings, Entering);
        await DoneAsync(Applicant, number, Move.ContestProceedings, Saying("已经撤诉。"));
        await DoneAsync(Officer, number, Move.ChangeLegalDate, new MoveInput { Day = Day("2026-05-11"), Text = "按传票更正。" });
        await DoneAsync(both, number, Move.ChangeLegalDate, new MoveInput { Day = Day("2026-05-12"), Text = "按传票更正。" });

        Assert.Null((await DuesAsync(number, ClockKind.ProceedingsDecision))[^1].Outcome);
        await DoneAsync(Dispatcher, number, Move.DecideProceedings, new MoveInput { Agreed = true, ForEnterprise = "法院仍在审理。" });
    }

    [Fact]
    public async Task Proceedings_HoldWhatBeginsDuringThem()
    {
        var support = Town.Unit("水务站");
        var number = await SupportedAsync(support);
        await DoneAsync(Officer, number, Move.Accept);
        await EnterAsync(number);
        var about = new MoveInput { AboutId = await TaskAsync(number), Text = "不属于本单位职责范围。" };
        await DoneAsync(Town.Officer(support), number, Move.DeclineTask, about);
        Assert.Equal(PauseReason.Proceedings, (await ClockAsync(number, ClockKind.TaskDecision)).PausedFor);
        await GoToAsync(Day("2026-03-09"), Morning);
        Assert.Null((await ClockAsync(number, ClockKind.TaskDecision)).BreachedAt);

        await DoneAsync(Dispatcher, number, Move.GiveBackTask, about);
        Assert.Equal(PauseReason.Proceedings, (await ClockAsync(number, ClockKind.SupportingTask)).PausedFor);
        await DoneAsync(Dispatcher, number, Move.LeaveProceedings, Saying("已撤诉。"));

        Assert.Equal([(Day("2026-03-30"), null)], await DuesAsync(number, ClockKind.Handling));
        Assert.Equal((Day("2026-03-30"), (ClockOutcome?)null), (await DuesAsync(number, ClockKind.SupportingTask))[^1]); // with the lead
    }

    [Fact]
    public async Task Comment_InProceedings_AsksForNoCall()
    {
        var number = await CompletedAsync();
        await EnterAsync(number);
        await DoneAsync(Applicant, number, Move.Comment, Saying("请告知进展。"));
        await DoneAsync(Dispatcher, number, Move.LeaveProceedings, Saying("已撤诉。"));

        var demand = await StoredAsync(number);
        Assert.Null(demand.OpenClock(ClockKind.Call));
        Assert.False(demand.OpenClock(ClockKind.Confirmation)!.Paused); // it runs on, and what is said now holds it
        await DoneAsync(Applicant, number, Move.Comment, Saying("仍有积水。"));
        Assert.NotNull((await StoredAsync(number)).OpenClock(ClockKind.Call));
    }

    [Fact]
    public async Task LeaveProceedings_EnteredWhileAReturnIsDecided_LeavesTheMonthsProgressToTheCentre()
    {
        var second = Town.Unit("规土所");
        var number = await AcceptedAsync(); // due on 23 March
        await GoToAsync(Day("2026-03-31"), Morning);
        await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = second.Id, Text = "职责调整。" });
        await GoToAsync(Day("2026-04-01"), Morning); // the month's progress is owed
        await DoneAsync(Town.Officer(second), number, Move.ApplyForReturn, Saying("不属于本单位职责。"));
        await EnterAsync(number);
        Assert.Equal((ClockHolder.Unit, second.Id), await HeldAsync());
        await DoneAsync(Dispatcher, number, Move.LeaveProceedings, Saying("已撤诉。"));
        Assert.Equal((ClockHolder.Centre, null), await HeldAsync());

        await DoneAsync(Dispatcher, number, Move.DecideReturn, new MoveInput { UnitId = second.Id, Text = "仍由贵单位办理。" });
        await EnterAsync(number);
        await DoneAsync(Dispatcher, number, Move.LeaveProceedings, Saying("已撤诉。"));
        Assert.Equal((ClockHolder.Unit, second.Id), await HeldAsync());

        async Task<(ClockHolder, long?)> HeldAsync() => await ClockAsync(number, ClockKind.MonthlyProgress) is var clock ? (clock.Holder, clock.UnitId) : default;
    }

    private static MoveInput Told => new() { Proceeding = ProceedingKind.Litigation, Text = "已向法院起诉。" };

    private static MoveInput Refusing => new() { Agreed = false, ForEnterprise = "法院尚未立案，诉求继续办理。", Text = "与法院核实过。" };

    private static MoveInput Entering => new() { Proceeding = ProceedingKind.Litigation, CaseNumber = "(2026)沪0114行初1号", Day = Day("2026-06-01") };

    private static MoveInput Agreed(string day) =>
        new() { Agreed = true, Proceeding = ProceedingKind.Litigation, CaseNumber = "(2026)沪0114行初1号", Day = Day(day), ForEnterprise = "法院已立案，暂停计时。" };

    private Task<Moved> EnterAsync(string number) =>
        DoneAsync(Dispatcher, number, Move.EnterProceedings, Entering);

    public sealed class OnSqlite(SqliteDatabase database) : ProceedingsTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : ProceedingsTests(database), IClassFixture<PostgresDatabase>;
}
