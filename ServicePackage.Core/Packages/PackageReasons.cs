using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;
using ServicePackage.Core.FollowUps;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Packages;

/// <summary>That an enterprise's package was issued and not handed over, and that it was (plan §五(六)).</summary>
internal static class PackageReasons
{
    private const string Package = "Package";

    /// <summary>The kind.</summary>
    public static IReadOnlyCollection<string> Kinds { get; } = [Package];

    /// <summary>The last versions that wait to be handed over.</summary>
    public static async Task<IReadOnlyList<FollowUpReason>> StandingAsync(AppDbContext db, IReadOnlyCollection<long> ids, CancellationToken cancellation)
    {
        var keys = ids.ToList();
        var waiting = await db.PackageVersions.Where(v => EF.Parameter(keys).Contains(v.EnterpriseId)).Latest().Where(PackageScopes.WaitsForHandOver.Rule)
            .Select(v => new { v.Id, v.EnterpriseId, v.Year, v.Number, v.HandOverDueAt }).ToListAsync(cancellation);
        return
        [
            .. waiting.Select(v => new FollowUpReason
            {
                EnterpriseId = v.EnterpriseId,
                Kind = Package,
                Text = Package,
                SubjectKind = nameof(PackageVersion),
                SubjectId = v.Id,
                Said = [FollowUpArgument.Of(v.Year), FollowUpArgument.Of(v.Number), FollowUpArgument.Of(TownTime.DayOf(v.HandOverDueAt))],
            }),
        ];
    }

    /// <summary>When and how it was handed over, or that a later version was issued in its place.</summary>
    public static async Task<IReadOnlyDictionary<FollowUpKey, FollowUpDone>> DoneAsync(AppDbContext db, IReadOnlyCollection<FollowUpReason> gone, CancellationToken cancellation)
    {
        var ids = gone.Select(r => r.SubjectId).ToList();
        var versions = await db.PackageVersions.Where(v => EF.Parameter(ids).Contains(v.Id)).Select(v => new { v.Id, v.HandedOverOn, v.Way }).ToDictionaryAsync(v => v.Id, cancellation);
        return gone.Where(r => versions.ContainsKey(r.SubjectId)).DistinctBy(r => r.Key).ToDictionary(r => r.Key, r =>
            versions[r.SubjectId] is { HandedOverOn: { } day, Way: { } way } ? new FollowUpDone("Package.HandedOver", [FollowUpArgument.Of(day), FollowUpArgument.Of(way)]) : new FollowUpDone("Package.Superseded", []));
    }
}
