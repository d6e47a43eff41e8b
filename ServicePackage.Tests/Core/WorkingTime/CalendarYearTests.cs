using ServicePackage.Core.WorkingTime;
using static ServicePackage.Tests.Core.WorkingTime.Published;

namespace ServicePackage.Tests.Core.WorkingTime;

/// <summary>When a year that is saved again says something else.</summary>
public sealed class CalendarYearTests
{
    private static readonly CalendarYearInput Entered = new(2027, [Day("2027-01-01"), Day("2027-02-05")], [Day("2027-01-02"), Day("2027-02-06")], "通知", Day("2026-11-04"));

    public static TheoryData<CalendarYearInput, bool> Again => new()
    {
        { Entered, true },
        { Entered with { Holidays = [Day("2027-02-05"), Day("2027-01-01")], Workdays = [Day("2027-02-06"), Day("2027-01-02")], Source = " 通知 " }, true },
        { Entered with { Holidays = [Day("2027-01-01")] }, false },
        { Entered with { Workdays = [Day("2027-01-02")] }, false },
        { Entered with { Source = "更正通知" }, false },
        { Entered with { Issued = Day("2026-11-05") }, false },
        { Entered with { Issued = null }, false },
        { Entered with { Certain = false }, false },
    };

    [Theory]
    [MemberData(nameof(Again))]
    public void Says_WhatWasEntered_InWhateverOrder(CalendarYearInput again, bool same) => Assert.Equal(same, Year(Entered).Says(again));
}
