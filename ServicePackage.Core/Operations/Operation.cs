using System.Text.Json;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Data;
using ServicePackage.Core.History;
using ServicePackage.Core.Live;
using ServicePackage.Core.Mail;
using ServicePackage.Core.Notices;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Operations;

/// <summary>One act of one actor in one transaction: the rows, the actor, the moment, and what the act leaves behind.</summary>
public sealed class Operation(AppDbContext db, Actor? actor, DateTime now, House house)
{
    private readonly Actor? _actor = actor is null ? null : actor with { Today = TownTime.DayOf(now) };
    private readonly List<HistoryNote> _notes = [];
    private readonly HashSet<(long, string, Subject?, string)> _told = [];
    private readonly List<Notice> _notices = [];
    private readonly HistoryRecorder _recorder = new();
    private readonly HashSet<Change> _changes = [];

    /// <summary>What the rooms contribute.</summary>
    public House House { get; } = house;

    /// <summary>The context of this operation alone.</summary>
    public AppDbContext Db { get; } = db;

    /// <summary>Who acts. A sweep has no actor; asking for it there is a bug.</summary>
    public Actor Actor => _actor ?? throw new InvalidOperationException("The system acts.");

    /// <summary>The account that acts; null for the system.</summary>
    public long? ActorId => _actor?.AccountId;

    /// <summary>The instant of the act (UTC, whole milliseconds).</summary>
    public DateTime Now { get; } = now;

    /// <summary>The Shanghai day of the act.</summary>
    public DateOnly Today { get; } = TownTime.DayOf(now);

    /// <summary>True where nothing can be written: what is only shown with a note of the look is not shown.</summary>
    public bool NotesNoLook { get; init; }

    /// <summary>What the history will say of the act.</summary>
    public IReadOnlyList<HistoryNote> Notes => _notes;

    /// <summary>What open screens are told of once the act is committed: every subject in the history, every account with a new notice, and what was <see cref="Changed"/>.</summary>
    public IReadOnlyCollection<Change> Changes => _changes;

    /// <summary>Names something changed that leaves no entry in the history, such as notices marked as read.</summary>
    public void Changed(string subject, long id) => _changes.Add(new Change(subject, id));

    /// <summary>Adds the act to the history of a subject; the values that changed are found by themselves.</summary>
    public void Note(IHistoried subject, string act, object? content = null, bool isInternal = false) =>
        _notes.Add(new HistoryNote(subject, act, content, isInternal));

    /// <summary>Writes a notice in this transaction. The same person is told the same thing once; whoever acts is not told of it.</summary>
    public void Tell(long accountId, string kind, Subject? about, bool late, params string[] arguments)
    {
        var written = JsonSerializer.Serialize(arguments, HistoryRecorder.Json);
        if (accountId != ActorId && _told.Add((accountId, kind, about, written)))
        {
            var notice = new Notice
            {
                AccountId = accountId,
                Kind = kind,
                SubjectKind = about?.Kind,
                SubjectId = about?.Id,
                At = Now,
                Late = late,
                Arguments = written,
                Asks = about is null ? null : NoticeAsking.Of(kind, arguments),
            };
            _notices.Add(notice);
            Db.Notices.Add(notice);
            Changed(Change.Notices, accountId);
        }
    }

    /// <summary>
    /// Writes what was changed so far, so that new rows have their keys; still in the transaction and still in the history.
    /// Never save the context directly: what it saves would be missing from the history.
    /// </summary>
    public async Task SaveAsync(CancellationToken cancellation = default)
    {
        using (Db.Looking())
        {
            foreach (var room in House.Of<IHears>())
            {
                room.Hear(this);
            }

            _recorder.Capture(Db);
        }

        await Db.SaveChangesAsync(cancellation);
    }

    /// <summary>Writes the rest, the mails of its notices, and the history of it all.</summary>
    internal async Task FinishAsync(Outbox? outbox, CancellationToken cancellation)
    {
        if (outbox is not null)
        {
            await outbox.WriteAsync(Db, _notices, Now, cancellation);
        }

        await SaveAsync(cancellation);
        var written = await _recorder.WriteAsync(Db, Notes, ActorId, Now, cancellation);
        if (written.Count > 0)
        {
            _changes.UnionWith(written.Select(s => new Change(s.Subject, s.SubjectId)));
            await Db.SaveChangesAsync(cancellation);
        }
    }
}
