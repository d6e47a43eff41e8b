using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.FollowUps;

/// <summary>
/// Ends what was seen to: an item of which no reason stands any more ends by itself and keeps by what. So does one whose enterprise has left the roster. It looks at so many
/// a run and goes on from there at the next, so that a run costs the same however much is open; pages look for themselves at what they show.
/// </summary>
public sealed class FollowUpTicking(IDbContextFactory<AppDbContext> contexts, OperationRunner operations, FollowUpReasons reasons)
{
    private const int Batch = 200;

    private long _last;

    /// <summary>Looks at the next items as of an instant (UTC), and gives how many ended.</summary>
    internal async Task<int> RunAsync(DateTime asOf, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var last = _last;
        var open = await db.FollowUpItems.Open().Where(i => i.Id > last).OrderBy(i => i.Id).Take(Batch).AsNoTracking().ToListAsync(cancellation);
        _last = open.Count == Batch ? open[^1].Id : 0; // what cannot be looked at keeps nobody from the others at the next run
        if (open.Count == 0 || await EndedAsync(db, asOf, open, cancellation) is not { Count: > 0 } ended)
        {
            return 0;
        }

        var ids = ended.Keys.ToList();
        var done = await operations.ActAsSystemAsync(asOf, async op =>
        {
            foreach (var item in await op.Db.FollowUpItems.Open().Where(i => EF.Parameter(ids).Contains(i.Id)).ToListAsync(cancellation))
            {
                End(op, item, ended[item.Id]);
            }
        }, cancellation);
        return done ? ended.Count : 0;
    }

    /// <summary>Ends those of some open items that were seen to, in the operation, and gives the others with their reasons as they are.</summary>
    internal async Task<IReadOnlyList<(FollowUpItem Item, IReadOnlyList<FollowUpReason> Reasons)>> EndAsync(
        Operation op, IReadOnlyCollection<FollowUpItem> open, ILookup<long, FollowUpReason> standing, CancellationToken cancellation)
    {
        var present = await reasons.AsTheyAreAsync(op.Db, op.Now, open, standing, cancellation);
        var left = new List<(FollowUpItem, IReadOnlyList<FollowUpReason>)>();
        foreach (var item in open)
        {
            if (IsSeenTo(present[item.Id]))
            {
                End(op, item, present[item.Id]);
            }
            else
            {
                left.Add((item, present[item.Id]));
            }
        }

        return left;
    }

    /// <summary>Whether no reason stands any more.</summary>
    internal static bool IsSeenTo(IReadOnlyList<FollowUpReason> reasons) => reasons.Count > 0 && reasons.All(r => r.Done is not null);

    private async Task<IReadOnlyDictionary<long, IReadOnlyList<FollowUpReason>?>> EndedAsync(AppDbContext db, DateTime asOf, List<FollowUpItem> open, CancellationToken cancellation)
    {
        var firms = open.ConvertAll(i => i.EnterpriseId);
        var roster = (await db.Enterprises.OnRoster(TownTime.DayOf(asOf)).Where(e => EF.Parameter(firms).Contains(e.Id)).Select(e => e.Id).ToListAsync(cancellation)).ToHashSet();
        var present = await reasons.AsTheyAreAsync(db, asOf, open, cancellation);
        return open.Where(i => !roster.Contains(i.EnterpriseId) || IsSeenTo(present[i.Id])).ToDictionary(i => i.Id, i => roster.Contains(i.EnterpriseId) ? present[i.Id] : null);
    }

    private static void End(Operation op, FollowUpItem item, IReadOnlyList<FollowUpReason>? seenTo)
    {
        item.Close(seenTo is null ? FollowUpEnd.OffRoster : FollowUpEnd.Itself, op.Now);
        item.Take(seenTo ?? item.Read());
        op.Changed(nameof(FollowUpItem), item.Id);
    }
}
