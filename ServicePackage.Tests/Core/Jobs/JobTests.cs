using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServicePackage.Core.Jobs;
using ServicePackage.Core.Live;
using ServicePackage.Core.Rooms;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Jobs;

/// <summary>What the administrator learns of a job, and who may start one; told of jobs that a room of these tests contributes.</summary>
public abstract class JobTests : TownTests
{
    private readonly Garden _garden = new();
    private readonly Timetable _timetable;
    private readonly JobService _jobs;

    protected JobTests(TestDatabase database)
        : base(database)
    {
        _timetable = new Timetable(Town.HouseWith(new Shed()));
        _jobs = new JobService(Town.Runner, _timetable);
        Town.Write(db => db.JobRuns.ExecuteDelete());
    }

    [Fact]
    public async Task Run_ThatSucceeds_IsShownWithWhatItDid()
    {
        var heard = new List<Change>();
        using var screen = Town.Feed.Subscribe(heard.AddRange);
        _garden.Water = asOf =>
        {
            Assert.Equal(Town.Start, asOf);
            Town.Time.Advance(TimeSpan.FromMilliseconds(40));
            return 3;
        };

        await RunAsync("Watering");

        var shown = (await _jobs.ListAsync(Town.Administrator(), Cancellation)).Value;
        Assert.Equal(_timetable.Jobs.Select(j => j.Name), shown.Select(j => j.Job));
        Assert.Equal(new JobView("Watering", Town.Start, TimeSpan.FromMilliseconds(40), 3, false, null, ""), shown.Single(j => j.Job == "Watering"));
        Assert.Null(shown[0].StartedAt);
        Assert.Equal([new Change("Job", 901)], heard);
    }

    [Fact]
    public async Task Run_ThatFails_IsShownUntilOneSucceedsAndThrownOn()
    {
        var administrator = Town.Administrator();
        _garden.Water = _ => throw new InvalidOperationException("The well is dry.");
        await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync("Watering"));

        var failed = await ShownAsync();
        Assert.Equal((true, Town.Start, "InvalidOperationException: The well is dry."), (failed.LastFailed, failed.FailedAt, failed.Error));
        Town.Time.Advance(TimeSpan.FromMinutes(1));
        _garden.Water = _ => 0;
        await RunAsync("Watering");

        var mended = await ShownAsync();
        Assert.Equal((false, Town.Start), (mended.LastFailed, mended.FailedAt));

        async Task<JobView> ShownAsync() => (await _jobs.ListAsync(administrator, Cancellation)).Value.Single(j => j.Job == "Watering");
    }

    [Fact]
    public async Task Run_InATownSetForward_IsAsOfItsClockOrOfRealTime()
    {
        var seen = new List<DateTime>();
        _garden.Water = asOf =>
        {
            seen.Add(asOf);
            return 1;
        };
        Town.Clock.GoTo(Town.Start.AddDays(9));

        await RunAsync("Watering");
        await RunAsync("WindingTheClock");

        Assert.Equal([Town.Start.AddDays(9), Town.Start], seen);
    }

    [Fact]
    public async Task Jobs_ForAnybodyButAnAdministrator_DoNotExist()
    {
        foreach (var caller in new[] { Town.CentreLead(), Town.TownLeader(), Town.EnterpriseUser(Town.Enterprise()) })
        {
            Assert.Equal("NotFound", (await _jobs.ListAsync(caller, Cancellation)).Refusal?.Code);
            Assert.Equal("NotFound", (await _jobs.AllowRunAsync(caller, Guid.NewGuid(), "Watering", Cancellation)).Refusal?.Code);
        }
    }

    [Fact]
    public async Task Job_OfNoRoom_DoesNotExist()
    {
        Assert.Equal("NotFound", (await _jobs.AllowRunAsync(Town.Administrator(), Guid.NewGuid(), "Mowing", Cancellation)).Refusal?.Code);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => RunAsync("Mowing"));
    }

    [Fact]
    public async Task Run_AskedForByTheAdministrator_StandsInTheHistory()
    {
        var administrator = Town.Administrator();

        Assert.True((await _jobs.AllowRunAsync(administrator, Guid.NewGuid(), "Watering", Cancellation)).Done);

        await using var db = Town.Look();
        var entry = await db.History.SingleAsync(h => h.Subject == "Job" && h.AccountId == administrator.AccountId, Cancellation);
        Assert.Equal(("RunNow", 901L), (entry.Act, entry.SubjectId));
    }

    [Fact]
    public void Jobs_OfOneNameOrNumber_AreABug()
    {
        Assert.Throws<ArgumentException>(() => new Timetable(Town.HouseWith(new Shed(), new Shed())));
        Assert.Throws<ArgumentException>(() => new Timetable(Town.HouseWith(new Shed(), new Shed { First = 903 })));
    }

    private async Task RunAsync(string name)
    {
        await using var services = new ServiceCollection().AddSingleton(_garden).BuildServiceProvider();
        var journal = new JobJournal(Town.Contexts, Town.Time, Town.Feed);
        await new JobRunner(_timetable, journal, services, Town.Clock, Town.Time).RunAsync(name, Cancellation);
    }

    /// <summary>What the jobs of these tests do.</summary>
    private sealed class Garden
    {
        public Func<DateTime, int> Water { get; set; } = _ => 0;
    }

    private sealed class Shed : IJobs
    {
        public long First { get; init; } = 901;

        public IReadOnlyList<Job> Jobs =>
        [
            Job.Of<Garden>("WindingTheClock", First + 1, TimeSpan.FromDays(1), (garden, asOf, _) => Task.FromResult(garden.Water(asOf)), onRealTime: true),
            Job.Of<Garden>("Watering", First, TimeSpan.FromHours(1), (garden, asOf, _) => Task.FromResult(garden.Water(asOf))),
        ];
    }

    public sealed class OnSqlite(SqliteDatabase database) : JobTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : JobTests(database), IClassFixture<PostgresDatabase>;
}
