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

    /// <summary>
    /// Busy while somebody else holds the lock, DiskFull where nothing more can be written, NoDatabase where the database does not answer; null
    /// for any other failure.
    /// </summary>
    public static Refusal? RefusalOf(Exception? exception) => exception switch
    {
        null => null,
        SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked } => new Refusal("Busy"),
        SqliteException { SqliteErrorCode: SqliteFull or SqliteReadOnly or SqliteIoError } => new Refusal("DiskFull"),
        SqliteException { SqliteErrorCode: SqliteCannotOpen } => new Refusal("NoDatabase"),
        PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled } => new Refusal("Busy"),
        PostgresException { SqlState: PostgresErrorCodes.DiskFull or PostgresErrorCodes.ReadOnlySqlTransaction } => new Refusal("DiskFull"),
        PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections } => new Refusal("NoDatabase"),
        PostgresException => null,
        NpgsqlException { InnerException: TimeoutException } => new Refusal("Busy"),
        NpgsqlException { InnerException: SocketException or IOException } => new Refusal("NoDatabase"),
        _ => RefusalOf(exception.InnerException),
    };

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
