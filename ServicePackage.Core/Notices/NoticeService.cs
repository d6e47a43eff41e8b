using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Live;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;

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
public sealed record NoticeRow(long Id, string Kind, IReadOnlyList<string> Arguments, SubjectName? About, DateTime At, bool Late, bool Unread, string? Waits = null);

/// <summary>A person's own notices.</summary>
public sealed class NoticeService(OperationRunner operations)
{
    /// <summary>Where the notices of a level name their clock.</summary>
    private const int LevelClock = 2;

    /// <summary>A page of the caller's notices, the newest first.</summary>
    public Task<Outcome<Page<NoticeRow>>> ListAsync(Caller caller, int skip, int take, CancellationToken cancellation = default) =>
        operations.ReadAsync<Page<NoticeRow>>(caller, async op =>
        {
            var rows = await Own(op).OrderByDescending(n => n.At).ThenByDescending(n => n.Id).PageAsync(skip, take, cancellation);
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

            return new Page<NoticeRow>([.. rows.Items.Select(Row)], rows.Total);

            NoticeRow Row(Notice notice)
            {
                var arguments = notice.ReadArguments();
                var about = notice.SubjectKind is { } kind ? names.GetValueOrDefault(new Subject(kind, notice.SubjectId!.Value)) : null;
                var asked = AskedOf(notice.Kind, arguments);
                var waits = about is not null && asked is not null && awaited.Contains((new Subject(about.Kind, about.Id), asked));
                return new NoticeRow(notice.Id, notice.Kind, arguments, about, notice.At, notice.Late, notice.ReadAt is null, waits ? asked : null);
            }
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
    public Task<Outcome<int>> MarkAllReadAsync(Caller caller, Guid commandId, long newestId, CancellationToken cancellation = default) =>
        operations.ChangeAsync<int>(caller, commandId, async op =>
        {
            op.Changed(Change.Notices, op.Actor.AccountId);
            return await Own(op).Where(n => n.ReadAt == null && n.Id <= newestId)
                .ExecuteUpdateAsync(n => n.SetProperty(x => x.ReadAt, op.Now), cancellation);
        }, cancellation);

    /// <summary>What a notice asks its reader to see to, such as the name of a clock; null where it only tells of it.</summary>
    private static string? AskedOf(string kind, List<string> arguments) => kind.Split('.') switch
    {
        ["Asked", var asked] => asked,
        ["Level", _] or ["Level", _, not "Told"] when arguments.Count > LevelClock => arguments[LevelClock].Split('.')[^1],
        _ => null,
    };

    private static IQueryable<Notice> Own(Operation op)
    {
        var me = op.Actor.AccountId;
        return op.Db.Notices.Where(n => n.AccountId == me);
    }
}
