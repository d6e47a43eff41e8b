using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Policies;

/// <summary>Takes down what becomes of a match: applied for, granted or refused, paid; or withdrawn (plan §三(一), §七(三)).</summary>
public sealed class ApplicationService(OperationRunner operations)
{
    /// <summary>
    /// Takes an application down, under the version that stood on its day. For the enterprise itself and who serves it, the unit that carries the clause out, and the
    /// Centre. Refused: NotFound where the caller does not see the clause, it is not for the enterprise, or that is neither the caller's nor on the roster; NotAllowed
    /// for everybody else; a clause of the town that is granted without application; another that is open; a day missing, to come, too early, before
    /// the first window of the clause in that version, or after the policy was withdrawn; a note too long.
    /// </summary>
    public Task<Outcome<long>> ApplyAsync(Caller caller, Guid commandId, ApplyInput input, CancellationToken cancellation = default) =>
        operations.ChangeAsync<long>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(input);
            var latest = await op.Db.PolicyClauses.VisibleTo(op).Latest().For(input.EnterpriseId).Where(c => c.ClauseId == input.ClauseId)
                .Select(c => new { c.ExecutingUnitId, c.WithoutApplication, c.Title }).FirstOrDefaultAsync(cancellation);
            if (latest is null)
            {
                return Refusal.NotFound;
            }

            var authority = ApplicationAccess.IsAuthority(op, latest.ExecutingUnitId);
            var enterprise = await op.Db.Enterprises.VisibleTo(op).FirstOrDefaultAsync(e => e.Id == input.EnterpriseId, cancellation)
                ?? (authority ? await op.Db.Enterprises.OnRoster(op.Today).FirstOrDefaultAsync(e => e.Id == input.EnterpriseId, cancellation) : null);
            if (enterprise is null)
            {
                return Refusal.NotFound;
            }

            if (!authority && (await ApplicationAccess.SpokenForAsync(op, [enterprise.Id], cancellation)).Count == 0)
            {
                return Refusal.NotAllowed;
            }

            if (new ApplyValidator().Refuse(input) is { } refusal)
            {
                return refusal;
            }

            var day = input.Day!.Value;
            var version = await ApplicationChecks.AppliedOnAsync(op, input.ClauseId, day, cancellation);
            if (!version.Done)
            {
                return version.Refusal!;
            }

            if (!ApplicationSteps.IsAppliedFor(latest.WithoutApplication, latest.ExecutingUnitId is not null))
            {
                return new Refusal("Application.NotNeeded");
            }

            if (await op.Db.ClauseApplications.VisibleTo(op).Where(ApplicationScopes.IsOpen.Rule).AnyAsync(a => a.EnterpriseId == enterprise.Id && a.ClauseId == input.ClauseId, cancellation))
            {
                return new Refusal("Application.AnotherOpen");
            }

            var application = new ClauseApplication
            {
                EnterpriseId = enterprise.Id,
                ClauseId = input.ClauseId,
                PolicyClauseId = version.Value,
                State = ApplicationState.Applied,
                BegunOn = day,
                BegunById = op.Actor.AccountId,
                Note = input.Note.Trim(),
            };
            op.Db.ClauseApplications.Add(application);
            op.Note(enterprise, "ApplyForClause", new { Clause = latest.Title, Day = day });
            await op.SaveAsync(cancellation);
            return application.Id;
        }, cancellation);

    /// <summary>
    /// Takes a step of an application that was begun, as the table <see cref="ApplicationSteps"/> says. The enterprise's people and who serves it by name are told of a
    /// decision and of payment; of a consent where it was given for the enterprise. Refused: NotFound where the caller does not see it; stale where it was changed
    /// meanwhile; NotAllowed for a step that is not the caller's; a step that does not lead on from where it stands; a day missing, to come, or before the step before;
    /// an amount missing, none or too much; a reason missing or too long. Asked back, unless it says Again: more paid than granted.
    /// </summary>
    public Task<Outcome<Nothing>> StepAsync(Caller caller, Guid commandId, StepInput input, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(input);
            if (await ApplicationUnderChange.FindAsync(op, input.Id, cancellation) is not { } found)
            {
                return Refusal.NotFound;
            }

            var application = found.Application;
            if (!ApplicationSteps.Rules.TryGetValue(input.Step, out var rule))
            {
                return new Refusal("Application.StepUnknown");
            }

            if ((rule.For(found.HasUnit) & found.Sides) == ApplicationSide.None || ApplicationSteps.IsBothSides(input.Step, found.Sides))
            {
                return Refusal.NotAllowed;
            }

            if (application.Version != input.Version)
            {
                return Refusal.Stale;
            }

            if (!ApplicationSteps.Open(application.State, application.Amount is not null, found.HasUnit, found.Sides).Contains(input.Step))
            {
                return new Refusal("Application.WrongStep", application.State);
            }

            input.NoMoney &= rule.MayBeNoMoney;
            input.IsSpoken = input.Step == ApplicationStep.Agree && op.Actor.EnterpriseId != application.EnterpriseId;
            if (new StepValidator().Refuse(input) is { } refusal)
            {
                return refusal;
            }

            if (rule.OnlyWhileItStands && await ApplicationChecks.WithdrawnOnAsync(op, application.ClauseId, cancellation) is { } withdrawn)
            {
                return new Refusal("Application.PolicyWithdrawn", withdrawn);
            }

            var day = rule.HasDay ? input.Day!.Value : op.Today;
            if (ApplicationChecks.Day(op, day, application.DecidedOn ?? application.BegunOn) is { } wrong)
            {
                return wrong;
            }

            var amount = rule.HasAmount ? Money.Of(input) : null;
            if (rule.OnlyForMoney && !input.Again && ApplicationChecks.AskMore(amount, application.Amount) is { } asked)
            {
                return asked;
            }

            var isReported = !found.Sides.HasFlag(ApplicationSide.Authority);
            Take(op, application, input, day, amount, isReported);
            var stepAct = $"Application.{input.Step}";
            op.Note(application.Enterprise, stepAct, new { Clause = application.PolicyClause.Title, Day = day, Amount = amount });
            await OfferAsking.SettleAsync(op, application, input.Step, cancellation);
            await found.TellAsync(op, input.Step, cancellation);
            found.TellUnit(op, input.Step);
            return Nothing.Value;
        }, cancellation);

    /// <summary>
    /// Corrects the step that led to where an application stands, or takes it back, so that it stands as before; the history keeps both. For the side that entered the step,
    /// and the unit and the Centre always. The enterprise's people and who serves it are told of what was corrected after the application, and asked again
    /// where its consent was taken back. Refused: as a step; a reason of the
    /// correction missing; to take back how it began, or into an open one where there is another.
    /// </summary>
    public Task<Outcome<Nothing>> CorrectAsync(Caller caller, Guid commandId, CorrectionInput input, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(input);
            if (await ApplicationUnderChange.FindAsync(op, input.Id, cancellation) is not { } found)
            {
                return Refusal.NotFound;
            }

            var application = found.Application;
            var isConsent = application is { State: ApplicationState.Granted, WithoutApplication: true } && !found.Sides.HasFlag(ApplicationSide.Authority);
            if (!ApplicationSteps.MayCorrect(application.IsEnteredByEnterprise, found.Sides) || (isConsent && !input.TakeBack)) // the amount is the unit's
            {
                return Refusal.NotAllowed;
            }

            if (application.Version != input.Version)
            {
                return Refusal.Stale;
            }

            (input.State, input.WithoutApplication) = (application.State, application.WithoutApplication);
            input.NoMoney &= application.State is ApplicationState.Granted or ApplicationState.Offered;
            if (new CorrectionValidator().Refuse(input) is { } refusal)
            {
                return refusal;
            }

            var wasState = application.State;
            if (await (input.TakeBack ? ApplicationCorrection.TakeBackAsync(op, application, cancellation) : ApplicationCorrection.ChangeAsync(op, application, input, found.Sides.HasFlag(ApplicationSide.Authority), cancellation)) is { } wrong)
            {
                return wrong;
            }

            (application.CorrectedAt, application.CorrectedById, application.CorrectedBecause) = (op.Now, op.Actor.AccountId, input.Why.Trim());
            application.Version++;
            op.Note(application.Enterprise, input.TakeBack ? "TakeBackApplicationStep" : "CorrectApplication", new { Clause = application.PolicyClause.Title, State = wasState, Why = input.Why.Trim() });
            if (wasState != ApplicationState.Applied)
            {
                await found.TellAsync(op, "ApplicationCorrected", input.Why.Trim(), cancellation);
            }

            if (input.TakeBack && application.State == ApplicationState.Offered)
            {
                await found.TellAsync(op, OfferAsking.Kind, null, cancellation); // it is to be answered once more
            }

            return Nothing.Value;
        }, cancellation);

    private static void Take(Operation op, ClauseApplication application, StepInput input, DateOnly day, decimal? amount, bool isReported)
    {
        application.State = ApplicationSteps.Rules[input.Step].To;
        application.Reason = ApplicationSteps.Rules[input.Step].HasReason ? input.Reason.Trim() : application.Reason;
        application.Version++;
        switch (input.Step)
        {
            case ApplicationStep.Pay:
                (application.PaidOn, application.PaidAmount, application.PaidById, application.PaymentReported) = (day, amount, op.Actor.AccountId, isReported);
                break;
            case ApplicationStep.Withdraw:
                (application.WithdrawnOn, application.WithdrawnById, application.WithdrawnByAuthority) = (day, op.Actor.AccountId, !isReported);
                break;
            default:
                application.Amount = input.Step == ApplicationStep.Grant ? amount : application.Amount;
                (application.DecidedOn, application.DecidedById) = (day, op.Actor.AccountId);
                application.Note = input.IsSpoken ? input.Reason.Trim() : application.Note;
                application.DecisionReported = isReported && input.Step is ApplicationStep.Grant or ApplicationStep.Refuse;
                break;
        }
    }
}
