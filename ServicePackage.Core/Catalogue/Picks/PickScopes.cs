using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;

namespace ServicePackage.Core.Catalogue;

/// <summary>Which picks are open, late and wait for whom, said once for queries and rows.</summary>
public static class PickScopes
{
    /// <summary>Asked for or taken on, and not given yet.</summary>
    public static readonly Scope<PickState> OpenState = new(s => s == PickState.Asked || s == PickState.Accepted);

    /// <summary>The same of a pick: an enterprise has one a service.</summary>
    public static readonly Scope<Pick> IsOpen = OpenState.Of<Pick>(p => p.State);

    /// <summary>Waits for the provider or for the enterprise: open, or given and not rated.</summary>
    internal static readonly Scope<Pick> GoesOn = new(p => p.State != PickState.Declined && p.State != PickState.Rated && p.State != PickState.Withdrawn);

    /// <summary>The provider has not answered by an instant (UTC) at which it should have.</summary>
    public static readonly Scope<Pick, DateTime> IsLate = new((p, at) => p.State == PickState.Asked && p.AnswerDueAt < at);

    /// <summary>Rated badly, and the Centre has not seen to it.</summary>
    public static readonly Scope<Pick> WaitsForFollowUp = RatingScopes.IsBad.Of<Pick>(p => p.Rating).And(p => p.FollowedUpAt == null);

    /// <summary>The open ones.</summary>
    public static IQueryable<Pick> Open(this IQueryable<Pick> picks) => picks.Where(IsOpen.Rule);

    /// <summary>Those that a list is asked for, at an instant (UTC).</summary>
    internal static IQueryable<Pick> Showing(this IQueryable<Pick> picks, PickShow show, DateTime now) => show switch
    {
        PickShow.All => picks,
        PickShow.Unanswered => picks.Where(p => p.State == PickState.Asked),
        PickShow.Late => picks.Where(IsLate.At(now)),
        PickShow.ToDeliver => picks.Where(p => p.State == PickState.Accepted),
        PickShow.RatedBadly => picks.Where(WaitsForFollowUp.Rule),
        PickShow.Ended => picks.Where(IsOpen.Rule, (_, open) => !open),
        _ => throw new ArgumentOutOfRangeException(nameof(show), show, null),
    };
}
