using Microsoft.Extensions.Time.Testing;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Tests.Core.WorkingTime;

public sealed class TownTimeTests
{
    [Theory]
    [InlineData("2026-03-01T15:59:59.999", "2026-03-01")]
    [InlineData("2026-03-01T16:00:00.000", "2026-03-02")]
    [InlineData("2026-03-02T00:00:00.000", "2026-03-02")]
    [InlineData("2026-03-01T23:59:59.999", "2026-03-02")]
    [InlineData("2025-12-31T16:00:00.000", "2026-01-01")]
    public void DayOf_AroundMidnight_IsTheDayInShanghai(string utc, string day) =>
        Assert.Equal(Published.Day(day), TownTime.DayOf(Utc(utc)));

    [Fact]
    public void CloseOf_ADay_IsFiveInTheAfternoonInShanghai()
    {
        Assert.Equal(Utc("2026-03-02T09:00:00.000"), TownTime.CloseOf(Published.Day("2026-03-02")));
        Assert.Equal(DateTimeKind.Utc, TownTime.CloseOf(Published.Day("2026-03-02")).Kind);
    }

    [Fact]
    public void At_AnHour_ComesBackAsLocalTime()
    {
        var at = TownTime.At(Published.Day("2026-03-02"), new TimeOnly(0, 30));

        Assert.Equal(Utc("2026-03-01T16:30:00.000"), at);
        Assert.Equal(new DateTime(2026, 3, 2, 0, 30, 0), TownTime.Local(at));
    }

    [Fact]
    public void Today_AtMidnightInShanghai_Changes()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(Utc("2026-03-01T15:59:59.999")));
        var clock = new TownClock(time);
        Assert.Equal(Published.Day("2026-03-01"), clock.Today);

        time.Advance(TimeSpan.FromTicks(TimeSpan.TicksPerMillisecond + 7));

        Assert.Equal(Published.Day("2026-03-02"), clock.Today);
        Assert.Equal(Utc("2026-03-01T16:00:00.000"), clock.Now);
    }

    private static DateTime Utc(string text) =>
        DateTime.SpecifyKind(DateTime.ParseExact(text, "yyyy-MM-ddTHH:mm:ss.fff", null), DateTimeKind.Utc);
}
