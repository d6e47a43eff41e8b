using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Packages;

/// <summary>
/// Who sees which packages (plan §三(二)): the enterprise its own, and its butler, its economic city and the Centre; a leader those of the enterprises they keep contact
/// with, to read. An issued version the enterprise sees once it was handed over.
/// </summary>
public static class PackageAccess
{
    /// <summary>The versions the actor sees.</summary>
    public static IQueryable<PackageVersion> VisibleTo(this IQueryable<PackageVersion> versions, Operation op)
    {
        ArgumentNullException.ThrowIfNull(op);
        var (own, served) = (op.Actor.EnterpriseId, op.Db.Enterprises.VisibleTo(op).Where(EnterpriseFactAccess.Reading(op)));
        return versions.Where(v => served.Any(e => e.Id == v.EnterpriseId) && (v.EnterpriseId != own || v.HandedOverOn != null));
    }

    /// <summary>What was decided about clauses of packages the actor sees.</summary>
    public static IQueryable<PackageChoice> VisibleTo(this IQueryable<PackageChoice> choices, Operation op)
    {
        ArgumentNullException.ThrowIfNull(op);
        var served = op.Db.Enterprises.VisibleTo(op).Where(EnterpriseFactAccess.Reading(op));
        return choices.Where(c => served.Any(e => e.Id == c.EnterpriseId));
    }

    /// <summary>The enterprises whose packages the actor puts together, issues and hands over: those they serve, never their own.</summary>
    internal static IQueryable<Enterprise> ServedBy(Operation op) =>
        op.Actor.EnterpriseId is not null ? op.Db.Enterprises.VisibleTo(op).Where(_ => false) : op.Db.Enterprises.VisibleTo(op).Where(EnterpriseFactAccess.Serving(op));

    /// <summary>Whether the actor serves any enterprise.</summary>
    internal static Task<bool> ServesAnyAsync(Operation op, CancellationToken cancellation) => ServedBy(op).AnyAsync(cancellation);

    /// <summary>The enterprise whose package the actor is to work on: refused NotFound where they do not see it, NotAllowed where they do not serve it or speak for it.</summary>
    internal static async Task<Outcome<Enterprise>> ServedEnterpriseAsync(this Operation op, long enterpriseId, CancellationToken cancellation) =>
        (await op.ServedEnterprisesAsync([enterpriseId], cancellation))(enterpriseId);

    /// <summary>The same of several, in two queries however many they are.</summary>
    internal static async Task<Func<long, Outcome<Enterprise>>> ServedEnterprisesAsync(this Operation op, IReadOnlyCollection<long> enterpriseIds, CancellationToken cancellation)
    {
        var ids = enterpriseIds.ToList();
        var seen = await op.Db.Enterprises.VisibleTo(op).Where(e => EF.Parameter(ids).Contains(e.Id)).ToDictionaryAsync(e => e.Id, cancellation);
        var served = (await ServedBy(op).Where(e => EF.Parameter(ids).Contains(e.Id)).Select(e => e.Id).ToListAsync(cancellation)).ToHashSet();
        return id => !seen.TryGetValue(id, out var enterprise) ? Refusal.NotFound : served.Contains(id) ? enterprise : Refusal.NotAllowed;
    }
}
