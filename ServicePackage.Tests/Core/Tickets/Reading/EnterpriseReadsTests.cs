using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;
using static ServicePackage.Tests.Core.WorkingTime.Published;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>What the page of a demand keeps from the enterprise, and shows to the town.</summary>
public abstract class EnterpriseReadsTests(TestDatabase database) : TicketTests(database)
{
    [Fact]
    public async Task Timeline_OfADispatchWithATask_SaysWhatIsAskedOfTheUnitToTheTownAlone()
    {
        var number = await SupportedAsync(Town.Unit("规土所"));

        Assert.Equal("协助踏勘管网。", (await DispatchAsync(Officer)).TaskText);
        var read = await DispatchAsync(Applicant);
        Assert.Equal(("", Unit.Id), (read.TaskText, read.UnitId));

        async Task<MoveInput> DispatchAsync(Caller who) => (await SeeAsync(who, number)).Timeline.Single(t => t.Move == Move.Dispatch).Entry.Given!;
    }

    [Fact]
    public async Task Timeline_OfWhatTheTownSaysToItself_HasForTheEnterpriseWhatWasWrittenForIt()
    {
        var number = await AcceptedAsync();
        await DoneAsync(Officer, number, Move.ApplyForReturn, Saying("三定方案未列此项职责。"));
        await DoneAsync(Dispatcher, number, Move.DecideReturn, new MoveInput { UnitId = Town.Unit("规土所").Id, Text = "两家推诿，改派。", ForEnterprise = "改由规土所办理。" });

        Assert.Equal(["两家推诿，改派。", "三定方案未列此项职责。"], await TextsAsync(Dispatcher));
        Assert.Equal(["改由规土所办理。", ""], await TextsAsync(Applicant));
        Assert.All((await SeeAsync(Applicant, number)).Timeline, i => Assert.Equal("", i.Entry.Given?.ForEnterprise ?? ""));

        async Task<IEnumerable<string>> TextsAsync(Caller who) =>
            (await SeeAsync(who, number)).Timeline.Where(t => t.Move is Move.ApplyForReturn or Move.DecideReturn).Select(t => t.Entry.Given!.Text);
    }

    [Fact]
    public async Task Explanation_OfAClockAmongTheTown_DoesNotExistForTheEnterprise()
    {
        var number = await AcceptedAsync();
        await DoneAsync(Dispatcher, number, Move.Urge, new MoveInput { Text = "请尽快。", Day = Day("2026-03-06") });
        var urge = await ClockAsync(number, ClockKind.Urge);
        var handling = await ClockAsync(number, ClockKind.Handling);

        Assert.Equal(Refusal.NotFound, (await Pages.ExplainAsync(Applicant, number, urge.Id, Cancellation)).Refusal);
        Assert.True((await Pages.ExplainAsync(Officer, number, urge.Id, Cancellation)).Done);
        Assert.True((await Pages.ExplainAsync(Applicant, number, handling.Id, Cancellation)).Done);
    }

    [Fact]
    public async Task MarksAndAgenda_AreTheTownsOwn()
    {
        var number = await RaisedAsync();
        await DoneAsync(Dispatcher, number, Move.Mark, new MoveInput { Marks = Marks.Common });
        await GoToAsync(Day("2026-03-11"), new TimeOnly(10, 0)); // more than five working days past the day by which it was to be dispatched

        var (town, enterprise) = (await SeeAsync(Dispatcher, number), await SeeAsync(Applicant, number));

        Assert.Equal((Marks.Common, true), (town.Marks, town.OnAgenda));
        Assert.Equal((Marks.None, false), (enterprise.Marks, enterprise.OnAgenda));
    }

    public sealed class OnSqlite(SqliteDatabase database) : EnterpriseReadsTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : EnterpriseReadsTests(database), IClassFixture<PostgresDatabase>;
}
