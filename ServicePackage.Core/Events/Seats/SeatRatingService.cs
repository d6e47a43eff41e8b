using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.History;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Events;

/// <summary>An enterprise rates an event at which it was, on the five levels of demands; a bad rating waits on the Centre until it has been seen to.</summary>
public sealed class SeatRatingService(OperationRunner operations)
{
    /// <summary>
    /// Rates an event for the caller's own enterprise. Refused: NotFound where the caller sees no such seat; NotAllowed for others than its enterprise; stale; Seat.NotThere
    /// where it has not been noted that it came; Seat.IsRated; Seat.RatingOver after thirty calendar days; what the validator finds.
    /// </summary>
    public Task<Outcome<Nothing>> RateAsync(Caller caller, Guid commandId, SeatRatingInput input, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(input);
            var found = await SeatService.OwnAsync(op, new SeatAct(input.Id, input.Version), cancellation);
            if (!found.Done)
            {
                return found.Refusal!;
            }

            var seat = found.Value;
            if (!EventScopes.WaitsForRating.Holds(seat, EventScopes.RatedSince(op.Now)))
            {
                return seat.Rating is not null ? new Refusal("Seat.IsRated") : seat.Came > 0 ? new Refusal("Seat.RatingOver", EventRules.RateWithinDays) : new Refusal("Seat.NotThere");
            }

            if (new SeatRatingValidator().Refuse(input) is { } refusal)
            {
                return refusal;
            }

            (seat.Rating, seat.RatedAt, seat.RatingReason) = (input.Rating, op.Now, input.Word.Trim());
            seat.Version++;
            op.Note(seat.Enterprise, "RateEvent", new { Event = seat.Event.Title, seat.Rating });
            op.Changed(nameof(Event), seat.EventId);
            await EventTelling.SettleRatingAsync(op, seat, isDone: true, cancellation);
            if (RatingScopes.IsBad.Holds(seat.Rating))
            {
                await EventTelling.AskForFollowUpAsync(op, seat, cancellation);
            }

            return Nothing.Value;
        }, cancellation);

    /// <summary>Notes what the Centre did about a bad rating. Refused: NotFound; NotAllowed for others than the Centre; stale; Seat.NothingToFollowUp; a word missing or too long.</summary>
    public Task<Outcome<Nothing>> FollowUpAsync(Caller caller, Guid commandId, SeatFollowUpInput input, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(input);
            var seat = await op.Db.Seats.VisibleTo(op).Include(s => s.Event).Include(s => s.Enterprise).FirstOrDefaultAsync(s => s.Id == input.Id, cancellation);
            if (seat is null || !op.Actor.IsCentre)
            {
                return seat is null ? Refusal.NotFound : Refusal.NotAllowed;
            }

            if (seat.Version != input.Version)
            {
                return Refusal.Stale;
            }

            if (!EventScopes.WaitsForFollowUp.Holds(seat))
            {
                return new Refusal("Seat.NothingToFollowUp");
            }

            if (new SeatFollowUpValidator().Refuse(input) is { } refusal)
            {
                return refusal;
            }

            (seat.FollowedUpAt, seat.FollowedUpById, seat.FollowUp) = (op.Now, op.Actor.AccountId, input.Word.Trim());
            seat.Version++;
            op.Note(seat.Enterprise, "FollowUpEvent", new { Event = seat.Event.Title });
            op.Changed(nameof(Event), seat.EventId);
            if (!await op.Db.Seats.VisibleTo(op).Where(EventScopes.WaitsForFollowUp.Rule).AnyAsync(s => s.EventId == seat.EventId && s.Id != seat.Id, cancellation))
            {
                await EventTelling.SettleFollowUpAsync(op, seat.EventId, cancellation);
            }

            return Nothing.Value;
        }, cancellation);
}
