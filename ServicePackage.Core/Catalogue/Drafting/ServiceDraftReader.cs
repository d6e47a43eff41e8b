using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Catalogue;

/// <summary>Drafts of services as they are read: by the people of who drafts them, of the provider, and the Centre.</summary>
public sealed class ServiceDraftReader(OperationRunner operations)
{
    /// <summary>A page of the drafts the caller reads; those that wait for them first, then the last changed first. Refused NotFound who neither enters nor reviews services.</summary>
    public Task<Outcome<ServiceDraftList>> ListAsync(Caller caller, ServiceDraftFilter filter, CancellationToken cancellation = default) =>
        operations.ReadAsync<ServiceDraftList>(caller, async op =>
        {
            ArgumentNullException.ThrowIfNull(filter);
            if (!ServiceAccess.MayEnter(op.Actor))
            {
                return Refusal.NotFound;
            }

            var (all, awaiting) = (op.Db.ServiceVersions.VisibleTo(op).Drafts(), Awaiting(op).Select(v => v.Id));
            var page = await (filter.OnlyAwaiting ? all.Where(v => awaiting.Contains(v.Id)) : all)
                .OrderByDescending(v => awaiting.Contains(v.Id)).ThenByDescending(v => v.ChangedAt).ThenByDescending(v => v.Id)
                .Select(v => new ServiceDraftRow(
                    v.ServiceId, v.Number, v.Title, v.State, v.SentBackAt != null,
                    new ServiceProvider(v.Service.ProviderId, v.Service.Provider.Name, v.Service.Provider.EnglishName, v.Service.Provider.Nature),
                    op.Db.Users.Where(a => a.Id == v.ChangedById).Select(a => a.DisplayName).First(),
                    v.State == ServiceState.Submitted ? v.SubmittedAt!.Value : v.ChangedAt, awaiting.Contains(v.Id)))
                .PageAsync(filter.Skip, filter.Take, cancellation);
            return new ServiceDraftList(page, await awaiting.CountAsync(cancellation));
        }, cancellation);

    /// <summary>What is chosen from where a service is entered. Refused NotFound who enters none.</summary>
    public Task<Outcome<ServiceDraftChoices>> ChoicesAsync(Caller caller, CancellationToken cancellation = default) =>
        operations.ReadAsync<ServiceDraftChoices>(caller, async op => !ServiceAccess.MayEnter(op.Actor) ? Refusal.NotFound
            : new ServiceDraftChoices(
                await ServiceDraftService.Providers(op).OrderBy(o => o.SortKey).Select(o => new ServiceProvider(o.Id, o.Name, o.EnglishName, o.Nature)).ToListAsync(cancellation),
                op.Actor.IsCentre), cancellation);

    /// <summary>The draft of a service, beside what is published. Refused NotFound where there is none that the caller reads.</summary>
    public Task<Outcome<ServiceDraftView>> ReadAsync(Caller caller, long serviceId, CancellationToken cancellation = default) =>
        operations.ReadAsync<ServiceDraftView>(caller, async op =>
        {
            var ofService = op.Db.ServiceVersions.VisibleTo(op).Where(v => v.ServiceId == serviceId);
            var draft = await ofService.Drafts().Include(v => v.Service).FirstOrDefaultAsync(cancellation);
            if (draft is null)
            {
                return Refusal.NotFound;
            }

            var facts = await ofService.Where(v => v.Id == draft.Id || v.Id == draft.Service.CurrentVersionId).OrderByDescending(v => v.Number).Select(ServiceQueries.Facts).ToListAsync(cancellation);
            var people = new[] { draft.ChangedById, draft.SentBackById }.OfType<long>().ToList();
            var names = await op.Db.Users.Where(a => people.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancellation);
            var (writes, isSubmitted, reviews) = (ServiceAccess.MayWrite(op.Actor, draft.Service), draft.State == ServiceState.Submitted, ServiceAccess.MayReview(op.Actor, draft));
            return new ServiceDraftView
            {
                ServiceId = serviceId,
                Number = draft.Number,
                State = draft.State,
                Version = draft.Version,
                Facts = facts[0],
                Before = facts.Count > 1 ? facts[1] : null,
                ChangedBy = names.GetValueOrDefault(draft.ChangedById, ""),
                ChangedAt = draft.ChangedAt,
                SentBackAt = draft.SentBackAt,
                SentBackBy = names.GetValueOrDefault(draft.SentBackById ?? 0, ""),
                SentBackReason = draft.SentBackAt is null ? "" : draft.SentBackReason,
                Rights = new ServiceDraftRights(
                    Change: writes && !isSubmitted,
                    TakeBack: writes && isSubmitted && !reviews, // who reviews it sends it back
                    Review: isSubmitted && reviews,
                    IsOwn: isSubmitted && op.Actor.IsCentre && !reviews),
            };
        }, cancellation);

    /// <summary>What waits for the actor: for review, where they may review it; sent back, where they wrote at it.</summary>
    private static IQueryable<ServiceVersion> Awaiting(Operation op)
    {
        var (me, centre) = (op.Actor.AccountId, op.Actor.IsCentre);
        return op.Db.ServiceVersions.VisibleTo(op).Drafts().Where(v => v.State == ServiceState.Submitted
            ? centre && v.DraftedById != me && v.ChangedById != me
            : v.SentBackAt != null && (v.DraftedById == me || v.ChangedById == me));
    }
}
