using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Support;
using static ServicePackage.Tests.Core.WorkingTime.Published;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>
/// What is left of a clock once the calendar was amended: the one day given after a pause, the due day before an extension, days over. Begins on
/// Monday 2 March 2026 with the published year; coordination is due on the 23rd.
/// </summary>
public abstract class RecountTests : TicketTests
{
    private static readonly TimeOnly Ten = new(10, 0);

    private static readonly CalendarYearInput Published2026 = CalendarFile.Published().Single(y => y.Year == 2026);

    protected RecountTests(TestDatabase database)
        : base(database) => Town.Write(db => db.CalendarYears.Single(y => y.Year == 2026).Take(Published2026));

    /// <summary>On its last day it stood still, and was given one day for that. Had the holiday been known, a day would have been left.</summary>
    [Theory]
    [InlineData("10:00", "2026-03-25", "10:00", "2026-03-26")]
    [InlineData("17:00", "2026-03-25", "10:00", "2026-03-26")] // at the close
    [InlineData("16:00", "2026-03-23", "18:00", "2026-03-24")] // over the close of one day
    public async Task OneDayGiven_ThatWasNotNeeded_CanBeGivenAgain(string asked, string answered, string at, string due)
    {
        var number = await AcceptedAsync();
        await PauseAsync(number, "2026-03-23", asked, answered, at);
        Assert.Equal((Day(due), true), DueOf(await ClockAsync(number, ClockKind.Handling)));

        await ApplyAsync("2026-03-10");
        Assert.Equal((Day(due), false), DueOf(await ClockAsync(number, ClockKind.Handling)));

        static (DateOnly, bool) DueOf(TicketClock clock) => (clock.DueDay, clock.MinimumGiven);
    }

    [Fact]
    public async Task OneDayGiven_UnderAShorterLimit_StaysGiven()
    {
        var number = await AcceptedAsync(TicketType.Consultation); // due on 9 March
        await PauseAsync(number, "2026-03-09", "10:00", "2026-03-11", "10:00");
        await DoneAsync(Dispatcher, number, Move.SetType, new MoveInput { Type = TicketType.Coordination, Text = "涉及多个部门。" });
        var before = await ClockAsync(number, ClockKind.Handling);
        Assert.True(before.MinimumGiven);

        await ApplyAsync("2026-03-13");

        var clock = await ClockAsync(number, ClockKind.Handling);
        Assert.Equal((Calendar.Add(before.DueDay, 1), true), (clock.DueDay, clock.MinimumGiven));
    }

    [Fact]
    public async Task StandstillWithinTheLastDay_EndedAtItsClose_MovesNothing()
    {
        var number = await AcceptedAsync();
        await PauseAsync(number, "2026-03-23", "10:00", "2026-03-23", "17:00");
        Assert.Equal(Day("2026-03-23"), (await ClockAsync(number, ClockKind.Handling)).DueDay);

        await ApplyAsync(With("2026-03-10") with { Workdays = [.. Published2026.Workdays, Day("2026-03-07")] }); // one day less, one more

        Assert.Equal(Day("2026-03-23"), (await ClockAsync(number, ClockKind.Handling)).DueDay);
    }

    [Fact]
    public async Task StatutoryDate_ThatStoodStillFromTheDayItWasGiven_KeepsThatPause_AndIsGivenNoDay()
    {
        var number = await DispatchedAsync(TicketType.Approval);
        await DoneAsync(Officer, number, Move.Accept, new MoveInput { Day = Day("2026-04-30"), Basis = "行政许可法第四十二条" });
        await PauseAsync(number, "2026-03-02", "11:00", "2026-03-04", "10:00");
        Assert.Equal(Day("2026-05-07"), (await ClockAsync(number, ClockKind.Handling)).DueDay);

        await ApplyAsync("2026-04-20");

        var clock = await ClockAsync(number, ClockKind.Handling);
        Assert.Equal((Day("2026-05-07"), false), (clock.DueDay, clock.MinimumGiven));
    }

    [Fact]
    public async Task OriginalDue_BeforeAPause_CountsAHolidayBeforeItToo()
    {
        var number = await AcceptedAsync();
        await DoneAsync(Dispatcher, number, Move.Extend, new MoveInput { Days = 5, Text = "情况复杂。" });
        await PauseAsync(number, "2026-03-04", "10:00", "2026-03-06", "10:00");
        Assert.Equal((Day("2026-04-01"), Day("2026-03-25")), DuesOf(await ClockAsync(number, ClockKind.Handling)));

        await ApplyAsync("2026-03-03");

        Assert.Equal((Day("2026-04-02"), Day("2026-03-26")), DuesOf(await ClockAsync(number, ClockKind.Handling)));
    }

    [Fact]
    public async Task OriginalDue_OfAUnitThatGotTheDemandBack_StaysWhereTheHolidayLiesBehindIt()
    {
        var (number, second) = (await AcceptedAsync(), Town.Unit("规土所"));
        await DoneAsync(Dispatcher, number, Move.Extend, new MoveInput { Days = 5, Text = "情况复杂。" });
        foreach (var (day, unit) in new[] { ("2026-03-04", second), ("2026-03-06", Unit) })
        {
            await GoToAsync(Day(day), Ten);
            await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = unit.Id, Text = "职责调整。" });
        }

        var (due, original) = DuesOf(await ClockAsync(number, ClockKind.Handling));
        Assert.NotNull(original);
        await ApplyAsync(due.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal((Calendar.Add(due, 1), original), DuesOf(await ClockAsync(number, ClockKind.Handling)));
    }

    [Fact]
    public async Task Breach_WhoseNewDueIsThisVeryInstant_IsTakenBack()
    {
        var (number, later) = (await RaisedAsync(), new TimeOnly(17, 0)); // to be dispatched by the third
        await GoToAsync(Day("2026-03-04"), later);
        Assert.NotNull((await ClockAsync(number, ClockKind.Dispatch)).BreachedAt);

        await ApplyAsync("2026-03-03");

        Assert.Null((await ClockAsync(number, ClockKind.Dispatch)).BreachedAt);
    }

    [Fact]
    public async Task Breach_ThatStays_IsNotedAsOneThatMoved()
    {
        var number = await RaisedAsync();
        await GoToAsync(Day("2026-03-06"), Ten);

        var move = Assert.Single((await Amendment.PreviewAsync(Dispatcher, With("2026-03-03"), Cancellation)).Value.Moves).Move;

        Assert.Equal((Day("2026-03-03"), Day("2026-03-04"), false), (move.From, move.To, move.BreachTakenBack));
    }

    [Fact]
    public async Task DaysOver_OfAClockThatStoodStillBeforeItsDue_BeginAtItsDue()
    {
        var number = await AcceptedAsync();
        await PauseAsync(number, "2026-03-04", "10:00", "2026-03-06", "10:00"); // due on the 25th
        await GoToAsync(Day("2026-03-27"), Ten);

        await ApplyAsync("2026-03-26");

        var clock = (await SeeAsync(Officer, number)).Clocks.Single(c => c.Kind == ClockKind.Handling);
        Assert.Equal((Day("2026-03-25"), 1), (clock.DueDay, clock.DaysOver));
    }

    [Fact]
    public async Task TaskDueBeforeTheLead_BothPastDueAndStandingStill_DoesNotMoveWithIt()
    {
        var number = await AcceptedAsync();
        await DoneAsync(Officer, number, Move.GiveTask, new MoveInput { UnitId = Town.Unit("水务站").Id, Text = "协助踏勘管网。", Day = Day("2026-03-18") });
        await GoToAsync(Day("2026-03-25"), Ten);
        await DoneAsync(Officer, number, Move.AskSupplement, Saying("请提供排水图纸。"));

        await ApplyAsync("2026-03-23");

        Assert.Equal((Day("2026-03-24"), null), (await DuesAsync(number, ClockKind.Handling)).Single());
        Assert.Equal((Day("2026-03-18"), null), (await DuesAsync(number, ClockKind.SupportingTask)).Single());
    }

    [Fact]
    public async Task TaskDueWithTheLead_BothStandingStill_MovesWithIt_AndKeepsItsDays()
    {
        var number = await SupportedAsync(Town.Unit("水务站"));
        await DoneAsync(Officer, number, Move.Accept);
        await GoToAsync(Day("2026-03-10"), Ten);
        await DoneAsync(Officer, number, Move.AskSupplement, Saying("请提供排水图纸。"));
        await ApplyAsync("2026-03-13");
        Assert.Equal((Day("2026-03-24"), Day("2026-03-24")), await DuesAsync());
        await GoToAsync(Day("2026-03-12"), Ten);
        await DoneAsync(Applicant, number, Move.AnswerSupplement, Saying("图纸见附件。"));

        Assert.Equal((Day("2026-03-26"), Day("2026-03-26")), await DuesAsync());

        async Task<(DateOnly, DateOnly)> DuesAsync() => ((await ClockAsync(number, ClockKind.Handling)).DueDay, (await ClockAsync(number, ClockKind.SupportingTask)).DueDay);
    }

    /// <summary>While the clock was ended a Saturday became a working day: what it had been given before stays, and its pause is not counted again.</summary>
    [Fact]
    public async Task ClockThatStandsAgain_KeepsItsDueDay_ThoughByTheNewCalendarItsPauseCameTooLate()
    {
        var number = await AcceptedAsync();
        await PauseAsync(number, "2026-03-23", "10:00", "2026-03-25", "09:00"); // due on the 26th
        await DoneAsync(Officer, number, Move.Complete, Saying("已完成排水改造。"));
        await DoneAsync(Specialist, number, Move.ConfirmDone, Spoken("电话确认。"));
        Town.Write(db => db.CalendarYears.Single(y => y.Year == 2026).Take(Published2026 with { Workdays = [.. Published2026.Workdays, Day("2026-03-07")] }));
        await DoneAsync(Applicant, number, Move.Contradict, new MoveInput { AboutId = (await StoredAsync(number)).SpokenAnswers.Single().Id, Text = "公司没有确认。" });

        Assert.Equal((Day("2026-03-26"), null), (await DuesAsync(number, ClockKind.Handling)).Single());
    }

    private CalendarAmendment Amendment => new(Town.Runner, Sweep, Settings, Town.Clock, NullLogger<CalendarAmendment>.Instance);

    private static CalendarYearInput With(params string[] holidays) =>
        Published2026 with { Holidays = [.. Published2026.Holidays, .. holidays.Select(Day)], Source = "更正通知" };

    private static (DateOnly, DateOnly?) DuesOf(TicketClock clock) => (clock.DueDay, clock.OriginalDueDay);

    private Task ApplyAsync(params string[] holidays) => ApplyAsync(With(holidays));

    private async Task ApplyAsync(CalendarYearInput input)
    {
        await using var db = Town.Look();
        var version = await db.CalendarYears.Where(y => y.Year == 2026).Select(y => y.Version).SingleAsync(Cancellation);
        Assert.True((await Amendment.ApplyAsync(Dispatcher, Guid.NewGuid(), input, version, Cancellation)).Done);
    }

    /// <summary>Handling stands still from one instant to another.</summary>
    private async Task PauseAsync(string number, string day, string time, string until, string at)
    {
        await GoToAsync(Day(day), Time(time));
        await DoneAsync(Officer, number, Move.AskSupplement, Saying("请提供排水图纸。"));
        await GoToAsync(Day(until), Time(at));
        await DoneAsync(Applicant, number, Move.AnswerSupplement, Saying("图纸见附件。"));

        static TimeOnly Time(string text) => TimeOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    public sealed class OnSqlite(SqliteDatabase database) : RecountTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : RecountTests(database), IClassFixture<PostgresDatabase>;
}
