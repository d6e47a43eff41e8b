using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Policies;

/// <summary>That an enterprise was called about what it is interested in, as typed.</summary>
public sealed class CalledInput
{
    /// <summary>The answer with its interest.</summary>
    public long AnswerId { get; set; }

    /// <summary>On which day (Shanghai).</summary>
    public DateOnly? Day { get; set; }
}

/// <summary>Checks that a day is given.</summary>
public sealed class CalledValidator : AbstractValidator<CalledInput>
{
    public CalledValidator() => RuleFor(c => c.Day).NotNull().WithErrorCode("NotChosen").WithState(_ => new FieldName("CalledDay"));
}

/// <summary>Takes down that an enterprise that is interested in a clause was called about it (plan §三(一)).</summary>
public sealed class InterestService(OperationRunner operations)
{
    /// <summary>The act, in the history of the enterprise.</summary>
    public const string Called = "CallAboutClause";

    /// <summary>
    /// Takes a call down. For whoever serves the enterprise, its economic city and the Centre. Refused: NotFound where the caller does not see the enterprise; NotAllowed for the enterprise
    /// itself and for who does not serve it; stale where the interest was taken back or called about meanwhile; no day, a day to come, or one before it was said.
    /// </summary>
    public Task<Outcome<Nothing>> CalledAsync(Caller caller, Guid commandId, CalledInput input, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(input);
            var found = await (
                from answered in op.Db.ClauseAnswers
                join seen in op.Db.Enterprises.VisibleTo(op) on answered.EnterpriseId equals seen.Id
                where answered.Id == input.AnswerId
                select new { Answer = answered, Enterprise = seen }).FirstOrDefaultAsync(cancellation);
            if (found is not { Answer: var answer, Enterprise: var enterprise })
            {
                return Refusal.NotFound;
            }

            if (op.Actor.EnterpriseId is not null || !(await op.FactRightsAsync(enterprise.Id, cancellation)).SeesCommercial)
            {
                return Refusal.NotAllowed;
            }

            if (!ClauseAnswerScopes.WaitsForCall.Holds(answer))
            {
                return Refusal.Stale;
            }

            if (new CalledValidator().Refuse(input) is { } refusal)
            {
                return refusal;
            }

            var (day, said) = (input.Day!.Value, TownTime.DayOf(answer.SaidAt));
            if (day > op.Today || day < said)
            {
                return new Refusal(day > op.Today ? "Interest.DayToCome" : "Interest.BeforeSaid", day > op.Today ? op.Today : said) { Field = nameof(input.Day) };
            }

            (answer.CalledOn, answer.CalledById) = (day, op.Actor.AccountId);
            op.Note(enterprise, Called, new { Day = day });
            return Nothing.Value;
        }, cancellation);
}
