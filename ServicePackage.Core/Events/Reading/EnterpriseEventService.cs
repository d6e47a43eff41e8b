using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Events;

/// <summary>A seat that an enterprise had at an event that is over.</summary>
/// <param name="EventId">The event.</param>
/// <param name="Title">What it was called.</param>
/// <param name="StartsAt">When it began (UTC).</param>
/// <param name="IsCalledOff">Whether it was called off.</param>
/// <param name="State">Whether it had a seat or waited for one.</param>
/// <param name="Came">How many came; null while it is not noted.</param>
/// <param name="Rating">How it was rated.</param>
/// <param name="MayRate">Whether the reader may rate it now.</param>
public sealed record PastSeat(long EventId, string Title, DateTime StartsAt, bool IsCalledOff, SeatState State, int? Came, RatingLevel? Rating, bool MayRate);

/// <summary>The events of one enterprise, as its page shows them.</summary>
public sealed record EventSheet
{
    public long EnterpriseId { get; init; }

    /// <summary>The enterprise.</summary>
    public string Name { get; init; } = "";

    /// <summary>The day it is read (Shanghai).</summary>
    public DateOnly Today { get; init; }

    /// <summary>Whether it is the reader's own.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Whether it can sign up: it is on the roster.</summary>
    public bool OnRoster { get; init; }

    /// <summary>Where it has a seat or waits for one, and what it can sign up for.</summary>
    public EventsOfEnterprise Events { get; init; } = new([], [], 0);

    /// <summary>Where it had a seat, the last first.</summary>
    public IReadOnlyList<PastSeat> Past { get; init; } = [];
}

/// <summary>The events of one enterprise: for the enterprise itself, its butler, its economic city and the Centre (plan §三(二)).</summary>
public sealed class EnterpriseEventService(OperationRunner operations)
{
    private const int MostPast = 50;

    /// <summary>Its seats, and what it can sign up for. Refused: NotFound where the caller does not see the enterprise; NotAllowed for who sees it and does not serve it.</summary>
    public Task<Outcome<EventSheet>> GetAsync(Caller caller, long enterpriseId, CancellationToken cancellation = default) =>
        operations.ReadAsync<EventSheet>(caller, async op =>
        {
            var enterprise = await op.Db.Enterprises.VisibleTo(op).FirstOrDefaultAsync(e => e.Id == enterpriseId, cancellation);
            if (enterprise is null)
            {
                return Refusal.NotFound;
            }

            if (!await op.Db.Enterprises.VisibleTo(op).Where(EnterpriseFactAccess.Serving(op)).AnyAsync(e => e.Id == enterpriseId, cancellation))
            {
                return Refusal.NotAllowed;
            }

            var (now, isOwn, since) = (op.Now, op.Actor.EnterpriseId == enterpriseId, EventScopes.RatedSince(op.Now));
            var known = (await op.KnownAsync(op.Db.Enterprises.VisibleTo(op).Where(e => e.Id == enterpriseId).Select(e => e.Id), codes: null, now, cancellation))(enterpriseId);
            return new EventSheet
            {
                EnterpriseId = enterpriseId,
                Name = enterprise.Name,
                Today = op.Today,
                IsOwn = isOwn,
                OnRoster = EnterpriseScopes.IsOnRoster.Holds(enterprise, op.Today),
                Events = await EventQueries.ForEnterpriseAsync(op, enterpriseId, known, cancellation),
                Past = await op.Db.Seats.VisibleTo(op).Where(EventScopes.Stands.Rule).Where(s => s.EnterpriseId == enterpriseId && s.Event.EndsAt <= now)
                    .OrderByDescending(s => s.Event.StartsAt).ThenByDescending(s => s.Id).Take(MostPast)
                    .Select(s => new PastSeat(
                        s.EventId, s.Event.Title, s.Event.StartsAt, s.Event.State == EventState.CalledOff, s.State, s.Came, s.Rating,
                        isOwn && s.Came > 0 && s.Rating == null && s.CameNotedAt >= since)).ToListAsync(cancellation),
            };
        }, cancellation);
}
