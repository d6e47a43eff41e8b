using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ServicePackage.Core.Data;

/// <summary>Chooses the database by the form of the connection string alone.</summary>
public static class DataRegistration
{
    /// <summary>
    /// Registers the context factory. A connection string with <c>Host=</c> means PostgreSQL, any other SQLite; a draft is a
    /// SQLite file that is thrown away unless it is completed, and written without waiting for the disk.
    /// </summary>
    public static IServiceCollection AddData(this IServiceCollection services, string connectionString, bool draft = false)
    {
        if (IsPostgres(connectionString))
        {
            services.AddPooledDbContextFactory<PostgresAppDbContext>(o => o.UseNpgsql(connectionString));
            services.AddSingleton<IDbContextFactory<AppDbContext>, AnyDatabase<PostgresAppDbContext>>();
        }
        else
        {
            var sqlite = SqliteConnectionString(connectionString);
            services.AddPooledDbContextFactory<SqliteAppDbContext>(o => o
                .UseSqlite(sqlite, s => s.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)) // one statement whatever the length of a list
                .AddInterceptors(draft ? SqlitePragmas.Draft : SqlitePragmas.Lasting));
            services.AddSingleton<IDbContextFactory<AppDbContext>, AnyDatabase<SqliteAppDbContext>>();
        }

        services.AddScoped(p => p.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContext());
        return services;
    }

    /// <summary>Whether this connection string names a PostgreSQL server.</summary>
    public static bool IsPostgres(string connectionString) =>
        connectionString.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    private static string SqliteConnectionString(string connectionString) =>
        new SqliteConnectionStringBuilder(connectionString) { DefaultTimeout = 5, ForeignKeys = true }.ToString();

    /// <summary>The factory of the base context; the factory interface is not covariant.</summary>
    private sealed class AnyDatabase<TContext>(IDbContextFactory<TContext> factory) : IDbContextFactory<AppDbContext>
        where TContext : AppDbContext
    {
        public AppDbContext CreateDbContext() => factory.CreateDbContext();
    }
}
