using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Policies;

/// <summary>
/// Who sees which applications, and on which side of one they stand. All of them for the Centre and the town leaders; those of an enterprise for itself and who
/// serves it; those under a clause for the unit that carries it out now.
/// </summary>
public static class ApplicationAccess
{
    /// <summary>The applications the actor sees.</summary>
    public static IQueryable<ClauseApplication> VisibleTo(this IQueryable<ClauseApplication> applications, Operation op)
    {
        ArgumentNullException.ThrowIfNull(op);
        if (op.Actor.SeesEverything)
        {
            return applications;
        }

        var (units, served, clauses) = (op.Actor.UnitIds, op.Db.Enterprises.VisibleTo(op).Where(EnterpriseFactAccess.Serving(op)), CarriedOut(op));
        return applications.Where(a => served.Any(e => e.Id == a.EnterpriseId) || clauses.Any(c => c.ClauseId == a.ClauseId
            && c.ExecutingUnitId != null && units.Contains(c.ExecutingUnitId.Value)));
    }

    /// <summary>Each clause as it was published last: who carries it out now, whoever asks.</summary>
    internal static IQueryable<PolicyClause> CarriedOut(Operation op) => op.Db.PolicyClauses.Latest();

    /// <summary>Whether the actor decides what is applied for under a clause: the people of its unit, and the Centre.</summary>
    internal static bool IsAuthority(Operation op, long? unitId) => PolicyAccess.Decides(op.Actor, unitId);

    /// <summary>Of these enterprises those on whose side the actor stands: their own, and those they serve; the Centre, which serves all, decides and does not speak for them.</summary>
    internal static async Task<IReadOnlySet<long>> SpokenForAsync(Operation op, IReadOnlyCollection<long> enterpriseIds, CancellationToken cancellation)
    {
        if (enterpriseIds.Count == 0)
        {
            return new HashSet<long>();
        }

        var ids = enterpriseIds.ToList();
        return (await op.Db.Enterprises.VisibleTo(op).Where(EnterpriseFactAccess.ServingItself(op)).Where(e => ids.Contains(e.Id)).Select(e => e.Id).ToListAsync(cancellation)).ToHashSet();
    }

    /// <summary>On which sides of an application the actor stands.</summary>
    internal static async Task<ApplicationSide> SidesAsync(Operation op, long enterpriseId, long? unitId, CancellationToken cancellation) =>
        ((await SpokenForAsync(op, [enterpriseId], cancellation)).Count > 0 ? ApplicationSide.Enterprise : ApplicationSide.None)
        | (IsAuthority(op, unitId) ? ApplicationSide.Authority : ApplicationSide.None);
}
