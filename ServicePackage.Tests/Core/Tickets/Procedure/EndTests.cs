using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;
using static ServicePackage.Tests.Core.WorkingTime.Published;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>The ends of a demand that are not a result: not accepted, duplicate, withdrawn, ended.</summary>
public abstract class EndTests(TestDatabase database) : TicketTests(database)
{
    private static MoveInput Ended => new() { EndReason = EndReason.Dissolved, Text = "企业已注销。" };

    [Fact]
    public async Task End_WhileAnUrgeWaitsForItsAnswer_TellsWhoUrged()
    {
        var leader = Town.TownLeader();
        var number = await AcceptedAsync();
        await DoneAsync(leader, number, Move.Urge, new MoveInput { Text = "请尽快。", Day = Town.Clock.Today.AddDays(30) });
        await DoneAsync(Dispatcher, number, Move.Urge, new MoveInput { Text = "请尽快。", Day = Town.Clock.Today.AddDays(30) });
        await DoneAsync(Dispatcher, number, Move.End, new MoveInput { EndReason = EndReason.Dissolved, Text = "企业已注销。" });

        Assert.Equal((1, 0), (await ToldAsync(leader, number, "Moved.UrgeEnded"), await ToldAsync(Dispatcher, number, "Moved.UrgeEnded"))); // who ended it knows
        await DoneAsync(Dispatcher, number, Move.Mark, new MoveInput { Marks = Marks.Common });
        Assert.Equal(1, await ToldAsync(leader, number, "Moved.UrgeEnded")); // once
    }

    [Fact]
    public async Task DeemConfirmed_WhileAnUrgeWaitsForItsAnswer_TellsWhoUrged()
    {
        var leader = Town.TownLeader();
        var number = await CompletedAsync();
        await DoneAsync(leader, number, Move.Urge, new MoveInput { Text = "请核实。", Day = Town.Clock.Today.AddDays(60) });
        await GoToAsync(Town.Clock.Today.AddDays(30), new TimeOnly(10, 0));

        Assert.Equal((ClosedAs.Deemed, 1), ((await StoredAsync(number)).ClosedAs, await ToldAsync(leader, number, "Moved.UrgeEnded")));
    }

    [Fact]
    public async Task CloseUnopened_WithoutAnotherNumber_IsNotAccepted()
    {
        var number = await RaisedAsync();
        await DoneAsync(Dispatcher, number, Move.CloseUnopened, Saying("不属于受理范围。"));

        var seen = await SeeAsync(Applicant, number);
        Assert.Equal((TicketState.Closed, ClosedAs.NotAccepted), (seen.State, seen.ClosedAs));
        Assert.Contains(seen.Timeline, e => e.Move == Move.CloseUnopened);
        Assert.Equal(ClockOutcome.Met, (await ClockAsync(number, ClockKind.Dispatch)).Outcome);
        Assert.Equal(1, await ToldAsync(Applicant, number, "Yours.CloseUnopened"));
    }

    [Fact]
    public async Task CloseUnopened_AsADuplicate_NamesTheOther()
    {
        var first = await RaisedAsync();
        var number = await RaisedAsync();
        await RefusedAsync("OtherNumberUnknown", Dispatcher, number, Move.CloseUnopened, new MoveInput { Text = "重复。", OtherNumber = "2026-99999" });
        await RefusedAsync("OtherNumberUnknown", Dispatcher, number, Move.CloseUnopened, new MoveInput { Text = "重复。", OtherNumber = number });
        var others = await RaisedForAsync(Town.Enterprise(City));
        await RefusedAsync("OtherNumberUnknown", Dispatcher, number, Move.CloseUnopened, new MoveInput { Text = "与另一家企业的重复。", OtherNumber = others });
        var withdrawn = await RaisedAsync();
        await DoneAsync(Applicant, withdrawn, Move.Withdraw, Saying("已自行解决。"));
        await RefusedAsync("OtherNumberUnhandled", Dispatcher, number, Move.CloseUnopened, new MoveInput { Text = "与已撤回的重复。", OtherNumber = withdrawn });
        var (refused, duplicate, ended) = (await RaisedAsync(), await RaisedAsync(), await RaisedAsync());
        await DoneAsync(Dispatcher, refused, Move.CloseUnopened, Saying("不属于受理范围。"));
        await DoneAsync(Dispatcher, duplicate, Move.CloseUnopened, new MoveInput { Text = "重复。", OtherNumber = first });
        await DoneAsync(Dispatcher, ended, Move.End, new MoveInput { EndReason = EndReason.Dissolved, Text = "企业已注销。" });
        foreach (var unhandled in new[] { refused, duplicate, ended })
        {
            await RefusedAsync("OtherNumberUnhandled", Dispatcher, number, Move.CloseUnopened, new MoveInput { Text = "重复。", OtherNumber = unhandled });
        }

        await DoneAsync(Dispatcher, number, Move.CloseUnopened, new MoveInput { Text = "与前一件重复。", OtherNumber = $" {first} " });

        var stored = await StoredAsync(number);
        Assert.Equal((ClosedAs.Duplicate, (await StoredAsync(first)).Id), (stored.ClosedAs, stored.LinkedTicketId));
    }

    [Theory]
    [InlineData(TicketState.Raised)]
    [InlineData(TicketState.Dispatched)]
    [InlineData(TicketState.InProgress)]
    [InlineData(TicketState.ReturnRequested)]
    [InlineData(TicketState.AwaitingSupplement)]
    [InlineData(TicketState.AwaitingConfirmation)]
    public async Task Withdraw_BeforeAResult_EndsEveryClock(TicketState state)
    {
        var number = await InAsync(state);
        Assert.Equal(state, (await StoredAsync(number)).State);

        Assert.Equal(TicketState.Withdrawn, (await DoneAsync(Applicant, number, Move.Withdraw, Saying("已自行解决。"))).State);

        var stored = await StoredAsync(number);
        Assert.All(stored.Clocks, c => Assert.True(c.Outcome is ClockOutcome.Cancelled or ClockOutcome.Met));
        Assert.Equal(((ClosedAs?)null, (DateTime?)Town.Clock.Now), (stored.ClosedAs, stored.ClosedAt));
        await RefusedAsync("WrongState", Dispatcher, number, Move.Comment, Saying("已撤回。"));
    }

    [Fact]
    public async Task Withdraw_AfterTheConfirmation_IsRefused()
    {
        var number = await CompletedAsync();
        await DoneAsync(Applicant, number, Move.ConfirmDone);
        await RefusedAsync("WrongState", Applicant, number, Move.Withdraw, Saying("不需要了。"));
    }

    [Fact]
    public async Task Withdraw_InProceedings_DependsOnWhereTheyWereEntered()
    {
        var proceedings = new MoveInput { Proceeding = ProceedingKind.Reconsideration, CaseNumber = "1号", Day = Day("2026-06-01") };
        var early = await AcceptedAsync();
        await DoneAsync(Dispatcher, early, Move.EnterProceedings, proceedings);
        await DoneAsync(Applicant, early, Move.Withdraw, Saying("已和解。"));

        var late = await BadlyRatedAsync();
        await DoneAsync(Dispatcher, late, Move.EnterProceedings, proceedings);
        await RefusedAsync("NotWithdrawable", Applicant, late, Move.Withdraw, Saying("已和解。"));
    }

    [Fact]
    public async Task Withdraw_WhenAClockIsPastDue_LeavesTheBreachOnRecord()
    {
        var number = await DispatchedAsync();
        await GoToAsync(Day("2026-03-05"), new TimeOnly(9, 30));
        await DoneAsync(Applicant, number, Move.Withdraw, Saying("等待太久。"));

        Assert.Equal(ClockOutcome.Breached, (await ClockAsync(number, ClockKind.Review)).Outcome);
        Assert.Equal(ClockOutcome.Cancelled, (await ClockAsync(number, ClockKind.Handling)).Outcome);
    }

    [Theory]
    [InlineData(TicketState.Raised)]
    [InlineData(TicketState.InProgress)]
    [InlineData(TicketState.AwaitingRating)]
    [InlineData(TicketState.ReplyDue)]
    public async Task End_InAnyOpenState_ClosesAsEnded(TicketState state)
    {
        var number = await InAsync(state);
        await DoneAsync(Dispatcher, number, Move.End, Ended);

        var stored = await StoredAsync(number);
        Assert.Equal((TicketState.Closed, ClosedAs.Ended), (stored.State, stored.ClosedAs));
        Assert.All(stored.Clocks, c => Assert.False(c.Open));
        await RefusedAsync("NotUnrated", Applicant, number, Move.RateLate, new MoveInput { Rating = RatingLevel.Satisfied });
    }

    [Fact]
    public async Task End_ForHavingLeftTheRoster_IsRefusedWhileOnIt()
    {
        var number = await AcceptedAsync();
        await RefusedAsync("StillOnRoster", Dispatcher, number, Move.End, new MoveInput { EndReason = EndReason.OffRoster, Text = "已退出。" });
        Town.Write(db => db.Enterprises.Single(e => e.Id == Enterprise.Id).LeftRosterOn = Town.Clock.Today);

        await DoneAsync(Dispatcher, number, Move.End, new MoveInput { EndReason = EndReason.OffRoster, Text = "已退出。" });
    }

    [Fact]
    public async Task End_AfterATaskWasDone_LeavesItDone()
    {
        var (done, open) = (Town.Unit("水务站"), Town.Unit("派出所"));
        var number = await SupportedAsync(done);
        await DoneAsync(Town.Officer(done), number, Move.FinishTask, new MoveInput { AboutId = await TaskAsync(number), Text = "已踏勘。" });
        await DoneAsync(Officer, number, Move.GiveTask, new MoveInput { UnitId = open.Id, Text = "维持秩序。" });
        await DoneAsync(Dispatcher, number, Move.End, Ended);

        Assert.Equal([(SupportingTaskState.Done, "已踏勘。"), (SupportingTaskState.Cancelled, "")], (await StoredAsync(number)).Tasks.OrderBy(t => t.Id).Select(t => (t.State, t.Answer)));
    }

    [Theory]
    [InlineData(Move.Withdraw)]
    [InlineData(Move.End)]
    public async Task Promise_OfADemandThatEndsWithoutAResult_IsNotAskedAfter(Move move)
    {
        var number = await AcceptedAsync();
        await DoneAsync(Officer, number, Move.Complete, new MoveInput { Text = "将于四月完成绿化。", SecondDay = Day("2026-04-10") });
        await DoneAsync(move == Move.End ? Dispatcher : Applicant, number, move, move == Move.End ? Ended : Saying("企业已迁出。"));
        await GoToAsync(Day("2026-04-13"), new TimeOnly(9, 30));

        Assert.Equal(0, await ToldAsync(Specialist, number, "Moved.AskAfterPromise"));
    }

    private async Task<string> RaisedForAsync(Enterprise enterprise)
    {
        await using var db = Town.Look();
        var topic = await db.Topics.Select(t => t.Id).FirstAsync(Cancellation);
        return (await Raising.RaiseAsync(Town.EnterpriseUser(enterprise), Guid.NewGuid(), new RaiseInput
        {
            Type = TicketType.Coordination,
            TopicId = topic,
            Title = "厂区门口道路积水",
            Text = "请求协调排水改造。",
            ContactName = "李洁",
            ContactPhone = "13900000000",
        }, Cancellation)).Value.Number;
    }

    private async Task<string> InAsync(TicketState state)
    {
        switch (state)
        {
            case TicketState.Raised:
                return await RaisedAsync();
            case TicketState.Dispatched:
                return await DispatchedAsync();
            case TicketState.AwaitingConfirmation:
                return await CompletedAsync();
            case TicketState.ReplyDue:
                return await BadlyRatedAsync();
            case TicketState.AwaitingRating:
                var done = await CompletedAsync();
                await DoneAsync(Applicant, done, Move.ConfirmDone);
                return done;
        }

        var number = await AcceptedAsync();
        if (state != TicketState.InProgress)
        {
            await DoneAsync(Officer, number, state == TicketState.ReturnRequested ? Move.ApplyForReturn : Move.AskSupplement, Saying("请看说明。"));
        }

        return number;
    }

    public sealed class OnSqlite(SqliteDatabase database) : EndTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : EndTests(database), IClassFixture<PostgresDatabase>;
}
