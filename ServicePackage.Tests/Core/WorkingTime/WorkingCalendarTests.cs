using ServicePackage.Core.WorkingTime;
using static ServicePackage.Tests.Core.WorkingTime.Published;

namespace ServicePackage.Tests.Core.WorkingTime;

public sealed class WorkingCalendarTests
{
    [Theory]
    [InlineData("2026-02-13", 5, "2026-02-27")] // over the Spring Festival and a make-up Saturday
    [InlineData("2026-02-22", 1, "2026-02-24")] // an event on a holiday
    [InlineData("2025-12-31", 1, "2026-01-04")] // a make-up Sunday
    [InlineData("2026-11-23", 2, "2026-11-25")]
    [InlineData("2026-03-07", 0, "2026-03-09")]
    [InlineData("2026-03-09", 0, "2026-03-09")]
    public void Add_FromPublishedYears_EndsOnTheDayOfTheLaw(string day, int workingDays, string last) =>
        Assert.Equal(Day(last), Calendar.Add(Day(day), workingDays));

    [Theory]
    [InlineData("2026-01-31", "2026-01-04")]
    [InlineData("2026-02-01", "2026-02-02")]
    [InlineData("2026-05-15", "2026-05-06")]
    [InlineData("2026-10-01", "2026-10-08")]
    public void FirstOfMonth_In2026_PassesOverHolidays(string day, string first) =>
        Assert.Equal(Day(first), Calendar.FirstOfMonth(Day(day)));

    [Theory]
    [InlineData(2023, 249)]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void Count_OfAPublishedYear_IsThatOfTheNotice(int year, int workingDays) =>
        Assert.Equal(workingDays, Calendar.Count(new DateOnly(year - 1, 12, 31), new DateOnly(year, 12, 31)));

    [Theory]
    [InlineData("2026-02-24", "2026-02-14")]
    [InlineData("2026-02-14", "2026-02-13")]
    [InlineData("2026-01-03", "2025-12-31")]
    public void Before_ADay_IsTheWorkingDayBefore(string day, string before) =>
        Assert.Equal(Day(before), Calendar.Before(Day(day)));

    [Theory]
    [InlineData("2026-02-14", DayKind.MakeUpWorkday)]
    [InlineData("2026-02-16", DayKind.Holiday)]
    [InlineData("2026-02-15", DayKind.Holiday)]
    [InlineData("2026-02-24", DayKind.Workday)]
    [InlineData("2026-03-01", DayKind.Weekend)]
    public void KindOf_ADay_TellsHolidayFromWeekend(string day, DayKind kind) => Assert.Equal(kind, Calendar.KindOf(Day(day)));

    [Fact]
    public void IsProvisional_WhenACountReachesIntoAYearWithoutArrangement_SaysSo()
    {
        Assert.False(Calendar.IsProvisional(Day("2026-12-01"), Day("2026-12-31")));
        Assert.True(Calendar.IsProvisional(Day("2026-12-25"), Calendar.Add(Day("2026-12-25"), 5)));
        Assert.True(Calendar.IsProvisional(Day("2022-12-31"), Day("2023-01-03")));
    }

    [Fact]
    public void IsProvisional_WhenTheArrangementIsOnlyExpected_SaysSoButCountsByIt()
    {
        var expected = Of([.. CalendarFile.Published(), new CalendarYearInput(2027, [Day("2027-01-01")], [], "", Certain: false)]);

        Assert.True(expected.IsProvisional(Day("2026-12-31"), Day("2027-01-04")));
        Assert.Equal(Day("2027-01-04"), expected.Add(Day("2026-12-31"), 1));
    }

    [Fact]
    public void Add_InAYearWithoutArrangement_CountsByWeekendsAlone() =>
        Assert.Equal(Day("2027-01-01"), Calendar.Add(Day("2026-12-31"), 1));

    [Fact]
    public void Add_WhenTheCountLeavesTheCalendar_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.Add(WorkingCalendar.LastDay, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.Add(Day("1999-12-31"), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.Add(Day("2026-01-05"), -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.Before(WorkingCalendar.FirstDay));
        Assert.False(WorkingCalendar.Covers(Day("1999-12-31")));
        Assert.False(WorkingCalendar.Covers(DateOnly.MaxValue));
    }

    [Fact]
    public void SourceOf_AYear_IsItsNotice()
    {
        Assert.Equal("国办发明电〔2025〕7号", Calendar.SourceOf(2026));
        Assert.Null(Calendar.SourceOf(2027));
    }
}
