using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.History;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Policies;

/// <summary>What an enterprise says to a clause, as typed.</summary>
public sealed class ClauseAnswerInput
{
    /// <summary>The enterprise.</summary>
    public long EnterpriseId { get; set; }

    /// <summary>The clause, by its key through all versions.</summary>
    public long ClauseId { get; set; }

    /// <summary>What it wants; null to take back what was said.</summary>
    public ClauseWish? Wish { get; set; }

    /// <summary>Why it is not for it.</summary>
    public string Reason { get; set; } = "";

    /// <summary>The answer the person saw; null where there was none.</summary>
    public long? Seen { get; set; }
}

/// <summary>Checks what an enterprise says to a clause.</summary>
public sealed class ClauseAnswerValidator : AbstractValidator<ClauseAnswerInput>
{
    public ClauseAnswerValidator()
    {
        RuleFor(a => a.Reason).Text("WhyNotForUs", PolicyRules.LongestReason).When(a => a.Wish == ClauseWish.NotForUs);
        RuleFor(a => a.Wish).IsInEnum().WithErrorCode("Clause.WishUnknown");
    }
}

/// <summary>Takes down what an enterprise wants with a clause: to be called about it, or not to be told of it again (plan §三(一)).</summary>
public sealed class ClauseAnswerService(OperationRunner operations)
{
    /// <summary>
    /// Takes an answer down, or takes one back. For the enterprise itself and whoever serves it; who serves it is told of an interest, the Centre where nobody does.
    /// Refused: NotFound where the caller does not see the enterprise, or the clause, or that is not for it; NotAllowed for everybody else; stale where another answer
    /// was given meanwhile; a reason that is missing or too long.
    /// </summary>
    public Task<Outcome<Nothing>> SayAsync(Caller caller, Guid commandId, ClauseAnswerInput input, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(input);
            var enterprise = await op.Db.Enterprises.VisibleTo(op).FirstOrDefaultAsync(e => e.Id == input.EnterpriseId, cancellation);
            var clause = await op.Db.PolicyClauses.VisibleTo(op).Published().For(input.EnterpriseId).Where(c => c.ClauseId == input.ClauseId)
                .Select(c => new { c.Title, c.PolicyVersion.PolicyId, Policy = c.PolicyVersion.Title }).FirstOrDefaultAsync(cancellation);
            if (enterprise is null || clause is null)
            {
                return Refusal.NotFound;
            }

            if (!(await op.FactRightsAsync(enterprise.Id, cancellation)).SeesCommercial)
            {
                return Refusal.NotAllowed;
            }

            if (new ClauseAnswerValidator().Refuse(input) is { } refusal)
            {
                return refusal;
            }

            var earlier = await op.Db.ClauseAnswers.Standing().FirstOrDefaultAsync(a => a.EnterpriseId == enterprise.Id && a.ClauseId == input.ClauseId, cancellation);
            if (earlier?.Id != input.Seen)
            {
                return Refusal.Stale;
            }

            if (earlier is not null)
            {
                earlier.ReplacedAt = op.Now;
                await op.SaveAsync(cancellation);
            }

            if (input.Wish is not { } wish)
            {
                op.Note(enterprise, "TakeBackClauseAnswer", new { Clause = clause.Title });
                return Nothing.Value;
            }

            foreach (var push in await op.Db.ClausePushes.Waiting().Where(p => p.EnterpriseId == enterprise.Id && p.ClauseId == input.ClauseId).ToListAsync(cancellation))
            {
                push.AnsweredAt = op.Now;
            }

            if (op.Actor.EnterpriseId == enterprise.Id)
            {
                await MatchReadService.MarkAsync(op, enterprise.Id, input.ClauseId, cancellation);
            }

            op.Db.ClauseAnswers.Add(new ClauseAnswer
            {
                EnterpriseId = enterprise.Id,
                ClauseId = input.ClauseId,
                Wish = wish,
                Reason = wish == ClauseWish.NotForUs ? input.Reason.Trim() : "",
                SaidAt = op.Now,
                SaidById = op.Actor.AccountId,
            });
            op.Note(enterprise, "AnswerClause", new { Clause = clause.Title, clause.Policy });
            if (wish == ClauseWish.Interested)
            {
                await TellAsync(op, enterprise, clause.PolicyId, clause.Title, cancellation);
            }

            return Nothing.Value;
        }, cancellation);

    private static async Task TellAsync(Operation op, Enterprise enterprise, long policyId, string clause, CancellationToken cancellation)
    {
        var told = new List<long>();
        foreach (var room in op.House.Of<IServing>())
        {
            told.AddRange((await room.ServingAsync(op, [enterprise.Id])).Values.SelectMany(c => c.Accounts));
        }

        if (told.Count == 0)
        {
            told = await op.Db.Posts.Where(p => p.Account.DisabledAt == null && p.Kind == PostKind.Dispatcher).Select(p => p.AccountId).Distinct().ToListAsync(cancellation);
        }

        told.Distinct().ToList().ForEach(account => op.Tell(account, "ClauseInteresting", new Rooms.Subject(nameof(Policy), policyId), late: false, enterprise.Name, clause));
    }
}
