using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Policies;

/// <summary>How many enterprises would stand so.</summary>
/// <param name="Eligibility">How they stand.</param>
/// <param name="Count">How many; 0 where it is only said that there are fewer than <see cref="ClausePreviewService.FewestSaid"/>.</param>
/// <param name="IsFew">Whether there are some, but too few to be counted for this reader.</param>
/// <param name="Names">Some of them by name, for the Centre alone.</param>
public sealed record PreviewGroup(Eligibility Eligibility, int Count, bool IsFew, IReadOnlyList<string> Names);

/// <summary>Whom a condition would be for, before it is published.</summary>
/// <param name="All">How many enterprises are on the roster.</param>
/// <param name="Groups">How many would stand how.</param>
public sealed record ConditionPreview(int All, IReadOnlyList<PreviewGroup> Groups);

/// <summary>
/// Shows whom the condition of a draft would be for, as it is being written and before it is saved (plan §三(一)). Whoever moves a threshold could find out a figure
/// that is not theirs to see: so others than the Centre read no names, and of fewer than three enterprises no number.
/// </summary>
public sealed class ClausePreviewService(OperationRunner operations)
{
    /// <summary>The fewest enterprises that are counted for others than the Centre.</summary>
    public const int FewestSaid = 3;

    /// <summary>How many are named of a group.</summary>
    public const int MostNamed = 8;

    /// <summary>
    /// The enterprises on the roster beside a condition that a clause of a draft could have, the place of its policy before it. For whoever reads the draft. Refused:
    /// NotFound where the caller reads no such draft; what <see cref="ConditionRules"/> refuses.
    /// </summary>
    public Task<Outcome<ConditionPreview>> PreviewAsync(Caller caller, long policyId, long clauseId, Condition condition, CancellationToken cancellation = default) =>
        operations.ReadAsync<ConditionPreview>(caller, async op =>
        {
            var draft = await op.Db.PolicyClauses.VisibleTo(op).Where(c => c.PolicyVersion.PolicyId == policyId && c.ClauseId == clauseId)
                .Where(PolicyScopes.IsDraft.Of<PolicyClause>(c => c.PolicyVersion).Rule)
                .Select(c => new { c.Id, c.PolicyVersion.Place, c.Personalised }).FirstOrDefaultAsync(cancellation);
            if (draft is null)
            {
                return Refusal.NotFound;
            }

            if (ConditionRules.Refuse(condition, Criteria.OfTheProgram) is { } refusal)
            {
                return refusal;
            }

            var weighed = await op.WeighAsync(ClauseAsked.Whole(draft.Place, condition)!, draft.Personalised ? draft.Id : null, cancellation);
            var named = op.Actor.IsCentre;
            return new ConditionPreview(weighed.Count, [.. Enum.GetValues<Eligibility>().Select(eligibility =>
            {
                var group = weighed.Where(w => w.Assessment.Eligibility == eligibility).ToList();
                var isFew = !named && group.Count is > 0 and < FewestSaid;
                return new PreviewGroup(eligibility, isFew ? 0 : group.Count, isFew, named ? [.. group.Take(MostNamed).Select(w => w.Name)] : []);
            })]);
        }, cancellation);
}
