using ServicePackage.Core.Data;

namespace ServicePackage.Core.Policies;

/// <summary>Which policies stand, are in force and can be applied for, said once for queries and rows. Days are Shanghai days.</summary>
public static class PolicyScopes
{
    /// <summary>The published version of a policy that has not been withdrawn.</summary>
    public static readonly Scope<PolicyVersion> IsPublished = new(v => v.State == PolicyState.Published && v.Policy.WithdrawnAt == null);

    /// <summary>The published version of a policy that has been withdrawn.</summary>
    public static readonly Scope<PolicyVersion> IsWithdrawn = new(v => v.State == PolicyState.Published && v.Policy.WithdrawnAt != null);

    /// <summary>Being written or under review.</summary>
    public static readonly Scope<PolicyVersion> IsDraft = new(v => v.State == PolicyState.Draft || v.State == PolicyState.Submitted);

    /// <summary>Within its legal period; one that does not say when it begins or ends, or of which that is not known, counts as within.</summary>
    public static readonly Scope<PolicyVersion, DateOnly> IsInForce =
        new((v, day) => (v.From == null || v.From <= day) && (v.Until == null || v.Until >= day));

    /// <summary>Its legal period is still to begin.</summary>
    public static readonly Scope<PolicyVersion, DateOnly> HasNotBegun = new((v, day) => v.From != null && v.From > day);

    /// <summary>Its legal period is over.</summary>
    public static readonly Scope<PolicyVersion, DateOnly> HasExpired = new((v, day) => v.Until != null && v.Until < day);

    /// <summary>A window in which can be applied on a day.</summary>
    public static readonly Scope<ClauseWindow, DateOnly> IsOpen =
        new((w, day) => w.Kind == WindowKind.Standing || (w.Kind == WindowKind.Dated && (w.From == null || w.From <= day) && (w.Until == null || w.Until >= day)));

    /// <summary>A window that opens after a day.</summary>
    public static readonly Scope<ClauseWindow, DateOnly> IsToCome = new((w, day) => w.Kind == WindowKind.Dated && w.From != null && w.From > day);

    /// <summary>A window that is not over on a day: open, to come, or still to be announced.</summary>
    public static readonly Scope<ClauseWindow, DateOnly> IsNotOver = new((w, day) => w.Kind != WindowKind.Dated || w.Until == null || w.Until >= day);

    /// <summary>The published versions of policies that have not been withdrawn.</summary>
    public static IQueryable<PolicyVersion> Published(this IQueryable<PolicyVersion> versions) => versions.Where(IsPublished.Rule);

    /// <summary>The clauses of those.</summary>
    public static IQueryable<PolicyClause> Published(this IQueryable<PolicyClause> clauses) => clauses.Where(IsPublished.Of<PolicyClause>(c => c.PolicyVersion).Rule);

    /// <summary>Those in force on a day.</summary>
    public static IQueryable<PolicyVersion> InForce(this IQueryable<PolicyVersion> versions, DateOnly day) => versions.Where(IsInForce.At(day));

    /// <summary>The clauses of those.</summary>
    public static IQueryable<PolicyClause> InForce(this IQueryable<PolicyClause> clauses, DateOnly day) => clauses.Where(IsInForce.Of<PolicyClause>(c => c.PolicyVersion).At(day));

    /// <summary>The row of each clause in the version that had it and was published last, withdrawn or not.</summary>
    internal static IQueryable<PolicyClause> Latest(this IQueryable<PolicyClause> clauses) => clauses.Where(c => c.PolicyVersion.PublishedAt != null
        && !c.PolicyVersion.Policy.Versions.Any(v => v.PublishedAt != null && v.Number > c.PolicyVersion.Number && v.Clauses.Any(l => l.ClauseId == c.ClauseId)));

    /// <summary>Those for all enterprises, and those that name this one.</summary>
    internal static IQueryable<PolicyClause> For(this IQueryable<PolicyClause> clauses, long enterpriseId) =>
        clauses.Where(c => !c.Personalised || c.Enterprises.Any(e => e.EnterpriseId == enterpriseId));

    /// <summary>Those being written or under review.</summary>
    public static IQueryable<PolicyVersion> Drafts(this IQueryable<PolicyVersion> versions) => versions.Where(IsDraft.Rule);
}
