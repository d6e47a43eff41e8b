using ServicePackage.Core.Accounts;
using ServicePackage.Core.Data;

namespace ServicePackage.Core.Enterprises;

/// <summary>Which enterprises a reader sees.</summary>
public static class EnterpriseQueries
{
    /// <summary>All for the Centre, the leaders and the administrator; otherwise the own, those of the own economic city and those served as butler.</summary>
    public static IQueryable<Enterprise> VisibleTo(this IQueryable<Enterprise> enterprises, Actor actor, AppDbContext db)
    {
        if (actor.SeesEverything || actor.IsAdministrator)
        {
            return enterprises;
        }

        var (own, me, cities) = (actor.EnterpriseId, actor.AccountId, actor.EconomicCityIds);
        return enterprises.Where(e => e.Id == own
            || cities.Contains(e.EconomicCityId)
            || db.ButlerAssignments.Any(b => b.EnterpriseId == e.Id && b.AccountId == me && b.Until == null));
    }
}
