using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;

namespace ServicePackage.Core.Catalogue;

/// <summary>
/// Who sees which picks, and on which sides of one they stand: its enterprise, its butler and its economic city, a leader who keeps contact with it, the provider, and the Centre. The provider's people see
/// of the enterprise its name, and the contact and the wish that it gave with the pick.
/// </summary>
public static class PickAccess
{
    /// <summary>The picks the actor sees.</summary>
    public static IQueryable<Pick> VisibleTo(this IQueryable<Pick> picks, Operation op)
    {
        ArgumentNullException.ThrowIfNull(op);
        if (op.Actor.IsCentre)
        {
            return picks;
        }

        var (served, providers) = (op.Db.Enterprises.VisibleTo(op).Where(EnterpriseFactAccess.ReadingItself(op)), op.Actor.ProviderIds);
        return picks.Where(p => providers.Contains(p.Service.ProviderId) || served.Any(e => e.Id == p.EnterpriseId));
    }

    /// <summary>Of what was recommended, that to the actor's own enterprise, to those they serve, and to those they keep contact with as a leader.</summary>
    public static IQueryable<Recommendation> VisibleTo(this IQueryable<Recommendation> recommendations, Operation op)
    {
        ArgumentNullException.ThrowIfNull(op);
        var served = op.Db.Enterprises.VisibleTo(op).Where(EnterpriseFactAccess.Reading(op));
        return recommendations.Where(r => served.Any(e => e.Id == r.EnterpriseId));
    }

    /// <summary>The posts by which somebody with an account in use speaks for a provider.</summary>
    internal static IQueryable<Post> People(Operation op) => op.Db.Posts.Where(p => p.Organisation.Kind == OrganisationKind.Provider && p.Account.DisabledAt == null);

    /// <summary>The accounts that speak for a provider.</summary>
    internal static IQueryable<long> PeopleOf(Operation op, long providerId) => People(op).Where(p => p.OrganisationId == providerId).Select(p => p.AccountId).Distinct();

    /// <summary>On which sides of a pick the actor stands; the Centre on the provider's where that has nobody with an account.</summary>
    internal static PickSide SidesOf(Operation op, long enterpriseId, long providerId, bool hasPeople) =>
        (op.Actor.EnterpriseId == enterpriseId ? PickSide.Enterprise : PickSide.None)
        | (op.Actor.ProviderIds.Contains(providerId) || (op.Actor.IsCentre && !hasPeople) ? PickSide.Provider : PickSide.None)
        | (op.Actor.IsCentre ? PickSide.Centre : PickSide.None);
}
