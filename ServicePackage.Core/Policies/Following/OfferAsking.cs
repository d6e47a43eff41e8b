using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Live;
using ServicePackage.Core.Notices;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Policies;

/// <summary>That an offer asks for the enterprise's consent, and stops asking once it was answered or has ended.</summary>
internal static class OfferAsking
{
    /// <summary>The kind of the notice.</summary>
    public const string Kind = "Asked.Offer";

    /// <summary>What it asks for.</summary>
    public const string Consent = "Offer";

    /// <summary>The act that ends all offers of a policy.</summary>
    private const string Withdrawn = "WithdrawPolicy";

    /// <summary>Lets the notices of an offer stop asking because of a step: it was answered, or taken back.</summary>
    public static Task SettleAsync(Operation op, ClauseApplication application, ApplicationStep step, CancellationToken cancellation) =>
        step is ApplicationStep.Agree or ApplicationStep.Decline or ApplicationStep.Withdraw
            ? NoticeAsking.SettleAsync(op, application.AsApplication(), [Consent], null, step != ApplicationStep.Withdraw, cancellation)
            : Task.CompletedTask;

    /// <summary>In the transaction in which a policy is withdrawn: what was offered under it can be agreed to no longer.</summary>
    public static void Hear(Operation op)
    {
        var policies = op.Notes.Where(n => n.Act == Withdrawn).Select(n => n.Subject.SubjectId).Distinct().ToList();
        if (policies.Count == 0)
        {
            return;
        }

        var offers = op.Db.ClauseApplications.Where(a => a.State == ApplicationState.Offered && policies.Contains(a.Clause.PolicyId)).Select(a => a.Id).ToList();
        foreach (var notice in op.Db.Notices.Where(n => n.SubjectKind == nameof(ClauseApplication) && n.SubjectId != null && offers.Contains(n.SubjectId.Value) && n.Asks == Consent && n.DoneAt == null).ToList())
        {
            (notice.DoneAt, notice.ReadAt) = (op.Now, notice.ReadAt ?? op.Now);
            op.Changed(Change.Notices, notice.AccountId);
        }
    }
}
