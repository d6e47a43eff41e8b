using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Live;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;

namespace ServicePackage.Core.Notices;

/// <summary>A notice as its reader lists it; <see cref="NoticeWording"/> makes its sentence.</summary>
/// <param name="Id">Key.</param>
/// <param name="Kind">The key of its sentence: "Notice." and this.</param>
/// <param name="Arguments">The sentence's arguments.</param>
/// <param name="Number">The demand it is about; null where the reader does not see it, or where it is about something else.</param>
/// <param name="At">When it was written (UTC).</param>
/// <param name="Late">True when its moment had passed while the program was down.</param>
/// <param name="Unread">Whether it waits to be read.</param>
/// <param name="Waits">The clock that its reader is asked to see to; null once that has been done, or where the notice only tells.</param>
public sealed record NoticeRow(long Id, string Kind, IReadOnlyList<string> Arguments, string? Number, DateTime At, bool Late, bool Unread, ClockKind? Waits = null);

/// <summary>A person's own notices.</summary>
public sealed class NoticeService(OperationRunner operations)
{
    /// <summary>Where the notices of a level name their clock.</summary>
    private const int LevelClock = 2;

    /// <summary>A page of the caller's notices, the newest first.</summary>
    public Task<Outcome<Page<NoticeRow>>> ListAsync(Caller caller, int skip, int take, CancellationToken cancellation = default) =>
        operations.ReadAsync<Page<NoticeRow>>(caller, async op =>
        {
            var tickets = op.Db.Tickets.VisibleTo(op.Actor, op.Db);
            var rows = await Own(op).OrderByDescending(n => n.At).ThenByDescending(n => n.Id)
                .Select(n => new
                {
                    Notice = n,
                    Number = tickets.Where(t => t.Id == n.TicketId).Select(t => t.Number).FirstOrDefault(),
                })
                .PageAsync(skip, take, cancellation);
            var about = rows.Items.Where(r => r.Number is not null).Select(r => r.Notice.TicketId).Distinct().ToList();
            var running = await op.Db.TicketClocks.Where(c => about.Contains(c.TicketId) && c.EndedAt == null && c.PausedFor == PauseReason.None)
                .Select(c => new { c.TicketId, c.Kind, c.Holder }).ToListAsync(cancellation);
            return new Page<NoticeRow>([.. rows.Items.Select(r => Row(r.Notice, r.Number))], rows.Total);

            NoticeRow Row(Notice notice, string? number)
            {
                var arguments = notice.ReadArguments();
                var asked = AskedOf(notice.Kind, arguments);
                var waits = running.Exists(c => c.TicketId == notice.TicketId && c.Kind == asked
                    && (c.Holder != ClockHolder.Enterprise || op.Actor.EnterpriseId is not null || ClockRules.For(c.Kind).SpokenFor));
                return new NoticeRow(notice.Id, notice.Kind, arguments, number, notice.At, notice.Late, notice.ReadAt is null, waits ? asked : null);
            }
        }, cancellation);

    /// <summary>How many of the caller's notices wait to be read.</summary>
    public Task<Outcome<int>> UnreadAsync(Caller caller, CancellationToken cancellation = default) =>
        operations.ReadAsync<int>(caller, async op => await Own(op).CountAsync(n => n.ReadAt == null, cancellation), cancellation);

    /// <summary>
    /// Marks one of the caller's notices as read, and with it the older ones of the same demand: whoever opens the demand has seen
    /// what came before. One that was read stays as it is. Refusals: NotFound.
    /// </summary>
    public Task<Outcome<Nothing>> MarkReadAsync(Caller caller, Guid commandId, long id, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            var notice = await Own(op).FirstOrDefaultAsync(n => n.Id == id, cancellation);
            if (notice is null)
            {
                return Refusal.NotFound;
            }

            op.Changed(Change.Notices, op.Actor.AccountId);
            notice.ReadAt ??= op.Now;
            if (notice.TicketId is { } ticketId)
            {
                await Own(op).Where(n => n.TicketId == ticketId && n.Id < id && n.ReadAt == null)
                    .ExecuteUpdateAsync(n => n.SetProperty(x => x.ReadAt, op.Now), cancellation);
            }

            return Nothing.Value;
        }, cancellation);

    /// <summary>Marks as read what the caller has seen: all own notices up to <paramref name="newestId"/>, and none that came since. Gives how many.</summary>
    public Task<Outcome<int>> MarkAllReadAsync(Caller caller, Guid commandId, long newestId, CancellationToken cancellation = default) =>
        operations.ChangeAsync<int>(caller, commandId, async op =>
        {
            op.Changed(Change.Notices, op.Actor.AccountId);
            return await Own(op).Where(n => n.ReadAt == null && n.Id <= newestId)
                .ExecuteUpdateAsync(n => n.SetProperty(x => x.ReadAt, op.Now), cancellation);
        }, cancellation);

    /// <summary>The clock that a notice asks its reader to see to; null where it only tells of it.</summary>
    private static ClockKind? AskedOf(string kind, List<string> arguments) => kind.Split('.') switch
    {
        ["Asked", var clock] when Enum.TryParse<ClockKind>(clock, out var asked) => asked,
        ["Level", _] or ["Level", _, not "Told"] when arguments.Count > LevelClock && Enum.TryParse<ClockKind>(arguments[LevelClock].Split('.')[^1], out var asked) => asked,
        _ => null,
    };

    private static IQueryable<Notice> Own(Operation op)
    {
        var me = op.Actor.AccountId;
        return op.Db.Notices.Where(n => n.AccountId == me);
    }
}
