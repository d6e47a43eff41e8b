using Quartz;
using ServicePackage.Core.Jobs;

namespace ServicePackage.Web.Jobs;

/// <summary>
/// Gives every job of the timetable to the scheduler (docs/jobs.md lists them). A job only asks a method of Core to handle what is due; Core's
/// stored due instants decide, so a missed or doubled run changes nothing. Each runs once at start.
/// </summary>
public static class Schedule
{
    /// <summary>Adds the scheduler with its jobs; on real time, whatever the town's clock says.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services) => services
        .AddSingleton<JobStarter>()
        .AddTransient<HouseJob>()
        .AddHostedService<Giving>() // before the scheduler's own, which starts what it was given
        .AddQuartz(quartz => quartz.UseInMemoryStore())
        .AddQuartzHostedService(options => options.WaitForJobsToComplete = true);

    private sealed class Giving(ISchedulerFactory schedulers, Timetable timetable) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            var scheduler = await schedulers.GetScheduler(cancellationToken);
            foreach (var job in timetable.Jobs)
            {
                await scheduler.ScheduleJob(
                    JobBuilder.Create<HouseJob>().WithIdentity(JobStarter.KeyOf(job.Name)).Build(),
                    TriggerBuilder.Create().WithIdentity(job.Name).StartNow().WithSimpleSchedule(job.Every).Build(),
                    cancellationToken: cancellationToken);
            }
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
