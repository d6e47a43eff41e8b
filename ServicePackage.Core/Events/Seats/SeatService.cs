using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.History;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Events;

/// <summary>An enterprise signs up for an event 报名 and gives its seat up; nobody does either for it (SME promotion law §52: events are chosen, never imposed).</summary>
public sealed class SeatService(OperationRunner operations)
{
    /// <summary>
    /// Signs the caller's own enterprise up, and says whether it has a seat or at which place it stands on the waiting list. Refused: NotFound where there is no such event;
    /// NotAllowed for who speaks for no enterprise; Seat.OffRoster; Event.IsCalledOff; Event.SignUpOver after the last day and once it has begun; stale where the event was
    /// moved meanwhile; what the validator finds; Seat.TooMany for more people than it takes of an enterprise; Seat.Already.
    /// </summary>
    public Task<Outcome<SignedUp>> SignUpAsync(Caller caller, Guid commandId, SignUpInput input, CancellationToken cancellation = default) =>
        operations.ChangeAsync<SignedUp>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(input);
            var about = await op.Db.Events.VisibleTo(op).AsNoTracking().FirstOrDefaultAsync(e => e.Id == input.EventId && e.PublishedAt != null, cancellation);
            if (about is null || op.Actor.EnterpriseId is not { } own)
            {
                return about is null ? Refusal.NotFound : Refusal.NotAllowed;
            }

            var enterprise = await op.Db.Enterprises.VisibleTo(op).OnRoster(op.Today).FirstOrDefaultAsync(e => e.Id == own, cancellation);
            if (enterprise is null)
            {
                return new Refusal("Seat.OffRoster");
            }

            if (await RefuseAsync(op, about, own, input, cancellation) is { } refusal)
            {
                return refusal;
            }

            int? turn = null;
            if (!await SeatTurns.TakeAsync(op, about.Id, input.Version, input.People, cancellation))
            {
                turn = await SeatTurns.QueueAsync(op, about.Id, input.Version, cancellation);
                if (turn is null)
                {
                    return Refusal.Stale;
                }
            }

            var seat = new Seat
            {
                EventId = about.Id,
                EnterpriseId = own,
                State = turn is null ? SeatState.Taken : SeatState.Waiting,
                People = input.People,
                Names = input.Names.Trim(),
                Contact = input.Contact.Trim(),
                ContactNumber = PhoneNumber.Normalise(input.Phone),
                SignedUpAt = op.Now,
                SignedUpById = op.Actor.AccountId,
                Turn = turn,
            };
            op.Db.Seats.Add(seat);
            op.Note(enterprise, "SignUp", new { Event = about.Title, seat.People, seat.State });
            await op.SaveAsync(cancellation);
            if (turn is not null)
            {
                await SeatTurns.AdmitAsync(op, about, cancellation); // a seat may have become free since it was asked for
                await op.SaveAsync(cancellation);
            }

            op.Changed(nameof(Event), about.Id);
            return new SignedUp(seat.Id, seat.State, seat.State == SeatState.Waiting ? await SeatQueries.PlaceAsync(op, about.Id, turn!.Value, cancellation) : 0);
        }, cancellation);

    /// <summary>
    /// Gives the seat, or the place on the waiting list, of the caller's own enterprise up; those who wait move up. Refused: NotFound where the caller sees no such seat;
    /// NotAllowed for others than its enterprise; stale; Seat.IsCancelled; Event.IsCalledOff; Event.HasBegun.
    /// </summary>
    public Task<Outcome<Nothing>> CancelAsync(Caller caller, Guid commandId, SeatAct act, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(act);
            var found = await OwnAsync(op, act, cancellation);
            if (!found.Done)
            {
                return found.Refusal!;
            }

            var seat = found.Value;
            if (!EventScopes.Stands.Holds(seat))
            {
                return new Refusal("Seat.IsCancelled");
            }

            if (seat.Event.State == EventState.CalledOff || EventScopes.HasBegun.Holds(seat.Event, op.Now))
            {
                return new Refusal(seat.Event.State == EventState.CalledOff ? "Event.IsCalledOff" : "Event.HasBegun");
            }

            await SeatTurns.GiveBackAsync(op, seat, cancellation);
            (seat.State, seat.CancelledAt, seat.CancelledById) = (SeatState.Cancelled, op.Now, op.Actor.AccountId);
            seat.Version++;
            op.Note(seat.Enterprise, "CancelSeat", new { Event = seat.Event.Title, seat.People });
            await op.SaveAsync(cancellation);
            await SeatTurns.AdmitAsync(op, seat.Event, cancellation);
            op.Changed(nameof(Event), seat.EventId);
            return Nothing.Value;
        }, cancellation);

    /// <summary>The seat of the actor's own enterprise, with its event and its enterprise.</summary>
    internal static async Task<Outcome<Seat>> OwnAsync(Operation op, SeatAct act, CancellationToken cancellation)
    {
        var seat = await op.Db.Seats.VisibleTo(op).Include(s => s.Event).Include(s => s.Enterprise).FirstOrDefaultAsync(s => s.Id == act.Id, cancellation);
        return seat is null ? Refusal.NotFound
            : op.Actor.EnterpriseId != seat.EnterpriseId ? Refusal.NotAllowed
            : seat.Version != act.Version ? Refusal.Stale
            : seat;
    }

    private static async Task<Refusal?> RefuseAsync(Operation op, Event about, long own, SignUpInput input, CancellationToken cancellation)
    {
        if (about.State == EventState.CalledOff || !EventScopes.IsOpen.Holds(about, EventMoment.Of(op)))
        {
            return new Refusal(about.State == EventState.CalledOff ? "Event.IsCalledOff" : "Event.SignUpOver");
        }

        if (about.Version != input.Version)
        {
            return Refusal.Stale;
        }

        if (new SignUpValidator().Refuse(input) is { } refusal)
        {
            return refusal;
        }

        if (input.People > about.PeoplePerFirm)
        {
            return new Refusal("Seat.TooMany", about.PeoplePerFirm) { Field = nameof(input.People) };
        }

        return await op.Db.Seats.VisibleTo(op).Where(EventScopes.Stands.Rule).AnyAsync(s => s.EventId == about.Id && s.EnterpriseId == own, cancellation) ? new Refusal("Seat.Already") : null;
    }
}
