using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Catalogue;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Search;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Events;

/// <summary>A seat of one enterprise at an event to come.</summary>
/// <param name="EventId">The event.</param>
/// <param name="Title">What it is called.</param>
/// <param name="StartsAt">When it begins (UTC).</param>
/// <param name="EndsAt">When it ends (UTC).</param>
/// <param name="Where">Where it takes place.</param>
/// <param name="State">Whether it has a seat or waits for one.</param>
/// <param name="People">For how many people.</param>
/// <param name="InLine">The place on the waiting list, from 1 on; 0 of a seat.</param>
/// <param name="IsCalledOff">Whether the event was called off.</param>
public sealed record SeatToCome(long EventId, string Title, DateTime StartsAt, DateTime EndsAt, string Where, SeatState State, int People, int InLine, bool IsCalledOff);

/// <summary>An event that an enterprise can sign up for now, and whose audience it meets.</summary>
/// <param name="Event">The event.</param>
/// <param name="Deciding">Why: what of its audience the enterprise meets; nothing where it is for all.</param>
public sealed record OpenEvent(EventRow Event, IReadOnlyList<Finding> Deciding);

/// <summary>The events of one enterprise.</summary>
/// <param name="Seats">Its seats and places on waiting lists at events to come, by their day.</param>
/// <param name="Open">What it can sign up for and has not, by the last day to sign up.</param>
/// <param name="Undecided">How many more could be for it, if more of it were known.</param>
public sealed record EventsOfEnterprise(IReadOnlyList<SeatToCome> Seats, IReadOnlyList<OpenEvent> Open, int Undecided);

/// <summary>Finds events by what is typed and chosen, and reads them as they are shown.</summary>
public static class EventQueries
{
    /// <summary>What an event says.</summary>
    internal static readonly Expression<Func<Event, EventFacts>> Facts = e => new EventFacts
    {
        Title = e.Title,
        Class = e.Class,
        Kind = e.Kind,
        Organiser = new ServiceProvider(e.OrganiserId, e.Organiser.Name, e.Organiser.EnglishName, e.Organiser.Nature),
        Text = e.Text,
        StartsAt = e.StartsAt,
        EndsAt = e.EndsAt,
        Place = e.Place,
        Seats = e.Seats,
        PeoplePerFirm = e.PeoplePerFirm,
        LastDay = e.LastDay,
        Fee = e.Fee,
        FeeWords = e.FeeWords,
        FeeYuan = e.FeeYuan,
        Audience = e.Audience,
        Contact = e.Contact,
        Phone = e.Phone,
        IsDemo = e.IsDemo,
    };

    /// <summary>
    /// The events of one enterprise: where it has a seat or waits for one, and what it can sign up for, weighed as services are. Called inside the operation of somebody who
    /// was found to serve the enterprise, or by the system; what was published is for everybody. Events of commercial organisers are among them and say so; nobody is told
    /// of them.
    /// </summary>
    /// <param name="op">The operation.</param>
    /// <param name="enterpriseId">The enterprise.</param>
    /// <param name="known">What is known of it now.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<EventsOfEnterprise> ForEnterpriseAsync(Operation op, long enterpriseId, Known known, CancellationToken cancellation = default) =>
        (await ForEnterprisesAsync(op, [enterpriseId], _ => known, cancellation))(enterpriseId);

    /// <summary>The same of several enterprises, in two queries however many they are.</summary>
    public static async Task<Func<long, EventsOfEnterprise>> ForEnterprisesAsync(Operation op, IReadOnlyCollection<long> enterpriseIds, Func<long, Known> known, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(op);
        ArgumentNullException.ThrowIfNull(known);
        var (all, ids) = (op.Db.Seats, enterpriseIds.ToList());
        var seats = (await all.Where(EventScopes.Stands.Rule).Where(s => EF.Parameter(ids).Contains(s.EnterpriseId) && s.Event.EndsAt > op.Now).OrderBy(s => s.Event.StartsAt).ThenBy(s => s.Id)
            .Select(s => new
            {
                s.EnterpriseId,
                Seat = new SeatToCome(
                    s.EventId, s.Event.Title, s.Event.StartsAt, s.Event.EndsAt, s.Event.Place, s.State, s.People,
                    s.State == SeatState.Waiting ? 1 + all.Count(o => o.EventId == s.EventId && o.State == SeatState.Waiting && o.Turn < s.Turn) : 0, s.Event.State == EventState.CalledOff),
            }).ToListAsync(cancellation)).ToLookup(s => s.EnterpriseId, s => s.Seat);
        var open = await op.Db.Events.Where(EventScopes.IsOpen.At(EventMoment.Of(op)))
            .OrderBy(e => e.LastDay).ThenBy(e => e.StartsAt).ThenBy(e => e.Id).Select(Row(op, null)).ToListAsync(cancellation);
        return id =>
        {
            var (own, has) = (known(id), seats[id].Select(s => s.EventId).ToHashSet());
            var weighed = open.FindAll(e => !has.Contains(e.Id)).ConvertAll(e => (Event: e, Met: Weigh(op, e.Facts.Audience, own)));
            return new EventsOfEnterprise(
                [.. seats[id]],
                [.. weighed.Where(w => w.Met.Eligibility == Eligibility.Met).Select(w => new OpenEvent(w.Event, w.Met.Deciding))],
                weighed.Count(w => w.Met.Eligibility is Eligibility.Undecided or Eligibility.ToVerify));
        };
    }

    /// <summary>An event as a row of a list, for a reader of this enterprise, or of none.</summary>
    internal static Expression<Func<Event, EventRow>> Row(Operation op, long? own)
    {
        var (today, now, seats) = (op.Today, op.Now, op.Db.Seats.AsQueryable());
        return Data.ScopeQueries.With<Event, Event, EventFacts, EventRow>(e => e, Facts, (e, facts) => new EventRow
        {
            Id = e.Id,
            State = e.State,
            Facts = facts,
            Taken = e.Taken,
            Waiting = e.Waiting,
            IsOpen = e.State == EventState.Published && e.LastDay >= today && e.StartsAt > now,
            IsOver = e.EndsAt <= now,
            IsMoved = e.MovedAt != null,
            Own = own == null ? null : seats.Where(s => s.EventId == e.Id && s.EnterpriseId == own && s.State != SeatState.Cancelled).Select(s => (SeatState?)s.State).FirstOrDefault(),
        });
    }

    /// <summary>
    /// Those that say each part of the text, in their title, in their description, or by the initials of their title; or whose organiser is called so. All for an empty
    /// text, none for one of signs alone. Organisations are few enough to be compared as people read them.
    /// </summary>
    internal static async Task<IQueryable<Event>> SayingAsync(this IQueryable<Event> events, string text, Data.AppDbContext db, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return events;
        }

        var organisers = await db.Organisations.Select(o => new { o.Id, o.Name, o.EnglishName }).ToListAsync(cancellation);
        return events.SayingEach(text, db, (narrowed, hits, part) =>
        {
            var (said, sought) = (hits.Of(nameof(Event)), Sought.Of(part));
            var called = organisers.Where(o => sought.IsIn(o.Name, o.EnglishName)).Select(o => o.Id).ToList();
            return called.Count == 0 ? narrowed.Where(e => said.Contains(e.Id)) : narrowed.Where(e => said.Contains(e.Id) || EF.Parameter(called).Contains(e.OrganiserId));
        });
    }

    private static (Eligibility Eligibility, IReadOnlyList<Finding> Deciding) Weigh(Operation op, string? audience, Known known)
    {
        if (audience is null)
        {
            return (Eligibility.Met, []);
        }

        if (ConditionJson.Weighable(audience) is not { } asks)
        {
            return (Eligibility.NotMet, []); // what cannot be read is for nobody until somebody mends it
        }

        var assessment = Assessment.Of(asks, known.Facts, op.Today, Criteria.OfTheProgram, known.Judgements);
        return (assessment.Eligibility, assessment.Deciding);
    }
}
