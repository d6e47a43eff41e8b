using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;
using static ServicePackage.Tests.Core.WorkingTime.Published;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>A demand goes back to the Centre, or is given to another unit. Each begins on Monday 2 March 2026, 10:00.</summary>
public abstract class HandBackTests(TestDatabase database) : TicketTests(database)
{
    private static readonly TimeOnly Morning = new(9, 30);

    [Fact]
    public async Task Reassign_BackToAUnitThatHadIt_RenewsNothing()
    {
        var second = Town.Unit("规土所");
        var number = await AcceptedAsync();
        await GoToAsync(Day("2026-03-12"), Morning); // seven of its fifteen days are left
        await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = second.Id, Text = "由规土所主办。" });
        await GoToAsync(Day("2026-03-16"), Morning);
        await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = Unit.Id, Text = "仍由城建办主办。" });

        Assert.Equal([(Day("2026-03-23"), ClockOutcome.Cancelled), (Day("2026-04-02"), ClockOutcome.Cancelled), (Day("2026-03-25"), null)], await DuesAsync(number, ClockKind.Handling));
    }

    [Theory]
    [InlineData("2026-03-20", "2026-03-26")] // one day was left
    [InlineData("2026-03-23", "2026-03-26")] // its last day: one day at least
    [InlineData("2026-03-19", "2026-03-27")]
    public async Task Reassign_BackToAUnitOnItsLastDays_GivesOneAtLeast(string gone, string due)
    {
        var second = Town.Unit("规土所");
        var number = await AcceptedAsync();
        await GoToAsync(Day(gone), Morning);
        await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = second.Id, Text = "由规土所主办。" });
        await GoToAsync(Day("2026-03-25"), Morning);
        await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = Unit.Id, Text = "仍由城建办主办。" });

        Assert.Equal(Day(due), (await ClockAsync(number, ClockKind.Handling)).DueDay);
    }

    [Fact]
    public async Task Reassign_BackTwice_GoesOnFromTheLastTime_AndInAnotherCycleAfresh()
    {
        var second = Town.Unit("规土所");
        var number = await AcceptedAsync();
        foreach (var (day, unit) in new[] { ("2026-03-04", second), ("2026-03-05", Unit), ("2026-03-10", second), ("2026-03-11", Unit) })
        {
            await GoToAsync(Day(day), Morning);
            await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = unit.Id, Text = "职责调整。" });
        }

        Assert.Equal(Day("2026-03-25"), (await ClockAsync(number, ClockKind.Handling)).DueDay); // thirteen were left on the 4th, ten on the 10th
        await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = second.Id, Text = "职责调整。" });
        await DoneAsync(Town.Officer(second), number, Move.Accept);
        await DoneAsync(Town.Officer(second), number, Move.Complete, Saying("已完成排水改造。"));
        await GoToAsync(Day("2026-03-24"), Morning); // deemed confirmed
        await DoneAsync(Applicant, number, Move.Reopen, Saying("又积水了。"));
        await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = Unit.Id, Text = "职责调整。" });
        Assert.Equal(Day("2026-04-15"), (await ClockAsync(number, ClockKind.Handling)).DueDay); // fifteen days of its own
    }

    [Fact]
    public async Task Reassign_LeavesAnInstructionThatWasAnsweredWithWhoAnsweredIt()
    {
        var number = await AcceptedAsync();
        await DoneAsync(Town.TownLeader(), number, Move.Urge, new MoveInput { Text = "请尽快办理。", Day = Day("2026-03-04") });
        await DoneAsync(Officer, number, Move.AnswerUrge, new MoveInput { AboutId = (await StoredAsync(number)).Urges.Single().Id, Text = "本周完成。" });
        await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = Town.Unit("规土所").Id, Text = "职责调整。" });

        Assert.Equal((Unit.Id, Unit.Id), ((await ClockAsync(number, ClockKind.Urge)).UnitId, (await StoredAsync(number)).Urges.Single().UnitId));
    }

    [Fact]
    public async Task HandedOnAndBack_AnApproval_GoesOnWithTheDaysItHadLeft()
    {
        var second = Town.Unit("规土所");
        var number = await DispatchedAsync(TicketType.Approval);
        await DoneAsync(Officer, number, Move.Accept, new MoveInput { Day = Day("2026-03-20"), Basis = "行政许可法第四十二条" });
        await GoToAsync(Day("2026-03-04"), Morning);
        await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = second.Id, Text = "由规土所主办。" });
        await GoToAsync(Day("2026-03-06"), Morning);
        await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = Unit.Id, Text = "仍由城建办主办。" });

        Assert.Equal((Day("2026-03-24"), (ClockOutcome?)null), (await DuesAsync(number, ClockKind.Handling))[^1]); // twelve days were left on the 4th
        await RefusedAsync("StatutoryRenewed", Officer, number, Move.Accept, new MoveInput { Day = Day("2026-03-25"), Basis = "行政许可法第四十二条" });
        await DoneAsync(Officer, number, Move.Accept, new MoveInput { Day = Day("2026-03-24"), Basis = "行政许可法第四十二条" });
        await RefusedAsync("StatutoryCorrected", Officer, number, Move.CorrectStatutory, new MoveInput { Day = Day("2026-06-30"), Basis = "行政许可法第四十二条", Text = "日期填写有误。" });
    }

    [Fact]
    public async Task HandedOnAndBack_AfterAnExtension_IsNotExtendedAgain_AndKeepsTheFirstDayInSight()
    {
        var second = Town.Unit("规土所");
        var number = await AcceptedAsync();
        await DoneAsync(Dispatcher, number, Move.Extend, new MoveInput { Days = 5, Text = "情况复杂。" }); // from 23 to 30 March
        await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = second.Id, Text = "由规土所主办。" });
        await GoToAsync(Day("2026-03-04"), Morning);
        await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = Unit.Id, Text = "仍由城建办主办。" });
        await DoneAsync(Officer, number, Move.Accept);

        var handling = (await StoredAsync(number)).OpenClock(ClockKind.Handling)!;
        Assert.Equal((Day("2026-04-01"), Day("2026-03-25")), (handling.DueDay, handling.OriginalDueDay));
        await RefusedAsync("ExtendedBefore", Dispatcher, number, Move.Extend, new MoveInput { Days = 1, Text = "再延长。" });
    }

    [Fact]
    public async Task Extend_ForAUnitThatGotTheDemandBackPastDue_IsRefusedWhereItHadBeenExtendedAlone()
    {
        var second = Town.Unit("规土所");
        var (extended, plain) = (await AcceptedAsync(TicketType.Consultation), await AcceptedAsync(TicketType.Consultation)); // due on the 9th
        await DoneAsync(Dispatcher, extended, Move.Extend, new MoveInput { Days = 2, Text = "情况复杂。" });
        await GoToAsync(Day("2026-03-12"), new TimeOnly(9, 30));
        foreach (var number in new[] { extended, plain })
        {
            await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = second.Id, Text = "职责调整。" });
            await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = Unit.Id, Text = "职责调整。" });
            await DoneAsync(Officer, number, Move.Accept);
        }

        await RefusedAsync("ExtendedBefore", Dispatcher, extended, Move.Extend, new MoveInput { Days = 2, Text = "情况复杂。" });
        await DoneAsync(Dispatcher, plain, Move.Extend, new MoveInput { Days = 2, Text = "情况复杂。" });
    }

    [Fact]
    public async Task Approval_HandedOnAndBackBeforeItWasAccepted_IsAcceptedWithAnyDate_AndCorrectedOnce()
    {
        var number = await DispatchedAsync(TicketType.Approval);
        foreach (var unit in new[] { Town.Unit("规土所"), Unit })
        {
            await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = unit.Id, Text = "职责调整。" });
        }

        await DoneAsync(Officer, number, Move.Accept, new MoveInput { Day = Day("2026-05-20"), Basis = "行政许可法第四十二条" });
        await DoneAsync(Officer, number, Move.CorrectStatutory, new MoveInput { Day = Day("2026-05-22"), Basis = "行政许可法第四十二条", Text = "日期填写有误。" });

        Assert.Equal(Day("2026-05-22"), (await ClockAsync(number, ClockKind.Handling)).DueDay);
    }

    [Fact]
    public async Task ApplyForReturn_ThreeWorkingDaysAfterReceipt_IsTooLate()
    {
        var number = await AcceptedAsync();
        await GoToAsync(Day("2026-03-05"), new TimeOnly(17, 0));
        Assert.Contains((await SeeAsync(Officer, number)).Moves, r => r.Move == Move.ApplyForReturn);
        await GoToAsync(Day("2026-03-05"), new TimeOnly(17, 1));

        await RefusedAsync("ReturnTooLate", Officer, number, Move.ApplyForReturn, Saying("不属于本单位职责。"));
        var seen = await SeeAsync(Officer, number);
        Assert.Contains("联系产业发展中心改派", Assert.Single(seen.Blocked, b => b.Move == Move.ApplyForReturn).Reason.Sentence, StringComparison.Ordinal);

        var second = Town.Unit("规土所");
        await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = second.Id, Text = "由规土所主办。" });
        await GoToAsync(Day("2026-03-10"), new TimeOnly(16, 59)); // it received the demand that evening
        await DoneAsync(Town.Officer(second), number, Move.ApplyForReturn, Saying("不属于本单位职责。"));
    }

    [Fact]
    public async Task DecideReturn_ToTheSameUnitBeforeItAccepted_GivesAFreshReviewAndLetsHandlingRunOn()
    {
        var number = await DispatchedAsync();
        await GoToAsync(Day("2026-03-03"), Morning);
        await DoneAsync(Officer, number, Move.ApplyForReturn, Saying("不属于本单位职责。"));
        await GoToAsync(Day("2026-03-05"), Morning);
        var moved = await DoneAsync(Dispatcher, number, Move.DecideReturn, new MoveInput { UnitId = Unit.Id, Text = "属于你单位职责。" });

        Assert.Equal(TicketState.Dispatched, moved.State);
        Assert.Equal([(Day("2026-03-03"), ClockOutcome.Met), (Day("2026-03-06"), null)], await DuesAsync(number, ClockKind.Review));
        Assert.Equal([(Day("2026-03-25"), null)], await DuesAsync(number, ClockKind.Handling)); // 14 days were left
        Assert.Equal([(Day("2026-03-05"), ClockOutcome.Met)], await DuesAsync(number, ClockKind.ReturnDecision));
        await RefusedAsync("ReturnedBefore", Officer, number, Move.ApplyForReturn, Saying("仍不属于。"));
    }

    [Fact]
    public async Task DecideReturn_ToTheSameUnitAfterItAccepted_GoesOnWithoutAReview()
    {
        var number = await AcceptedAsync();
        await DoneAsync(Officer, number, Move.ApplyForReturn, Saying("不属于本单位职责。"));
        var moved = await DoneAsync(Dispatcher, number, Move.DecideReturn, new MoveInput { UnitId = Unit.Id, Text = "请继续办理。" });

        Assert.Equal(TicketState.InProgress, moved.State);
        Assert.Single(await DuesAsync(number, ClockKind.Review));
        Assert.Equal([(Day("2026-03-23"), null)], await DuesAsync(number, ClockKind.Handling)); // paused and resumed on one day
    }

    [Fact]
    public async Task DecideReturn_ToAnotherUnit_GivesItItsOwnClocks()
    {
        var second = Town.Unit("规土所");
        var number = await AcceptedAsync();
        await DoneAsync(Officer, number, Move.ApplyForReturn, Saying("不属于本单位职责。"));
        await GoToAsync(Day("2026-03-04"), Morning);
        await DoneAsync(Dispatcher, number, Move.DecideReturn, new MoveInput { UnitId = second.Id, Text = "由规土所主办。" });

        Assert.Equal([(Day("2026-03-23"), ClockOutcome.Cancelled), (Day("2026-03-25"), null)], await DuesAsync(number, ClockKind.Handling));
        Assert.Equal(second.Id, (await ClockAsync(number, ClockKind.Review)).UnitId);
        await RefusedAsync("NotFound", Officer, number, Move.Accept);
    }

    [Fact]
    public async Task DecideReturn_AfterTwoHandBacks_IsTheLeadsAndNamesAFinalUnit()
    {
        var (second, third) = (Town.Unit("规土所"), Town.Unit("经发办"));
        var number = await DispatchedAsync();
        await DoneAsync(Officer, number, Move.ApplyForReturn, Saying("不属于本单位职责。"));
        Assert.False((await SeeAsync(CentreLead, number)).NamesFinalUnit);
        await DoneAsync(Dispatcher, number, Move.DecideReturn, new MoveInput { UnitId = second.Id, Text = "由规土所主办。" });
        await DoneAsync(Town.Officer(second), number, Move.ApplyForReturn, Saying("也不属于本单位职责。"));
        var decision = new MoveInput { UnitId = third.Id, Text = "由经发办主办。" };

        Assert.True((await SeeAsync(CentreLead, number)).NamesFinalUnit);
        await RefusedAsync("LeadMustDecide", Dispatcher, number, Move.DecideReturn, decision);
        await DoneAsync(CentreLead, number, Move.DecideReturn, decision);

        Assert.True((await StoredAsync(number)).FinalUnit);
        await RefusedAsync("FinalUnit", Town.Officer(third), number, Move.ApplyForReturn, Saying("不属于。"));
    }

    [Theory]
    [InlineData(true, SupportingTaskState.Open)]
    [InlineData(false, SupportingTaskState.Cancelled)]
    public async Task DecideReturn_ToAnotherUnit_KeepsTheTasksOnlyWhenCarried(bool carry, SupportingTaskState state)
    {
        var (second, support) = (Town.Unit("规土所"), Town.Unit("水务站"));
        var number = await SupportedAsync(support);
        await DoneAsync(Officer, number, Move.ApplyForReturn, Saying("不属于本单位职责。"));
        Assert.True((await ClockAsync(number, ClockKind.SupportingTask)).Paused);
        await DoneAsync(Dispatcher, number, Move.DecideReturn, new MoveInput { UnitId = second.Id, Text = "由规土所主办。", CarryTasks = carry });

        Assert.Equal(state, (await StoredAsync(number)).Tasks.Single().State);
        var clock = await ClockAsync(number, ClockKind.SupportingTask);
        Assert.Equal((!carry, false), (!clock.Open, clock.Paused));
        Assert.Equal(carry ? null : ClockOutcome.Cancelled, clock.Outcome);
    }

    [Fact]
    public async Task DecideReturn_ToTheUnitThatSupports_EndsItsOwnTaskThoughTheOthersAreCarried()
    {
        var (heir, support) = (Town.Unit("规土所"), Town.Unit("水务站"));
        var number = await RaisedAsync();
        await DoneAsync(Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = Unit.Id, SupportingUnitIds = [heir.Id, support.Id], TaskText = "协助踏勘管网。" });
        await DoneAsync(Officer, number, Move.ApplyForReturn, Saying("不属于本单位职责。"));
        await DoneAsync(Dispatcher, number, Move.DecideReturn, new MoveInput { UnitId = heir.Id, Text = "由规土所主办。", CarryTasks = true });

        Assert.Equal([(heir.Id, SupportingTaskState.Cancelled), (support.Id, SupportingTaskState.Open)],
            (await StoredAsync(number)).Tasks.OrderBy(t => t.Id).Select(t => (t.UnitId, t.State)));
    }

    [Fact]
    public async Task ApplyForReturn_WhenTheCentreDecidesLate_BreachesTheCentresClock()
    {
        var number = await DispatchedAsync();
        await DoneAsync(Officer, number, Move.ApplyForReturn, Saying("不属于本单位职责。"));
        await GoToAsync(Day("2026-03-05"), Morning);
        await DoneAsync(Dispatcher, number, Move.DecideReturn, new MoveInput { UnitId = Unit.Id, Text = "属于你单位职责。" });

        Assert.Equal([(Day("2026-03-04"), ClockOutcome.Breached)], await DuesAsync(number, ClockKind.ReturnDecision));
        Assert.Equal(ClockOutcome.Met, (await StoredAsync(number)).Clocks.First(c => c.Kind == ClockKind.Review).Outcome);
    }

    [Fact]
    public async Task Reassign_WhenHandlingIsPastDue_BreachesTheOldAndPassesOnWhatIsOwed()
    {
        var second = Town.Unit("规土所");
        var leader = Town.TownLeader();
        var number = await AcceptedAsync();
        await DoneAsync(leader, number, Move.Urge, new MoveInput { Text = "请尽快办理。", Day = Day("2026-04-20") });
        await GoToAsync(Day("2026-04-01"), Morning); // due 23 March; the month's progress is owed today

        await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = second.Id, Text = "职责调整。" });

        Assert.Equal([(Day("2026-03-23"), ClockOutcome.Breached), (Day("2026-04-23"), null)], await DuesAsync(number, ClockKind.Handling));
        Assert.Equal(second.Id, (await ClockAsync(number, ClockKind.MonthlyProgress)).UnitId);
        Assert.Equal(second.Id, (await ClockAsync(number, ClockKind.Urge)).UnitId);
        var urge = (await StoredAsync(number)).Urges.Single();
        await DoneAsync(Town.Officer(second), number, Move.AnswerUrge, new MoveInput { AboutId = urge.Id, Text = "已接手。" });
        await DoneAsync(Town.Officer(second), number, Move.ReportProgress, Saying("已踏勘。"));
        Assert.Equal(ClockOutcome.Met, (await ClockAsync(number, ClockKind.MonthlyProgress)).Outcome);
    }

    [Fact]
    public async Task Reassign_WhenTheReplyIsDue_GivesAFreshReplyClockAndPassesTheContactOn()
    {
        var second = Town.Unit("规土所");
        var number = await BadlyRatedAsync();
        await GoToAsync(Day("2026-03-03"), Morning);

        var moved = await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = second.Id, Text = "职责调整。" });

        Assert.Equal(TicketState.ReplyDue, moved.State);
        Assert.Equal([(Day("2026-03-23"), ClockOutcome.Cancelled), (Day("2026-03-24"), null)], await DuesAsync(number, ClockKind.WrittenReply));
        Assert.Equal([(Day("2026-03-03"), null)], await DuesAsync(number, ClockKind.BadRatingContact));
        Assert.Equal(second.Id, (await ClockAsync(number, ClockKind.BadRatingContact)).UnitId);
    }

    [Fact]
    public async Task Reassign_ToTheSameUnitOrInProceedings_IsRefused()
    {
        var number = await AcceptedAsync();
        await RefusedAsync("SameUnit", Dispatcher, number, Move.Reassign, new MoveInput { UnitId = Unit.Id, Text = "职责调整。" });
        await DoneAsync(Dispatcher, number, Move.EnterProceedings, new MoveInput { Proceeding = ProceedingKind.Litigation, CaseNumber = "1号", Day = Day("2026-06-01") });
        await RefusedAsync("WrongState", Dispatcher, number, Move.Reassign, new MoveInput { UnitId = Town.Unit().Id, Text = "职责调整。" });
    }

    [Fact]
    public async Task Dispatch_ToADisabledUnitOrTheCentre_IsRefused()
    {
        var disabled = Town.Unit("撤并单位");
        Town.Write(db => db.Organisations.Single(o => o.Id == disabled.Id).DisabledAt = Town.Clock.Now);
        var number = await RaisedAsync();

        await RefusedAsync("UnitUnknown", Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = disabled.Id });
        await RefusedAsync("UnitUnknown", Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = Town.Centre().Id });
        await RefusedAsync("LeadSupports", Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = Unit.Id, SupportingUnitIds = [Unit.Id], TaskText = "协助。" });
        Assert.Equal(TicketState.Dispatched, (await DoneAsync(Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = City.Id })).State);
    }

    [Theory]
    [InlineData(true, nameof(MoveInput.UnitId))]
    [InlineData(false, nameof(MoveInput.SupportingUnitIds))]
    public async Task Dispatch_WhereOneOfTheUnitsIsDisabled_SaysWhichFieldNamesIt(bool leads, string field)
    {
        var disabled = Town.Unit("撤并单位");
        Town.Write(db => db.Organisations.Single(o => o.Id == disabled.Id).DisabledAt = Town.Clock.Now);
        var (lead, support) = leads ? (disabled, Unit) : (Unit, disabled);

        var refusal = (await MakeAsync(Dispatcher, await RaisedAsync(), Move.Dispatch, new MoveInput { UnitId = lead.Id, SupportingUnitIds = [support.Id], TaskText = "协助踏勘。" })).Refusal;

        Assert.Equal(("UnitUnknown", field), (refusal?.Code, refusal?.Field));
    }

    [Fact]
    public async Task Dispatch_WithASupportingUnit_SaysToWhomAndWhatItAsks()
    {
        var support = Town.Unit("水务站");
        var number = await RaisedAsync();
        await RefusedAsync("Missing", Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = Unit.Id, SupportingUnitIds = [support.Id] });
        await DoneAsync(Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = Unit.Id, SupportingUnitIds = [support.Id], TaskText = "协助踏勘管网。", Text = "汛期将至，请优先办理。" });

        var entry = (await SeeAsync(Officer, number)).Timeline.Single(e => e.Move == Move.Dispatch).Entry;
        Assert.Equal((Unit.Name, support.Name, "汛期将至，请优先办理。"), (entry.Unit, Assert.Single(entry.SupportingUnits!), entry.Given!.Text));
    }

    [Fact]
    public async Task DecideReturn_ToAnotherUnit_LeavesTheCentresUrgeWithTheCentre()
    {
        var (leader, second) = (Town.TownLeader(), Town.Unit("规土所"));
        var number = await DispatchedAsync();
        await DoneAsync(leader, number, Move.Urge, new MoveInput { Text = "请主办单位尽快。", Day = Day("2026-03-09") });
        await DoneAsync(Officer, number, Move.ApplyForReturn, Saying("不属于本单位职责。"));
        await DoneAsync(leader, number, Move.Urge, new MoveInput { Text = "请发展中心尽快。", Day = Day("2026-03-09") });
        await DoneAsync(Dispatcher, number, Move.DecideReturn, new MoveInput { UnitId = second.Id, Text = "由规土所主办。" });

        var urges = (await StoredAsync(number)).Urges.ToDictionary(u => u.Text, u => u.Id);
        await DoneAsync(Town.Officer(second), number, Move.AnswerUrge, new MoveInput { AboutId = urges["请主办单位尽快。"], Text = "已接手。" });
        await DoneAsync(Dispatcher, number, Move.AnswerUrge, new MoveInput { AboutId = urges["请发展中心尽快。"], Text = "已决定。" });
    }

    [Fact]
    public async Task Reassign_WithTheTasksCarried_LeavesTheirDueDays()
    {
        var (second, support) = (Town.Unit("规土所"), Town.Unit("水务站"));
        var number = await SupportedAsync(support);
        await GoToAsync(Day("2026-03-03"), Morning);
        await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = second.Id, Text = "职责调整。", CarryTasks = true });

        Assert.Equal([(Day("2026-03-23"), null)], await DuesAsync(number, ClockKind.SupportingTask));
    }

    [Fact]
    public async Task Reassign_ToAUnitThatNeverHadIt_LeavesItAllItsDays()
    {
        var second = Town.Unit("规土所");
        var number = await AcceptedAsync();
        await GoToAsync(Day("2026-03-09"), new TimeOnly(10, 0));
        await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = second.Id, Text = "属规划事项。" });
        var fresh = await AcceptedAsync();

        Assert.Equal((await ClockAsync(fresh, ClockKind.Handling)).DueDay, (await ClockAsync(number, ClockKind.Handling)).DueDay);
    }

    [Fact]
    public async Task Extend_IsOnceForAUnit_AndOnceMoreWhenReopened()
    {
        var (second, extending) = (Town.Unit("规土所"), new MoveInput { Days = 5, Text = "情况复杂。" });
        var officer = Town.Officer(second);
        var number = await AcceptedAsync();
        await DoneAsync(Dispatcher, number, Move.Extend, extending);
        await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = second.Id, Text = "属规划事项。" });
        await DoneAsync(officer, number, Move.Accept);
        await DoneAsync(Dispatcher, number, Move.Extend, extending);
        await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = Unit.Id, Text = "仍由贵单位办理。" });
        await DoneAsync(Officer, number, Move.Accept);
        await RefusedAsync("ExtendedBefore", Dispatcher, number, Move.Extend, extending);
        await DoneAsync(Officer, number, Move.Complete, Saying("已完成排水改造。"));
        await GoToAsync(Day("2026-03-16"), new TimeOnly(10, 0)); // deemed to have been confirmed
        await DoneAsync(Applicant, number, Move.Reopen, Saying("又积水了。"));

        await DoneAsync(Dispatcher, number, Move.Extend, extending);
    }

    [Fact]
    public async Task Reassign_OnceReopened_ToAUnitThatHadItBefore_LeavesItAllItsDays()
    {
        var second = Town.Unit("规土所");
        var officer = Town.Officer(second);
        var number = await AcceptedAsync();
        await GoToAsync(Day("2026-03-09"), new TimeOnly(10, 0));
        await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = second.Id, Text = "属规划事项。" });
        await DoneAsync(officer, number, Move.Accept);
        await DoneAsync(officer, number, Move.Complete, Saying("已完成排水改造。"));
        await GoToAsync(Day("2026-03-30"), new TimeOnly(10, 0)); // deemed to have been confirmed
        await DoneAsync(Applicant, number, Move.Reopen, Saying("又积水了。"));
        await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = Unit.Id, Text = "仍由贵单位办理。" });
        var fresh = await AcceptedAsync();

        Assert.Equal((await ClockAsync(fresh, ClockKind.Handling)).DueDay, (await ClockAsync(number, ClockKind.Handling)).DueDay);
    }

    public sealed class OnSqlite(SqliteDatabase database) : HandBackTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : HandBackTests(database), IClassFixture<PostgresDatabase>;
}
