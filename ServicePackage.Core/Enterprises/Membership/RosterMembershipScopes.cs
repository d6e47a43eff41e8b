using ServicePackage.Core.Data;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Enterprises;

/// <summary>Which rows of the roster hold on a day (Shanghai), said once for queries and rows; and who reads them.</summary>
public static class RosterMembershipScopes
{
    /// <summary>Holds on the day: the first day counts, the day of leaving does not.</summary>
    public static readonly Scope<RosterMembership, DateOnly> Holds =
        new((m, day) => m.Joined <= day && (m.Left == null || m.Left > day));

    /// <summary>The roster as of the day.</summary>
    public static IQueryable<RosterMembership> HoldingOn(this IQueryable<RosterMembership> memberships, DateOnly day) => memberships.Where(Holds.At(day));

    /// <summary>Those of the enterprises that the actor sees.</summary>
    public static IQueryable<RosterMembership> VisibleTo(this IQueryable<RosterMembership> memberships, Operation op)
    {
        ArgumentNullException.ThrowIfNull(op);
        var seen = op.Db.Enterprises.VisibleTo(op);
        return memberships.Where(m => seen.Any(e => e.Id == m.EnterpriseId));
    }
}
