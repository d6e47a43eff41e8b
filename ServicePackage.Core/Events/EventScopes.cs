using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Events;

/// <summary>The moment at which it is asked how events stand.</summary>
/// <param name="Today">The Shanghai day.</param>
/// <param name="Now">The instant (UTC).</param>
public sealed record EventMoment(DateOnly Today, DateTime Now)
{
    /// <summary>The moment of an act.</summary>
    internal static EventMoment Of(Operation op) => new(op.Today, op.Now);
}

/// <summary>Which events can be signed up for, are over and wait for whom, said once for queries and rows. Instants are UTC, days Shanghai days.</summary>
public static class EventScopes
{
    /// <summary>Being written or under review.</summary>
    public static readonly Scope<Event> IsDraft = new(e => e.State == EventState.Draft || e.State == EventState.Submitted);

    /// <summary>Was published, and stays readable when it has been called off.</summary>
    public static readonly Scope<Event> IsPublic = new(e => e.PublishedAt != null);

    /// <summary>Has ended at an instant.</summary>
    public static readonly Scope<Event, DateTime> IsOver = new((e, at) => e.EndsAt <= at);

    /// <summary>Has begun at an instant.</summary>
    public static readonly Scope<Event, DateTime> HasBegun = new((e, at) => e.StartsAt <= at);

    /// <summary>Enterprises sign up for it, for a seat or for the waiting list.</summary>
    public static readonly Scope<Event, EventMoment> IsOpen = new((e, at) => e.State == EventState.Published && e.LastDay >= at.Today && e.StartsAt > at.Now);

    /// <summary>Has room for somebody more, and nobody waits for it.</summary>
    public static readonly Scope<Event> HasRoom = new(e => e.Waiting == 0 && e.Taken < e.Seats);

    /// <summary>The seat, or the place on the waiting list, is the enterprise's still.</summary>
    public static readonly Scope<Seat> Stands = new(s => s.State == SeatState.Taken || s.State == SeatState.Waiting);

    /// <summary>Rated badly, and the Centre has not seen to it.</summary>
    public static readonly Scope<Seat> WaitsForFollowUp = RatingScopes.IsBad.Of<Seat>(s => s.Rating).And(s => s.FollowedUpAt == null);

    /// <summary>The enterprise was there, and has not rated it; asked with the instant since which it must have been noted.</summary>
    public static readonly Scope<Seat, DateTime> WaitsForRating = new((s, since) => s.Came > 0 && s.Rating == null && s.CameNotedAt >= since);

    /// <summary>Since when (UTC) it must have been noted that an enterprise came, for it to rate the event now.</summary>
    internal static DateTime RatedSince(DateTime now) => now.AddDays(-EventRules.RateWithinDays);
}
