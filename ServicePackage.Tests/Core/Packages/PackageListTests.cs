using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Packages;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Packages;

/// <summary>The packages that somebody serves, and issuing many. The town's day is Monday 2 March 2026.</summary>
public abstract class PackageListTests(TestDatabase database) : PackageTestsBase(database)
{
    [Fact]
    public async Task List_SaysOfEachWhereItStands_WithinWhatTheReaderServes()
    {
        var (second, elsewhere) = (Town.Enterprise(City), Town.Enterprise());
        await MeetAsync();
        Clause("稳岗补贴");
        var id = Must(await IssueAsync()).Id;

        var city = await ListAsync(Town.Specialist(City));
        Assert.Equivalent(new[] { (Enterprise.Id, (PackageState?)PackageState.Issued), (second.Id, null) }, city.Rows.Items.Select(r => (r.EnterpriseId, r.State)), strict: true);
        Assert.Contains(elsewhere.Id, (await ListAsync(Dispatcher)).Rows.Items.Select(r => r.EnterpriseId));
        Assert.Equal((1, 1, 0), (city.Counts[PackageShow.NotIssued], city.Counts[PackageShow.ToHandOver], city.Counts[PackageShow.Changed]));

        Clause("扩岗补贴");
        Must(await HandOverAsync(id));
        var changed = await ListAsync(Town.Specialist(City), new PackageFilter(PackageShow.Changed));
        Assert.Equal([(Enterprise.Id, PackageState.HandedOver, true)], changed.Rows.Items.Select(r => (r.EnterpriseId, r.State!.Value, r.MayIssue)));
        Assert.Equal(1, changed.Counts[PackageShow.ToAcknowledge]);
        Assert.Equal(Refusal.NotFound, (await Lists.ListAsync(Own, new PackageFilter(), Cancellation)).Refusal);
        Assert.Equal(Refusal.NotFound, (await Lists.ListAsync(Town.Stranger(), new PackageFilter(), Cancellation)).Refusal);
    }

    [Fact]
    public async Task Many_AreIssuedAPageAtATime_AndGoOnWhereTheyWereStopped()
    {
        var others = Enumerable.Range(0, PackageListService.Together).Select(_ => Town.Enterprise(City)).ToList();
        var specialist = Town.Specialist(City);
        var chosen = (await ListAsync(specialist)).ToIssue.ToList();
        Assert.Equal(PackageListService.Together + 1, chosen.Count);
        var another = chosen[1];
        another.Seen = "another";
        using var stop = new CancellationTokenSource();
        var heard = new List<int>();
        var progress = new Heard(done =>
        {
            heard.Add(done);
            stop.Cancel();
        });

        var first = Must(await Lists.IssueAsync(specialist, chosen, progress, stop.Token));
        Assert.Equal((PackageListService.Together - 1, null), (first.Issued.Count, first.Trouble));
        Assert.Equal([PackageListService.Together], heard);
        var left = Assert.Single(first.Left);
        Assert.Equal((another.EnterpriseId, "Package.Changed"), (left.EnterpriseId, left.Why.Code));
        Assert.NotEmpty(left.Name);
        var rest = Must(await Lists.IssueAsync(specialist, (await ListAsync(specialist)).ToIssue, null, Cancellation));

        Assert.Equal(others.Count + 1, first.Issued.Count + rest.Issued.Count);
        Assert.Empty((await ListAsync(specialist)).ToIssue);
        await using var db = Town.Look();
        Assert.Equal(others.Count + 1, await db.PackageVersions.CountAsync(v => v.FileId != null && v.State == PackageState.Issued, Cancellation));
        Assert.Equal(others.Count + 1, await db.History.CountAsync(h => h.Act == "IssuePackage", Cancellation));
        Assert.Equal(Refusal.NotFound, (await Lists.IssueAsync(Own, chosen, null, Cancellation)).Refusal);
    }

    [Fact]
    public async Task Many_OfWhichOneCannotBeSaved_AreIssuedOneByOne_AndItIsNamed()
    {
        var (second, third) = (Town.Enterprise(City), Town.Enterprise(City));
        await MeetAsync();
        Clause("稳岗补贴");
        var one = Must(await IssueAsync()).Id;
        Clause("扩岗补贴");
        var two = Must(await IssueAsync()).Id;
        await using (var db = Town.Look())
        {
            // The next number of the enterprise is taken already, as where somebody else issues it at the same moment.
            await db.PackageVersions.Where(v => v.Id == one).ExecuteUpdateAsync(v => v.SetProperty(x => x.Number, 9), Cancellation);
            await db.PackageVersions.Where(v => v.Id == two).ExecuteUpdateAsync(v => v.SetProperty(x => x.Number, 8), Cancellation);
        }

        Clause("用工补贴");
        var specialist = Town.Specialist(City);
        var outcome = Must(await Lists.IssueAsync(specialist, (await ListAsync(specialist)).ToIssue, null, Cancellation));

        Assert.Equal(2, outcome.Issued.Count);
        Assert.Equal([(Enterprise.Id, "Stale")], outcome.Left.Select(l => (l.EnterpriseId, l.Why.Code)));
        Assert.Equivalent(new[] { second.Id, third.Id }, outcome.Issued.Select(id => Version(id).EnterpriseId), strict: true);
        Assert.Equal(PackageState.Issued, Version(two).State);
    }

    [Fact]
    public async Task Files_AreThoseOfEnterprisesTheReaderServes()
    {
        await MeetAsync();
        Clause("稳岗补贴");
        var id = Must(await IssueAsync()).Id;

        Assert.Equal([$"{Enterprise.Name}服务包（2026第1版）.docx"], Must(await Lists.FilesAsync(Town.Specialist(City), [id, id + 1], Cancellation)).Select(f => f.FileName));
        Must(await HandOverAsync(id));
        Assert.Equal(Refusal.NotFound, (await Lists.FilesAsync(Own, [id], Cancellation)).Refusal);
        Assert.Equal(Refusal.NotFound, (await Lists.FilesAsync(Town.Liaison(Town.Provider()), [id], Cancellation)).Refusal);
    }

    [Fact]
    public async Task File_SaysWhereThePackageStands_ToTheEnterpriseOnlyWhatWasHandedOver()
    {
        await MeetAsync();
        Clause("稳岗补贴");
        var id = Must(await IssueAsync()).Id;

        Assert.Equal(PackageState.Issued, Must(await Lists.OfEnterpriseAsync(Butler, Enterprise.Id, Cancellation)).State);
        Assert.Null(Must(await Lists.OfEnterpriseAsync(Own, Enterprise.Id, Cancellation)).State);
        Must(await HandOverAsync(id));
        Assert.Equal(PackageState.HandedOver, Must(await Lists.OfEnterpriseAsync(Own, Enterprise.Id, Cancellation)).State);
        Assert.Equal(Refusal.NotFound, (await Lists.OfEnterpriseAsync(Town.EnterpriseUser(Town.Enterprise()), Enterprise.Id, Cancellation)).Refusal);
    }

    private async Task<PackageList> ListAsync(Caller who, PackageFilter? filter = null) => Must(await Lists.ListAsync(who, filter ?? new PackageFilter(Take: 100), Cancellation));

    private sealed class Heard(Action<int> hear) : IProgress<int>
    {
        public void Report(int value) => hear(value);
    }

    public sealed class OnSqlite(SqliteDatabase database) : PackageListTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : PackageListTests(database), IClassFixture<PostgresDatabase>;
}
