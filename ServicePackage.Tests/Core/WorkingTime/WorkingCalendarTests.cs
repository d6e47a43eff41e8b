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
        Assert.False(Calendar.IsProvisional(Day("2026-12-01"), Day("2026-12-28")));
        Assert.True(Calendar.IsProvisional(Day("2026-12-01"), Day("2026-12-29"))); // the notice of 2027 may arrange it anew
        Assert.False(Calendar.IsProvisional(Day("2025-12-01"), Day("2025-12-31")));
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
        Assert.Equal(WorkingCalendar.LastDay, Calendar.Add(WorkingCalendar.LastDay.AddDays(-1), 1)); // a Friday
        Assert.Equal((DayKind.Weekend, Day("2000-01-03")), (Calendar.KindOf(WorkingCalendar.FirstDay), Calendar.Before(Day("2000-01-04"))));
        Assert.True(WorkingCalendar.Covers(WorkingCalendar.FirstDay) && WorkingCalendar.Covers(WorkingCalendar.LastDay));
        Assert.False(WorkingCalendar.Covers(Day("1999-12-31")));
        Assert.False(WorkingCalendar.Covers(DateOnly.MaxValue));
    }

    [Fact]
    public void Calendar_WhenANoticeCrossesTheYear_CountsByTheLaterOneOnBothSides()
    {
        var years = CalendarFile.Parse("""
            {"2029":{"holidays":["2029-01-01"],"workdays":[],"source":"前一年的通知"},
             "2030":{"holidays":["2029-12-30","2029-12-31","2030-01-01"],"workdays":["2029-12-29"],"source":"国办发明电〔2029〕0号"}}
            """).Value;
        var (before, after) = (Of(years[0]), Of(years[1], years[0])); // in whatever order they are read

        Assert.Equal([DayKind.Weekend, DayKind.Weekend, DayKind.Workday], new[] { "2029-12-29", "2029-12-30", "2029-12-31" }.Select(d => before.KindOf(Day(d))));
        Assert.Equal([DayKind.MakeUpWorkday, DayKind.Holiday, DayKind.Holiday], new[] { "2029-12-29", "2029-12-30", "2029-12-31" }.Select(d => after.KindOf(Day(d))));
        Assert.Equal((Day("2029-12-31"), Day("2029-12-29")), (before.Add(Day("2029-12-28"), 1), after.Add(Day("2029-12-28"), 1)));
        Assert.Equal(Day("2030-01-02"), after.Add(Day("2029-12-28"), 2));
        var third = Of(years[0], years[1], new CalendarYearInput(2031, [Day("2030-12-31")], [], "通知"));
        Assert.Equal([Day("2029-12-29"), Day("2029-12-30"), Day("2029-12-31")], third.ArrangedByNext(2029)); // not those of the notice after
        Assert.True(before.IsProvisional(Day("2029-12-20"), Day("2029-12-31")));
        Assert.False(after.IsProvisional(Day("2029-12-20"), Day("2029-12-31")));
        Assert.Equal(("国办发明电〔2029〕0号", "前一年的通知"), (after.SourceOf(Day("2029-12-31")), after.SourceOf(Day("2029-01-01"))));
        Assert.Equal(new AmendedDays(Day("2029-12-29"), Day("2030-12-28")), AmendedDays.Between(before, after, [2030]));
    }

    [Fact]
    public void SourceOf_AYear_IsItsNotice()
    {
        Assert.Equal("国办发明电〔2025〕7号", Calendar.SourceOf(2026));
        Assert.Null(Calendar.SourceOf(2027));
    }
}
