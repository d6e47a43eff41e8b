using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Policies;

/// <summary>What steps of an application and their corrections are held against.</summary>
internal static class ApplicationChecks
{
    /// <summary>Why a day cannot be: to come, or before another.</summary>
    public static Refusal? Day(Operation op, DateOnly day, DateOnly earliest) =>
        day > op.Today ? new Refusal("Application.DayToCome", op.Today) { Field = nameof(StepFields.Day) }
        : day < earliest ? new Refusal("Application.DayTooEarly", earliest) { Field = nameof(StepFields.Day) }
        : null;

    /// <summary>Asks back where more is paid than was granted.</summary>
    public static Refusal? AskMore(decimal? paid, decimal? granted) =>
        paid > granted ? new Refusal("Application.AskMore", Said(paid.Value), Said(granted.Value)) { Field = nameof(StepFields.Again) } : null;

    /// <summary>The row of the clause in the version that stood on a day; in the first that was published where none did yet.</summary>
    public static async Task<long> VersionOnAsync(Operation op, long clauseId, DateOnly day, CancellationToken cancellation) => (await StoodOnAsync(op, clauseId, day, cancellation)).Id;

    /// <summary>The same for the day of an application. Refused: a day to come, too early, after the policy was withdrawn, or before the first window of that version.</summary>
    public static async Task<Outcome<long>> AppliedOnAsync(Operation op, long clauseId, DateOnly day, CancellationToken cancellation)
    {
        if (Day(op, day, ApplicationSteps.Earliest) is { } wrong)
        {
            return wrong;
        }

        if (await WithdrawnOnAsync(op, clauseId, cancellation) is { } withdrawn && day > withdrawn)
        {
            return new Refusal("Application.PolicyWithdrawn", withdrawn) { Field = nameof(StepFields.Day) };
        }

        var (id, begins) = await StoodOnAsync(op, clauseId, day, cancellation);
        return begins.Count > 0 && begins.TrueForAll(from => from > day)
            ? new Refusal("Application.BeforeWindow", begins.Min()!) { Field = nameof(StepFields.Day) }
            : id;
    }

    /// <summary>The row of the clause that stood on a day, and when its windows begin.</summary>
    private static async Task<(long Id, List<DateOnly?> Begins)> StoodOnAsync(Operation op, long clauseId, DateOnly day, CancellationToken cancellation)
    {
        var versions = await op.Db.PolicyClauses.VisibleTo(op).Where(c => c.ClauseId == clauseId && c.PolicyVersion.PublishedAt != null).OrderByDescending(c => c.PolicyVersion.Number)
            .Select(c => new { c.Id, PublishedAt = c.PolicyVersion.PublishedAt!.Value, Begins = c.Windows.Select(w => w.From).ToList() }).ToListAsync(cancellation);
        var stood = versions.Find(v => TownTime.DayOf(v.PublishedAt) <= day) ?? versions[^1];
        return (stood.Id, stood.Begins);
    }

    /// <summary>The day on which the clause's policy was withdrawn; null while it stands.</summary>
    public static async Task<DateOnly?> WithdrawnOnAsync(Operation op, long clauseId, CancellationToken cancellation) =>
        await op.Db.Clauses.Where(c => c.Id == clauseId).Select(c => c.Policy.WithdrawnAt).FirstOrDefaultAsync(cancellation) is { } at ? TownTime.DayOf(at) : null;

    /// <summary>Puts other values in place of those of the last step; says what is wrong with them. What an authority corrects is its own word from then on.</summary>
    public static async Task<Refusal?> ChangeAsync(Operation op, ClauseApplication application, CorrectionInput input, bool isAuthority, CancellationToken cancellation)
    {
        var wasOpen = ApplicationScopes.IsOpen.Holds(application);
        var before = application.State == ApplicationState.Paid ? application.DecidedOn ?? application.BegunOn : application.BegunOn;
        if (application.State != ApplicationState.Applied && input.HasDay && Day(op, input.Day!.Value, before) is { } wrong)
        {
            return wrong;
        }

        var amount = input.HasAmount ? Money.Of(input) : null;
        if (application.State == ApplicationState.Paid && !input.Again && AskMore(amount, application.Amount) is { } asked)
        {
            return asked;
        }

        switch (application.State)
        {
            case ApplicationState.Applied:
                var version = await AppliedOnAsync(op, application.ClauseId, input.Day!.Value, cancellation);
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

    private static string Said(decimal yuan) => FactWording.Number(FactKind.Money, yuan, yuan);
}
