using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Policies;

/// <summary>What a person judges of an enterprise, as typed.</summary>
public sealed class JudgementInput
{
    /// <summary>The policy and the clause that ask for it.</summary>
    public long PolicyId { get; set; }

    /// <summary>The clause, by its key through all versions.</summary>
    public long ClauseId { get; set; }

    /// <summary>The enterprise.</summary>
    public long EnterpriseId { get; set; }

    /// <summary>The key of the question.</summary>
    public string Key { get; set; } = "";

    /// <summary>Whether it holds; null where nothing was chosen.</summary>
    public bool? Holds { get; set; }

    /// <summary>What it rests on.</summary>
    public string Note { get; set; } = "";

    /// <summary>The judgement the person saw; null where there was none.</summary>
    public long? Seen { get; set; }
}

/// <summary>Checks a judgement.</summary>
public sealed class JudgementValidator : AbstractValidator<JudgementInput>
{
    public JudgementValidator()
    {
        RuleFor(j => j.Holds).NotNull().WithErrorCode("Judgement.NothingChosen");
        RuleFor(j => j.Note).Text("JudgementNote", PolicyRules.LongestReason);
    }
}

/// <summary>Takes down what a person judged where no figure says it (plan §五(二)).</summary>
public sealed class JudgementService(OperationRunner operations)
{
    /// <summary>
    /// Judges a question that a published clause asks, for an enterprise on the roster; it counts wherever the same is asked. For the people of the clause's
    /// executing unit and the Centre. Refused: NotFound where the caller does not see the clause, the clause does not ask it, or the enterprise is not on the roster;
    /// NotAllowed for everybody else; stale where it was judged meanwhile; nothing chosen; a note missing or too long.
    /// </summary>
    public Task<Outcome<Nothing>> JudgeAsync(Caller caller, Guid commandId, JudgementInput input, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(input);
            var clause = await op.Db.PolicyClauses.VisibleTo(op).Published().Where(c => c.ClauseId == input.ClauseId && c.PolicyVersion.PolicyId == input.PolicyId)
                .Select(c => new { c.Condition, c.ExecutingUnitId }).FirstOrDefaultAsync(cancellation);
            if (clause is null)
            {
                return Refusal.NotFound;
            }

            if (!PolicyAccess.Decides(op.Actor, clause.ExecutingUnitId))
            {
                return Refusal.NotAllowed;
            }

            var enterprise = await op.Db.Enterprises.OnRoster(op.Today).FirstOrDefaultAsync(e => e.Id == input.EnterpriseId, cancellation);
            if (enterprise is null || ConditionJson.Weighable(clause.Condition) is not { } condition || !KnownReading.QuestionsOf(condition, Criteria.OfTheProgram).Contains(input.Key))
            {
                return Refusal.NotFound;
            }

            if (new JudgementValidator().Refuse(input) is { } refusal)
            {
                return refusal;
            }

            var earlier = await op.Db.Judgements.FirstOrDefaultAsync(j => j.EnterpriseId == enterprise.Id && j.Key == input.Key && j.ReplacedAt == null, cancellation);
            if (earlier?.Id != input.Seen)
            {
                return Refusal.Stale;
            }

            if (earlier is not null)
            {
                earlier.ReplacedAt = op.Now;
                await op.SaveAsync(cancellation);
            }

            op.Db.Judgements.Add(new Judgement
            {
                EnterpriseId = enterprise.Id,
                Key = input.Key,
                Holds = input.Holds!.Value,
                Note = input.Note.Trim(),
                JudgedAt = op.Now,
                JudgedById = op.Actor.AccountId,
            });
            op.Note(enterprise, "JudgeCriterion", new { input.Key, input.Holds }, isInternal: true);
            return Nothing.Value;
        }, cancellation);
}
