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
/// <param name="Items">How many of the things it handles have failed and are not handled yet.</param>
public sealed record JobView(string Job, DateTime? StartedAt, TimeSpan Took, int Handled, bool LastFailed, DateTime? FailedAt, string Error, int Items = 0);

/// <summary>A thing that a job could not handle. The instants are UTC, as the job counts.</summary>
/// <param name="Id">Key.</param>
/// <param name="Job">The job's name.</param>
/// <param name="Kind">The kind of thing: the name of the entity.</param>
/// <param name="Name">What it is called by people.</param>
/// <param name="FirstAt">When it first failed.</param>
/// <param name="LastAt">When it failed last.</param>
/// <param name="Tries">How often it was tried.</param>
/// <param name="NextTryAt">When it is tried again; null once it is given up.</param>
/// <param name="Error">Why it failed last.</param>
public sealed record FailedItemView(long Id, string Job, string Kind, string Name, DateTime FirstAt, DateTime LastAt, int Tries, DateTime? NextTryAt, string Error);

/// <summary>The jobs as the administrator sees them.</summary>
public sealed class JobService(OperationRunner operations, Timetable timetable)
{
    internal const string RunNow = "RunNow";
    internal const string TryAgain = "TryAgain";

    /// <summary>Every job with its last run. NotFound for anybody but an administrator.</summary>
    public Task<Outcome<IReadOnlyList<JobView>>> ListAsync(Caller caller, CancellationToken cancellation = default) =>
        operations.ReadAsync<IReadOnlyList<JobView>>(caller, async op =>
        {
            if (!op.Actor.IsAdministrator)
            {
                return Refusal.NotFound;
            }

            var runs = await op.Db.JobRuns.ToDictionaryAsync(r => r.Job, cancellation);
            var items = await op.Db.FailedItems.GroupBy(i => i.Job).Select(g => new { Job = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Job, g => g.Count, cancellation);
            return timetable.Jobs
                .Select(job => (runs.TryGetValue(job.Name, out var run)
                    ? new JobView(job.Name, run.StartedAt, run.Took, run.Handled, run.LastFailed, run.FailedAt, run.Error)
                    : new JobView(job.Name, null, TimeSpan.Zero, 0, false, null, "")) with
                { Items = items.GetValueOrDefault(job.Name) })
                .ToList();
        }, cancellation);

    /// <summary>A page of what the jobs could not handle, what failed last first. NotFound for anybody but an administrator.</summary>
    public Task<Outcome<Page<FailedItemView>>> FailedAsync(Caller caller, int skip, int take, CancellationToken cancellation = default) =>
        operations.ReadAsync<Page<FailedItemView>>(caller, async op => !op.Actor.IsAdministrator
            ? Refusal.NotFound
            : await op.Db.FailedItems.OrderByDescending(i => i.LastAt).ThenBy(i => i.Id)
                .Select(i => new FailedItemView(i.Id, i.Job, i.SubjectKind, i.Name, i.FirstAt, i.LastAt, i.Tries, i.NextTryAt, i.Error))
                .PageAsync(skip, take, cancellation), cancellation);

    /// <summary>
    /// Lets all that a job could not handle be tried again, and gives how many; its next run does it. NotFound for anybody but an
    /// administrator, and for a job that no room has.
    /// </summary>
    public Task<Outcome<int>> TryFailedAgainAsync(Caller caller, Guid commandId, string job, CancellationToken cancellation = default) =>
        operations.ChangeAsync<int>(caller, commandId, async op =>
        {
            if (!op.Actor.IsAdministrator || timetable.Find(job) is not { } found)
            {
                return Refusal.NotFound;
            }

            var items = await op.Db.FailedItems.Where(i => i.Job == job)
                .ExecuteUpdateAsync(i => i.SetProperty(x => x.NextTryAt, op.Now).SetProperty(x => x.Tries, 0), cancellation);
            op.Note(found, TryAgain, new { Items = items });
            return items;
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
