using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;

namespace ServicePackage.Core.Butlers;

/// <summary>
/// Enterprises whose butler fits no longer: the tier or the economic city has changed, or the butler lost the post (plan §二, §五(六)). They are listed for the Centre and the
/// general manager of the city until a new one is named; nothing changes by itself.
/// </summary>
internal static class UnfitButlers
{
    /// <summary>The enterprises on the roster, of those whose butlers the actor arranges, whose butler holds no post that makes one fit.</summary>
    public static IQueryable<ButlerAssignment> Of(Operation op)
    {
        var (all, cities, roster) = (op.Actor.IsCentre, CoverRules.CitiesOf(op.Actor), op.Db.Enterprises.VisibleTo(op).OnRoster(op.Today));
        return op.Db.ButlerAssignments.Current()
            .Where(b => (all || cities.Contains(b.Enterprise.EconomicCityId)) && roster.Any(e => e.Id == b.EnterpriseId))
            .Where(b => b.Account.DisabledAt != null || !b.Account.Posts.Any(p => p.Organisation.DisabledAt == null
                && ((b.Enterprise.Tier == EnterpriseTier.District && (p.Kind == PostKind.TownLeader || p.Kind == PostKind.GeneralLiaison))
                    || (b.Enterprise.Tier == EnterpriseTier.Town && p.OrganisationId == b.Enterprise.EconomicCityId && (p.Kind == PostKind.GeneralManager || p.Kind == PostKind.Specialist)))));
    }

    /// <summary>A page of them, with the reason.</summary>
    public static async Task<Page<UnfitButler>> PageAsync(Operation op, int skip, int take, CancellationToken cancellation)
    {
        var page = await Of(op).OrderBy(b => b.Enterprise.SortKey).ThenBy(b => b.Id).Select(b => new
        {
            b.EnterpriseId,
            b.Enterprise.Name,
            b.Enterprise.Tier,
            b.AccountId,
            Butler = b.Account.DisplayName,
            Disabled = b.Account.DisabledAt != null,
            Leads = b.Account.Posts.Any(p => p.Organisation.DisabledAt == null && (p.Kind == PostKind.TownLeader || p.Kind == PostKind.GeneralLiaison)),
            OfACity = b.Account.Posts.Any(p => p.Organisation.DisabledAt == null && p.Organisation.Kind == OrganisationKind.EconomicCity && (p.Kind == PostKind.GeneralManager || p.Kind == PostKind.Specialist)),
        }).PageAsync(skip, take, cancellation);
        return new Page<UnfitButler>([.. page.Items.Select(b => new UnfitButler(b.EnterpriseId, b.Name, b.Tier, b.AccountId, b.Butler, Why(b.Tier, b.Disabled, b.Leads, b.OfACity)))], page.Total);
    }

    private static UnfitReason Why(EnterpriseTier tier, bool disabled, bool leads, bool ofACity) =>
        disabled ? UnfitReason.Disabled
        : tier == EnterpriseTier.District ? (ofACity ? UnfitReason.District : UnfitReason.NoPost)
        : ofACity ? UnfitReason.City : leads ? UnfitReason.Town : UnfitReason.NoPost;
}
