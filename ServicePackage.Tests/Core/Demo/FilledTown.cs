using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using ServicePackage.Core.Data;
using ServicePackage.Core.Demo;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Demo;

/// <summary>A demo town, filled once for its class as of a pinned day, in the morning unless another time is given.</summary>
public abstract class FilledTown(TestDatabase database, DateOnly anchor, bool whole, TimeOnly? time = null) : IAsyncLifetime
{
    public TestDatabase Database { get; } = database;

    public DateOnly Anchor { get; } = anchor;

    /// <summary>Whether it is the town that a demo run shows; else those alone that have a story of their own.</summary>
    public bool Whole { get; } = whole;

    /// <summary>The instant of the filling.</summary>
    public DateTime Now => TownTime.At(Anchor, time ?? new TimeOnly(10, 30));

    public DemoTown Demo => new(Database.Contexts, new TownClock(new FakeTimeProvider(new DateTimeOffset(Now))), NullLoggerFactory.Instance) { Whole = Whole };

    public AppDbContext Look() => Database.Contexts.CreateDbContext();

    public async ValueTask InitializeAsync()
    {
        await Database.InitializeAsync();
        if (Database.Missing is null)
        {
            LeaveDraft();
            Assert.True((await Demo.FillAsync("Development", null)).Value);
        }
    }

    /// <summary>Where a filling that was broken off leaves its file; null on PostgreSQL.</summary>
    public string? DraftPath
    {
        get
        {
            using var db = Look();
            return db.Database.IsSqlite() ? Path.ChangeExtension(db.Database.GetDbConnection().DataSource, ".filling.db") : null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Every demand with its clocks, in one text each.</summary>
    public async Task<IReadOnlyList<string>> OutlineAsync()
    {
        await using var db = Look();
        var tickets = await db.Tickets.AsNoTracking().Include(t => t.Clocks).OrderBy(t => t.Number).ToListAsync();
        return [.. tickets.Select(t => $"{t.Number} {t.Title} {t.State} {t.ClosedAs} " + string.Join(", ", t.Clocks.OrderBy(c => c.Id)
            .Select(c => $"{c.Kind} {c.StartedAt:O} {c.DueDay:O} {c.BreachedAt:O} {c.Outcome} {c.NextLevel}")))];
    }

    private void LeaveDraft()
    {
        if (DraftPath is { } path)
        {
            File.WriteAllText(path, "half a file");
        }
    }
}

public sealed class NovemberOnSqlite() : FilledTown(new SqliteDatabase(), new DateOnly(2026, 11, 23), whole: false);

public sealed class NovemberOnPostgres(PostgresServer server) : FilledTown(new PostgresDatabase(server), new DateOnly(2026, 11, 23), whole: false);

/// <summary>In a year that has no published arrangement yet, on a rest day.</summary>
public sealed class JanuaryOnSqlite() : FilledTown(new SqliteDatabase(), new DateOnly(2027, 1, 3), whole: true);
