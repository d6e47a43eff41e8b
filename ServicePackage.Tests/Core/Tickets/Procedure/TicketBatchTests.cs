using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Tickets;

public abstract class TicketBatchTests(TestDatabase database) : OverdueTests(database)
{
    [Fact]
    public async Task Batch_WhenSomeAreRefused_DoesTheOthersAndSaysWhy()
    {
        var (first, second, closed) = (await AcceptedAsync(), await AcceptedAsync(), await AcceptedAsync());
        var demands = await AtAsync(first, second, closed, first);
        await DoneAsync(Officer, second, Move.ReportProgress, Saying("已踏勘。")); // what the page shows is stale now

        var results = await MakeAllAsync(Town.TownLeader(), [.. demands, new TicketAt("2026-99999", 1)], Move.Remind, Saying("请尽快办理。"));

        Assert.Equal([first, second, closed, "2026-99999"], results.Select(r => r.Number));
        Assert.Equal([null, "StaleTicket", null, "NotFound"], results.Select(r => r.Refusal?.Code));
        Assert.Equal(1, await ToldAsync(Liaison, first, "Moved.Remind"));
        Assert.Equal(0, await ToldAsync(Liaison, second, "Moved.Remind"));
    }

    [Fact]
    public async Task Batch_WhenGivenTwiceUnderOneId_IsDoneOnce()
    {
        var demands = await AtAsync(await AcceptedAsync(), await AcceptedAsync());
        var run = Guid.NewGuid();

        Assert.All(await MakeAllAsync(Dispatcher, demands, Move.Urge, Urging(), run), r => Assert.Null(r.Refusal));
        Assert.All(await MakeAllAsync(Dispatcher, demands, Move.Urge, Urging(), run), r => Assert.Null(r.Refusal));

        foreach (var demand in demands)
        {
            Assert.Single((await StoredAsync(demand.Number)).Urges);
        }
    }

    [Fact]
    public async Task Comment_OnSeveral_IsMadeOnEach()
    {
        var demands = await AtAsync(await AcceptedAsync(), await AcceptedAsync());

        Assert.All(await MakeAllAsync(Dispatcher, demands, Move.Comment, Saying("请各单位注意汛期排水。")), r => Assert.Null(r.Refusal));
        Assert.All(demands, d => Assert.Equal(1, ToldAsync(Officer, d.Number, "Moved.Comment").GetAwaiter().GetResult()));
    }

    [Fact]
    public async Task Urge_WithoutAnInstruction_IsRefusedForEach()
    {
        var demands = await AtAsync(await AcceptedAsync(), await AcceptedAsync());

        var results = await MakeAllAsync(Dispatcher, demands, Move.Urge, new MoveInput { Day = Town.Clock.Today.AddDays(3) });

        Assert.All(results, r => Assert.Equal(nameof(MoveInput.Text), r.Refusal?.Field));
    }

    [Fact]
    public async Task Reassign_GoesWhereItIsOpen_AndNotByALeader()
    {
        var (open, completed) = (await AcceptedAsync(), await CompletedAsync());
        var other = Town.Unit("水务站");
        var given = new MoveInput { UnitId = other.Id, Text = "由水务站办理。" };

        Assert.All(await MakeAllAsync(Town.TownLeader(), await AtAsync(open, completed), Move.Reassign, given), r => Assert.NotNull(r.Refusal));
        var results = await MakeAllAsync(Dispatcher, await AtAsync(open, completed), Move.Reassign, given);

        Assert.Equal([null, "WrongState"], results.Select(r => r.Refusal?.Code));
        Assert.Equal(other.Id, (await StoredAsync(open)).LeadUnitId);
        Assert.Equal(Unit.Id, (await StoredAsync(completed)).LeadUnitId);
    }

    [Fact]
    public async Task Batch_OfAnyOtherMove_IsABug() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => MakeAllAsync(Dispatcher, [], Move.End, new MoveInput()));

    private MoveInput Urging() => new() { Text = "请于三日内报送处理方案。", Day = Town.Clock.Today.AddDays(3) };

    public sealed class OnSqlite(SqliteDatabase database) : TicketBatchTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : TicketBatchTests(database), IClassFixture<PostgresDatabase>;
}
