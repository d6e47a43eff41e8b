using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Jobs;

/// <summary>Runs any job by its name, as of the present instant of its clock, and keeps how it went.</summary>
public sealed class JobRunner(Timetable timetable, JobJournal journal, IServiceProvider services, TownClock clock, TimeProvider time)
{
    /// <summary>Runs it once. A failure is written down and thrown on; a name that no job has is a bug.</summary>
    public Task RunAsync(string name, CancellationToken cancellation = default)
    {
        var job = timetable.Find(name) ?? throw new ArgumentOutOfRangeException(nameof(name), name, "No room has this job.");
        var asOf = job.OnRealTime ? time.GetUtcNow().UtcDateTime : clock.Now;
        return journal.RunAsync(job, stop => job.RunAsync(services, asOf, stop), cancellation);
    }
}
