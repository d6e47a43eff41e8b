using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.History;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Policies;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Events;

/// <summary>A draft is sent back, or an event called off, as typed.</summary>
public sealed class EventReasonInput
{
    /// <summary>The event.</summary>
    public long Id { get; set; }

    /// <summary>The version of the copy the person saw.</summary>
    public int Version { get; set; }

    public string Reason { get; set; } = "";
}

/// <summary>Checks a reason.</summary>
public sealed class EventReasonValidator : AbstractValidator<EventReasonInput>
{
    public EventReasonValidator() => RuleFor(i => i.Reason).Text("EventReason", EventRules.LongestReason);
}

/// <summary>The review of events (plan §三(二)): the Centre publishes and sends back, never what the same person entered or changed last.</summary>
public sealed class EventReviewService(OperationRunner operations)
{
    /// <summary>
    /// Publishes a draft; whoever drafted it is told. A briefing names the version of its policy that is in force then. Refused: NotFound and NotAllowed for others than
    /// the Centre; stale; Event.NotSubmitted; Event.OwnDraft; Event.DraftPast; Event.PolicyNotInForce.
    /// </summary>
    public Task<Outcome<Nothing>> PublishAsync(Caller caller, Guid commandId, EventAct act, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(act);
            var found = await FindAsync(op, act, cancellation);
            if (!found.Done)
            {
                return found.Refusal!;
            }

            var draft = found.Value;
            if (EventDrafts.RefuseToGoOn(op, draft) is { } refusal)
            {
                return refusal;
            }

            if (draft.PolicyVersionId is { } seen)
            {
                var policy = await op.Db.PolicyVersions.VisibleTo(op).Where(v => v.Id == seen).Select(v => v.PolicyId).FirstOrDefaultAsync(cancellation);
                draft.PolicyVersionId = await EventDrafts.PolicyAsync(op, policy, cancellation);
                if (draft.PolicyVersionId is null)
                {
                    return new Refusal("Event.PolicyNotInForce");
                }
            }

            (draft.State, draft.PublishedAt, draft.PublishedById) = (EventState.Published, op.Now, op.Actor.AccountId);
            draft.Version++;
            op.Note(draft, "PublishEvent", new { draft.Title });
            EventTelling.Drafters(op, draft, "EventPublished", draft.Title);
            return Nothing.Value;
        }, cancellation);

    /// <summary>Sends a draft back with a reason; whoever drafted it is told. Refused: NotFound and NotAllowed for others than the Centre; stale; Event.NotSubmitted; Event.OwnDraft; a reason missing or too long.</summary>
    public Task<Outcome<Nothing>> SendBackAsync(Caller caller, Guid commandId, EventReasonInput input, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(input);
            var found = await FindAsync(op, new EventAct(input.Id, input.Version), cancellation);
            if (!found.Done)
            {
                return found.Refusal!;
            }

            if (new EventReasonValidator().Refuse(input) is { } refusal)
            {
                return refusal;
            }

            var draft = found.Value;
            (draft.State, draft.SentBackAt, draft.SentBackById, draft.SentBackReason) = (EventState.Draft, op.Now, op.Actor.AccountId, input.Reason.Trim());
            draft.Version++;
            op.Note(draft, "SendBackEvent", new { Reason = draft.SentBackReason });
            EventTelling.Drafters(op, draft, "EventSentBack", draft.Title, op.Actor.Name);
            return Nothing.Value;
        }, cancellation);

    /// <summary>The draft under review, for somebody who may review it.</summary>
    private static async Task<Outcome<Event>> FindAsync(Operation op, EventAct act, CancellationToken cancellation)
    {
        if (!op.Actor.IsCentre)
        {
            return await op.Db.Events.VisibleTo(op).AnyAsync(e => e.Id == act.Id, cancellation) ? Refusal.NotAllowed : Refusal.NotFound;
        }

        var found = await EventDrafts.FindAsync(op, act, EventState.Submitted, cancellation);
        return found.Done && !EventAccess.MayReview(op.Actor, found.Value) ? new Refusal("Event.OwnDraft") : found;
    }
}
