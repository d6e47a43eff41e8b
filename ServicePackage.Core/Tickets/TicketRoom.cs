using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.Tickets.Demo;

namespace ServicePackage.Core.Tickets;

/// <summary>What the demands' room gives to the house.</summary>
public sealed class TicketRoom : ISubjects, IDoors, IRights, IJobs, ISeeds
{
    /// <inheritdoc/>
    public IReadOnlyList<SubjectKind> Subjects { get; } = [new TicketSubject()];

    /// <inheritdoc/>
    public IReadOnlyList<Door> Doors { get; } =
        [TicketDoors.Dispatch, TicketDoors.Overdue, TicketDoors.Inbox, TicketDoors.Tickets, TicketDoors.NewTicket, TicketDoors.Calendar];

    /// <inheritdoc/>
    public Task<IReadOnlyList<RightsAs>> RightsAsync(Operation op, CancellationToken cancellation = default) => TicketRights.OfAsync(op, cancellation);

    /// <inheritdoc/>
    public IReadOnlyList<Job> Jobs { get; } =
        [Job.Of<TicketSweep>("TicketSweep", 1, TimeSpan.FromMinutes(1), (sweep, asOf, cancellation) => sweep.RunAsync(asOf, cancellation))];

    /// <inheritdoc/>
    public IEnumerable<Scene> Scenes(Stage stage) => new StoryTeller(stage).Scenes();
}

/// <summary>Demands as subjects.</summary>
internal sealed class TicketSubject : SubjectKind
{
    public override string Kind => nameof(Ticket);

    public override IQueryable<long> VisibleTo(Operation op) => op.Db.Tickets.VisibleTo(op.Actor, op.Db).Select(t => t.Id);

    public override IQueryable<SubjectName> Names(Operation op) =>
        op.Db.Tickets.Select(t => new SubjectName { Kind = nameof(Ticket), Id = t.Id, Number = t.Number, Title = t.Title });
}
