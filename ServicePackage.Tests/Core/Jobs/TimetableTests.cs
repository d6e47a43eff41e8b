using System.Globalization;
using System.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ServicePackage.Core;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.Data;
using ServicePackage.Core.FollowUps;
using ServicePackage.Core.Jobs;
using ServicePackage.Core.Mail;
using ServicePackage.Core.Notices;
using ServicePackage.Core.Policies;
using ServicePackage.Core.Words;
using ServicePackage.Tests.Core.Tickets;
using ServicePackage.Tests.Support;
using ServicePackage.Web.Features.Jobs;

namespace ServicePackage.Tests.Core.Jobs;

/// <summary>The jobs of the program: documented, named, and each does its work in the domain as it is registered.</summary>
public abstract class TimetableTests(TestDatabase database) : TicketTests(database)
{
    private static readonly TimeSpan Long = TimeSpan.FromDays(500);

    /// <summary>What makes one thing due for each job, and what is left of it afterwards.</summary>
    private static readonly Dictionary<string, (Func<TimetableTests, Task> Prepare, Func<TimetableTests, Task<int>> Left)> Work = new()
    {
        ["TicketSweep"] = (t => t.RaisedAsync(), t => t.CountAsync(db => db.TicketClocks.CountAsync(c => c.EndedAt == null && c.NextAt < t.Town.Clock.Now))),
        ["HistorySeal"] = (t => t.RaisedAsync(), t => t.CountAsync(db => db.History.CountAsync(h => h.SealSequence == null))),
        ["AttachmentSweep"] = (
            async t =>
            {
                await using var content = new MemoryStream(SampleFiles.Pdf());
                Assert.True((await new AttachmentService(t.Town.Runner, t.Town.Contexts, t.Town.Clock, t.Town.Time).StoreAsync(t.Applicant, "说明.pdf", content)).Done);
            },
            t => t.CountAsync(db => db.Attachments.CountAsync())),
        ["ReceiptSweep"] = (t => t.RaisedAsync(), t => t.CountAsync(db => db.CommandReceipts.CountAsync())),
        ["SessionSweep"] = (
            t =>
            {
                t.Town.SignOut(t.Town.SignedIn(t.Applicant));
                return Task.CompletedTask;
            },
            t => t.CountAsync(db => db.Sessions.CountAsync())),
        ["SearchRenewal"] = (
            async t =>
            {
                await t.RaisedAsync();
                t.Town.Write(db => db.SearchEntries.ExecuteUpdate(e => e.SetProperty(x => x.Words, "旧")));
            },
            t => t.CountAsync(db => db.SearchEntries.CountAsync(e => e.Words == "旧"))),
        ["MatchSweep"] = (
            t =>
            {
                t.Town.Write(db => db.Unweighed.Add(new Unweighed { EnterpriseId = t.Enterprise.Id, At = t.Town.Clock.Now }));
                return Task.CompletedTask;
            },
            t => t.CountAsync(db => db.Unweighed.CountAsync())),
        ["DigestSweep"] = (
            t =>
            {
                var clause = t.Town.PublishedClause(t.Unit, t.Officer, "稳岗补贴", null);
                t.Town.Write(db => db.Matches.Add(new KeptMatch { EnterpriseId = t.Enterprise.Id, ClauseId = clause.ClauseId, Since = t.Town.Clock.Now }));
                t.Town.Write(db => db.RemoveRange(db.PolicyClauses.Include(c => c.Windows).Single(c => c.ClauseId == clause.ClauseId).Windows)); // over by then, it would not be told
                return Task.CompletedTask;
            },
            t => t.CountAsync(db => db.Matches.CountAsync(m => m.ToldAt == null))),
        ["FollowUpSweep"] = (
            t =>
            {
                t.Town.Write(db => db.FollowUpMonths.Add(new FollowUpMonth { Month = new DateOnly(2026, 3, 1), DueAt = t.Town.Clock.Now }));
                return Task.CompletedTask;
            },
            t => t.CountAsync(db => db.FollowUpMonths.CountAsync(m => m.CompleteAt == null && m.DueAt <= t.Town.Clock.Now))),
        ["MailSweep"] = (t => t.SentAsync(), t => t.CountAsync(db => db.MailItems.CountAsync())),
    };

    public static TheoryData<string> Jobs => [.. new Timetable(Town.House).Jobs.Select(j => j.Name)];

    [Theory]
    [MemberData(nameof(Jobs))]
    public async Task Job_DoesItsWorkInTheDomainAndIsJournaled(string job)
    {
        Town.Write(db => db.JobRuns.ExecuteDelete());
        await Work[job].Prepare(this);
        Town.Time.Advance(Long);
        Assert.NotEqual(0, await Work[job].Left(this));
        await using var program = Program();

        await program.GetRequiredService<JobRunner>().RunAsync(job, Cancellation);

        Assert.Equal(0, await Work[job].Left(this));
        await using var db = Town.Look();
        var run = await db.JobRuns.SingleAsync(Cancellation);
        Assert.Equal((job, Town.Clock.Now), (run.Job, run.StartedAt));
        Assert.Null(run.FailedAt);
    }

    [Fact]
    public async Task Rooms_OfTheProgram_AreThoseOfTheTests()
    {
        await using var program = Program();

        Assert.Equal(
            new Timetable(Town.House).Jobs.Select(j => (j.Number, j.Name)),
            program.GetRequiredService<Timetable>().Jobs.Select(j => (j.Number, j.Name)));
    }

    [Theory]
    [MemberData(nameof(Jobs))]
    public void Job_HasItsWords(string job)
    {
        Assert.NotNull(Wording.Find($"Job.{job}"));
        Assert.NotNull(new ResourceManager(typeof(JobTexts)).GetString($"Purpose.{job}", CultureInfo.GetCultureInfo("zh-CN")));
    }

    [Fact]
    public void Page_OfTheDocumentation_IsTheTimetable()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        var path = Path.Combine(Repository.Root, "docs", "jobs.md");
        if (Environment.GetEnvironmentVariable("DOCS_WRITE") == "1")
        {
            File.WriteAllText(path, TimetablePage.Render());
        }

        Assert.Equal(TimetablePage.Render(), File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    private ServiceProvider Program() => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
        .AddLogging()
        .AddSingleton<TimeProvider>(Town.Time)
        .AddSingleton(Town.Clock)
        .AddSingleton(Town.Contexts)
        .AddTown()
        .BuildServiceProvider();

    private async Task<int> CountAsync(Func<AppDbContext, Task<int>> count)
    {
        await using var db = Town.Look();
        return await count(db);
    }

    private Task SentAsync()
    {
        Town.Write(db => db.MailItems.Add(new MailItem
        {
            AccountId = Applicant.AccountId,
            MessageKey = Guid.NewGuid(),
            At = Town.Clock.Now,
            SentAt = Town.Clock.Now,
            Notice = new Notice { AccountId = Applicant.AccountId, Kind = "Moved", At = Town.Clock.Now },
        }));
        return Task.CompletedTask;
    }

    public sealed class OnSqlite(SqliteDatabase database) : TimetableTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : TimetableTests(database), IClassFixture<PostgresDatabase>;
}
