using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.History;
using ServicePackage.Core.Live;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Operations;

/// <summary>How every act of the domain runs, shown on the renaming of an organisation.</summary>
public abstract class OperationRunnerTests(TestDatabase database) : TownTests(database)
{
    [Fact]
    public async Task Change_WhenAllowed_WritesRowHistoryAndNotice()
    {
        var unit = Town.Unit();
        var dispatcher = Town.Dispatcher();
        var officer = Town.Officer(unit);

        var outcome = await Town.Runner.ChangeAsync<long>(dispatcher, Guid.NewGuid(), async op =>
        {
            var row = await op.Db.Organisations.SingleAsync(o => o.Id == unit.Id, Cancellation);
            row.Phone = "021-1";
            op.Note(row, "ChangePhone", new { Why = "搬迁" });
            op.Tell(officer.AccountId, "PhoneChanged", null, late: false, row.Name);
            op.Tell(officer.AccountId, "PhoneChanged", null, late: false, row.Name);
            op.Tell(dispatcher.AccountId, "PhoneChanged", null, late: false, row.Name);
            return row.Id;
        }, Cancellation);

        Assert.Equal(unit.Id, outcome.Value);
        await using var db = Town.Look();
        Assert.Equal("021-1", (await db.Organisations.SingleAsync(o => o.Id == unit.Id, Cancellation)).Phone);
        var entry = Assert.Single(await HistoryOf(unit));
        Assert.Equal(("ChangePhone", dispatcher.AccountId, Town.Start), (entry.Act, entry.AccountId, entry.At));
        Assert.Equal("""{"Why":"搬迁"}""", entry.Content);
        Assert.Contains("\"Before\":\"021-59157000\",\"After\":\"021-1\"", entry.Changes, StringComparison.Ordinal);
        Assert.Equal(officer.AccountId, Assert.Single(await db.Notices.Where(n => n.Kind == "PhoneChanged").ToListAsync(Cancellation)).AccountId);
    }

    [Fact]
    public async Task Change_OnceCommitted_IsToldToOpenScreens()
    {
        var unit = Town.Unit();
        var (dispatcher, officer) = (Town.Dispatcher(), Town.Officer(unit));
        var heard = new List<Change>();
        using var broken = Town.Feed.Subscribe(_ => throw new InvalidOperationException("This screen is gone."));
        using (Town.Feed.Subscribe(changes =>
        {
            Assert.Equal("021-1", PhoneOf(unit));
            heard.AddRange(changes);
        }))
        {
            await RingAsync("021-1", done: true);
            Assert.Equal([new Change(Change.Notices, officer.AccountId), new Change(nameof(Organisation), unit.Id)], heard);

            await RingAsync("021-2", done: false);
            Assert.Equal(2, heard.Count);
        }

        await RingAsync("021-3", done: true);
        Assert.Equal(2, heard.Count);

        Task RingAsync(string phone, bool done) => Town.Runner.ChangeAsync<long>(dispatcher, Guid.NewGuid(), async op =>
        {
            var row = await op.Db.Organisations.SingleAsync(o => o.Id == unit.Id, Cancellation);
            row.Phone = phone;
            op.Tell(officer.AccountId, "Rung", null, late: false, phone);
            return done ? row.Id : Refusal.NotFound;
        }, Cancellation);
    }

    private string PhoneOf(Organisation unit)
    {
        using var db = Town.Look();
        return db.Organisations.Single(o => o.Id == unit.Id).Phone;
    }

    [Fact]
    public async Task Change_WhenCommandIsRepeated_GivesFirstResultAndWritesOnce()
    {
        var unit = Town.Unit();
        var dispatcher = Town.Dispatcher();
        var command = Guid.NewGuid();

        var first = await Rename(dispatcher, command, unit, "第一次");
        var second = await Rename(dispatcher, command, unit, "第二次");

        Assert.Equal(first.Value, second.Value);
        Assert.StartsWith("第一次", second.Value, StringComparison.Ordinal);
        Assert.Single(await HistoryOf(unit));
    }

    [Fact]
    public async Task SweepReceipts_WhenOld_ForgetsThemAndTheirResults()
    {
        var unit = Town.Unit();
        var dispatcher = Town.Dispatcher();
        var (old, recent) = (Guid.NewGuid(), Guid.NewGuid());
        await Rename(dispatcher, old, unit, "第一次");
        Town.Time.Advance(TimeSpan.FromDays(2));
        await Rename(dispatcher, recent, unit, "第二次");

        Town.Time.Advance(CommandReceipt.Kept - TimeSpan.FromDays(1));
        Assert.Equal(1, await Town.Runner.SweepReceiptsAsync(Town.Clock.Now, Cancellation));

        await using var db = Town.Look();
        Assert.Equal(recent, (await db.CommandReceipts.SingleAsync(r => r.AccountId == dispatcher.AccountId, Cancellation)).CommandId);
        Assert.StartsWith("第二次", (await Rename(dispatcher, recent, unit, "第三次")).Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_WhenItLeavesANote_IsInTheHistoryOfEachSubject()
    {
        var (one, two) = (Town.Unit(), Town.Unit());
        var dispatcher = Town.Dispatcher();

        for (var i = 0; i < 2; i++)
        {
            var outcome = await Town.Runner.ReadAsync<int>(dispatcher, op =>
            {
                op.Note(one, "Look", isInternal: true);
                op.Note(two, "Look");
                return Task.FromResult<Outcome<int>>(7);
            }, Cancellation);
            Assert.Equal(7, outcome.Value);
        }

        Assert.Equal([(1, dispatcher.AccountId, true), (2, dispatcher.AccountId, true)], (await HistoryOf(one)).Select(h => (h.Sequence, h.AccountId!.Value, h.Internal)));
        Assert.Equal(2, (await HistoryOf(two)).Count);
    }

    [Fact]
    public async Task Read_WhenRefused_LeavesNoNote()
    {
        var unit = Town.Unit();

        await Town.Runner.ReadAsync<int>(Town.Dispatcher(), op =>
        {
            op.Note(unit, "Look");
            return Task.FromResult<Outcome<int>>(Refusal.NotFound);
        }, Cancellation);

        Assert.Empty(await HistoryOf(unit));
    }

    [Fact]
    public async Task Change_OfManySubjects_GoesOnWithEachHistory()
    {
        var units = Enumerable.Range(0, 3).Select(_ => Town.Unit()).ToList();
        var dispatcher = Town.Dispatcher();
        await Rename(dispatcher, Guid.NewGuid(), units[0], "第一次");
        await Rename(dispatcher, Guid.NewGuid(), units[0], "第二次");
        await Rename(dispatcher, Guid.NewGuid(), units[1], "第一次");

        Assert.True((await Town.Runner.ChangeAsync<int>(dispatcher, Guid.NewGuid(), async op =>
        {
            var ids = units.Select(u => u.Id).ToList();
            foreach (var row in await op.Db.Organisations.Where(o => ids.Contains(o.Id)).ToListAsync(Cancellation))
            {
                row.Phone = "021-2";
                op.Note(row, "ChangePhone");
                op.Note(row, "Remark");
            }

            return ids.Count;
        }, Cancellation)).Done);

        var counts = await Task.WhenAll(units.Select(async u => (await HistoryOf(u)).Count));
        Assert.Equal([4, 3, 2], counts);
        foreach (var unit in units)
        {
            var entries = await HistoryOf(unit);
            Assert.Equal(Enumerable.Range(1, entries.Count), entries.Select(h => h.Sequence));
            Assert.All(entries.Zip(entries.Skip(1)), pair => Assert.Equal(pair.First.Hash, pair.Second.PreviousHash));
            Assert.Equal(["ChangePhone", "Remark"], entries.TakeLast(2).Select(h => h.Act));
            Assert.Contains("021-2", entries[^1].Changes, StringComparison.Ordinal); // the changes stand once, with the last act
            Assert.Equal("[]", entries[^2].Changes);
        }
    }

    [Fact]
    public async Task Change_WhenAnotherPersonUsesTheSameCommandId_IsACommandOfItsOwn()
    {
        var unit = Town.Unit();
        var command = Guid.NewGuid();

        await Rename(Town.Dispatcher(), command, unit, "甲");
        var second = await Rename(Town.Dispatcher(), command, unit, "乙");

        Assert.StartsWith("乙", second.Value, StringComparison.Ordinal);
        Assert.Equal(2, (await HistoryOf(unit)).Count);
    }

    [Fact]
    public async Task Change_WhenCopyIsStale_IsRefusedAndWritesNothing()
    {
        var unit = Town.Unit();

        var outcome = await Town.Runner.ChangeAsync<Nothing>(Town.Dispatcher(), Guid.NewGuid(), async op =>
        {
            var row = await op.Db.Organisations.SingleAsync(o => o.Id == unit.Id, Cancellation);
            op.Db.Entry(row).Property(o => o.Version).OriginalValue = 41; // the copy the page holds is older than the row
            row.Version = 42;
            row.Phone = "021-2";
            op.Note(row, "ChangePhone");
            return Nothing.Value;
        }, Cancellation);

        Assert.Equal(Refusal.Stale, outcome.Refusal);
        await NothingWasWritten(unit);
    }

    [Fact]
    public async Task Change_WhenRefused_WritesNothing()
    {
        var unit = Town.Unit();
        var command = Guid.NewGuid();
        var dispatcher = Town.Dispatcher();

        var outcome = await Town.Runner.ChangeAsync<Nothing>(dispatcher, command, async op =>
        {
            var row = await op.Db.Organisations.SingleAsync(o => o.Id == unit.Id, Cancellation);
            row.Phone = "021-3";
            op.Note(row, "ChangePhone");
            await op.Db.SaveChangesAsync(Cancellation);
            return Refusal.NotAllowed;
        }, Cancellation);

        Assert.Equal(Refusal.NotAllowed, outcome.Refusal);
        await NothingWasWritten(unit);
        Assert.True((await Rename(dispatcher, command, unit, "改正后")).Done); // a refusal is not remembered as the command's result
    }

    [Fact]
    public async Task Change_WhenItThrows_WritesNothing()
    {
        var unit = Town.Unit();

        await Assert.ThrowsAsync<InvalidOperationException>(() => Town.Runner.ChangeAsync<Nothing>(Town.Dispatcher(), Guid.NewGuid(), async op =>
        {
            (await op.Db.Organisations.SingleAsync(o => o.Id == unit.Id, Cancellation)).Phone = "021-4";
            await op.Db.SaveChangesAsync(Cancellation);
            throw new InvalidOperationException();
        }, Cancellation));

        await NothingWasWritten(unit);
    }

    [Fact]
    public async Task Change_WhenSessionHasEnded_IsRefused()
    {
        var unit = Town.Unit();
        var dispatcher = Town.SignedIn(Town.Dispatcher());
        Assert.True((await Rename(dispatcher, Guid.NewGuid(), unit, "登录时")).Done);

        Town.SignOut(dispatcher);

        Assert.Equal(Refusal.SignedOut, (await Rename(dispatcher, Guid.NewGuid(), unit, "退出后")).Refusal);
        Assert.Equal(Refusal.SignedOut, (await Read(dispatcher)).Refusal);
        Assert.Single(await HistoryOf(unit));
    }

    [Fact]
    public async Task Change_WhenSessionIsSomebodyElses_IsRefused()
    {
        var other = Town.SignedIn(Town.Dispatcher());
        var caller = Town.Dispatcher() with { SessionId = other.SessionId };

        Assert.Equal(Refusal.SignedOut, (await Read(caller)).Refusal);
    }

    [Fact]
    public async Task Change_WhenAccountIsDisabled_IsRefused()
    {
        var dispatcher = Town.Dispatcher();
        Town.Write(db => db.Users.Single(u => u.Id == dispatcher.AccountId).DisabledAt = Town.Clock.Now);

        Assert.Equal(Refusal.SignedOut, (await Rename(dispatcher, Guid.NewGuid(), Town.Unit(), "停用后")).Refusal);
    }

    [Fact]
    public async Task Change_WhenFirstPasswordIsStillToBeChanged_IsRefused()
    {
        var dispatcher = Town.SignedIn(Town.Dispatcher());
        Town.Write(db => db.Users.Single(u => u.Id == dispatcher.AccountId).MustChangePassword = true);

        Assert.Equal(Refusal.SignedOut, (await Rename(dispatcher, Guid.NewGuid(), Town.Unit(), "首次登录")).Refusal);
    }

    [Fact]
    public async Task Change_WhenAPostWasTakenAway_SeesTheRightsOfThisMoment()
    {
        var dispatcher = Town.SignedIn(Town.Dispatcher());
        Assert.True((await Read(dispatcher)).Value);

        Town.Write(db => db.Posts.Where(p => p.AccountId == dispatcher.AccountId).ExecuteDelete());

        Assert.False((await Read(dispatcher)).Value);
    }

    [Fact]
    public async Task Change_WhenRepeatedManyTimes_ChainsTheHistory()
    {
        var unit = Town.Unit();
        var dispatcher = Town.Dispatcher();
        for (var i = 1; i <= 3; i++)
        {
            await Rename(dispatcher, Guid.NewGuid(), unit, $"名称{i}");
        }

        var entries = await HistoryOf(unit);
        Assert.Equal([1, 2, 3], entries.Select(e => e.Sequence));
        Assert.Equal(["", entries[0].Hash, entries[1].Hash], entries.Select(e => e.PreviousHash));
        Assert.All(entries, e => Assert.Equal(HistoryRecorder.HashOf(e), e.Hash)); // what was stored is what was hashed
    }

    [Fact]
    public async Task Change_WhenTwoWriteAtOnce_LosesNoWrite()
    {
        var unit = Town.Unit();
        Caller[] people = [Town.Dispatcher(), Town.CentreLead()];

        var done = await Task.WhenAll(people.Select(p => Task.Run(async () =>
        {
            var successes = 0;
            for (var i = 0; i < 20; i++)
            {
                successes += (await CountUp(p, unit)).Done ? 1 : 0;
            }

            return successes;
        }, Cancellation)));

        await using var db = Town.Look();
        Assert.Equal(done.Sum(), (await db.Organisations.SingleAsync(o => o.Id == unit.Id, Cancellation)).Version);
        var entries = await HistoryOf(unit);
        Assert.Equal(Enumerable.Range(1, done.Sum()), entries.Select(e => e.Sequence));
        Assert.All(entries, e => Assert.Equal(HistoryRecorder.HashOf(e), e.Hash));
    }

    [Fact]
    public async Task Change_WhenOneCommandArrivesFiveTimesAtOnce_GivesOneResultToAll()
    {
        var unit = Town.Unit();
        var dispatcher = Town.Dispatcher();
        var command = Guid.NewGuid();

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 5)
            .Select(i => Task.Run(() => Rename(dispatcher, command, unit, $"点击{i}"), Cancellation)));

        Assert.All(outcomes, o => Assert.Null(o.Refusal));
        Assert.Single(outcomes.Select(o => o.Value).Distinct());
        Assert.Single(await HistoryOf(unit));
    }

    [Fact]
    public async Task ActAsSystem_WhenItChanges_IsRecordedWithoutAPerson()
    {
        var unit = Town.Unit();
        var asOf = Town.Start.AddDays(-1);

        Assert.True(await Town.Runner.ActAsSystemAsync(asOf, async op =>
            (await op.Db.Organisations.SingleAsync(o => o.Id == unit.Id, Cancellation)).Phone = "021-5", Cancellation));

        var entry = Assert.Single(await HistoryOf(unit));
        Assert.Equal((null, asOf, "Change"), (entry.AccountId, entry.At, entry.Act));
    }

    [Fact]
    public async Task ActAsSystem_WhenSomebodySavedInBetween_GivesFalseAndWritesNothing()
    {
        var unit = Town.Unit();

        Assert.False(await Town.Runner.ActAsSystemAsync(Town.Start, async op =>
        {
            var row = await op.Db.Organisations.SingleAsync(o => o.Id == unit.Id, Cancellation);
            op.Db.Entry(row).Property(o => o.Version).OriginalValue = 41;
            row.Phone = "021-6";
        }, Cancellation));

        await NothingWasWritten(unit);
    }

    private Task<Outcome<bool>> Read(Caller caller) =>
        Town.Runner.ReadAsync<bool>(caller, op => Task.FromResult<Outcome<bool>>(op.Actor.IsCentre), Cancellation);

    private Task<Outcome<string>> Rename(Caller caller, Guid command, Organisation unit, string name) =>
        Town.Runner.ChangeAsync<string>(caller, command, async op =>
        {
            var row = await op.Db.Organisations.SingleAsync(o => o.Id == unit.Id, Cancellation);
            row.Name = $"{name}{unit.Id}";
            row.Version++;
            op.Note(row, "Rename");
            return row.Name;
        }, Cancellation);

    private Task<Outcome<Nothing>> CountUp(Caller caller, Organisation unit) =>
        Town.Runner.ChangeAsync<Nothing>(caller, Guid.NewGuid(), async op =>
        {
            (await op.Db.Organisations.SingleAsync(o => o.Id == unit.Id, Cancellation)).Version++;
            op.Note(unit, "CountUp");
            return Nothing.Value;
        }, Cancellation);

    private async Task<List<HistoryEntry>> HistoryOf(IHistoried subject)
    {
        await using var db = Town.Look();
        return await db.History.Where(h => h.Subject == subject.Subject && h.SubjectId == subject.SubjectId)
            .OrderBy(h => h.Sequence).ToListAsync(Cancellation);
    }

    private async Task NothingWasWritten(Organisation unit)
    {
        await using var db = Town.Look();
        Assert.Equal("021-59157000", (await db.Organisations.SingleAsync(o => o.Id == unit.Id, Cancellation)).Phone);
        Assert.Empty(await HistoryOf(unit));
    }

    public sealed class OnSqlite(SqliteDatabase database) : OperationRunnerTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : OperationRunnerTests(database), IClassFixture<PostgresDatabase>;
}
