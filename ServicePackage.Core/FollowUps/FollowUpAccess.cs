using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.FollowUps;

/// <summary>Who sees which runs and what stands on them: whoever serves an enterprise now, its items of every month; the Centre all (plan §五(六)). Enterprises none.</summary>
public static class FollowUpAccess
{
    /// <summary>The items the actor sees.</summary>
    public static IQueryable<FollowUpItem> VisibleTo(this IQueryable<FollowUpItem> items, Operation op)
    {
        ArgumentNullException.ThrowIfNull(op);
        return op.Actor.IsCentre ? items : items.ServedBy(op);
    }

    /// <summary>The runs the actor sees: their own, and those on which an enterprise stands that they serve now; the Centre all.</summary>
    public static IQueryable<FollowUpRun> VisibleTo(this IQueryable<FollowUpRun> runs, Operation op)
    {
        ArgumentNullException.ThrowIfNull(op);
        if (op.Actor.IsCentre)
        {
            return runs;
        }

        var (me, items) = (op.Actor.AccountId, op.Db.FollowUpItems.VisibleTo(op));
        return runs.Where(r => r.AccountId == me || items.Any(i => i.RunId == r.Id));
    }

    /// <summary>The items of enterprises that the actor serves now: those they may end.</summary>
    internal static IQueryable<FollowUpItem> ServedBy(this IQueryable<FollowUpItem> items, Operation op)
    {
        if (op.Actor.EnterpriseId is not null)
        {
            return items.Where(_ => false);
        }

        var served = op.Db.ServedBy(op.Actor.AccountId, op.Today);
        return items.Where(i => served.Any(id => id == i.EnterpriseId)); // looked up by key, where a list of all served would be read
    }

    /// <summary>Whether the actor has runs to look at: who serves an enterprise, and the Centre.</summary>
    internal static async Task<bool> MayOpenAsync(Operation op, CancellationToken cancellation) =>
        op.Actor.EnterpriseId is null && (op.Actor.IsCentre || await op.Db.ServedBy(op.Actor.AccountId, op.Today).AnyAsync(cancellation));

    /// <summary>Whether the actor reads the runs of the whole town.</summary>
    internal static bool SeesTown(Actor actor) => actor.IsCentre;
}
