using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;
using ServicePackage.Core.Data;
using ServicePackage.Core.Operations;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Demo;

/// <summary>
/// Fills an empty database with a town for show: people for every post, as many enterprises as the plan serves, a year of demands in every state. Everything is
/// made through the services of the domain at instants that lie before this moment.
/// </summary>
public sealed partial class DemoTown(IDbContextFactory<AppDbContext> contexts, TownClock clock, ILoggerFactory loggers)
{
    private const long FillingLock = 0x4465_6D6F_546F_776E;

    /// <summary>Whether all 213 enterprises and a year of everyday demands are there; false for those alone that have a story of their own.</summary>
    public bool Whole { get; init; } = true;

    private readonly ILogger _logger = loggers.CreateLogger<DemoTown>();

    /// <summary>
    /// Whether a start fills an empty database: in Development unless <paramref name="asked"/> says no, elsewhere only when it says yes,
    /// in Production never.
    /// </summary>
    public static bool IsWanted(string environment, bool? asked) =>
        !string.Equals(environment, "Production", StringComparison.OrdinalIgnoreCase)
        && (asked ?? string.Equals(environment, "Development", StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Fills the database where that is wanted and where there is neither an account nor an organisation yet; true when it did.
    /// On SQLite another file is filled, which takes the place of the empty one when it is complete. Refuses with DemoUnfinished on a
    /// PostgreSQL database whose filling was broken off, and with DemoInProduction, whatever was asked, where a demo town would be used in
    /// earnest: its passwords are known to all.
    /// </summary>
    /// <param name="environment">The name of the hosting environment.</param>
    /// <param name="asked">The switch <c>Demo:Fill</c>; null where it is not set.</param>
    /// <param name="cancellation">Breaks it off.</param>
    public async Task<Outcome<bool>> FillAsync(string environment, bool? asked, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (string.Equals(environment, "Production", StringComparison.OrdinalIgnoreCase) && await FillingMark.IsBegunAsync(db, cancellation))
        {
            return new Refusal("DemoInProduction");
        }

        if (!IsWanted(environment, asked))
        {
            return false;
        }

        var address = db.Database.GetConnectionString()!;
        var begun = TimeProvider.System.GetTimestamp();
        var outcome = db.Database.IsSqlite() ? await FillFileAsync(db, address, cancellation) : await FillTogetherAsync(db, address, cancellation);
        if (outcome is { Done: true, Value: true })
        {
            LogFilled(TimeProvider.System.GetElapsedTime(begun).TotalSeconds);
        }

        return outcome;
    }

    private async Task<Outcome<bool>> FillFileAsync(AppDbContext db, string address, CancellationToken cancellation)
    {
        if (await RefuseOrSkipAsync(db, cancellation) is { } not)
        {
            return not;
        }

        var draft = new DatabaseDraft(address);
        draft.Clear();
        await using (var filling = new Filling(draft.Address, clock.Now, Whole, loggers))
        {
            await filling.MigrateAsync(cancellation);
            await filling.RunAsync(cancellation);
        }

        await db.Database.CloseConnectionAsync();
        await draft.TakePlaceAsync(cancellation);
        return true;
    }

    /// <summary>Several servers may start at once on PostgreSQL; one fills, the others wait for it.</summary>
    private async Task<Outcome<bool>> FillTogetherAsync(AppDbContext db, string address, CancellationToken cancellation)
    {
        await using var alone = new NpgsqlConnection(address);
        await alone.OpenAsync(cancellation);
        await using (var take = new NpgsqlCommand("SET lock_timeout = 0; SELECT pg_advisory_lock(@key)", alone) { CommandTimeout = 0 })
        {
            take.Parameters.AddWithValue("key", FillingLock);
            await take.ExecuteNonQueryAsync(cancellation);
        }

        if (await RefuseOrSkipAsync(db, cancellation) is { } not)
        {
            return not;
        }

        await using var filling = new Filling(address, clock.Now, Whole, loggers);
        await filling.RunAsync(cancellation);
        await using var give = new NpgsqlCommand("SELECT pg_advisory_unlock(@key)", alone);
        give.Parameters.AddWithValue("key", FillingLock);
        await give.ExecuteNonQueryAsync(cancellation);
        return true;
    }

    private static async Task<Outcome<bool>?> RefuseOrSkipAsync(AppDbContext db, CancellationToken cancellation) =>
        await FillingMark.IsUnfinishedAsync(db, cancellation) ? new Refusal("DemoUnfinished")
        : await db.Users.AnyAsync(cancellation) || await db.Organisations.AnyAsync(cancellation) ? false
        : null;

    [LoggerMessage(LogLevel.Information, "The demo town was filled in {Seconds:0.0} s.")]
    private partial void LogFilled(double seconds);
}
