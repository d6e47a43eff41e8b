using Npgsql;

namespace ServicePackage.Tests.Support;

/// <summary>A PostgreSQL database for one test class: a copy of one that was migrated once, on the run's own server.</summary>
public sealed class PostgresDatabase(PostgresServer server) : TestDatabase
{
    private const string TemplateName = "servicepackage_template";

    private static readonly SemaphoreSlim OneAtATime = new(1);
    private static bool templateMade;

    private readonly string _name = $"test_{Guid.NewGuid():N}";

    protected override async Task<string?> CreateAsync()
    {
        Missing = await server.StartAsync();
        if (Missing is not null)
        {
            return null;
        }

        await OneAtATime.WaitAsync();
        try
        {
            if (!templateMade)
            {
                await ExecuteAsync($"CREATE DATABASE {TemplateName}");
                await MigrateAsync(server.ConnectionString(TemplateName) + ";Pooling=false");
                templateMade = true;
            }

            await ExecuteAsync($"CREATE DATABASE {_name} TEMPLATE {TemplateName}");
        }
        finally
        {
            OneAtATime.Release();
        }

        return server.ConnectionString(_name);
    }

    protected override Task DropAsync() => ExecuteAsync($"DROP DATABASE {_name} WITH (FORCE)");

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
