using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServicePackage.Core.Data;
using ServicePackage.Core.Operations;
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
    ILogger<TicketSweep> logger)
{
    private const int Batch = 200;

    /// <summary>What falls due is late when it is found this long afterwards: the program was down.</summary>
    private static readonly TimeSpan LateAfter = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Handles everything due up to an instant (UTC) and gives the number of demands touched. One that fails does not stop
    /// the others; the failures are thrown together at the end.
    /// </summary>
    public async Task<int> RunAsync(DateTime asOf, CancellationToken cancellation = default)
    {
        var touched = new HashSet<long>();
        var failures = new List<Exception>();
        while (await DueAsync(asOf, touched, cancellation) is { Count: > 0 } due)
        {
            foreach (var id in due)
            {
                touched.Add(id);
                try
                {
                    await BringUpToDateAsync(id, asOf, cancellation);
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    logger.LogError(exception, "Demand {TicketId} could not be brought up to {AsOf}.", id, asOf);
                    failures.Add(exception);
                }
            }
        }

        return failures.Count == 0 ? touched.Count : throw new AggregateException("Some demands could not be brought up to date.", failures);
    }

    /// <summary>Lets time pass for one demand. A race lost to somebody who saved in between is left to the next sweep.</summary>
    public Task BringUpToDateAsync(long ticketId, DateTime asOf, CancellationToken cancellation = default) =>
        operations.ActAsSystemAsync(asOf, async op =>
        {
            var ticket = await op.Db.Tickets.Whole().FirstAsync(t => t.Id == ticketId, cancellation);
            var passed = ticket.LetTimePass(await moments.OfAsync(op, cancellation));
            if (passed.Count == 0)
            {
                return;
            }

            await op.SaveAsync(cancellation); // clocks just started get their keys
            var book = await RecipientBook.OfAsync(op.Db, ticket, cancellation);
            var alsoAtThird = await DistrictLeaderAsync(op, ticket, cancellation);
            foreach (var one in passed)
            {
                Tell(op, ticket, one, book, alsoAtThird, asOf);
            }
        }, cancellation);

    private static void Tell(Operation op, Ticket ticket, Passed one, RecipientBook book, long? alsoAtThird, DateTime asOf)
    {
        var late = asOf - one.At > LateAfter;
        var content = new TicketEntry { Clock = one.Clock?.Kind, DueAt = one.At, Late = late ? true : null };
        if (one.Clock is { } clock && one.Level != EscalationLevel.None)
        {
            var told = book.Of(EscalationLadder.For(clock.Kind).At(one.Level), clock);
            if (one.Level == EscalationLevel.Third && alsoAtThird is { } leader)
            {
                told = told.Append(leader).Distinct();
            }

            foreach (var accountId in told)
            {
                op.Db.Escalations.Add(new Escalation { ClockId = clock.Id, Level = one.Level, DueVersion = clock.DueVersion, AccountId = accountId, At = op.Now, Late = late });
                op.Tell(accountId, $"Level.{one.Level}", ticket.Id, late, ticket.Number, ticket.Title, $"@ClockKind.{clock.Kind}", $"{clock.DueDay:yyyy-MM-dd}", $"{clock.Id}");
            }

            op.Note(ticket, TicketEntry.Escalated, content with { Level = one.Level }, isInternal: true);
        }

        if (one.SystemMove is { } move)
        {
            var rule = TicketProcedure.Rules.FirstOrDefault(r => r.Move == move);
            Recipient[] others = move == Move.OweMonthlyProgress ? [Recipient.Liaison, Recipient.Officer] : [Recipient.FirstAsked, Recipient.LeadOfficer];
            foreach (var accountId in book.Of(rule?.Tells ?? others, one.Clock))
            {
                op.Tell(accountId, $"Moved.{move}", ticket.Id, late, ticket.Number, ticket.Title, $"@Move.{move}");
            }

            op.Note(ticket, move.ToString(), content with { To = ticket.State }, isInternal: rule is null);
        }
    }

    private async Task<long?> DistrictLeaderAsync(Operation op, Ticket ticket, CancellationToken cancellation)
    {
        var name = settings.CurrentValue.DistrictLeader;
        return name.Length == 0 || ticket.Enterprise.Tier != Enterprises.EnterpriseTier.District
            ? null
            : await op.Db.Users.Where(a => a.UserName == name && a.DisabledAt == null).Select(a => (long?)a.Id).FirstOrDefaultAsync(cancellation);
    }

    private async Task<List<long>> DueAsync(DateTime asOf, HashSet<long> touched, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var byClock = await db.TicketClocks.Where(c => c.NextAt != null && c.NextAt <= asOf && !touched.Contains(c.TicketId))
            .OrderBy(c => c.NextAt).Select(c => c.TicketId).Take(Batch).ToListAsync(cancellation);
        var byDuty = await db.Tickets.Where(t => t.NextMonthlyDutyAt != null && t.NextMonthlyDutyAt <= asOf && !touched.Contains(t.Id))
            .OrderBy(t => t.NextMonthlyDutyAt).Select(t => t.Id).Take(Batch).ToListAsync(cancellation);
        var byPromise = await db.Tickets.Where(t => t.AskAfterPromiseAt != null && t.AskAfterPromiseAt <= asOf && !touched.Contains(t.Id))
            .OrderBy(t => t.AskAfterPromiseAt).Select(t => t.Id).Take(Batch).ToListAsync(cancellation);
        return [.. byClock.Concat(byDuty).Concat(byPromise).Distinct()];
    }
}
