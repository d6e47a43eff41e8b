using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.History;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Catalogue;

/// <summary>
/// The review of services (plan §三(二)): the Centre publishes, sends back and withdraws, never what the same person entered or changed last; and the look that all is
/// still right, by whoever drafts a service, its provider and the Centre.
/// </summary>
public sealed class ServiceReviewService(OperationRunner operations)
{
    /// <summary>
    /// Publishes a draft; the version before is superseded, and the service counts as checked today. Whoever drafted it is told. Refused: NotFound and NotAllowed for
    /// others than the Centre; stale; Service.NotSubmitted; Service.OwnDraft; Service.IsWithdrawn; Service.DraftEnded; Missing without a note of what changed, from the second version on.
    /// </summary>
    public Task<Outcome<Nothing>> PublishAsync(Caller caller, Guid commandId, PublishServiceInput input, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(input);
            var found = await FindAsync(op, new ServiceAct(input.ServiceId, input.Version), cancellation);
            if (!found.Done)
            {
                return found.Refusal!;
            }

            var (draft, service) = (found.Value, found.Value.Service);
            if ((Refuse(op, draft, input) ?? new PublishServiceValidator().Refuse(input)) is { } refusal)
            {
                return refusal;
            }

            if (await op.Db.ServiceVersions.VisibleTo(op).FirstOrDefaultAsync(v => v.Id == service.CurrentVersionId, cancellation) is { } before)
            {
                before.State = ServiceState.Superseded;
                before.Version++;
                await op.SaveAsync(cancellation);
            }

            (draft.State, draft.PublishedAt, draft.PublishedById) = (ServiceState.Published, op.Now, op.Actor.AccountId);
            draft.ChangeNote = draft.Number > 1 ? input.ChangeNote.Trim() : "";
            draft.Version++;
            (service.CurrentVersionId, service.CheckedOn, service.CheckedById) = (draft.Id, op.Today, op.Actor.AccountId);
            service.Version++;
            op.Note(service, "PublishService", new { draft.Number, draft.Title, draft.ChangeNote });
            TellDrafters(op, draft, "ServicePublished", draft.Title);
            return Nothing.Value;
        }, cancellation);

    /// <summary>
    /// Sends a draft back with a reason; whoever drafted it is told. Refused: NotFound and NotAllowed for others than the Centre; stale; Service.NotSubmitted;
    /// Service.OwnDraft; a reason missing or too long.
    /// </summary>
    public Task<Outcome<Nothing>> SendBackAsync(Caller caller, Guid commandId, ServiceReasonInput input, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(input);
            var found = await FindAsync(op, new ServiceAct(input.ServiceId, input.Version), cancellation);
            if (!found.Done)
            {
                return found.Refusal!;
            }

            if (new ServiceReasonValidator().Refuse(input) is { } refusal)
            {
                return refusal;
            }

            var draft = found.Value;
            (draft.State, draft.SentBackAt, draft.SentBackById, draft.SentBackReason) = (ServiceState.Draft, op.Now, op.Actor.AccountId, input.Reason.Trim());
            draft.Version++;
            op.Note(draft.Service, "SendBackService", new { draft.Number, Reason = draft.SentBackReason });
            TellDrafters(op, draft, "ServiceSentBack", draft.Title, op.Actor.Name);
            return Nothing.Value;
        }, cancellation);

    /// <summary>
    /// Withdraws a published service with a reason that its readers see; it stays readable at its address, and what was picked goes on. Whoever drafted it is told, and the
    /// enterprises whose pick is open. Refused: NotFound; NotAllowed for others than the Centre; stale; Service.NotPublished; Service.IsWithdrawn; a reason missing or too long.
    /// </summary>
    public Task<Outcome<Nothing>> WithdrawAsync(Caller caller, Guid commandId, ServiceReasonInput input, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(input);
            var service = await op.Db.Services.VisibleTo(op).Include(s => s.CurrentVersion).FirstOrDefaultAsync(s => s.Id == input.ServiceId, cancellation);
            if (service is null || !op.Actor.IsCentre)
            {
                return service is null ? Refusal.NotFound : Refusal.NotAllowed;
            }

            if (service.Version != input.Version)
            {
                return Refusal.Stale;
            }

            if (service.WithdrawnAt is not null || service.CurrentVersion is null)
            {
                return new Refusal(service.CurrentVersion is null ? "Service.NotPublished" : "Service.IsWithdrawn");
            }

            if (new ServiceReasonValidator().Refuse(input) is { } refusal)
            {
                return refusal;
            }

            (service.WithdrawnAt, service.WithdrawnById, service.WithdrawnReason) = (op.Now, op.Actor.AccountId, input.Reason.Trim());
            service.Version++;
            op.Note(service, "WithdrawService", new { Reason = service.WithdrawnReason });
            TellDrafters(op, service.CurrentVersion, "ServiceWithdrawn", service.CurrentVersion.Title);
            var picking = op.Db.Picks.VisibleTo(op).Open().Where(p => p.ServiceId == service.Id).Select(p => (long?)p.EnterpriseId);
            foreach (var accountId in await op.Db.Users.Where(a => a.DisabledAt == null && picking.Contains(a.EnterpriseId)).Select(a => a.Id).ToListAsync(cancellation))
            {
                op.Tell(accountId, "ServiceNoLonger", service.AsSubject(), late: false, service.CurrentVersion.Title, service.WithdrawnReason);
            }

            return Nothing.Value;
        }, cancellation);

    /// <summary>
    /// Notes that somebody saw to it today that all a published service says is still right. For whoever drafts it, its provider and the Centre. Refused: NotFound;
    /// NotAllowed for others; stale; Service.NotPublished; Service.IsWithdrawn; Service.CheckedToday.
    /// </summary>
    public Task<Outcome<Nothing>> CheckAsync(Caller caller, Guid commandId, ServiceAct act, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(act);
            var service = await op.Db.Services.VisibleTo(op).FirstOrDefaultAsync(s => s.Id == act.ServiceId, cancellation);
            if (service is null || !ServiceAccess.MayWrite(op.Actor, service))
            {
                return service is null ? Refusal.NotFound : Refusal.NotAllowed;
            }

            if (service.Version != act.Version)
            {
                return Refusal.Stale;
            }

            if (service.CurrentVersionId is null || service.WithdrawnAt is not null || service.CheckedOn == op.Today)
            {
                return new Refusal(service.CurrentVersionId is null ? "Service.NotPublished" : service.WithdrawnAt is not null ? "Service.IsWithdrawn" : "Service.CheckedToday");
            }

            (service.CheckedOn, service.CheckedById) = (op.Today, op.Actor.AccountId);
            service.Version++;
            op.Note(service, "CheckService");
            return Nothing.Value;
        }, cancellation);

    /// <summary>The draft under review, for somebody who may review it.</summary>
    private static async Task<Outcome<ServiceVersion>> FindAsync(Operation op, ServiceAct act, CancellationToken cancellation)
    {
        if (!op.Actor.IsCentre)
        {
            return await op.Db.Services.VisibleTo(op).AnyAsync(s => s.Id == act.ServiceId, cancellation) ? Refusal.NotAllowed : Refusal.NotFound;
        }

        var found = await ServiceDrafts.FindAsync(op, act, ServiceState.Submitted, cancellation);
        return found.Done && !ServiceAccess.MayReview(op.Actor, found.Value) ? new Refusal("Service.OwnDraft") : found;
    }

    private static Refusal? Refuse(Operation op, ServiceVersion draft, PublishServiceInput input) =>
        ServiceDrafts.RefuseToGoOn(op, draft)
        ?? (draft.Number > 1 && !TextRules.SaysSomething(input.ChangeNote) ? new Refusal("Missing", new FieldName("ServiceChangeNote")) { Field = nameof(input.ChangeNote) } : null);

    private static void TellDrafters(Operation op, ServiceVersion version, string kind, params string[] arguments)
    {
        foreach (var accountId in new[] { version.DraftedById, version.ChangedById }.Distinct())
        {
            op.Tell(accountId, kind, version.Service.AsSubject(), late: false, arguments);
        }
    }
}
