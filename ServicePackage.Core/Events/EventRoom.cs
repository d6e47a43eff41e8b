using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Events.Demo;
using ServicePackage.Core.History;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.Search;

namespace ServicePackage.Core.Events;

/// <summary>What the events give to the house.</summary>
public sealed class EventRoom : ISubjects, IDoors, IFinds, IOrganisationDuties, IMerges, IRecords, ISeeds
{
    /// <inheritdoc/>
    public IReadOnlyList<SubjectKind> Subjects { get; } = [new EventSubject()];

    /// <inheritdoc/>
    public IReadOnlyList<Door> Doors { get; } = [EventDoors.Events];

    /// <inheritdoc/>
    public IReadOnlyList<RecordedKind> Recorded { get; } =
    [
        new NamedKind(nameof(Event), op => op.Db.Events.Select(e => new RecordedName { Id = e.Id, Name = e.Title }),
            "EnterEvent", "ChangeEventDraft", "SubmitEvent", "TakeBackEvent", "DiscardEventDraft", "PublishEvent", "SendBackEvent", "MoveEvent", "CallOffEvent", "AdmitSeat", "PassEvent"),
        new RecordedKind(nameof(Enterprise), ["SignUp", "CancelSeat", "NoteAttendance", "RateEvent", "FollowUpEvent"]),
    ];

    /// <summary>Events to come, by what they say and by their organiser.</summary>
    public async Task<IReadOnlyList<FoundRow>> FindAsync(Operation op, string text, int most, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(op);
        var found = await op.Db.Events.VisibleTo(op).Where(e => e.State == EventState.Published && e.EndsAt > op.Now).SayingAsync(text, op.Db, cancellation);
        return await found.OrderBy(e => e.StartsAt).ThenBy(e => e.Id).Take(most)
            .Select(e => new FoundRow(new SubjectName { Kind = nameof(Event), Id = e.Id, Title = e.Title }, "", e.Organiser.Name, e.Class)).ToListAsync(cancellation);
    }

    /// <summary>The events that an organisation holds: drafts, those to come, and those of which is still to be noted who came.</summary>
    public async Task<IReadOnlyList<Duty>> CountAsync(Operation op, long organisationId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(op);
        var seats = op.Db.Seats.Where(s => s.State == SeatState.Taken && s.Came == null);
        return [Duty.Of("Events", await op.Db.Events.CountAsync(
            e => e.OrganiserId == organisationId && e.State != EventState.CalledOff && (e.PublishedAt == null || e.EndsAt > op.Now || seats.Any(s => s.EventId == e.Id)), cancellation))];
    }

    /// <inheritdoc/>
    public IEnumerable<Scene> Scenes(Stage stage) => new Calendar(stage).Scenes();

    /// <inheritdoc/>
    public string Passes => nameof(Event);

    /// <summary>Passes on the events that it holds, and with them who signed up.</summary>
    public async Task<int> PassAsync(Operation op, Organisation from, Organisation into, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(op);
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(into);
        var events = await op.Db.Events.Where(e => e.OrganiserId == from.Id).ToListAsync(cancellation);
        foreach (var held in events)
        {
            held.OrganiserId = into.Id;
            held.Version++;
            op.Note(held, "PassEvent", new { From = from.Name, Into = into.Name });
        }

        return events.Count;
    }
}

/// <summary>The doors of the events.</summary>
public static class EventDoors
{
    /// <summary>The events: everybody who is signed in.</summary>
    public static Door Events { get; } = new("Events", _ => true);
}

/// <summary>Events as subjects of notices, called by their title.</summary>
internal sealed class EventSubject : SubjectKind
{
    public override string Kind => nameof(Event);

    public override IQueryable<SubjectName> VisibleTo(Operation op) => op.Db.Events.VisibleTo(op).Select(e => new SubjectName { Kind = nameof(Event), Id = e.Id, Title = e.Title });

    /// <summary>A rating from an enterprise that was there, a look at a bad one from the Centre.</summary>
    public override async Task<IReadOnlyList<(long Id, string What)>> AwaitedAsync(Operation op, IReadOnlyCollection<long> ids, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(op);
        var (keys, own) = (ids.ToList(), op.Actor.EnterpriseId);
        var seats = op.Db.Seats.VisibleTo(op).Where(s => EF.Parameter(keys).Contains(s.EventId));
        var toRate = own is null ? [] : await seats.Where(EventScopes.WaitsForRating.At(EventScopes.RatedSince(op.Now))).Where(s => s.EnterpriseId == own).Select(s => s.EventId).ToListAsync(cancellation);
        var toFollowUp = !op.Actor.IsCentre ? [] : await seats.Where(EventScopes.WaitsForFollowUp.Rule).Select(s => s.EventId).Distinct().ToListAsync(cancellation);
        return [.. toRate.Select(id => (id, EventAsks.Rating)), .. toFollowUp.Select(id => (id, EventAsks.FollowUp))];
    }
}
