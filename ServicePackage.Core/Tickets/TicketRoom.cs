using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.FollowUps;
using ServicePackage.Core.History;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.Search;
using ServicePackage.Core.Tickets.Demo;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Tickets;

/// <summary>What the demands' room gives to the house.</summary>
public sealed class TicketRoom(MomentSource moments)
    : ISubjects, IDoors, IRights, IFinds, IPersonDuties, IOrganisationDuties, IMerges, IJobs, ISeeds, IContactNeed, IEnterpriseTies, IRecords, IFollowUpReasons
{
    /// <inheritdoc/>
    public IReadOnlyList<SubjectKind> Subjects { get; } = [new TicketSubject()];

    /// <inheritdoc/>
    public IReadOnlyList<Door> Doors { get; } =
        [TicketDoors.Dispatch, TicketDoors.Overdue, TicketDoors.Inbox, TicketDoors.Tickets, TicketDoors.NewTicket, TicketDoors.Calendar];

    /// <inheritdoc/>
    public IReadOnlyList<RecordedKind> Recorded { get; } =
    [
        new RecordedTicket(),
        new NamedKind(nameof(CalendarYear), op => op.Db.CalendarYears.Select(y => new RecordedName { Id = y.Year, Name = y.Year.ToString(CultureInfo.InvariantCulture) }),
            CalendarSeeder.Seed, CalendarAmendment.Amend, CalendarAmendment.Import),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<Job> Jobs { get; } = [Sweep];

    /// <summary>Lets time pass for what is due.</summary>
    public static Job Sweep { get; } =
        Job.Of<TicketSweep>("TicketSweep", 1, TimeSpan.FromMinutes(1), (sweep, asOf, cancellation) => sweep.RunAsync(asOf, cancellation));

    /// <inheritdoc/>
    public Task<IReadOnlyList<RightsAs>> RightsAsync(Operation op, CancellationToken cancellation = default) => TicketRights.OfAsync(op, cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<FoundRow>> FindAsync(Operation op, string text, int most, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(op);
        var tickets = await op.Db.Tickets.VisibleTo(op.Actor, op.Db).SayingAsync(text, op.Db, cancellation);
        return await tickets.OrderByDescending(t => t.RaisedAt).ThenByDescending(t => t.Id).Take(most)
            .Select(TicketScopes.ReadAsInHand(op.Actor).Rule, (t, inHand) => new FoundRow(new SubjectName { Kind = nameof(Ticket), Id = t.Id, Number = t.Number, Title = t.Title }, "", t.Enterprise.Name, inHand ? TicketState.InProgress : t.State))
            .ToListAsync(cancellation);
    }

    /// <inheritdoc/>
    public Task<Refusal?> RefusalAsync(Operation op, long accountId, IReadOnlyList<PostInput>? posts) => TicketDuties.RefusalAsync(op, accountId, posts);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Duty>> CountAsync(Operation op, long organisationId, CancellationToken cancellation) =>
        await TicketDuties.CountAsync(op, organisationId, (await moments.OfAsync(op, cancellation)).Limits, cancellation);

    /// <summary>With an open demand that the actor is asked first about, whose unit leads it or has still to support it.</summary>
    public Expression<Func<Enterprise, bool>> NeededNow(Operation op)
    {
        ArgumentNullException.ThrowIfNull(op);
        var (me, units) = (op.Actor.AccountId, op.Actor.UnitIds);
        return WithOneOf(op.Db.Tickets.VisibleTo(op.Actor, op.Db).Open()
            .Where(t => t.FirstAskedId == me || (t.LeadUnitId != null && units.Contains(t.LeadUnitId.Value))
                || t.Tasks.Any(k => k.State == SupportingTaskState.Open && units.Contains(k.UnitId))));
    }

    /// <summary>With an open demand that the actor's unit leads or supports: a demand that has ended shows what it needs by itself.</summary>
    public Expression<Func<Enterprise, bool>> LeadsTo(Operation op)
    {
        ArgumentNullException.ThrowIfNull(op);
        var units = op.Actor.UnitIds;
        return WithOneOf(op.Db.Tickets.VisibleTo(op.Actor, op.Db).Open()
            .Where(t => (t.LeadUnitId != null && units.Contains(t.LeadUnitId.Value))
                || t.Tasks.Any(k => k.State != SupportingTaskState.Cancelled && units.Contains(k.UnitId))));
    }

    /// <summary>With a demand the actor sees and is or was asked first about, leads, or had a task in.</summary>
    public Expression<Func<Enterprise, bool>> NeededOnce(Operation op)
    {
        ArgumentNullException.ThrowIfNull(op);
        var (me, units) = (op.Actor.AccountId, op.Actor.UnitIds);
        return WithOneOf(op.Db.Tickets.VisibleTo(op.Actor, op.Db)
            .Where(t => t.FirstAskedId == me || (t.LeadUnitId != null && units.Contains(t.LeadUnitId.Value)) || t.Tasks.Any(k => units.Contains(k.UnitId))));
    }

    /// <inheritdoc/>
    public string Passes => nameof(Ticket);

    /// <inheritdoc/>
    public async Task<int> PassAsync(Operation op, Organisation from, Organisation into, CancellationToken cancellation) =>
        await TicketDuties.PassAsync(op, from, into, await moments.OfAsync(op, cancellation), cancellation);

    /// <inheritdoc/>
    public IReadOnlyCollection<string> FollowUpKinds => TicketReasons.Kinds;

    /// <inheritdoc/>
    public Task<IReadOnlyList<FollowUpReason>> StandingAsync(AppDbContext db, DateTime at, IReadOnlyCollection<long> enterpriseIds, CancellationToken cancellation) =>
        TicketReasons.StandingAsync(db, at, enterpriseIds, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<FollowUpKey, FollowUpDone>> DoneAsync(AppDbContext db, DateTime at, IReadOnlyCollection<FollowUpReason> gone, CancellationToken cancellation) =>
        TicketReasons.DoneAsync(db, gone, cancellation);

    /// <inheritdoc/>
    public IEnumerable<Scene> Scenes(Stage stage) => new StoryTeller(stage).Scenes();

    private static Expression<Func<Enterprise, bool>> WithOneOf(IQueryable<Ticket> tickets) => e => tickets.Any(t => t.EnterpriseId == e.Id);
}
