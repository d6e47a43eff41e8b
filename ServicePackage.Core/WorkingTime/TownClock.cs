namespace ServicePackage.Core.WorkingTime;

/// <summary>
/// The clock of the domain. Registered under its own type, so that cookies, lock-outs, the scheduler
/// and telemetry stay on real time while the town's time is set by a test or a demo run.
/// </summary>
public sealed class TownClock(TimeProvider time) : TimeProvider
{
    private long _ahead;

    /// <summary>How far the town's time is ahead of real time: nothing, but in a demo run whose clock was set forward.</summary>
    public TimeSpan Ahead => TimeSpan.FromTicks(Interlocked.Read(ref _ahead));

    /// <summary>Now, as the procedure sees it.</summary>
    public override DateTimeOffset GetUtcNow() => time.GetUtcNow() + Ahead;

    /// <summary>A timer of the time the town's clock follows: how long one waits is the same, whatever the hour is set to.</summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => time.CreateTimer(callback, state, dueTime, period);

    /// <summary>Sets the town's time forward to an instant (UTC); never back, since what is stored must not lie in the future.</summary>
    public void GoTo(DateTime utc)
    {
        var ahead = utc - time.GetUtcNow().UtcDateTime;
        ArgumentOutOfRangeException.ThrowIfLessThan(ahead, Ahead);
        Interlocked.Exchange(ref _ahead, ahead.Ticks);
    }

    /// <summary>Now in UTC, cut to milliseconds: what is stored is what is hashed into the history.</summary>
    public DateTime Now
    {
        get
        {
            var now = GetUtcNow().UtcDateTime;
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
        }
    }

    /// <summary>Today in Shanghai.</summary>
    public DateOnly Today => TownTime.DayOf(Now);
}
