using Quartz;

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
        .AddQuartz(quartz =>
        {
            quartz.UseInMemoryStore();
            quartz.ScheduleJob<TicketSweepJob>(t => t.StartNow().WithSimpleSchedule(s => s.WithInterval(EachMinute).RepeatForever()));
            quartz.ScheduleJob<HistorySealJob>(t => t.StartNow().WithSimpleSchedule(s => s.WithInterval(EachMinute).RepeatForever()));
            quartz.ScheduleJob<AttachmentSweepJob>(t => t.StartNow().WithSimpleSchedule(s => s.WithInterval(EachHour).RepeatForever()));
            quartz.ScheduleJob<ReceiptSweepJob>(t => t.StartNow().WithSimpleSchedule(s => s.WithInterval(EachDay).RepeatForever()));
            quartz.ScheduleJob<SessionSweepJob>(t => t.StartNow().WithSimpleSchedule(s => s.WithInterval(EachDay).RepeatForever()));
        })
        .AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
}
