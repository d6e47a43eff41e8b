using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ServicePackage.Core.Data;

namespace ServicePackage.Tests.Support;

/// <summary>
/// A migrated database for one test class, reached through the product's own registration. Its tests take turns with it;
/// <see cref="TownTests"/> gives each an empty one.
/// </summary>
public abstract class TestDatabase : IAsyncLifetime
{
    private readonly QueryCount _queries = new();
    private ServiceProvider? _provider;

    /// <summary>Why there is no such database on this machine; null when there is one.</summary>
    public string? Missing { get; protected set; }

    /// <summary>What the program would be given to use it.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>How many queries this database has been asked so far.</summary>
    public int Queries => _queries.Count;

    /// <summary>Makes contexts, as the product does.</summary>
    public IDbContextFactory<AppDbContext> Contexts => _provider!.GetRequiredService<IDbContextFactory<AppDbContext>>();

    /// <summary>Skips the test, saying what is missing; on the continuous integration a missing database is a failure.</summary>
    public void Require()
    {
        if (Missing is not null && Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail(Missing);
        }

        Assert.SkipWhen(Missing is not null, Missing ?? "");
    }

    /// <summary>Throws away what the tests before this one wrote: what is left is as it was when it was made.</summary>
    public abstract void Renew();

    public async ValueTask InitializeAsync()
    {
        ConnectionString = await CreateAsync() ?? "";
        _provider = ConnectionString.Length == 0 ? null : ProviderOf(ConnectionString, _queries);
    }

    public async ValueTask DisposeAsync()
    {
        if (_provider is not null)
        {
            await DropAsync();
            await _provider.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Makes the database and gives its connection string, or sets <see cref="Missing"/> and gives null.</summary>
    protected abstract Task<string?> CreateAsync();

    protected abstract Task DropAsync();

    /// <summary>Brings an empty database to the present schema; done once a run, for the template.</summary>
    protected static async Task MigrateAsync(string connectionString)
    {
        await using var provider = ProviderOf(connectionString, new QueryCount());
        await using var db = provider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContext();
        await db.Database.MigrateAsync();
    }

    private static ServiceProvider ProviderOf(string connectionString, QueryCount queries) => new ServiceCollection()
        .AddData(connectionString)
        .ConfigureDbContext<SqliteAppDbContext>(o => o.AddInterceptors(queries))
        .ConfigureDbContext<PostgresAppDbContext>(o => o.AddInterceptors(queries))
        .BuildServiceProvider();

    private sealed class QueryCount : DbCommandInterceptor
    {
        private int _count;

        public int Count => _count;

        public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
        {
            Interlocked.Increment(ref _count);
            return result;
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _count);
            return ValueTask.FromResult(result);
        }
    }
}
