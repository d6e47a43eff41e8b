using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Data;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;

namespace ServicePackage.Core.Accounts;

/// <summary>What a person still has to hand on before leaving a post or the town (plan §五(六)).</summary>
public static class AccountDuties
{
    /// <summary>Why the account cannot be disabled; null when nothing is left.</summary>
    public static async Task<Refusal?> RefusalAsync(AppDbContext db, long accountId)
    {
        var enterprises = await db.AssignedTo(accountId).CountAsync();
        if (enterprises > 0)
        {
            return new Refusal("Account.StillButler", enterprises);
        }

        if (await db.Tickets.Open().CountAsync(t => t.FirstAskedId == accountId) is > 0 and var firstAsked)
        {
            return new Refusal("Account.StillFirstAsked", firstAsked);
        }

        var handled = await HandledAsync(db, accountId, []);
        return handled > 0 ? new Refusal("Account.StillOfficer", handled) : null;
    }

    /// <summary>
    /// Why the person cannot be left with these posts alone: an enterprise they are the butler of asks for one they lack, or open demands have
    /// them as first-asked person or officer, which they could no longer be.
    /// </summary>
    public static async Task<Refusal?> RefusalAsync(AppDbContext db, long accountId, IReadOnlyList<PostInput> posts)
    {
        var assigned = db.AssignedTo(accountId);
        var served = await db.Enterprises.Where(e => assigned.Contains(e.Id)).Select(e => new { e.Name, e.Tier, e.EconomicCityId }).ToListAsync();
        var orphan = served.Find(e => !posts.Any(p => ButlerRules.Qualifies(p.Kind, p.OrganisationId, e.Tier, e.EconomicCityId)));
        var refusal = orphan is not null ? new Refusal("Account.ButlerNeedsPost", orphan.Name)
            : await FirstAskedAsync(db, accountId, posts) is > 0 and var firstAsked ? new Refusal("Account.StillFirstAsked", firstAsked)
            : await HandledAsync(db, accountId, [.. posts.Select(p => p.OrganisationId)]) is > 0 and var handled ? new Refusal("Account.StillOfficer", handled)
            : null;
        return refusal is null ? null : refusal with { Field = nameof(PostsInput.Posts) };
    }

    /// <summary>Open demands whose first-asked person this is and, with these posts, could not be: neither of the Centre nor serving the enterprise.</summary>
    private static Task<int> FirstAskedAsync(AppDbContext db, long accountId, IReadOnlyList<PostInput> posts)
    {
        var cities = posts.Where(p => p.Kind is PostKind.Specialist or PostKind.GeneralManager).Select(p => p.OrganisationId).ToList();
        return posts.Any(p => p.Kind is PostKind.Dispatcher or PostKind.CentreLead) ? Task.FromResult(0)
            : db.Tickets.Open().CountAsync(t => t.FirstAskedId == accountId
                && !cities.Contains(t.Enterprise.EconomicCityId)
                && !db.AssignedTo(accountId).Contains(t.EnterpriseId));
    }

    /// <summary>Open demands and supporting tasks whose officer this is, but for those of the units where they stay.</summary>
    private static Task<int> HandledAsync(AppDbContext db, long accountId, IReadOnlyList<long> stays) =>
        db.Tickets.Open().CountAsync(t => (t.OfficerId == accountId && !(t.LeadUnitId != null && stays.Contains(t.LeadUnitId.Value)))
            || t.Tasks.Any(k => k.OfficerId == accountId && k.State == SupportingTaskState.Open && !stays.Contains(k.UnitId)));
}
