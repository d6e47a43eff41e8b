using System.Linq.Expressions;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Butlers;

/// <summary>Which contacts of leaders hold when, and who sees which leaders.</summary>
public static class LeaderScopes
{
    /// <summary>The contact holds on the day (Shanghai), its first and last day among them.</summary>
    public static readonly Scope<LeaderContact, DateOnly> IsOn = new((c, day) => c.From <= day && (c.Until == null || c.Until >= day));

    /// <summary>The contact holds on the day or later: it has not ended before.</summary>
    public static readonly Scope<LeaderContact, DateOnly> IsFrom = new((c, day) => c.Until == null || c.Until >= day);

    /// <summary>The leader is in office.</summary>
    public static readonly Scope<Leader> IsInOffice = new(l => l.LeftOn == null);

    /// <summary>Those that hold on the day.</summary>
    public static IQueryable<LeaderContact> On(this IQueryable<LeaderContact> contacts, DateOnly day) => contacts.Where(IsOn.At(day));

    /// <summary>Those that hold on some day from the first to the last; null for no last day.</summary>
    public static IQueryable<LeaderContact> Within(this IQueryable<LeaderContact> contacts, DateOnly from, DateOnly? until) =>
        contacts.Where(IsFrom.At(from)).Where(c => until == null || c.From <= until);

    /// <summary>The leaders the actor sees on their own pages: the Centre and the general liaison all, a town leader themselves.</summary>
    public static IQueryable<Leader> VisibleTo(this IQueryable<Leader> leaders, Operation op)
    {
        ArgumentNullException.ThrowIfNull(op);
        var (all, me) = (LeaderRules.MayKeep(op.Actor), op.Actor.AccountId);
        return op.Actor.IsTownLeader || all ? leaders.Where(l => all || (l.AccountId == me && l.LeftOn == null)) : leaders.Where(_ => false);
    }

    /// <summary>Who keeps contact with the enterprises the actor sees.</summary>
    public static IQueryable<LeaderContact> VisibleTo(this IQueryable<LeaderContact> contacts, Operation op)
    {
        ArgumentNullException.ThrowIfNull(op);
        var seen = op.Db.Enterprises.VisibleTo(op);
        return contacts.Where(c => seen.Any(e => e.Id == c.EnterpriseId));
    }

    /// <summary>The enterprises with whom the actor keeps contact today, as a leader in office.</summary>
    internal static Expression<Func<Enterprise, bool>> LedBy(Operation op)
    {
        if (!op.Actor.IsTownLeader)
        {
            return _ => false;
        }

        var me = op.Actor.AccountId;
        var mine = op.Db.LeaderContacts.On(op.Today).Where(c => c.Leader.AccountId == me && c.Leader.LeftOn == null);
        return e => mine.Any(c => c.EnterpriseId == e.Id);
    }
}
