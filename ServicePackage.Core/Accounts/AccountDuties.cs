using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Data;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Accounts;

/// <summary>What a person still has to hand on before leaving a post or the town (RULES §3, first-asked person; plan §五(六)).</summary>
public static class AccountDuties
{
    /// <summary>Why the account cannot be disabled; null when nothing is left.</summary>
    public static async Task<Refusal?> RefusalAsync(AppDbContext db, long accountId)
    {
        var enterprises = await db.AssignedTo(accountId).CountAsync();
        return enterprises > 0 ? new Refusal("Account.StillButler", enterprises) : null;
    }

    /// <summary>Why the person cannot be left with these posts alone: an enterprise they are the butler of asks for one they lack.</summary>
    public static async Task<Refusal?> RefusalAsync(AppDbContext db, long accountId, IReadOnlyList<PostInput> posts)
    {
        var assigned = db.AssignedTo(accountId);
        var served = await db.Enterprises.Where(e => assigned.Contains(e.Id)).Select(e => new { e.Name, e.Tier, e.EconomicCityId }).ToListAsync();
        var orphan = served.Find(e => !posts.Any(p => ButlerRules.Qualifies(p.Kind, p.OrganisationId, e.Tier, e.EconomicCityId)));
        return orphan is null ? null : new Refusal("Account.ButlerNeedsPost", orphan.Name) { Field = nameof(PostsInput.Posts) };
    }
}
