using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Policies;

/// <summary>How many enterprises would stand so.</summary>
/// <param name="Eligibility">How they stand.</param>
/// <param name="Count">How many; for others than the Centre in steps of <see cref="ClausePreviewService.Step"/>, downward.</param>
/// <param name="IsAbout">Whether it is such a step.</param>
/// <param name="Names">Some of them by name, for the Centre alone.</param>
public sealed record PreviewGroup(Eligibility Eligibility, int Count, bool IsAbout, IReadOnlyList<string> Names);

/// <summary>Whom a condition would be for, before it is published.</summary>
/// <param name="All">How many enterprises are on the roster.</param>
/// <param name="Groups">How many would stand how.</param>
public sealed record ConditionPreview(int All, IReadOnlyList<PreviewGroup> Groups)
{
    /// <summary>What it would come to; null where the clause gives no money, where that is not said, and for others than the Centre where it would tell a figure.</summary>
    public PreviewBudget? Budget { get; init; }
}

/// <summary>What a clause would come to in a year if all who meet it got what they can (yuan); whoever is still to be checked is not in it.</summary>
/// <param name="AtLeast">At least so much.</param>
/// <param name="Counted">For so many enterprises.</param>
/// <param name="WithoutFigure">So many more are not in it: their figure is not known.</param>
/// <param name="Available">What there is for them; null where that is not said.</param>
/// <param name="HighestAlone">Whether some may get another clause's money in its place.</param>
public sealed record PreviewBudget(decimal AtLeast, int Counted, int WithoutFigure, decimal? Available, bool HighestAlone);

/// <summary>Whom one condition wins over another, and whom it loses, by name.</summary>
/// <param name="Won">Those for whom only the present one would be.</param>
/// <param name="Lost">Those for whom only the other would be.</param>
public sealed record PreviewComparison(IReadOnlyList<string> Won, IReadOnlyList<string> Lost);

/// <summary>
/// Shows whom the condition of a draft would be for, as it is being written and before it is saved (plan §三(一)). Whoever moves a threshold could find out a figure
/// that is not theirs to see: others than the Centre read no names and round numbers alone, and each of their looks is in the history of the policy.
/// </summary>
public sealed class ClausePreviewService(OperationRunner operations)
{
    /// <summary>The steps in which enterprises are counted for others than the Centre.</summary>
    public const int Step = 5;

    /// <summary>How many are named of a group.</summary>
    public const int MostNamed = 8;

    /// <summary>
    /// The enterprises on the roster beside a condition that a clause of a draft could have, the place of its policy before it. For whoever reads the draft; where the
    /// clause is for named enterprises, for the Centre alone. Refused: NotFound where the caller reads no such draft; NotAllowed for others where it names enterprises;
    /// what <see cref="ConditionRules"/> refuses.
    /// </summary>
    public Task<Outcome<ConditionPreview>> PreviewAsync(Caller caller, long policyId, long clauseId, Condition condition, CancellationToken cancellation = default) =>
        operations.ReadAsync<ConditionPreview>(caller, async op =>
        {
            var draft = await op.Db.PolicyClauses.VisibleTo(op).Where(c => c.PolicyVersion.PolicyId == policyId && c.ClauseId == clauseId)
                .Where(PolicyScopes.IsDraft.Of<PolicyClause>(c => c.PolicyVersion).Rule)
                .Select(c => new { c.Id, c.Title, c.PolicyVersion.Place, c.Personalised, c.Terms, c.PolicyVersion.Policy }).FirstOrDefaultAsync(cancellation);
            if (draft is null)
            {
                return Refusal.NotFound;
            }

            var whole = op.Actor.IsCentre;
            if (!whole && (draft.Personalised || op.NotesNoLook))
            {
                return Refusal.NotAllowed;
            }

            if (ConditionRules.Refuse(condition, Criteria.OfTheProgram) is { } refusal)
            {
                return refusal;
            }

            if (!whole)
            {
                op.Note(draft.Policy, Look, new { Clause = draft.Title, Condition = ConditionJson.Write(condition) }, isInternal: true);
            }

            var weighed = await op.WeighAsync(new ForWhom(PlaceFirst.Before(draft.Place, condition), draft.Personalised ? draft.Id : null), cancellation, terms: BenefitTerms.Read(draft.Terms));
            return new ConditionPreview(weighed.Count, [.. Enum.GetValues<Eligibility>().Select(eligibility =>
            {
                var group = weighed.Where(w => w.Assessment.Eligibility == eligibility).ToList();
                return whole
                    ? new PreviewGroup(eligibility, group.Count, IsAbout: false, [.. group.Take(MostNamed).Select(w => w.Name)])
                    : new PreviewGroup(eligibility, group.Count / Step * Step, IsAbout: true, []);
            })])
            {
                Budget = BudgetOf(weighed, BenefitTerms.Read(draft.Terms), whole),
            };
        }, cancellation);

    /// <summary>
    /// Whom a condition that a clause of a draft could have wins over another, and whom it loses: those that meet all of it, but for what is to be judged, by the one and not by the other.
    /// For the Centre alone, since it names them. Refused: NotFound where the caller reads no such draft; NotAllowed for others; what <see cref="ConditionRules"/> refuses of either.
    /// </summary>
    public Task<Outcome<PreviewComparison>> CompareAsync(Caller caller, long policyId, long clauseId, Condition before, Condition now, CancellationToken cancellation = default) =>
        operations.ReadAsync<PreviewComparison>(caller, async op =>
        {
            var draft = await op.Db.PolicyClauses.VisibleTo(op).Where(c => c.PolicyVersion.PolicyId == policyId && c.ClauseId == clauseId)
                .Where(PolicyScopes.IsDraft.Of<PolicyClause>(c => c.PolicyVersion).Rule).Select(c => new { c.Id, c.PolicyVersion.Place, c.Personalised }).FirstOrDefaultAsync(cancellation);
            if (draft is null)
            {
                return Refusal.NotFound;
            }

            if (!op.Actor.IsCentre)
            {
                return Refusal.NotAllowed;
            }

            if ((ConditionRules.Refuse(before, Criteria.OfTheProgram) ?? ConditionRules.Refuse(now, Criteria.OfTheProgram)) is { } refusal)
            {
                return refusal;
            }

            var (earlier, present) = (await MetAsync(before), await MetAsync(now));
            return new PreviewComparison([.. present.ExceptBy(earlier.Select(w => w.Id), w => w.Id).Select(w => w.Name)], [.. earlier.ExceptBy(present.Select(w => w.Id), w => w.Id).Select(w => w.Name)]);

            async Task<List<WeighedEnterprise>> MetAsync(Condition asks) =>
                [.. (await op.WeighAsync(new ForWhom(PlaceFirst.Before(draft.Place, asks), draft.Personalised ? draft.Id : null), cancellation)).Where(w => w.Assessment.Eligibility.IsMatch())];
        }, cancellation);

    /// <summary>Others than the Centre read a sum that rests on commercial figures nowhere, and any other in the steps of the count.</summary>
    private static PreviewBudget? BudgetOf(IReadOnlyList<WeighedEnterprise> weighed, BenefitTerms? terms, bool whole)
    {
        if (terms is null or { Kind: BenefitKind.NoMoney } || (!whole && terms.Figure is { Commercial: true }))
        {
            return null;
        }

        var getting = weighed.Where(w => w.Assessment.Eligibility == Eligibility.Met).ToList();
        var counted = getting.Where(w => w.Estimate is not null).ToList();
        if (!whole && (counted.Count < Step || terms.Kind != BenefitKind.Amount))
        {
            return null;
        }

        var shown = whole ? counted.Count : counted.Count / Step * Step;
        return new PreviewBudget(counted.Take(shown).Sum(w => w.Estimate!.Value.Low), shown, whole ? getting.Count - counted.Count : 0, terms.Budget, terms.Group is not null);
    }

    /// <summary>The act of looking whom a condition would be for, in the history of the policy.</summary>
    public const string Look = "PreviewCondition";
}
