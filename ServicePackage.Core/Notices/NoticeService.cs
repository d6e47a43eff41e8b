using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Live;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Notices;

/// <summary>A notice as its reader lists it; <see cref="NoticeWording"/> makes its sentence.</summary>
/// <param name="Id">Key.</param>
/// <param name="Kind">The key of its sentence: "Notice." and this.</param>
/// <param name="Arguments">The sentence's arguments.</param>
/// <param name="About">What it is about; null where the reader does not see it, or where it is about nothing.</param>
/// <param name="At">When it was written (UTC).</param>
/// <param name="Late">True when its moment had passed while the program was down.</param>
/// <param name="Unread">Whether it waits to be read.</param>
/// <param name="Waits">What its reader is asked to see to, such as the name of a clock; null once that has been done, or where the notice only tells.</param>
/// <param name="Done">That what it asked for is done; null while it waits, or where the notice only tells.</param>
public sealed record NoticeRow(long Id, string Kind, IReadOnlyList<string> Arguments, SubjectName? About, DateTime At, bool Late, bool Unread, string? Waits = null, NoticeDone? Done = null);

/// <summary>That what a notice asked for is done.</summary>
/// <param name="At">Since when (UTC).</param>
/// <param name="By">The name of who did it; empty where time did.</param>
/// <param name="Own">Whether that was the reader.</param>
public sealed record NoticeDone(DateTime At, string By, bool Own);

/// <summary>A person's own notices.</summary>
public sealed class NoticeService(OperationRunner operations)
{
    /// <summary>A page of the caller's notices, the newest first. Refuses a search text too long or unreadable.</summary>
    public Task<Outcome<Page<NoticeRow>>> ListAsync(Caller caller, NoticeFilter filter, CancellationToken cancellation = default) =>
        operations.ReadAsync<Page<NoticeRow>>(caller, async op =>
        {
            ArgumentNullException.ThrowIfNull(filter);
            if (SearchText.Refuse(filter.Text) is { } refusal)
            {
                return refusal;
            }

            var rows = await filter.Of(Own(op), op.Db).OrderByDescending(n => n.At).ThenByDescending(n => n.Id).PageAsync(filter.Skip, filter.Take, cancellation);
            var names = new Dictionary<Subject, SubjectName>();
            var awaited = new HashSet<(Subject, string)>();
            foreach (var kind in rows.Items.Where(n => n.SubjectKind is not null).GroupBy(n => n.SubjectKind!, n => n.SubjectId!.Value))
            {
                var ids = kind.Distinct().ToList();
                if (op.House.Find(kind.Key) is not { } found)
                {
                    continue; // of a room that is gone: the sentence is all that is left of it
                }

                foreach (var name in await found.SeenAsync(op, ids, cancellation))
                {
                    names.Add(new Subject(name.Kind, name.Id), name);
                }

                awaited.UnionWith((await found.AwaitedAsync(op, ids, cancellation)).Select(a => (new Subject(kind.Key, a.Id), a.What)));
            }

            var doers = rows.Items.Select(n => n.DoneById).OfType<long>().Distinct().ToList();
            var by = doers.Count == 0 ? [] : await op.Db.Users.Where(a => doers.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancellation);
            return new Page<NoticeRow>([.. rows.Items.Select(Row)], rows.Total);

            NoticeRow Row(Notice notice)
            {
                var arguments = notice.ReadArguments();
                var about = notice.SubjectKind is { } kind ? names.GetValueOrDefault(new Subject(kind, notice.SubjectId!.Value)) : null;
                var waits = about is not null && notice is { Asks: { } asked, DoneAt: null } && awaited.Contains((new Subject(about.Kind, about.Id), asked));
                return new NoticeRow(notice.Id, notice.Kind, arguments, about, notice.At, notice.Late, notice.ReadAt is null, waits ? notice.Asks : null, DoneOf(notice));
            }

            NoticeDone? DoneOf(Notice notice) =>
                notice.DoneAt is not { } at ? null : new NoticeDone(at, notice.DoneById is { } doer ? by.GetValueOrDefault(doer, "") : "", notice.DoneById == op.Actor.AccountId);
        }, cancellation);

    /// <summary>How many of the caller's notices wait to be read.</summary>
    public Task<Outcome<int>> UnreadAsync(Caller caller, CancellationToken cancellation = default) =>
        operations.ReadAsync<int>(caller, async op => await Own(op).CountAsync(n => n.ReadAt == null, cancellation), cancellation);

    /// <summary>
    /// Marks one of the caller's notices as read, and with it the older ones of the same subject: whoever opens a demand has seen
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
            if (notice is { SubjectKind: { } kind, SubjectId: { } subjectId })
            {
                await Own(op).Where(n => n.SubjectKind == kind && n.SubjectId == subjectId && n.Id < id && n.ReadAt == null)
                    .ExecuteUpdateAsync(n => n.SetProperty(x => x.ReadAt, op.Now), cancellation);
            }

            return Nothing.Value;
        }, cancellation);

    /// <summary>Marks as read what the caller has seen: all own notices up to <paramref name="newestId"/>, and none that came since. Gives how many.</summary>
    public Task<Outcome<int>> MarkAllReadAsync(Caller caller, Guid commandId, long newestId, NoticeFilter? filter = null, CancellationToken cancellation = default) =>
        operations.ChangeAsync<int>(caller, commandId, async op =>
        {
            op.Changed(Change.Notices, op.Actor.AccountId);
            return await (filter ?? new NoticeFilter()).Of(Own(op), op.Db).Where(n => n.ReadAt == null && n.Id <= newestId)
                .ExecuteUpdateAsync(n => n.SetProperty(x => x.ReadAt, op.Now), cancellation);
        }, cancellation);

    /// <summary>The key of the caller's newest notice, up to which all can be marked as read; 0 without one.</summary>
    public Task<Outcome<long>> NewestAsync(Caller caller, CancellationToken cancellation = default) =>
        operations.ReadAsync<long>(caller, async op => await Own(op).MaxAsync(n => (long?)n.Id, cancellation) ?? 0, cancellation);

    private static IQueryable<Notice> Own(Operation op)
    {
        var me = op.Actor.AccountId;
        return op.Db.Notices.Where(n => n.AccountId == me);
    }
}
