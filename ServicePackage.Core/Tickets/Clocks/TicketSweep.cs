using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServicePackage.Core.Data;
using ServicePackage.Core.Jobs;
using ServicePackage.Core.Notices;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Tickets;

/// <summary>
/// Lets time pass for the demands in which something is due, and touches no other: levels of escalation, lapses, the
/// month's duties. Each demand has its own transaction, in which it is marked and everybody is told.
/// </summary>
public sealed class TicketSweep(
    IDbContextFactory<AppDbContext> contexts,
    OperationRunner operations,
    MomentSource moments,
    IOptionsMonitor<ProcedureSettings> settings,
    ItemByItem items)
{
    private const int Batch = 200;

    /// <summary>What falls due is late when it is found this long afterwards: the program was down.</summary>
    private static readonly TimeSpan LateAfter = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Handles everything due up to an instant (UTC) and gives the number of demands touched. One that fails does not stop
    /// the others: it is written down for the administrator, and left out until it is to be tried again.
    /// </summary>
    public async Task<int> RunAsync(DateTime asOf, CancellationToken cancellation = default)
    {
        var (touched, last) = (0, 0L);
        var run = await items.BeginAsync(TicketRoom.Sweep, asOf, cancellation);
        while (await DueAsync(asOf, last, cancellation) is { Count: > 0 } due)
        {
            foreach (var id in due)
            {
                last = id;
                touched += await run.TryAsync(new Subject(nameof(Ticket), id), () => BringUpToDateAsync(id, asOf, cancellation), () => NumberAsync(id, cancellation), cancellation) ? 1 : 0;
            }
        }

        await run.EndAsync(cancellation);
        return touched;
    }

    /// <summary>The key of the demand of this number, where something is due in it that no sweep has met yet; null where nothing is.</summary>
    public async Task<long?> DueOfAsync(string number, DateTime asOf, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Tickets
            .Where(t => t.Number == number && (t.Clocks.Any(c => c.NextAt <= asOf) || t.NextMonthlyDutyAt <= asOf || t.AskAfterPromiseAt <= asOf))
            .Select(t => (long?)t.Id)
            .FirstOrDefaultAsync(cancellation);
    }

    /// <summary>Lets time pass for one demand. A race lost to somebody who saved in between is left to the next sweep: false.</summary>
    public Task<bool> BringUpToDateAsync(long ticketId, DateTime asOf, CancellationToken cancellation = default) =>
        operations.ActAsSystemAsync(asOf, async op =>
        {
            var moment = await moments.OfAsync(op, cancellation); // the calendar first, then the demand: nobody changes either from here on
            await TicketLock.TakeAsync(op.Db, ticketId, cancellation);
            var ticket = await op.Db.Tickets.Include(t => t.Enterprise).Include(t => t.Tasks).AsSingleQuery().FirstAsync(t => t.Id == ticketId, cancellation);
            await TicketAccess.FillAsync(op.Db, ticket, cancellation);
            var before = WorkInHand.Of(ticket);
            var passed = ticket.LetTimePass(moment);
            var gone = await EndedClocks.SettleAsync(op, ticket, cancellation);
            await op.SaveAsync(cancellation); // clocks just started get their keys
            var book = await RecipientBook.OfAsync(op, ticket, cancellation, before);
            var districtLeader = passed.Any(p => p.Level == Levels.DistrictLeader) ? await DistrictLeaderAsync(op, ticket, cancellation) : null;
            foreach (var one in passed)
            {
                Tell(op, ticket, one, book, districtLeader, moment);
            }

            if (passed.LastOrDefault(p => p.SystemMove is not null)?.SystemMove is { } last)
            {
                await before.TellLosersAsync(op, ticket, new MoveTold(last, "", moment.Now, moment.Limits.ReopenWithinDays), book, cancellation);
            }

            NoticeAsking.SettleNew(op, gone); // a level told late, of a clock that has ended since
        }, cancellation);

    private static void Tell(Operation op, Ticket ticket, Passed one, RecipientBook book, long? districtLeader, Moment asOf)
    {
        var late = asOf.Now - one.At > LateAfter;
        var content = new TicketEntry { Clock = one.Clock?.Kind, DueAt = one.At, Late = late ? true : null };
        if (one.Clock is { } clock && one.Level != Levels.None)
        {
            LevelNotices.Tell(op, ticket, clock, one.Level, asOf.Limits.LadderOf(clock.Kind), book, districtLeader, late);
            op.Note(ticket, TicketEntry.Escalated, content with { Level = one.Level }, isInternal: true);
        }

        if (one.SystemMove is { } move)
        {
            var rule = TicketProcedure.Rules.FirstOrDefault(r => r.Move == move);
            var isDuty = move == Move.OweMonthlyProgress;
            Recipient[] others = isDuty ? [Recipient.Liaison, Recipient.Officer] : [Recipient.FirstAsked, Recipient.LeadOfficer];
            var told = new MoveTold(move, "", one.At, asOf.Limits.ReopenWithinDays) { Clock = isDuty ? one.Clock : null, Late = late };
            MoveNotices.Tell(op, ticket, told, rule?.Tells ?? others, book);
            op.Note(ticket, move.ToString(), content with { To = ticket.State, Version = ticket.Version }, isInternal: rule is null);
        }
    }

    private async Task<string> NumberAsync(long id, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Tickets.Where(t => t.Id == id).Select(t => t.Number).FirstAsync(cancellation);
    }

    private async Task<long?> DistrictLeaderAsync(Operation op, Ticket ticket, CancellationToken cancellation)
    {
        var name = settings.CurrentValue.DistrictLeader.ToUpperInvariant();
        return ticket.Enterprise.Tier != Enterprises.EnterpriseTier.District
            ? null
            : await op.Db.Users.Where(a => a.NormalizedUserName == name && a.DisabledAt == null).Select(a => (long?)a.Id).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>The next demands, by their keys, in which something is due: each is met once a run, however much is due in it.</summary>
    private async Task<List<long>> DueAsync(DateTime asOf, long after, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await DueIn(db, asOf).Where(id => id > after).OrderBy(id => id).Take(Batch).ToListAsync(cancellation);
    }

    /// <summary>The keys of all demands in which something is due, each part found by its own index.</summary>
    private static IQueryable<long> DueIn(AppDbContext db, DateTime asOf) =>
        db.TicketClocks.Where(c => c.NextAt <= asOf).Select(c => c.TicketId)
            .Union(db.Tickets.Where(t => t.NextMonthlyDutyAt <= asOf).Select(t => t.Id))
            .Union(db.Tickets.Where(t => t.AskAfterPromiseAt <= asOf).Select(t => t.Id));
}
