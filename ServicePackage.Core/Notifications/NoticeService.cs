using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.History;
using ServicePackage.Core.Live;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;

namespace ServicePackage.Core.Notifications;

/// <summary>A notice as its reader lists it; <see cref="NoticeWording"/> makes its sentence.</summary>
/// <param name="Id">Key.</param>
/// <param name="Kind">The key of its sentence: "Notice." and this.</param>
/// <param name="Arguments">The sentence's arguments.</param>
/// <param name="Number">The demand it is about; null where the reader does not see it, or where it is about something else.</param>
/// <param name="At">When it was written (UTC).</param>
/// <param name="Late">True when its moment had passed while the program was down.</param>
/// <param name="Unread">Whether it waits to be read.</param>
public sealed record NoticeRow(long Id, string Kind, IReadOnlyList<string> Arguments, string? Number, DateTime At, bool Late, bool Unread);

/// <summary>A person's own notices.</summary>
public sealed class NoticeService(OperationRunner operations)
{
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
            return new Page<NoticeRow>(
                [.. rows.Items.Select(r => new NoticeRow(r.Notice.Id, r.Notice.Kind, ArgumentsOf(r.Notice), r.Number, r.Notice.At, r.Notice.Late, r.Notice.ReadAt is null))],
                rows.Total);
        }, cancellation);

    /// <summary>How many of the caller's notices wait to be read.</summary>
    public Task<Outcome<int>> UnreadAsync(Caller caller, CancellationToken cancellation = default) =>
        operations.ReadAsync<int>(caller, async op => await Own(op).CountAsync(n => n.ReadAt == null, cancellation), cancellation);

    /// <summary>Marks one of the caller's notices as read; one that was read stays as it is. Refusals: NotFound.</summary>
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

    private static IQueryable<Notice> Own(Operation op)
    {
        var me = op.Actor.AccountId;
        return op.Db.Notices.Where(n => n.AccountId == me);
    }

    private static List<string> ArgumentsOf(Notice notice) => JsonSerializer.Deserialize<List<string>>(notice.Arguments, HistoryRecorder.Json) ?? [];
}
