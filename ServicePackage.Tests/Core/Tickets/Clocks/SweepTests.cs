using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Jobs;
using ServicePackage.Core.Notices;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Support;
using static ServicePackage.Tests.Core.WorkingTime.Published;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>The sweep: late, doubled, stopped in the middle, or with nothing to do. Each begins on Monday 2 March 2026, 10:00.</summary>
public abstract class SweepTests(TestDatabase database) : TicketTests(database)
{
    private static readonly TimeOnly Morning = new(9, 30);

    [Fact]
    public async Task Run_AfterTheProgramWasDown_TellsEachMissedLevelOnceMarkedLate()
    {
        var number = await RaisedAsync();
        Town.GoTo(Day("2026-03-05"), Morning);
        await BringUpToNowAsync();
        await BringUpToNowAsync();

        var told = await ToldAsync(Dispatcher, number);
        Assert.Equal(["Asked.Dispatch", "Level.DueSoon", "Level.Breach"], told.Select(n => n.Kind));
        Assert.Equal([false, true, true], told.Select(n => n.Late));
    }

    [Fact]
    public async Task Run_OnTime_IsNotLate()
    {
        var number = await RaisedAsync();
        await GoToAsync(Day("2026-03-03"), new TimeOnly(9, 1));

        Assert.False((await ToldAsync(Dispatcher, number)).Last().Late);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public async Task Run_MoreThanFiveMinutesAfterItWasDue_IsLateInTheNoticeAndInTheHistory(int beyond, bool late)
    {
        var number = await RaisedAsync();
        var due = (await ClockAsync(number, ClockKind.Dispatch)).NextAt!.Value;
        Town.Time.SetUtcNow(new DateTimeOffset(due.AddMinutes(5).AddMilliseconds(beyond)));
        await BringUpToNowAsync();

        Assert.Equal(late, (await ToldAsync(Dispatcher, number)).Last().Late);
        await using var db = Town.Look();
        var entry = await db.History.Where(h => h.Subject == nameof(Ticket) && h.Act == TicketEntry.Escalated).SingleAsync(Cancellation);
        Assert.Equal((late, true), (entry.Content.Contains("\"late\":true", StringComparison.OrdinalIgnoreCase), entry.Internal));
    }

    [Fact]
    public async Task DueOf_ADemandWithAMonthsDutyOrAPromise_IsItsKeyFromThatInstantOn()
    {
        var duty = TownTime.At(Day("2026-04-01"), new TimeOnly(8, 30));
        var (overdue, promised) = (await AcceptedAsync(), await AcceptedAsync());
        await DoneAsync(Officer, promised, Move.Complete, new MoveInput { Text = "将于四月完成绿化。", SecondDay = Day("2026-04-01") });
        await DoneAsync(Applicant, promised, Move.ConfirmDone);
        await DoneAsync(Applicant, promised, Move.Rate, new MoveInput { Rating = RatingLevel.Satisfied });
        await GoToAsync(Day("2026-03-31"), Morning); // every level has been told

        foreach (var number in new[] { overdue, promised })
        {
            Assert.Null(await Sweep.DueOfAsync(number, duty.AddMilliseconds(-1), Cancellation));
            Assert.NotNull(await Sweep.DueOfAsync(number, duty, Cancellation));
        }

        await GoToAsync(Day("2026-04-01"), new TimeOnly(8, 30));
        Assert.Equal((1, 1), (await ToldAsync(Liaison, overdue, "Asked.MonthlyProgress"), await ToldAsync(Officer, promised, "Moved.AskAfterPromise")));
    }

    [Fact]
    public async Task DueOf_ADemand_IsItsKeyWhileSomethingIsDueInItAlone()
    {
        var (first, second) = (await RaisedAsync(), await AcceptedAsync());
        var warned = (await ClockAsync(first, ClockKind.Dispatch)).NextAt!.Value;

        Assert.Null(await Sweep.DueOfAsync(first, warned.AddTicks(-10), Cancellation));
        Assert.Equal((await StoredAsync(first)).Id, await Sweep.DueOfAsync(first, warned, Cancellation));
        Assert.Null(await Sweep.DueOfAsync(second, warned, Cancellation));
        Assert.Null(await Sweep.DueOfAsync("2020-00000", warned, Cancellation));
    }

    [Fact]
    public async Task DueOf_ADemand_IsItsKeyWhenTheMonthsDutyOrAPromiseIsDue()
    {
        var (owing, promised) = (await AcceptedAsync(), await AcceptedAsync());
        await DoneAsync(Officer, promised, Move.Complete, new MoveInput { Text = "将于四月完成绿化。", SecondDay = Day("2026-04-10") });
        await DoneAsync(Applicant, promised, Move.ConfirmDone);
        await DoneAsync(Applicant, promised, Move.Rate, new MoveInput { Rating = RatingLevel.Satisfied });
        await GoToAsync(Day("2026-03-31"), Morning);
        var (month, day) = ((await StoredAsync(owing)).NextMonthlyDutyAt!.Value, (await StoredAsync(promised)).AskAfterPromiseAt!.Value);

        Assert.Equal((null, (await StoredAsync(owing)).Id), (await Sweep.DueOfAsync(owing, month.AddMinutes(-1), Cancellation), (await Sweep.DueOfAsync(owing, month, Cancellation))!.Value));
        Assert.Equal((null, (await StoredAsync(promised)).Id), (await Sweep.DueOfAsync(promised, day.AddMinutes(-1), Cancellation), (await Sweep.DueOfAsync(promised, day, Cancellation))!.Value));
    }

    [Fact]
    public async Task Run_WhenTwoOverlap_TellsOnce()
    {
        var numbers = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            numbers.Add(await RaisedAsync());
        }

        Town.GoTo(Day("2026-03-03"), new TimeOnly(17, 1));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Sweep.RunAsync(Town.Clock.Now, Cancellation), Cancellation)));
        await BringUpToNowAsync();

        foreach (var number in numbers)
        {
            Assert.Equal((1, 1), (await ToldAsync(Dispatcher, number, "Level.DueSoon"), await ToldAsync(Dispatcher, number, "Level.Breach")));
        }
    }

    [Fact]
    public async Task Run_StoppedBetweenMarkingAndTelling_TellsOnceTheNextTime()
    {
        var number = await RaisedAsync();
        Town.GoTo(Day("2026-03-03"), new TimeOnly(17, 1));
        var breaking = new BreakingContexts(Town.Contexts);
        var sweep = new TicketSweep(Town.Contexts, new OperationRunner(breaking, Town.Clock, Town.Time, Town.Feed, Town.House), Moments, Settings, Town.Items);
        await sweep.RunAsync(Town.Clock.Now, Cancellation);
        Assert.True(breaking.Broken > 0);
        Assert.Equal(0, await ToldAsync(Dispatcher, number, "Level.Breach"));
        Assert.Null((await ClockAsync(number, ClockKind.Dispatch)).BreachedAt);

        Town.Time.Advance(FailedItem.Distances[0]);
        await BringUpToNowAsync();

        Assert.Equal(1, await ToldAsync(Dispatcher, number, "Level.Breach"));
    }

    [Fact]
    public async Task Run_WhereOneDemandFails_HandlesTheOthersAndNamesItUntilItSucceeds()
    {
        var (sound, broken) = (await AcceptedAsync(), await AcceptedAsync());
        await GoToAsync(Day("2026-03-23"), Morning);
        Town.GoTo(Day("2026-03-24"), Morning);
        var breaking = new BreakingContexts(Town.Contexts, db => db.ChangeTracker.Entries<Ticket>().Any(t => t.Entity.Number == broken));
        var sweep = new TicketSweep(Town.Contexts, new OperationRunner(breaking, Town.Clock, Town.Time, Town.Feed, Town.House), Moments, Settings, Town.Items);

        Assert.Equal(1, await sweep.RunAsync(Town.Clock.Now, Cancellation));
        Assert.Equal(0, await sweep.RunAsync(Town.Clock.Now, Cancellation)); // not tried again at once

        Assert.Equal((0, 1), (await ToldAsync(Liaison, broken, "Level.Breach"), await ToldAsync(Liaison, sound, "Level.Breach")));
        await using (var db = Town.Look())
        {
            var failed = await db.FailedItems.SingleAsync(i => i.Name == broken, Cancellation);
            Assert.Equal(("TicketSweep", nameof(Ticket), 1), (failed.Job, failed.SubjectKind, failed.Tries));
        }

        Town.Time.Advance(FailedItem.Distances[0]);
        await BringUpToNowAsync();

        Assert.Equal(1, await ToldAsync(Liaison, broken, "Level.Breach"));
        await using var after = Town.Look();
        Assert.False(await after.FailedItems.AnyAsync(i => i.Name == broken, Cancellation));
    }

    [Fact]
    public async Task Make_OnADemandWhoseTimeCannotPass_SaysSo_AndTheOthersGoOn()
    {
        var (broken, sound) = (await AcceptedAsync(), await AcceptedAsync());
        Town.GoTo(Day("2026-03-24"), Morning);
        var breaking = new BreakingContexts(Town.Contexts, db => db.ChangeTracker.Entries<Ticket>().Any(t => t.Entity.Number == broken));
        var sweep = new TicketSweep(Town.Contexts, new OperationRunner(breaking, Town.Clock, Town.Time, Town.Feed, Town.House), Moments, Settings, Town.Items);
        var tickets = new TicketService(Town.Runner, sweep, Moments, Town.Clock);

        Assert.Equal("TimeStands", (await tickets.MakeAsync(Officer, Guid.NewGuid(), broken, 3, Move.ReportProgress, Saying("已完成改造方案并送企业阅。"), Cancellation)).Refusal?.Code);
        Assert.True((await tickets.MakeAsync(Officer, Guid.NewGuid(), sound, (await StoredAsync(sound)).Version, Move.ReportProgress, Saying("已完成改造方案并送企业阅。"), Cancellation)).Done);
    }

    [Fact]
    public async Task Run_WhenNothingIsDue_TouchesNothing()
    {
        var (number, promised) = (await AcceptedAsync(), await AcceptedAsync());
        await DoneAsync(Officer, promised, Move.Complete, new MoveInput { Text = "将于四月完成绿化。", SecondDay = Day("2026-04-10") });
        await DoneAsync(Applicant, promised, Move.ConfirmDone);
        await DoneAsync(Applicant, promised, Move.Rate, new MoveInput { Rating = RatingLevel.Satisfied });
        var due = await RaisedAsync();
        await BringUpToNowAsync();
        var before = await StoredAsync(number);
        await GoToAsync(Day("2026-03-03"), Morning);

        Assert.Equal(1, await ToldAsync(Dispatcher, due, "Level.DueSoon"));
        Assert.Equal(before.Version, (await StoredAsync(number)).Version);
        Assert.Equal(0, await Sweep.RunAsync(Town.Clock.Now, Cancellation));
    }

    [Fact]
    public async Task Run_WhenTwoClocksFallDueAtOneMoment_TakesTheOlderFirstHoweverLateItRuns()
    {
        var leader = Town.TownLeader();
        var number = await CompletedAsync();
        await DoneAsync(leader, number, Move.Urge, new MoveInput { Text = "请回访企业。", Day = Day("2026-03-12") });
        await GoToAsync(Day("2026-03-13"), Morning); // deemed confirmed with the close of the 12th, by a clock that began on the 5th

        Assert.Equal((ClosedAs.Deemed, 1), ((await StoredAsync(number)).ClosedAs!.Value, await ToldAsync(leader, number, "Level.Breach")));
    }

    [Fact]
    public async Task Make_BeforeTheSweepHasRun_CountsWhatFellDue()
    {
        var number = await DispatchedAsync();
        var version = (await StoredAsync(number)).Version;
        Town.GoTo(Day("2026-03-03"), new TimeOnly(17, 1));

        // The copy shows the clock before its breach; a warning or a mark of delay makes it no less usable.
        Assert.True((await Tickets.MakeAsync(Officer, Guid.NewGuid(), number, version, Move.Accept, new MoveInput(), Cancellation)).Done);

        Assert.Equal(1, await ToldAsync(Liaison, number, "Level.Breach"));
        Assert.Equal(ClockOutcome.Breached, (await ClockAsync(number, ClockKind.Review)).Outcome);
    }

    [Fact]
    public async Task MonthlyProgress_AfterABreach_IsOwedEachMonthUntilDone()
    {
        var number = await AcceptedAsync(); // due 23 March
        await GoToAsync(Day("2026-04-01"), new TimeOnly(8, 29));
        Assert.Empty(await DuesAsync(number, ClockKind.MonthlyProgress));
        await GoToAsync(Day("2026-04-01"), new TimeOnly(8, 30));
        Assert.Equal([(Day("2026-04-01"), null)], await DuesAsync(number, ClockKind.MonthlyProgress));
        await DoneAsync(Officer, number, Move.ReportProgress, Saying("已约踏勘。"));
        await GoToAsync(Day("2026-05-06"), Morning); // the first working day of May
        await DoneAsync(Officer, number, Move.Complete, Saying("已完成。"));
        Assert.Equal([(Day("2026-04-01"), ClockOutcome.Met), (Day("2026-05-06"), ClockOutcome.Cancelled)], await DuesAsync(number, ClockKind.MonthlyProgress));
        await DoneAsync(Applicant, number, Move.ConfirmDone);
        await GoToAsync(Day("2026-06-02"), Morning);

        Assert.Equal(2, (await DuesAsync(number, ClockKind.MonthlyProgress)).Count);
    }

    [Fact]
    public async Task MonthlyProgress_WhenItFallsDue_IsAskedOfTheLiaisonAndOfTheOfficer()
    {
        var number = await AcceptedAsync();
        await DoneAsync(Liaison, number, Move.Assign, new MoveInput { PersonId = Officer.AccountId });
        await GoToAsync(Day("2026-04-01"), new TimeOnly(8, 30));

        Assert.Equal((1, 1, 0), (await ToldAsync(Liaison, number, "Asked.MonthlyProgress"), await ToldAsync(Officer, number, "Asked.MonthlyProgress"), await ToldAsync(Dispatcher, number, "Asked.MonthlyProgress")));
        var asked = (await ToldAsync(Liaison, number)).Single(n => KindOf(n) == "Asked.MonthlyProgress");
        using var reading = new Reading("zh-CN");
        Assert.EndsWith("请于2026年4月1日下班前完成4月进展报送。", NoticeWording.Sentence(asked.Kind, System.Text.Json.JsonSerializer.Deserialize<List<string>>(asked.Arguments)!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MonthlyProgress_WhileHandlingIsSuspended_IsNotOwedButByTheDayAfterNotDone()
    {
        var number = await AcceptedAsync();
        await GoToAsync(Day("2026-03-31"), Morning);
        await DoneAsync(Officer, number, Move.Complete, Saying("已完成。"));
        await GoToAsync(Day("2026-04-01"), Morning);
        Assert.Empty(await DuesAsync(number, ClockKind.MonthlyProgress));
        await DoneAsync(Applicant, number, Move.ConfirmNotDone, Saying("仍有积水。"));
        Assert.Equal([(Day("2026-04-02"), null)], await DuesAsync(number, ClockKind.MonthlyProgress));

        await DoneAsync(Officer, number, Move.ReportProgress, Saying("正在重新施工。"));
        await GoToAsync(Day("2026-05-06"), Morning);
        Assert.Equal([(Day("2026-04-02"), ClockOutcome.Met), (Day("2026-05-06"), null)], await DuesAsync(number, ClockKind.MonthlyProgress));
    }

    /// <summary>Reporting a result on the day itself, or on the day by which it is owed then, takes the month's duty away for as long as the result is believed.</summary>
    [Fact]
    public async Task MonthlyProgress_OnWhoseDayAResultIsReported_IsOwedOnceThatWasNotDone()
    {
        var number = await AcceptedAsync();
        await GoToAsync(Day("2026-04-01"), Morning);
        await DoneAsync(Officer, number, Move.Complete, Saying("已完成。"));
        await GoToAsync(Day("2026-04-02"), Morning);
        await DoneAsync(Applicant, number, Move.ConfirmNotDone, Saying("仍有积水。"));
        await DoneAsync(Officer, number, Move.Complete, Saying("又已完成。"));
        await GoToAsync(Day("2026-04-03"), Morning);
        await DoneAsync(Applicant, number, Move.ConfirmNotDone, Saying("还是有积水。"));

        Assert.Equal([(Day("2026-04-01"), ClockOutcome.Cancelled), (Day("2026-04-03"), ClockOutcome.Cancelled), (Day("2026-04-07"), null)], await DuesAsync(number, ClockKind.MonthlyProgress));
        await DoneAsync(Officer, number, Move.ReportProgress, Saying("正在重新施工。"));
        await DoneAsync(Dispatcher, number, Move.DecideCourse, new MoveInput { Course = Course.Continue, Text = "继续办理。" });
        await DoneAsync(Officer, number, Move.Complete, Saying("第三次完成。"));
        await DoneAsync(Applicant, number, Move.ConfirmNotDone, Saying("仍未解决。"));
        Assert.Equal(3, (await DuesAsync(number, ClockKind.MonthlyProgress)).Count); // told this month
    }

    [Fact]
    public async Task MonthlyProgress_WhenTheProgramWasDownThatDay_IsOwedLateAndOnce()
    {
        var number = await AcceptedAsync();
        await GoToAsync(Day("2026-03-31"), Morning);
        Town.GoTo(Day("2026-04-02"), Morning);
        await BringUpToNowAsync();
        await BringUpToNowAsync();

        var told = Assert.Single(await ToldAsync(Liaison, number), n => n.Kind == "Asked.MonthlyProgress");
        Assert.True(told.Late);
        Assert.Equal([(Day("2026-04-01"), null)], await DuesAsync(number, ClockKind.MonthlyProgress));
    }

    [Fact]
    public async Task MonthlyProgress_DuringAReturnOrProceedings_IsOwedAllTheSame()
    {
        var number = await AcceptedAsync();
        await GoToAsync(Day("2026-03-31"), Morning);
        await ReturnedByAnotherAsync(number);
        await GoToAsync(Day("2026-04-01"), Morning);
        await DoneAsync(Dispatcher, number, Move.ReportProgress, Saying("正在协商主办单位。")); // the Centre has it

        Assert.Equal(ClockOutcome.Met, (await ClockAsync(number, ClockKind.MonthlyProgress)).Outcome);
    }

    [Theory]
    [InlineData(Move.DecideReturn)]
    [InlineData(Move.EnterProceedings)]
    public async Task MonthlyProgress_BegunDuringAReturn_IsTheCentresUntilTheUnitHasItAgain(Move onward)
    {
        var number = await AcceptedAsync();
        await GoToAsync(Day("2026-03-31"), Morning);
        var other = await ReturnedByAnotherAsync(number);
        await GoToAsync(Day("2026-04-01"), Morning);
        var begun = await ClockAsync(number, ClockKind.MonthlyProgress);
        Assert.Equal((ClockHolder.Centre, null), (begun.Holder, begun.UnitId));
        Assert.Equal((1, 0), (await ToldAsync(Dispatcher, number, "Asked.MonthlyProgress"), await ToldAsync(Liaison, number, "Asked.MonthlyProgress")));

        await DoneAsync(Dispatcher, number, onward, onward == Move.DecideReturn
            ? new MoveInput { UnitId = other.Id, Text = "属本单位职责。" }
            : new MoveInput { Proceeding = ProceedingKind.Litigation, CaseNumber = "1号", Day = Day("2026-09-01") });

        var passed = await ClockAsync(number, ClockKind.MonthlyProgress);
        Assert.Equal((ClockHolder.Unit, other.Id), (passed.Holder, passed.UnitId));
    }

    [Fact]
    public async Task MonthlyProgress_OpenWhenTheUnitWantsToGiveTheDemandBack_IsTheCentres()
    {
        var number = await AcceptedAsync();
        await GoToAsync(Day("2026-04-01"), Morning);
        await ReturnedByAnotherAsync(number);

        var open = await ClockAsync(number, ClockKind.MonthlyProgress);
        Assert.Equal((ClockHolder.Centre, null), (open.Holder, open.UnitId));
    }

    /// <summary>Another unit, which has it now, wants to give it back.</summary>
    private async Task<Organisation> ReturnedByAnotherAsync(string number)
    {
        var other = Town.Unit("规土所");
        await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = other.Id, Text = "由规土所主办。" });
        await DoneAsync(Town.Officer(other), number, Move.ApplyForReturn, Saying("不属于本单位职责。"));
        return other;
    }

    /// <summary>Contexts whose second saving fails: the levels are marked, nobody has been told.</summary>
    private sealed class BreakingContexts(IDbContextFactory<AppDbContext> contexts, Func<AppDbContext, bool>? breaks = null) : IDbContextFactory<AppDbContext>
    {
        public int Broken { get; private set; }

        public AppDbContext CreateDbContext()
        {
            var db = contexts.CreateDbContext();
            var savings = 0;
            db.SavingChanges += (_, _) =>
            {
                if (breaks?.Invoke(db) ?? ++savings == 2)
                {
                    Broken++;
                    throw new InvalidOperationException("stopped");
                }
            };
            return db;
        }
    }

    public sealed class OnSqlite(SqliteDatabase database) : SweepTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : SweepTests(database), IClassFixture<PostgresDatabase>;
}
