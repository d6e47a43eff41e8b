using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Catalogue;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Policies;

namespace ServicePackage.Core.Events;

/// <summary>What of the drafts is listed.</summary>
public sealed record EventDraftFilter(bool OnlyAwaiting = false, int Skip = 0, int Take = 20);

/// <summary>A draft in the list.</summary>
/// <param name="Id">The event.</param>
/// <param name="Title">What it is called.</param>
/// <param name="State">Where it stands.</param>
/// <param name="IsSentBack">Whether it was sent back.</param>
/// <param name="Organiser">Who holds it.</param>
/// <param name="StartsAt">When it is to begin (UTC).</param>
/// <param name="By">Who changed it last.</param>
/// <param name="At">When it was handed in, or changed last (UTC).</param>
/// <param name="Awaits">Whether it waits for the reader.</param>
public sealed record EventDraftRow(long Id, string Title, EventState State, bool IsSentBack, ServiceProvider Organiser, DateTime StartsAt, string By, DateTime At, bool Awaits);

/// <summary>A page of drafts.</summary>
/// <param name="Drafts">The page.</param>
/// <param name="Awaiting">How many wait for the reader in all.</param>
public sealed record EventDraftList(Page<EventDraftRow> Drafts, int Awaiting);

/// <summary>What is chosen from where an event is entered.</summary>
/// <param name="Organisers">The organisations for which the reader enters events, their own first.</param>
/// <param name="Policies">The policies in force, on which a briefing can be held.</param>
public sealed record EventDraftChoices(IReadOnlyList<ServiceProvider> Organisers, IReadOnlyList<BriefedPolicy> Policies);

/// <summary>What the reader may do with a draft.</summary>
/// <param name="Change">Change it, hand it in, throw it away.</param>
/// <param name="TakeBack">Take it back from the review.</param>
/// <param name="Review">Publish it or send it back.</param>
/// <param name="IsOwn">Whether somebody else of the Centre has to review it.</param>
public sealed record EventDraftRights(bool Change, bool TakeBack, bool Review, bool IsOwn);

/// <summary>A draft, as it is read.</summary>
public sealed record EventDraftView
{
    public long Id { get; init; }

    public EventState State { get; init; }

    /// <summary>The version of the copy, for an act.</summary>
    public int Version { get; init; }

    public EventFacts Facts { get; init; } = new();

    /// <summary>The policy of a briefing.</summary>
    public BriefedPolicy? Policy { get; init; }

    public string ChangedBy { get; init; } = "";

    /// <summary>When it was sent back (UTC); null where it was not.</summary>
    public DateTime? SentBackAt { get; init; }

    public string SentBackBy { get; init; } = "";

    public string SentBackReason { get; init; } = "";

    public EventDraftRights Rights { get; init; } = new(false, false, false, false);
}

/// <summary>Drafts of events as they are read: by the organiser's people and the Centre.</summary>
public sealed class EventDraftReader(OperationRunner operations)
{
    /// <summary>A page of the drafts the caller reads; those that wait for them first, then the last changed first. Refused NotFound who neither enters nor reviews events.</summary>
    public Task<Outcome<EventDraftList>> ListAsync(Caller caller, EventDraftFilter filter, CancellationToken cancellation = default) =>
        operations.ReadAsync<EventDraftList>(caller, async op =>
        {
            ArgumentNullException.ThrowIfNull(filter);
            if (!ServiceAccess.MayEnter(op.Actor))
            {
                return Refusal.NotFound;
            }

            var (all, awaiting) = (op.Db.Events.VisibleTo(op).Where(EventScopes.IsDraft.Rule), Awaiting(op).Select(e => e.Id));
            var page = await (filter.OnlyAwaiting ? all.Where(e => awaiting.Contains(e.Id)) : all)
                .OrderByDescending(e => awaiting.Contains(e.Id)).ThenByDescending(e => e.ChangedAt).ThenByDescending(e => e.Id)
                .Select(e => new EventDraftRow(
                    e.Id, e.Title, e.State, e.SentBackAt != null, new ServiceProvider(e.OrganiserId, e.Organiser.Name, e.Organiser.EnglishName, e.Organiser.Nature), e.StartsAt,
                    op.Db.Users.Where(a => a.Id == e.ChangedById).Select(a => a.DisplayName).First(),
                    e.State == EventState.Submitted ? e.SubmittedAt!.Value : e.ChangedAt, awaiting.Contains(e.Id)))
                .PageAsync(filter.Skip, filter.Take, cancellation);
            return new EventDraftList(page, await awaiting.CountAsync(cancellation));
        }, cancellation);

    /// <summary>What is chosen from where an event is entered. Refused NotFound who enters none.</summary>
    public Task<Outcome<EventDraftChoices>> ChoicesAsync(Caller caller, CancellationToken cancellation = default) =>
        operations.ReadAsync<EventDraftChoices>(caller, async op =>
        {
            if (!ServiceAccess.MayEnter(op.Actor))
            {
                return Refusal.NotFound;
            }

            var own = ServiceAccess.OrganisationsOf(op.Actor);
            return new EventDraftChoices(
                await EventDraftService.Organisers(op).OrderByDescending(o => own.Contains(o.Id)).ThenBy(o => o.SortKey).Select(o => new ServiceProvider(o.Id, o.Name, o.EnglishName, o.Nature)).ToListAsync(cancellation),
                await op.Db.PolicyVersions.VisibleTo(op).Published().InForce(op.Today).OrderBy(v => v.Title).ThenBy(v => v.Id).Select(v => new BriefedPolicy(v.PolicyId, v.Number, v.Title)).ToListAsync(cancellation));
        }, cancellation);

    /// <summary>The draft of an event. Refused NotFound where there is none that the caller reads.</summary>
    public Task<Outcome<EventDraftView>> ReadAsync(Caller caller, long id, CancellationToken cancellation = default) =>
        operations.ReadAsync<EventDraftView>(caller, async op =>
        {
            var draft = await op.Db.Events.VisibleTo(op).Where(EventScopes.IsDraft.Rule).FirstOrDefaultAsync(e => e.Id == id, cancellation);
            if (draft is null)
            {
                return Refusal.NotFound;
            }

            var people = new[] { draft.ChangedById, draft.SentBackById }.OfType<long>().ToList();
            var names = await op.Db.Users.Where(a => people.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancellation);
            var (writes, isSubmitted, reviews) = (EventAccess.MayWrite(op.Actor, draft.OrganiserId), draft.State == EventState.Submitted, EventAccess.MayReview(op.Actor, draft));
            return new EventDraftView
            {
                Id = id,
                State = draft.State,
                Version = draft.Version,
                Facts = await op.Db.Events.VisibleTo(op).Where(e => e.Id == id).Select(EventQueries.Facts).FirstAsync(cancellation),
                Policy = draft.PolicyVersionId is { } version
                    ? await op.Db.PolicyVersions.VisibleTo(op).Where(v => v.Id == version).Select(v => new BriefedPolicy(v.PolicyId, v.Number, v.Title)).FirstOrDefaultAsync(cancellation)
                    : null,
                ChangedBy = names.GetValueOrDefault(draft.ChangedById, ""),
                SentBackAt = draft.SentBackAt,
                SentBackBy = names.GetValueOrDefault(draft.SentBackById ?? 0, ""),
                SentBackReason = draft.SentBackAt is null ? "" : draft.SentBackReason,
                Rights = new EventDraftRights(
                    Change: writes && !isSubmitted,
                    TakeBack: writes && isSubmitted && !reviews, // who reviews it sends it back
                    Review: isSubmitted && reviews,
                    IsOwn: isSubmitted && op.Actor.IsCentre && !reviews),
            };
        }, cancellation);

    /// <summary>What waits for the actor: for review, where they may review it; sent back, where they wrote at it.</summary>
    internal static IQueryable<Event> Awaiting(Operation op)
    {
        var (me, centre) = (op.Actor.AccountId, op.Actor.IsCentre);
        return op.Db.Events.VisibleTo(op).Where(EventScopes.IsDraft.Rule).Where(e => e.State == EventState.Submitted
            ? centre && e.DraftedById != me && e.ChangedById != me
            : e.SentBackAt != null && (e.DraftedById == me || e.ChangedById == me));
    }
}
