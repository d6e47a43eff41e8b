using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Catalogue;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Policies;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Events;

/// <summary>Events, as they are read by everybody signed in (plan §三(二), §四(三)).</summary>
public sealed class EventService(OperationRunner operations)
{
    private const int MostBriefings = 20;

    /// <summary>A page of published events; those that are over only where they are asked for. Refused: a search text too long or unreadable.</summary>
    public Task<Outcome<EventList>> ListAsync(Caller caller, EventFilter filter, CancellationToken cancellation = default) =>
        operations.ReadAsync<EventList>(caller, async op =>
        {
            ArgumentNullException.ThrowIfNull(filter);
            if (SearchText.Refuse(filter.Text) is { } refusal)
            {
                return refusal;
            }

            var all = op.Db.Events.VisibleTo(op).Where(EventScopes.IsPublic.Rule);
            var found = Showing(op, Matching(op, await all.SayingAsync(filter.Text, op.Db, cancellation), filter), filter.Show);
            var page = await (filter.Show == EventShow.ToCome ? found.OrderBy(e => e.StartsAt).ThenBy(e => e.Id) : found.OrderByDescending(e => e.StartsAt).ThenByDescending(e => e.Id))
                .Select(EventQueries.Row(op, op.Actor.EnterpriseId)).PageAsync(filter.Skip, filter.Take, cancellation);
            var enters = ServiceAccess.MayEnter(op.Actor);
            return new EventList(
                page,
                enters ? await EventDraftReader.Awaiting(op).CountAsync(cancellation) : 0,
                enters ? await Showing(op, all, EventShow.ToNote).CountAsync(cancellation) : 0,
                op.Actor.IsCentre ? await Showing(op, all, EventShow.RatedBadly).CountAsync(cancellation) : 0,
                enters);
        }, cancellation);

    /// <summary>An event, with the seats the caller sees. Refused NotFound where the caller does not see it.</summary>
    public Task<Outcome<EventDetails>> GetAsync(Caller caller, long id, CancellationToken cancellation = default) =>
        operations.ReadAsync<EventDetails>(caller, async op =>
        {
            var own = op.Actor.EnterpriseId;
            var about = await op.Db.Events.VisibleTo(op).FirstOrDefaultAsync(e => e.Id == id, cancellation);
            if (about is null)
            {
                return Refusal.NotFound;
            }

            if (EventScopes.IsDraft.Holds(about))
            {
                return new EventDetails { Row = new EventRow { Id = id }, IsDraft = true };
            }

            var row = await op.Db.Events.VisibleTo(op).Where(e => e.Id == id).Select(EventQueries.Row(op, own)).FirstAsync(cancellation);
            var policy = about.PolicyVersionId is { } version
                ? await op.Db.PolicyVersions.VisibleTo(op).Where(v => v.Id == version).Select(v => new BriefedPolicy(v.PolicyId, v.Number, v.Title)).FirstOrDefaultAsync(cancellation)
                : null;
            var (isTheirs, hasBegun) = (EventAccess.Holds(op.Actor, about.OrganiserId), EventScopes.HasBegun.Holds(about, op.Now));
            var hasPeople = await EventAccess.People(op).AnyAsync(p => p.OrganisationId == about.OrganiserId, cancellation);
            var seats = await SeatQueries.RowsAsync(op, op.Db.Seats.VisibleTo(op).Where(s => s.EventId == id), ServiceAccess.OrganisationsOf(op.Actor), cancellation);
            var seesSeats = isTheirs || op.Actor.SeesEverything;
            return new EventDetails
            {
                Row = row,
                Version = about.Version,
                HasBegun = hasBegun,
                Policy = policy,
                IsOrganiserWithoutAccount = !hasPeople,
                MovedAt = about.MovedAt,
                MovedReason = about.MovedReason,
                WasAt = about.WasAt,
                WasPlace = about.WasPlace,
                CalledOffAt = about.CalledOffAt,
                CalledOffReason = about.CalledOffReason,
                Own = seats.Where(s => s.IsOwn).MaxBy(s => s.Id),
                Seats = [.. seats.Where(s => s.State != SeatState.Cancelled)],
                Ratings = !seesSeats ? new Dictionary<RatingLevel, int>()
                    : await op.Db.Seats.VisibleTo(op).Where(s => s.EventId == id && s.Rating != null).GroupBy(s => s.Rating!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation),
                Rights = new EventRights(
                    SignUp: row is { IsOpen: true, Own: null } && own is not null && await op.Db.Enterprises.VisibleTo(op).OnRoster(op.Today).AnyAsync(e => e.Id == own, cancellation),
                    Change: about.State == EventState.Published && !hasBegun && EventAccess.MayWrite(op.Actor, about.OrganiserId),
                    Note: about.State == EventState.Published && hasBegun && EventAccess.MayNote(op.Actor, about.OrganiserId, hasPeople),
                    SeesSeats: seesSeats,
                    SeesRatings: op.Actor.IsCentre),
            };
        }, cancellation);

    /// <summary>The briefings to come on a policy, by their day; none for a policy that the caller does not see.</summary>
    public Task<Outcome<IReadOnlyList<EventRow>>> OfPolicyAsync(Caller caller, long policyId, CancellationToken cancellation = default) =>
        operations.ReadAsync<IReadOnlyList<EventRow>>(caller, async op =>
        {
            var seen = op.Db.PolicyVersions.VisibleTo(op).Where(v => v.PolicyId == policyId);
            return await op.Db.Events.VisibleTo(op).Where(e => e.State == EventState.Published && e.EndsAt > op.Now && seen.Any(v => v.Id == e.PolicyVersionId))
                .OrderBy(e => e.StartsAt).ThenBy(e => e.Id).Take(MostBriefings).Select(EventQueries.Row(op, op.Actor.EnterpriseId)).ToListAsync(cancellation);
        }, cancellation);

    private static IQueryable<Event> Matching(Operation op, IQueryable<Event> events, EventFilter filter)
    {
        var narrowed = events
            .Where(e => filter.Class == null || e.Class == filter.Class)
            .Where(e => filter.Fee == null || e.Fee == filter.Fee)
            .Where(e => filter.Kind == null || e.Kind == filter.Kind);
        return filter.WithRoom ? narrowed.Where(EventScopes.IsOpen.At(EventMoment.Of(op))).Where(EventScopes.HasRoom.Rule) : narrowed;
    }

    /// <summary>Those that are shown; one that was called off is only among those to come and those that are over.</summary>
    private static IQueryable<Event> Showing(Operation op, IQueryable<Event> events, EventShow show)
    {
        var (now, bad, seats) = (op.Now, op.Db.Seats.VisibleTo(op).Where(EventScopes.WaitsForFollowUp.Rule), op.Db.Seats.VisibleTo(op));
        var (own, centre, people) = (ServiceAccess.OrganisationsOf(op.Actor), op.Actor.IsCentre, EventAccess.People(op));
        return show switch
        {
            EventShow.ToCome => events.Where(e => e.EndsAt > now),
            EventShow.Past => events.Where(EventScopes.IsOver.At(now)),
            EventShow.ToNote => events.Where(EventScopes.IsOver.At(now)).Where(e => e.State == EventState.Published
                && (own.Contains(e.OrganiserId) || (centre && !people.Any(p => p.OrganisationId == e.OrganiserId))) && seats.Any(s => s.EventId == e.Id && s.State == SeatState.Taken && s.Came == null)),
            EventShow.RatedBadly => events.Where(e => centre && bad.Any(s => s.EventId == e.Id)),
            _ => throw new ArgumentOutOfRangeException(nameof(show), show, null),
        };
    }
}
