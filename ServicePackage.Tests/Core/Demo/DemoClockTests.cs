using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;
using ServicePackage.Core.Demo;
using ServicePackage.Core.History;
using ServicePackage.Core.Live;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Core.Tickets;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Demo;

/// <summary>The clock of a demo run, set forward from Monday 2 March 2026, 10:00.</summary>
public abstract class DemoClockTests(TestDatabase database) : TicketTests(database)
{
    [Fact]
    public async Task Clock_SetToTheNextWorkingDay_StopsAtItsOpening()
    {
        using var demo = await DemoAsync();
        var heard = new List<Change>();
        using var screen = Town.Feed.Subscribe(heard.AddRange);

        Assert.True((await MoveAsync(demo, Town.Administrator(), DemoStep.NextWorkingDay)).Done);

        Assert.Equal(At(3, 3, 9, 0), Town.Clock.Now);
        Assert.Contains(new Change(Change.Clock, 0), heard);
    }

    [Fact]
    public async Task Clock_SetToTheNextMonth_LetsEachDayDoItsWorkAtItsHour()
    {
        using var demo = await DemoAsync();
        var number = await AcceptedAsync(); // due Monday 23 March
        await DoneAsync(Liaison, number, Move.Assign, new MoveInput { PersonId = Officer.AccountId });
        var reached = new List<DateTime>();

        Assert.True((await demo.MoveAsync(Town.Administrator(), Guid.NewGuid(), DemoStep.NextMonth, reached.Add, Cancellation)).Done);

        Assert.Equal(At(4, 1, 8, 30), Town.Clock.Now);
        Assert.Equal(Town.Clock.Now, reached[^1]);
        await using var db = Town.Look();
        var told = await db.Escalations.Where(e => e.AccountId == Officer.AccountId).OrderBy(e => e.At).ToListAsync(Cancellation);
        Assert.Equal([At(3, 20, 9, 0), At(3, 23, 17, 0), At(3, 26, 17, 0), At(3, 30, 17, 0)], told.Select(e => e.At));
        Assert.All(told, e => Assert.False(e.Late));
        Assert.True(await db.TicketClocks.AnyAsync(c => c.Kind == ClockKind.MonthlyProgress && c.EndedAt == null, Cancellation));
    }

    [Fact]
    public async Task Clock_SetToTheNextDueDate_StopsJustAfterIt()
    {
        using var demo = await DemoAsync();
        var administrator = Town.Administrator();
        Town.Write(db => db.TicketClocks.Where(c => c.EndedAt == null).ExecuteUpdate(c => c.SetProperty(x => x.EndedAt, Town.Start)));
        Assert.Equal("NothingDue", (await MoveAsync(demo, administrator, DemoStep.NextDue)).Refusal?.Code);
        await RaisedAsync(); // to be dispatched by 3 March

        Assert.True((await MoveAsync(demo, administrator, DemoStep.NextDue)).Done);

        Assert.Equal(At(3, 3, 17, 0), Town.Clock.Now);
    }

    [Fact]
    public async Task Clock_AfterARestart_GoesOnFromWhereItWasSet()
    {
        using (var demo = await DemoAsync())
        {
            await MoveAsync(demo, Town.Administrator(), DemoStep.NextWorkingDay);
        }

        var restarted = new TownClock(Town.Time);
        using var again = Demo(restarted);
        await again.StartAsync("Development", Cancellation);

        Assert.Equal(Town.Clock.Now, restarted.Now);
    }

    [Fact]
    public async Task Clock_OfATownThatIsNoDemo_OrForSomebodyElse_IsNotSet()
    {
        using var real = Demo(Town.Clock);
        await real.StartAsync("Development", Cancellation);
        Assert.False(real.Runs);
        Assert.Equal("NotFound", (await MoveAsync(real, Town.Administrator(), DemoStep.NextMonth)).Refusal?.Code);
        using var demo = await DemoAsync();
        Assert.Equal("NotAllowed", (await MoveAsync(demo, Dispatcher, DemoStep.NextMonth)).Refusal?.Code);
        using var production = Demo(Town.Clock);
        await production.StartAsync("Production", Cancellation);

        Assert.False(production.Runs);
        Assert.Equal(Town.Start, Town.Clock.Now);
    }

    private static DateTime At(int month, int day, int hour, int minute) => TownTime.At(new DateOnly(2026, month, day), new TimeOnly(hour, minute)).AddSeconds(1);

    private static Task<Outcome<DateTime>> MoveAsync(DemoClock demo, Caller who, DemoStep step) => demo.MoveAsync(who, Guid.NewGuid(), step, null, Cancellation);

    private DemoClock Demo(TownClock clock) => new(Town.Contexts, Town.Runner, clock, new CalendarSource(), Sweep, Town.Weighing, Town.Telling, Town.FollowingUp, Town.Feed);

    /// <summary>The clock of a town whose history says that it was filled for show.</summary>
    private async Task<DemoClock> DemoAsync()
    {
        Town.Write(db => db.History.Add(new HistoryEntry { Subject = "DemoTown", SubjectId = 1, Sequence = 1, At = Town.Clock.Now, Act = "Complete", Content = "{}", Changes = "[]", PreviousHash = "", Hash = "" }));
        var demo = Demo(Town.Clock);
        await demo.StartAsync("Development", Cancellation);
        Assert.True(demo.Runs);
        return demo;
    }

    public sealed class OnSqlite(SqliteDatabase database) : DemoClockTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : DemoClockTests(database), IClassFixture<PostgresDatabase>;
}
