using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Data;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;

namespace ServicePackage.Core.Accounts;

/// <summary>What a person still has to hand on before leaving a post or the town (RULES §3, first-asked person; plan §五(六)).</summary>
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

        var open = db.Tickets.Where(t => t.State != TicketState.Closed && t.State != TicketState.Withdrawn);
        if (await open.CountAsync(t => t.FirstAskedId == accountId) is > 0 and var firstAsked)
        {
            return new Refusal("Account.StillFirstAsked", firstAsked);
        }

        var handled = await open.CountAsync(t => t.OfficerId == accountId
            || t.Tasks.Any(k => k.OfficerId == accountId && k.State == SupportingTaskState.Open));
        return handled > 0 ? new Refusal("Account.StillOfficer", handled) : null;
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
