using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace ServicePackage.Core.Data;

/// <summary>Chooses the database by the form of the connection string alone.</summary>
public static class DataRegistration
{
    /// <summary>How long a command waits for a lock, or for the database to answer, before it is refused with a sentence.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Registers the context factory. A connection string with <c>Host=</c> means PostgreSQL, any other SQLite; a draft is a
    /// SQLite file that is thrown away unless it is completed, and written without waiting for the disk.
    /// </summary>
    public static IServiceCollection AddData(this IServiceCollection services, string connectionString, bool draft = false)
    {
        if (IsPostgres(connectionString))
        {
            var postgres = PostgresConnectionString(connectionString);
            services.AddPooledDbContextFactory<PostgresAppDbContext>((p, o) => o.UseNpgsql(postgres).AddInterceptors(Watching(p)));
            services.AddSingleton<IDbContextFactory<AppDbContext>, AnyDatabase<PostgresAppDbContext>>();
        }
        else
        {
            var sqlite = SqliteConnectionString(connectionString);
            services.AddPooledDbContextFactory<SqliteAppDbContext>((p, o) => o
                .UseSqlite(sqlite, s => s.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)) // one statement whatever the length of a list
                .AddInterceptors(draft ? SqlitePragmas.Draft : SqlitePragmas.Lasting)
                .AddInterceptors(Watching(p)));
            services.AddSingleton<IDbContextFactory<AppDbContext>, AnyDatabase<SqliteAppDbContext>>();
        }

        services.AddScoped(p => p.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContext());
        return services;
    }

    /// <summary>Whether this connection string names a PostgreSQL server.</summary>
    public static bool IsPostgres(string connectionString) =>
        connectionString.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    /// <summary>Where the program runs, and not a verb or a draft, how its writes go is watched.</summary>
    private static IEnumerable<IInterceptor> Watching(IServiceProvider services) => services.GetServices<StorageWatch>();

    private static string SqliteConnectionString(string connectionString) =>
        new SqliteConnectionStringBuilder(connectionString) { DefaultTimeout = (int)LongestWait.TotalSeconds, ForeignKeys = true }.ToString();

    /// <summary>Nobody waits longer for a server that does not answer, or for a lock, than for SQLite's; what the connection string says itself stands.</summary>
    private static string PostgresConnectionString(string connectionString)
    {
        var postgres = new NpgsqlConnectionStringBuilder(connectionString);
        if (!postgres.ContainsKey("Timeout"))
        {
            postgres.Timeout = (int)LongestWait.TotalSeconds;
        }

        if (postgres.Options?.Contains("lock_timeout", StringComparison.Ordinal) != true)
        {
            postgres.Options = $"{postgres.Options} -c lock_timeout={LongestWait.TotalMilliseconds:0}".Trim();
        }

        return postgres.ToString();
    }

    /// <summary>The factory of the base context; the factory interface is not covariant.</summary>
    private sealed class AnyDatabase<TContext>(IDbContextFactory<TContext> factory) : IDbContextFactory<AppDbContext>
        where TContext : AppDbContext
    {
        public AppDbContext CreateDbContext() => factory.CreateDbContext();
    }
}
