using Microsoft.Data.Sqlite;
using ServicePackage.Core.Data;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.Words;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Web.Hosting;

/// <summary>Which database the program works on, and its state before the first request.</summary>
public static class DatabaseHosting
{
    /// <summary>
    /// Registers the database that <c>ConnectionStrings:ServicePackage</c> names; a relative SQLite path lies beside the content root. False, with one
    /// sentence on the console that shows no setting, when that is no connection string.
    /// </summary>
    public static async Task<bool> TryAddTownDatabaseAsync(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (builder.AddTownDatabase() is not { } refusal)
        {
            return true;
        }

        await Console.Error.WriteLineAsync(refusal.Sentence);
        return false;
    }

    /// <summary>The same without a word: gives the refusal, or null when the database is registered.</summary>
    internal static Refusal? AddTownDatabase(this IHostApplicationBuilder builder)
    {
        try
        {
            builder.Services.AddData(Address(builder.Configuration, builder.Environment.ContentRootPath));
            return null;
        }
        catch (ArgumentException)
        {
            return new Refusal("DatabaseSettings");
        }
    }

    /// <summary>Migrates and checks the database, and gives an empty one the published calendar. False, with one sentence on the console, when the program must not start.</summary>
    public static async Task<bool> PrepareDatabaseAsync(this IHost app)
    {
        var outcome = await app.Services.GetRequiredService<DatabaseStart>().PrepareAsync();
        if (outcome.Refusal is { } refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Sentence);
            if (refusal.Code == "DatabaseOfOtherVersion" && app.Services.GetRequiredService<IHostEnvironment>().IsDevelopment())
            {
                await Console.Error.WriteLineAsync(Wording.Sentence("Database.MakeAnew", refusal.Arguments[0]));
            }

            return false;
        }

        var seeded = await StorageTrouble.GuardAsync(async () =>
        {
            await app.Services.GetRequiredService<CalendarSeeder>().SeedAsync();
            await app.Services.GetRequiredService<TopicSeeder>().SeedAsync();
            return Nothing.Value;
        });
        if (seeded.Refusal is { } trouble)
        {
            await Console.Error.WriteLineAsync(trouble.Sentence);
        }

        return seeded.Done;
    }

    private static string Address(IConfiguration configuration, string contentRoot)
    {
        var connectionString = configuration.GetConnectionString("ServicePackage")
            ?? throw new ArgumentException("ConnectionStrings:ServicePackage is not set.");
        if (DataRegistration.IsPostgres(connectionString))
        {
            return connectionString;
        }

        var sqlite = new SqliteConnectionStringBuilder(connectionString);
        sqlite.DataSource = Path.Combine(contentRoot, sqlite.DataSource);
        return sqlite.ToString();
    }
}
