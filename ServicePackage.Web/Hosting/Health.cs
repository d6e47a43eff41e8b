using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using ServicePackage.Core.Data;

namespace ServicePackage.Web.Hosting;

/// <summary>Whether the program runs, and whether it can work.</summary>
public static class Health
{
    /// <summary>Live: the program answers. Ready: its database answers too.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks(Addresses.Live, new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks(Addresses.Ready).AllowAnonymous();
    }
}

internal sealed class DatabaseHealth(IDbContextFactory<AppDbContext> contexts) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.CalendarYears.AnyAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
