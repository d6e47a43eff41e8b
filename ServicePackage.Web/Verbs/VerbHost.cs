using ServicePackage.Core;
using ServicePackage.Web.Hosting;

namespace ServicePackage.Web.Verbs;

/// <summary>The domain without a web server, for verbs: the same settings, the database up to date.</summary>
internal static class VerbHost
{
    /// <summary>
    /// Runs <paramref name="act"/> over a prepared database; the exit code is 1 when the database is in use by the
    /// server (SQLite) or damaged. Arguments of the form <c>--ConnectionStrings:ServicePackage=…</c> count as settings.
    /// </summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Func<IServiceProvider, Task<int>> act)
    {
        if (await StartHosting.ReadableAsync(() => Builder(args)) is not { } builder || !await StartHosting.HasTownZoneAsync() || !await builder.CheckSettingsAsync() || !await builder.TryAddTownDatabaseAsync())
        {
            return 1;
        }

        builder.Services.AddTown();
        using var host = builder.Build();
        if (!await host.PrepareDatabaseAsync())
        {
            return 1;
        }

        await using var scope = host.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    /// <summary>The settings as the server would have them, without anything registered.</summary>
    internal static HostApplicationBuilder Builder(IReadOnlyList<string> args)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings
        {
            Args = [.. args],
            EnvironmentName = EnvironmentName(),
            ContentRootPath = Directory.GetCurrentDirectory(), // as the server has it, so that both mean the same file
        });
        builder.Configuration
            .AddJsonFile(Path.Combine(builder.Environment.ContentRootPath, "appsettings.json"), optional: true)
            .AddJsonFile(Path.Combine(builder.Environment.ContentRootPath, $"appsettings.{builder.Environment.EnvironmentName}.json"), optional: true)
            .AddEnvironmentVariables()
            .AddCommandLine([.. args.Where(a => a.Contains('=', StringComparison.Ordinal))]);
        return builder;
    }

    private static string EnvironmentName() =>
        Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environments.Production;
}
