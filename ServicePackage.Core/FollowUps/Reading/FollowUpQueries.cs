using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.FollowUps;

/// <summary>How items of runs are narrowed and counted.</summary>
internal static class FollowUpQueries
{
    /// <summary>Those of one sort. An enterprise that left the roster waits for nothing any more, whether or not its item was ended yet.</summary>
    public static IQueryable<FollowUpItem> Showing(this IQueryable<FollowUpItem> items, FollowUpShow show, DateOnly today)
    {
        var roster = EnterpriseScopes.IsOnRoster.Of<FollowUpItem>(i => i.Enterprise).At(today);
        return show switch
        {
            FollowUpShow.Open => items.Open().Where(roster),
            FollowUpShow.Left => items.Where(FollowUpScopes.IsLeftOver.Rule).Where(roster),
            FollowUpShow.Done => items.Where(FollowUpScopes.IsDone.Rule),
            FollowUpShow.All => items,
            _ => throw new ArgumentOutOfRangeException(nameof(show), show, null),
        };
    }

    /// <summary>How many there are of each sort.</summary>
    public static async Task<IReadOnlyDictionary<FollowUpShow, int>> CountsAsync(this IQueryable<FollowUpItem> items, DateOnly today, CancellationToken cancellation)
    {
        var counts = new Dictionary<FollowUpShow, int>();
        foreach (var show in Enum.GetValues<FollowUpShow>())
        {
            counts[show] = await items.Showing(show, today).CountAsync(cancellation);
        }

        return counts;
    }

    /// <summary>The oldest left over first, then by name.</summary>
    public static IQueryable<FollowUpItem> InOrder(this IQueryable<FollowUpItem> items) =>
        items.OrderBy(i => i.LeftSince == null).ThenBy(i => i.LeftSince).ThenBy(i => i.Enterprise.SortKey).ThenBy(i => i.Id);

    /// <summary>A run as it is named; it is read with its person and its office.</summary>
    public static FollowUpRunName NameOf(FollowUpRun run)
    {
        var name = run.Account?.DisplayName ?? run.Office?.Name ?? "";
        return new FollowUpRunName(run.Id, run.Label, name, string.IsNullOrEmpty(run.Office?.EnglishName) ? name : run.Office.EnglishName, run.MadeAt, run.MadeAt - run.DueAt > FollowUpRules.LateAfter);
    }

    /// <summary>The month asked for, where there is one; the last otherwise.</summary>
    public static DateOnly? Choose(this IReadOnlyList<DateOnly> months, DateOnly? asked) =>
        asked is { } day ? new DateOnly(day.Year, day.Month, 1) : months.Count > 0 ? months[0] : null;
}
