using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.FollowUps;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Packages;

/// <summary>That an enterprise's package was issued and not handed over, and that it was (plan §五(六)).</summary>
internal static class PackageReasons
{
    private const string Package = "Package";

    /// <summary>The kind.</summary>
    public static IReadOnlyCollection<string> Kinds { get; } = [Package];

    /// <summary>That the last version waits to be handed over: of one that is issued anew meanwhile the same reason stands. Its number is the key of the version.</summary>
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
                SubjectKind = nameof(Enterprise),
                SubjectId = v.EnterpriseId,
                Number = v.Id.ToString(CultureInfo.InvariantCulture),
                Said = [FollowUpArgument.Of(v.Year), FollowUpArgument.Of(v.Number), FollowUpArgument.Of(TownTime.DayOf(v.HandOverDueAt))],
            }),
        ];
    }

    /// <summary>When and how the last version was handed over.</summary>
    public static async Task<IReadOnlyDictionary<FollowUpKey, FollowUpDone>> DoneAsync(AppDbContext db, IReadOnlyCollection<FollowUpReason> gone, CancellationToken cancellation)
    {
        var ids = gone.Select(r => r.EnterpriseId).ToList();
        var last = await db.PackageVersions.Where(v => EF.Parameter(ids).Contains(v.EnterpriseId)).Latest().Where(v => v.HandedOverOn != null && v.Way != null)
            .Select(v => new { v.EnterpriseId, Day = v.HandedOverOn!.Value, Way = v.Way!.Value }).ToDictionaryAsync(v => v.EnterpriseId, cancellation);
        return gone.Where(r => last.ContainsKey(r.EnterpriseId)).DistinctBy(r => r.Key).ToDictionary(
            r => r.Key, r => new FollowUpDone("Package.HandedOver", [FollowUpArgument.Of(last[r.EnterpriseId].Day), FollowUpArgument.Of(last[r.EnterpriseId].Way)]));
    }
}
