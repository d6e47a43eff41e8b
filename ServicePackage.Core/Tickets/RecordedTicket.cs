using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.History;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Tickets;

/// <summary>Demands in the history. Who searches there need not see any of them: they are called by their number and found by it whole, never by their title.</summary>
internal sealed class RecordedTicket() : RecordedKind(nameof(Ticket), [.. Enum.GetNames<Move>(), TicketEntry.Escalated])
{
    public override async Task<IReadOnlyList<RecordedName>> NamesAsync(Operation op, IReadOnlyCollection<long> ids, CancellationToken cancellation)
    {
        var keys = ids.ToList();
        return await op.Db.Tickets.Where(t => EF.Parameter(keys).Contains(t.Id)).Select(t => new RecordedName { Id = t.Id, Name = t.Number }).ToListAsync(cancellation);
    }

    public override async Task<IReadOnlyList<long>> FindAsync(Operation op, string text, CancellationToken cancellation)
    {
        var number = CodeText.Of(text);
        return await op.Db.Tickets.Where(t => t.Number == number).Select(t => t.Id).ToListAsync(cancellation);
    }
}
