using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Catalogue;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Policies;
using ServicePackage.Core.Words;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Events;

/// <summary>Finds the draft that an act is about, and writes into it what was typed.</summary>
internal static class EventDrafts
{
    /// <summary>
    /// The draft, to be written at. Refused: NotFound where the actor sees none; NotAllowed where they may not write at it; a stale copy, that it was published meanwhile
    /// among them; Event.UnderReview or Event.NotSubmitted unless <paramref name="state"/> is what it is in.
    /// </summary>
    public static async Task<Outcome<Event>> FindAsync(Operation op, EventAct act, EventState state, CancellationToken cancellation)
    {
        var draft = await op.Db.Events.VisibleTo(op).FirstOrDefaultAsync(e => e.Id == act.Id, cancellation);
        return draft is null ? Refusal.NotFound
            : !EventAccess.MayWrite(op.Actor, draft.OrganiserId) ? Refusal.NotAllowed
            : draft.Version != act.Version || !EventScopes.IsDraft.Holds(draft) ? Refusal.Stale
            : draft.State == state ? draft
            : new Refusal(draft.State == EventState.Submitted ? "Event.UnderReview" : "Event.NotSubmitted");
    }

    /// <summary>Why a draft is neither handed in nor published: its day or its last day to sign up has passed. Null where it may be.</summary>
    public static Refusal? RefuseToGoOn(Operation op, Event draft) => EventScopes.IsOpen.Holds(new Event { State = EventState.Published, LastDay = draft.LastDay, StartsAt = draft.StartsAt }, EventMoment.Of(op))
        ? null
        : new Refusal("Event.DraftPast");

    /// <summary>The version of a policy that is in force today, among those the actor sees; null where there is none.</summary>
    public static async Task<long?> PolicyAsync(Operation op, long policyId, CancellationToken cancellation) =>
        await op.Db.PolicyVersions.VisibleTo(op).Published().InForce(op.Today).Where(v => v.PolicyId == policyId).Select(v => (long?)v.Id).FirstOrDefaultAsync(cancellation);

    /// <summary>Writes what was typed, which the validator has passed, and notes who changed it.</summary>
    public static void Write(Operation op, Event draft, EventInput input, long? policyVersionId)
    {
        draft.Title = TextRules.Kept(input.Title);
        draft.Initials = NameKey.InitialsOf(draft.Title);
        (draft.Class, draft.Kind, draft.PolicyVersionId, draft.Fee) = (input.Class!.Value, input.Kind!.Value, policyVersionId, input.Fee!.Value);
        (draft.FeeWords, draft.FeeYuan) = draft.Fee == ServiceFee.Free ? ("", null) : (input.FeeWords.Trim(), input.Yuan);
        (draft.Text, draft.Place, draft.Contact, draft.Phone) = (input.Text.Trim(), input.Place.Trim(), input.Contact.Trim(), PhoneNumber.Normalise(input.Phone));
        (draft.Seats, draft.PeoplePerFirm) = (input.SeatCount!.Value, input.PeopleCount!.Value);
        draft.Audience = input.Criterion.Length == 0 ? null : ConditionJson.Write(new Named(input.Criterion));
        draft.IsDemo = input.IsDemo;
        Place(draft, input.Times);
        draft.Version++;
        (draft.ChangedById, draft.ChangedAt) = (op.Actor.AccountId, op.Now);
    }

    /// <summary>Writes when it is.</summary>
    public static void Place(Event about, EventTimes when) =>
        (about.StartsAt, about.EndsAt, about.LastDay) = (TownTime.At(when.Day, when.From), TownTime.At(when.Day, when.To), when.LastDay);
}
