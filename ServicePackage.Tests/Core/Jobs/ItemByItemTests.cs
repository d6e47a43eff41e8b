using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ServicePackage.Core.Jobs;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Jobs;

/// <summary>What a job cannot handle holds up nothing else, is named, and does not come back for ever; told of beds that are watered.</summary>
public abstract class ItemByItemTests : TownTests
{
    private static readonly Job Watering = Job.Of<Dictionary<long, int>>("Watering", 901, TimeSpan.FromHours(1), (_, _, _) => Task.FromResult(0));

    private readonly Dictionary<long, int> _tried = [];
    private readonly HashSet<long> _stones = [2];
    private readonly JobService _jobs;

    protected ItemByItemTests(TestDatabase database)
        : base(database)
    {
        _jobs = new JobService(Town.Runner, new Timetable(Town.HouseWith(new Shed())));
        Town.Write(db => db.FailedItems.RemoveRange(db.FailedItems));
    }

    [Fact]
    public async Task Item_ThatFails_KeepsNothingFromTheOthersAndIsNamed()
    {
        Assert.Equal([1, 3], await WaterAsync());

        var failed = Assert.Single(await FailedAsync());
        Assert.Equal(("Watering", "Bed", "B-2", 1, "InvalidOperationException: Stones."), (failed.Job, failed.Kind, failed.Name, failed.Tries, failed.Error));
        Assert.Equal((Town.Start, Town.Start, Town.Start.AddMinutes(1)), (failed.FirstAt, failed.LastAt, failed.NextTryAt));
        Assert.Equal(1, (await _jobs.ListAsync(Town.Administrator(), Cancellation)).Value.Single(j => j.Job == "Watering").Items);
    }

    [Fact]
    public async Task Item_ThatGoesOnFailing_IsTriedAtGrowingDistancesAndThenLeft()
    {
        var triedAfter = new List<double>();
        for (var minute = 0; minute < 60 * 24; minute++)
        {
            var before = _tried.GetValueOrDefault(2);
            await WaterAsync(2);
            if (_tried.GetValueOrDefault(2) > before)
            {
                triedAfter.Add((Town.Clock.Now - Town.Start).TotalMinutes);
            }

            Town.Time.Advance(TimeSpan.FromMinutes(minute < 160 ? 1 : 60));
        }

        Assert.Equal([0, 1, 6, 36, 156], triedAfter);
        var given = Assert.Single(await FailedAsync());
        Assert.Equal((5, (DateTime?)null, Town.Start), (given.Tries, given.NextTryAt, given.FirstAt));
    }

    [Fact]
    public async Task Item_ThatSucceedsLater_IsForgotten()
    {
        await WaterAsync();
        _stones.Clear();

        Assert.Equal([1, 3], await WaterAsync()); // not to be tried yet
        Town.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal([1, 2, 3], await WaterAsync());

        Assert.Empty(await FailedAsync());
        Assert.Equal(0, (await _jobs.ListAsync(Town.Administrator(), Cancellation)).Value.Single(j => j.Job == "Watering").Items);
    }

    [Fact]
    public async Task Item_ThatIsDueNoLonger_IsForgotten()
    {
        await WaterAsync();
        Assert.Single(await FailedAsync());

        await WaterAsync(1, 3); // somebody has dug up the second bed

        Assert.Empty(await FailedAsync());
    }

    [Fact]
    public async Task Item_GivenUp_IsTriedAgainWhenTheAdministratorAsks()
    {
        var administrator = Town.Administrator();
        for (var i = 0; i <= FailedItem.Distances.Count; i++)
        {
            await WaterAsync(2);
            Town.Time.Advance(TimeSpan.FromHours(3));
        }

        Assert.Null(Assert.Single(await FailedAsync()).NextTryAt);

        Assert.Equal("NotFound", (await _jobs.TryFailedAgainAsync(administrator, Guid.NewGuid(), "Mowing", Cancellation)).Refusal?.Code);
        Assert.Equal(1, (await _jobs.TryFailedAgainAsync(administrator, Guid.NewGuid(), "Watering", Cancellation)).Value);

        Assert.Equal(Town.Clock.Now, Assert.Single(await FailedAsync()).NextTryAt);
        _stones.Clear();
        Assert.Equal([2], await WaterAsync(2));
        Assert.Empty(await FailedAsync());
        await using var db = Town.Look();
        Assert.Equal("TryAgain", (await db.History.SingleAsync(h => h.Subject == "Job" && h.AccountId == administrator.AccountId, Cancellation)).Act);
    }

    [Fact]
    public async Task Store_ThatTakesNothing_EndsTheRunAndBlamesNoItem()
    {
        var run = await Town.Items.BeginAsync(Watering, Town.Clock.Now, Cancellation);

        await Assert.ThrowsAsync<SqliteException>(() => run.TryAsync(new Subject("Bed", 1), () => throw new SqliteException("database or disk is full", 13), () => Task.FromResult("B-1"), Cancellation));
        await Assert.ThrowsAsync<OperationCanceledException>(() => run.TryAsync(new Subject("Bed", 1), () => throw new OperationCanceledException(), () => Task.FromResult("B-1"), Cancellation));

        Assert.Empty(await FailedAsync());
    }

    /// <summary>On PostgreSQL somebody can hold one row: that one waits, and only where all are held is it the store.</summary>
    [Fact]
    public async Task Item_ThatSomebodyHolds_IsLeftToTheNextRunAndBlamedForNothing()
    {
        var run = await Town.Items.BeginAsync(Watering, Town.Clock.Now, Cancellation);

        Assert.False(await TryAsync(1));
        Assert.True(await run.TryAsync(new Subject("Bed", 3), () => Task.CompletedTask, () => Task.FromResult("B-3"), Cancellation));
        Assert.False(await TryAsync(4));
        await Assert.ThrowsAsync<DbUpdateException>(() => TryAsync(5));

        Assert.Empty(await FailedAsync());

        Task<bool> TryAsync(long bed) => run.TryAsync(new Subject("Bed", bed), () => throw new DbUpdateException("", new PostgresException("held", "ERROR", "ERROR", PostgresErrorCodes.LockNotAvailable)), () => Task.FromResult($"B-{bed}"), Cancellation);
    }

    [Fact]
    public async Task Items_OfAnotherJobOrKind_AreTheirOwn()
    {
        await WaterAsync(2);
        var weeding = await Town.Items.BeginAsync(Shed.Weeding, Town.Clock.Now, Cancellation);
        var watering = await Town.Items.BeginAsync(Watering, Town.Clock.Now, Cancellation);

        Assert.True(await weeding.TryAsync(new Subject("Bed", 2), () => Task.CompletedTask, () => Task.FromResult("B-2"), Cancellation));
        Assert.True(await watering.TryAsync(new Subject("Pot", 2), () => Task.CompletedTask, () => Task.FromResult("P-2"), Cancellation));

        Assert.Single(await FailedAsync());
    }

    /// <summary>Waters beds, and gives those that were.</summary>
    private async Task<List<long>> WaterAsync(params long[] beds)
    {
        var run = await Town.Items.BeginAsync(Watering, Town.Clock.Now, Cancellation);
        var watered = new List<long>();
        foreach (var bed in beds.Length > 0 ? beds : [1, 2, 3])
        {
            if (await run.TryAsync(new Subject("Bed", bed), () => PourAsync(bed), () => Task.FromResult($"B-{bed}"), Cancellation))
            {
                watered.Add(bed);
            }
        }

        await run.EndAsync(Cancellation);
        return watered;
    }

    private Task PourAsync(long bed)
    {
        _tried[bed] = _tried.GetValueOrDefault(bed) + 1;
        return _stones.Contains(bed) ? throw new InvalidOperationException("Stones.") : Task.CompletedTask;
    }

    private async Task<IReadOnlyList<FailedItemView>> FailedAsync() => (await _jobs.FailedAsync(Town.Administrator(), 0, Paging.Largest, Cancellation)).Value.Items;

    private sealed class Shed : IJobs
    {
        public static readonly Job Weeding = Job.Of<Dictionary<long, int>>("Weeding", 902, TimeSpan.FromHours(1), (_, _, _) => Task.FromResult(0));

        public IReadOnlyList<Job> Jobs => [Watering, Weeding];
    }

    public sealed class OnSqlite(SqliteDatabase database) : ItemByItemTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : ItemByItemTests(database), IClassFixture<PostgresDatabase>;
}
