using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ServicePackage.Core;
using ServicePackage.Core.Jobs;
using ServicePackage.Core.Live;
using ServicePackage.Core.Rooms;
using ServicePackage.Tests.Support;
using ServicePackage.Web.Jobs;

namespace ServicePackage.Tests.Web.Jobs;

/// <summary>The scheduler runs what the rooms contribute, a room of these tests among them.</summary>
public sealed class ScheduleTests(SqliteDatabase database) : TownTests(database), IClassFixture<SqliteDatabase>
{
    [Fact]
    public async Task Jobs_OfEveryRoom_RunOnceAtStartAndAreListed()
    {
        using var garden = new Garden();
        garden.Gate.Release();
        using var program = Program(garden);
        var jobs = program.Services.GetRequiredService<Timetable>().Jobs;
        var ran = Heard(program, [.. jobs.Select(j => j.Number)]);
        var begun = TimeProvider.System.GetUtcNow().UtcDateTime;

        await program.StartAsync(Cancellation);
        await ran;

        var next = await program.Services.GetRequiredService<JobStarter>().NextRunsAsync(Cancellation);
        Assert.Contains(jobs, j => j.Name == "Watering");
        Assert.All(jobs, j => Assert.True(next[j.Name] > begun + j.Every - TimeSpan.FromSeconds(1), j.Name));
        Assert.All((await program.Services.GetRequiredService<JobService>().ListAsync(Town.Administrator(), Cancellation)).Value, j => Assert.NotNull(j.StartedAt));
        await program.StopAsync(Cancellation);
    }

    [Fact]
    public async Task Job_ThatIsRunning_IsNotBegunASecondTime()
    {
        using var garden = new Garden();
        using var program = Program(garden);
        var (starter, administrator) = (program.Services.GetRequiredService<JobStarter>(), Town.Administrator());
        var others = Heard(program, [1, 2, 3, 4, 5, 6]);
        await program.StartAsync(Cancellation);
        await garden.Begun.WaitAsync(Cancellation);
        await others;

        var another = Heard(program, [3]);
        Assert.Null(await starter.RunNowAsync(administrator, Guid.NewGuid(), "Watering", Cancellation));
        Assert.Null(await starter.RunNowAsync(administrator, Guid.NewGuid(), "AttachmentSweep", Cancellation));
        await another; // others run meanwhile

        Assert.Equal(0, garden.Begun.CurrentCount);
        garden.Gate.Release(2);
        await garden.Begun.WaitAsync(Cancellation);
        Assert.Equal(1, garden.MostAtOnce);
        await program.StopAsync(Cancellation);
    }

    private IHost Program(Garden garden)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(Town.Contexts).AddTown().AddJobs();
        builder.Services.AddSingleton(garden).AddSingleton<IRoom>(garden);
        return builder.Build();
    }

    /// <summary>Done when each of these jobs has been told of as run.</summary>
    private static Task Heard(IHost program, HashSet<long> numbers)
    {
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        program.Services.GetRequiredService<LiveFeed>().Subscribe(changes =>
        {
            lock (numbers)
            {
                numbers.ExceptWith(changes.Where(c => c.Subject == nameof(Job)).Select(c => c.Id));
                if (numbers.Count == 0)
                {
                    all.TrySetResult();
                }
            }
        });
        return all.Task.WaitAsync(Cancellation);
    }

    /// <summary>Waters until it is let through the gate.</summary>
    private sealed class Garden : IJobs, IDisposable
    {
        private int _atOnce;

        public SemaphoreSlim Gate { get; } = new(0);

        public SemaphoreSlim Begun { get; } = new(0);

        public int MostAtOnce { get; private set; }

        public IReadOnlyList<Job> Jobs => [Job.Of<Garden>("Watering", 901, TimeSpan.FromHours(1), (garden, _, cancellation) => garden.WaterAsync(cancellation))];

        public void Dispose()
        {
            Gate.Dispose();
            Begun.Dispose();
        }

        private async Task<int> WaterAsync(CancellationToken cancellation)
        {
            MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _atOnce));
            Begun.Release();
            await Gate.WaitAsync(cancellation);
            Interlocked.Decrement(ref _atOnce);
            return 1;
        }
    }
}
