using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using ServicePackage.Core.Data;

namespace ServicePackage.Web.Hosting;

/// <summary>Whether the program runs, and whether it can work.</summary>
public static class Health
{
    /// <summary>Live: the program answers. Ready: its database answers too, and takes what is saved; it says what is wrong otherwise.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks(Addresses.Live, new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks(Addresses.Ready, new HealthCheckOptions { ResponseWriter = SayAsync }).AllowAnonymous();
    }

    /// <summary>The state in a word, and what is wrong in another.</summary>
    private static Task SayAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        var wrong = report.Entries.Values.Where(e => e.Status != HealthStatus.Healthy).Select(e => e.Exception is null ? e.Description : "no answer");
        return context.Response.WriteAsync(string.Join(": ", [report.Status.ToString(), .. wrong]), context.RequestAborted);
    }
}

internal sealed class DatabaseHealth(IDbContextFactory<AppDbContext> contexts, StorageWatch watch) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.CalendarYears.AnyAsync(cancellationToken);
        return watch.Trouble is { } trouble ? HealthCheckResult.Unhealthy($"not writable ({trouble.Code})") : HealthCheckResult.Healthy();
    }
}
