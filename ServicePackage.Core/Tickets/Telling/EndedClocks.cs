using ServicePackage.Core.History;
using ServicePackage.Core.Notices;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Tickets;

/// <summary>The notices that asked for what a clock measured stop asking when it ends.</summary>
internal static class EndedClocks
{
    /// <summary>Settles them for the clocks of the demand that end in this act; to be called before it is saved. Gives what nothing asks for any more.</summary>
    public static async Task<IReadOnlyList<string>> SettleAsync(Operation op, Ticket ticket, CancellationToken cancellation)
    {
        var ended = op.Db.ChangeTracker.Entries<TicketClock>()
            .Where(e => e.Entity.TicketId == ticket.Id && !e.Entity.Open && e.Property(c => c.EndedAt).OriginalValue is null)
            .Select(e => e.Entity).ToList();
        var running = ticket.Clocks.Where(c => c.Open).Select(c => c.Kind).ToHashSet();
        List<string> gone = [.. ended.SelectMany(AskedWith).Distinct().Where(k => !running.Any(r => AskedWith(r).Contains(k))).Select(k => k.ToString())];
        foreach (var kinds in gone.GroupBy(kind => ended.Exists(c => AskedWith(c.Kind).Any(k => k.ToString() == kind) && IsDone(c))))
        {
            await NoticeAsking.SettleAsync(op, ticket.AsSubject(), [.. kinds], null, kinds.Key, cancellation);
        }

        // Another of the kind runs on: only those of the unit whose clock ended are done with it.
        foreach (var clock in ended.Where(c => running.Contains(c.Kind) && c.UnitId is not null))
        {
            var unit = clock.UnitId;
            await NoticeAsking.SettleAsync(op, ticket.AsSubject(), [clock.Kind.ToString()], op.Db.Posts.Where(p => p.OrganisationId == unit).Select(p => p.AccountId), IsDone(clock), cancellation);
        }

        return gone;
    }

    /// <summary>What is asked while a clock runs: the confirmation is until it is deemed to have been given.</summary>
    internal static IEnumerable<ClockKind> AskedWith(ClockKind kind) => kind == ClockKind.Deeming ? [kind, ClockKind.Confirmation] : [kind];

    private static IEnumerable<ClockKind> AskedWith(TicketClock clock) => AskedWith(clock.Kind);

    /// <summary>Whether what it measured was done: what is cancelled is nobody's doing any more.</summary>
    private static bool IsDone(TicketClock clock) => clock.Outcome != ClockOutcome.Cancelled;
}
