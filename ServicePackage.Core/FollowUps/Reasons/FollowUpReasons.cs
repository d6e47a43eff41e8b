using ServicePackage.Core.Data;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.FollowUps;

/// <summary>Asks all rooms which reasons stand, and by what those that stand no more were seen to.</summary>
public sealed class FollowUpReasons(House house)
{
    /// <summary>The reasons that stand at an instant (UTC), by enterprise, in the order of the rooms.</summary>
    public async Task<ILookup<long, FollowUpReason>> StandingAsync(AppDbContext db, DateTime at, IReadOnlyCollection<long> enterpriseIds, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(enterpriseIds);
        var standing = new List<FollowUpReason>();
        if (enterpriseIds.Count > 0)
        {
            foreach (var room in house.Of<IFollowUpReasons>())
            {
                standing.AddRange(await room.StandingAsync(db, at, enterpriseIds, cancellation));
            }
        }

        return standing.ToLookup(r => r.EnterpriseId);
    }

    /// <summary>The reasons of each of some items as they are at an instant (UTC): those that stand no more with by what they were seen to.</summary>
    public async Task<IReadOnlyDictionary<long, IReadOnlyList<FollowUpReason>>> AsTheyAreAsync(
        AppDbContext db, DateTime at, IReadOnlyCollection<FollowUpItem> items, ILookup<long, FollowUpReason> standing, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(standing);
        var reasons = items.ToDictionary(i => i.Id, i => i.Read());
        var now = standing.SelectMany(g => g).DistinctBy(r => r.Key).ToDictionary(r => r.Key);
        var gone = reasons.Values.SelectMany(r => r).Where(r => r.Done is null && !now.ContainsKey(r.Key)).ToLookup(r => r.Kind);
        var done = new Dictionary<FollowUpKey, FollowUpDone>();
        foreach (var room in house.Of<IFollowUpReasons>())
        {
            var ofRoom = room.FollowUpKinds.SelectMany(k => gone[k]).ToList();
            foreach (var (key, by) in ofRoom.Count == 0 ? new Dictionary<FollowUpKey, FollowUpDone>() : await room.DoneAsync(db, at, ofRoom, cancellation))
            {
                done[key] = by;
            }
        }

        return reasons.ToDictionary(r => r.Key, r => (IReadOnlyList<FollowUpReason>)
            [.. r.Value.Select(w => w.Done is not null ? w : now.TryGetValue(w.Key, out var stands) ? stands with { Since = w.Since } : w with { Done = done.GetValueOrDefault(w.Key, FollowUpDone.Over) })]);
    }

    /// <summary>The same, asking what stands first.</summary>
    public async Task<IReadOnlyDictionary<long, IReadOnlyList<FollowUpReason>>> AsTheyAreAsync(AppDbContext db, DateTime at, IReadOnlyCollection<FollowUpItem> items, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(items);
        return await AsTheyAreAsync(db, at, items, await StandingAsync(db, at, [.. items.Select(i => i.EnterpriseId).Distinct()], cancellation), cancellation);
    }
}
