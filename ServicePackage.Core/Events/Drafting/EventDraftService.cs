using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Catalogue;
using ServicePackage.Core.History;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;

namespace ServicePackage.Core.Events;

/// <summary>
/// Enters events and changes their drafts (plan §三(二), §四(三)): people of providers, units, cooperating departments and economic cities for their own organisation,
/// the Centre for itself and for any provider. Each act names the copy the person saw; a stale one is refused.
/// </summary>
public sealed class EventDraftService(OperationRunner operations)
{
    /// <summary>
    /// Enters an event as a draft and gives its key. Refused: NotFound for enterprises, NotAllowed for who enters none; Event.NoOrganiser for another's; what the validator
    /// finds, of its times among it; Event.PolicyNotInForce for a briefing on a policy of which no version is in force.
    /// </summary>
    public Task<Outcome<long>> NewAsync(Caller caller, Guid commandId, EventInput input, CancellationToken cancellation = default) =>
        operations.ChangeAsync<long>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(input);
            if (!ServiceAccess.MayEnter(op.Actor))
            {
                return op.Actor.EnterpriseId is null ? Refusal.NotAllowed : Refusal.NotFound;
            }

            if (!await Organisers(op).AnyAsync(o => o.Id == input.OrganiserId, cancellation))
            {
                return new Refusal("Event.NoOrganiser") { Field = nameof(input.OrganiserId) };
            }

            if (Refuse(op, input) is { } refusal)
            {
                return refusal;
            }

            var policy = await PolicyAsync(op, input, cancellation);
            if (!policy.Done)
            {
                return policy.Refusal!;
            }

            var draft = new Event { OrganiserId = input.OrganiserId, CreatedAt = op.Now, DraftedById = op.Actor.AccountId };
            EventDrafts.Write(op, draft, input, policy.Value.VersionId);
            op.Db.Events.Add(draft);
            op.Note(draft, "EnterEvent", new { draft.Title });
            await op.SaveAsync(cancellation);
            return draft.Id;
        }, cancellation);

    /// <summary>Changes what a draft says. Refused: who may not write at it; stale; under review; what the validator finds; times as of a new one; Event.PolicyNotInForce.</summary>
    public Task<Outcome<Nothing>> SaveAsync(Caller caller, Guid commandId, EventInput input, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        return ChangeAsync(caller, commandId, new EventAct(input.Id, input.Version), EventState.Draft, "ChangeEventDraft", async (op, draft) =>
        {
            if (Refuse(op, input) is { } refusal)
            {
                return refusal;
            }

            var policy = await PolicyAsync(op, input, cancellation);
            if (policy.Done)
            {
                EventDrafts.Write(op, draft, input, policy.Value.VersionId);
            }

            return policy.Refusal;
        }, cancellation);
    }

    /// <summary>Hands a draft in for review; the Centre is told. Refused: who may not write at it; stale; under review; Event.DraftPast for one whose day or last day has passed.</summary>
    public Task<Outcome<Nothing>> SubmitAsync(Caller caller, Guid commandId, EventAct act, CancellationToken cancellation = default) =>
        ChangeAsync(caller, commandId, act, EventState.Draft, "SubmitEvent", async (op, draft) =>
        {
            if (EventDrafts.RefuseToGoOn(op, draft) is { } refusal)
            {
                return refusal;
            }

            draft.Version++;
            (draft.State, draft.SubmittedAt, draft.SubmittedById, draft.SentBackAt) = (EventState.Submitted, op.Now, op.Actor.AccountId, null);
            foreach (var accountId in (await op.Db.Posts.PeopleOfTheCentre().ToListAsync(cancellation)).Where(a => a != draft.DraftedById && a != draft.ChangedById))
            {
                op.Tell(accountId, "EventSubmitted", draft.AsSubject(), late: false, draft.Title, op.Actor.Name);
            }

            return null;
        }, cancellation);

    /// <summary>Takes a draft back from the review. Refused: who may not write at it; stale; Event.NotSubmitted.</summary>
    public Task<Outcome<Nothing>> TakeBackAsync(Caller caller, Guid commandId, EventAct act, CancellationToken cancellation = default) =>
        ChangeAsync(caller, commandId, act, EventState.Submitted, "TakeBackEvent", (_, draft) =>
        {
            draft.Version++;
            draft.State = EventState.Draft;
            return Task.FromResult<Refusal?>(null);
        }, cancellation);

    /// <summary>Throws a draft away. Refused: who may not write at it; stale; under review.</summary>
    public Task<Outcome<Nothing>> DiscardAsync(Caller caller, Guid commandId, EventAct act, CancellationToken cancellation = default) =>
        ChangeAsync(caller, commandId, act, EventState.Draft, "DiscardEventDraft", (op, draft) =>
        {
            op.Db.Events.Remove(draft);
            return Task.FromResult<Refusal?>(null);
        }, cancellation);

    /// <summary>The organisations in use for which the actor enters events: their own, and at the Centre any provider.</summary>
    internal static IQueryable<Organisation> Organisers(Operation op)
    {
        var (own, centre) = (ServiceAccess.OrganisationsOf(op.Actor), op.Actor.IsCentre);
        return op.Db.Organisations.Where(o => o.DisabledAt == null && (own.Contains(o.Id) || (centre && o.Kind == OrganisationKind.Provider)));
    }

    private static Refusal? Refuse(Operation op, EventInput input) => new EventValidator(() => op.Now).Refuse(input);

    private static async Task<Outcome<Briefed>> PolicyAsync(Operation op, EventInput input, CancellationToken cancellation) =>
        input.Kind != EventKind.Briefing ? new Briefed(null)
        : await EventDrafts.PolicyAsync(op, input.PolicyId, cancellation) is { } version ? new Briefed(version)
        : new Refusal("Event.PolicyNotInForce") { Field = nameof(input.PolicyId) };

    private Task<Outcome<Nothing>> ChangeAsync(
        Caller caller, Guid commandId, EventAct act, EventState state, string eventAct, Func<Operation, Event, Task<Refusal?>> change, CancellationToken cancellation) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(act);
            var found = await EventDrafts.FindAsync(op, act, state, cancellation);
            if (!found.Done)
            {
                return found.Refusal!;
            }

            if (await change(op, found.Value) is { } refusal)
            {
                return refusal;
            }

            op.Note(found.Value, eventAct, new { found.Value.Title });
            return Nothing.Value;
        }, cancellation);

    /// <summary>The version of the policy that a briefing explains; none of another event.</summary>
    private sealed record Briefed(long? VersionId);
}
