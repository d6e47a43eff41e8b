using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ServicePackage.Core.Data;

/// <summary>Settings every SQLite connection runs under: nothing lost on a crash, no surprises from a foreign schema.</summary>
public sealed class SqlitePragmas : DbConnectionInterceptor
{
    /// <summary>For the database itself.</summary>
    public static readonly SqlitePragmas Lasting = new("journal_mode=WAL", "FULL");

    /// <summary>For a file that is thrown away if it is not completed: no waiting for the disk, and no log beside it. Its first lasting connection makes it a WAL file.</summary>
    public static readonly SqlitePragmas Draft = new("journal_mode=MEMORY", "OFF");

    private readonly string _pragmas;

    private SqlitePragmas(string journal, string synchronous) =>
        _pragmas = $"PRAGMA {journal}; PRAGMA synchronous={synchronous}; PRAGMA trusted_schema=OFF;";

    /// <inheritdoc/>
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = _pragmas;
        command.ExecuteNonQuery();
    }

    /// <inheritdoc/>
    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = _pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
