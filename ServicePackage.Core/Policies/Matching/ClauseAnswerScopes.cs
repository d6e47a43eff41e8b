using ServicePackage.Core.Data;

namespace ServicePackage.Core.Policies;

/// <summary>Which answers to clauses stand, and what they come to, said once for queries and rows.</summary>
public static class ClauseAnswerScopes
{
    /// <summary>No other took its place, and it was not taken back.</summary>
    public static readonly Scope<ClauseAnswer> IsStanding = new(a => a.ReplacedAt == null);

    /// <summary>It says that the clause is not for the enterprise.</summary>
    public static readonly Scope<ClauseAnswer> IsNotForUs = new(a => a.ReplacedAt == null && a.Wish == ClauseWish.NotForUs);

    /// <summary>It says that the enterprise is interested.</summary>
    public static readonly Scope<ClauseAnswer> IsInterested = new(a => a.ReplacedAt == null && a.Wish == ClauseWish.Interested);

    /// <summary>The enterprise waits to be called.</summary>
    public static readonly Scope<ClauseAnswer> WaitsForCall = new(a => a.ReplacedAt == null && a.Wish == ClauseWish.Interested && a.CalledOn == null);

    /// <summary>Those that stand.</summary>
    public static IQueryable<ClauseAnswer> Standing(this IQueryable<ClauseAnswer> answers) => answers.Where(IsStanding.Rule);

    /// <summary>Those that say that the clause is not for the enterprise.</summary>
    public static IQueryable<ClauseAnswer> NotForUs(this IQueryable<ClauseAnswer> answers) => answers.Where(IsNotForUs.Rule);

    /// <summary>Those that say that the enterprise is interested.</summary>
    public static IQueryable<ClauseAnswer> Interested(this IQueryable<ClauseAnswer> answers) => answers.Where(IsInterested.Rule);

    /// <summary>Those of enterprises that wait to be called.</summary>
    public static IQueryable<ClauseAnswer> WaitingForCall(this IQueryable<ClauseAnswer> answers) => answers.Where(WaitsForCall.Rule);
}
