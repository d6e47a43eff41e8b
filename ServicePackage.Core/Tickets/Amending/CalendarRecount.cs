using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Operations;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Tickets;

/// <summary>Counts the due dates again that an amended calendar touches, and no other.</summary>
internal sealed class CalendarRecount(Operation op, IReadOnlyList<CalendarYear> years, WorkingCalendar before, Moment moment, Action<Exception, string> failed)
{
    private const int Batch = 200;

    private readonly List<string> _failed = [];

    /// <summary>The numbers of the demands that could not be counted again so far.</summary>
    public IReadOnlyList<string> Failed => _failed;

    /// <summary>The years that change.</summary>
    public IReadOnlyList<CalendarYear> Years => years;

    /// <summary>What would move; the demands are read without being kept.</summary>
    public async Task<AmendmentPreview> PreviewAsync(CancellationToken cancellation)
    {
        var dues = new List<AmendedDue>();
        await EachAsync(tickets => tickets.AsNoTrackingWithIdentityResolution(), (ticket, moves) =>
            dues.AddRange(moves.Select(m => new AmendedDue(ticket.Number, ticket.Title, m))), cancellation);
        return new AmendmentPreview(dues, Failed);
    }

    /// <summary>Moves the due dates, writes the changes to the histories, and gives their number.</summary>
    public async Task<int> ApplyAsync(CancellationToken cancellation)
    {
        var moved = 0;
        await EachAsync(tickets => tickets.AsTracking(), (ticket, moves) =>
        {
            moved += moves.Count;
            Note(ticket, [.. moves.Where(m => ClockRules.For(m.Clock).ShownToEnterprise)], isInternal: false);
            Note(ticket, [.. moves.Where(m => !ClockRules.For(m.Clock).ShownToEnterprise)], isInternal: true);
        }, cancellation);
        return moved;
    }

    private void Note(Ticket ticket, IReadOnlyList<DueMove> moves, bool isInternal)
    {
        if (moves.Count > 0)
        {
            op.Note(ticket, nameof(Move.AmendCalendar), new TicketEntry { Dues = moves, Version = ticket.Version }, isInternal);
        }
    }

    private async Task EachAsync(Func<IQueryable<Ticket>, IQueryable<Ticket>> how, Action<Ticket, IReadOnlyList<DueMove>> act, CancellationToken cancellation)
    {
        if (AmendedDays.Between(before, moment.Calendar, years.Select(y => y.Year)) is not { } days)
        {
            return;
        }

        var ids = await Touched(days).Select(t => t.Id).Order().ToListAsync(cancellation);
        foreach (var batch in ids.Chunk(Batch))
        {
            var tickets = await how(op.Db.Tickets.Where(t => batch.Contains(t.Id)).Include(t => t.Clocks).ThenInclude(c => c.Pauses.OrderBy(p => p.Id)).AsSplitQuery())
                .OrderBy(t => t.Id).ToListAsync(cancellation);
            tickets.ForEach(t => Amend(t, act));
        }
    }

    /// <summary>What fails is left as it was: nothing of it is saved.</summary>
    private void Amend(Ticket ticket, Action<Ticket, IReadOnlyList<DueMove>> act)
    {
        IReadOnlyList<DueMove> moves;
        try
        {
            moves = ticket.Amend(moment, before);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            failed(exception, ticket.Number);
            _failed.Add(ticket.Number);
            foreach (var row in ticket.Clocks.SelectMany(c => c.Pauses).Cast<object>().Concat(ticket.Clocks).Append(ticket))
            {
                op.Db.Entry(row).State = EntityState.Detached;
            }

            return;
        }

        act(ticket, moves);
    }

    /// <summary>Demands with a clock that began before these days ended and whose count or next level reaches into them, or whose monthly duty lies near them.</summary>
    private IQueryable<Ticket> Touched(AmendedDays days)
    {
        var (first, over) = (TownTime.At(days.First, TimeOnly.MinValue), TownTime.At(days.Last.AddDays(1), TimeOnly.MinValue));
        var monthBegins = TownTime.At(new DateOnly(days.First.Year, days.First.Month, 1), TimeOnly.MinValue);
        var open = op.Db.TicketClocks.Open();
        return op.Db.Tickets.Where(t =>
            open.Any(c => c.TicketId == t.Id && c.StartedAt < over && (c.DueDay >= days.First || c.NextAt >= first))
            || t.NextMonthlyDutyAt >= monthBegins);
    }
}
