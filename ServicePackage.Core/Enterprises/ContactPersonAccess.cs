using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.History;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Enterprises;

/// <summary>A room whose work needs enterprises' contact persons (plan §五(六)).</summary>
public interface IContactNeed : IRoom
{
    /// <summary>Keys of the enterprises whose contact person the actor's work in this room needs now.</summary>
    IQueryable<long> NeededNow(Operation op);

    /// <summary>Keys of the enterprises whose contact person it needs or needed once: a look at these is logged.</summary>
    IQueryable<long> NeededOnce(Operation op);
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

    /// <summary>Keys of the enterprises whose contact person is open to the actor, for queries.</summary>
    public static IQueryable<long> ContactPersonsOpen(this Operation op)
    {
        ArgumentNullException.ThrowIfNull(op);
        var (db, centre, own, cities) = (op.Db, op.Actor.IsCentre, op.Actor.EnterpriseId, EnterpriseAccess.CitiesOf(op.Actor));
        var served = db.Enterprises.Where(e => centre || e.Id == own || cities.Contains(e.EconomicCityId)).Select(e => e.Id);
        return op.House.Of<IContactNeed>().Select(r => r.NeededNow(op)).Aggregate(served, (all, more) => all.Union(more));
    }

    /// <summary>
    /// Those of these enterprises whose contact person the actor may see. What the caller then shows is a look: where it is to be logged it is
    /// in the history before the answer of the read is given, all of a list in one go.
    /// </summary>
    public static async Task<IReadOnlySet<long>> SeeContactPersonsAsync(this Operation op, IReadOnlyCollection<long> enterpriseIds, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(op);
        var seen = (await op.ContactPersonsOpen().Where(id => enterpriseIds.Contains(id)).ToListAsync(cancellation)).ToHashSet();
        var rest = enterpriseIds.Where(id => !seen.Contains(id)).Distinct().ToList();
        if (rest.Count == 0 || op.House.Of<IContactNeed>().Select(r => r.NeededOnce(op)).ToList() is not [var first, .. var others])
        {
            return seen;
        }

        var once = others.Aggregate(first, (all, more) => all.Union(more));
        foreach (var id in await once.Where(id => rest.Contains(id)).Distinct().Order().ToListAsync(cancellation))
        {
            op.Note(new Looked(id), Look, isInternal: true);
            seen.Add(id);
        }

        return seen;
    }

    /// <summary>Whether the actor may see the contact person of this enterprise; logged as <see cref="SeeContactPersonsAsync"/> says.</summary>
    public static async Task<bool> SeeContactPersonAsync(this Operation op, long enterpriseId, CancellationToken cancellation = default) =>
        (await op.SeeContactPersonsAsync([enterpriseId], cancellation)).Count > 0;

    private sealed record Looked(long SubjectId) : IHistoried
    {
        string IHistoried.Subject => nameof(Enterprise);
    }
}
