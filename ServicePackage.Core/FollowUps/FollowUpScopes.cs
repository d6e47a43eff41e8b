using ServicePackage.Core.Data;

namespace ServicePackage.Core.FollowUps;

/// <summary>Which items of runs stand, said once for queries and rows.</summary>
public static class FollowUpScopes
{
    /// <summary>It waits to be seen to.</summary>
    public static readonly Scope<FollowUpItem> IsOpen = new(i => i.ClosedAt == null);

    /// <summary>It was seen to, by itself or by a word.</summary>
    public static readonly Scope<FollowUpItem> IsDone = new(i => i.ClosedAs == FollowUpEnd.Itself || i.ClosedAs == FollowUpEnd.Word);

    /// <summary>It waits, and stood on an earlier run already.</summary>
    public static readonly Scope<FollowUpItem> IsLeftOver = new(i => i.ClosedAt == null && i.LeftSince != null);

    /// <summary>Those that wait to be seen to.</summary>
    public static IQueryable<FollowUpItem> Open(this IQueryable<FollowUpItem> items) => items.Where(IsOpen.Rule);
}
