using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.History;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Catalogue;

/// <summary>
/// Enters services and changes their drafts (plan §三(二)): people of a provider for itself, people of units, cooperating departments and economic cities and the
/// Centre for any provider. Each act names the copy the person saw; a stale one is refused.
/// </summary>
public sealed class ServiceDraftService(OperationRunner operations)
{
    /// <summary>
    /// Enters a service as a draft and gives its key. Refused: NotFound for enterprises, NotAllowed for who enters none; what the validator finds; Service.NoProvider
    /// without a provider in use, or for somebody else's where one speaks for providers alone.
    /// </summary>
    public Task<Outcome<long>> NewAsync(Caller caller, Guid commandId, ServiceInput input, CancellationToken cancellation = default) =>
        operations.ChangeAsync<long>(caller, commandId, async op =>
        {
            var entered = await EnterAsync(op, input, cancellation);
            if (!entered.Done)
            {
                return entered.Refusal!;
            }

            await op.SaveAsync(cancellation);
            return entered.Value.Service.Id;
        }, cancellation);

    /// <summary>The same within a greater act, such as the import of a list; it is not saved yet.</summary>
    internal static async Task<Outcome<ServiceVersion>> EnterAsync(Operation op, ServiceInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (!ServiceAccess.MayEnter(op.Actor))
        {
            return op.Actor.EnterpriseId is null ? Refusal.NotAllowed : Refusal.NotFound;
        }

        if (!await Providers(op).AnyAsync(o => o.Id == input.ProviderId, cancellation))
        {
            return new Refusal("Service.NoProvider") { Field = nameof(input.ProviderId) };
        }

        if (new ServiceValidator().Refuse(input) is { } refusal)
        {
            return refusal;
        }

        var own = op.Actor.ProviderIds.Contains(input.ProviderId) ? input.ProviderId : ServiceAccess.OrganisationsOf(op.Actor)[0];
        var service = new Service { ProviderId = input.ProviderId, OrganisationId = own, CreatedAt = op.Now, CreatedById = op.Actor.AccountId };
        var draft = new ServiceVersion { Service = service, Number = 1, DraftedById = op.Actor.AccountId };
        ServiceDrafts.Write(op, draft, input);
        service.Versions.Add(draft);
        op.Db.Services.Add(service);
        op.Note(service, "EnterService", new { draft.Title });
        return draft;
    }

    /// <summary>
    /// Changes what a draft says. An audience that the picker cannot show stays as it is unless another is chosen. Refused: who may not write at it; stale; under review;
    /// what the validator finds.
    /// </summary>
    public Task<Outcome<Nothing>> SaveAsync(Caller caller, Guid commandId, ServiceInput input, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        return ChangeAsync(caller, commandId, new ServiceAct(input.Id, input.Version), ServiceState.Draft, "ChangeServiceDraft", (op, draft) =>
        {
            if (new ServiceValidator().Refuse(input) is { } refusal)
            {
                return Task.FromResult<Refusal?>(refusal);
            }

            var kept = input.Criteria.Count == 0 && ServiceInput.CriteriaOf(draft.Audience) is null ? draft.Audience : null;
            ServiceDrafts.Write(op, draft, input);
            draft.Audience ??= kept;
            return Task.FromResult<Refusal?>(null);
        }, cancellation);
    }

    /// <summary>Hands a draft in for review; the Centre is told. Refused: who may not write at it; stale; under review; Service.IsWithdrawn; Service.DraftEnded for one whose last day is over.</summary>
    public Task<Outcome<Nothing>> SubmitAsync(Caller caller, Guid commandId, ServiceAct act, CancellationToken cancellation = default) =>
        ChangeAsync(caller, commandId, act, ServiceState.Draft, "SubmitService", async (op, draft) =>
        {
            if (ServiceDrafts.RefuseToGoOn(op, draft) is { } refusal)
            {
                return refusal;
            }

            draft.Version++;
            (draft.State, draft.SubmittedAt, draft.SubmittedById, draft.SentBackAt) = (ServiceState.Submitted, op.Now, op.Actor.AccountId, null);
            var told = await op.Db.Posts.PeopleOfTheCentre().ToListAsync(cancellation);
            foreach (var accountId in told.Where(a => a != draft.DraftedById && a != draft.ChangedById))
            {
                op.Tell(accountId, "ServiceSubmitted", draft.Service.AsSubject(), late: false, draft.Title, op.Actor.Name);
            }

            return null;
        }, cancellation);

    /// <summary>Takes a draft back from the review. Refused: who may not write at it; stale; Service.NotSubmitted.</summary>
    public Task<Outcome<Nothing>> TakeBackAsync(Caller caller, Guid commandId, ServiceAct act, CancellationToken cancellation = default) =>
        ChangeAsync(caller, commandId, act, ServiceState.Submitted, "TakeBackService", (_, draft) =>
        {
            draft.Version++;
            draft.State = ServiceState.Draft;
            return Task.FromResult<Refusal?>(null);
        }, cancellation);

    /// <summary>
    /// Throws a draft away; where nothing of the service was ever published, the service with it. Gives whether the service is still there. Refused: who may not write at
    /// it; stale; under review.
    /// </summary>
    public Task<Outcome<bool>> DiscardAsync(Caller caller, Guid commandId, ServiceAct act, CancellationToken cancellation = default) =>
        operations.ChangeAsync<bool>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(act);
            var found = await ServiceDrafts.FindAsync(op, act, ServiceState.Draft, cancellation);
            if (!found.Done)
            {
                return found.Refusal!;
            }

            var (draft, service) = (found.Value, found.Value.Service);
            op.Note(service, "DiscardServiceDraft", new { draft.Number, draft.Title });
            op.Db.ServiceVersions.Remove(draft);
            if (service.CurrentVersionId is not null)
            {
                service.Version++;
                return true;
            }

            await op.SaveAsync(cancellation);
            op.Db.Services.Remove(service);
            return false;
        }, cancellation);

    /// <summary>
    /// Makes a draft of the published version, to become the next one. Refused: NotFound where the caller does not see it; NotAllowed who may not write at it; a stale copy,
    /// that there is a draft already among it; Service.NotPublished; Service.IsWithdrawn.
    /// </summary>
    public Task<Outcome<Nothing>> NewVersionAsync(Caller caller, Guid commandId, ServiceAct act, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(act);
            var service = await op.Db.Services.VisibleTo(op).FirstOrDefaultAsync(s => s.Id == act.ServiceId, cancellation);
            if (service is null || !ServiceAccess.MayWrite(op.Actor, service))
            {
                return service is null ? Refusal.NotFound : Refusal.NotAllowed;
            }

            if (service.Version != act.Version || await op.Db.ServiceVersions.VisibleTo(op).Drafts().AnyAsync(v => v.ServiceId == service.Id, cancellation))
            {
                return Refusal.Stale;
            }

            var current = await op.Db.ServiceVersions.VisibleTo(op).FirstOrDefaultAsync(v => v.Id == service.CurrentVersionId, cancellation);
            if (current is null || service.WithdrawnAt is not null)
            {
                return new Refusal(current is null ? "Service.NotPublished" : "Service.IsWithdrawn");
            }

            var draft = ServiceDrafts.Copy(current);
            (draft.DraftedById, draft.ChangedById, draft.ChangedAt) = (op.Actor.AccountId, op.Actor.AccountId, op.Now);
            op.Db.ServiceVersions.Add(draft);
            service.Version++;
            op.Note(service, "NewServiceVersion", new { draft.Number });
            return Nothing.Value;
        }, cancellation);

    /// <summary>The providers in use for which the actor enters services: all for units and the Centre, their own for who speaks for providers alone.</summary>
    internal static IQueryable<Organisation> Providers(Operation op)
    {
        var (own, all) = (op.Actor.ProviderIds, op.Actor.IsCentre || op.Actor.UnitIds.Count > 0);
        return op.Db.Organisations.Where(o => o.Kind == OrganisationKind.Provider && o.DisabledAt == null && (all || own.Contains(o.Id)));
    }

    private Task<Outcome<Nothing>> ChangeAsync(
        Caller caller, Guid commandId, ServiceAct act, ServiceState state, string serviceAct, Func<Operation, ServiceVersion, Task<Refusal?>> change, CancellationToken cancellation) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            var found = await ServiceDrafts.FindAsync(op, act, state, cancellation);
            if (!found.Done)
            {
                return found.Refusal!;
            }

            if (await change(op, found.Value) is { } refusal)
            {
                return refusal;
            }

            op.Note(found.Value.Service, serviceAct, new { found.Value.Number, found.Value.Title });
            return Nothing.Value;
        }, cancellation);
}
