using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Support;
using static ServicePackage.Tests.Core.WorkingTime.Published;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>Answers that somebody records for the enterprise, and what happens when it contradicts one. Begins on Monday 2 March 2026, 10:00.</summary>
public abstract class SpokenTests(TestDatabase database) : TicketTests(database)
{
    private static readonly TimeOnly Morning = new(9, 30);

    [Fact]
    public async Task AFirmWithoutAnAccount_AnswersByTelephone_AndReadsItOnceItHasOne()
    {
        var firm = Town.Enterprise(City, name: "上海无号机械有限公司");
        var number = await RaisedForAsync(firm);
        await DoneAsync(Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = Unit.Id });
        await DoneAsync(Officer, number, Move.Accept);
        await DoneAsync(Officer, number, Move.AskSupplement, Saying("请提供管线图。"));
        await DoneAsync(Specialist, number, Move.AnswerSupplement, Spoken("管线图已当面交来。"));
        await DoneAsync(Officer, number, Move.Complete, Saying("已完成排水改造。"));
        await DoneAsync(Specialist, number, Move.ConfirmDone, Spoken("企业确认已办结。"));
        await RefusedAsync("FirstAskedRecords", Dispatcher, number, Move.Rate, Spoken(rating: RatingLevel.Satisfied));
        await RefusedAsync("NotYourMove", Officer, number, Move.Rate, Spoken(rating: RatingLevel.Satisfied));
        await DoneAsync(Specialist, number, Move.Rate, Spoken("说很快。", RatingLevel.Satisfied));
        Assert.Equal((TicketState.Closed, ClosedAs.Rated), ((await StoredAsync(number)).State, (await StoredAsync(number)).ClosedAs));

        var person = Town.EnterpriseUser(firm);
        var page = await SeeAsync(person, number);
        Assert.Equal([Move.Rate, Move.ConfirmDone, Move.AnswerSupplement], page.Recorded.Select(r => r.Move)); // the last first
        var entry = page.Timeline.First(e => e.Move == Move.Rate);
        Assert.Equal((false, "陈晓明", ContactWay.Telephone), (entry.FromEnterprise, entry.Entry.Given!.WithWhom, entry.Entry.Given.Way));
        Assert.Contains(page.Moves, m => m.Move == Move.Contradict);
        await using var db = Town.Look();
        var recorder = db.Users.Single(a => a.Id == Specialist.AccountId).DisplayName;
        Assert.All((await Pages.ChoicesAsync(person, number, Move.Contradict, Cancellation)).Value.About, a => Assert.Contains(recorder, a.Text, StringComparison.Ordinal));

        await GoToAsync(Day("2026-03-05"), Morning); // the last day
        await DoneAsync(person, number, Move.Contradict, await AboutAsync(number, Move.Rate, "公司没有评价过。"));
        var demand = await StoredAsync(number);
        Assert.Equal((TicketState.AwaitingRating, null, null), (demand.State, demand.ClosedAs, demand.Rating));
        Assert.Equal((Day("2026-03-26"), null), (await DuesAsync(number, ClockKind.Rating)).Last()); // with the fifteen days it had
        await DoneAsync(person, number, Move.Rate, new MoveInput { Rating = RatingLevel.VeryDissatisfied, Text = "没人来过。" });
    }

    [Fact]
    public async Task ConfirmDone_Contradicted_RunsTheConfirmationOnAndHandlingStaysAsItWas()
    {
        var number = await CompletedAsync(); // to be confirmed by 5 March
        await GoToAsync(Day("2026-03-04"), Morning);
        await DoneAsync(Specialist, number, Move.ConfirmDone, Spoken("电话确认。"));
        Assert.Equal(1, await ToldAsync(Applicant, number, "Asked.Rating.Spoken"));
        await GoToAsync(Day("2026-03-06"), Morning);
        await RefusedAsync("NotYourMove", Specialist, number, Move.Contradict, await AboutAsync(number, Move.ConfirmDone, "并非如此。"));
        await DoneAsync(Applicant, number, Move.Contradict, await AboutAsync(number, Move.ConfirmDone, "公司没有确认。"));

        var demand = await StoredAsync(number);
        Assert.Equal(TicketState.AwaitingConfirmation, demand.State);
        Assert.Equal([(Day("2026-03-09"), null)], await DuesAsync(number, ClockKind.Confirmation)); // one day was left
        Assert.Equal([(Day("2026-03-25"), ClockOutcome.Cancelled)], await DuesAsync(number, ClockKind.Rating));
        Assert.Equal(PauseReason.Suspended, demand.OpenClock(ClockKind.Handling)!.PausedFor);
        Assert.Equal((1, 1, 1), (await ToldAsync(Officer, number, "Moved.Contradict"), await ToldAsync(Specialist, number, "Moved.Contradict"), await ToldAsync(Dispatcher, number, "Moved.Contradict")));
        await RefusedAsync("NoAnswerStands", Applicant, number, Move.Contradict, await AboutAsync(number, Move.ConfirmDone, "再说一次。"));

        await DoneAsync(Applicant, number, Move.ConfirmNotDone, Saying("门口仍积水。"));
        Assert.Equal((TicketState.InProgress, Day("2026-03-27")), ((await StoredAsync(number)).State, (await ClockAsync(number, ClockKind.Handling)).DueDay)); // it stood still from the second to the sixth
    }

    [Fact]
    public async Task ConfirmNotDone_ContradictedAfterTheUnitWorkedOn_AwaitsTheConfirmationAgain()
    {
        var number = await CompletedAsync();
        await DoneAsync(Specialist, number, Move.ConfirmNotDone, Spoken("说还有积水。"));
        await GoToAsync(Day("2026-03-03"), Morning);
        await DoneAsync(Officer, number, Move.ApplyForReturn, Saying("应由水务站办理。"));
        await DoneAsync(Applicant, number, Move.Contradict, await AboutAsync(number, Move.ConfirmNotDone, "公司认为已经办结。"));

        var demand = await StoredAsync(number);
        Assert.Equal((TicketState.AwaitingConfirmation, 0, 0), (demand.State, demand.NotDoneCount, demand.HandBacks));
        Assert.Equal((Day("2026-03-06"), null), (await DuesAsync(number, ClockKind.Confirmation)).Last()); // three days from the third
        Assert.Equal(PauseReason.Suspended, demand.OpenClock(ClockKind.Handling)!.PausedFor);
        Assert.Null(demand.OpenClock(ClockKind.ReturnDecision));
        await DoneAsync(Applicant, number, Move.ConfirmDone);
    }

    [Fact]
    public async Task Withdraw_Contradicted_GivesTheDemandAndItsTasksBack()
    {
        var firm = Town.Enterprise(City, name: "上海无号机械有限公司");
        var support = Town.Unit("规土所");
        var helper = Town.Liaison(support);
        var number = await RaisedForAsync(firm);
        await DoneAsync(Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = Unit.Id, SupportingUnitIds = [support.Id], TaskText = "协助踏勘管网。" });
        await DoneAsync(Officer, number, Move.Accept);
        await DoneAsync(Officer, number, Move.ProposeType, new MoveInput { Type = TicketType.Consultation, Text = "只需解答。" });
        await DoneAsync(Dispatcher, number, Move.Urge, new MoveInput { Text = "请加快。", Day = Day("2026-03-10") });
        await DoneAsync(Specialist, number, Move.Withdraw, Spoken("企业说不需要了。"));
        Assert.Equal(TicketState.Withdrawn, (await StoredAsync(number)).State);

        await GoToAsync(Day("2026-03-05"), Morning);
        var person = Town.EnterpriseUser(firm);
        await DoneAsync(person, number, Move.Contradict, await AboutAsync(number, Move.Withdraw, "公司没有撤回。"));
        var demand = await StoredAsync(number);
        Assert.Equal((TicketState.InProgress, TicketType.Consultation, null), (demand.State, demand.ProposedType, demand.ClosedAt));
        Assert.Equal(SupportingTaskState.Open, demand.Tasks.Single().State);
        Assert.Equal((Day("2026-03-26"), null), (await DuesAsync(number, ClockKind.Handling)).Last()); // fifteen days were left
        Assert.Equal((Day("2026-03-09"), null), (await DuesAsync(number, ClockKind.TypeDecision)).Last());
        Assert.Equal((Day("2026-03-13"), null), (await DuesAsync(number, ClockKind.Urge)).Last()); // six days were left
        Assert.Equal((1, 1), (await ToldAsync(helper, number, "Asked.SupportingTask"), await ToldAsync(helper, number, "Asked.SupportingTask.Again"))); // when it was given, and now
        await DoneAsync(Officer, number, Move.AnswerUrge, new MoveInput { AboutId = demand.Urges.Single().Id, Text = "正在办理。" });
        await DoneAsync(helper, number, Move.FinishTask, new MoveInput { AboutId = demand.Tasks.Single().Id, Text = "已踏勘。" });
        Assert.DoesNotContain((await StoredAsync(number)).Clocks, c => c.Open && c.Kind is ClockKind.SupportingTask or ClockKind.Urge && c.EndedAt is null);
    }

    [Fact]
    public async Task AnEarlierAnswer_Contradicted_UndoesWhatFollowedFromIt()
    {
        var firm = Town.Enterprise(City, name: "上海无号机械有限公司");
        var number = await RaisedForAsync(firm);
        await DoneAsync(Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = Unit.Id });
        await DoneAsync(Officer, number, Move.Accept);
        await DoneAsync(Officer, number, Move.Complete, Saying("已完成排水改造。"));
        await DoneAsync(Specialist, number, Move.ConfirmDone, Spoken("企业确认已办结。"));
        await DoneAsync(Specialist, number, Move.Rate, Spoken("太慢。", RatingLevel.Dissatisfied));
        await DoneAsync(Officer, number, Move.NoteContact, new MoveInput { When = TownTime.Local(Town.Clock.Now), WithWhom = "陈晓明", Text = "已致歉。" });
        await DoneAsync(Officer, number, Move.FileReply, await ReplyAsync(Officer));
        var person = Town.EnterpriseUser(firm);
        Assert.NotNull((await SeeAsync(person, number)).Reply);
        await DoneAsync(person, number, Move.Contradict, await AboutAsync(number, Move.ConfirmDone, "公司什么也没有答复。"));

        var demand = await StoredAsync(number);
        Assert.Equal((TicketState.AwaitingConfirmation, null, null), (demand.State, demand.Rating, demand.ClosedAs));
        Assert.Equal([ClockKind.Handling, ClockKind.Confirmation], demand.Clocks.Where(c => c.Open).Select(c => c.Kind).Order());
        var page = await SeeAsync(person, number);
        Assert.Null(page.Reply); // to a rating nobody gave
        Assert.Empty(page.Recorded);
    }

    [Fact]
    public async Task ConfirmNotDone_ContradictedAfterHandlingBreached_LeavesNoBreachBehind()
    {
        var number = await AcceptedAsync(); // due 23 March
        await GoToAsync(Day("2026-03-20"), Morning);
        await DoneAsync(Officer, number, Move.Complete, Saying("已完成排水改造。"));
        await DoneAsync(Specialist, number, Move.ConfirmNotDone, Spoken("说还有积水。"));
        await GoToAsync(Day("2026-03-24"), Morning);
        Assert.NotNull((await ClockAsync(number, ClockKind.Handling)).BreachedAt);
        await DoneAsync(Applicant, number, Move.Contradict, await AboutAsync(number, Move.ConfirmNotDone, "公司认为已经办结。"));

        var handling = await ClockAsync(number, ClockKind.Handling);
        Assert.Equal((null, PauseReason.Suspended, Day("2026-03-23")), (handling.BreachedAt, handling.PausedFor, handling.DueDay));
        Assert.Null((await StoredAsync(number)).NextMonthlyDutyAt);
        await DoneAsync(Applicant, number, Move.ConfirmNotDone, Saying("又积水了。"));
        Assert.Equal(Day("2026-03-25"), (await ClockAsync(number, ClockKind.Handling)).DueDay); // the one day it had left
        await GoToAsync(Day("2026-03-26"), Morning);
        Assert.Equal(2, await ToldAsync(Officer, number, "Level.Breach")); // of the second due day as well
    }

    [Fact]
    public async Task ConfirmDone_OfAnOverdueDemand_Contradicted_LeavesItOverdue()
    {
        var number = await AcceptedAsync();
        await GoToAsync(Day("2026-03-26"), Morning);
        await DoneAsync(Officer, number, Move.Complete, Saying("已完成排水改造。"));
        await DoneAsync(Specialist, number, Move.ConfirmDone, Spoken("电话确认。"));
        await GoToAsync(Day("2026-03-27"), Morning);
        await DoneAsync(Applicant, number, Move.Contradict, await AboutAsync(number, Move.ConfirmDone, "公司没有确认。"));
        await DoneAsync(Applicant, number, Move.ConfirmNotDone, Saying("门口仍积水。"));

        var handling = await ClockAsync(number, ClockKind.Handling);
        Assert.Equal((Day("2026-03-23"), TownTime.CloseOf(Day("2026-03-23"))), (handling.DueDay, handling.BreachedAt));
        Assert.Equal(TownTime.At(Day("2026-04-01"), new TimeOnly(8, 30)), (await StoredAsync(number)).NextMonthlyDutyAt);
    }

    [Fact]
    public async Task ConfirmNotDone_ContradictedAfterTheDemandWentToAnotherUnit_GivesItBack()
    {
        var other = Town.Unit("规土所");
        var newcomer = Town.Liaison(other);
        var number = await CompletedAsync();
        await DoneAsync(Specialist, number, Move.ConfirmNotDone, Spoken("说还有积水。"));
        await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = other.Id, Text = "由规土所主办。" });
        await DoneAsync(newcomer, number, Move.Accept);
        await DoneAsync(Applicant, number, Move.Contradict, await AboutAsync(number, Move.ConfirmNotDone, "公司认为已经办结。"));

        var demand = await StoredAsync(number);
        Assert.Equal((TicketState.AwaitingConfirmation, Unit.Id, true), (demand.State, demand.LeadUnitId, demand.Accepted));
        Assert.Equal([ClockKind.Handling, ClockKind.Confirmation], demand.Clocks.Where(c => c.Open).Select(c => c.Kind).Order());
        Assert.All(demand.Clocks.Where(c => c.UnitId == other.Id), c => Assert.NotEqual(ClockOutcome.Breached, c.Outcome));
        Assert.Equal(1, await ToldAsync(newcomer, number, "Moved.LostLead"));
    }

    /// <summary>An instruction and proceedings go on whatever was answered: with the unit that has the demand again.</summary>
    [Fact]
    public async Task WhatBeganWithAnotherUnit_GoesBackWithTheDemand()
    {
        var (other, leader) = (Town.Unit("规土所"), Town.TownLeader());
        var (newcomer, plain, number) = (Town.Liaison(other), await CompletedAsync(), await CompletedAsync());
        await DoneAsync(Specialist, number, Move.ConfirmNotDone, Spoken("说还有积水。"));
        await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = other.Id, Text = "由规土所主办。" });
        await DoneAsync(leader, number, Move.Urge, new MoveInput { Text = "请尽快。", Day = Day("2026-03-05") });
        await DoneAsync(Applicant, number, Move.TellProceedings, new MoveInput { Proceeding = ProceedingKind.Litigation, Text = "已向法院起诉。" });
        await DoneAsync(newcomer, number, Move.EnterProceedings, new MoveInput { Proceeding = ProceedingKind.Litigation, CaseNumber = "1号", Day = Day("2026-06-01") });
        await DoneAsync(Applicant, number, Move.Contradict, await AboutAsync(number, Move.ConfirmNotDone, "公司认为已经办结。"));

        var demand = await StoredAsync(number);
        Assert.Equal((Unit.Id, Unit.Id, Unit.Id), (demand.LeadUnitId, demand.OpenClock(ClockKind.LegalDate)!.UnitId, demand.OpenClock(ClockKind.Urge)!.UnitId));
        await GoToAsync(Day("2026-03-05"), new TimeOnly(17, 1));
        Assert.Equal((1, 0), (await ToldAsync(Officer, number, "Level.Breach"), await ToldAsync(newcomer, number, "Level.Breach")));
        await DoneAsync(Officer, number, Move.AnswerUrge, new MoveInput { AboutId = demand.Urges.Single().Id, Text = "已办结。" });
        Assert.Empty((await StoredAsync(plain)).Urges);
    }

    [Fact]
    public async Task AnInstruction_ThatRanOnThroughTheSecondAnswer_IsNotAskedForAgain()
    {
        var firm = Town.Enterprise(City, name: "上海无号机械有限公司");
        var number = await RaisedForAsync(firm);
        await DoneAsync(Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = Unit.Id });
        await DoneAsync(Officer, number, Move.Accept);
        await DoneAsync(Town.TownLeader(), number, Move.Urge, new MoveInput { Text = "请加快。", Day = Day("2026-03-20") });
        await DoneAsync(Specialist, number, Move.Withdraw, Spoken("企业说不需要了。"));
        await GoToAsync(Day("2026-03-03"), Morning);
        var person = Town.EnterpriseUser(firm);
        await DoneAsync(person, number, Move.Contradict, await AboutAsync(number, Move.Withdraw, "公司没有撤回。"));
        Assert.Equal((1, 0), (await ToldAsync(Officer, number, "Asked.Urge.Again"), await ToldAsync(Officer, number, "Moved.Contradict")));
        await DoneAsync(Officer, number, Move.Complete, Saying("已完成排水改造。"));
        await DoneAsync(Specialist, number, Move.ConfirmDone, Spoken("电话确认。"));
        await GoToAsync(Day("2026-03-04"), Morning);
        await DoneAsync(person, number, Move.Contradict, await AboutAsync(number, Move.ConfirmDone, "公司没有确认。"));

        Assert.Equal((1, 1), (await ToldAsync(Officer, number, "Asked.Urge.Again"), await ToldAsync(Officer, number, "Moved.Contradict")));
    }

    [Fact]
    public async Task ConfirmNotDone_ContradictedAfterItWasReportedDoneAgain_StandsStillSinceTheFirstReport()
    {
        var number = await CompletedAsync();
        await GoToAsync(Day("2026-03-03"), Morning);
        await DoneAsync(Specialist, number, Move.ConfirmNotDone, Spoken("说还有积水。"));
        await GoToAsync(Day("2026-03-04"), Morning);
        await DoneAsync(Officer, number, Move.Complete, Saying("再次疏通。"));
        await GoToAsync(Day("2026-03-05"), Morning);
        await DoneAsync(Applicant, number, Move.Contradict, await AboutAsync(number, Move.ConfirmNotDone, "公司认为已经办结。"));
        var pause = Assert.Single((await ClockAsync(number, ClockKind.Handling)).Pauses);
        Assert.Equal((Town.Start, null, PauseReason.Suspended), (pause.From, pause.Until, pause.Reason));
        await GoToAsync(Day("2026-03-06"), Morning);
        await DoneAsync(Applicant, number, Move.ConfirmNotDone, Saying("又积水了。"));

        Assert.Equal(Day("2026-03-27"), (await ClockAsync(number, ClockKind.Handling)).DueDay); // the fifteen days it had on the second
    }

    [Fact]
    public async Task CannotBeMet_ReportedAfterAnAnswerNobodyGave_LeavesNothingForTheCentresLeadToSee()
    {
        var firm = Town.Enterprise(City, name: "上海无号机械有限公司");
        var number = await RaisedForAsync(firm);
        await DoneAsync(Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = Unit.Id });
        await DoneAsync(Officer, number, Move.Accept);
        await DoneAsync(Officer, number, Move.AskSupplement, Saying("请提供管线图。"));
        await DoneAsync(Specialist, number, Move.AnswerSupplement, Spoken("没有管线图。"));
        await DoneAsync(Officer, number, Move.ReportCannotBeMet, new MoveInput { Text = "没有管线图。", Basis = "排水条例" });
        await GoToAsync(Day("2026-03-05"), Morning); // it stands by lapse since the fourth
        Assert.True((await ClockAsync(number, ClockKind.RefusalWindow)).Unseen);
        await DoneAsync(Town.EnterpriseUser(firm), number, Move.Contradict, await AboutAsync(number, Move.AnswerSupplement, "公司没有这样说。"));

        await RefusedAsync("NothingUnseen", CentreLead, number, Move.See);
        var window = await ClockAsync(number, ClockKind.RefusalWindow);
        Assert.Equal((ClockOutcome.Cancelled, null, 0), (window.Outcome, window.BreachedAt, window.OverBefore));
    }

    [Fact]
    public async Task Call_AboutAnEarlierQuestion_LetsTheCentreRecordNoAnswerToThisOne()
    {
        var number = await AcceptedAsync();
        await DoneAsync(Officer, number, Move.AskSupplement, Saying("请补充图纸。"));
        await CommentAndCallAsync();
        await DoneAsync(Specialist, number, Move.AnswerSupplement, Spoken("图纸已当面交来。"));
        Town.Time.Advance(TimeSpan.FromMinutes(1));
        await DoneAsync(Officer, number, Move.Complete, Saying("已完成排水改造。"));
        await RefusedAsync("FirstAskedRecords", Dispatcher, number, Move.ConfirmDone, Spoken("电话确认。"));
        await CommentAndCallAsync();
        await DoneAsync(Dispatcher, number, Move.ConfirmDone, Spoken("电话确认。"));
        await GoToAsync(Day("2026-03-03"), Morning);
        await DoneAsync(Applicant, number, Move.Contradict, await AboutAsync(number, Move.ConfirmDone, "公司没有确认。"));

        await RefusedAsync("FirstAskedRecords", Dispatcher, number, Move.ConfirmDone, Spoken("电话确认。")); // what was made out on the telephone is contradicted

        async Task CommentAndCallAsync()
        {
            await DoneAsync(Applicant, number, Move.Comment, Saying("请来电说明。"));
            await DoneAsync(Specialist, number, Move.NoteCall, Spoken("已说明。"));
        }
    }

    [Fact]
    public async Task Call_OnceAnAnswerWasContradicted_LetsTheCentreRecordTheNextOne()
    {
        var number = await CompletedAsync();
        await DoneAsync(Specialist, number, Move.ConfirmDone, Spoken("电话确认。"));
        await GoToAsync(Day("2026-03-03"), Morning);
        await DoneAsync(Applicant, number, Move.Contradict, await AboutAsync(number, Move.ConfirmDone, "公司没有确认。"));
        await DoneAsync(Applicant, number, Move.Comment, Saying("请来电说明。"));
        await DoneAsync(Specialist, number, Move.NoteCall, Spoken("企业确认已办结。"));

        await DoneAsync(Dispatcher, number, Move.ConfirmDone, Spoken("电话确认。"));
    }

    [Fact]
    public async Task Rate_InAConversationAfterTheResult_ThoughBeforeItsConfirmationWasRecorded_IsTaken()
    {
        var number = await RaisedForAsync(Town.Enterprise(City, name: "上海无号机械有限公司"));
        await DoneAsync(Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = Unit.Id });
        await DoneAsync(Officer, number, Move.Accept);
        await DoneAsync(Officer, number, Move.Complete, Saying("已完成排水改造。"));
        await GoToAsync(Day("2026-03-03"), Morning);
        await DoneAsync(Specialist, number, Move.ConfirmDone, Spoken("电话确认。"));
        var given = Spoken("说很快。", RatingLevel.Satisfied);
        given.When = new DateTime(2026, 3, 2, 15, 0, 0);

        await DoneAsync(Specialist, number, Move.Rate, given);
    }

    [Fact]
    public async Task AFirmWhoseOnlyAccountIsDisabled_TakesItsDemandBackByTelephone_AlsoBeforeItIsDispatched()
    {
        var firm = Town.Enterprise(City, name: "上海无号机械有限公司");
        var person = Town.EnterpriseUser(firm);
        var number = await RaisedForAsync(firm);
        await RefusedAsync("HasAccount", Specialist, number, Move.Withdraw, Spoken("不需要了。"));
        Town.Write(db => db.Users.Single(a => a.Id == person.AccountId).DisabledAt = Town.Clock.Now);

        await DoneAsync(Specialist, number, Move.Withdraw, Spoken("不需要了。"));
    }

    [Fact]
    public async Task Withdraw_WhileAReturnWasPending_Contradicted_LeavesItToTheCentre()
    {
        var firm = Town.Enterprise(City, name: "上海无号机械有限公司");
        var number = await RaisedForAsync(firm);
        await DoneAsync(Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = Unit.Id });
        await DoneAsync(Officer, number, Move.ApplyForReturn, Saying("应由水务站办理。"));
        await DoneAsync(Specialist, number, Move.Withdraw, Spoken("企业说不需要了。"));
        await DoneAsync(Town.EnterpriseUser(firm), number, Move.Contradict, await AboutAsync(number, Move.Withdraw, "公司没有撤回。"));

        Assert.Equal((1, 1), (await ToldAsync(Dispatcher, number, "Asked.ReturnDecision"), await ToldAsync(Dispatcher, number, "Asked.ReturnDecision.Again")));
        await DoneAsync(Dispatcher, number, Move.DecideReturn, new MoveInput { UnitId = Unit.Id, Text = "仍由贵单位办理。" });
    }

    [Fact]
    public async Task ATaskGivenSince_FallsAway_AndOneDeclinedSinceIsStillForTheCentreToDecide()
    {
        var firm = Town.Enterprise(City, name: "上海无号机械有限公司");
        var support = Town.Unit("规土所");
        var helper = Town.Liaison(support);
        var number = await RaisedForAsync(firm);
        await DoneAsync(Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = Unit.Id, SupportingUnitIds = [support.Id], TaskText = "协助踏勘管网。" });
        await DoneAsync(Officer, number, Move.Accept);
        await DoneAsync(Officer, number, Move.AskSupplement, Saying("请提供管线图。"));
        await DoneAsync(Specialist, number, Move.AnswerSupplement, Spoken("已交来。"));
        await DoneAsync(helper, number, Move.DeclineTask, new MoveInput { AboutId = await TaskAsync(number), Text = "不属于我所职责。" });
        await DoneAsync(Officer, number, Move.GiveTask, new MoveInput { UnitId = Town.Unit("水务站").Id, Text = "请提供资料。" });
        await DoneAsync(Town.EnterpriseUser(firm), number, Move.Contradict, await AboutAsync(number, Move.AnswerSupplement, "公司没有交过材料。"));

        var demand = await StoredAsync(number);
        Assert.Equal(TicketState.AwaitingSupplement, demand.State);
        Assert.Equal([SupportingTaskState.Declined, SupportingTaskState.Cancelled], demand.Tasks.OrderBy(t => t.Id).Select(t => t.State));
        Assert.Equal([ClockKind.Handling, ClockKind.Supplement, ClockKind.TaskDecision], demand.Clocks.Where(c => c.Open).Select(c => c.Kind).OrderBy(k => k.ToString(), StringComparer.Ordinal));
        await DoneAsync(Dispatcher, number, Move.WaiveTask, new MoveInput { AboutId = demand.Tasks.Min(t => t.Id), Text = "同意。" });
    }

    [Fact]
    public async Task InProceedingsSince_AContradictedAnswer_WaitsBehindThem()
    {
        var number = await CompletedAsync();
        await DoneAsync(Specialist, number, Move.ConfirmDone, Spoken("电话确认。"));
        await DoneAsync(Dispatcher, number, Move.EnterProceedings, new MoveInput { Proceeding = ProceedingKind.Litigation, CaseNumber = "1号", Day = Day("2026-06-01") });
        await DoneAsync(Applicant, number, Move.Contradict, await AboutAsync(number, Move.ConfirmDone, "公司没有确认。"));

        var demand = await StoredAsync(number);
        Assert.Equal((TicketState.InLegalProceedings, TicketState.AwaitingConfirmation), (demand.State, demand.StateBefore));
        Assert.Equal(PauseReason.Proceedings, demand.OpenClock(ClockKind.Confirmation)!.PausedFor);
        await GoToAsync(Day("2026-05-20"), Morning);
        await DoneAsync(Dispatcher, number, Move.LeaveProceedings, Saying("已撤诉。"));
        demand = await StoredAsync(number);
        Assert.Equal((TicketState.AwaitingConfirmation, Day("2026-05-25")), (demand.State, demand.OpenClock(ClockKind.Confirmation)!.DueDay)); // with its three days
    }

    [Fact]
    public async Task Contradict_OnceTheEnterpriseWentOnFromItItself_IsRefused()
    {
        var number = await CompletedAsync();
        await DoneAsync(Specialist, number, Move.ConfirmDone, Spoken("电话确认。"));
        var given = await AboutAsync(number, Move.ConfirmDone, "公司没有确认。");
        await DoneAsync(Applicant, number, Move.Rate, new MoveInput { Rating = RatingLevel.VeryDissatisfied, Text = "没人来过。" });
        await RefusedAsync("NoAnswerStands", Applicant, number, Move.Contradict, given);

        var other = await CompletedAsync();
        await DoneAsync(Specialist, other, Move.ConfirmDone, Spoken("电话确认。"));
        given = await AboutAsync(other, Move.ConfirmDone, "公司没有确认。");
        await DoneAsync(CentreLead, other, Move.End, new MoveInput { EndReason = EndReason.Dissolved, Text = "企业已注销。" });
        await RefusedAsync("NoAnswerStands", Applicant, other, Move.Contradict, given); // it was ended
    }

    [Fact]
    public async Task WhatAHeldCommentMeant_IsRecordedByWhoCalled()
    {
        var number = await CompletedAsync();
        await DoneAsync(Applicant, number, Move.Comment, Saying("还没有解决。"));
        await GoToAsync(Day("2026-03-06"), Morning); // nobody called: the Centre must
        await RefusedAsync("FirstAskedRecords", Dispatcher, number, Move.ConfirmNotDone, Spoken("企业认为未办结。"));
        await DoneAsync(Dispatcher, number, Move.NoteCall, Spoken("企业认为未办结。"));
        await DoneAsync(Dispatcher, number, Move.ConfirmNotDone, Spoken("企业认为未办结。"));

        var rated = await CompletedAsync();
        await DoneAsync(Applicant, rated, Move.ConfirmDone);
        await DoneAsync(Applicant, rated, Move.Comment, Saying("办得不错。"));
        await RefusedAsync("HasAccount", Specialist, rated, Move.Rate, Spoken(rating: RatingLevel.Satisfied));
        await DoneAsync(Specialist, rated, Move.NoteCall, Spoken("企业表示满意。"));
        await DoneAsync(Specialist, rated, Move.Rate, Spoken(rating: RatingLevel.Satisfied));
        Assert.Equal(1, await ToldAsync(Applicant, rated, "Yours.Spoken"));
        Assert.Equal(ClosedAs.Rated, (await StoredAsync(rated)).ClosedAs);
    }

    [Fact]
    public async Task Withdraw_BeforeTheMonthsDuty_ContradictedAfterIt_OwesItByTheNextWorkingDay()
    {
        var firm = Town.Enterprise(City, name: "上海无号机械有限公司");
        var number = await RaisedForAsync(firm);
        await DoneAsync(Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = Unit.Id });
        await DoneAsync(Officer, number, Move.Accept);
        await GoToAsync(Day("2026-03-31"), Morning); // overdue since the 23rd
        await DoneAsync(Specialist, number, Move.Withdraw, Spoken("企业说不需要了。"));
        await GoToAsync(Day("2026-04-02"), Morning);
        await DoneAsync(Town.EnterpriseUser(firm), number, Move.Contradict, await AboutAsync(number, Move.Withdraw, "公司没有撤回。"));

        Assert.Equal((Day("2026-03-23"), TownTime.CloseOf(Day("2026-03-23"))), ((await ClockAsync(number, ClockKind.Handling)).DueDay, (await ClockAsync(number, ClockKind.Handling)).BreachedAt));
        Assert.Equal([(Day("2026-04-03"), null)], await DuesAsync(number, ClockKind.MonthlyProgress));
        Assert.Equal((1, 1), (await ToldAsync(Liaison, number, "Asked.MonthlyProgress.Again"), await ToldAsync(Officer, number, "Asked.MonthlyProgress.Again")));
        Assert.Equal(TownTime.At(Day("2026-05-06"), new TimeOnly(8, 30)), (await StoredAsync(number)).NextMonthlyDutyAt);
    }

    [Fact]
    public async Task ConfirmDone_OnTheOneDayGivenAfterACall_Contradicted_LeavesADayToAnswer()
    {
        var number = await CompletedAsync(); // to be confirmed by 5 March
        await GoToAsync(Day("2026-03-05"), Morning);
        await DoneAsync(Applicant, number, Move.Comment, Saying("请再看一下。"));
        await GoToAsync(Day("2026-03-06"), Morning);
        await DoneAsync(Specialist, number, Move.NoteCall, Spoken("企业将自行答复。")); // by the 9th
        await GoToAsync(Day("2026-03-09"), Morning);
        await DoneAsync(Specialist, number, Move.ConfirmDone, Spoken("电话确认。"));
        await GoToAsync(Day("2026-03-10"), new TimeOnly(18, 0));
        await DoneAsync(Applicant, number, Move.Contradict, await AboutAsync(number, Move.ConfirmDone, "公司没有确认。"));

        Assert.Equal((TicketState.AwaitingConfirmation, Day("2026-03-11")), ((await StoredAsync(number)).State, (await ClockAsync(number, ClockKind.Confirmation)).DueDay));
    }

    [Fact]
    public async Task WhatDoesNotFollowFromAContradictedAnswer_GoesOn()
    {
        var number = await DispatchedAsync();
        await GoToAsync(Day("2026-03-05"), Morning);
        await DoneAsync(Officer, number, Move.Accept); // two days late
        await DoneAsync(Officer, number, Move.Complete, Saying("已完成排水改造。"));
        await DoneAsync(Specialist, number, Move.ConfirmDone, Spoken("电话确认。"));
        await DoneAsync(Applicant, number, Move.TellProceedings, new MoveInput { Proceeding = ProceedingKind.Litigation, CaseNumber = "1号", Text = "已起诉。" });
        await DoneAsync(Applicant, number, Move.Contradict, await AboutAsync(number, Move.ConfirmDone, "公司没有确认。"));

        Assert.Equal([(Day("2026-03-09"), null)], await DuesAsync(number, ClockKind.ProceedingsDecision));
        Assert.Equal([(Day("2026-03-03"), ClockOutcome.Breached)], await DuesAsync(number, ClockKind.Review));
    }

    [Fact]
    public async Task AnInstruction_ThatEndedWithALaterAnswer_RunsOnOnceTheFirstIsContradicted()
    {
        var number = await CompletedAsync();
        await DoneAsync(Town.TownLeader(), number, Move.Urge, new MoveInput { Text = "请加快办理。", Day = Day("2026-03-20") });
        await DoneAsync(Specialist, number, Move.ConfirmDone, Spoken("电话确认。"));
        await GoToAsync(Day("2026-03-03"), Morning);
        await DoneAsync(Applicant, number, Move.Comment, Saying("办得不错。"));
        await DoneAsync(Specialist, number, Move.NoteCall, Spoken("企业表示满意。"));
        await DoneAsync(Specialist, number, Move.Rate, Spoken(rating: RatingLevel.Satisfied));
        Assert.Equal([(Day("2026-03-20"), ClockOutcome.Cancelled)], await DuesAsync(number, ClockKind.Urge));
        await DoneAsync(Applicant, number, Move.Contradict, await AboutAsync(number, Move.ConfirmDone, "公司没有确认。"));

        Assert.Equal([(Day("2026-03-20"), null)], await DuesAsync(number, ClockKind.Urge));
    }

    [Fact]
    public async Task AnswerSupplement_Contradicted_OwesNoProgressThatWasReportedMeanwhile()
    {
        var firm = Town.Enterprise(City, name: "上海无号机械有限公司");
        var number = await RaisedForAsync(firm);
        await DoneAsync(Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = Unit.Id });
        await DoneAsync(Officer, number, Move.Accept);
        await GoToAsync(Day("2026-03-31"), Morning); // overdue since the 23rd
        await DoneAsync(Officer, number, Move.AskSupplement, Saying("请补充图纸。"));
        await DoneAsync(Specialist, number, Move.AnswerSupplement, Spoken("图纸已送到窗口。"));
        await GoToAsync(Day("2026-04-01"), Morning);
        await DoneAsync(Officer, number, Move.ReportProgress, Saying("已约排水公司踏勘。"));
        await GoToAsync(Day("2026-04-02"), Morning);
        await DoneAsync(Town.EnterpriseUser(firm), number, Move.Contradict, await AboutAsync(number, Move.AnswerSupplement, "公司没有送过图纸。"));

        Assert.DoesNotContain(await DuesAsync(number, ClockKind.MonthlyProgress), d => d.Outcome is null);
    }

    [Theory]
    [InlineData(Move.ConfirmDone, false)]
    [InlineData(Move.ConfirmNotDone, true)] // and the demand is with another unit meanwhile
    public async Task Contradict_AfterTheLeadUnitWasMerged_GivesTheDemandToItsSuccessor(Move answer, bool isElsewhere)
    {
        var number = await CompletedAsync();
        await DoneAsync(Specialist, number, answer, Spoken("电话答复。"));
        if (isElsewhere)
        {
            await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = Town.Unit("规土所").Id, Text = "由规土所主办。" });
        }

        var heir = Town.Unit("城市运行办");
        Assert.True((await new OrganisationMerge(Town.Runner).MergeAsync(
            Town.Administrator(), Guid.NewGuid(), new MergeInput { Id = Unit.Id, Version = Unit.Version, IntoId = heir.Id, Name = Unit.Name, People = [Officer.AccountId, Liaison.AccountId] }, Cancellation)).Done);
        await DoneAsync(Applicant, number, Move.Contradict, await AboutAsync(number, answer, "公司没有这样答复。"));

        var demand = await StoredAsync(number);
        Assert.Equal((heir.Id, heir.Id), (demand.LeadUnitId, demand.OpenClock(ClockKind.Handling)!.UnitId));
    }

    [Fact]
    public async Task Contradict_AfterASupportingUnitWasMerged_GivesItsTaskToItsSuccessor()
    {
        var (firm, support, heir) = (Town.Enterprise(City, name: "上海无号机械有限公司"), Town.Unit("规土所"), Town.Unit("城市运行办"));
        var number = await RaisedForAsync(firm);
        await DoneAsync(Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = Unit.Id, SupportingUnitIds = [support.Id], TaskText = "协助踏勘管网。" });
        await DoneAsync(Specialist, number, Move.Withdraw, Spoken("企业说不需要了。"));
        Assert.True((await new OrganisationMerge(Town.Runner).MergeAsync(
            Town.Administrator(), Guid.NewGuid(), new MergeInput { Id = support.Id, Version = support.Version, IntoId = heir.Id, Name = support.Name }, Cancellation)).Done);
        await DoneAsync(Town.EnterpriseUser(firm), number, Move.Contradict, await AboutAsync(number, Move.Withdraw, "公司没有撤回。"));

        var demand = await StoredAsync(number);
        Assert.Equal((SupportingTaskState.Open, heir.Id), (demand.Tasks.Single().State, demand.Tasks.Single().UnitId));
        Assert.Equal(heir.Id, demand.OpenClock(ClockKind.SupportingTask)!.UnitId);
    }

    [Fact]
    public async Task Contradict_AfterThreeWorkingDays_IsTooLate()
    {
        var number = await CompletedAsync();
        await DoneAsync(Specialist, number, Move.ConfirmDone, Spoken("电话确认。"));
        var given = await AboutAsync(number, Move.ConfirmDone, "公司没有确认。");
        await GoToAsync(Day("2026-03-05"), new TimeOnly(17, 0));
        Assert.Single((await SeeAsync(Applicant, number)).Recorded);
        await GoToAsync(Day("2026-03-05"), new TimeOnly(17, 1));

        await RefusedAsync("NoAnswerStands", Applicant, number, Move.Contradict, given);
        Assert.Contains("3个工作日", (await MakeAsync(Applicant, number, Move.Contradict, given)).Refusal!.Sentence, StringComparison.Ordinal);
        Assert.Empty((await SeeAsync(Applicant, number)).Recorded);
    }

    [Fact]
    public async Task Contradict_OfAnAnswerAfterItsDays_IsTooLate_ThoughALaterOneCanBe()
    {
        var firm = Town.Enterprise(City, name: "上海无号机械有限公司");
        var number = await RaisedForAsync(firm);
        await DoneAsync(Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = Unit.Id });
        await DoneAsync(Officer, number, Move.Accept);
        await DoneAsync(Officer, number, Move.Complete, Saying("已完成排水改造。"));
        await DoneAsync(Specialist, number, Move.ConfirmDone, Spoken("企业确认已办结。"));
        await GoToAsync(Day("2026-03-05"), Morning);
        await DoneAsync(Specialist, number, Move.Rate, Spoken("说很快。", RatingLevel.Satisfied));
        await GoToAsync(Day("2026-03-06"), Morning); // three working days after the first answer, one after the second
        var person = Town.EnterpriseUser(firm);

        await RefusedAsync("NoAnswerStands", person, number, Move.Contradict, await AboutAsync(number, Move.ConfirmDone, "公司没有确认。"));
        Assert.Equal(TicketState.Closed, (await StoredAsync(number)).State);
        await DoneAsync(person, number, Move.Contradict, await AboutAsync(number, Move.Rate, "公司没有评价。"));
        var answers = (await StoredAsync(number)).SpokenAnswers;
        Assert.Equal((null, Town.Clock.Now), (answers.Single(a => a.Move == Move.ConfirmDone).ContradictedAt, answers.Single(a => a.Move == Move.Rate).ContradictedAt));
    }

    [Fact]
    public async Task AnswerSupplement_Contradicted_GivesEachOfSeveralTasksAndInstructionsItsOwnDayBack()
    {
        var firm = Town.Enterprise(City, name: "上海无号机械有限公司");
        var (first, second) = (Town.Unit("水务站"), Town.Unit("市政所"));
        var number = await RaisedForAsync(firm);
        await DoneAsync(Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = Unit.Id });
        await DoneAsync(Officer, number, Move.Accept);
        foreach (var (unit, day) in new[] { (first, Day("2026-03-10")), (second, Day("2026-03-12")) })
        {
            await DoneAsync(Officer, number, Move.GiveTask, new MoveInput { UnitId = unit.Id, Text = "请踏勘。", Day = day });
            await DoneAsync(Dispatcher, number, Move.Urge, new MoveInput { Text = "请加快。", Day = day });
        }

        await DoneAsync(Officer, number, Move.AskSupplement, Saying("请提供管线图。"));
        await DoneAsync(Specialist, number, Move.AnswerSupplement, Spoken("管线图已当面交来。"));
        await GoToAsync(Day("2026-03-03"), Morning);
        var stored = await StoredAsync(number);
        await DoneAsync(Town.Officer(first), number, Move.FinishTask, new MoveInput { AboutId = stored.Tasks.Single(t => t.UnitId == first.Id).Id, Text = "已踏勘。" });
        await DoneAsync(Officer, number, Move.AnswerUrge, new MoveInput { AboutId = stored.Urges.Min(u => u.Id), Text = "本周完成。" });
        await DoneAsync(Town.EnterpriseUser(firm), number, Move.Contradict, await AboutAsync(number, Move.AnswerSupplement, "公司没有交过图。"));

        Assert.Equal(TicketState.AwaitingSupplement, (await StoredAsync(number)).State);
        Assert.Equal([(Day("2026-03-10"), ClockOutcome.Met), (Day("2026-03-12"), null)], await DuesAsync(number, ClockKind.SupportingTask));
        Assert.Equal([(Day("2026-03-10"), ClockOutcome.Met), (Day("2026-03-12"), null)], await DuesAsync(number, ClockKind.Urge));
    }

    [Fact]
    public async Task AnswersContradictedOneAfterTheOther_KeepTheirTimes_AndLeaveTheUnitBeforeOutOfIt()
    {
        var firm = Town.Enterprise(City, name: "上海无号机械有限公司");
        var second = Town.Unit("规土所");
        var number = await RaisedForAsync(firm);
        await DoneAsync(Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = Unit.Id });
        await DoneAsync(Officer, number, Move.Accept);
        await GoToAsync(Day("2026-03-03"), Morning);
        await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = second.Id, Text = "职责调整。" });
        await DoneAsync(Town.Officer(second), number, Move.Accept);
        await DoneAsync(Town.Officer(second), number, Move.Complete, Saying("已完成排水改造。"));
        await DoneAsync(Specialist, number, Move.ConfirmDone, Spoken("企业确认已办结。"));
        await DoneAsync(Specialist, number, Move.Rate, Spoken("说很快。", RatingLevel.Satisfied));
        var person = Town.EnterpriseUser(firm);
        await GoToAsync(Day("2026-03-04"), Morning);
        var rated = Town.Clock.Now;
        await DoneAsync(person, number, Move.Contradict, await AboutAsync(number, Move.Rate, "公司没有评价。"));
        await GoToAsync(Day("2026-03-05"), Morning);
        await DoneAsync(person, number, Move.Contradict, await AboutAsync(number, Move.ConfirmDone, "公司没有确认。"));

        var demand = await StoredAsync(number);
        Assert.Equal((rated, Town.Clock.Now), (demand.SpokenAnswers.Single(a => a.Move == Move.Rate).ContradictedAt, demand.SpokenAnswers.Single(a => a.Move == Move.ConfirmDone).ContradictedAt));
        Assert.Equal([ClockOutcome.Cancelled, null], (await DuesAsync(number, ClockKind.Handling)).Select(d => d.Outcome));
        Assert.Equal(second.Id, demand.OpenClock(ClockKind.Handling)!.UnitId);
    }

    [Fact]
    public async Task Rating_NobodyGave_LeavesNoBreach_AndAReturnMeanwhileCanBeAppliedForAgain()
    {
        var firm = Town.Enterprise(City, name: "上海无号机械有限公司");
        var number = await RaisedForAsync(firm);
        await DoneAsync(Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = Unit.Id });
        await DoneAsync(Officer, number, Move.Accept);
        await DoneAsync(Officer, number, Move.Complete, Saying("已完成排水改造。"));
        await DoneAsync(Specialist, number, Move.ConfirmDone, Spoken("企业确认已办结。"));
        await DoneAsync(Specialist, number, Move.Rate, Spoken("太慢。", RatingLevel.Dissatisfied));
        await GoToAsync(Day("2026-03-04"), Morning); // the contact was due on the third
        await DoneAsync(Officer, number, Move.NoteContact, new MoveInput { When = TownTime.Local(Town.Clock.Now), WithWhom = "陈晓明", Text = "已致歉。" });
        Assert.Equal(ClockOutcome.Breached, (await ClockAsync(number, ClockKind.BadRatingContact)).Outcome);
        await DoneAsync(Town.EnterpriseUser(firm), number, Move.Contradict, await AboutAsync(number, Move.Rate, "公司没有评价。"));
        Assert.Equal((ClockOutcome.Cancelled, null), ((await ClockAsync(number, ClockKind.BadRatingContact)).Outcome, (await ClockAsync(number, ClockKind.BadRatingContact)).BreachedAt));

        var other = await CompletedAsync();
        await DoneAsync(Specialist, other, Move.ConfirmNotDone, Spoken("说还有积水。"));
        await GoToAsync(Day("2026-03-04"), new TimeOnly(10, 0));
        await DoneAsync(Officer, other, Move.ApplyForReturn, Saying("应由水务站办理。"));
        await DoneAsync(Dispatcher, other, Move.DecideReturn, new MoveInput { UnitId = Unit.Id, Text = "仍由贵单位办理。" });
        await DoneAsync(Applicant, other, Move.Contradict, await AboutAsync(other, Move.ConfirmNotDone, "公司认为已经办结。"));
        await DoneAsync(Applicant, other, Move.ConfirmNotDone, Saying("又积水了。"));
        await DoneAsync(Officer, other, Move.ApplyForReturn, Saying("应由水务站办理。"));
    }

    [Fact]
    public async Task Contradict_AfterTheCalendarWasAmended_CountsByTheCalendarAsItIs()
    {
        var number = await CompletedAsync(); // to be confirmed by 5 March, handling due 23 March
        await DoneAsync(Specialist, number, Move.ConfirmDone, Spoken("电话确认。"));
        await GoToAsync(Day("2026-03-03"), Morning);
        var year = ServicePackage.Core.WorkingTime.CalendarFile.Published().Single(y => y.Year == 2026);
        Town.Write(db => db.CalendarYears.Single(y => y.Year == 2026).Take(year with { Holidays = [.. year.Holidays, Day("2026-03-05"), Day("2026-03-23")] }));
        try
        {
            await DoneAsync(Applicant, number, Move.Contradict, await AboutAsync(number, Move.ConfirmDone, "公司没有确认。"));
            Assert.Equal((Day("2026-03-09"), null), (await DuesAsync(number, ClockKind.Confirmation)).Single()); // three days, the fifth left out
            Assert.Equal(Day("2026-03-25"), (await ClockAsync(number, ClockKind.Handling)).DueDay);
        }
        finally
        {
            Town.Write(db => db.CalendarYears.Single(y => y.Year == 2026).Take(year));
        }
    }

    /// <summary>What of the demand and of a clock is not given back, each with its reason; all else must be kept.</summary>
    [Fact]
    public void EveryPropertyOfTheDemand_IsKeptWithTheAnswer_OrSaidNotToBe()
    {
        string[] never =
        [
            .. new[] { "Id", "Number", "Version", "EnterpriseId", "Enterprise", "RaisedAt", "RaisedById", "Channel", "TopicId", "Topic", "Title", "Text", "ContactName", "ContactPhone", "LinkedTicketId" }, // as raised
            .. new[] { "FirstAskedId", "Marks", "LastProgressAt", "OnAgenda" }, // goes on whatever was answered
            .. new[] { "Proceeding", "CaseNumber", "StateBefore" }, // of proceedings, which go on
            .. new[] { "Cycle", "Reopened", "ClosedAs", "ClosedAt" }, // as of an open demand, in the cycle it was in
            .. new[] { "Returns", "Referrals", "Urges", "Replies", "SpokenAnswers" }, // lists of what was done
        ];
        Assert.Equal(Names(typeof(Ticket)).Except(never).Order(), Names(typeof(TicketBefore)).Order());
        string[] ofClock = ["Id", "TicketId", "Cycle", "Task", "Urge", "DueAt", "DueVersion", "Provisional", "NextAt", "EndedAt", "Outcome", "Unseen", "Held"]; // its key, what is made of the rest, how it ended, and that it is held once
        Assert.Equal(Names(typeof(TicketClock)).Except(ofClock).Order(), Names(typeof(ClockBefore)).Except(["LastPause"]).Order());

        static IEnumerable<string> Names(Type type) => type.GetProperties().Where(p => p.SetMethod is not null).Select(p => p.Name);
    }

    [Theory]
    [InlineData("2026-03-02T09:58", "BeforeResult")]
    [InlineData("2026-03-02T10:01", "WhenAhead")]
    public async Task ConfirmDone_InAConversationAtAnotherTime_IsRefused(string when, string code)
    {
        var number = await CompletedAsync();
        var given = Spoken("电话确认。");
        given.When = DateTime.Parse(when, System.Globalization.CultureInfo.InvariantCulture);
        await RefusedAsync(code, Specialist, number, Move.ConfirmDone, given);
    }

    [Theory]
    [InlineData("2026-03-02T09:59", "BeforeRaised", Move.Withdraw)]
    [InlineData("2026-03-02T14:29", "BeforeSupplement", Move.AnswerSupplement)]
    [InlineData("2026-03-02T14:30", null, Move.AnswerSupplement)]
    [InlineData("2026-03-02T10:00", null, Move.Withdraw)]
    public async Task Answers_InAConversationBeforeTheQuestion_AreRefused(string when, string? code, Move answer)
    {
        var number = await RaisedForAsync(Town.Enterprise(City, name: "上海无号机械有限公司"));
        await DoneAsync(Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = Unit.Id });
        await DoneAsync(Officer, number, Move.Accept);
        await GoToAsync(Day("2026-03-02"), new TimeOnly(14, 30));
        await DoneAsync(Officer, number, Move.AskSupplement, Saying("请提供管线图。"));
        var given = Spoken("企业电话答复。");
        given.When = DateTime.Parse(when, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(code, (await MakeAsync(Specialist, number, answer, given)).Refusal?.Code);
    }

    [Fact]
    public async Task ConfirmDone_OfASecondResult_IsOfAConversationAfterIt()
    {
        var number = await CompletedAsync();
        await DoneAsync(Applicant, number, Move.ConfirmNotDone, Saying("门口仍积水。"));
        await GoToAsync(Day("2026-03-04"), Morning);
        await DoneAsync(Officer, number, Move.Complete, Saying("已再次疏通。"));
        var given = Spoken("电话确认。");
        given.When = new DateTime(2026, 3, 3, 10, 0, 0); // between the two
        await RefusedAsync("BeforeResult", Specialist, number, Move.ConfirmDone, given);
        await DoneAsync(Specialist, number, Move.ConfirmDone, Spoken("电话确认。"));
    }

    [Fact]
    public async Task AnswersOfAnEnterpriseWithAnAccount_ButConfirmations_AreItsOwn()
    {
        var number = await AcceptedAsync();
        await RefusedAsync("HasAccount", Specialist, number, Move.Withdraw, Spoken("不需要了。"));
        var asked = await CompletedAsync();
        await DoneAsync(Applicant, asked, Move.Comment, Saying("没有解决。"));
        await DoneAsync(Specialist, asked, Move.NoteCall, Spoken("企业认为未办结。"));
        await RefusedAsync("HasAccount", Specialist, asked, Move.Withdraw, Spoken("不需要了。")); // a comment is no withdrawal
        await DoneAsync(Officer, number, Move.AskSupplement, Saying("请提供管线图。"));
        await RefusedAsync("HasAccount", Specialist, number, Move.AnswerSupplement, Spoken("已交来。"));
        Town.Write(db => db.Users.Single(a => a.Id == Applicant.AccountId).DisabledAt = Town.Clock.Now);
        await DoneAsync(Specialist, number, Move.AnswerSupplement, Spoken("已交来。")); // nobody is left to answer
    }

    [Fact]
    public async Task Contradict_NamesNothingOfAnotherDemand()
    {
        var number = await CompletedAsync();
        var other = await CompletedAsync();
        await DoneAsync(Specialist, number, Move.ConfirmDone, Spoken("电话确认。"));
        await DoneAsync(Specialist, other, Move.ConfirmDone, Spoken("电话确认。"));
        var about = await AboutAsync(other, Move.ConfirmDone, "公司没有确认。");
        await RefusedAsync("AboutUnknown", Applicant, number, Move.Contradict, about);
        await RefusedAsync("NotChosen", Applicant, number, Move.Contradict, Saying("公司没有确认。"));
        await RefusedAsync("Missing", Applicant, other, Move.Contradict, new MoveInput { AboutId = about.AboutId });
    }

    private async Task<string> RaisedForAsync(Enterprise firm)
    {
        await using var db = Town.Look();
        var outcome = await Raising.RaiseAsync(Specialist, Guid.NewGuid(), new RaiseInput
        {
            EnterpriseId = firm.Id,
            Channel = Channel.Telephone,
            Type = TicketType.Coordination,
            TopicId = await db.Topics.Select(t => t.Id).FirstAsync(Cancellation),
            Title = "厂区门口道路积水",
            Text = "请求协调排水改造。",
            ContactName = "陈晓明",
            ContactPhone = "13800000000",
        }, Cancellation);
        return outcome.Value.Number;
    }

    private async Task<MoveInput> AboutAsync(string number, Move answer, string text) =>
        new() { AboutId = (await StoredAsync(number)).SpokenAnswers.Last(s => s.Move == answer).Id, Text = text };

    public sealed class OnSqlite(SqliteDatabase database) : SpokenTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : SpokenTests(database), IClassFixture<PostgresDatabase>;
}
