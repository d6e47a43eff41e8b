using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Policies;

/// <summary>Corrects the step that led to where an application stands, or takes it back.</summary>
internal static class ApplicationCorrection
{
    /// <summary>Puts other values in place of those of the last step; says what is wrong with them. What an authority corrects is its own word from then on.</summary>
    public static async Task<Refusal?> ChangeAsync(Operation op, ClauseApplication application, CorrectionInput input, bool isAuthority, CancellationToken cancellation)
    {
        var wasOpen = ApplicationScopes.IsOpen.Holds(application);
        var before = application.State == ApplicationState.Paid ? application.DecidedOn ?? application.BegunOn : application.BegunOn;
        if (application.State != ApplicationState.Applied && input.HasDay && ApplicationChecks.Day(op, input.Day!.Value, before) is { } wrong)
        {
            return wrong;
        }

        var amount = input.HasAmount ? Money.Of(input) : null;
        if (application.State == ApplicationState.Paid && !input.Again && ApplicationChecks.AskMore(amount, application.Amount) is { } asked)
        {
            return asked;
        }

        switch (application.State)
        {
            case ApplicationState.Applied:
                var version = await ApplicationChecks.AppliedOnAsync(op, application.ClauseId, input.Day!.Value, cancellation);
                if (!version.Done)
                {
                    return version.Refusal;
                }

                (application.BegunOn, application.Note, application.PolicyClauseId) = (input.Day!.Value, input.Note.Trim(), version.Value);
                break;
            case ApplicationState.Paid:
                (application.PaidOn, application.PaidAmount) = (input.Day!.Value, amount);
                (application.PaidById, application.PaymentReported) = isAuthority ? (op.Actor.AccountId, false) : (application.PaidById, application.PaymentReported);
                break;
            case ApplicationState.Offered or ApplicationState.Granted:
                (application.Amount, application.DecidedOn) = (amount, input.HasDay ? input.Day : application.DecidedOn);
                break;
            default:
                (application.Reason, application.DecidedOn) = (input.Reason.Trim(), input.HasDay ? input.Day : application.DecidedOn);
                break;
        }

        if (isAuthority && application.DecisionReported && application.State is ApplicationState.Granted or ApplicationState.Refused)
        {
            (application.DecidedById, application.DecisionReported) = (op.Actor.AccountId, false);
        }

        return await AnotherAsync(op, application, wasOpen, cancellation);
    }

    /// <summary>Why it cannot become an open one: there is another.</summary>
    private static async Task<Refusal?> AnotherAsync(Operation op, ClauseApplication application, bool wasOpen, CancellationToken cancellation) =>
        !wasOpen && ApplicationScopes.IsOpen.Holds(application) && await op.Db.ClauseApplications.VisibleTo(op).Where(ApplicationScopes.IsOpen.Rule)
            .AnyAsync(a => a.EnterpriseId == application.EnterpriseId && a.ClauseId == application.ClauseId && a.Id != application.Id, cancellation)
            ? new Refusal("Application.AnotherOpen") : null;

    /// <summary>Takes the last step back; says why it cannot be.</summary>
    public static async Task<Refusal?> TakeBackAsync(Operation op, ClauseApplication application, CancellationToken cancellation)
    {
        var begun = application.WithoutApplication ? ApplicationState.Offered : ApplicationState.Applied;
        var wasOpen = ApplicationScopes.IsOpen.Holds(application);
        switch (application.State)
        {
            case ApplicationState.Applied or ApplicationState.Offered:
                return new Refusal("Application.NothingToTakeBack");
            case ApplicationState.Paid:
                (application.State, application.PaidOn, application.PaidAmount, application.PaidById, application.PaymentReported) = (ApplicationState.Granted, null, null, null, false);
                break;
            case ApplicationState.Withdrawn:
                (application.State, application.WithdrawnOn, application.WithdrawnById, application.WithdrawnByAuthority, application.Reason) = (application.DecidedOn is null ? begun : ApplicationState.Granted, null, null, false, "");
                break;
            default:
                (application.State, application.DecidedOn, application.DecidedById, application.DecisionReported, application.Reason) = (begun, null, null, false, "");
                application.Amount = application.WithoutApplication ? application.Amount : null;
                break;
        }

        return await AnotherAsync(op, application, wasOpen, cancellation);
    }
}
