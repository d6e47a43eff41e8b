using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Jobs;
using ServicePackage.Core.Live;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Jobs;

/// <summary>What the administrator learns of a job, and who may start one.</summary>
public abstract class JobTests : TownTests
{
    private readonly JobJournal _journal;
    private readonly JobService _jobs;

    protected JobTests(TestDatabase database)
        : base(database)
    {
        _journal = new JobJournal(Town.Contexts, Town.Time, Town.Feed);
        _jobs = new JobService(Town.Runner);
    }

    [Fact]
    public async Task Run_ThatSucceeds_IsShownWithWhatItDid()
    {
        var heard = new List<Change>();
        using var screen = Town.Feed.Subscribe(heard.AddRange);

        await _journal.RunAsync(Job.TicketSweep, _ =>
        {
            Town.Time.Advance(TimeSpan.FromMilliseconds(40));
            return Task.FromResult(3);
        }, Cancellation);

        var shown = (await _jobs.ListAsync(Town.Administrator(), Cancellation)).Value;
        Assert.Equal(Enum.GetValues<Job>(), shown.Select(j => j.Job));
        Assert.Equal(new JobView(Job.TicketSweep, Town.Start, TimeSpan.FromMilliseconds(40), 3, false, null, ""), shown[0]);
        Assert.Null(shown[1].StartedAt);
        Assert.Equal([new Change(nameof(Job), (long)Job.TicketSweep)], heard);
    }

    [Fact]
    public async Task Run_ThatFails_IsShownUntilOneSucceedsAndThrownOn()
    {
        var administrator = Town.Administrator();
        await Assert.ThrowsAsync<InvalidOperationException>(() => _journal.RunAsync(Job.HistorySeal, _ => throw new InvalidOperationException("The disk is full."), Cancellation));

        var failed = (await _jobs.ListAsync(administrator, Cancellation)).Value[1];
        Assert.Equal((true, Town.Start, "InvalidOperationException: The disk is full."), (failed.LastFailed, failed.FailedAt, failed.Error));
        Town.Time.Advance(TimeSpan.FromMinutes(1));
        await _journal.RunAsync(Job.HistorySeal, _ => Task.FromResult(0), Cancellation);

        var mended = (await _jobs.ListAsync(administrator, Cancellation)).Value[1];
        Assert.Equal((false, Town.Start), (mended.LastFailed, mended.FailedAt));
    }

    [Fact]
    public async Task Jobs_ForAnybodyButAnAdministrator_DoNotExist()
    {
        foreach (var caller in new[] { Town.CentreLead(), Town.TownLeader(), Town.EnterpriseUser(Town.Enterprise()) })
        {
            Assert.Equal("NotFound", (await _jobs.ListAsync(caller, Cancellation)).Refusal?.Code);
            Assert.Equal("NotFound", (await _jobs.AllowRunAsync(caller, Guid.NewGuid(), Job.TicketSweep, Cancellation)).Refusal?.Code);
        }
    }

    [Fact]
    public async Task Run_AskedForByTheAdministrator_StandsInTheHistory()
    {
        var administrator = Town.Administrator();

        Assert.True((await _jobs.AllowRunAsync(administrator, Guid.NewGuid(), Job.AttachmentSweep, Cancellation)).Done);

        await using var db = Town.Look();
        var entry = await db.History.SingleAsync(h => h.Subject == nameof(Job) && h.AccountId == administrator.AccountId, Cancellation);
        Assert.Equal(("RunNow", (long)Job.AttachmentSweep), (entry.Act, entry.SubjectId));
    }

    public sealed class OnSqlite(SqliteDatabase database) : JobTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : JobTests(database), IClassFixture<PostgresDatabase>;
}
