using Microsoft.Extensions.Options;
using ServicePackage.Core.Live;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Web.Hosting;

/// <summary>
/// Lets every open screen follow the day: at midnight, when offices open and when they close, days left and over, warnings and
/// breaches read otherwise although nobody changed anything. One timer for the whole process.
/// </summary>
public sealed class DayTurn(TownClock clock, LiveFeed feed, IOptionsMonitor<ProcedureSettings> settings) : IHostedService, IDisposable
{
    /// <summary>A deadline is over after its last instant, not in it.</summary>
    public static readonly TimeSpan JustAfter = TimeSpan.FromSeconds(1);

    /// <summary>The clock is looked at this often at least: it may be set, or the machine may have slept.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private ITimer? _timer;
    private DateTime _next;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _next = NextAfter(clock.Now);
        _timer = clock.CreateTimer(_ => Look(), null, Wait(), Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose() => _timer?.Dispose();

    private void Look()
    {
        if (clock.Now >= _next)
        {
            _next = NextAfter(clock.Now);
            feed.Publish([new Change(Change.Clock, 0)]);
        }

        _timer?.Change(Wait(), Timeout.InfiniteTimeSpan);
    }

    private TimeSpan Wait()
    {
        var left = _next - clock.Now;
        return left > LongestWait ? LongestWait : left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>The next instant (UTC) at which what screens say of days changes by itself.</summary>
    private DateTime NextAfter(DateTime now)
    {
        var (today, limits) = (TownTime.DayOf(now), settings.CurrentValue);
        var turns = from day in new[] { today, today.AddDays(1) }
                    from hour in new[] { TimeOnly.MinValue, limits.Opening, limits.CloseOfBusiness }
                    select TownTime.At(day, hour).Add(JustAfter);
        return turns.Where(t => t > now).Min();
    }
}
