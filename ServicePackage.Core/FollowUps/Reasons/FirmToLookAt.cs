using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Data;

namespace ServicePackage.Core.FollowUps;

/// <summary>An enterprise as the room itself looks at it: since when it is served, and the contact held last.</summary>
internal sealed record FirmToLookAt(long Id, DateOnly Begun, LastContact? Last)
{
    /// <summary>These enterprises, in two reads however many they are.</summary>
    public static async Task<IReadOnlyList<FirmToLookAt>> ReadAsync(AppDbContext db, IReadOnlyCollection<long> enterpriseIds, CancellationToken cancellation)
    {
        var keys = enterpriseIds.ToList();
        var rows = await db.Enterprises.Where(e => EF.Parameter(keys).Contains(e.Id))
            .Select(e => new { e.Id, e.OnRosterFrom, Since = db.ButlerAssignments.Current().Where(b => b.EnterpriseId == e.Id).Select(b => (DateOnly?)b.From).FirstOrDefault() })
            .ToListAsync(cancellation);
        var last = await db.LastContactsAsync(enterpriseIds, cancellation);
        return rows.ConvertAll(r => new FirmToLookAt(r.Id, r.Since ?? r.OnRosterFrom, last.GetValueOrDefault(r.Id)));
    }
}
