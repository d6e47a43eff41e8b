using System.Linq.Expressions;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;

namespace ServicePackage.Core.Policies;

/// <summary>
/// Who sees which policies, versions and clauses (plan §三(一)). What was published is for everybody signed in; of a personalised clause the enterprises it
/// names, those who see one of them, the people of its unit and of the organisation that drafts it, the Centre and the town leaders. A draft is for the people
/// of the organisation that drafts it, of an executing unit it names, and the Centre.
/// </summary>
public static class PolicyAccess
{
    /// <summary>The policies of which the actor sees a version.</summary>
    public static IQueryable<Policy> VisibleTo(this IQueryable<Policy> policies, Operation op)
    {
        ArgumentNullException.ThrowIfNull(op);
        var versions = op.Db.PolicyVersions.VisibleTo(op);
        return policies.Where(p => versions.Any(v => v.PolicyId == p.Id));
    }

    /// <summary>The versions of which the actor sees a clause, and the drafts they read.</summary>
    public static IQueryable<PolicyVersion> VisibleTo(this IQueryable<PolicyVersion> versions, Operation op)
    {
        ArgumentNullException.ThrowIfNull(op);
        var (open, drafts) = (op.Db.PolicyClauses.Where(IsOpenTo(op)), op.Db.PolicyVersions.Where(IsDraftOf(op.Actor)));
        return versions.Where(v => (v.PublishedAt != null && open.Any(c => c.PolicyVersionId == v.Id)) || drafts.Any(d => d.Id == v.Id));
    }

    /// <summary>Of versions the actor sees, those of which they see every clause: to them alone its whole text and its files are open.</summary>
    internal static IQueryable<PolicyVersion> WholeTo(this IQueryable<PolicyVersion> versions, Operation op)
    {
        var seen = op.Db.PolicyClauses.VisibleTo(op);
        return versions.Where(v => !v.Clauses.Any(c => !seen.Any(s => s.Id == c.Id)));
    }

    /// <summary>The interpretations of what the actor sees: of the clause as it was published when they were written.</summary>
    public static IQueryable<ClauseInterpretation> VisibleTo(this IQueryable<ClauseInterpretation> interpretations, Operation op)
    {
        ArgumentNullException.ThrowIfNull(op);
        var (seen, all) = (op.Db.PolicyClauses.VisibleTo(op), op.Db.PolicyClauses.Where(c => c.PolicyVersion.PublishedAt != null));
        return interpretations.Where(i => seen.Any(s => s.ClauseId == i.ClauseId && s.PolicyVersion.PublishedAt <= i.WrittenAt
            && !all.Any(l => l.ClauseId == i.ClauseId && l.PolicyVersion.PublishedAt <= i.WrittenAt && l.PolicyVersion.Number > s.PolicyVersion.Number)));
    }

    /// <summary>The clauses the actor sees: those open to them of published versions, and all of the drafts they read.</summary>
    public static IQueryable<PolicyClause> VisibleTo(this IQueryable<PolicyClause> clauses, Operation op)
    {
        ArgumentNullException.ThrowIfNull(op);
        var (open, drafts) = (op.Db.PolicyClauses.Where(IsOpenTo(op)), op.Db.PolicyVersions.Where(IsDraftOf(op.Actor)));
        return clauses.Where(c => (c.PolicyVersion.PublishedAt != null && open.Any(o => o.Id == c.Id)) || drafts.Any(d => d.Id == c.PolicyVersionId));
    }

    /// <summary>Whether the actor may draft policies at all: people of units, departments and economic cities, and the Centre.</summary>
    internal static bool MayDraft(Actor actor) => OrganisationsOf(actor).Count > 0;

    /// <summary>The organisations for which the actor drafts.</summary>
    internal static IReadOnlyList<long> OrganisationsOf(Actor actor) =>
        [.. actor.Posts.Where(p => p.OrganisationKind == OrganisationKind.Centre).Select(p => p.OrganisationId).Distinct(), .. actor.UnitIds];

    /// <summary>Whether the actor may write at the drafts of an organisation: its people and the Centre.</summary>
    internal static bool MayWrite(Actor actor, long organisationId) => actor.IsCentre || actor.UnitIds.Contains(organisationId);

    /// <summary>Whether the actor may review a draft: somebody of the Centre who has neither entered it nor changed it last.</summary>
    internal static bool MayReview(Actor actor, PolicyVersion draft) => actor.IsCentre && actor.AccountId != draft.DraftedById && actor.AccountId != draft.ChangedById;

    /// <summary>Whether the actor speaks for a unit that carries a clause out.</summary>
    internal static bool CarriesOut(Actor actor, long? executingUnitId) => executingUnitId is { } unit && actor.UnitIds.Contains(unit);

    /// <summary>Whether the actor decides what comes of a clause for an enterprise: that unit, and the Centre.</summary>
    internal static bool Decides(Actor actor, long? executingUnitId) => actor.IsCentre || CarriesOut(actor, executingUnitId);

    private static Expression<Func<PolicyClause, bool>> IsOpenTo(Operation op)
    {
        var (all, units, seen) = (op.Actor.SeesEverything, op.Actor.UnitIds, op.Db.Enterprises.VisibleTo(op));
        return c => all || !c.Personalised
            || (c.ExecutingUnitId != null && units.Contains(c.ExecutingUnitId.Value)) || units.Contains(c.PolicyVersion.Policy.OrganisationId)
            || c.Enterprises.Any(e => seen.Any(s => s.Id == e.EnterpriseId));
    }

    private static Expression<Func<PolicyVersion, bool>> IsDraftOf(Actor actor)
    {
        var (all, units) = (actor.IsCentre, actor.UnitIds);
        return v => v.PublishedAt == null
            && (all || units.Contains(v.Policy.OrganisationId) || v.Clauses.Any(c => c.ExecutingUnitId != null && units.Contains(c.ExecutingUnitId.Value)));
    }
}
