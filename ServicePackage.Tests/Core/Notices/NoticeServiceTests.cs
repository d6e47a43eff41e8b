using ServicePackage.Core.Notices;
using ServicePackage.Core.Operations;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Notices;

public abstract class NoticeServiceTests : TownTests
{
    private readonly NoticeService _notices;
    private readonly Caller _reader;

    protected NoticeServiceTests(TestDatabase database)
        : base(database)
    {
        _notices = new NoticeService(Town.Runner);
        _reader = Town.Stranger();
    }

    [Fact]
    public async Task List_ShowsOwnNotices_TheNewestFirst()
    {
        Tell(_reader, "Moved", "2026-00001", "甲", "@Move.Dispatch", "王敏");
        Tell(_reader, "Moved", "2026-00002", "乙", "@Move.Accept", "李工");
        Tell(Town.Stranger(), "Moved", "2026-00003", "丙", "@Move.Accept", "李工");

        var page = (await _notices.ListAsync(_reader, new NoticeFilter { Take = 1 }, Cancellation)).Value;

        Assert.Equal(2, page.Total);
        var row = Assert.Single(page.Items);
        Assert.Equal(["2026-00002", "乙", "@Move.Accept", "李工"], row.Arguments);
        Assert.True(row.Unread);
        Assert.Null(row.About);
    }

    [Fact]
    public async Task List_WithANoticeThatCannotBeRead_ShowsTheOthers()
    {
        Tell(_reader, "Moved", "2026-00001", "甲", "@Move.Dispatch", "王敏");
        Town.Write(db =>
        {
            db.Notices.Add(new Notice { AccountId = _reader.AccountId, Kind = "Moved", At = Town.Start, Arguments = "[\"cut of" });
            db.Notices.Add(new Notice { AccountId = _reader.AccountId, Kind = "Moved", At = Town.Start, SubjectKind = "Planet", SubjectId = 3 });
        });

        var page = (await _notices.ListAsync(_reader, new NoticeFilter(), Cancellation)).Value;

        Assert.Equal(3, page.Items.Count);
        Assert.All(page.Items, row => Assert.Null(row.About));
        Assert.Single(page.Items, row => row.Arguments.Contains("甲"));
    }

    [Fact]
    public async Task MarkRead_WhenOwn_IsReadOnceWhateverIsRepeated()
    {
        var id = Tell(_reader, "Moved", "2026-00001", "甲", "@Move.Dispatch", "王敏");
        var command = Guid.NewGuid();
        Assert.True((await _notices.MarkReadAsync(_reader, command, id, Cancellation)).Done);
        var first = ReadAt(id);
        Town.Time.Advance(TimeSpan.FromMinutes(5));

        Assert.True((await _notices.MarkReadAsync(_reader, command, id, Cancellation)).Done);
        Assert.True((await _notices.MarkReadAsync(_reader, Guid.NewGuid(), id, Cancellation)).Done);

        Assert.Equal(Town.Start, first);
        Assert.Equal(first, ReadAt(id));
        Assert.Equal(0, (await _notices.UnreadAsync(_reader, Cancellation)).Value);
    }

    [Fact]
    public async Task MarkRead_WhenSomebodyElses_IsNotFound()
    {
        var id = Tell(Town.Stranger(), "Moved", "2026-00001", "甲", "@Move.Dispatch", "王敏");

        Assert.Equal(Refusal.NotFound, (await _notices.MarkReadAsync(_reader, Guid.NewGuid(), id, Cancellation)).Refusal);
        Assert.Null(ReadAt(id));
    }

    [Fact]
    public async Task MarkRead_TakesAlongWhatCameBeforeOfTheSameDemand_AndNothingElse()
    {
        var before = About(_reader, "Ticket", 7);
        var ofAnother = About(_reader, "Ticket", 8);
        var ofAnotherKind = About(_reader, "Enterprise", 7);
        var ofNothing = Tell(_reader, "PhoneChanged", "陈晓明");
        var somebodyElses = About(Town.Stranger(), "Ticket", 7);
        var opened = About(_reader, "Ticket", 7);
        var newer = About(_reader, "Ticket", 7);

        Assert.True((await _notices.MarkReadAsync(_reader, Guid.NewGuid(), opened, Cancellation)).Done);

        Assert.All(new[] { before, opened }, id => Assert.Equal(Town.Start, ReadAt(id)));
        Assert.All(new[] { newer, ofAnother, ofAnotherKind, ofNothing, somebodyElses }, id => Assert.Null(ReadAt(id)));
    }

    [Fact]
    public async Task MarkRead_OfANoticeAboutNothing_LeavesTheOthers()
    {
        var before = Tell(_reader, "PhoneChanged", "陈晓明");
        var opened = Tell(_reader, "PhoneChanged", "王敏");

        Assert.True((await _notices.MarkReadAsync(_reader, Guid.NewGuid(), opened, Cancellation)).Done);

        Assert.NotNull(ReadAt(opened));
        Assert.Null(ReadAt(before));
    }

    /// <summary>A: asked, waits · a: asked, done · L: level, waits · l: level, done · t: level, only told · m: moved · y: moved, one's own · o: other.</summary>
    [Theory]
    [InlineData(null, "AL", "tmyo", "AaLltmyo")]
    [InlineData(NoticeMatter.Asked, "A", "", "Aa")]
    [InlineData(NoticeMatter.Level, "L", "t", "Llt")]
    [InlineData(NoticeMatter.Moved, "", "my", "my")]
    [InlineData(NoticeMatter.Other, "", "o", "o")]
    public async Task Filter_LeavesWhatTheTableSays(NoticeMatter? matter, string asking, string telling, string both)
    {
        Asking("A", "Asked.Review", done: false);
        Asking("a", "Asked.Review", done: true);
        Asking("L", "Level.Breach", done: false);
        Asking("l", "Level.Breach", done: true);
        Tell(_reader, "Level.Breach.Told", "t");
        Tell(_reader, "Moved.Accept", "m");
        Tell(_reader, "Yours.Assign", "y");
        Tell(_reader, "PhoneChanged", "o");

        Assert.Equal((asking, telling, both), (await LeftAsync(true), await LeftAsync(false), await LeftAsync(null)));

        async Task<string> LeftAsync(bool? asks) =>
            string.Concat((await _notices.ListAsync(_reader, new NoticeFilter { Matter = matter, Asks = asks }, Cancellation)).Value.Items.Select(n => n.Arguments[0]).Reverse());

        void Asking(string letter, string kind, bool done)
        {
            var id = Tell(_reader, kind, letter);
            Town.Write(db => (db.Notices.Single(n => n.Id == id).Asks, db.Notices.Single(n => n.Id == id).DoneAt) = ("Review", done ? Town.Clock.Now : null));
        }
    }

    [Fact]
    public async Task MarkAllRead_LeavesWhatCameSinceAndWhatIsOthers()
    {
        var other = Town.Stranger();
        var others = Tell(other, "Moved", "2026-00001", "甲", "@Move.Dispatch", "王敏");
        var seen = Tell(_reader, "Moved", "2026-00002", "乙", "@Move.Dispatch", "王敏");
        var later = Tell(_reader, "Moved", "2026-00003", "丙", "@Move.Dispatch", "王敏");

        Assert.Equal(1, (await _notices.MarkAllReadAsync(_reader, Guid.NewGuid(), seen, cancellation: Cancellation)).Value);

        Assert.NotNull(ReadAt(seen));
        Assert.Null(ReadAt(later));
        Assert.Null(ReadAt(others));
    }

    [Theory]
    [InlineData("２０２６－０００７", 1)]
    [InlineData("led 照明", 1)]
    [InlineData("照明 ＬＥＤ", 1)]
    [InlineData("LED 道路", 0)]
    [InlineData("  ", 3)]
    [InlineData("2025年", 1)]
    [InlineData("二期（b区）", 1)]
    [InlineData("２０２５ Ｂ区", 1)]
    public async Task List_BySoughtText_FindsItWhateverItsWidthCaseAndOrder(string text, int found)
    {
        await Town.Runner.ActAsSystemAsync(Town.Clock.Now, op =>
        {
            op.Tell(_reader.AccountId, "Moved.Accept", null, false, "2026-00071", "LED照明改造", "@Move.Accept", "王敏");
            op.Tell(_reader.AccountId, "Moved.Accept", null, false, "2026-00081", "厂区道路积水", "@Move.Accept", "王敏");
            op.Tell(_reader.AccountId, "Moved.Accept", null, false, "2026-00091", "２０２５年二期（Ｂ区）扩建", "@Move.Accept", "王敏");
            return Task.CompletedTask;
        }, Cancellation);

        Assert.Equal(found, (await _notices.ListAsync(_reader, new NoticeFilter { Text = text }, Cancellation)).Value.Total);
    }

    [Fact]
    public async Task MarkAllRead_OfAFilteredPage_LeavesWhatIsFilteredAway()
    {
        var level = Tell(_reader, "Level.Breach", "2026-00001", "甲", "@ClockKind.Review", "2026-03-02");
        var moved = Tell(_reader, "Moved.Accept", "2026-00002", "乙", "@Move.Accept", "王敏");

        await _notices.MarkAllReadAsync(_reader, Guid.NewGuid(), (await _notices.NewestAsync(_reader, Cancellation)).Value, new NoticeFilter { Matter = NoticeMatter.Level }, Cancellation);

        Assert.NotNull(ReadAt(level));
        Assert.Null(ReadAt(moved));
    }

    private long Tell(Caller whom, string kind, params string[] arguments)
    {
        var notice = new Notice { AccountId = whom.AccountId, Kind = kind, At = Town.Clock.Now, Arguments = System.Text.Json.JsonSerializer.Serialize(arguments) };
        Town.Write(db => db.Notices.Add(notice));
        return notice.Id;
    }

    private long About(Caller whom, string kind, long subjectId)
    {
        var id = Tell(whom, "Moved.Accept", "2026-00001", "甲", "@Move.Accept", "王敏");
        Town.Write(db => (db.Notices.Single(n => n.Id == id).SubjectKind, db.Notices.Single(n => n.Id == id).SubjectId) = (kind, subjectId));
        return id;
    }

    private DateTime? ReadAt(long id)
    {
        using var db = Town.Look();
        return db.Notices.Single(n => n.Id == id).ReadAt;
    }

    public sealed class OnSqlite(SqliteDatabase database) : NoticeServiceTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : NoticeServiceTests(database), IClassFixture<PostgresDatabase>;
}
