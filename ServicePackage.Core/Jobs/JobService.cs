using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Jobs;

/// <summary>How a job's last run went.</summary>
/// <param name="Job">Its name.</param>
/// <param name="StartedAt">When the last run began (UTC, real time); null when there was none yet.</param>
/// <param name="Took">How long it took.</param>
/// <param name="Handled">How many things it handled.</param>
/// <param name="LastFailed">Whether that run failed.</param>
/// <param name="FailedAt">When a run last failed; null when none has.</param>
/// <param name="Error">Why.</param>
public sealed record JobView(string Job, DateTime? StartedAt, TimeSpan Took, int Handled, bool LastFailed, DateTime? FailedAt, string Error);

/// <summary>The jobs as the administrator sees them.</summary>
public sealed class JobService(OperationRunner operations, Timetable timetable)
{
    private const string RunNow = "RunNow";

    /// <summary>Every job with its last run. NotFound for anybody but an administrator.</summary>
    public Task<Outcome<IReadOnlyList<JobView>>> ListAsync(Caller caller, CancellationToken cancellation = default) =>
        operations.ReadAsync<IReadOnlyList<JobView>>(caller, async op =>
        {
            if (!op.Actor.IsAdministrator)
            {
                return Refusal.NotFound;
            }

            var runs = await op.Db.JobRuns.ToDictionaryAsync(r => r.Job, cancellation);
            return timetable.Jobs
                .Select(job => runs.TryGetValue(job.Name, out var run)
                    ? new JobView(job.Name, run.StartedAt, run.Took, run.Handled, run.LastFailed, run.FailedAt, run.Error)
                    : new JobView(job.Name, null, TimeSpan.Zero, 0, false, null, ""))
                .ToList();
        }, cancellation);

    /// <summary>Allows a run out of turn and writes down who asked for it; the scheduler starts it. NotFound for anybody but an administrator, and for a job that no room has.</summary>
    public Task<Outcome<Nothing>> AllowRunAsync(Caller caller, Guid commandId, string job, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Nothing>(caller, commandId, op =>
        {
            if (!op.Actor.IsAdministrator || timetable.Find(job) is not { } found)
            {
                return Task.FromResult<Outcome<Nothing>>(Refusal.NotFound);
            }

            op.Note(found, RunNow);
            return Task.FromResult<Outcome<Nothing>>(Nothing.Value);
        }, cancellation);
}
