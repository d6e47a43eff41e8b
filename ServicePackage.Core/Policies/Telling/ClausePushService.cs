using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Policies;

/// <summary>A clause to be pushed to enterprises, as typed.</summary>
public sealed class ClausePushInput
{
    public long PolicyId { get; set; }

    /// <summary>The clause, by its key through all versions.</summary>
    public long ClauseId { get; set; }

    /// <summary>The enterprises that were selected.</summary>
    public IReadOnlyList<long> EnterpriseIds { get; set; } = [];

    /// <summary>Why, as the enterprises read it.</summary>
    public string Word { get; set; } = "";
}

/// <summary>Checks what is typed of a push.</summary>
public sealed class ClausePushValidator : AbstractValidator<ClausePushInput>
{
    /// <summary>The most enterprises of one push.</summary>
    public const int Most = 100;

    public ClausePushValidator()
    {
        RuleFor(p => p.EnterpriseIds).Must(e => e.Count is > 0 and <= Most).WithErrorCode("Push.Nobody");
        RuleFor(p => p.Word).Text("PushWord", PolicyRules.LongestReason);
    }
}

/// <summary>What came of a push.</summary>
/// <param name="Taken">To how many enterprises it was pushed.</param>
/// <param name="Declined">How many were left out because they said that it is not for them.</param>
/// <param name="Waiting">How many were left out because it was pushed to them before and they have not answered, or they have said that they are interested.</param>
public sealed record Pushed(int Taken, int Declined, int Waiting);

/// <summary>Pushes a clause to a selection of enterprises (plan §三(一)): it stands on their page at once and comes with their next digest.</summary>
public sealed class ClausePushService(OperationRunner operations)
{
    /// <summary>The act, in the history of the policy.</summary>
    public const string Push = "PushClause";

    /// <summary>
    /// Pushes a published clause. For the people of its executing unit and the Centre. Who said that it is not for them, who is interested already, and to whom it was
    /// pushed without an answer so far, are left out and counted. Refused: NotFound where the caller does not see the clause; NotAllowed for everybody else; nobody or too many
    /// selected; a word missing or too long; Push.NotInForce outside the policy's legal period; Push.NotFor where one of them is not on the roster, is not named by it, or does not meet it whatever comes to be known.
    /// </summary>
    public Task<Outcome<Pushed>> PushAsync(Caller caller, Guid commandId, ClausePushInput input, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Pushed>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(input);
            var clause = await op.Db.PolicyClauses.VisibleTo(op).Published().Where(c => c.ClauseId == input.ClauseId && c.PolicyVersion.PolicyId == input.PolicyId)
                .Select(c => new { c.Id, c.Title, c.ExecutingUnitId, c.Condition, c.Personalised, c.PolicyVersion.Place, c.PolicyVersion.Policy }).FirstOrDefaultAsync(cancellation);
            if (clause is null)
            {
                return Refusal.NotFound;
            }

            if (!PolicyAccess.Decides(op.Actor, clause.ExecutingUnitId))
            {
                return Refusal.NotAllowed;
            }

            if (new ClausePushValidator().Refuse(input) is { } refusal)
            {
                return refusal;
            }

            if (!await op.Db.PolicyClauses.VisibleTo(op).InForce(op.Today).AnyAsync(c => c.Id == clause.Id, cancellation))
            {
                return new Refusal("Push.NotInForce");
            }

            var wanted = input.EnterpriseIds.Distinct().ToList();
            if (ForWhom.Of(clause.Place, clause.Condition, clause.Personalised, clause.Id) is not { } whom)
            {
                return new Refusal("Push.NoCondition");
            }

            var fitting = (await op.WeighAsync(whom, cancellation, only: wanted)).Where(w => w.Assessment.Eligibility != Eligibility.NotMet).Select(w => w.Id).ToHashSet();
            if (wanted.Exists(id => !fitting.Contains(id)))
            {
                return new Refusal("Push.NotFor");
            }

            var answers = await op.Db.ClauseAnswers.Standing().Where(a => a.ClauseId == input.ClauseId && wanted.Contains(a.EnterpriseId)).ToDictionaryAsync(a => a.EnterpriseId, a => a.Wish, cancellation);
            var waiting = (await op.Db.ClausePushes.Waiting().Where(p => p.ClauseId == input.ClauseId && wanted.Contains(p.EnterpriseId)).Select(p => p.EnterpriseId).ToListAsync(cancellation)).ToHashSet();
            var taken = wanted.FindAll(id => !answers.ContainsKey(id) && !waiting.Contains(id));
            var unit = PolicyAccess.CarriesOut(op.Actor, clause.ExecutingUnitId) ? clause.ExecutingUnitId!.Value : op.Actor.Posts.First(p => p.OrganisationKind == OrganisationKind.Centre).OrganisationId;
            op.Db.ClausePushes.AddRange(taken.Select(id => new ClausePush
            {
                EnterpriseId = id,
                ClauseId = input.ClauseId,
                UnitId = unit,
                Word = input.Word.Trim(),
                PushedAt = op.Now,
                PushedById = op.Actor.AccountId,
            }));
            var declined = wanted.Count(id => answers.TryGetValue(id, out var wish) && wish == ClauseWish.NotForUs);
            op.Note(clause.Policy, Push, new { Clause = clause.Title, Enterprises = taken.Count, Declined = declined, Word = input.Word.Trim() }, isInternal: true);
            taken.ForEach(id => op.Changed(nameof(Enterprise), id));
            return new Pushed(taken.Count, declined, wanted.Count - taken.Count - declined);
        }, cancellation);
}
