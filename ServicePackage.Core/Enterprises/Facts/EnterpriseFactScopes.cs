using ServicePackage.Core.Data;

namespace ServicePackage.Core.Enterprises;

/// <summary>Which answers were known at an instant, said once for queries and rows.</summary>
public static class EnterpriseFactScopes
{
    /// <summary>Recorded by then and not replaced by then.</summary>
    public static readonly Scope<EnterpriseFact, DateTime> IsKnown =
        new((f, at) => f.RecordedAt <= at && (f.ReplacedAt == null || f.ReplacedAt > at));

    /// <summary>The answers that were known at an instant (UTC).</summary>
    public static IQueryable<EnterpriseFact> KnownAt(this IQueryable<EnterpriseFact> facts, DateTime at) => facts.Where(IsKnown.At(at));

    /// <summary>Those that no other has taken the place of.</summary>
    public static IQueryable<EnterpriseFact> Standing(this IQueryable<EnterpriseFact> facts) => facts.Where(f => f.ReplacedAt == null);

    /// <summary>The one of several answers for the same that counts: of the highest standing, then the one recorded last.</summary>
    public static EnterpriseFact Counting(this IEnumerable<EnterpriseFact> facts) =>
        facts.OrderByDescending(f => f.Standing).ThenByDescending(f => f.RecordedAt).ThenByDescending(f => f.Id).First();
}
