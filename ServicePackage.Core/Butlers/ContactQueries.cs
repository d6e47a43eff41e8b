using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;

namespace ServicePackage.Core.Butlers;

/// <summary>Which contacts were held last.</summary>
internal static class ContactQueries
{
    /// <summary>The contact held last with each of some enterprises, in one read; none for those with whom none was held. There is no reader.</summary>
    public static async Task<IReadOnlyDictionary<long, LastContact>> LastContactsAsync(this AppDbContext db, IReadOnlyCollection<long> enterpriseIds, CancellationToken cancellation)
    {
        var (keys, held) = (enterpriseIds.ToList(), db.Contacts.Where(c => c.HeldAt != null));
        var last = await held.Where(c => EF.Parameter(keys).Contains(c.EnterpriseId) && !held.Any(l => l.EnterpriseId == c.EnterpriseId && (l.HeldAt > c.HeldAt || (l.HeldAt == c.HeldAt && l.Id > c.Id))))
            .Select(c => new LastContact(c.EnterpriseId, c.Day, c.HeldAt!.Value, c.Way, c.Account.DisplayName)).ToListAsync(cancellation);
        return last.ToDictionary(c => c.EnterpriseId);
    }
}

/// <summary>The contact held last with an enterprise.</summary>
/// <param name="EnterpriseId">The enterprise.</param>
/// <param name="Day">The day (Shanghai).</param>
/// <param name="HeldAt">When (UTC).</param>
/// <param name="Way">How.</param>
/// <param name="Who">Who held it.</param>
internal sealed record LastContact(long EnterpriseId, DateOnly Day, DateTime HeldAt, ContactWay Way, string Who);
