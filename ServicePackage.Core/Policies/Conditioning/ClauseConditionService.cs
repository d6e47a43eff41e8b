using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Policies;

/// <summary>
/// The condition that says in a form that can be computed whom a clause is for (plan §五(二)). Whoever reads a draft reads it; the people of the organisation that
/// drafts and the Centre write it.
/// </summary>
public sealed class ClauseConditionService(OperationRunner operations, PolicyDraftService drafts)
{
    /// <summary>A clause of a policy's draft with its condition. Refused NotFound where the caller reads no draft of that policy, or it has no such clause.</summary>
    public Task<Outcome<ClauseConditionView>> ReadAsync(Caller caller, long policyId, long clauseId, CancellationToken cancellation = default) =>
        operations.ReadAsync<ClauseConditionView>(caller, async op =>
        {
            var draft = await op.Db.PolicyVersions.VisibleTo(op).Drafts().Where(v => v.PolicyId == policyId)
                .Select(v => new { v.Id, v.Title, v.Version, v.State, v.Policy.OrganisationId, By = op.Db.Users.Where(a => a.Id == v.ChangedById).Select(a => a.DisplayName).First() })
                .FirstOrDefaultAsync(cancellation);
            if (draft is null)
            {
                return Refusal.NotFound;
            }

            var clauses = await op.Db.PolicyClauses.VisibleTo(op).Where(c => c.PolicyVersionId == draft.Id && (c.ClauseId == clauseId || c.Condition != null))
                .OrderBy(c => c.Order).Select(c => new { c.ClauseId, c.Number, c.Title, c.Text, c.Scope, c.Condition }).ToListAsync(cancellation);
            if (clauses.Find(c => c.ClauseId == clauseId) is not { } clause)
            {
                return Refusal.NotFound;
            }

            var (condition, isSubmitted) = (ConditionJson.Read(clause.Condition), draft.State == PolicyState.Submitted);
            return new ClauseConditionView
            {
                PolicyId = policyId,
                Policy = draft.Title,
                ClauseId = clauseId,
                Number = clause.Number,
                Title = clause.Title,
                Text = clause.Text,
                Scope = clause.Scope,
                Condition = condition,
                IsUnreadable = condition is null && clause.Condition is not null,
                Version = draft.Version,
                Today = op.Today,
                IsSubmitted = isSubmitted,
                MayChange = !isSubmitted && PolicyAccess.MayWrite(op.Actor, draft.OrganisationId),
                ChangedBy = draft.By,
                Others = [.. clauses.Where(c => c.ClauseId != clauseId).Select(c => (Clause: c, Condition: ConditionJson.Read(c.Condition)))
                    .Where(c => c.Condition is not null).Select(c => new ConditionedClause(c.Clause.ClauseId, c.Clause.Number, c.Clause.Title, c.Condition!))],
            };
        }, cancellation);

    /// <summary>
    /// Keeps the condition of a clause, or that it has none. Refused: who may not write at the draft; stale, that the clause is gone among it; under review; what
    /// <see cref="ConditionRules"/> refuses; Condition.TooLong.
    /// </summary>
    public Task<Outcome<Nothing>> SaveAsync(Caller caller, Guid commandId, ClauseConditionInput input, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        return drafts.ChangeAsync(caller, commandId, new DraftAct(input.PolicyId, input.Version), "SaveCondition", (op, draft) =>
        {
            if (draft.Clauses.Find(c => c.ClauseId == input.ClauseId) is not { } clause)
            {
                return Task.FromResult<Refusal?>(Refusal.Stale);
            }

            if (new ClauseConditionValidator().Refuse(input) is { } refusal)
            {
                return Task.FromResult<Refusal?>(refusal);
            }

            clause.Condition = input.Condition is { } condition ? ConditionJson.Write(condition) : null;
            return Task.FromResult<Refusal?>(null);
        }, cancellation);
    }

    /// <summary>
    /// How many enterprises on the roster have no answer to these facts that counts today, or have not said that these lists are complete; numbers alone, whoever may see the
    /// figures themselves. Codes that are neither are left out. Refused NotFound where the caller reads no draft of that policy.
    /// </summary>
    public Task<Outcome<FactGaps>> GapsAsync(Caller caller, long policyId, IReadOnlyList<Asked> asked, CancellationToken cancellation = default) =>
        operations.ReadAsync<FactGaps>(caller, async op =>
        {
            ArgumentNullException.ThrowIfNull(asked);
            return await op.Db.PolicyVersions.VisibleTo(op).Drafts().AnyAsync(v => v.PolicyId == policyId, cancellation)
                ? await FactGapCount.OfAsync(op, asked, cancellation)
                : Refusal.NotFound;
        }, cancellation);
}
