using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;
using ServicePackage.Core.FollowUps;
using ServicePackage.Core.Live;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Policies;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Demo;

/// <summary>How far the clock of a demo run is set forward.</summary>
public enum DemoStep
{
    /// <summary>To the opening of the next working day.</summary>
    NextWorkingDay,

    /// <summary>To just after the next due date of any demand.</summary>
    NextDue,

    /// <summary>To the duties of the next month's first working day.</summary>
    NextMonth,
}

/// <summary>
/// Sets the town's clock forward in a demo run, day by day, so that everything falls due at its own hour. One server process:
/// another node would not follow.
/// </summary>
public sealed class DemoClock(IDbContextFactory<AppDbContext> contexts, OperationRunner operations, TownClock clock, CalendarSource calendars, TicketSweep sweep, MatchSweep matches, DigestSweep digests, FollowUpSweep followUps, LiveFeed feed) : IDisposable
{
    private static readonly TimeSpan JustAfter = TimeSpan.FromSeconds(1);
    private static readonly TimeOnly[] Hours = [TownTime.CalendarDuties, TownTime.Opening, TownTime.CloseOfBusiness];

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    /// <summary>Whether this process shows a demo town, whose clock can be set.</summary>
    public bool Runs { get; private set; }

    /// <summary>At the start: a demo town's clock goes on from where it was set. Never in Production.</summary>
    public async Task StartAsync(string environment, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        Runs = !string.Equals(environment, "Production", StringComparison.OrdinalIgnoreCase) && await FillingMark.IsCompleteAsync(db, cancellation);
        if (Runs && await db.DemoTimesAhead.Select(d => (TimeSpan?)d.Ahead).SingleOrDefaultAsync(cancellation) is { } ahead && ahead > clock.Ahead)
        {
            clock.GoTo(clock.Now - clock.Ahead + ahead);
        }
    }

    /// <summary>
    /// Sets the clock forward and lets every day on the way do its work; tells of each moment reached (UTC). Refusals: NotFound where this is
    /// no demo run, NotAllowed for anybody but an administrator, NothingDue, ClockMoving while another move runs.
    /// </summary>
    public async Task<Outcome<DateTime>> MoveAsync(Caller caller, Guid commandId, DemoStep step, Action<DateTime>? reached = null, CancellationToken cancellation = default)
    {
        if (!Runs)
        {
            return Refusal.NotFound;
        }

        if (!await _oneAtATime.WaitAsync(TimeSpan.Zero, cancellation))
        {
            return new Refusal("ClockMoving");
        }

        try
        {
            var target = await TargetAsync(caller, commandId, step, cancellation);
            if (target.Done)
            {
                await GoAsync(target.Value, reached, cancellation);
            }

            return target;
        }
        finally
        {
            _oneAtATime.Release();
            feed.Publish([new Change(Change.Clock, 0)]);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _oneAtATime.Dispose();

    private Task<Outcome<DateTime>> TargetAsync(Caller caller, Guid commandId, DemoStep step, CancellationToken cancellation) =>
        operations.ChangeAsync<DateTime>(caller, commandId, async op =>
        {
            if (!op.Actor.IsAdministrator)
            {
                return Refusal.NotAllowed;
            }

            var calendar = await calendars.CurrentAsync(op.Db, cancellation);
            DateTime? target = step switch
            {
                DemoStep.NextWorkingDay => TownTime.At(calendar.Add(op.Today, 1), TownTime.Opening),
                DemoStep.NextMonth => TownTime.At(calendar.FirstOfMonth(op.Today.AddMonths(1)), TownTime.CalendarDuties),
                _ => await NextDueAsync(op, cancellation),
            };
            if (target is null)
            {
                return new Refusal("NothingDue");
            }

            op.Note(new FillingMark(), FillingMark.ClockMoved, new { From = op.Now, To = target });
            return target.Value.Add(JustAfter);
        }, cancellation);

    private static Task<DateTime?> NextDueAsync(Operation op, CancellationToken cancellation) =>
        op.Db.TicketClocks.Running().Where(c => c.DueAt > op.Now).MinAsync(c => (DateTime?)c.DueAt, cancellation);

    /// <summary>Stops at each hour at which something can fall due.</summary>
    private async Task GoAsync(DateTime target, Action<DateTime>? reached, CancellationToken cancellation)
    {
        foreach (var stop in StopsBetween(clock.Now, target).ToList())
        {
            clock.GoTo(stop);
            await KeepAsync(cancellation);
            await sweep.RunAsync(clock.Now, cancellation);
            await matches.RunAsync(clock.Now, cancellation);
            await digests.RunAsync(clock.Now, cancellation);
            await followUps.RunAsync(clock.Now, cancellation);
            reached?.Invoke(stop);
        }
    }

    /// <summary>The instants (UTC) after one and up to another at which something can fall due, and the last.</summary>
    internal static IEnumerable<DateTime> StopsBetween(DateTime now, DateTime target) =>
        (from day in Enumerable.Range(TownTime.DayOf(now).DayNumber, TownTime.DayOf(target).DayNumber - TownTime.DayOf(now).DayNumber + 1)
         from hour in Hours
         select TownTime.At(DateOnly.FromDayNumber(day), hour).Add(JustAfter))
        .Append(target).Where(stop => stop > now && stop <= target).Distinct();

    private async Task KeepAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var kept = await db.DemoTimesAhead.SingleOrDefaultAsync(cancellation) ?? db.DemoTimesAhead.Add(new DemoTimeAhead()).Entity;
        kept.Ahead = clock.Ahead;
        await db.SaveChangesAsync(cancellation);
    }
}
