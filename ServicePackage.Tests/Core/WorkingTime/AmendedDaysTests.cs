using ServicePackage.Core.WorkingTime;
using static ServicePackage.Tests.Core.WorkingTime.Published;

namespace ServicePackage.Tests.Core.WorkingTime;

/// <summary>Which days an amendment touches.</summary>
public sealed class AmendedDaysTests
{
    private static readonly CalendarYearInput Bare = new(2031, [], [], "通知");

    [Fact]
    public void Between_ReachesFromTheDecemberBeforeToTheLastDayOfTheYear()
    {
        var days = AmendedDays.Between(Of(Before, Bare), Of(Before, Bare with { Holidays = [Day("2030-12-02"), Day("2031-12-31")] }), [2031]);

        Assert.Equal(new AmendedDays(Day("2030-12-02"), Day("2031-12-31")), days);
    }

    [Theory]
    [InlineData("2030-12-01")] // a Sunday
    [InlineData("2031-03-05")]
    public void Between_OfOneDay_IsThatDay(string day)
    {
        var (before, after) = WorkingCalendar.IsWeekend(Day(day)) ? (Bare, Bare with { Workdays = [Day(day)] }) : (Bare, Bare with { Holidays = [Day(day)] });

        Assert.Equal(new AmendedDays(Day(day), Day(day)), AmendedDays.Between(Of(Before, before), Of(Before, after), [2031]));
        Assert.Equal(new AmendedDays(Day(day), Day(day)), AmendedDays.Between(Of(Before, after), Of(Before, before), [2031]));
    }

    [Fact]
    public void Between_WhereDaysAreNamedThatWereFreeBefore_IsNothing() =>
        Assert.Null(AmendedDays.Between(Of(Before, Bare), Of(Before, Bare with { Holidays = [Day("2031-03-08")], Source = "更正" }), [2031]));

    [Theory]
    [InlineData(2000, "2000-01-01", "2000-12-31")]
    [InlineData(2100, "2099-12-29", "2100-12-31")] // what its notice might have arranged in December before becomes certain with it; none follows
    public void Between_WhereTheFirstOrTheLastYearBecomesCertain_StaysWithinTheCalendar(int year, string first, string last)
    {
        var beside = new[] { year - 1, year + 1 }.Where(y => WorkingCalendar.Covers(new DateOnly(y, 1, 1))).Select(y => Bare with { Year = y });

        Assert.Equal(new AmendedDays(Day(first), Day(last)), AmendedDays.Between(Of([.. beside, Bare with { Year = year, Certain = false }]), Of([.. beside, Bare with { Year = year }]), [year]));
    }

    private static CalendarYearInput Before => Bare with { Year = 2030 };
}
