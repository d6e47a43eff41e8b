using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.History;
using ServicePackage.Core.Jobs;
using ServicePackage.Core.Live;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Policies;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Benchmarks.Matching;

/// <summary>
/// One clause against 100,000 enterprises by the sweep itself, on a SQLite file, beside the bare inserts of as many rows; then how much room a kept match takes, beside
/// its explanation kept as JSON. Both are timed once each way, so it is no benchmark of the package; the file is thrown away.
/// </summary>
internal sealed class SweepRun : IAsyncDisposable
{
    private const int Page = 1000;
    private const int Snapshots = 20_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("servicepackage-sweep-").FullName;
    private readonly ServiceProvider _services;

    private SweepRun() => _services = new ServiceCollection().AddLogging().AddData($"Data Source={Path.Combine(_folder, "town.db")}").BuildServiceProvider();

    public static async Task RunAsync(int enterprises)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo("zh-CN");
        await using var run = new SweepRun();
        var (clauses, bare) = await run.PrepareAsync(enterprises);
        var (warm, _) = await run.SweepAsync(clauses[0]); // compiles both ways
        await run.InsertAsync(bare[0], warm);
        var before = Peak();
        var (rows, sweep) = await run.SweepAsync(clauses[1]);
        var peak = Peak();
        var (inserts, room) = await run.InsertAsync(bare[1], rows);
        Console.WriteLine($"{enterprises:N0} enterprises, {rows:N0} matches: of the processor the sweep took {sweep.TotalSeconds:N1} s, bare inserts {inserts.TotalSeconds:N1} s, ratio {sweep / inserts:N1}");
        Console.WriteLine($"peak working set {before / 1e6:N0} MB before the sweep, {peak / 1e6:N0} MB after it");
        Console.WriteLine($"a kept match {room:N0} bytes, its explanation as JSON {await run.SnapshotsAsync():N0} bytes");
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static long Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }

    /// <summary>The processor's time, which others at work on the machine do not change.</summary>
    private static TimeSpan Busy()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }

    private IDbContextFactory<AppDbContext> Contexts => _services.GetRequiredService<IDbContextFactory<AppDbContext>>();

    private static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    private AppDbContext Look() => Contexts.CreateDbContext();

    private MatchSweep Sweep()
    {
        var (feed, house) = (new LiveFeed(NullLogger<LiveFeed>.Instance), new House([new OperationRoom(), new HistoryRoom(), new EnterpriseRoom(), new PolicyRoom()]));
        var runner = new OperationRunner(Contexts, new TownClock(TimeProvider.System), TimeProvider.System, feed, house);
        return new MatchSweep(Contexts, new ItemByItem(Contexts, feed, NullLogger<ItemByItem>.Instance), new MatchWeighing(runner), house);
    }

    /// <summary>The town: enterprises with three facts each, which were weighed before, and four clauses, two of them to be weighed.</summary>
    private async Task<(long[] Swept, long[] Bare)> PrepareAsync(int enterprises)
    {
        await using var db = Look();
        await db.Database.MigrateAsync();
        var city = db.Organisations.Add(new Organisation { Kind = OrganisationKind.EconomicCity, Name = "经济城" }).Entity;
        await db.SaveChangesAsync();
        var first = db.Enterprises.Add(new Enterprise { Name = "企业", CreditCode = "0", EconomicCityId = city.Id, OnRosterFrom = new DateOnly(2024, 1, 1) }).Entity;
        await db.SaveChangesAsync();
        var by = db.Users.Add(new Account { UserName = "officer", DisplayName = "经办人" }).Entity;
        await db.SaveChangesAsync();
        var policy = db.Policies.Add(new Policy { OrganisationId = city.Id, CreatedAt = Now, CreatedById = by.Id }).Entity;
        await db.SaveChangesAsync();
        var condition = new AllOf([new FigureLeaf(new FactMeasure("staff"), Must.AtLeast, 100), new FigureLeaf(new FactMeasure("revenue"), Must.AtLeast, 20_000_000)]);
        PolicyClause[] clauses = [.. Enumerable.Range(1, 2).Select(i => new PolicyClause { Title = "条款", Order = i, Condition = ConditionJson.Write(condition), Clause = new Clause { PolicyId = policy.Id } })];
        db.PolicyVersions.Add(new PolicyVersion { PolicyId = policy.Id, Number = 1, State = PolicyState.Published, Title = "政策", Place = "310114", DraftedById = by.Id, ChangedById = by.Id, ChangedAt = Now, PublishedAt = Now, Clauses = [.. clauses] });
        Clause[] others = [new() { PolicyId = policy.Id }, new() { PolicyId = policy.Id }];
        db.Clauses.AddRange(others);
        await db.SaveChangesAsync();
        await CopyAsync(db, first.Id, enterprises);
        foreach (var fact in Facts(first.Id))
        {
            db.EnterpriseFacts.Add(fact);
        }

        await db.SaveChangesAsync();
        await SpreadAsync(db, first.Id);
        await db.Database.ExecuteSqlRawAsync("DELETE FROM \"Unweighed\"; DELETE FROM \"MatchTurns\"; INSERT INTO \"MatchTurns\" (\"EnterpriseId\", \"NextTurn\", \"Version\") SELECT \"Id\", NULL, 1 FROM \"Enterprises\"");
        db.MatchBasis.Add(new MatchBasis { Edition = MatchBasis.Running });
        await db.SaveChangesAsync();
        return ([.. clauses.Select(c => c.ClauseId)], [.. others.Select(c => c.Id)]);
    }

    private static IEnumerable<EnterpriseFact> Facts(long enterprise)
    {
        var year = TownTime.DayOf(Now).Year - 1;
        yield return new EnterpriseFact { EnterpriseId = enterprise, Code = "reg_place", Shape = FactShape.State, From = new DateOnly(2020, 1, 1), Choice = "310114106", RecordedAt = Now.AddDays(-1) };
        foreach (var code in (string[])["staff", "revenue"])
        {
            var period = FactPeriod.Of(FactCatalogue.Find(code)!.Shapes[0], year)!.Value;
            yield return new EnterpriseFact { EnterpriseId = enterprise, Code = code, Shape = period.Shape, From = period.From, Until = period.Until, Low = 0, High = 0, RecordedAt = Now.AddDays(-1) };
        }
    }

    /// <summary>A statement that names columns, which come from the tables themselves.</summary>
    private static Task<int> ExecuteAsync(AppDbContext db, string statement) => db.Database.ExecuteSqlRawAsync(statement);

    /// <summary>Enterprises like the first.</summary>
    private static async Task CopyAsync(AppDbContext db, long first, int enterprises)
    {
        var columns = await db.Database.SqlQueryRaw<string>("SELECT name AS Value FROM pragma_table_info('Enterprises') WHERE name <> 'Id'").ToListAsync();
        var values = columns.Select(c => c == nameof(Enterprise.CreditCode) ? "n.n" : $"r.\"{c}\"");
        await ExecuteAsync(
            db,
            $"WITH RECURSIVE n(n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM n WHERE n < {enterprises}) INSERT INTO \"Enterprises\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) SELECT {string.Join(", ", values)} FROM \"Enterprises\" r, n WHERE r.\"Id\" = {first}");
    }

    /// <summary>The facts of the first for all others, their figures spread so that a third of the enterprises meet the clause.</summary>
    private static async Task SpreadAsync(AppDbContext db, long first)
    {
        var columns = await db.Database.SqlQueryRaw<string>("SELECT name AS Value FROM pragma_table_info('EnterpriseFacts') WHERE name NOT IN ('Id', 'EnterpriseId')").ToListAsync();
        await ExecuteAsync(
            db,
            $"INSERT INTO \"EnterpriseFacts\" (\"EnterpriseId\", {string.Join(", ", columns.Select(c => $"\"{c}\""))}) SELECT e.\"Id\", {string.Join(", ", columns.Select(c => $"f.\"{c}\""))} FROM \"EnterpriseFacts\" f, \"Enterprises\" e WHERE f.\"EnterpriseId\" = {first} AND e.\"Id\" <> {first}");
        await db.Database.ExecuteSqlRawAsync("UPDATE \"EnterpriseFacts\" SET \"Low\" = CAST(\"EnterpriseId\" * 7919 % 250 AS TEXT) || '.0', \"High\" = CAST(\"EnterpriseId\" * 7919 % 250 AS TEXT) || '.0' WHERE \"Code\" = 'staff'");
        await db.Database.ExecuteSqlRawAsync("UPDATE \"EnterpriseFacts\" SET \"Low\" = CAST(\"EnterpriseId\" * 104729 % 100000000 AS TEXT) || '.0', \"High\" = CAST(\"EnterpriseId\" * 104729 % 100000000 AS TEXT) || '.0' WHERE \"Code\" = 'revenue'");
    }

    private async Task<(int Rows, TimeSpan Time)> SweepAsync(long clause)
    {
        await using var db = Look();
        db.Unweighed.Add(new Unweighed { ClauseId = clause, At = Now });
        await db.SaveChangesAsync();
        var before = Busy();
        await Sweep().RunAsync(Now);
        var time = Busy() - before;
        return await db.Unweighed.AnyAsync() || await db.FailedItems.AnyAsync() ? throw new InvalidOperationException("Not all was weighed.") : (await db.Matches.CountAsync(m => m.ClauseId == clause), time);
    }

    /// <summary>As many rows, each page in a transaction as the sweep has it; with what one takes of the file, its indexes among it.</summary>
    private async Task<(TimeSpan Time, double Room)> InsertAsync(long clause, int rows)
    {
        await using var look = Look();
        var ids = await look.Enterprises.OrderBy(e => e.Id).Select(e => e.Id).Take(rows).ToListAsync();
        var before = await UsedAsync(look);
        var busy = Busy();
        foreach (var page in ids.Chunk(Page))
        {
            await using var db = Look();
            db.Matches.AddRange(page.Select(id => new KeptMatch { ClauseId = clause, EnterpriseId = id, Since = Now }));
            await db.SaveChangesAsync();
        }

        var time = Busy() - busy;
        return (time, (await UsedAsync(look) - before) / (double)rows);
    }

    /// <summary>What a match takes where its explanation is kept beside it as JSON: how it stands, and of each leaf what is asked, how it stands and what was looked at.</summary>
    private async Task<double> SnapshotsAsync()
    {
        await using var db = Look();
        await db.Database.ExecuteSqlRawAsync("CREATE TABLE \"Snapshots\" (\"Id\" INTEGER PRIMARY KEY, \"EnterpriseId\" INTEGER, \"ClauseId\" INTEGER, \"Text\" TEXT); CREATE INDEX \"IX_Snapshots\" ON \"Snapshots\" (\"EnterpriseId\", \"ClauseId\")");
        var before = await UsedAsync(db);
        var work = new Workload(400, 300, 400);
        var all = work.Enterprises.SelectMany((known, e) => work.Clauses.Select((clause, c) => (e, c, Found: Assessment.Of(clause, known.Facts, Workload.Day, Criteria.OfTheProgram, known.Judgements))))
            .Where(p => p.Found.Eligibility.IsMatch()).Take(Snapshots).ToList();
        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var (enterprise, clause, found) in all)
        {
            await db.Database.ExecuteSqlAsync($"INSERT INTO \"Snapshots\" (\"EnterpriseId\", \"ClauseId\", \"Text\") VALUES ({enterprise}, {clause}, {Text(found)})");
        }

        await transaction.CommitAsync();
        return (await UsedAsync(db) - before) / (double)all.Count;
    }

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Text(Assessment found) => JsonSerializer.Serialize(
        new
        {
            how = found.Eligibility,
            turn = found.NextTurn,
            leaves = found.Finding.Whole().Where(f => f.IsLeaf).Select(f => new { says = FindingWording.Line(f, Workload.Day), truth = f.Truth, of = f.Used.Select(u => new { u.Asked.Code, u.Asked.Period?.From, u.Range?.Low, u.Range?.High }) }),
        },
        Json);

    private static async Task<long> UsedAsync(AppDbContext db) =>
        await db.Database.SqlQueryRaw<long>("SELECT (page_count - freelist_count) * page_size AS Value FROM pragma_page_count, pragma_freelist_count, pragma_page_size").SingleAsync();
}
