using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using ServicePackage.Core.Live;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Support;
using ServicePackage.Web.Hosting;

namespace ServicePackage.Tests.Web.Hosting;

/// <summary>Open screens read again when the day turns.</summary>
public sealed class DayTurnTests : IDisposable
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(Town.Start)); // 10:00
    private readonly TownClock _clock;
    private readonly LiveFeed _feed = new(NullLogger<LiveFeed>.Instance);
    private readonly DayTurn _turn;
    private readonly List<DateTime> _told = [];

    public DayTurnTests()
    {
        _clock = new TownClock(_time);
        _turn = new DayTurn(_clock, _feed, new Unchanging<ProcedureSettings>());
        _feed.Subscribe(changes => _told.AddRange(changes.Where(c => c.Subject == Change.Clock).Select(_ => TownTime.Local(_clock.Now))));
    }

    public void Dispose() => _turn.Dispose();

    [Fact]
    public async Task Screens_AreToldOnce_AtCloseOfBusinessMidnightAndOpening()
    {
        await StartAsync();
        Advance(TimeSpan.FromHours(7)); // 17:00 itself still belongs to the deadline
        Assert.Empty(_told);

        Advance(TimeSpan.FromHours(24));

        Assert.Equal(
            [At(Monday, 17), At(Monday.AddDays(1), 0), At(Monday.AddDays(1), 9)],
            _told.Select(t => t.AddTicks(-DayTurn.JustAfter.Ticks)));
    }

    [Fact]
    public async Task Screens_WhenTheClockWasSetForward_AreToldWithinAMinute()
    {
        await StartAsync();
        _clock.GoTo(_clock.Now.AddDays(3));

        Advance(TimeSpan.FromMinutes(1));

        Assert.Single(_told); // once, however many turns were passed
    }

    [Fact]
    public async Task Screens_AfterTheProgramStopped_AreToldNothing()
    {
        await StartAsync();
        await _turn.StopAsync(TestContext.Current.CancellationToken);

        Advance(TimeSpan.FromHours(48));

        Assert.Empty(_told);
    }

    private static DateTime At(DateOnly day, int hour) => day.ToDateTime(new TimeOnly(hour, 0));

    private Task StartAsync() => _turn.StartAsync(TestContext.Current.CancellationToken);

    /// <summary>In steps, as time goes.</summary>
    private void Advance(TimeSpan by)
    {
        for (var done = TimeSpan.Zero; done < by; done += DayTurn.JustAfter)
        {
            _time.Advance(DayTurn.JustAfter);
        }
    }
}
