using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.History;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Events;

/// <summary>
/// Takes seats and gives them to those who wait. How many are taken is never counted first: one update, on the condition that there is room, decides, and holds the row of
/// the event until its transaction ends, so that all acts on the seats of one event follow each other.
/// </summary>
internal static class SeatTurns
{
    /// <summary>Takes so many seats where there is room, nobody waits, and the event stands as it was seen; gives whether it did.</summary>
    public static async Task<bool> TakeAsync(Operation op, long eventId, int version, int people, CancellationToken cancellation) =>
        await op.Db.Events.VisibleTo(op)
            .Where(e => e.Id == eventId && e.Version == version && e.State == EventState.Published && e.Waiting == 0 && e.Taken + people <= e.Seats)
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.Taken, x => x.Taken + people), cancellation) == 1;

    /// <summary>Joins the waiting list and gives the turn; null where the event no longer stands as it was seen.</summary>
    public static async Task<int?> QueueAsync(Operation op, long eventId, int version, CancellationToken cancellation) =>
        await op.Db.Events.VisibleTo(op).Where(e => e.Id == eventId && e.Version == version && e.State == EventState.Published)
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.Waiting, x => x.Waiting + 1).SetProperty(x => x.LastTurn, x => x.LastTurn + 1), cancellation) == 1
            ? await op.Db.Events.VisibleTo(op).Where(e => e.Id == eventId).Select(e => e.LastTurn).FirstAsync(cancellation)
            : null;

    /// <summary>Gives back what a seat or a place on the waiting list took; whose it is has been found to stand.</summary>
    public static Task<int> GiveBackAsync(Operation op, Seat seat, CancellationToken cancellation)
    {
        var (people, waited) = seat.State == SeatState.Taken ? (seat.People, 0) : (0, 1);
        return op.Db.Events.VisibleTo(op).Where(e => e.Id == seat.EventId)
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.Taken, x => x.Taken - people).SetProperty(x => x.Waiting, x => x.Waiting - waited), cancellation);
    }

    /// <summary>
    /// Gives seats to those who wait, strictly in their order: where the first does not fit, those behind it wait as well. They are told. To be called once the row of the
    /// event is held, by one of the acts above or by a move. Who has left the roster meanwhile keeps its place and is passed over.
    /// </summary>
    public static async Task AdmitAsync(Operation op, Event about, CancellationToken cancellation)
    {
        var eventId = about.Id;
        var waiting = await op.Db.Seats.Include(s => s.Enterprise).Where(s => s.EventId == eventId && s.State == SeatState.Waiting).Where(EnterpriseScopes.IsOnRoster.Of<Seat>(s => s.Enterprise).At(op.Today)).OrderBy(s => s.Turn).ToListAsync(cancellation);
        foreach (var seat in waiting)
        {
            var people = seat.People;
            if (await op.Db.Events.VisibleTo(op).Where(e => e.Id == eventId && e.Taken + people <= e.Seats)
                .ExecuteUpdateAsync(e => e.SetProperty(x => x.Taken, x => x.Taken + people).SetProperty(x => x.Waiting, x => x.Waiting - 1), cancellation) == 0)
            {
                return;
            }

            (seat.State, seat.AdmittedAt) = (SeatState.Taken, op.Now);
            seat.Version++;
            op.Note(about, "AdmitSeat", new { Enterprise = seat.Enterprise.Name, seat.People }); // in the history of the event: who made way is no business of the other enterprise
            await EventTelling.EnterprisesAsync(op, [seat.EnterpriseId], "SeatAdmitted", eventId, cancellation, about.Title);
        }
    }
}
