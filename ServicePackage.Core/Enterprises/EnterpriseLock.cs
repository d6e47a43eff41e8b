using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;

namespace ServicePackage.Core.Enterprises;

/// <summary>Lets one act at a time say who keeps contact with an enterprise, or who covers for whom, so that no two overlap. SQLite has one writer anyway.</summary>
internal static class EnterpriseLock
{
    /// <summary>Waits until nobody else has one of them, and keeps them until the transaction ends.</summary>
    public static Task TakeAsync(AppDbContext db, IEnumerable<long> ids, CancellationToken cancellation = default)
    {
        var wanted = ids.Distinct().Order().ToArray();
        return db.Database.IsNpgsql()
            ? db.Database.ExecuteSqlAsync($"""SELECT 1 FROM "Enterprises" WHERE "Id" = ANY({wanted}) ORDER BY "Id" FOR UPDATE""", cancellation)
            : Task.CompletedTask;
    }
}
