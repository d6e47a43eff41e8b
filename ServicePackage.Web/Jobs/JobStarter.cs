using Quartz;
using ServicePackage.Core.Jobs;
using ServicePackage.Core.Operations;

namespace ServicePackage.Web.Jobs;

/// <summary>What only the scheduler knows of a job: when it runs next; and starting one out of turn.</summary>
public sealed class JobStarter(ISchedulerFactory schedulers, JobService jobs, Timetable timetable)
{
    /// <summary>When each job runs next (UTC, real time), by its name.</summary>
    public async Task<IReadOnlyDictionary<string, DateTime?>> NextRunsAsync(CancellationToken cancellation = default)
    {
        var scheduler = await schedulers.GetScheduler(cancellation);
        var next = new Dictionary<string, DateTime?>();
        foreach (var job in timetable.Jobs)
        {
            var triggers = await scheduler.GetTriggersOfJob(KeyOf(job.Name), cancellation);
            next[job.Name] = triggers.Min(t => t.NextFireTimeUtc)?.UtcDateTime;
        }

        return next;
    }

    /// <summary>Starts a job now, in the background, where the caller may; its refusal otherwise.</summary>
    public async Task<Refusal?> RunNowAsync(Caller caller, Guid commandId, string job, CancellationToken cancellation = default)
    {
        var outcome = await jobs.AllowRunAsync(caller, commandId, job, cancellation);
        if (outcome.Done)
        {
            await StartAsync(job, cancellation);
        }

        return outcome.Refusal;
    }

    /// <summary>Starts a job now, in the background, for whoever has been allowed what it does.</summary>
    internal async Task StartAsync(string job, CancellationToken cancellation = default) =>
        await (await schedulers.GetScheduler(cancellation)).TriggerJob(KeyOf(job), cancellation);

    internal static JobKey KeyOf(string job) => new(job);
}
