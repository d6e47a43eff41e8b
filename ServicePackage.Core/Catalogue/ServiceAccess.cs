using System.Linq.Expressions;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;

namespace ServicePackage.Core.Catalogue;

/// <summary>
/// Who sees which services (plan §三(二)). What was published is for everybody signed in; a draft for the people of the organisation that drafts it, of the
/// provider, and the Centre.
/// </summary>
public static class ServiceAccess
{
    /// <summary>The services of which the actor sees a version.</summary>
    public static IQueryable<Service> VisibleTo(this IQueryable<Service> services, Operation op)
    {
        ArgumentNullException.ThrowIfNull(op);
        var versions = op.Db.ServiceVersions.VisibleTo(op);
        return services.Where(s => versions.Any(v => v.ServiceId == s.Id));
    }

    /// <summary>What was published, and the drafts the actor reads.</summary>
    public static IQueryable<ServiceVersion> VisibleTo(this IQueryable<ServiceVersion> versions, Operation op)
    {
        ArgumentNullException.ThrowIfNull(op);
        return versions.Where(IsOpenTo(op.Actor));
    }

    /// <summary>Whether the actor may enter services at all: people of providers, units, departments and economic cities, and the Centre.</summary>
    internal static bool MayEnter(Actor actor) => OrganisationsOf(actor).Count > 0;

    /// <summary>The organisations for which the actor enters services, the Centre first.</summary>
    internal static IReadOnlyList<long> OrganisationsOf(Actor actor) =>
        [.. actor.Posts.Where(p => p.OrganisationKind == OrganisationKind.Centre).Select(p => p.OrganisationId).Distinct(), .. actor.UnitIds, .. actor.ProviderIds];

    /// <summary>Whether the actor may write at the drafts of a service and check it: the people of who drafts it, of the provider, and the Centre.</summary>
    internal static bool MayWrite(Actor actor, Service service) =>
        actor.IsCentre || actor.UnitIds.Contains(service.OrganisationId) || actor.ProviderIds.Contains(service.OrganisationId) || actor.ProviderIds.Contains(service.ProviderId);

    /// <summary>Whether the actor may review a draft: somebody of the Centre who has neither entered it nor changed it last.</summary>
    internal static bool MayReview(Actor actor, ServiceVersion draft) => actor.IsCentre && actor.AccountId != draft.DraftedById && actor.AccountId != draft.ChangedById;

    private static Expression<Func<ServiceVersion, bool>> IsOpenTo(Actor actor)
    {
        var (all, units, providers) = (actor.IsCentre, actor.UnitIds, actor.ProviderIds);
        return v => v.PublishedAt != null || all
            || units.Contains(v.Service.OrganisationId) || providers.Contains(v.Service.OrganisationId) || providers.Contains(v.Service.ProviderId);
    }
}
