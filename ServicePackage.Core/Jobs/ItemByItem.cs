using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using ServicePackage.Core.Data;
using ServicePackage.Core.Live;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Jobs;

/// <summary>Handles the things of a job one by one: what fails is written down for the administrator, keeps nothing from the others and does not come back for ever.</summary>
public sealed partial class ItemByItem(IDbContextFactory<AppDbContext> contexts, LiveFeed feed, ILogger<ItemByItem> logger)
{
    /// <summary>One run of a job, as of an instant (UTC, as the job counts).</summary>
    public async Task<Run> BeginAsync(Job job, DateTime asOf, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(job);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var failed = await db.FailedItems.AsNoTracking().Where(i => i.Job == job.Name).ToListAsync(cancellation);
        return new Run(this, job, asOf, failed.ToDictionary(i => new Subject(i.SubjectKind, i.SubjectId), i => i.NextTryAt));
    }

    private async Task NoteAsync(Job job, Subject subject, string name, Exception exception, DateTime asOf)
    {
        LogFailed(exception, job.Name, subject.Kind, name);
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        var item = await Of(db, job, subject).FirstOrDefaultAsync(CancellationToken.None)
            ?? db.FailedItems.Add(new FailedItem { Job = job.Name, SubjectKind = subject.Kind, SubjectId = subject.Id, Name = name, FirstAt = asOf }).Entity;
        item.NextTryAt = item.Tries < FailedItem.Distances.Count ? asOf + FailedItem.Distances[item.Tries] : null;
        item.Tries++;
        item.LastAt = asOf;
        item.Error = JobJournal.Of(exception);
        await db.SaveChangesAsync(CancellationToken.None);
        feed.Publish([new Change(nameof(Job), job.Number)]);
    }

    private async Task ForgetAsync(Job job, Subject subject, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await Of(db, job, subject).ExecuteDeleteAsync(cancellation);
        feed.Publish([new Change(nameof(Job), job.Number)]);
    }

    private static IQueryable<FailedItem> Of(AppDbContext db, Job job, Subject subject) =>
        db.FailedItems.Where(i => i.Job == job.Name && i.SubjectKind == subject.Kind && i.SubjectId == subject.Id);

    [LoggerMessage(LogLevel.Error, "The job {Job} could not handle {Kind} {Name}.")]
    private partial void LogFailed(Exception exception, string job, string kind, string name);

    /// <summary>One run of a job over its things.</summary>
    public sealed class Run
    {
        /// <summary>So many things held by others, and it is the store that takes nothing.</summary>
        private const int MostHeld = 3;

        private readonly ItemByItem _items;
        private readonly Job _job;
        private readonly DateTime _asOf;
        private readonly Dictionary<Subject, DateTime?> _failed;
        private readonly HashSet<Subject> _met = [];
        private int _held;

        internal Run(ItemByItem items, Job job, DateTime asOf, Dictionary<Subject, DateTime?> failed) => (_items, _job, _asOf, _failed) = (items, job, asOf, failed);

        /// <summary>
        /// Handles one of them and gives whether that was done: not where it has failed before and is not to be tried yet, nor where it fails
        /// now, which is written down under its name. One that somebody else holds is left to the next run. A store that takes nothing is not the thing's fault: that is thrown on, and ends the run.
        /// </summary>
        public async Task<bool> TryAsync(Subject subject, Func<Task> handle, Func<Task<string>> name, CancellationToken cancellation = default)
        {
            ArgumentNullException.ThrowIfNull(handle);
            ArgumentNullException.ThrowIfNull(name);
            _met.Add(subject);
            var hasFailed = _failed.TryGetValue(subject, out var next);
            if (hasFailed && !(next <= _asOf))
            {
                return false;
            }

            try
            {
                await handle();
            }
            catch (Exception exception) when (StorageTrouble.IsRowHeld(exception) && ++_held < MostHeld)
            {
                return false; // somebody holds this one: the next run meets it again
            }
            catch (Exception exception) when (exception is not OperationCanceledException && StorageTrouble.RefusalOf(exception) is null)
            {
                await _items.NoteAsync(_job, subject, await name(), exception, _asOf);
                return false;
            }

            if (hasFailed)
            {
                await _items.ForgetAsync(_job, subject, cancellation);
            }

            return true;
        }

        /// <summary>All that was due has been met: what failed before and is due no longer, because somebody has seen to it, is forgotten.</summary>
        public async Task EndAsync(CancellationToken cancellation = default)
        {
            foreach (var subject in _failed.Keys.Where(s => !_met.Contains(s)))
            {
                await _items.ForgetAsync(_job, subject, cancellation);
            }
        }
    }
}
