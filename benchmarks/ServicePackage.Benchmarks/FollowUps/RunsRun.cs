using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ServicePackage.Core;
using ServicePackage.Core.Data;
using ServicePackage.Core.FollowUps;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Benchmarks.FollowUps;

/// <summary>
/// The monthly run of a town multiplied to 100,000 enterprises of 2,000 butlers, on a SQLite file: how many statements that read a butler takes, of few enterprises and of many,
/// and how long the run takes. No benchmark of the package: it is run once, and the file is thrown away.
/// </summary>
internal sealed class RunsRun : IAsyncDisposable
{
    private static readonly DateOnly Month = new(2026, 12, 1);

    private readonly string _folder = Directory.CreateTempSubdirectory("servicepackage-runs-").FullName;
    private readonly ServiceProvider _services;

    private RunsRun() => _services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(new ConfigurationManager()).AddData($"Data Source={Path.Combine(_folder, "town.db")}").AddTown().BuildServiceProvider();

    public static async Task RunAsync(int enterprises, int butlers)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo("zh-CN");
        await using var run = new RunsRun();
        await run.PrepareAsync(enterprises, butlers);
        using var counted = new Counted();
        var begun = Stopwatch.GetTimestamp();
        var made = await run._services.GetRequiredService<FollowUpSweep>().RunAsync(TownTime.At(Month, TownTime.CalendarDuties));
        var took = Stopwatch.GetElapsedTime(begun);
        await using var db = run.Look();
        var items = await db.FollowUpItems.CountAsync();
        Console.WriteLine($"{enterprises:N0} enterprises, {butlers:N0} butlers: {made:N0} runs, {items:N0} items in {took.TotalSeconds:N0} s; a butler {counted.Reads / (double)butlers:N1} statements that read and {counted.Writes / (double)butlers:N1} that write");
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private AppDbContext Look() => _services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContext();

    /// <summary>Rows that differ in their keys alone: nobody has contacted these enterprises, so that each is to be looked at.</summary>
    private async Task PrepareAsync(int enterprises, int butlers)
    {
        await using var db = Look();
        await db.Database.MigrateAsync();
        db.FollowUpMonths.Add(new FollowUpMonth { Month = Month, DueAt = TownTime.At(Month, TownTime.CalendarDuties) });
        var city = db.Organisations.Add(new Core.Organisations.Organisation { Kind = Core.Organisations.OrganisationKind.EconomicCity, Name = "经济城" }).Entity;
        await db.SaveChangesAsync();
        foreach (var batch in Enumerable.Range(1, butlers).Chunk(1000))
        {
            db.Users.AddRange(batch.Select(i => new Core.Accounts.Account { UserName = $"butler{i}", NormalizedUserName = $"BUTLER{i}", DisplayName = $"管家{i}" }));
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }

        var people = await db.Users.OrderBy(a => a.Id).Select(a => a.Id).ToListAsync();
        foreach (var batch in Enumerable.Range(0, enterprises).Chunk(2000))
        {
            db.ButlerAssignments.AddRange(batch.Select(i => new Core.Butlers.ButlerAssignment
            {
                AccountId = people[i % people.Count],
                From = new DateOnly(2026, 1, 1),
                Enterprise = new Core.Enterprises.Enterprise { Name = $"企业{i}", CreditCode = $"{i:D18}", EconomicCityId = city.Id, OnRosterFrom = new DateOnly(2024, 1, 1) },
            }));
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Counts the statements of all contexts.</summary>
    private sealed class Counted : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly List<IDisposable> _ends = [];

        public Counted() => _ends.Add(DiagnosticListener.AllListeners.Subscribe(this));

        public int Reads { get; private set; }

        public int Writes { get; private set; }

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
            {
                _ends.Add(value.Subscribe(this!));
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData { Command.CommandText: var text })
            {
                (Reads, Writes) = text.TrimStart().StartsWith("SELECT", StringComparison.Ordinal) ? (Reads + 1, Writes) : (Reads, Writes + 1);
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose() => _ends.ForEach(e => e.Dispose());
    }
}
