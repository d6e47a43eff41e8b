using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Events;

/// <summary>Reads seats as they are shown.</summary>
internal static class SeatQueries
{
    /// <summary>The most seats that one answer holds; more enterprises than a town's roster has.</summary>
    private const int MostSeats = 500;

    /// <summary>The place of a turn on the waiting list, from 1 on.</summary>
    public static async Task<int> PlaceAsync(Operation op, long eventId, int turn, CancellationToken cancellation) =>
        1 + await op.Db.Seats.CountAsync(s => s.EventId == eventId && s.State == SeatState.Waiting && s.Turn < turn, cancellation);

    /// <summary>
    /// The seats the actor sees, as they see them: whoever serves the enterprise all, the organiser's people the contact as well, the Centre also each rating; town leaders
    /// which enterprises come. With seats, then on the waiting list in its order, then given up.
    /// </summary>
    public static async Task<IReadOnlyList<SeatRow>> RowsAsync(Operation op, IQueryable<Seat> seats, IReadOnlyList<long> organisers, CancellationToken cancellation)
    {
        var (me, centre, now, since) = (op.Actor.EnterpriseId, op.Actor.IsCentre, op.Now, EventScopes.RatedSince(op.Now));
        var served = op.Db.Enterprises.VisibleTo(op).Where(EnterpriseFactAccess.Serving(op));
        var all = op.Db.Seats;
        var found = await seats.OrderBy(s => s.State == SeatState.Taken ? 0 : s.State == SeatState.Waiting ? 1 : 2).ThenBy(s => s.State == SeatState.Waiting ? s.Turn : null).ThenBy(s => s.SignedUpAt).ThenBy(s => s.Id)
            .Take(MostSeats).Select(s => new
            {
                s.EnterpriseId,
                IsServed = served.Any(e => e.Id == s.EnterpriseId),
                IsTheirs = organisers.Contains(s.Event.OrganiserId),
                IsToCome = s.Event.State == EventState.Published && s.Event.StartsAt > now,
                s.CameNotedAt,
                s.FollowedUpAt,
                Row = new SeatRow
                {
                    Id = s.Id,
                    Version = s.Version,
                    EventId = s.EventId,
                    Enterprise = s.Enterprise.Name,
                    State = s.State,
                    People = s.People,
                    Names = s.Names,
                    Contact = s.Contact,
                    Phone = s.ContactNumber,
                    Place = s.State == SeatState.Waiting ? 1 + all.Count(o => o.EventId == s.EventId && o.State == SeatState.Waiting && o.Turn < s.Turn) : 0,
                    SignedUpAt = s.SignedUpAt,
                    AdmittedAt = s.AdmittedAt,
                    Came = s.Came,
                    CameNotedForOrganiser = s.CameNotedForOrganiser,
                    Rating = s.Rating,
                    RatingReason = s.RatingReason,
                    FollowUp = centre ? s.FollowUp : "",
                    IsOwn = s.EnterpriseId == me,
                },
            }).ToListAsync(cancellation);
        return found.ConvertAll(f =>
        {
            var (row, reads) = (f.Row, f.IsServed || f.IsTheirs);
            return row with
            {
                EnterpriseId = f.IsServed ? f.EnterpriseId : 0,
                Names = reads ? row.Names : "",
                Contact = reads ? row.Contact : "",
                Phone = reads ? row.Phone : "",
                Rating = f.IsServed ? row.Rating : null,
                RatingReason = f.IsServed ? row.RatingReason : "",
                MayCancel = row.IsOwn && row.State != SeatState.Cancelled && f.IsToCome,
                MayRate = row.IsOwn && EventScopes.WaitsForRating.Holds(new Seat { Came = row.Came, Rating = row.Rating, CameNotedAt = f.CameNotedAt }, since),
                WaitsForFollowUp = centre && EventScopes.WaitsForFollowUp.Holds(new Seat { Rating = row.Rating, FollowedUpAt = f.FollowedUpAt }),
            };
        });
    }
}
