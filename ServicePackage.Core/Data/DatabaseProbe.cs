using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Data;

/// <summary>How the database is found.</summary>
/// <param name="Pending">Migrations that the next start will carry out.</param>
/// <param name="Free">Free bytes beside a SQLite file; null where that is not known.</param>
public sealed record DatabaseFindings(int Pending, long? Free);

/// <summary>Looks at the database as it is, also while a server works on it: changes nothing, makes nothing and brings nothing up to date.</summary>
public sealed class DatabaseProbe(IDbContextFactory<AppDbContext> contexts)
{
    /// <summary>
    /// What is found. Refused: Doctor.NoDatabase where there is no file yet, DatabaseOfOtherVersion, and what the database itself refuses: a write that is taken
    /// back shows whether it takes any.
    /// </summary>
    public async Task<Outcome<DatabaseFindings>> LookAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (db.Database.GetDbConnection() is SqliteConnection file && !File.Exists(file.DataSource))
        {
            return new Refusal("Doctor.NoDatabase", Path.GetFullPath(file.DataSource));
        }

        try
        {
            var applied = (await db.Database.GetAppliedMigrationsAsync(cancellation)).ToList();
            var known = db.Database.GetMigrations().ToList();
            if (applied.Except(known).Any())
            {
                return new Refusal("DatabaseOfOtherVersion", db.Database.GetDbConnection().DataSource);
            }

            await using var transaction = await db.Database.BeginTransactionAsync(cancellation); // never committed
            await db.Database.ExecuteSqlRawAsync("CREATE TABLE \"DoctorWasHere\" (\"Id\" INTEGER)", cancellation);
            return new DatabaseFindings(known.Except(applied).Count(), db.BesideDatabase());
        }
        catch (Exception exception) when (StorageTrouble.RefusalOf(exception) is not null || DatabaseStart.RefusalOf(exception, db) is not null)
        {
            return DatabaseStart.RefusalOf(exception, db) is { Code: not "DatabaseInUse" } refusal ? refusal : StorageTrouble.RefusalOf(exception)!;
        }
    }
}
