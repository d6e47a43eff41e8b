using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;

namespace ServicePackage.Core.Organisations;

/// <summary>Keeps an organisation from ending while a demand is given to it, and the other way round. SQLite has one writer anyway.</summary>
internal static class OrganisationLock
{
    /// <summary>Whoever gives work to organisations: many at a time, until the transaction ends.</summary>
    public static Task ShareAsync(AppDbContext db, IReadOnlyList<long> ids, CancellationToken cancellation)
    {
        var wanted = ids.Distinct().Order().ToArray();
        return db.Database.IsNpgsql()
            ? db.Database.ExecuteSqlAsync($"""SELECT 1 FROM "Organisations" WHERE "Id" = ANY({wanted}) ORDER BY "Id" FOR SHARE""", cancellation)
            : Task.CompletedTask;
    }

    /// <summary>Whoever ends an organisation: alone, before its duties are read.</summary>
    public static Task TakeAsync(AppDbContext db, long id, CancellationToken cancellation) => db.Database.IsNpgsql()
        ? db.Database.ExecuteSqlAsync($"""SELECT 1 FROM "Organisations" WHERE "Id" = {id} FOR UPDATE""", cancellation)
        : Task.CompletedTask;
}
