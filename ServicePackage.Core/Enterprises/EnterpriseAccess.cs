using System.Linq.Expressions;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Enterprises;

/// <summary>Which enterprises a reader sees (plan §四, §五), and what they may do with one.</summary>
public static class EnterpriseAccess
{
    /// <summary>
    /// All for the Centre, the town leaders and the administrator; otherwise the reader's own, those of the reader's economic city, and those the
    /// reader's work in a room leads to, such as those of a butler or those with an open demand of the reader's unit.
    /// </summary>
    public static IQueryable<Enterprise> VisibleTo(this IQueryable<Enterprise> enterprises, Operation op)
    {
        ArgumentNullException.ThrowIfNull(op);
        if (op.Actor.SeesEverything || op.Actor.IsAdministrator)
        {
            return enterprises;
        }

        if (op.Actor.EnterpriseId is { } own)
        {
            return enterprises.Where(e => e.Id == own); // who speaks for an enterprise has no post: no other is theirs
        }

        var cities = CitiesOf(op.Actor);
        Expression<Func<Enterprise, bool>> ofCity = e => cities.Contains(e.EconomicCityId);
        return enterprises.Where(AnyOf.These([ofCity, .. op.House.Of<IEnterpriseTies>().Select(r => r.LeadsTo(op))]));
    }

    /// <summary>Economic cities whose enterprises the actor keeps, whatever the post there.</summary>
    public static IReadOnlyList<long> CitiesOf(Actor actor) =>
        [.. actor.Posts.Where(p => p.OrganisationKind == OrganisationKind.EconomicCity).Select(p => p.OrganisationId).Distinct()];

    /// <summary>Who enters enterprises: the Centre; the administrator, setting up a town.</summary>
    internal static bool MayEnter(Actor actor) => actor.IsCentre || actor.IsAdministrator;

    /// <summary>What the actor may do with an enterprise they see.</summary>
    internal static EnterpriseRights RightsOf(Actor actor, Enterprise enterprise) => new(
        Change: actor.IsCentre,
        ChangeContactPerson: actor.IsCentre || actor.EnterpriseId == enterprise.Id || CitiesOf(actor).Contains(enterprise.EconomicCityId),
        CorrectCode: actor.IsCentre,
        AssignButler: false, // depends on whether there is one
        KeepAccounts: actor.IsAdministrator,
        Serve: false); // a butler is known by another room
}
