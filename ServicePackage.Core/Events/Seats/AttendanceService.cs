using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.History;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Events;

/// <summary>After an event it is noted who came 到场: by its organiser's people, or by the Centre where nobody there has an account, and this shows.</summary>
public sealed class AttendanceService(OperationRunner operations)
{
    /// <summary>
    /// Notes how many people of each enterprise with a seat came; what was noted before is put right. Who came is asked to rate the event. Rows that say nothing new are
    /// left as they are. Refused: NotFound; NotAllowed for others; Event.IsCalledOff; Event.NotBegun; what the validator finds; stale, also for a seat that is not of this
    /// event; Seat.AlreadyRated for an enterprise that is no longer to have come although it rated.
    /// </summary>
    public Task<Outcome<Nothing>> NoteAsync(Caller caller, Guid commandId, AttendanceInput input, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(input);
            var about = await op.Db.Events.VisibleTo(op).FirstOrDefaultAsync(e => e.Id == input.EventId && e.PublishedAt != null, cancellation);
            if (about is null)
            {
                return Refusal.NotFound;
            }

            if (!EventAccess.MayNote(op.Actor, about.OrganiserId, await EventAccess.People(op).AnyAsync(p => p.OrganisationId == about.OrganiserId, cancellation)))
            {
                return Refusal.NotAllowed;
            }

            if (about.State == EventState.CalledOff || !EventScopes.HasBegun.Holds(about, op.Now))
            {
                return new Refusal(about.State == EventState.CalledOff ? "Event.IsCalledOff" : "Event.NotBegun");
            }

            if (new AttendanceValidator().Refuse(input) is { } refusal)
            {
                return refusal;
            }

            var seats = await op.Db.Seats.VisibleTo(op).Include(s => s.Enterprise).Where(s => s.EventId == about.Id && s.State == SeatState.Taken).ToDictionaryAsync(s => s.Id, cancellation);
            var arrived = new List<long>();
            foreach (var row in input.Rows.Where(r => r.Came is not null))
            {
                if (!seats.TryGetValue(row.SeatId, out var seat) || seat.Version != row.Version)
                {
                    return Refusal.Stale;
                }

                if (seat.Came == row.Came)
                {
                    continue;
                }

                if (row.Came == 0 && seat.Rating is not null)
                {
                    return new Refusal("Seat.AlreadyRated", seat.Enterprise.Name);
                }

                if (row.Came > 0 && !(seat.Came > 0))
                {
                    arrived.Add(seat.EnterpriseId);
                }

                await NoteAsync(op, about, seat, row.Came!.Value, cancellation);
            }

            await EventTelling.EnterprisesAsync(op, arrived, $"Asked.{EventAsks.Rating}", about.Id, cancellation, about.Title);

            op.Changed(nameof(Event), about.Id);
            return Nothing.Value;
        }, cancellation);

    private static async Task NoteAsync(Operation op, Event about, Seat seat, int came, CancellationToken cancellation)
    {
        var wasThere = seat.Came > 0;
        (seat.Came, seat.CameNotedAt, seat.CameNotedById) = (came, op.Now, op.Actor.AccountId);
        seat.CameNotedForOrganiser = !EventAccess.Holds(op.Actor, about.OrganiserId);
        seat.Version++;
        op.Note(seat.Enterprise, "NoteAttendance", new { Event = about.Title, Came = came });
        if (came == 0 && wasThere)
        {
            await EventTelling.SettleRatingAsync(op, seat, isDone: false, cancellation);
        }
    }
}
