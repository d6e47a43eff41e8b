using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;
using ServicePackage.Core.Live;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Jobs;

/// <summary>Writes down how each run of a job went, for the administrator; a failure is written down and thrown on, to the scheduler and the log.</summary>
public sealed class JobJournal(IDbContextFactory<AppDbContext> contexts, TimeProvider time, LiveFeed feed)
{
    /// <summary>Runs the work and keeps when it began, how long it took, how many things it handled or what went wrong.</summary>
    public async Task RunAsync(Job job, Func<CancellationToken, Task<int>> work, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(work);
        var begun = time.GetTimestamp();
        var startedAt = time.GetUtcNow().UtcDateTime;
        startedAt = startedAt.AddTicks(-(startedAt.Ticks % TimeSpan.TicksPerMillisecond)); // as the databases keep it
        try
        {
            var handled = await work(cancellation);
            await KeepAsync(job, run => (run.StartedAt, run.Took, run.Handled) = (startedAt, time.GetElapsedTime(begun), handled), cancellation);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            await KeepAsync(job, run => (run.StartedAt, run.Took, run.Handled, run.FailedAt, run.Error) = (startedAt, time.GetElapsedTime(begun), 0, startedAt, Of(exception)), cancellation);
            throw;
        }
    }

    /// <summary>What is kept of a failure.</summary>
    internal static string Of(Exception exception)
    {
        var text = $"{exception.GetType().Name}: {exception.GetBaseException().Message}";
        return TextRules.Cut(text, JobRun.LongestError);
    }

    private async Task KeepAsync(Job job, Action<JobRun> write, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var run = await db.JobRuns.FirstOrDefaultAsync(r => r.Job == job.Name, cancellation) ?? db.JobRuns.Add(new JobRun { Job = job.Name }).Entity;
        write(run);
        await db.SaveChangesAsync(cancellation);
        feed.Publish([new Change(nameof(Job), job.Number)]);
    }
}
