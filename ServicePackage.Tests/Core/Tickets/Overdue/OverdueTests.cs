using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>The base of the tests of the overdue board.</summary>
public abstract class OverdueTests : TicketTests
{
    /// <summary>A demand accepted at the start is due on 23 March; this is the morning after.</summary>
    protected static readonly DateOnly DayAfterDue = new(2026, 3, 24);

    protected static readonly TimeOnly Morning = new(10, 0);

    protected OverdueTests(TestDatabase database)
        : base(database)
    {
        Board = new OverdueBoard(Town.Runner, Moments);
        Sheet = new OverdueSheet(Town.Runner, Board, Town.Time);
        Batch = new TicketBatch(Tickets);
    }

    protected OverdueBoard Board { get; }

    protected OverdueSheet Sheet { get; }

    protected TicketBatch Batch { get; }

    /// <summary>The filter that leaves what this test's own unit holds.</summary>
    protected OverdueFilter Own => new() { UnitId = Unit.Id };

    protected async Task<OverdueView> ReadAsync(OverdueFilter filter, Caller? who = null) => (await Board.ReadAsync(who ?? Dispatcher, filter, Cancellation)).Value;

    /// <summary>The row of a demand, led by its clock of this kind; null when that is not on the board.</summary>
    protected async Task<OverdueRow?> RowAsync(string number, ClockKind kind, OverdueShow show = OverdueShow.Overdue) =>
        (await ReadAsync(new OverdueFilter { Show = show, Text = number, Stage = kind })).Rows.SingleOrDefault();

    /// <summary>The demands with the versions they have now.</summary>
    protected async Task<IReadOnlyList<TicketAt>> AtAsync(params string[] numbers)
    {
        await using var db = Town.Look();
        var versions = await db.Tickets.Where(t => numbers.Contains(t.Number)).ToDictionaryAsync(t => t.Number, t => t.Version, Cancellation);
        return [.. numbers.Select(n => new TicketAt(n, versions[n]))];
    }

    protected Task<List<BatchResult>> MakeAllAsync(Caller who, IEnumerable<TicketAt> demands, Move move, MoveInput given, Guid? runId = null) =>
        Batch.MakeAsync(who, runId ?? Guid.NewGuid(), demands, move, given, Cancellation).ToListAsync(Cancellation).AsTask();
}
