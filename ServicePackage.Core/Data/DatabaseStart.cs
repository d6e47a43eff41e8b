using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Data;

/// <summary>
/// Makes the database ready before anything else runs: alone on a SQLite file, its pages checked, its tables up to date.
/// </summary>
public sealed class DatabaseStart(IDbContextFactory<AppDbContext> contexts) : IDisposable
{
    private const long MigrationLock = 0x5365_7276_5061_636B;

    private const int SqliteBusy = 5;
    private const int SqliteCorrupt = 11;
    private const int SqliteNotADatabase = 26;

    private DatabaseLease? _lease;

    /// <summary>
    /// Brings the tables up to date; a SQLite file belongs to this object from then on until it is disposed. Refuses with DatabaseInUse when another
    /// server process has the SQLite file, under whatever name, with DatabaseDamaged when its pages are corrupt, with DatabaseOfOtherVersion, leaving it as it is, when it has
    /// migrations that this program does not know: those from before the baseline, or of a later version; with DatabaseIsFolder, DatabaseFolder or
    /// DatabaseNotWritable when there can be no file at that path, and with DatabaseUnreachable or DatabaseRefuses when PostgreSQL does not let it in.
    /// </summary>
    public async Task<Outcome<Nothing>> PrepareAsync(CancellationToken cancellation = default)
    {
        var outcome = await TryPrepareAsync(cancellation);
        if (!outcome.Done)
        {
            Dispose(); // what is refused is left to others
        }

        return outcome;
    }

    private async Task<Outcome<Nothing>> TryPrepareAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        try
        {
            return db.Database.GetDbConnection() is SqliteConnection file ? await PrepareFileAsync(db, Path.GetFullPath(file.DataSource), cancellation) : await MigrateTogetherAsync(db, cancellation);
        }
        catch (Exception exception) when (RefusalOf(exception, db) is not null)
        {
            return RefusalOf(exception, db)!;
        }
    }

    /// <summary>Holds the SQLite file that now stands at its path: a demo town takes the place of the empty one.</summary>
    public async Task HoldFileAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (_lease is not null && db.Database.GetDbConnection() is SqliteConnection file)
        {
            _lease.HoldFile(Path.GetFullPath(file.DataSource));
        }
    }

    private async Task<Outcome<Nothing>> PrepareFileAsync(AppDbContext db, string path, CancellationToken cancellation)
    {
        if (Directory.Exists(path))
        {
            return new Refusal("DatabaseIsFolder", path);
        }

        var folder = Path.GetDirectoryName(path)!;
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Refusal("DatabaseFolder", folder);
        }

        if (DatabaseLease.TryTake(path) is not { } lease)
        {
            return new Refusal("DatabaseInUse", path);
        }

        _lease = lease;
        if (!lease.HoldFile(path))
        {
            return new Refusal("DatabaseInUse", path);
        }

        if (File.Exists(path) && !await IsSoundAsync(db.Database.GetConnectionString()!, cancellation))
        {
            return new Refusal("DatabaseDamaged", path);
        }

        if (await RefuseOtherAsync(db, path, cancellation) is { } other)
        {
            return other;
        }

        await MigrateAloneAsync(db, cancellation);
        return lease.HoldFile(path) ? Nothing.Value : new Refusal("DatabaseInUse", path);
    }

    /// <summary>What a failure to open the database means; null for any other failure.</summary>
    internal static Refusal? RefusalOf(Exception exception, AppDbContext db) => exception switch
    {
        SqliteException { SqliteErrorCode: SqliteBusy } => new Refusal("DatabaseInUse", db.Database.GetDbConnection().DataSource),
        SqliteException when StorageTrouble.RefusalOf(exception) is not null => new Refusal("DatabaseNotWritable", db.Database.GetDbConnection().DataSource),
        UnauthorizedAccessException => new Refusal("DatabaseNotWritable", db.Database.GetDbConnection().DataSource),
        PostgresException answer => new Refusal("DatabaseRefuses", ServerOf(db), answer.MessageText),
        NpgsqlException => new Refusal("DatabaseUnreachable", ServerOf(db)),
        { InnerException: { } inner } => RefusalOf(inner, db),
        _ => null,
    };

    private static string ServerOf(AppDbContext db) =>
        new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString()) is var server ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{server.Host}:{server.Port}") : "";

    /// <summary>Lets another process have the file.</summary>
    public void Dispose()
    {
        _lease?.Dispose();
        _lease = null;
    }

    /// <summary>The lock row of a migration that was killed stays behind; the lease shows that nobody holds it.</summary>
    private static async Task MigrateAloneAsync(AppDbContext db, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlRawAsync("""DROP TABLE IF EXISTS "__EFMigrationsLock" """, cancellation);
        await db.Database.MigrateAsync(cancellation);
    }

    private static async Task<Refusal?> RefuseOtherAsync(AppDbContext db, string name, CancellationToken cancellation) =>
        (await db.Database.GetAppliedMigrationsAsync(cancellation)).Except(db.Database.GetMigrations()).Any() ? new Refusal("DatabaseOfOtherVersion", name) : null;

    private static async Task<bool> IsSoundAsync(string connectionString, CancellationToken cancellation)
    {
        try
        {
            await using var connection = new SqliteConnection(connectionString);
            await connection.OpenAsync(cancellation);
            await using var check = connection.CreateCommand();
            check.CommandText = "PRAGMA quick_check(1)";
            if (await check.ExecuteScalarAsync(cancellation) is not "ok")
            {
                return false;
            }

            check.CommandText = "PRAGMA journal_mode=WAL"; // a copy made by other means is none, and the read-only look that comes next cannot make it one
            await check.ExecuteNonQueryAsync(cancellation);
            return true;
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is SqliteCorrupt or SqliteNotADatabase)
        {
            return false;
        }
    }

    /// <summary>Several servers may start at once on PostgreSQL; one migrates, the others wait for it.</summary>
    private static async Task<Outcome<Nothing>> MigrateTogetherAsync(AppDbContext db, CancellationToken cancellation)
    {
        var connectionString = db.Database.GetConnectionString()!;
        var creator = db.GetService<Microsoft.EntityFrameworkCore.Storage.IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(cancellation))
        {
            try
            {
                await creator.CreateAsync(cancellation);
            }
            catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
            {
                // another server was a moment faster
            }
        }

        await using var alone = new NpgsqlConnection(connectionString);
        await alone.OpenAsync(cancellation);
        await using (var take = new NpgsqlCommand("SET lock_timeout = 0; SELECT pg_advisory_lock(@key)", alone) { CommandTimeout = 0 })
        {
            take.Parameters.AddWithValue("key", MigrationLock);
            await take.ExecuteNonQueryAsync(cancellation);
        }

        var other = await RefuseOtherAsync(db, new NpgsqlConnectionStringBuilder(connectionString).Database ?? "", cancellation);
        if (other is null)
        {
            await db.Database.MigrateAsync(cancellation);
        }

        await using var give = new NpgsqlCommand("SELECT pg_advisory_unlock(@key)", alone);
        give.Parameters.AddWithValue("key", MigrationLock);
        await give.ExecuteNonQueryAsync(cancellation);
        return other is null ? Nothing.Value : other;
    }
}
