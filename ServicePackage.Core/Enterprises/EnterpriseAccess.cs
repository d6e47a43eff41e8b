using ServicePackage.Core.Accounts;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Data;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Tickets;

namespace ServicePackage.Core.Enterprises;

/// <summary>Which enterprises a reader sees (plan §四, §五), and what they may do with one.</summary>
public static class EnterpriseAccess
{
    /// <summary>
    /// All for the Centre, the town leaders and the administrator; otherwise the reader's own, those of the reader's economic city, those the
    /// reader is the butler of, and those with an open demand that the reader's unit leads or supports: the file is for the work,
    /// and a demand that has ended shows what it needs by itself.
    /// </summary>
    public static IQueryable<Enterprise> VisibleTo(this IQueryable<Enterprise> enterprises, Actor actor, AppDbContext db)
    {
        if (actor.SeesEverything || actor.IsAdministrator)
        {
            return enterprises;
        }

        var (own, me, cities, units) = (actor.EnterpriseId, actor.AccountId, CitiesOf(actor), actor.UnitIds);
        return enterprises.Where(e => e.Id == own
            || cities.Contains(e.EconomicCityId)
            || db.ButlerAssignments.Current().Any(b => b.EnterpriseId == e.Id && b.AccountId == me)
            || db.Tickets.Open().Any(t => t.EnterpriseId == e.Id
                && ((t.LeadUnitId != null && units.Contains(t.LeadUnitId.Value))
                    || t.Tasks.Any(k => k.State != SupportingTaskState.Cancelled && units.Contains(k.UnitId)))));
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
        KeepAccounts: actor.IsAdministrator);
}
