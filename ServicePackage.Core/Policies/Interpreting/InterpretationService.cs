using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Policies;

/// <summary>A clause in plain words, as typed.</summary>
public sealed class InterpretationInput
{
    /// <summary>The clause, by its key through all versions.</summary>
    public long ClauseId { get; set; }

    /// <summary>How many interpretations the person saw.</summary>
    public int Seen { get; set; }

    public string Text { get; set; } = "";
}

/// <summary>Checks what is typed of a clause in plain words.</summary>
public sealed class InterpretationValidator : AbstractValidator<InterpretationInput>
{
    public InterpretationValidator() => RuleFor(i => i.Text).Text("InterpretationText", PolicyRules.LongestInterpretation);
}

/// <summary>A published clause that nobody has put in plain words.</summary>
/// <param name="PolicyId">Its policy.</param>
/// <param name="ClauseId">Its key through all versions.</param>
/// <param name="PolicyTitle">The policy's title.</param>
/// <param name="Number">Its number.</param>
/// <param name="Title">Its title.</param>
/// <param name="Unit">Who carries it out; null where that is nobody of the town.</param>
/// <param name="PublishedAt">When the version was published (UTC).</param>
public sealed record UninterpretedRow(long PolicyId, long ClauseId, string PolicyTitle, string Number, string Title, PolicyUnit? Unit, DateTime PublishedAt);

/// <summary>Puts clauses in plain words (plan §三(一)): the people of a clause's executing unit, dated and signed. Earlier ones stay readable.</summary>
public sealed class InterpretationService(OperationRunner operations)
{
    /// <summary>
    /// Writes an interpretation of a published clause, the first or a renewed one. Refused: NotFound where the caller does not see the clause; NotAllowed for everybody but
    /// the people of its executing unit; stale where another was written meanwhile; a text missing or too long.
    /// </summary>
    public Task<Outcome<Nothing>> WriteAsync(Caller caller, Guid commandId, InterpretationInput input, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(input);
            var interpretations = op.Db.ClauseInterpretations.VisibleTo(op); // those the form was opened beside
            var clause = await op.Db.PolicyClauses.VisibleTo(op).Published().Where(c => c.ClauseId == input.ClauseId)
                .Select(c => new { c.Number, c.ExecutingUnitId, c.PolicyVersion.Policy, Written = interpretations.Count(i => i.ClauseId == c.ClauseId) }).FirstOrDefaultAsync(cancellation);
            if (clause is null)
            {
                return Refusal.NotFound;
            }

            if (!PolicyAccess.CarriesOut(op.Actor, clause.ExecutingUnitId))
            {
                return Refusal.NotAllowed;
            }

            if (clause.Written != input.Seen)
            {
                return Refusal.Stale;
            }

            if (new InterpretationValidator().Refuse(input) is { } refusal)
            {
                return refusal;
            }

            clause.Policy.Version++; // of two at once the second is refused
            op.Db.ClauseInterpretations.Add(new ClauseInterpretation
            {
                ClauseId = input.ClauseId,
                Text = input.Text.Trim(),
                WrittenAt = op.Now,
                WrittenById = op.Actor.AccountId,
                UnitId = clause.ExecutingUnitId!.Value,
            });
            op.Note(clause.Policy, "InterpretClause", new { Clause = clause.Number });
            return Nothing.Value;
        }, cancellation);

    /// <summary>
    /// A page of the published clauses in force that nobody has put in plain words: all for the Centre, or those of one unit; for others those of their own units. Refused
    /// NotFound who carries nothing out.
    /// </summary>
    public Task<Outcome<Page<UninterpretedRow>>> UninterpretedAsync(Caller caller, long? unitId = null, int skip = 0, int take = 20, CancellationToken cancellation = default) =>
        operations.ReadAsync<Page<UninterpretedRow>>(caller, async op =>
            PolicyAccess.MayDraft(op.Actor)
                ? await Uninterpreted(op).Where(c => unitId == null || c.ExecutingUnitId == unitId)
                    .OrderBy(c => c.PolicyVersion.PublishedAt).ThenBy(c => c.PolicyVersionId).ThenBy(c => c.Order)
                    .Select(c => new UninterpretedRow(
                        c.PolicyVersion.PolicyId, c.ClauseId, c.PolicyVersion.Title, c.Number, c.Title,
                        c.ExecutingUnit == null ? null : new PolicyUnit(c.ExecutingUnit.Id, c.ExecutingUnit.Name, c.ExecutingUnit.EnglishName), c.PolicyVersion.PublishedAt!.Value))
                    .PageAsync(skip, take, cancellation)
                : Refusal.NotFound, cancellation);

    /// <summary>Those in force without any interpretation, of the actor's units; of all at the Centre.</summary>
    private static IQueryable<PolicyClause> Uninterpreted(Operation op)
    {
        var (all, units) = (op.Actor.IsCentre, op.Actor.UnitIds);
        return op.Db.PolicyClauses.VisibleTo(op).Published().InForce(op.Today)
            .Where(c => c.Clause.Interpretations.Count == 0 && (all || (c.ExecutingUnitId != null && units.Contains(c.ExecutingUnitId.Value))));
    }
}
