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
    private const int SqliteFull = 13;

    /// <summary>Busy while another program holds the write lock, DiskFull where nothing more can be written; null for any other failure.</summary>
    public static Refusal? RefusalOf(Exception? exception) => exception switch
    {
        null => null,
        SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked } => new Refusal("Busy"),
        SqliteException { SqliteErrorCode: SqliteFull or SqliteReadOnly } => new Refusal("DiskFull"),
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => new Refusal("DiskFull"),
        PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable } => new Refusal("Busy"),
        _ => RefusalOf(exception.InnerException),
    };
}
