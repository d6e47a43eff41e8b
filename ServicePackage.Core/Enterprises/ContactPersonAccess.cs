using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.History;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Enterprises;

/// <summary>A room whose work needs enterprises' contact persons (plan §五(六)).</summary>
public interface IContactNeed : IRoom
{
    /// <summary>Whether the actor's work in this room needs an enterprise's contact person now.</summary>
    Expression<Func<Enterprise, bool>> NeededNow(Operation op);

    /// <summary>Whether it needs or needed them once: a look at these is logged.</summary>
    Expression<Func<Enterprise, bool>> NeededOnce(Operation op);
}

/// <summary>
/// The one rule for a contact person's telephone: that of an enterprise, of its people, and of its demands, the closed ones too. Open to the
/// Centre, the enterprise's own people, its economic city, and whose work needs it now, as the rooms say; whose work needed it once sees it as
/// well, and the look is in the enterprise's history. Hidden from all others, town leaders and administrators among them.
/// </summary>
public static class ContactPersonAccess
{
    /// <summary>The act in the enterprise's history that stands for a logged look.</summary>
    public const string Look = "SeeContact";

    /// <summary>Whoever looks again within this time still looks: a page is read more than once while it is open.</summary>
    public static readonly TimeSpan OneLook = TimeSpan.FromMinutes(10);

    /// <summary>Whether an enterprise's contact person is open to the actor, for queries.</summary>
    public static Expression<Func<Enterprise, bool>> ContactPersonOpen(this Operation op)
    {
        ArgumentNullException.ThrowIfNull(op);
        var (centre, own, cities) = (op.Actor.IsCentre, op.Actor.EnterpriseId, EnterpriseAccess.CitiesOf(op.Actor));
        Expression<Func<Enterprise, bool>> served = e => centre || e.Id == own || cities.Contains(e.EconomicCityId);
        return AnyOf.These([served, .. op.House.Of<IContactNeed>().Select(r => r.NeededNow(op))]);
    }

    /// <summary>
    /// Those of these enterprises whose contact person the actor may see. What the caller then shows is a look: where it is to be logged it is
    /// in the history before the answer of the read is given, all of a list in one go.
    /// </summary>
    public static async Task<IReadOnlySet<long>> SeeContactPersonsAsync(this Operation op, IReadOnlyCollection<long> enterpriseIds, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(op);
        var seen = (await AmongAsync(enterpriseIds, op.ContactPersonOpen())).ToHashSet();
        var rest = enterpriseIds.Where(id => !seen.Contains(id)).ToList();
        if (rest.Count == 0)
        {
            return seen;
        }

        var once = await AmongAsync(rest, AnyOf.These(op.House.Of<IContactNeed>().Select(r => r.NeededOnce(op))));
        var looked = once.Count == 0 ? once : await LookedAsync(op, once, cancellation);
        if (op.NotesNoLook)
        {
            seen.UnionWith(looked);
            return seen;
        }

        foreach (var id in once.Except(looked))
        {
            op.Note(new Looked(id), Look, isInternal: true);
        }

        seen.UnionWith(once);
        return seen;

        Task<List<long>> AmongAsync(IReadOnlyCollection<long> ids, Expression<Func<Enterprise, bool>> condition) =>
            op.Db.Enterprises.Where(e => ids.Contains(e.Id)).Where(condition).Select(e => e.Id).Order().ToListAsync(cancellation);
    }

    /// <summary>Whether the actor may see the contact person of this enterprise; logged as <see cref="SeeContactPersonsAsync"/> says.</summary>
    public static async Task<bool> SeeContactPersonAsync(this Operation op, long enterpriseId, CancellationToken cancellation = default) =>
        (await op.SeeContactPersonsAsync([enterpriseId], cancellation)).Count > 0;

    private static Task<List<long>> LookedAsync(Operation op, List<long> ids, CancellationToken cancellation)
    {
        var (me, since) = (op.Actor.AccountId, op.Now - OneLook);
        return op.Db.History.Where(h => h.Subject == nameof(Enterprise) && ids.Contains(h.SubjectId) && h.Act == Look && h.AccountId == me && h.At > since)
            .Select(h => h.SubjectId).ToListAsync(cancellation);
    }

    private sealed record Looked(long SubjectId) : IHistoried
    {
        string IHistoried.Subject => nameof(Enterprise);
    }
}
