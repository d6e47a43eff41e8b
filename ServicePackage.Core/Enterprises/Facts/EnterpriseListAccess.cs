using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Enterprises;

/// <summary>Whose lists a reader sees: as the facts of <see cref="EnterpriseFactAccess"/>, the public ones with the enterprise, the others where they serve it.</summary>
public static class EnterpriseListAccess
{
    /// <summary>The items the actor sees; what is kept back never leaves the database.</summary>
    public static IQueryable<EnterpriseListItem> VisibleTo(this IQueryable<EnterpriseListItem> items, Operation op)
    {
        ArgumentNullException.ThrowIfNull(op);
        var codes = ListCatalogue.PublicCodes;
        var (seen, served) = (op.Db.Enterprises.VisibleTo(op), op.Db.Enterprises.VisibleTo(op).Where(EnterpriseFactAccess.Serving(op)));
        return items.Where(i => served.Any(e => e.Id == i.EnterpriseId) || (codes.Contains(i.List) && seen.Any(e => e.Id == i.EnterpriseId)));
    }

    /// <summary>The closings of lists the actor sees.</summary>
    public static IQueryable<EnterpriseListClosing> VisibleTo(this IQueryable<EnterpriseListClosing> closings, Operation op)
    {
        ArgumentNullException.ThrowIfNull(op);
        var codes = ListCatalogue.PublicCodes;
        var (seen, served) = (op.Db.Enterprises.VisibleTo(op), op.Db.Enterprises.VisibleTo(op).Where(EnterpriseFactAccess.Serving(op)));
        return closings.Where(c => served.Any(e => e.Id == c.EnterpriseId) || (codes.Contains(c.List) && seen.Any(e => e.Id == c.EnterpriseId)));
    }

    /// <summary>Whether who has these rights may put another in the place of what stands, or take it back: of their own standing or a lower one.</summary>
    public static bool MayReplace(this FactRights rights, FactStanding standing)
    {
        ArgumentNullException.ThrowIfNull(rights);
        return rights.Standings.Any(s => s >= standing);
    }
}
