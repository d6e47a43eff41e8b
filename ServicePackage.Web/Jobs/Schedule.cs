using Quartz;
using ServicePackage.Core.Jobs;

namespace ServicePackage.Web.Jobs;

/// <summary>
/// The whole schedule. A job only asks a method of Core to handle what is due; Core's stored due instants decide, so a
/// missed or doubled run changes nothing. Each runs once at start.
/// </summary>
public static class Schedule
{
    private static readonly TimeSpan EachMinute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan EachHour = TimeSpan.FromHours(1);
    private static readonly TimeSpan EachDay = TimeSpan.FromDays(1);

    /// <summary>Adds the scheduler with its jobs; on real time, whatever the town's clock says.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services) => services
        .AddSingleton<JobStarter>()
        .AddQuartz(quartz =>
        {
            quartz.UseInMemoryStore();
            Each<TicketSweepJob>(Job.TicketSweep, EachMinute);
            Each<HistorySealJob>(Job.HistorySeal, EachMinute);
            Each<AttachmentSweepJob>(Job.AttachmentSweep, EachHour);
            Each<ReceiptSweepJob>(Job.ReceiptSweep, EachDay);
            Each<SessionSweepJob>(Job.SessionSweep, EachDay);
            Each<MailSweepJob>(Job.MailSweep, EachMinute);

            void Each<T>(Job job, TimeSpan interval)
                where T : class, IJob =>
                quartz.ScheduleJob<T>(t => t.StartNow().WithSimpleSchedule(s => s.WithInterval(interval).RepeatForever()), j => j.WithIdentity(JobStarter.KeyOf(job)));
        })
        .AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
}
