using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;

namespace ServicePackage.Core.Butlers;

/// <summary>What a butler, or an organisation whose people are butlers, has to hand on.</summary>
internal static class ButlerDuties
{
    /// <summary>Account.StillCovers; Account.StillButler; with posts Account.ButlerNeedsPost, where an enterprise asks for one that is not among them.</summary>
    public static async Task<Refusal?> RefusalAsync(Operation op, long accountId, IReadOnlyList<PostInput>? posts)
    {
        if (await CoveringAsync(op, accountId, posts) is { } covering)
        {
            return covering;
        }

        var assigned = op.Db.AssignedTo(accountId);
        if (posts is null)
        {
            return await assigned.CountAsync() is > 0 and var enterprises ? new Refusal("Account.StillButler", enterprises) : null;
        }

        var served = await op.Db.Enterprises.Where(e => assigned.Contains(e.Id)).Select(e => new { e.Name, e.Tier, e.EconomicCityId }).ToListAsync();
        return served.Find(e => !posts.Any(p => ButlerRules.Qualifies(p.Kind, p.OrganisationId, e.Tier, e.EconomicCityId))) is { } orphan
            ? new Refusal("Account.ButlerNeedsPost", orphan.Name)
            : null;
    }

    /// <summary>Whoever covers, now or later, stays fit for it until that is over or ended.</summary>
    private static async Task<Refusal?> CoveringAsync(Operation op, long accountId, IReadOnlyList<PostInput>? posts)
    {
        var covers = op.Db.ButlerCovers.Where(CoverScopes.IsFrom.At(op.Today)).Where(c => c.CovererId == accountId);
        var covered = await covers.Beside(op.Db)
            .Select(x => new { x.Assignment.Enterprise.Name, x.Assignment.Enterprise.Tier, x.Assignment.Enterprise.EconomicCityId, x.Cover.Until }).ToListAsync();
        return covered.Find(e => posts?.Any(p => ButlerRules.Qualifies(p.Kind, p.OrganisationId, e.Tier, e.EconomicCityId)) != true) is { } orphan
            ? new Refusal("Account.StillCovers", orphan.Name, orphan.Until)
            : null;
    }

    /// <summary>Enterprises of an economic city whose butler works there.</summary>
    public static async Task<IReadOnlyList<Duty>> CountAsync(Operation op, long organisationId, CancellationToken cancellation)
    {
        var serving = op.Db.Posts
            .Where(p => p.OrganisationId == organisationId && p.Account.DisabledAt == null && (p.Kind == PostKind.Specialist || p.Kind == PostKind.GeneralManager))
            .Select(p => p.AccountId);
        var butlers = await op.Db.ButlerAssignments.Current()
            .CountAsync(b => b.Enterprise.EconomicCityId == organisationId && serving.Contains(b.AccountId), cancellation);
        return [Duty.Of("Butlers", butlers)];
    }
}
