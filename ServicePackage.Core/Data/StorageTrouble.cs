using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Data;

/// <summary>Failures of the store that a person can do something about, as sentences.</summary>
public static class StorageTrouble
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteReadOnly = 8;
    private const int SqliteIoError = 10;
    private const int SqliteFull = 13;
    private const int SqliteCannotOpen = 14;

    /// <summary>The database does not answer.</summary>
    public static readonly Refusal NoDatabase = new("NoDatabase");

    /// <summary>
    /// Busy while somebody else holds the lock, DiskFull where nothing more can be written, NoDatabase where the database does not answer; null
    /// for any other failure.
    /// </summary>
    public static Refusal? RefusalOf(Exception? exception) => exception switch
    {
        null => null,
        StorageException { Refusal: var told } => told,
        SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked } => new Refusal("Busy"),
        SqliteException { SqliteErrorCode: SqliteFull or SqliteReadOnly or SqliteIoError } => new Refusal("DiskFull"),
        SqliteException { SqliteErrorCode: SqliteCannotOpen } => NoDatabase,
        PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled } => new Refusal("Busy"),
        PostgresException { SqlState: PostgresErrorCodes.DiskFull or PostgresErrorCodes.ReadOnlySqlTransaction } => new Refusal("DiskFull"),
        PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections } => NoDatabase,
        PostgresException => null,
        NpgsqlException { InnerException: TimeoutException } => new Refusal("Busy"),
        NpgsqlException { InnerException: SocketException or IOException } => NoDatabase,
        _ => RefusalOf(exception.InnerException),
    };

    /// <summary>Whether a refusal would be that of every other write as well: the store takes nothing.</summary>
    public static bool IsOfAll(Refusal refusal) => refusal == NoDatabase || refusal is { Code: "DiskFull" };

    /// <summary>Whether somebody else held a row longer than is waited for; the rest of the store may well take what is written.</summary>
    public static bool IsRowHeld(Exception? exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable } || (exception?.InnerException is { } inner && IsRowHeld(inner));

    /// <summary>Writes outside an operation: what it gives, or the refusal of a store that cannot take it. Any other failure is thrown on.</summary>
    public static async Task<Outcome<T>> GuardAsync<T>(Func<Task<T>> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        try
        {
            return await write();
        }
        catch (Exception exception) when (RefusalOf(exception) is not null)
        {
            return RefusalOf(exception)!;
        }
    }
}

/// <summary>Thrown where nothing can be shown at all because the store does not answer: the error page says so.</summary>
/// <param name="refusal">What the store could not do.</param>
public sealed class StorageException(Refusal refusal) : Exception(refusal?.Code)
{
    /// <summary>What the store could not do.</summary>
    public Refusal Refusal { get; } = refusal!;
}
