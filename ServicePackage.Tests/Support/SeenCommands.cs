using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ServicePackage.Core.Data;

namespace ServicePackage.Tests.Support;

/// <summary>Contexts over an SQLite file that keep what they ask of it, to be counted and to have its plan looked at.</summary>
public sealed class SeenCommands : DbCommandInterceptor, IDbContextFactory<AppDbContext>, IDisposable
{
    private readonly DbContextOptions<SqliteAppDbContext> _options;
    private readonly Dictionary<string, List<(string Name, object? Value)>> _parameters = [];
    private readonly SqliteConnection _connection;

    public SeenCommands(string connectionString)
    {
        _connection = new SqliteConnection(connectionString);
        _options = new DbContextOptionsBuilder<SqliteAppDbContext>().UseSqlite(connectionString).AddInterceptors(this).Options;
    }

    /// <summary>The queries, in their order.</summary>
    public List<string> Texts { get; } = [];

    public AppDbContext CreateDbContext() => new SqliteAppDbContext(_options);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        Texts.Add(command.CommandText);
        _parameters[command.CommandText] = [.. command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value))];
        return ValueTask.FromResult(result);
    }

    /// <summary>How the database goes about the first query like this.</summary>
    public async Task<IReadOnlyList<string>> PlanAsync(Predicate<string> like, CancellationToken cancellation)
    {
        var text = Texts.Find(like)!;
        await _connection.OpenAsync(cancellation);
        await using var command = _connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + text;
        foreach (var (name, value) in _parameters[text])
        {
            command.Parameters.AddWithValue(name, value);
        }

        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<string> plan = [];
        while (await reader.ReadAsync(cancellation))
        {
            plan.Add(reader.GetString(3));
        }

        return plan;
    }

    public void Dispose() => _connection.Dispose();
}
