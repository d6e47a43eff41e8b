using ServicePackage.Core.Conditions;
using ServicePackage.Core.Data;

namespace ServicePackage.Core.Policies;

/// <summary>What counts as a match, and which of those kept hold.</summary>
public static class MatchScopes
{
    /// <summary>It holds.</summary>
    public static readonly Scope<KeptMatch> IsOpen = new(m => m.Until == null);

    /// <summary>It has ended, at this instant (UTC) or after it.</summary>
    public static readonly Scope<KeptMatch, DateTime> EndedSince = new((m, since) => m.Until != null && m.Until >= since);

    /// <summary>Those that hold.</summary>
    public static IQueryable<KeptMatch> Open(this IQueryable<KeptMatch> matches) => matches.Where(IsOpen.Rule);

    /// <summary>Whether to stand so is a match: met, or met but for judgements still open.</summary>
    public static bool IsMatch(this Eligibility eligibility) => eligibility is Eligibility.Met or Eligibility.ToVerify;

    /// <summary>Those of which the enterprise has not said that they are not for it, and under which nothing of it is open already.</summary>
    internal static IQueryable<KeptMatch> Wanted(this IQueryable<KeptMatch> matches, AppDbContext db) =>
        matches.Where(m => !db.ClauseApplications.Where(ApplicationScopes.IsOpen.Rule).Any(a => a.EnterpriseId == m.EnterpriseId && a.ClauseId == m.ClauseId)
            && !db.ClauseAnswers.NotForUs().Any(a => a.EnterpriseId == m.EnterpriseId && a.ClauseId == m.ClauseId));
}
