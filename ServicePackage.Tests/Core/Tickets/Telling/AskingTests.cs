using ServicePackage.Core.Notices;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;
using static ServicePackage.Tests.Core.WorkingTime.Published;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>What a notice asks for waits until that is done, for those who can do it. Each begins on Monday 2 March 2026, 10:00.</summary>
public abstract class AskingTests(TestDatabase database) : TicketTests(database)
{
    [Fact]
    public async Task Asking_WhileSomethingElseIsDone_StandsOn()
    {
        var number = await DispatchedAsync();
        await DoneAsync(Applicant, number, Move.Comment, Saying("何时办理？"));
        await DoneAsync(Dispatcher, number, Move.Remind, Saying("请尽快接收。"));

        Assert.Null((await AsksAsync(Liaison, number, ClockKind.Review)).Single().DoneAt);
    }

    [Fact]
    public async Task Asking_OfAUnitThatGetsTheDemandBack_StandsOnThoughItsFirstIsOver()
    {
        var (second, number) = (Town.Unit("规土所"), await DispatchedAsync());
        foreach (var unit in new[] { second, Unit })
        {
            Town.Time.Advance(TimeSpan.FromMinutes(1));
            await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = unit.Id, Text = "职责调整。" });
        }

        Town.Time.Advance(TimeSpan.FromMinutes(1));
        await DoneAsync(Applicant, number, Move.Comment, Saying("现在由谁办理？"));

        Assert.Equal([true, false], (await AsksAsync(Liaison, number, ClockKind.Review)).Select(n => n.DoneAt is not null));
    }

    [Fact]
    public async Task Asking_OfWhatOneActDoesAndTakesAway_NamesWhoDidItForTheFirstAlone()
    {
        var (support, colleague) = (Town.Unit("水务站"), Town.Dispatcher());
        var supporting = Town.Liaison(support);
        var number = await SupportedAsync(support);
        await DoneAsync(Officer, number, Move.ApplyForReturn, Saying("不属于本单位职责。"));
        await DoneAsync(Dispatcher, number, Move.DecideReturn, new MoveInput { UnitId = Town.Unit("规土所").Id, Text = "由规土所主办。" });

        Assert.Equal((Town.Clock.Now, Dispatcher.AccountId), DoneOf(await AsksAsync(colleague, number, ClockKind.ReturnDecision)));
        Assert.Equal((Town.Clock.Now, null), DoneOf(await AsksAsync(supporting, number, ClockKind.SupportingTask)));

        static (DateTime?, long?) DoneOf(List<Notice> notices) => (notices.Single().DoneAt, notices.Single().DoneById);
    }

    [Fact]
    public async Task Asking_BeforeItIsDeemedConfirmed_IsDoneWithTheAnswer()
    {
        var number = await CompletedAsync();
        await GoToAsync(Day("2026-03-12"), new TimeOnly(10, 0)); // deemed at the close of this day
        Assert.Contains(await AsksAsync(Applicant, number, ClockKind.Deeming), n => n.DoneAt is null);
        await DoneAsync(Applicant, number, Move.ConfirmDone);

        Assert.All(await AsksAsync(Applicant, number, ClockKind.Deeming), n => Assert.Equal((Town.Clock.Now, Applicant.AccountId), (n.DoneAt, n.DoneById)));
    }

    [Fact]
    public async Task Notice_OfAClockOfTheEnterprise_WaitsForItsPeople_AndForWhoCallsItWhereThatCanAnswerForIt()
    {
        var (waiting, rating) = (await CompletedAsync(), await CompletedAsync());
        await DoneAsync(Applicant, rating, Move.ConfirmDone); // to be rated by 23 March
        var reviewed = await DispatchedAsync();
        Assert.Equal(["Review"], await WaitsAsync(Liaison, reviewed));
        await GoToAsync(Day("2026-03-06"), new TimeOnly(10, 0)); // the first should have been confirmed by the fifth
        Assert.Equal(["Confirmation"], await WaitsAsync(Specialist, waiting)); // and may be on the telephone
        Assert.Contains("Confirmation", await WaitsAsync(Applicant, waiting));
        await GoToAsync(Day("2026-03-23"), new TimeOnly(10, 0));

        Assert.NotEmpty(await AsksAsync(Specialist, rating, ClockKind.Rating));
        Assert.Empty(await WaitsAsync(Specialist, rating));
        Assert.Contains("Rating", await WaitsAsync(Applicant, rating));

        async Task<IEnumerable<string>> WaitsAsync(Caller who, string number) =>
            (await new NoticeService(Town.Runner).ListAsync(who, new NoticeFilter { Text = number, Take = 100 }, Cancellation)).Value.Items.Select(r => r.Waits).OfType<string>().Distinct();
    }

    /// <summary>The notices that asked somebody for what a kind of clock measures.</summary>
    private async Task<List<Notice>> AsksAsync(Caller who, string number, ClockKind kind) => (await ToldAsync(who, number)).FindAll(n => n.Asks == kind.ToString());

    public sealed class OnSqlite(SqliteDatabase database) : AskingTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : AskingTests(database), IClassFixture<PostgresDatabase>;
}
