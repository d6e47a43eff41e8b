using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Tickets;

/// <summary>Demands as subjects.</summary>
internal sealed class TicketSubject : SubjectKind
{
    public override string Kind => nameof(Ticket);

    public override IQueryable<SubjectName> VisibleTo(Operation op) => op.Db.Tickets.VisibleTo(op.Actor, op.Db)
        .Select(t => new SubjectName { Kind = nameof(Ticket), Id = t.Id, Number = t.Number, Title = t.Title });

    /// <summary>The clocks that run. Those of the enterprise wait for its own people; a confirmation for whoever calls it as well.</summary>
    public override async Task<IReadOnlyList<(long Id, string What)>> AwaitedAsync(Operation op, IReadOnlyCollection<long> ids, CancellationToken cancellation = default)
    {
        var keys = ids.ToList();
        var running = await op.Db.TicketClocks.Running().Where(c => EF.Parameter(keys).Contains(c.TicketId))
            .Select(c => new { c.TicketId, c.Kind, c.Holder }).ToListAsync(cancellation);
        return [.. from clock in running
                   from asked in EndedClocks.AskedWith(clock.Kind)
                   where clock.Holder != ClockHolder.Enterprise || op.Actor.EnterpriseId is not null || ClockRules.For(asked).SpokenFor
                   select (clock.TicketId, asked.ToString())];
    }

    /// <summary>The first-asked person.</summary>
    public override Task<long?> TurnToAsync(Operation op, long id, CancellationToken cancellation = default) =>
        op.Db.Tickets.VisibleTo(op.Actor, op.Db).Where(t => t.Id == id).Select(t => (long?)t.FirstAskedId).FirstOrDefaultAsync(cancellation);
}
