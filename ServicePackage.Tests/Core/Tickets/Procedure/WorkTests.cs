using ServicePackage.Core.Accounts;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;
using static ServicePackage.Tests.Core.WorkingTime.Published;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>What goes on while a demand is handled: tasks, supplement, referral, instructions, people. Begins on Monday 2 March 2026.</summary>
public abstract class WorkTests : TicketTests
{
    private static readonly TimeOnly Morning = new(9, 30);
    private readonly Organisation _support;

    protected WorkTests(TestDatabase database)
        : base(database) => _support = Town.Unit("水务站");

    [Theory]
    [InlineData(Move.FinishTask, SupportingTaskState.Done, ClockOutcome.Met)]
    [InlineData(Move.WaiveTask, SupportingTaskState.Waived, ClockOutcome.Cancelled)]
    public async Task Task_InWhateverWayItEnds_GatesNoLonger(Move move, SupportingTaskState state, ClockOutcome outcome)
    {
        var number = await SupportedAsync(_support);
        await DoneAsync(Officer, number, Move.Accept);
        await RefusedAsync("TaskOpen", Officer, number, Move.Complete, Saying("已完成。"));
        var given = new MoveInput { AboutId = await TaskAsync(number), Text = "说明。" };
        await DoneAsync(move == Move.WaiveTask ? Officer : Town.Officer(_support), number, move, given);

        Assert.Equal((state, outcome), ((await StoredAsync(number)).Tasks.Single().State, (await ClockAsync(number, ClockKind.SupportingTask)).Outcome));
        await RefusedAsync("TaskNotOpen", Town.Officer(_support), number, Move.FinishTask, given);
        Assert.Null((await ClockAsync(number, ClockKind.Handling)).Outcome); // it is the task's clock that ends
        await DoneAsync(Officer, number, Move.Complete, Saying("已完成。"));
    }

    [Fact]
    public async Task DeclineTask_WaitsForTheCentre_AndGatesMeanwhile()
    {
        var (number, about) = await DeclinedAsync();

        Assert.Equal((SupportingTaskState.Declined, ClockOutcome.Met), ((await StoredAsync(number)).Tasks.Single().State, (await ClockAsync(number, ClockKind.SupportingTask)).Outcome));
        var decision = await ClockAsync(number, ClockKind.TaskDecision);
        Assert.Equal((ClockHolder.Centre, Day("2026-03-04"), (ClockOutcome?)null), (decision.Holder, decision.DueDay, decision.Outcome));
        Assert.Equal(1, await ToldAsync(Dispatcher, number, "Asked.TaskDecision"));
        Assert.Equal(number, Assert.Single((await Desk.ListAsync(Dispatcher, new DeskFilter { Scope = DeskScope.Centre }, Cancellation)).Value.Items).Number);
        await RefusedAsync("TaskDeclined", Officer, number, Move.Complete, Saying("已完成。"));
        await RefusedAsync("TaskNotOpen", Officer, number, Move.WaiveTask, about); // once declined it is for the Centre alone
        await RefusedAsync("NotYourMove", Officer, number, Move.GiveBackTask, about);
        await RefusedAsync("TaskNotOpen", Town.Officer(_support), number, Move.FinishTask, about);
        Assert.DoesNotContain((await SeeAsync(Applicant, number)).Clocks, c => c.Kind == ClockKind.TaskDecision);
    }

    [Fact]
    public async Task DeclineTask_OnceTheCentreWaives_LetsTheLeadComplete()
    {
        var (number, about) = await DeclinedAsync();
        Assert.Equal([about.AboutId!.Value], (await Pages.ChoicesAsync(Dispatcher, number, Move.WaiveTask, Cancellation)).Value.About.Select(a => a.Id));
        await DoneAsync(Dispatcher, number, Move.WaiveTask, about);

        Assert.Equal((SupportingTaskState.Waived, ClockOutcome.Met), ((await StoredAsync(number)).Tasks.Single().State, (await ClockAsync(number, ClockKind.TaskDecision)).Outcome));
        Assert.Equal(1, await ToldAsync(Officer, number, "Moved.WaiveTask"));
        await RefusedAsync("TaskNotDeclined", Dispatcher, number, Move.GiveBackTask, about);
        await DoneAsync(Officer, number, Move.Complete, Saying("已完成。"));
    }

    [Fact]
    public async Task DeclineTask_OnceTheCentreGivesItBack_IsTheUnitsAgainByTheLeadsDay()
    {
        var liaison = Town.Liaison(_support);
        var (number, about) = await DeclinedAsync();
        await GoToAsync(Day("2026-03-05"), Morning); // the Centre is late
        await DoneAsync(Dispatcher, number, Move.GiveBackTask, about);

        Assert.Equal(SupportingTaskState.Open, (await StoredAsync(number)).Tasks.Single().State);
        Assert.Equal([(Day("2026-03-23"), ClockOutcome.Met), (Day("2026-03-23"), null)], await DuesAsync(number, ClockKind.SupportingTask));
        Assert.Equal([(Day("2026-03-04"), ClockOutcome.Breached)], await DuesAsync(number, ClockKind.TaskDecision));
        Assert.Equal(1, await ToldAsync(liaison, number, "Asked.SupportingTask.Back"));
        await RefusedAsync("TaskOpen", Officer, number, Move.Complete, Saying("已完成。"));
        await DoneAsync(Town.Officer(_support), number, Move.FinishTask, about);
        await DoneAsync(Officer, number, Move.Complete, Saying("已完成。"));
    }

    [Theory]
    [InlineData(true, SupportingTaskState.Declined, null)]
    [InlineData(false, SupportingTaskState.Cancelled, ClockOutcome.Cancelled)]
    public async Task DeclineTask_WhenTheDemandGoesToAnotherUnit_WaitsOnOnlyWhereTheTasksGoAlong(bool carried, SupportingTaskState state, ClockOutcome? outcome)
    {
        var (number, _) = await DeclinedAsync();
        await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = Town.Unit("规土所").Id, Text = "由规土所主办。", CarryTasks = carried });

        Assert.Equal((state, outcome), ((await StoredAsync(number)).Tasks.Single().State, (await ClockAsync(number, ClockKind.TaskDecision)).Outcome));
    }

    [Fact]
    public async Task GiveBackTask_ToAUnitThatIsThereNoMore_IsRefused()
    {
        var (number, about) = await DeclinedAsync();
        Town.Write(db => db.Organisations.Single(o => o.Id == _support.Id).DisabledAt = Town.Clock.Now);

        await RefusedAsync("UnitUnknown", Dispatcher, number, Move.GiveBackTask, about);
        await DoneAsync(Dispatcher, number, Move.WaiveTask, about);
    }

    [Fact]
    public async Task GiveBackTask_OfSeveral_IsOfThoseThatWereDeclinedAlone()
    {
        var (number, declined) = await DeclinedAsync();
        await DoneAsync(Officer, number, Move.GiveTask, new MoveInput { UnitId = Town.Unit("市政所").Id, Text = "请设围挡。" });
        var other = (await StoredAsync(number)).Tasks.Single(t => t.State == SupportingTaskState.Open).Id;

        Assert.Equal([declined.AboutId!.Value], (await Pages.ChoicesAsync(Dispatcher, number, Move.GiveBackTask, Cancellation)).Value.About.Select(a => a.Id));
        await RefusedAsync("TaskNotDeclined", Dispatcher, number, Move.GiveBackTask, new MoveInput { AboutId = other, Text = "请办理。" });
        await RefusedAsync("TaskNotOpen", Officer, number, Move.WaiveTask, declined);
        Assert.Equal([other], (await Pages.ChoicesAsync(Officer, number, Move.WaiveTask, Cancellation)).Value.About.Select(a => a.Id));
        Assert.Equal(new[] { declined.AboutId.Value, other }.Order(), (await Pages.ChoicesAsync(Dispatcher, number, Move.WaiveTask, Cancellation)).Value.About.Select(a => a.Id).Order());
        await DoneAsync(Dispatcher, number, Move.GiveBackTask, declined);
        Assert.Equal([ClockOutcome.Met], (await DuesAsync(number, ClockKind.TaskDecision)).Select(d => d.Outcome!.Value));
    }

    [Fact]
    public async Task WaiveTask_OffersTheCentreNoTaskThatIsDone()
    {
        var (other, (number, declined)) = (Town.Unit("市政所"), await DeclinedAsync());
        await DoneAsync(Officer, number, Move.GiveTask, new MoveInput { UnitId = other.Id, Text = "请设围挡。" });
        await DoneAsync(Town.Officer(other), number, Move.FinishTask, new MoveInput { AboutId = (await StoredAsync(number)).Tasks.Single(t => t.UnitId == other.Id).Id, Text = "已设围挡。" });

        Assert.Equal([declined.AboutId!.Value], (await Pages.ChoicesAsync(Dispatcher, number, Move.WaiveTask, Cancellation)).Value.About.Select(a => a.Id));
    }

    [Fact]
    public async Task WaiveTask_OfOneOfTwoThatWereDeclined_LeavesTheOtherToTheCentre()
    {
        var (other, (number, first)) = (Town.Unit("市政所"), await DeclinedAsync());
        await DoneAsync(Officer, number, Move.GiveTask, new MoveInput { UnitId = other.Id, Text = "请设围挡。" });
        var second = new MoveInput { AboutId = (await StoredAsync(number)).Tasks.Single(t => t.UnitId == other.Id).Id, Text = "不属于本单位职责范围。" };
        await DoneAsync(Town.Officer(other), number, Move.DeclineTask, second);
        await DoneAsync(Dispatcher, number, Move.WaiveTask, first);

        await RefusedAsync("TaskDeclined", Officer, number, Move.Complete, Saying("已完成。"));
        Assert.Equal([ClockOutcome.Met, null], (await DuesAsync(number, ClockKind.TaskDecision)).Select(d => d.Outcome));
        await DoneAsync(Dispatcher, number, Move.GiveBackTask, second);
    }

    [Fact]
    public async Task Extend_MovesTheTasksThatAreDueWithTheLead_AndNothingElseOfThatDay()
    {
        var other = Town.Unit("市政所");
        var number = await SupportedAsync(_support); // due with the lead on the 23rd
        await DoneAsync(Officer, number, Move.Accept);
        await DoneAsync(Officer, number, Move.GiveTask, new MoveInput { UnitId = other.Id, Text = "请设围挡。" });
        await DoneAsync(Dispatcher, number, Move.Urge, new MoveInput { Text = "请加快。", Day = Day("2026-03-23") });
        await DoneAsync(Town.Officer(_support), number, Move.FinishTask, new MoveInput { AboutId = (await StoredAsync(number)).Tasks.Single(t => t.UnitId == _support.Id).Id, Text = "已踏勘。" });
        await DoneAsync(Dispatcher, number, Move.Extend, new MoveInput { Days = 5, Text = "情况复杂。" });

        Assert.Equal([(Day("2026-03-23"), ClockOutcome.Met), (Day("2026-03-30"), null)], await DuesAsync(number, ClockKind.SupportingTask));
        Assert.Equal([(Day("2026-03-23"), null)], await DuesAsync(number, ClockKind.Urge));
    }

    [Fact]
    public async Task Choices_OfUnits_SayWhichLedOtherDemandsOfTheTopic()
    {
        var number = await AcceptedAsync();
        await RaisedAsync(); // led by nobody yet
        Assert.Empty((await Pages.ChoicesAsync(Dispatcher, number, Move.Reassign, Cancellation)).Value.Before); // it is not its own precedent
        await AcceptedAsync();

        Assert.Equal([(Unit.Id, 1)], (await Pages.ChoicesAsync(Dispatcher, number, Move.Reassign, Cancellation)).Value.Before.Select(b => (b.Unit.Id, b.Count)));
    }

    [Fact]
    public async Task GiveBackTask_WhileTheLeadStandsStill_IsDueWithItOnceBothRunOn()
    {
        var (number, about) = await DeclinedAsync();
        await GoToAsync(Day("2026-03-03"), Morning);
        await DoneAsync(Officer, number, Move.AskSupplement, Saying("请补充图纸。"));
        await GoToAsync(Day("2026-03-05"), Morning);
        await DoneAsync(Dispatcher, number, Move.GiveBackTask, about);
        await GoToAsync(Day("2026-03-06"), Morning);
        await DoneAsync(Applicant, number, Move.AnswerSupplement, Saying("见附件。"));

        Assert.Equal([(Day("2026-03-26"), null)], await DuesAsync(number, ClockKind.Handling));
        Assert.Equal((Day("2026-03-26"), (ClockOutcome?)null), (await DuesAsync(number, ClockKind.SupportingTask))[^1]);
    }

    [Fact]
    public async Task GiveTask_OnceTheLeadIsPastDue_ReachesNoFurtherThanAPromise()
    {
        var number = await AcceptedAsync();
        await GoToAsync(Day("2026-03-25"), Morning);

        await RefusedAsync("DayTooFar", Officer, number, Move.GiveTask, new MoveInput { UnitId = _support.Id, Text = "协助踏勘管网。", Day = Day("2099-12-31") });
        await DoneAsync(Officer, number, Move.GiveTask, new MoveInput { UnitId = _support.Id, Text = "协助踏勘管网。", Day = Day("2026-06-30") });
    }

    [Fact]
    public async Task AnswerUrge_OfOneThatEndedWithTheDemand_IsNotAskedForOnceItIsReopened()
    {
        var number = await CompletedAsync();
        await DoneAsync(Dispatcher, number, Move.Urge, new MoveInput { Text = "请三日内报送方案。", Day = Day("2026-05-29") });
        await GoToAsync(Day("2026-03-13"), Morning); // deemed confirmed
        await DoneAsync(Applicant, number, Move.Reopen, Saying("又积水了。"));

        Assert.DoesNotContain((await SeeAsync(Liaison, number)).Moves, r => r.Move == Move.AnswerUrge);
        await RefusedAsync("NoUrgeOpen", Liaison, number, Move.AnswerUrge, new MoveInput { AboutId = (await StoredAsync(number)).Urges.Single().Id, Text = "方案已报。" });
    }

    private async Task<(string Number, MoveInput About)> DeclinedAsync()
    {
        var number = await SupportedAsync(_support);
        await DoneAsync(Officer, number, Move.Accept);
        var about = new MoveInput { AboutId = await TaskAsync(number), Text = "不属于本单位职责范围。" };
        await DoneAsync(Town.Officer(_support), number, Move.DeclineTask, about);
        return (number, about);
    }

    [Fact]
    public async Task Accept_ByAnOfficer_MakesThemTheOfficerUnlessAnotherIsNamed()
    {
        var other = Town.Officer(Unit);
        var own = await DispatchedAsync();
        await DoneAsync(other, own, Move.Accept);
        var named = await DispatchedAsync();
        await DoneAsync(other, named, Move.Accept, new MoveInput { PersonId = Officer.AccountId });
        var assigned = await DispatchedAsync();
        await DoneAsync(Liaison, assigned, Move.Assign, new MoveInput { PersonId = Officer.AccountId });
        await DoneAsync(other, assigned, Move.Accept);
        var forTheUnit = await DispatchedAsync();
        await DoneAsync(Liaison, forTheUnit, Move.Accept);
        var both = Town.Liaison(Unit);
        Town.Write(db => db.Posts.Add(new Post { AccountId = both.AccountId, Kind = PostKind.Officer, OrganisationId = Unit.Id }));
        var inASmallOffice = await DispatchedAsync();
        await DoneAsync(both, inASmallOffice, Move.Accept);
        var inACity = await RaisedAsync();
        await DoneAsync(Dispatcher, inACity, Move.Dispatch, new MoveInput { UnitId = City.Id });
        await DoneAsync(Specialist, inACity, Move.Accept);
        Assert.Equal(Specialist.AccountId, (await StoredAsync(inACity)).OfficerId); // no officer by post, and gives out no work either

        Assert.Equal(
            [other.AccountId, Officer.AccountId, Officer.AccountId, (long?)null, both.AccountId],
            [(await StoredAsync(own)).OfficerId, (await StoredAsync(named)).OfficerId, (await StoredAsync(assigned)).OfficerId, (await StoredAsync(forTheUnit)).OfficerId, (await StoredAsync(inASmallOffice)).OfficerId]);
    }

    [Fact]
    public async Task Task_OfAnotherUnit_IsNotOnesOwn()
    {
        var other = Town.Unit("派出所");
        var number = await SupportedAsync(_support);
        var first = await TaskAsync(number);
        await DoneAsync(Officer, number, Move.GiveTask, new MoveInput { UnitId = other.Id, Text = "维持秩序。" });

        await RefusedAsync("TaskNotOpen", Town.Officer(other), number, Move.FinishTask, new MoveInput { AboutId = first, Text = "已完成。" });
    }

    [Fact]
    public async Task GiveTask_IsDueWithTheLeadOrEarlier()
    {
        var number = await AcceptedAsync();
        var task = new MoveInput { UnitId = _support.Id, Text = "踏勘。" };
        await RefusedAsync("TaskDay", Officer, number, Move.GiveTask, With(task, "2026-03-24"));
        await RefusedAsync("DayPast", Officer, number, Move.GiveTask, With(task, "2026-03-01"));
        await RefusedAsync("SameUnit", Officer, number, Move.GiveTask, new MoveInput { UnitId = Unit.Id, Text = "踏勘。" });
        await DoneAsync(Officer, number, Move.GiveTask, task);
        await DoneAsync(Dispatcher, number, Move.GiveTask, With(task, "2026-03-10"));

        Assert.Equal([(Day("2026-03-23"), null), (Day("2026-03-10"), null)], await DuesAsync(number, ClockKind.SupportingTask));
    }

    [Fact]
    public async Task GiveTask_OnTheLeadsDueDay_IsDueThatDayAndAfterItOneDayAtLeast()
    {
        var number = await AcceptedAsync();
        var task = new MoveInput { UnitId = _support.Id, Text = "踏勘。" };
        await GoToAsync(Day("2026-03-23"), new TimeOnly(17, 0));
        await DoneAsync(Officer, number, Move.GiveTask, task);
        await GoToAsync(Day("2026-03-23"), new TimeOnly(17, 5));
        await RefusedAsync("TaskDay", Officer, number, Move.GiveTask, With(task, "2026-03-23"));
        await DoneAsync(Officer, number, Move.GiveTask, task);
        await DoneAsync(Officer, number, Move.GiveTask, With(task, "2026-03-27"));

        Assert.Equal([Day("2026-03-23"), Day("2026-03-24"), Day("2026-03-27")], (await DuesAsync(number, ClockKind.SupportingTask)).Select(d => d.Due));
    }

    [Fact]
    public async Task Supplement_WhenItsTimeIsOver_GoesOnWithoutAndIsAskedOnce()
    {
        var number = await AcceptedAsync();
        await DoneAsync(Officer, number, Move.AskSupplement, Saying("请补充图纸。"));
        await GoToAsync(Day("2026-03-11"), Morning);

        Assert.Equal(TicketState.InProgress, (await StoredAsync(number)).State);
        Assert.Equal([(Day("2026-03-09"), ClockOutcome.Breached)], await DuesAsync(number, ClockKind.Supplement));
        Assert.Equal([(Day("2026-03-30"), null)], await DuesAsync(number, ClockKind.Handling)); // resumed on the 9th with 15 days left
        await RefusedAsync("WrongState", Applicant, number, Move.AnswerSupplement, Saying("图纸见附件。"));
        await RefusedAsync("SupplementAskedBefore", Officer, number, Move.AskSupplement, Saying("再补充。"));
    }

    [Fact]
    public async Task ReferUpward_ThenItsOutcome_StandsOnTheDemand()
    {
        var number = await AcceptedAsync();
        await RefusedAsync("NoReferralOpen", Officer, number, Move.RecordReferralOutcome, new MoveInput { AboutId = 1, Text = "同意。" });
        await DoneAsync(Officer, number, Move.ReferUpward, new MoveInput { Body = "嘉定区水务局", Level = BodyLevel.District, Day = Day("2026-03-20"), Text = "请求列入改造计划。" });
        var referral = (await StoredAsync(number)).Referrals.Single();
        Assert.Equal(("嘉定区水务局", Day("2026-03-02"), Day("2026-03-20")), (referral.Body, referral.ReferredOn, referral.ExpectedOn));
        await DoneAsync(Officer, number, Move.Complete, Saying("已上报。"));
        await DoneAsync(Officer, number, Move.RecordReferralOutcome, new MoveInput { AboutId = referral.Id, Text = "已列入。" });

        Assert.Equal("已列入。", (await StoredAsync(number)).Referrals.Single().Outcome);
        Assert.Equal(1, await ToldAsync(Dispatcher, number, "Moved.ReferUpward"));
    }

    [Fact]
    public async Task Urge_ByALeader_IsAnsweredByItsHolder()
    {
        var leader = Town.TownLeader();
        var number = await AcceptedAsync();
        await RefusedAsync("NotYourMove", Specialist, number, Move.Urge, new MoveInput { Text = "请尽快。", Day = Day("2026-03-06") });
        await RefusedAsync("DayPast", leader, number, Move.Urge, new MoveInput { Text = "请尽快。", Day = Day("2026-03-01") });
        await DoneAsync(leader, number, Move.Urge, new MoveInput { Text = "请尽快。", Day = Day("2026-03-07") }); // a Saturday
        var urge = (await StoredAsync(number)).Urges.Single();
        await RefusedAsync("NoUrgeOpen", Dispatcher, number, Move.AnswerUrge, new MoveInput { AboutId = urge.Id, Text = "已催。" });
        await DoneAsync(Officer, number, Move.AnswerUrge, new MoveInput { AboutId = urge.Id, Text = "本周完成。" });

        Assert.Equal([(Day("2026-03-09"), ClockOutcome.Met)], await DuesAsync(number, ClockKind.Urge));
        Assert.Equal(1, await ToldAsync(leader, number, "Moved.AnswerUrge"));
        Assert.Equal(1, await ToldAsync(Liaison, number, "Asked.Urge"));
        await RefusedAsync("NoUrgeOpen", Officer, number, Move.AnswerUrge, new MoveInput { AboutId = urge.Id, Text = "再答。" });
    }

    [Fact]
    public async Task AnswerUrge_WhereWhoUrgedIsNoLeaderAnyMore_IsToldToTheCentresLead()
    {
        var leader = Town.TownLeader();
        var number = await AcceptedAsync();
        await DoneAsync(leader, number, Move.Urge, new MoveInput { Text = "请尽快。", Day = Day("2026-03-06") });
        Town.Write(db =>
        {
            db.Posts.RemoveRange(db.Posts.Where(p => p.AccountId == leader.AccountId));
            db.Posts.Add(new Post { AccountId = leader.AccountId, Kind = PostKind.Officer, OrganisationId = Town.Unit("规土所").Id });
        });
        await DoneAsync(Officer, number, Move.AnswerUrge, new MoveInput { AboutId = (await StoredAsync(number)).Urges.Single().Id, Text = "本周完成。" });

        Assert.Equal((0, 1), (await ToldAsync(leader, number, "Moved.AnswerUrge"), await ToldAsync(CentreLead, number, "Moved.AnswerUrge")));
    }

    [Fact]
    public async Task Acts_AboutOneOfSeveral_AreOfferedAndTakenForThoseThatWait()
    {
        var (leader, number) = (Town.TownLeader(), await AcceptedAsync());
        foreach (var unit in new[] { _support, Town.Unit("市政所") })
        {
            await DoneAsync(Officer, number, Move.GiveTask, new MoveInput { UnitId = unit.Id, Text = $"请{unit.Name}踏勘。" });
            await DoneAsync(leader, number, Move.Urge, new MoveInput { Text = $"请{unit.Name}尽快。", Day = Day("2026-03-09") });
            await DoneAsync(Officer, number, Move.ReferUpward, new MoveInput { Body = $"{unit.Name}上级部门", Level = BodyLevel.District, Text = "请予支持。" });
        }

        var stored = await StoredAsync(number);
        var (tasks, urges, referrals) = (stored.Tasks.OrderBy(t => t.Id).ToList(), stored.Urges.OrderBy(u => u.Id).ToList(), stored.Referrals.OrderBy(r => r.Id).ToList());
        foreach (var (move, first, last, named) in new[]
        {
            (Move.WaiveTask, tasks[0].Id, tasks[1].Id, tasks[1].Text),
            (Move.AnswerUrge, urges[0].Id, urges[1].Id, urges[1].Text),
            (Move.RecordReferralOutcome, referrals[0].Id, referrals[1].Id, referrals[1].Body),
        })
        {
            Assert.Equal([first, last], await AboutAsync(move));
            await DoneAsync(Officer, number, move, new MoveInput { AboutId = last, Text = "已办理。" });
            Assert.Equal([first], await AboutAsync(move));
            Assert.Equal(named, (await SeeAsync(Officer, number)).Timeline.Single(e => e.Move == move).Entry.About);
            await RefusedAsync(move == Move.WaiveTask ? "TaskNotOpen" : move == Move.AnswerUrge ? "NoUrgeOpen" : "NoReferralOpen",
                Officer, number, move, new MoveInput { AboutId = last, Text = "再次办理。" });
            await RefusedAsync("AboutUnknown", Officer, number, move, new MoveInput { AboutId = long.MaxValue, Text = "别处的事项。" });
        }

        async Task<IEnumerable<long>> AboutAsync(Move move) =>
            (await Pages.ChoicesAsync(Officer, number, move, Cancellation)).Value.About.Select(a => a.Id).Order();
    }

    [Fact]
    public async Task Choices_OfATaskToBeFinished_AreThoseOfTheReadersUnit()
    {
        var (other, number) = (Town.Unit("市政所"), await AcceptedAsync());
        foreach (var (unit, work) in new[] { (other, "设围挡"), (_support, "踏勘"), (other, "踏勘") })
        {
            await DoneAsync(Officer, number, Move.GiveTask, new MoveInput { UnitId = unit.Id, Text = $"请{unit.Name}{work}。" });
        }

        var ended = (await StoredAsync(number)).Tasks.Single(t => t.Text == $"请{other.Name}设围挡。").Id;
        await DoneAsync(Town.Officer(other), number, Move.FinishTask, new MoveInput { AboutId = ended, Text = "已设。" });
        var choices = (await Pages.ChoicesAsync(Town.Officer(other), number, Move.FinishTask, Cancellation)).Value;

        Assert.Equal([$"请{other.Name}踏勘。"], choices.About.Select(a => a.Text));
        Assert.Empty(choices.Units);
        Assert.Empty(choices.People);
        Assert.NotEmpty((await Pages.ChoicesAsync(Officer, number, Move.GiveTask, Cancellation)).Value.Units);
        Assert.Empty((await Pages.ChoicesAsync(Liaison, number, Move.GiveTask, Cancellation)).Value.People); // a task goes to a unit
        Assert.NotEmpty((await Pages.ChoicesAsync(Liaison, number, Move.Assign, Cancellation)).Value.People);
    }

    [Fact]
    public async Task Urge_ForTodayAfterTheCloseOfBusiness_IsRefused()
    {
        var number = await AcceptedAsync();
        await GoToAsync(Day("2026-03-04"), new TimeOnly(17, 0));
        await DoneAsync(Dispatcher, number, Move.Urge, new MoveInput { Text = "请尽快。", Day = Day("2026-03-04") });
        Town.GoTo(Day("2026-03-04"), new TimeOnly(17, 1));
        await RefusedAsync("DayPast", Dispatcher, number, Move.Urge, new MoveInput { Text = "请尽快。", Day = Day("2026-03-04") });
        await RefusedAsync("DayPast", Officer, number, Move.GiveTask, new MoveInput { UnitId = _support.Id, Text = "踏勘。", Day = Day("2026-03-04") });
        await DoneAsync(Dispatcher, number, Move.Urge, new MoveInput { Text = "请尽快。", Day = Day("2026-03-05") });

        Assert.Equal([(Day("2026-03-04"), (ClockOutcome?)null), (Day("2026-03-05"), null)], await DuesAsync(number, ClockKind.Urge));
    }

    [Fact]
    public async Task Urge_WhileTheCentreHasIt_IsForTheCentre()
    {
        var leader = Town.TownLeader();
        var number = await DispatchedAsync();
        await DoneAsync(Officer, number, Move.ApplyForReturn, Saying("不属于本单位职责。"));
        await DoneAsync(leader, number, Move.Urge, new MoveInput { Text = "请尽快。", Day = Day("2026-03-04") });
        await DoneAsync(leader, number, Move.Remind, Saying("请尽快决定。"));

        Assert.Equal((1, 1), (await ToldAsync(Dispatcher, number, "Asked.Urge"), await ToldAsync(Dispatcher, number, "Moved.Remind")));
        Assert.Equal(ClockHolder.Centre, (await ClockAsync(number, ClockKind.Urge)).Holder);
        var urge = (await StoredAsync(number)).Urges.Single();
        await RefusedAsync("NoUrgeOpen", Officer, number, Move.AnswerUrge, new MoveInput { AboutId = urge.Id, Text = "已催。" });
        await DoneAsync(Dispatcher, number, Move.AnswerUrge, new MoveInput { AboutId = urge.Id, Text = "今日决定。" });

        var raised = await RaisedAsync();
        await DoneAsync(leader, raised, Move.Urge, new MoveInput { Text = "请尽快派单。", Day = Day("2026-03-04") });
        Assert.Equal((ClockHolder.Centre, null), ((await ClockAsync(raised, ClockKind.Urge)).Holder, (await StoredAsync(raised)).Urges.Single().UnitId));
    }

    [Fact]
    public async Task Mark_InAnyState_IsTheCentresAndInternal()
    {
        var number = await RaisedAsync();
        await DoneAsync(Dispatcher, number, Move.CloseUnopened, Saying("不属于受理范围。"));
        await RefusedAsync("NotChosen", Dispatcher, number, Move.Mark);
        await RefusedAsync("NotYourMove", Town.TownLeader(), number, Move.Mark, new MoveInput { Marks = Marks.Common });
        await DoneAsync(Dispatcher, number, Move.Mark, new MoveInput { Marks = Marks.Common | Marks.Overall });
        Assert.Equal(Marks.Common | Marks.Overall, (await StoredAsync(number)).Marks);
        Assert.DoesNotContain((await SeeAsync(Applicant, number)).Timeline, e => e.Move == Move.Mark);
        await DoneAsync(Dispatcher, number, Move.Mark, new MoveInput { Marks = Marks.None }); // taken back

        Assert.Equal(Marks.None, (await StoredAsync(number)).Marks);
    }

    [Fact]
    public async Task HandOnFirstAsked_ToAnotherSpecialist_PassesTheDutyOn()
    {
        var successor = Town.Specialist(City);
        var number = await CompletedAsync();
        await RefusedAsync("PersonUnknown", Specialist, number, Move.HandOnFirstAsked, new MoveInput { PersonId = Officer.AccountId });
        await RefusedAsync("NotYourMove", Officer, number, Move.HandOnFirstAsked, new MoveInput { PersonId = successor.AccountId });
        await DoneAsync(Specialist, number, Move.HandOnFirstAsked, new MoveInput { PersonId = successor.AccountId });

        Assert.Equal(successor.AccountId, (await StoredAsync(number)).FirstAskedId);
        Assert.Equal(1, await ToldAsync(successor, number, "Moved.HandOnFirstAsked"));
        await RefusedAsync("NotYourMove", Specialist, number, Move.ConfirmDone, Spoken("电话确认。"));
        await DoneAsync(successor, number, Move.ConfirmDone, Spoken("电话确认。"));
    }

    [Fact]
    public async Task HandOnFirstAsked_OffersTheCentreAndWhoGuidesTheCitysEnterprises()
    {
        var elsewhere = Town.EconomicCity("马东经济城");
        var (manager, successor, gone) = (Town.GeneralManager(City), Town.Specialist(City), Town.Specialist(City));
        _ = (Town.GeneralManager(elsewhere), Town.Specialist(elsewhere), Town.Officer(City));
        Town.Write(db => db.Users.Single(a => a.Id == gone.AccountId).DisabledAt = Town.Clock.Now);
        var number = await AcceptedAsync();

        var people = (await Pages.ChoicesAsync(Specialist, number, Move.HandOnFirstAsked, Cancellation)).Value.People;

        Assert.Equal(new[] { Dispatcher, CentreLead, manager, successor }.Select(p => p.AccountId).Order(), people.Select(p => p.AccountId).Order());
    }

    [Fact]
    public async Task Assign_ByASupportingUnit_NamesWhoDoesItsOpenTasksAlone()
    {
        var (other, officer, liaison) = (Town.Unit("市政所"), Town.Officer(_support), Town.Liaison(_support));
        var number = await AcceptedAsync();
        foreach (var (unit, work) in new[] { (_support, "踏勘"), (other, "设围挡"), (_support, "清淤") })
        {
            await DoneAsync(Officer, number, Move.GiveTask, new MoveInput { UnitId = unit.Id, Text = work });
        }

        await DoneAsync(officer, number, Move.FinishTask, new MoveInput { AboutId = (await StoredAsync(number)).Tasks.Single(t => t.Text == "踏勘").Id, Text = "已踏勘。" });
        await DoneAsync(liaison, number, Move.Assign, new MoveInput { PersonId = officer.AccountId });

        var stored = await StoredAsync(number);
        Assert.Equal([("踏勘", null), ("设围挡", null), ("清淤", officer.AccountId)], stored.Tasks.OrderBy(t => t.Id).Select(t => (t.Text, t.OfficerId)));
        Assert.Equal(Officer.AccountId, stored.OfficerId); // who accepted it; the supporting unit names its own alone
    }

    [Fact]
    public async Task Assign_NamesSomebodyOfTheUnitAlone()
    {
        var number = await AcceptedAsync();
        await RefusedAsync("PersonUnknown", Liaison, number, Move.Assign, new MoveInput { PersonId = Dispatcher.AccountId });
        await DoneAsync(Officer, number, Move.GiveTask, new MoveInput { UnitId = _support.Id, Text = "请踏勘。" });
        await RefusedAsync("PersonUnknown", Liaison, number, Move.Assign, new MoveInput { PersonId = Town.Officer(_support).AccountId }); // theirs to name
        var dispatched = await SupportedAsync(_support);
        await RefusedAsync("PersonUnknown", Liaison, dispatched, Move.Accept, new MoveInput { PersonId = Town.Officer(_support).AccountId });
        await RefusedAsync("NotYourMove", Officer, number, Move.Assign, new MoveInput { PersonId = Officer.AccountId });
        await DoneAsync(Town.Head(Unit), number, Move.Assign, new MoveInput { PersonId = Officer.AccountId });

        Assert.Equal(Officer.AccountId, (await StoredAsync(number)).OfficerId);
    }

    [Fact]
    public async Task Assign_InAnEconomicCity_IsTheGeneralManagersToo()
    {
        var number = await RaisedAsync();
        await DoneAsync(Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = City.Id });
        await DoneAsync(Specialist, number, Move.Accept);
        await DoneAsync(Town.GeneralManager(City), number, Move.Assign, new MoveInput { PersonId = Specialist.AccountId });

        Assert.Equal(Specialist.AccountId, (await StoredAsync(number)).OfficerId);
    }

    [Fact]
    public async Task Comment_WhenInternal_IsNotForTheEnterprise()
    {
        var number = await AcceptedAsync();
        await DoneAsync(Officer, number, Move.Comment, new MoveInput { Text = "内部研究。", Internal = true });
        await DoneAsync(Applicant, number, Move.Comment, new MoveInput { Text = "请问进度？", Internal = true });

        var seen = (await SeeAsync(Applicant, number)).Timeline.Where(e => e.Move == Move.Comment).ToList();
        Assert.Single(seen); // what the enterprise says is never internal
        Assert.Equal(2, (await SeeAsync(Officer, number)).Timeline.Count(e => e.Move == Move.Comment));
        Assert.Equal(0, await ToldAsync(Applicant, number, "Yours.Comment"));
    }

    private static MoveInput With(MoveInput task, string day) => new() { UnitId = task.UnitId, Text = task.Text, Day = Day(day) };

    public sealed class OnSqlite(SqliteDatabase database) : WorkTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : WorkTests(database), IClassFixture<PostgresDatabase>;
}
