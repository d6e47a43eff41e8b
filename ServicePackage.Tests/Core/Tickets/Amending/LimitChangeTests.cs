using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Support;
using static ServicePackage.Tests.Core.WorkingTime.Published;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>Changing the type and extending handling. Begins on Monday 2 March 2026, 10:00; coordination is due on 23 March.</summary>
public abstract class LimitChangeTests(TestDatabase database) : TicketTests(database)
{
    private static readonly TimeOnly Morning = new(9, 30);

    [Fact]
    public async Task DecideType_WhenAgreed_CountsFromTheOriginalStart()
    {
        var number = await AcceptedAsync(TicketType.Consultation);
        Assert.Equal([(Day("2026-03-09"), null)], await DuesAsync(number, ClockKind.Handling));
        await DoneAsync(Officer, number, Move.ProposeType, new MoveInput { Type = TicketType.Coordination, Text = "须多部门协调。" });
        await RefusedAsync("TypeProposed", Officer, number, Move.ProposeType, new MoveInput { Type = TicketType.Coordination, Text = "再次提出。" });
        await GoToAsync(Day("2026-03-04"), Morning);
        await DoneAsync(Dispatcher, number, Move.DecideType, new MoveInput { Agreed = true, Text = "同意。" });

        Assert.Equal([(Day("2026-03-23"), null)], await DuesAsync(number, ClockKind.Handling));
        Assert.Equal([(Day("2026-03-04"), ClockOutcome.Met)], await DuesAsync(number, ClockKind.TypeDecision));
    }

    [Fact]
    public async Task DecideType_WhenRefused_ChangesNothing()
    {
        var number = await AcceptedAsync();
        await DoneAsync(Officer, number, Move.ProposeType, new MoveInput { Type = TicketType.Consultation, Text = "只需答复。" });
        await DoneAsync(Dispatcher, number, Move.DecideType, new MoveInput { Agreed = false, Text = "不同意。" });

        var stored = await StoredAsync(number);
        Assert.Equal((TicketType.Coordination, (TicketType?)null), (stored.Type, stored.ProposedType));
        Assert.Equal([(Day("2026-03-23"), null)], await DuesAsync(number, ClockKind.Handling));
        await RefusedAsync("NoTypeProposed", Dispatcher, number, Move.DecideType, new MoveInput { Agreed = true, Text = "同意。" });
    }

    [Fact]
    public async Task DecideType_ToAShorterLimitAlreadyOver_IsDueOnTheNextWorkingDay()
    {
        var number = await AcceptedAsync();
        await GoToAsync(Day("2026-03-13"), Morning);
        await DoneAsync(Officer, number, Move.ProposeType, new MoveInput { Type = TicketType.Consultation, Text = "只需答复。" });
        await DoneAsync(Dispatcher, number, Move.DecideType, new MoveInput { Agreed = true, Text = "同意。" });

        Assert.Equal([(Day("2026-03-16"), null)], await DuesAsync(number, ClockKind.Handling));
    }

    [Fact]
    public async Task DecideType_AfterAPause_KeepsThePausedDaysOut()
    {
        var number = await AcceptedAsync(TicketType.Consultation);
        await GoToAsync(Day("2026-03-03"), Morning);
        await DoneAsync(Officer, number, Move.AskSupplement, Saying("请补充图纸。"));
        await GoToAsync(Day("2026-03-06"), Morning);
        await DoneAsync(Applicant, number, Move.AnswerSupplement, Saying("见附件。"));
        Assert.Equal([(Day("2026-03-12"), null)], await DuesAsync(number, ClockKind.Handling));
        await DoneAsync(Officer, number, Move.ProposeType, new MoveInput { Type = TicketType.Coordination, Text = "须协调。" });
        await DoneAsync(Dispatcher, number, Move.DecideType, new MoveInput { Agreed = true, Text = "同意。" });

        Assert.Equal([(Day("2026-03-26"), null)], await DuesAsync(number, ClockKind.Handling)); // 23 March and three days
    }

    [Fact]
    public async Task DecideType_ToApproval_HoldsToTheDateProposedWithItsBasis()
    {
        var number = await AcceptedAsync();
        await RefusedAsync("Missing", Officer, number, Move.ProposeType, new MoveInput { Type = TicketType.Approval, Text = "须行政许可。" });
        await DoneAsync(Officer, number, Move.ProposeType, new MoveInput { Type = TicketType.Approval, Text = "须行政许可。", Day = Day("2026-04-30"), Basis = "行政许可法第四十二条" });
        await DoneAsync(Dispatcher, number, Move.DecideType, new MoveInput { Agreed = true, Text = "同意。" });

        var stored = await StoredAsync(number);
        Assert.Equal((TicketType.Approval, Day("2026-04-30"), "行政许可法第四十二条"), (stored.Type, stored.StatutoryDay, stored.StatutoryBasis));
        Assert.Equal([(Day("2026-04-30"), null)], await DuesAsync(number, ClockKind.Handling));
    }

    [Fact]
    public async Task DecideType_WhenHandlingIsBreached_LeavesTheBreachAndItsDue()
    {
        var number = await AcceptedAsync(TicketType.Consultation);
        await GoToAsync(Day("2026-03-11"), Morning);
        await DoneAsync(Officer, number, Move.ProposeType, new MoveInput { Type = TicketType.Coordination, Text = "须协调。" });
        await DoneAsync(Dispatcher, number, Move.DecideType, new MoveInput { Agreed = true, Text = "同意。" });

        var handling = await ClockAsync(number, ClockKind.Handling);
        Assert.Equal((Day("2026-03-09"), true), (handling.DueDay, handling.BreachedAt is not null));
    }

    [Fact]
    public async Task AskSupplement_WhileATypeIsProposed_LetsTheCentresDecisionWait()
    {
        var number = await AcceptedAsync();
        await DoneAsync(Officer, number, Move.ProposeType, new MoveInput { Type = TicketType.Consultation, Text = "只需答复。" });
        await DoneAsync(Town.TownLeader(), number, Move.Urge, new MoveInput { Text = "请尽快。", Day = Day("2026-03-20") });
        await DoneAsync(Officer, number, Move.AskSupplement, Saying("请补充图纸。"));
        Assert.False((await ClockAsync(number, ClockKind.Urge)).Paused); // the leader is answered all the same
        await RefusedAsync("WrongState", Dispatcher, number, Move.DecideType, new MoveInput { Agreed = true, Text = "同意。" });
        Assert.True((await ClockAsync(number, ClockKind.TypeDecision)).Paused); // what cannot be decided is not overdue
        await GoToAsync(Day("2026-03-06"), Morning);
        await DoneAsync(Applicant, number, Move.AnswerSupplement, Saying("见附件。"));

        Assert.Equal([(Day("2026-03-10"), null)], await DuesAsync(number, ClockKind.TypeDecision));
        await DoneAsync(Dispatcher, number, Move.DecideType, new MoveInput { Agreed = true, Text = "同意。" });
    }

    [Fact]
    public async Task SetType_ByTheCentre_CountsFromTheOriginalStart_AndAnswersAProposal()
    {
        var number = await AcceptedAsync(TicketType.Consultation); // due 9 March
        await DoneAsync(Officer, number, Move.ProposeType, new MoveInput { Type = TicketType.Coordination, Text = "涉及多个部门。" });
        await RefusedAsync("NotYourMove", Officer, number, Move.SetType, new MoveInput { Type = TicketType.Coordination, Text = "涉及多个部门。" });
        await RefusedAsync("SameType", Dispatcher, number, Move.SetType, new MoveInput { Type = TicketType.Consultation, Text = "类型有误。" });
        await GoToAsync(Day("2026-03-04"), new TimeOnly(10, 0));
        await DoneAsync(Dispatcher, number, Move.SetType, new MoveInput { Type = TicketType.Coordination, Text = "登记时类型有误。" });

        var stored = await StoredAsync(number);
        Assert.Equal((TicketType.Coordination, (TicketType?)null), (stored.Type, stored.ProposedType));
        Assert.Equal([(Day("2026-03-23"), (ClockOutcome?)null)], await DuesAsync(number, ClockKind.Handling));
        Assert.Equal([(Day("2026-03-04"), ClockOutcome.Met)], await DuesAsync(number, ClockKind.TypeDecision));
        Assert.Equal((1, 1), (await ToldAsync(Applicant, number, "Yours.SetType"), await ToldAsync(Specialist, number, "Moved.SetType")));
    }

    [Fact]
    public async Task SetType_ToApproval_NeedsTheDateAndHoldsToIt()
    {
        var number = await AcceptedAsync();
        Assert.Equal("Missing", (await MakeAsync(Dispatcher, number, Move.SetType, new MoveInput { Type = TicketType.Approval, Text = "须行政许可。" })).Refusal?.Details[0].Code);
        await DoneAsync(Dispatcher, number, Move.SetType, new MoveInput { Type = TicketType.Approval, Text = "须行政许可。", Day = Day("2026-04-10"), Basis = "行政许可法第四十二条" });

        Assert.Equal(Day("2026-04-10"), (await ClockAsync(number, ClockKind.Handling)).DueDay);
        await DoneAsync(Dispatcher, number, Move.SetType, new MoveInput { Type = TicketType.Coordination, Text = "经核实不需许可。" });
        Assert.Equal((Day("2026-03-23"), (DateOnly?)null), ((await ClockAsync(number, ClockKind.Handling)).DueDay, (await StoredAsync(number)).StatutoryDay));
    }

    [Fact]
    public async Task CorrectStatutory_OnceByTheUnitThenByTheCentre_KeepsTheFirstDateInSight()
    {
        var number = await AcceptedAsync(TicketType.Approval);
        var first = (await StoredAsync(number)).StatutoryDay;
        var slip = new MoveInput { Day = Day("2026-05-20"), Basis = "行政许可法第四十二条", Text = "日期填写有误。" };
        await DoneAsync(Officer, number, Move.CorrectStatutory, slip);

        Assert.Equal((Day("2026-05-20"), null), ((await ClockAsync(number, ClockKind.Handling)).DueDay, (await ClockAsync(number, ClockKind.Handling)).OriginalDueDay));
        Assert.Equal((1, 1), (await ToldAsync(Applicant, number, "Yours.CorrectStatutory"), await ToldAsync(Dispatcher, number, "Moved.CorrectStatutory")));
        Assert.Equal((Day("2026-05-20"), first), ((await SeeAsync(Applicant, number)).StatutoryDay, (await SeeAsync(Applicant, number)).FirstStatutoryDay));
        await RefusedAsync("StatutoryCorrected", Officer, number, Move.CorrectStatutory, slip);
        await RefusedAsync("DayTooFar", Dispatcher, number, Move.CorrectStatutory, new MoveInput { Day = Day("2027-05-20"), Basis = "行政许可法", Text = "再次更正。" });
        await DoneAsync(Dispatcher, number, Move.CorrectStatutory, new MoveInput { Day = Day("2026-05-22"), Basis = "行政许可法第四十二条", Text = "再次更正。" });
        Assert.Equal((Day("2026-05-22"), first), ((await StoredAsync(number)).StatutoryDay, (await StoredAsync(number)).FirstStatutoryDay));
        await RefusedAsync("NoApproval", Officer, await AcceptedAsync(), Move.CorrectStatutory, slip);
    }

    [Fact]
    public async Task CorrectStatutory_AfterAnExtension_KeepsThatAndTakesTheTasksAlong()
    {
        var number = await AcceptedAsync(TicketType.Approval);
        await DoneAsync(Officer, number, Move.GiveTask, new MoveInput { UnitId = Town.Unit("水务站").Id, Text = "协助踏勘管网。" });
        await DoneAsync(Dispatcher, number, Move.Extend, new MoveInput { Days = 5, Text = "情况复杂。" });
        await DoneAsync(Officer, number, Move.CorrectStatutory, new MoveInput { Day = Day("2026-03-20"), Basis = "行政许可法第四十二条", Text = "日期填写有误。" });

        var handling = await ClockAsync(number, ClockKind.Handling);
        Assert.Equal((Day("2026-03-27"), Day("2026-03-20")), (handling.DueDay, handling.OriginalDueDay));
        Assert.Equal([(Day("2026-03-27"), null)], await DuesAsync(number, ClockKind.SupportingTask));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)] // nothing changes for it
    public async Task DecideType_TellsTheEnterpriseWhereTheTypeChanges(bool agreed, int told)
    {
        var number = await AcceptedAsync();
        await DoneAsync(Officer, number, Move.ProposeType, new MoveInput { Type = TicketType.Approval, Text = "须行政许可。", Day = Day("2026-04-30"), Basis = "行政许可法第四十二条" });
        await DoneAsync(Dispatcher, number, Move.DecideType, new MoveInput { Agreed = agreed, Text = "已核实。" });

        Assert.Equal((told, told), (await ToldAsync(Applicant, number, "Yours.DecideType"), await ToldAsync(Specialist, number, "Moved.DecideType")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CorrectStatutory_OfABreachedOne_LeavesTheBreach(bool extended)
    {
        var number = await AcceptedAsync(TicketType.Approval);
        if (extended)
        {
            await DoneAsync(Dispatcher, number, Move.Extend, new MoveInput { Days = 5, Text = "情况复杂。" });
        }

        var (due, original) = ((await ClockAsync(number, ClockKind.Handling)).DueDay, (await ClockAsync(number, ClockKind.Handling)).OriginalDueDay);
        await GoToAsync(due.AddDays(7), new TimeOnly(10, 0));
        await DoneAsync(Dispatcher, number, Move.CorrectStatutory, new MoveInput { Day = due.AddDays(30), Basis = "行政许可法第四十二条", Text = "日期填写有误。" });

        var clock = await ClockAsync(number, ClockKind.Handling);
        Assert.Equal((due, original, TownTime.CloseOf(due)), (clock.DueDay, clock.OriginalDueDay, clock.BreachedAt!.Value));
    }

    [Fact]
    public async Task Extend_BeforeDue_ShowsTheOriginalAndIsGivenOnce()
    {
        var number = await AcceptedAsync();
        await DoneAsync(Dispatcher, number, Move.Extend, new MoveInput { Days = 5, Text = "情况复杂。" });

        var handling = await ClockAsync(number, ClockKind.Handling);
        Assert.Equal((Day("2026-03-30"), Day("2026-03-23")), (handling.DueDay, handling.OriginalDueDay));
        await RefusedAsync("ExtendedBefore", Dispatcher, number, Move.Extend, new MoveInput { Days = 1, Text = "再延长。" });
    }

    [Fact]
    public async Task Extend_AfterDueOrWithoutMeasure_IsRefused()
    {
        var number = await AcceptedAsync(TicketType.Consultation);
        await RefusedAsync("ExtensionLength", Dispatcher, number, Move.Extend, new MoveInput { Days = 0, Text = "延长。" });
        await RefusedAsync("ExtensionLength", Dispatcher, number, Move.Extend, new MoveInput { Days = 61, Text = "延长。" });
        await GoToAsync(Day("2026-03-09"), new TimeOnly(17, 1));
        await RefusedAsync("PastDue", Dispatcher, number, Move.Extend, new MoveInput { Days = 5, Text = "延长。" });
    }

    [Fact]
    public async Task Extend_ThenPaused_MovesTheOriginalDueAlong()
    {
        var number = await AcceptedAsync();
        await DoneAsync(Dispatcher, number, Move.Extend, new MoveInput { Days = 5, Text = "情况复杂。" });
        await DoneAsync(Officer, number, Move.AskSupplement, Saying("请补充图纸。"));
        await GoToAsync(Day("2026-03-04"), Morning);
        await DoneAsync(Applicant, number, Move.AnswerSupplement, Saying("见附件。"));

        var handling = await ClockAsync(number, ClockKind.Handling);
        Assert.Equal((Day("2026-04-01"), Day("2026-03-25")), (handling.DueDay, handling.OriginalDueDay));
    }

    [Theory]
    [InlineData("2026-03-23", "2026-03-25", "2026-03-25")] // on its last day
    [InlineData("2026-03-24", "2026-03-26", "2026-03-23")] // beyond it
    public async Task Extend_ThenPausedAroundTheOriginalDue_MovesItOnlyWhileItLiesAhead(string paused, string resumed, string original)
    {
        var number = await AcceptedAsync();
        await DoneAsync(Dispatcher, number, Move.Extend, new MoveInput { Days = 5, Text = "情况复杂。" });
        await GoToAsync(Day(paused), Morning);
        await DoneAsync(Officer, number, Move.AskSupplement, Saying("请补充图纸。"));
        await GoToAsync(Day(resumed), Morning);
        await DoneAsync(Applicant, number, Move.AnswerSupplement, Saying("见附件。"));

        var handling = await ClockAsync(number, ClockKind.Handling);
        Assert.Equal((Day("2026-04-01"), Day(original)), (handling.DueDay, handling.OriginalDueDay));
    }

    [Theory]
    [InlineData(true, "2026-04-30")]
    [InlineData(false, null)]
    public async Task DecideType_ToApproval_HasAnOriginalDueOnlyWhereItWasExtended(bool extended, string? original)
    {
        var number = await AcceptedAsync();
        if (extended)
        {
            await DoneAsync(Dispatcher, number, Move.Extend, new MoveInput { Days = 5, Text = "情况复杂。" });
        }

        await DoneAsync(Officer, number, Move.ProposeType, new MoveInput { Type = TicketType.Approval, Text = "须行政许可。", Day = Day("2026-04-30"), Basis = "行政许可法第四十二条" });
        await DoneAsync(Dispatcher, number, Move.DecideType, new MoveInput { Agreed = true, Text = "同意。" });

        var handling = await ClockAsync(number, ClockKind.Handling);
        Assert.Equal((Day("2026-04-30"), original is null ? null : Day(original)), (handling.DueDay, handling.OriginalDueDay));
    }

    [Fact]
    public async Task DecideType_ToAShorterLimitOnceTheOneDayWasGiven_IsDueOnTheNextWorkingDay()
    {
        var number = await AcceptedAsync();
        await GoToAsync(Day("2026-03-23"), Morning); // its last day
        await DoneAsync(Officer, number, Move.AskSupplement, Saying("请补充图纸。"));
        await GoToAsync(Day("2026-03-25"), Morning);
        await DoneAsync(Applicant, number, Move.AnswerSupplement, Saying("见附件。"));
        await DoneAsync(Officer, number, Move.ProposeType, new MoveInput { Type = TicketType.Consultation, Text = "只需答复。" });
        await DoneAsync(Dispatcher, number, Move.DecideType, new MoveInput { Agreed = true, Text = "同意。" });

        Assert.Equal([(Day("2026-03-26"), null)], await DuesAsync(number, ClockKind.Handling));
    }

    [Fact]
    public async Task DecideType_AfterAnExtension_KeepsItAndCountsTheOriginalAnew()
    {
        var number = await AcceptedAsync(TicketType.Consultation);
        await DoneAsync(Dispatcher, number, Move.Extend, new MoveInput { Days = 3, Text = "情况复杂。" });
        await DoneAsync(Officer, number, Move.ProposeType, new MoveInput { Type = TicketType.Coordination, Text = "须协调。" });
        await DoneAsync(Dispatcher, number, Move.DecideType, new MoveInput { Agreed = true, Text = "同意。" });

        var handling = await ClockAsync(number, ClockKind.Handling);
        Assert.Equal((Day("2026-03-26"), Day("2026-03-23")), (handling.DueDay, handling.OriginalDueDay));
    }

    [Fact]
    public async Task Accept_OfAnApproval_HoldsHandlingToTheStatutoryDate()
    {
        var number = await DispatchedAsync(TicketType.Approval);
        Assert.Equal([(Day("2026-03-23"), null)], await DuesAsync(number, ClockKind.Handling));
        await RefusedAsync("Missing", Officer, number, Move.Accept);
        await RefusedAsync("DayPast", Officer, number, Move.Accept, new MoveInput { Day = Day("2026-03-01"), Basis = "行政许可法" });
        await DoneAsync(Officer, number, Move.Accept, new MoveInput { Day = Day("2026-05-02"), Basis = "行政许可法" }); // within the holidays

        Assert.Equal([(Day("2026-05-06"), null)], await DuesAsync(number, ClockKind.Handling));
    }

    [Fact]
    public async Task Accept_OfAnApprovalPastDue_LeavesTheBreach()
    {
        var number = await DispatchedAsync(TicketType.Approval);
        await GoToAsync(Day("2026-03-25"), Morning);
        await DoneAsync(Officer, number, Move.Accept, new MoveInput { Day = Day("2026-05-20"), Basis = "行政许可法" });

        var handling = await ClockAsync(number, ClockKind.Handling);
        Assert.Equal((Day("2026-03-23"), true), (handling.DueDay, handling.BreachedAt is not null));
    }

    public sealed class OnSqlite(SqliteDatabase database) : LimitChangeTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : LimitChangeTests(database), IClassFixture<PostgresDatabase>;
}
