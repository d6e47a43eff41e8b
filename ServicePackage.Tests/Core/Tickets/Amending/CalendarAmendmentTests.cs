using System.Text.Json;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using ServicePackage.Core.Data;
using ServicePackage.Core.History;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Support;
using static ServicePackage.Tests.Core.WorkingTime.Published;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>What an amendment does to the clocks of demands. Each test begins on Monday 2 March 2026 with the published year.</summary>
public abstract class CalendarAmendmentTests : TicketTests
{
    private static readonly TimeOnly Ten = new(10, 0);

    private static readonly CalendarYearInput Published2026 = CalendarFile.Published().Single(y => y.Year == 2026);

    private readonly CalendarAmendment _amendment;

    protected CalendarAmendmentTests(TestDatabase database)
        : base(database)
    {
        _amendment = new CalendarAmendment(Town.Runner, Sweep, Settings, Town.Clock, NullLogger<CalendarAmendment>.Instance);
        Town.Write(db =>
        {
            db.CalendarYears.Single(y => y.Year == 2026).Take(Published2026);
            db.CalendarYears.RemoveRange(db.CalendarYears.Where(y => y.Year > 2026));
        });
    }

    [Fact]
    public async Task Apply_WhenAHolidayIsAdded_MovesRunningClocksAndSaysSoInTheHistory()
    {
        var number = await AcceptedAsync();
        var before = await ClockAsync(number, ClockKind.Handling);
        Assert.Equal(Day("2026-03-23"), before.DueDay);

        var amended = (await ApplyAsync(With(holidays: ["2026-03-10"]))).Value;

        var clock = await ClockAsync(number, ClockKind.Handling);
        Assert.Equal([2026], amended.Years);
        Assert.Equal(1, amended.Moved);
        Assert.Equal((Day("2026-03-24"), before.DueVersion + 1), (clock.DueDay, clock.DueVersion));
        Assert.Equal(TownTime.CloseOf(Day("2026-03-24")), clock.DueAt);
        Assert.Equal(TownTime.At(Day("2026-03-23"), new TimeOnly(9, 0)), clock.NextAt);
        Assert.Equal([new DueMove(ClockKind.Handling, Unit.Id, Day("2026-03-23"), Day("2026-03-24"), false)], await NotedAsync(number));
        Assert.Contains((await SeeAsync(Applicant, number)).Timeline, t => t.Move == Move.AmendCalendar);
        Assert.Single((await SeeAsync(Officer, number)).Timeline, t => t.Move == Move.AmendCalendar);
    }

    [Fact]
    public async Task Apply_WhenAClockHasEnded_LeavesItAlone()
    {
        var number = await AcceptedAsync();
        var before = await ClockAsync(number, ClockKind.Review);
        Assert.NotNull(before.EndedAt);

        await ApplyAsync(With(holidays: ["2026-03-03"]));

        var review = await ClockAsync(number, ClockKind.Review);
        Assert.Equal((before.DueDay, before.DueVersion, before.Outcome), (review.DueDay, review.DueVersion, review.Outcome));
    }

    [Fact]
    public async Task Apply_WhenNothingOfTheSpanChanges_TouchesNoDemand()
    {
        var number = await AcceptedAsync();
        var version = (await StoredAsync(number)).Version;

        var amended = (await ApplyAsync(With(holidays: ["2026-06-10"]))).Value;
        var same = (await ApplyAsync(With(holidays: ["2026-06-10"]))).Value;

        Assert.Equal((1, 0, 0, 0), (amended.Years.Count, amended.Moved, same.Years.Count, same.Moved));
        Assert.Equal(version, (await StoredAsync(number)).Version);
    }

    [Fact]
    public async Task Apply_WhereADueDayMoves_MakesCopiesStale_AndNoOthers()
    {
        var late = await AcceptedAsync(); // due on the 23rd
        await GoToAsync(Day("2026-03-25"), Ten);
        var moving = await AcceptedAsync();
        var (before, movingBefore) = ((await StoredAsync(late)).Version, (await StoredAsync(moving)).Version);
        Assert.NotNull((await StoredAsync(late)).NextMonthlyDutyAt); // so that it is counted again as well

        await ApplyAsync(With(holidays: ["2026-04-08"]));

        Assert.Equal((before, movingBefore + 1), ((await StoredAsync(late)).Version, (await StoredAsync(moving)).Version));
    }

    [Fact]
    public async Task Apply_BeforeTheMinutesSweep_LetsWhatWasDueFallDueByTheCalendarAsItWas()
    {
        var number = await RaisedAsync();
        Town.GoTo(Day("2026-03-04"), Ten); // to be dispatched by the third, and nobody has been told yet

        await ApplyAsync(With(holidays: ["2026-03-03"]));

        Assert.Equal([new DueMove(ClockKind.Dispatch, null, Day("2026-03-03"), Day("2026-03-04"), true)], await NotedAsync(number));
        Assert.Equal(1, await ToldAsync(CentreLead, number, "Level.Breach"));
    }

    [Fact]
    public async Task Apply_WhenClocksAmongTheTownMove_TellsTheEnterpriseOfItsOwnAlone()
    {
        var number = await AcceptedAsync();
        await DoneAsync(Town.TownLeader(), number, Move.Urge, new MoveInput { Text = "请尽快办理。", Day = Day("2026-03-10") });
        var urge = await ClockAsync(number, ClockKind.Urge);

        Assert.Equal(2, (await ApplyAsync(With(holidays: ["2026-03-10"]))).Value.Moved);

        Assert.Equal(Day("2026-03-11"), (await ClockAsync(number, ClockKind.Urge)).DueDay);
        Assert.Equal(Day("2026-03-10"), urge.DueDay);
        Assert.Equal([ClockKind.Handling], Told(await SeeAsync(Applicant, number)));
        Assert.Equal([ClockKind.Handling, ClockKind.Urge], Told(await SeeAsync(Officer, number)).Order());

        static IEnumerable<ClockKind> Told(TicketView view) => view.Timeline.Where(t => t.Move == Move.AmendCalendar).SelectMany(t => t.Entry.Dues!).Select(d => d.Clock);
    }

    [Fact]
    public async Task Apply_MovesEveryDemandItTouches_AndEachTellsIt()
    {
        string[] numbers = [await AcceptedAsync(), await AcceptedAsync(), await RaisedAsync()];

        Assert.Equal(2, (await ApplyAsync(With(holidays: ["2026-03-10"]))).Value.Moved); // the third is due before

        Assert.Equal((1, 1, 0), ((await NotedAsync(numbers[0])).Count, (await NotedAsync(numbers[1])).Count, (await NotedAsync(numbers[2])).Count));
    }

    [Fact]
    public async Task Apply_WhenAWorkingDayIsAdded_MovesDueDaysEarlier()
    {
        var number = await AcceptedAsync();

        await ApplyAsync(With(workdays: ["2026-03-07"]));

        Assert.Equal(Day("2026-03-20"), (await ClockAsync(number, ClockKind.Handling)).DueDay);
    }

    [Theory]
    [InlineData("2026-03-19", "2026-03-20")] // counted, it would have been the 17th
    [InlineData("2026-03-20", "2026-03-23")]
    [InlineData("2026-03-23", "2026-03-23")] // due today: stays today
    public async Task Apply_WhenADueDayWouldMoveToTheNextHours_HoldsItToTheNextWorkingDay(string today, string due)
    {
        var number = await AcceptedAsync();
        await GoToAsync(Day(today), Ten);

        await ApplyAsync(With(workdays: ["2026-03-07", "2026-03-08", "2026-03-14", "2026-03-15"]));

        Assert.Equal(Day(due), (await ClockAsync(number, ClockKind.Handling)).DueDay);
        Assert.Null((await ClockAsync(number, ClockKind.Handling)).BreachedAt);
    }

    [Fact]
    public async Task Apply_WhenAClockIsPaused_KeepsItsDaysLeft()
    {
        var number = await AcceptedAsync();
        await GoToAsync(Day("2026-03-04"), Ten);
        await DoneAsync(Officer, number, Move.AskSupplement, Saying("请提供排水图纸。"));
        await GoToAsync(Day("2026-03-05"), Ten);

        await ApplyAsync(With(holidays: ["2026-03-10"]));

        var paused = await ClockAsync(number, ClockKind.Handling);
        Assert.Equal((Day("2026-03-24"), null), (paused.DueDay, paused.NextAt)); // and warns nobody while it stands still
        await GoToAsync(Day("2026-03-06"), Ten);
        await DoneAsync(Applicant, number, Move.AnswerSupplement, Saying("图纸见附件。"));
        var clock = await ClockAsync(number, ClockKind.Handling);
        Assert.Equal((13, Day("2026-03-26")), (clock.Days, clock.DueDay));
    }

    [Fact]
    public async Task Apply_WhenAClockRunsOnAfterAPause_CountsFromThere()
    {
        var number = await AcceptedAsync();
        await PauseAsync(number, "2026-03-04", "2026-03-06");
        Assert.Equal(Day("2026-03-25"), (await ClockAsync(number, ClockKind.Handling)).DueDay);

        await ApplyAsync(With(holidays: ["2026-03-10"]));

        Assert.Equal(Day("2026-03-26"), (await ClockAsync(number, ClockKind.Handling)).DueDay);
    }

    [Fact]
    public async Task Apply_WhenAClockStoodStillWithinItsLastDay_LeavesItsDueDay()
    {
        var number = await AcceptedAsync();
        await PauseAsync(number, "2026-03-23", "2026-03-23");

        Assert.Equal(0, (await ApplyAsync(With(holidays: ["2026-03-10"], workdays: ["2026-03-07"]))).Value.Moved); // one day less, one more

        Assert.Equal(Day("2026-03-23"), (await ClockAsync(number, ClockKind.Handling)).DueDay);
    }

    /// <summary>Due on the 23rd and breached; it stood still from the 24th to the 26th. Had the holidays been known, that pause would have counted.</summary>
    [Theory]
    [InlineData(1, "2026-03-27", true)] // it would have been due on the 24th: nothing was left, one day is given
    [InlineData(2, "2026-03-27", false)]
    [InlineData(3, "2026-03-30", false)]
    public async Task Apply_WhenABreachedClockStoodStillBeforeItsNewDue_GivesBackThePausedDays(int days, string due, bool minimum)
    {
        var number = await AcceptedAsync();
        await PauseAsync(number, "2026-03-24", "2026-03-26");
        await GoToAsync(Day("2026-03-27"), Ten);

        await ApplyAsync(With(holidays: [.. new[] { "2026-03-10", "2026-03-11", "2026-03-12" }.Take(days)]));

        var clock = await ClockAsync(number, ClockKind.Handling);
        Assert.Equal((Day(due), null, minimum), (clock.DueDay, clock.BreachedAt, clock.MinimumGiven));
    }

    [Fact]
    public async Task Apply_WhenTheOneDayWasGivenBefore_GivesNoSecond()
    {
        var number = await AcceptedAsync();
        await PauseAsync(number, "2026-03-23", "2026-03-25"); // due on the 26th by the one day given
        await GoToAsync(Day("2026-03-27"), Ten);
        await DoneAsync(Officer, number, Move.Complete, Saying("已完成。"));
        await GoToAsync(Day("2026-03-31"), Ten);
        await DoneAsync(Applicant, number, Move.ConfirmNotDone, Saying("仍有积水。"));

        await ApplyAsync(With(holidays: ["2026-03-26"])); // due on the 27th: reported done on its last day

        var clock = await ClockAsync(number, ClockKind.Handling);
        Assert.Equal((Day("2026-03-31"), null), (clock.DueDay, clock.BreachedAt));
    }

    [Fact]
    public async Task Apply_WhenABreachedClockIsDueInTheFuture_TakesTheBreachBack()
    {
        var number = await RaisedAsync();
        await GoToAsync(Day("2026-03-04"), Ten);
        Assert.NotNull((await ClockAsync(number, ClockKind.Dispatch)).BreachedAt);

        await ApplyAsync(With(holidays: ["2026-03-03"]));

        var clock = await ClockAsync(number, ClockKind.Dispatch);
        Assert.Equal((Day("2026-03-04"), null), (clock.DueDay, clock.BreachedAt));
        Assert.True(Assert.Single(await NotedAsync(number)).BreachTakenBack);
        await DoneAsync(Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = Unit.Id });
        Assert.Equal(ClockOutcome.Met, (await ClockAsync(number, ClockKind.Dispatch)).Outcome);
    }

    [Fact]
    public async Task Apply_WhenAClockWhoseBreachWasTakenBackIsBreachedAnew_CountsItsLevelsAfresh()
    {
        var number = await RaisedAsync();
        await GoToAsync(Day("2026-03-04"), Ten);
        await ApplyAsync(With(holidays: ["2026-03-03"]));
        await GoToAsync(Day("2026-03-05"), Ten);

        var clock = await ClockAsync(number, ClockKind.Dispatch);
        Assert.Equal((TownTime.CloseOf(Day("2026-03-04")), 2, TownTime.CloseOf(Day("2026-03-09"))), (clock.BreachedAt, clock.NextLevel, clock.NextAt));
    }

    [Fact]
    public async Task Apply_WhenOnlyTheNextLevelOfABreachedClockLiesAhead_MovesThat()
    {
        var number = await RaisedAsync();
        await GoToAsync(Day("2026-03-04"), Ten);
        Assert.Equal(TownTime.CloseOf(Day("2026-03-06")), (await ClockAsync(number, ClockKind.Dispatch)).NextAt);

        Assert.Equal(0, (await ApplyAsync(With(holidays: ["2026-03-05"]))).Value.Moved);

        var clock = await ClockAsync(number, ClockKind.Dispatch);
        Assert.Equal((Day("2026-03-03"), TownTime.CloseOf(Day("2026-03-09"))), (clock.DueDay, clock.NextAt));
    }

    [Fact]
    public async Task Apply_WhenABreachedClockStoodStillAfterItsNewDue_CountsNoDayOverThatIsNone()
    {
        var number = await AcceptedAsync();
        await GoToAsync(Day("2026-03-24"), new TimeOnly(18, 0)); // one day over
        await PauseAsync(number, null, "2026-03-27");
        await GoToAsync(Day("2026-03-31"), Ten);

        await ApplyAsync(With(holidays: ["2026-03-10"])); // due on the 24th: none over when it stood still

        var clock = await ClockAsync(number, ClockKind.Handling);
        Assert.Equal((Day("2026-03-24"), TownTime.CloseOf(Day("2026-03-24"))), (clock.DueDay, clock.BreachedAt));
        Assert.Equal((2, TownTime.CloseOf(Day("2026-04-01"))), (clock.NextLevel, clock.NextAt)); // the third day after the 27th
    }

    [Fact]
    public async Task Apply_WhenABreachedClockIsStillPastDue_StaysBreachedAndTellsNobodyAgain()
    {
        var number = await RaisedAsync();
        await GoToAsync(Day("2026-03-06"), Ten);
        var told = await ToldAsync(number);

        await ApplyAsync(With(holidays: ["2026-03-03"]));
        await BringUpToNowAsync();

        var clock = await ClockAsync(number, ClockKind.Dispatch);
        Assert.Equal((Day("2026-03-04"), TownTime.CloseOf(Day("2026-03-04"))), (clock.DueDay, clock.BreachedAt));
        Assert.Equal((2, TownTime.CloseOf(Day("2026-03-09"))), (clock.NextLevel, clock.NextAt));
        Assert.Equal(told, await ToldAsync(number));
    }

    [Fact]
    public async Task Apply_WhenABreachedClockWouldMoveEarlier_LeavesItsDueDay()
    {
        var number = await AcceptedAsync();
        await GoToAsync(Day("2026-03-25"), Ten);

        await ApplyAsync(With(workdays: ["2026-03-07"]));

        var clock = await ClockAsync(number, ClockKind.Handling);
        Assert.Equal((Day("2026-03-23"), TownTime.CloseOf(Day("2026-03-23"))), (clock.DueDay, clock.BreachedAt));
    }

    [Fact]
    public async Task Apply_WhenTheBreachOfHandlingIsTakenBack_EndsTheMonthlyDuty()
    {
        var number = await AcceptedAsync();
        await GoToAsync(Day("2026-03-24"), Ten);
        Assert.Equal(TownTime.At(Day("2026-04-01"), new TimeOnly(8, 30)), (await StoredAsync(number)).NextMonthlyDutyAt);

        await ApplyAsync(With(holidays: ["2026-03-10", "2026-03-11"]));

        Assert.Null((await StoredAsync(number)).NextMonthlyDutyAt);
    }

    [Theory]
    [InlineData(true)] // reopened: what was late before counts no longer
    [InlineData(false)] // reassigned: the first unit was late all the same
    public async Task Apply_WhenTheBreachOfASecondHandlingIsTakenBack_EndsTheMonthlyDutyUnlessTheFirstWasLateToo(bool reopened)
    {
        var number = await AcceptedAsync();
        await GoToAsync(Day("2026-03-25"), Ten); // due on the 23rd
        if (reopened)
        {
            await DoneAsync(Officer, number, Move.Complete, Saying("已完成。"));
            await GoToAsync(Day("2026-04-08"), Ten); // deemed confirmed
            await DoneAsync(Applicant, number, Move.Reopen, Saying("又积水了。"));
        }
        else
        {
            await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = Town.Unit("规土所").Id, Text = "职责调整。" });
        }

        await GoToAsync((await ClockAsync(number, ClockKind.Handling)).DueDay.AddDays(1), Ten);
        Assert.NotNull((await ClockAsync(number, ClockKind.Handling)).BreachedAt);

        await ApplyAsync(With(holidays: ["2026-04-14", "2026-04-15"]));

        Assert.Null((await ClockAsync(number, ClockKind.Handling)).BreachedAt);
        Assert.Equal(reopened ? null : TownTime.At(Day("2026-05-06"), new TimeOnly(8, 30)), (await StoredAsync(number)).NextMonthlyDutyAt);
    }

    [Theory]
    [InlineData(29, "2026-04-01")]
    [InlineData(30, "2026-04-02")] // that moment has come: it stays
    public async Task Apply_WhenTheMonthlyDutyWouldMoveEarlier_MovesItWhileThatLiesAhead(int minute, string duty)
    {
        var number = await AcceptedAsync();
        await GoToAsync(Day("2026-03-24"), Ten);
        await ApplyAsync(With(holidays: ["2026-04-01"]));
        await GoToAsync(Day("2026-04-01"), new TimeOnly(8, minute));

        await ApplyAsync(Published2026);

        Assert.Equal(TownTime.At(Day(duty), new TimeOnly(8, 30)), (await StoredAsync(number)).NextMonthlyDutyAt);
    }

    [Fact]
    public async Task Apply_WhenTheFirstWorkingDayOfAMonthChanges_MovesTheMonthlyDuty()
    {
        var number = await AcceptedAsync();
        await GoToAsync(Day("2026-03-24"), Ten);
        var version = (await StoredAsync(number)).Version;

        await ApplyAsync(With(holidays: ["2026-04-01"]));

        Assert.Equal(TownTime.At(Day("2026-04-02"), new TimeOnly(8, 30)), (await StoredAsync(number)).NextMonthlyDutyAt);
        Assert.Equal(Day("2026-03-23"), (await ClockAsync(number, ClockKind.Handling)).DueDay);
        Assert.NotEqual(version, (await StoredAsync(number)).Version); // what a page showed before is stale
    }

    [Theory]
    [InlineData("2026-04-29", "2026-04-30")]
    [InlineData("2026-04-30", "2026-05-06")] // the day itself is now a rest day, and the holidays follow
    public async Task Apply_ToALegalDate_MovesItOnlyOffARestDay(string holiday, string due)
    {
        var number = await DispatchedAsync(TicketType.Approval);
        await DoneAsync(Officer, number, Move.Accept, new MoveInput { Day = Day("2026-04-30"), Basis = "行政许可法第四十二条" });

        await ApplyAsync(With(holidays: [holiday]));

        Assert.Equal(Day(due), (await ClockAsync(number, ClockKind.Handling)).DueDay);
    }

    [Fact]
    public async Task Apply_ToDaysThatWereGiven_ExtendedOrNot_MovesThemOffARestDayAndNoFurther() =>
        await Gen.Select(Gen.Int[3, 120], Gen.Int[0, 9], Gen.Int[1, 130].Array[1, 12], Gen.Int[1, 130].Array[0, 4]).SampleAsync(async (ahead, extension, holidays, workdays) =>
        {
            await ApplyAsync(Published2026);
            var given = Town.Clock.Today.AddDays(ahead);
            var approval = await DispatchedAsync(TicketType.Approval);
            await DoneAsync(Officer, approval, Move.Accept, new MoveInput { Day = given, Basis = "行政许可法第四十二条" });
            if (extension > 0)
            {
                await DoneAsync(Dispatcher, approval, Move.Extend, new MoveInput { Days = extension, Text = "情况复杂。" });
            }

            var court = await AcceptedAsync();
            await DoneAsync(Dispatcher, court, Move.EnterProceedings, new MoveInput { Proceeding = ProceedingKind.Litigation, CaseNumber = "1号", Day = given });
            var (handling, legal) = (await ClockAsync(approval, ClockKind.Handling), await ClockAsync(court, ClockKind.LegalDate));

            var days = holidays.Select(d => Town.Clock.Today.AddDays(d)).Except(Published2026.Holidays).Distinct().ToList();
            var amended = Published2026 with
            {
                Holidays = [.. Published2026.Holidays, .. days],
                Workdays = [.. Published2026.Workdays.Union(workdays.Select(d => Town.Clock.Today.AddDays(d)).Where(d => d.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)).Except(Published2026.Holidays).Except(days)],
                Source = "更正通知",
            };
            Assert.True((await ApplyAsync(amended)).Done);
            var after = Of(amended);
            var (then, court2) = (await ClockAsync(approval, ClockKind.Handling), await ClockAsync(court, ClockKind.LegalDate));
            Assert.Equal((Moved(handling), handling.OriginalDueDay is { } first ? after.Add(first, 0) : null), (then.DueDay, then.OriginalDueDay));
            Assert.Equal(Moved(legal), court2.DueDay);

            DateOnly Moved(TicketClock clock) => after.Add(clock.GivenDay!.Value, 0);
        }, iter: 25, threads: 1);

    /// <summary>The oracle counts day by day, as if the holidays had been known from the start.</summary>
    [Fact]
    public async Task Apply_OfHolidaysAfterTheFact_CountsThePausesBeforeThemAnew() =>
        await Gen.Select(Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5], Gen.Int[0, 3], Gen.Int[0, 2]).Array[6], Gen.Int[1, 16].Array[1, 6]).SampleAsync(async (stories, holidays) =>
        {
            await ApplyAsync(Published2026);
            await GoToAsync(Town.Clock.Today.AddDays(1), Ten);
            var start = Town.Clock.Today;
            var demands = new List<(string Number, PauseSpan First, PauseSpan Second)>();
            foreach (var (asked, answered, done, refused) in stories)
            {
                var (from, on) = (start.AddDays(asked), start.AddDays(asked + answered + done));
                demands.Add((await AcceptedAsync(), new PauseSpan(from, from.AddDays(answered)), new PauseSpan(on, on.AddDays(refused))));
            }

            for (var day = start; day <= start.AddDays(16); day = day.AddDays(1))
            {
                await GoToAsync(day, Ten);
                foreach (var (number, first, second) in demands)
                {
                    await AtAsync(first.From, Officer, number, Move.AskSupplement, "请提供排水图纸。");
                    await AtAsync(first.Until, Applicant, number, Move.AnswerSupplement, "图纸见附件。");
                    await AtAsync(second.From, Officer, number, Move.Complete, "已完成排水改造。");
                    await AtAsync(second.Until, Applicant, number, Move.ConfirmNotDone, "仍有积水。");
                }

                Task AtAsync(DateOnly? then, Caller who, string number, Move move, string text) =>
                    then == day ? DoneAsync(who, number, move, Saying(text)) : Task.CompletedTask;
            }

            var days = holidays.Select(d => start.AddDays(d)).Except(Published2026.Holidays).Distinct().ToList();
            var amended = Published2026 with { Holidays = [.. Published2026.Holidays, .. days], Workdays = [.. Published2026.Workdays.Except(days)], Source = "更正通知" };
            Assert.True((await ApplyAsync(amended)).Done);
            var after = Of(amended);
            foreach (var (number, first, second) in demands)
            {
                var due = start;
                for (var left = 15; left > 0;)
                {
                    due = due.AddDays(1);
                    left -= after.IsWorkingDay(due) && !first.Covers(due) && !second.Covers(due) ? 1 : 0;
                }

                Assert.Equal(due, (await ClockAsync(number, ClockKind.Handling)).DueDay);
            }
        }, iter: 4, threads: 1);

    /// <summary>One task is due with the lead on 23 March, one on the 18th; where they stand still it is from the 10th to the 12th.</summary>
    [Theory]
    [InlineData(false, "2026-03-13", "2026-03-24", "2026-03-18")]
    [InlineData(true, "2026-03-13", "2026-03-26", "2026-03-20")]
    [InlineData(false, "2026-03-18", "2026-03-24", "2026-03-19")]
    [InlineData(true, "2026-03-05", "2026-03-26", "2026-03-20")]
    public async Task Apply_ToSupportingTasks_MovesThoseOfTheLeadsDayWithIt_AndAnyOtherOffARestDayAlone(bool paused, string holiday, string lead, string other)
    {
        var number = await SupportedAsync(Town.Unit());
        await DoneAsync(Officer, number, Move.Accept);
        await DoneAsync(Officer, number, Move.GiveTask, new MoveInput { UnitId = Town.Unit().Id, Text = "协助踏勘管网。", Day = Day("2026-03-18") });
        if (paused)
        {
            await PauseAsync(number, "2026-03-10", "2026-03-12");
        }

        await ApplyAsync(With(holidays: [holiday]));

        Assert.Equal([(Day(lead), null)], await DuesAsync(number, ClockKind.Handling));
        Assert.Equal([(Day(lead), null), (Day(other), null)], await DuesAsync(number, ClockKind.SupportingTask));
    }

    /// <summary>What is left of a statutory date once it stood still are the working days from there to that date, whenever the holidays among them were entered.</summary>
    [Theory]
    [InlineData("2026-03-05", "2026-05-07")] // before it stood still: no day of the rest
    [InlineData("2026-03-20", "2026-05-07")] // on either side alike: one day less is left, and one more is none
    [InlineData("2026-03-11", "2026-05-06")] // while it stood still: one day less is left
    [InlineData("2026-05-06", "2026-05-08")] // behind the date: the rest takes a day longer
    [InlineData("2026-05-07", "2026-05-08")]
    public async Task Apply_ToAStatutoryDateThatStoodStill_LeavesItTheDaysUpToThatDate(string holiday, string due)
    {
        var number = await DispatchedAsync(TicketType.Approval);
        await DoneAsync(Officer, number, Move.Accept, new MoveInput { Day = Day("2026-04-30"), Basis = "行政许可法第四十二条" });
        await PauseAsync(number, "2026-03-10", "2026-03-12");
        Assert.Equal(Day("2026-05-07"), (await ClockAsync(number, ClockKind.Handling)).DueDay);

        await ApplyAsync(With(holidays: [holiday]));

        Assert.Equal(Day(due), (await ClockAsync(number, ClockKind.Handling)).DueDay);
    }

    [Fact]
    public async Task Apply_OfHolidaysAmongTheDaysOver_CountsThemOverNoMore_AlsoThoseBeforeItStoodStill()
    {
        var number = await AcceptedAsync(); // due 23 March
        await PauseAsync(number, "2026-03-27", "2026-03-30"); // four days over
        await GoToAsync(Day("2026-03-31"), Ten);

        await ApplyAsync(With(holidays: ["2026-03-25"]));

        var clock = (await SeeAsync(Officer, number)).Clocks.Single(c => c.Kind == ClockKind.Handling);
        Assert.Equal((Day("2026-03-23"), 4), (clock.DueDay, clock.DaysOver)); // three, and the 31st
    }

    [Fact]
    public async Task Apply_WhenTheNextYearIsPublished_MakesItsDueDaysCertain()
    {
        Town.GoTo(Day("2026-12-25"), Ten);
        var number = await AcceptedAsync();
        var before = await ClockAsync(number, ClockKind.Handling);
        Assert.Equal((true, Day("2027-01-15")), (before.Provisional, before.DueDay));

        await _amendment.ApplyAsync(Dispatcher, Guid.NewGuid(), new CalendarYearInput(2027, [Day("2027-01-01")], [], "通知"), 0, Cancellation);

        var clock = await ClockAsync(number, ClockKind.Handling);
        Assert.Equal((false, Day("2027-01-18")), (clock.Provisional, clock.DueDay));
    }

    [Fact]
    public async Task Apply_WhenTheNoticeOfTheNextYearBeginsInDecember_MovesDueDaysOfBothYears()
    {
        Town.GoTo(Day("2026-12-08"), Ten);
        var number = await AcceptedAsync();
        var before = await ClockAsync(number, ClockKind.Handling);
        Assert.Equal((true, Day("2026-12-29")), (before.Provisional, before.DueDay)); // may still be arranged anew

        var amended = (await _amendment.ApplyAsync(
            Dispatcher, Guid.NewGuid(), new CalendarYearInput(2027, [Day("2026-12-29"), Day("2026-12-30"), Day("2026-12-31"), Day("2027-01-01")], [], "通知"), 0, Cancellation)).Value;

        var clock = await ClockAsync(number, ClockKind.Handling);
        Assert.Equal((false, Day("2027-01-04")), (clock.Provisional, clock.DueDay));
        Assert.Equal([2027], amended.Years);
        var year = (await new CalendarService(Town.Runner, new CalendarSource()).YearAsync(Dispatcher, 2026, Cancellation)).Value;
        Assert.Equal([Day("2026-12-29"), Day("2026-12-30"), Day("2026-12-31")], year.Turn.Days.Keys);
        Assert.Equal((false, CalendarYearValidator.WorkingDaysOf(Published2026) - 3), (year.Turn.Provisional, year.WorkingDays));
    }

    [Fact]
    public async Task Apply_WhenTheNextYearIsConfirmedUnchanged_TakesOnlyTheFlag()
    {
        Town.GoTo(Day("2026-12-25"), Ten);
        var number = await AcceptedAsync();
        var before = await ClockAsync(number, ClockKind.Handling);

        await _amendment.ApplyAsync(CentreLead, Guid.NewGuid(), new CalendarYearInput(2027, [], [], "通知"), 0, Cancellation);

        var clock = await ClockAsync(number, ClockKind.Handling);
        Assert.Equal((false, before.DueDay, before.DueVersion), (clock.Provisional, clock.DueDay, clock.DueVersion));
        Assert.Empty(await NotedAsync(number));
    }

    [Fact]
    public async Task Apply_WhenHandlingWasExtended_MovesTheOriginalDueDayToo()
    {
        var number = await AcceptedAsync();
        await DoneAsync(Dispatcher, number, Move.Extend, new MoveInput { Days = 5, Text = "情况复杂。" });

        await ApplyAsync(With(holidays: ["2026-03-10"]));

        var clock = await ClockAsync(number, ClockKind.Handling);
        Assert.Equal((Day("2026-03-24"), Day("2026-03-31")), (clock.OriginalDueDay, clock.DueDay));
    }

    [Fact]
    public async Task Apply_WhenTheOriginalDueDayIsPast_LeavesIt()
    {
        var number = await AcceptedAsync();
        await DoneAsync(Dispatcher, number, Move.Extend, new MoveInput { Days = 5, Text = "情况复杂。" });
        await PauseAsync(number, "2026-03-24", "2026-03-26");

        await ApplyAsync(With(holidays: ["2026-03-30"]));

        var clock = await ClockAsync(number, ClockKind.Handling);
        Assert.Equal((Day("2026-03-23"), Day("2026-04-02")), (clock.OriginalDueDay, clock.DueDay));
    }

    [Fact]
    public async Task Apply_WhenUndone_GivesTheFirstDueDayBack()
    {
        var number = await AcceptedAsync();

        await ApplyAsync(With(holidays: ["2026-03-10", "2026-03-11"]));
        await ApplyAsync(Published2026);

        Assert.Equal(Day("2026-03-23"), (await ClockAsync(number, ClockKind.Handling)).DueDay);
        Assert.Equal(2, (await NotedAsync(number)).Count);
    }

    [Fact]
    public async Task Apply_ByAnybodyButTheCentre_IsRefused()
    {
        await DispatchedAsync();
        Town.GoTo(Day("2026-03-09"), Ten);
        foreach (var caller in new[] { Officer, Liaison, Applicant, Specialist, Town.TownLeader(), Town.Administrator() })
        {
            var outcome = await _amendment.ApplyAsync(caller, Guid.NewGuid(), With(holidays: ["2026-03-10"]), await VersionAsync(), Cancellation);
            Assert.Equal("NotAllowed", outcome.Refusal?.Code);
            Assert.Equal("NotAllowed", (await _amendment.PreviewAsync(caller, Published2026, Cancellation)).Refusal?.Code);
        }

        await using var db = Town.Look();
        Assert.Empty(await db.Escalations.ToListAsync(Cancellation)); // what has fallen due waits for the sweep
    }

    [Fact]
    public async Task Apply_OnAStaleCopyOrAYearThatCannotBeTrue_IsRefusedAndWritesNothing()
    {
        var number = await AcceptedAsync();
        var version = await VersionAsync();

        var stale = await _amendment.ApplyAsync(Dispatcher, Guid.NewGuid(), With(holidays: ["2026-03-10"]), version - 1, Cancellation);
        var wrong = await ApplyAsync(With(holidays: ["2026-03-10"], workdays: ["2026-03-09"]));

        Assert.Equal("Stale", stale.Refusal?.Code);
        Assert.Equal("CalendarYear.OrdinaryWorkday", wrong.Refusal?.Code);
        Assert.Equal(version, await VersionAsync());
        Assert.Equal(Day("2026-03-23"), (await ClockAsync(number, ClockKind.Handling)).DueDay);
    }

    [Fact]
    public async Task Apply_WhenTheCommandIsRepeated_CountsOnce()
    {
        var number = await AcceptedAsync();
        var (command, version) = (Guid.NewGuid(), await VersionAsync());

        var first = await _amendment.ApplyAsync(Dispatcher, command, With(holidays: ["2026-03-10"]), version, Cancellation);
        var again = await _amendment.ApplyAsync(Dispatcher, command, With(holidays: ["2026-03-10"]), version, Cancellation);

        Assert.Equal(first.Value.Moved, again.Value.Moved);
        Assert.Equal(version + 1, await VersionAsync());
        Assert.Single(await NotedAsync(number));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public async Task Amendment_BetweenWhoseReadingAndSavingADemandMoves_IsCountedAnewFourTimes(int moves, bool done)
    {
        var number = await AcceptedAsync();
        var amendment = new CalendarAmendment(new OperationRunner(new MovingContexts(Town.Contexts, moves), Town.Clock, Town.Time, Town.Feed, Town.House), Sweep, Settings, Town.Clock, NullLogger<CalendarAmendment>.Instance);
        var outcome = await amendment.ApplyAsync(Dispatcher, Guid.NewGuid(), With(holidays: ["2026-03-10"]), await VersionAsync(), Cancellation);

        Assert.Equal((done, done ? null : Refusal.Stale), (outcome.Done, outcome.Refusal));
        Assert.Equal(Day(done ? "2026-03-24" : "2026-03-23"), (await ClockAsync(number, ClockKind.Handling)).DueDay);

        amendment = new CalendarAmendment(new OperationRunner(new MovingContexts(Town.Contexts, moves), Town.Clock, Town.Time, Town.Feed, Town.House), Sweep, Settings, Town.Clock, NullLogger<CalendarAmendment>.Instance);
        outcome = await amendment.ImportAsync([With(holidays: ["2026-03-10", "2026-03-11"])], Cancellation);
        Assert.Equal((done, done ? null : Refusal.Stale), (outcome.Done, outcome.Refusal));
    }

    [Fact]
    public async Task Preview_OfAnAmendment_ListsWhatWouldMoveAndWritesNothing()
    {
        var number = await AcceptedAsync();
        var version = await VersionAsync();

        var preview = (await _amendment.PreviewAsync(CentreLead, With(holidays: ["2026-03-10"]), Cancellation)).Value;

        var due = Assert.Single(preview.Moves);
        Assert.Empty(preview.Failed);
        Assert.Equal(number, due.Number);
        Assert.Equal((ClockKind.Handling, Day("2026-03-23"), Day("2026-03-24")), (due.Move.Clock, due.Move.From, due.Move.To));
        Assert.Equal(version, await VersionAsync());
        Assert.Equal(Day("2026-03-23"), (await ClockAsync(number, ClockKind.Handling)).DueDay);
    }

    [Fact]
    public async Task Apply_WhereOneDemandCannotBeCounted_MovesTheOthersAndNamesIt()
    {
        var (sound, broken) = (await AcceptedAsync(), await AcceptedAsync());
        await SpoilAsync(broken);
        var before = await ClockAsync(broken, ClockKind.Handling);

        var preview = (await _amendment.PreviewAsync(CentreLead, With(holidays: ["2026-03-10"]), Cancellation)).Value;
        var amended = (await ApplyAsync(With(holidays: ["2026-03-10"]))).Value;

        Assert.Equal([sound], preview.Moves.Select(m => m.Number));
        Assert.Equal([broken], preview.Failed);
        Assert.Equal((1, broken), (amended.Moved, Assert.Single(amended.Failed)));
        Assert.Equal(Day("2026-03-24"), (await ClockAsync(sound, ClockKind.Handling)).DueDay);
        var after = await ClockAsync(broken, ClockKind.Handling);
        Assert.Equal((before.DueDay, before.DueVersion), (after.DueDay, after.DueVersion));
    }

    [Fact]
    public async Task Import_OfYears_AmendsThoseThatChangedAsTheSystem()
    {
        var number = await AcceptedAsync();
        IReadOnlyList<CalendarYearInput> years = [.. CalendarFile.Published().Where(y => y.Year != 2026), With(holidays: ["2026-03-10"])];

        var first = (await _amendment.ImportAsync(years, Cancellation)).Value;
        var again = (await _amendment.ImportAsync(years, Cancellation)).Value;

        Assert.Equal([2026], first.Years);
        Assert.Empty(again.Years);
        Assert.Equal(Day("2026-03-24"), (await ClockAsync(number, ClockKind.Handling)).DueDay);
        await using var db = Town.Look();
        var entry = await db.History.Where(h => h.Subject == nameof(CalendarYear) && h.SubjectId == 2026).OrderByDescending(h => h.Sequence).FirstAsync(Cancellation);
        Assert.Equal(("Import", null), (entry.Act, entry.AccountId));
        Assert.Contains("2026-03-10", entry.Changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_WhenOneYearCannotBeTrue_ChangesNone()
    {
        var version = await VersionAsync();

        var outcome = await _amendment.ImportAsync([With(holidays: ["2026-03-10"]), new CalendarYearInput(2027, [], [Day("2027-01-04")], "通知")], Cancellation);

        Assert.Equal("CalendarYear.OrdinaryWorkday", outcome.Refusal?.Code);
        Assert.Equal(version, await VersionAsync());
    }

    private static CalendarYearInput With(string[]? holidays = null, string[]? workdays = null) => Published2026 with
    {
        Holidays = [.. Published2026.Holidays, .. (holidays ?? []).Select(Day)],
        Workdays = [.. Published2026.Workdays, .. (workdays ?? []).Select(Day)],
        Source = "更正通知",
    };

    private async Task<Outcome<Amended>> ApplyAsync(CalendarYearInput input) =>
        await _amendment.ApplyAsync(Dispatcher, Guid.NewGuid(), input, await VersionAsync(), Cancellation);

    /// <summary>Handling stands still from one day, or from now, until another.</summary>
    private async Task PauseAsync(string number, string? from, string until)
    {
        if (from is not null)
        {
            await GoToAsync(Day(from), Ten);
        }

        await DoneAsync(Officer, number, Move.AskSupplement, Saying("请提供排水图纸。"));
        await GoToAsync(Day(until), new TimeOnly(11, 0));
        await DoneAsync(Applicant, number, Move.AnswerSupplement, Saying("图纸见附件。"));
    }

    private async Task<int> VersionAsync()
    {
        await using var db = Town.Look();
        return await db.CalendarYears.Where(y => y.Year == 2026).Select(y => y.Version).SingleAsync(Cancellation);
    }

    private async Task<List<DueMove>> NotedAsync(string number)
    {
        var id = (await StoredAsync(number)).Id;
        await using var db = Town.Look();
        var contents = await db.History.Where(h => h.Subject == nameof(Ticket) && h.SubjectId == id && h.Act == nameof(Move.AmendCalendar))
            .OrderBy(h => h.Sequence).Select(h => h.Content).ToListAsync(Cancellation);
        return [.. contents.SelectMany(c => JsonSerializer.Deserialize<TicketEntry>(c, HistoryRecorder.Json)!.Dues!)];
    }

    private async Task<int> ToldAsync(string number)
    {
        var id = (await StoredAsync(number)).Id;
        await using var db = Town.Look();
        return await db.Notices.CountAsync(n => n.SubjectKind == nameof(Ticket) && n.SubjectId == id, Cancellation);
    }

    /// <summary>As if somebody else had saved meanwhile what is saved here, so many times.</summary>
    private sealed class MovingContexts(IDbContextFactory<AppDbContext> contexts, int moves) : IDbContextFactory<AppDbContext>
    {
        private int _left = moves;

        public AppDbContext CreateDbContext()
        {
            var db = contexts.CreateDbContext();
            db.SavingChanges += (_, _) =>
            {
                if (db.ChangeTracker.Entries<CalendarYear>().Any(y => y.State != EntityState.Unchanged) && _left-- > 0)
                {
                    throw new DbUpdateConcurrencyException("moved meanwhile");
                }
            };
            return db;
        }
    }

    public sealed class OnSqlite(SqliteDatabase database) : CalendarAmendmentTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : CalendarAmendmentTests(database), IClassFixture<PostgresDatabase>;
}
