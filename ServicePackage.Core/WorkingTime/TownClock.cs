namespace ServicePackage.Core.WorkingTime;

/// <summary>
/// The clock of the domain. Registered under its own type, so that cookies, lock-outs, the scheduler
/// and telemetry stay on real time while the town's time is set by a test or a demo run.
/// </summary>
public sealed class TownClock(TimeProvider time) : TimeProvider
{
    /// <summary>Now, as the procedure sees it.</summary>
    public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

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
