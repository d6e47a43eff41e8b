using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Policies;

/// <summary>Finds the draft that an act is about.</summary>
internal static class Drafts
{
    /// <summary>
    /// The draft with its clauses, to be written at. Refused: NotFound where the actor sees none; NotAllowed where they may not write at it; a stale copy, that it was
    /// published or discarded meanwhile among them; Policy.UnderReview unless <paramref name="state"/> is what it is in.
    /// </summary>
    public static async Task<Outcome<PolicyVersion>> FindAsync(Operation op, DraftAct act, PolicyState? state, CancellationToken cancellation)
    {
        var draft = await op.Db.PolicyVersions.VisibleTo(op).Drafts().Where(v => v.PolicyId == act.PolicyId)
            .Include(v => v.Policy).Include(v => v.Clauses.OrderBy(c => c.Order)).ThenInclude(c => c.Windows).Include(v => v.Clauses).ThenInclude(c => c.Enterprises)
            .AsSplitQuery().FirstOrDefaultAsync(cancellation);
        if (draft is null)
        {
            return await op.Db.Policies.VisibleTo(op).Where(p => p.Id == act.PolicyId).Select(p => (long?)p.OrganisationId).FirstOrDefaultAsync(cancellation) is not { } organisation ? Refusal.NotFound
                : PolicyAccess.MayWrite(op.Actor, organisation) ? Refusal.Stale
                : Refusal.NotAllowed;
        }

        return !PolicyAccess.MayWrite(op.Actor, draft.Policy.OrganisationId) ? Refusal.NotAllowed
            : draft.Version != act.Version ? Refusal.Stale
            : state == draft.State || state is null ? draft
            : new Refusal(draft.State == PolicyState.Submitted ? "Policy.UnderReview" : "Policy.NotSubmitted");
    }

    /// <summary>Notes who changed it, and that every other copy is stale.</summary>
    public static void Touch(this PolicyVersion draft, Operation op)
    {
        draft.Version++;
        (draft.ChangedById, draft.ChangedAt) = (op.Actor.AccountId, op.Now);
    }

    /// <summary>A copy of a clause in another version, with all it has.</summary>
    public static PolicyClause Copy(PolicyClause clause) => new()
    {
        ClauseId = clause.ClauseId,
        Order = clause.Order,
        Number = clause.Number,
        Title = clause.Title,
        Text = clause.Text,
        ExecutingUnitId = clause.ExecutingUnitId,
        Scope = clause.Scope,
        Benefit = clause.Benefit,
        Materials = clause.Materials,
        WhereToApply = clause.WhereToApply,
        PaymentPromise = clause.PaymentPromise,
        Topics = clause.Topics,
        Personalised = clause.Personalised,
        WithoutApplication = clause.WithoutApplication,
        Condition = clause.Condition,
        Terms = clause.Terms,
        Windows = [.. clause.Windows.Select(w => new ClauseWindow { Kind = w.Kind, From = w.From, Until = w.Until })],
        Enterprises = [.. clause.Enterprises.Select(e => new ClauseEnterprise { EnterpriseId = e.EnterpriseId })],
    };
}
