using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;
using static ServicePackage.Tests.Core.WorkingTime.Published;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>Several at one demand: who is let in, what makes a copy stale, what two at once leave behind.</summary>
public abstract class TogetherTests(TestDatabase database) : TicketTests(database)
{
    [Fact]
    public async Task Make_ByWhoDoesNotSeeTheDemand_LetsNoTimePass()
    {
        var number = await RaisedAsync();
        Town.GoTo(Day("2026-03-04"), new TimeOnly(9, 0));
        var signedOut = Town.SignedIn(Dispatcher);
        Town.SignOut(signedOut);

        Assert.Equal(Refusal.NotFound, (await Tickets.MakeAsync(Town.Stranger(), Guid.NewGuid(), number, 1, Move.Dispatch, new MoveInput { UnitId = Unit.Id }, Cancellation)).Refusal);
        Assert.Equal(Refusal.SignedOut, (await Tickets.MakeAsync(signedOut, Guid.NewGuid(), number, 1, Move.Dispatch, new MoveInput { UnitId = Unit.Id }, Cancellation)).Refusal);
        Assert.Null((await ClockAsync(number, ClockKind.Dispatch)).BreachedAt);
    }

    [Fact]
    public async Task Raise_WhenRefused_TakesNoNumber()
    {
        var first = await RaisedAsync();
        Assert.False((await Raising.RaiseAsync(Applicant, Guid.NewGuid(), new RaiseInput(), Cancellation)).Done);
        Assert.False((await Raising.RaiseAsync(Town.Stranger(), Guid.NewGuid(), new RaiseInput(), Cancellation)).Done);
        var second = await RaisedAsync();

        Assert.Equal(int.Parse(first[5..], null) + 1, int.Parse(second[5..], null));
    }

    [Fact]
    public async Task Choices_OfAMoveThatIsNotOpen_AreRefusedLikeTheMove()
    {
        var number = await DispatchedAsync();

        Assert.Equal("NotYourMove", (await Pages.ChoicesAsync(Applicant, number, Move.Reassign, Cancellation)).Refusal?.Code);
        Assert.Equal("WrongState", (await Pages.ChoicesAsync(Dispatcher, number, Move.DecideReturn, Cancellation)).Refusal?.Code);
        Assert.Equal("NoUrgeOpen", (await Pages.ChoicesAsync(Officer, number, Move.AnswerUrge, Cancellation)).Refusal?.Code);
        Assert.NotEmpty((await Pages.ChoicesAsync(Dispatcher, number, Move.Reassign, Cancellation)).Value.Units);
    }

    [Fact]
    public async Task Copy_AfterWarningsAlone_IsNotStale()
    {
        var number = await AcceptedAsync(); // due 23 March
        var version = (await StoredAsync(number)).Version;
        await GoToAsync(Day("2026-03-31"), new TimeOnly(17, 1)); // soon, breach, second and third level

        Assert.Equal(version, (await StoredAsync(number)).Version);
        Assert.True((await Tickets.MakeAsync(Officer, Guid.NewGuid(), number, version, Move.ReportProgress, Saying("已约排水公司明日现场踏勘。"), Cancellation)).Done);
    }

    [Fact]
    public async Task Copy_AfterALapse_IsStaleAndSaysWhatLapsed()
    {
        var number = await CompletedAsync();
        var version = (await StoredAsync(number)).Version;
        await GoToAsync(Day("2026-03-13"), new TimeOnly(9, 0));
        var stale = (await Tickets.MakeAsync(Applicant, Guid.NewGuid(), number, version, Move.ConfirmDone, new MoveInput(), Cancellation)).Refusal!;

        Assert.Equal(("StaleBySystem", Move.DeemConfirmed), (stale.Code, stale.Arguments[0]));
    }

    [Fact]
    public async Task Copy_OfTheEnterpriseAfterAnInternalAct_IsStaleWithoutNamingWhatItKnowsAlready()
    {
        var number = await AcceptedAsync();
        var version = (await StoredAsync(number)).Version;
        await DoneAsync(Officer, number, Move.Comment, new MoveInput { Text = "内部研究。", Internal = true });
        var stale = (await Tickets.MakeAsync(Applicant, Guid.NewGuid(), number, version, Move.Withdraw, Saying("不需要了。"), Cancellation)).Refusal;

        Assert.Equal(Refusal.Stale, stale);
    }

    [Fact]
    public async Task Make_WhileTheSweepRuns_LeavesNoEndedClockThatStillFallsDue()
    {
        for (var i = 0; i < 3; i++)
        {
            var number = await DispatchedAsync();
            var version = (await StoredAsync(number)).Version;
            Town.Time.Advance(TimeSpan.FromDays(5));
            var made = Task.Run(() => Tickets.MakeAsync(Officer, Guid.NewGuid(), number, version, Move.Accept, new MoveInput(), Cancellation), Cancellation);
            await Task.WhenAll(made, Task.Run(() => Sweep.RunAsync(Town.Clock.Now, Cancellation), Cancellation), Task.Run(() => Sweep.RunAsync(Town.Clock.Now, Cancellation), Cancellation));
            await BringUpToNowAsync();

            Assert.True((await made).Done, (await made).Refusal?.Code);
            Assert.Equal(1, await ToldAsync(Liaison, number, "Level.Breach"));
            Assert.All((await StoredAsync(number)).Clocks.Where(c => !c.Open), c => Assert.Null(c.NextAt));
        }

        await using var db = Town.Look();
        Assert.False(await db.TicketClocks.AnyAsync(c => c.EndedAt != null && c.NextAt != null, Cancellation));
    }

    public sealed class OnSqlite(SqliteDatabase database) : TogetherTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : TogetherTests(database), IClassFixture<PostgresDatabase>;
}
