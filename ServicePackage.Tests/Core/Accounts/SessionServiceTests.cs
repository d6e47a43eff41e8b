using Microsoft.Extensions.Time.Testing;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Operations;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Accounts;

public abstract class SessionServiceTests : TownTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(Town.Start));
    private readonly SessionService _sessions;
    private readonly Caller _person;

    protected SessionServiceTests(TestDatabase database)
        : base(database)
    {
        _sessions = new SessionService(Town.Contexts, _time);
        _person = Town.Dispatcher();
    }

    [Fact]
    public async Task IsOpen_WhileInUse_LastsEightHoursAndNoLonger()
    {
        var session = await BeginAsync();
        for (var minutes = 0; minutes < 479; minutes += 29)
        {
            Assert.True(await IsOpenAsync(session));
            await _sessions.SeenAsync(session, Cancellation);
            _time.Advance(TimeSpan.FromMinutes(29));
        }

        Assert.False(await IsOpenAsync(session));
        Assert.NotNull(EndOf(session));
    }

    [Fact]
    public async Task IsOpen_WhenIdleForHalfAnHour_EndsTheSession()
    {
        var session = await BeginAsync();
        _time.Advance(TimeSpan.FromMinutes(29));
        Assert.True(await IsOpenAsync(session));

        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.False(await IsOpenAsync(session));
        Assert.NotNull(EndOf(session));
    }

    [Fact]
    public async Task Act_WhenIdleOrOpenForTooLong_IsRefusedAsTheCookieIs()
    {
        var runner = new OperationRunner(Town.Contexts, Town.Clock, _time, Town.Feed, Town.House);
        var (idle, long8) = (_person with { SessionId = await BeginAsync() }, _person with { SessionId = await BeginAsync() });
        _time.Advance(TimeSpan.FromMinutes(29));
        Assert.Null(await ActAsync(idle));
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(Refusal.SignedOut, await ActAsync(idle));

        Town.Write(db => db.Sessions.Single(s => s.Id == long8.SessionId).LastSeenAt = Town.Start + TimeSpan.FromHours(7.9));
        _time.SetUtcNow(new DateTimeOffset(Town.Start) + TimeSpan.FromHours(7.9));
        Assert.Null(await ActAsync(long8));
        _time.SetUtcNow(new DateTimeOffset(Town.Start) + SessionService.Longest);
        Assert.Equal(Refusal.SignedOut, await ActAsync(long8));

        async Task<Refusal?> ActAsync(Caller caller) =>
            (await runner.ReadAsync<long>(caller, op => Task.FromResult<Outcome<long>>(op.Actor.AccountId), Cancellation)).Refusal;
    }

    [Fact]
    public async Task IsOpen_ForAnotherAccount_IsFalse()
    {
        var session = await BeginAsync();

        Assert.False(await _sessions.IsOpenAsync(session, Town.Dispatcher().AccountId, Cancellation));
        Assert.True(await IsOpenAsync(session));
    }

    [Fact]
    public async Task IsOpen_WhenTheAccountIsDisabled_EndsTheSession()
    {
        var session = await BeginAsync();
        Town.Write(db => db.Users.Single(a => a.Id == _person.AccountId).DisabledAt = Town.Clock.Now);

        Assert.False(await IsOpenAsync(session));
    }

    [Fact]
    public async Task WhyEnded_SaysWhatEndedIt()
    {
        var (idle, used, elsewhere) = (await BeginAsync(), await BeginAsync(), await BeginAsync());
        _time.Advance(TimeSpan.FromMinutes(29));
        await _sessions.EndAsync(elsewhere, Cancellation);
        await _sessions.SeenAsync(used, Cancellation);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.False(await IsOpenAsync(idle));
        Town.Write(db => db.Sessions.Single(s => s.Id == used).LastSeenAt = Town.Start + TimeSpan.FromHours(7.9));
        _time.SetUtcNow(new DateTimeOffset(Town.Start) + SessionService.Longest);
        Assert.False(await IsOpenAsync(used));

        Assert.Equal(
            [SessionEnd.Idle, SessionEnd.TooLong, SessionEnd.Elsewhere, SessionEnd.Idle],
            [await WhyAsync(idle), await WhyAsync(used), await WhyAsync(elsewhere), await WhyAsync(Guid.NewGuid())]);
        Town.Write(db => db.Users.Single(a => a.Id == _person.AccountId).DisabledAt = Town.Clock.Now);
        Assert.Equal(SessionEnd.Disabled, await WhyAsync(elsewhere));

        Task<SessionEnd> WhyAsync(Guid session) => _sessions.WhyEndedAsync(session, _person.AccountId, Cancellation);
    }

    [Fact]
    public async Task Sweep_WhenEndedLongAgo_DeletesTheSession()
    {
        var (ended, left, open) = (await BeginAsync(), await BeginAsync(), Guid.NewGuid());
        await _sessions.EndAsync(ended, Cancellation);
        await _sessions.SweepAsync(_time.GetUtcNow().UtcDateTime + SessionService.Kept, Cancellation);
        Assert.NotNull(EndOf(ended));

        _time.Advance(SessionService.Kept + SessionService.Longest + TimeSpan.FromMinutes(1));
        open = await BeginAsync();
        await _sessions.SweepAsync(_time.GetUtcNow().UtcDateTime, Cancellation);

        using var db = Town.Look();
        Assert.Equal([open], db.Sessions.Where(s => s.Id == ended || s.Id == left || s.Id == open).Select(s => s.Id));
        Assert.True(await IsOpenAsync(open));
    }

    [Fact]
    public async Task End_WhenEndedAlready_KeepsTheFirstMoment()
    {
        var session = await BeginAsync();
        await _sessions.EndAsync(session, Cancellation);
        var end = EndOf(session);
        _time.Advance(TimeSpan.FromMinutes(1));
        await _sessions.EndAsync(session, Cancellation);

        Assert.Equal(end, EndOf(session));
        Assert.False(await IsOpenAsync(session));
    }

    private async Task<Guid> BeginAsync() => (await _sessions.BeginAsync(_person.AccountId, Cancellation)).Value;

    private Task<bool> IsOpenAsync(Guid session) => _sessions.IsOpenAsync(session, _person.AccountId, Cancellation);

    private DateTime? EndOf(Guid session)
    {
        using var db = Town.Look();
        return db.Sessions.Single(s => s.Id == session).EndedAt;
    }

    public sealed class OnSqlite(SqliteDatabase database) : SessionServiceTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : SessionServiceTests(database), IClassFixture<PostgresDatabase>;
}
