using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ServicePackage.Core.Data;

/// <summary>Settings every SQLite connection runs under: nothing lost on a crash, no surprises from a foreign schema.</summary>
public sealed class SqlitePragmas : DbConnectionInterceptor
{
    /// <summary>The only instance.</summary>
    public static readonly SqlitePragmas Instance = new();

    private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA trusted_schema=OFF;";

    /// <inheritdoc/>
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    /// <inheritdoc/>
    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
