using Quartz;
using ServicePackage.Core.Jobs;
using ServicePackage.Core.Operations;

namespace ServicePackage.Web.Jobs;

/// <summary>What only the scheduler knows of a job: when it runs next; and starting one out of turn.</summary>
public sealed class JobStarter(ISchedulerFactory schedulers, JobService jobs)
{
    /// <summary>When each job runs next (UTC, real time).</summary>
    public async Task<IReadOnlyDictionary<Job, DateTime?>> NextRunsAsync(CancellationToken cancellation = default)
    {
        var scheduler = await schedulers.GetScheduler(cancellation);
        var next = new Dictionary<Job, DateTime?>();
        foreach (var job in Enum.GetValues<Job>())
        {
            var triggers = await scheduler.GetTriggersOfJob(KeyOf(job), cancellation);
            next[job] = triggers.Min(t => t.NextFireTimeUtc)?.UtcDateTime;
        }

        return next;
    }

    /// <summary>Starts a job now, in the background, where the caller may; its refusal otherwise.</summary>
    public async Task<Refusal?> RunNowAsync(Caller caller, Guid commandId, Job job, CancellationToken cancellation = default)
    {
        var outcome = await jobs.AllowRunAsync(caller, commandId, job, cancellation);
        if (outcome.Done)
        {
            var scheduler = await schedulers.GetScheduler(cancellation);
            await scheduler.TriggerJob(KeyOf(job), cancellation);
        }

        return outcome.Refusal;
    }

    internal static JobKey KeyOf(Job job) => new(job.ToString());
}
