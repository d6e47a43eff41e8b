using ServicePackage.Core.Butlers;
using static ServicePackage.Tests.Core.WorkingTime.Published;

namespace ServicePackage.Tests.Core.Butlers;

public sealed class ContactPlanTests
{
    [Fact]
    public void Spread_OverTheNationalHoliday_LeavesRestDaysOutAndTakesTheMakeUpDays() =>
        Assert.Equal(
            Days("2026-09-29", "2026-09-29", "2026-09-30", "2026-09-30", "2026-10-08", "2026-10-08", "2026-10-09", "2026-10-09", "2026-10-10", "2026-10-10", "2026-10-12"),
            Spread("2026-09-29", 2, 11)); // 1–7 October is free, Saturday the 10th made up for

    [Fact]
    public void Spread_OverAWeekWithAMakeUpSunday_TakesItAsAnyWorkingDay() =>
        Assert.Equal(Days("2025-12-31", "2026-01-04", "2026-01-05"), Spread("2025-12-31", 1, 3)); // 1–3 January is free, Sunday the 4th made up for

    [Fact]
    public void Spread_FromARestDay_BeginsOnTheNextWorkingDay() =>
        Assert.Equal(Days("2026-02-24", "2026-02-24", "2026-02-24", "2026-02-25"), Spread("2026-02-16", 3, 4)); // within the Spring Festival

    [Fact]
    public void Spread_WhereSomeAreTakenAlready_FillsWhatIsLeftAndPassesOverFullDays() =>
        Assert.Equal(
            Days("2026-03-02", "2026-03-04", "2026-03-04", "2026-03-05"),
            Spread("2026-03-02", 2, 4, "2026-03-02", "2026-03-03", "2026-03-03", "2026-03-03", "2026-03-08"));

    [Fact]
    public void Spread_OfNone_IsEmpty() => Assert.Empty(Spread("2026-03-02", 4, 0));

    [Fact]
    public void Spread_WithoutAnyADay_IsABug() => Assert.Throws<ArgumentOutOfRangeException>(() => Spread("2026-03-02", 0, 1));

    [Theory]
    [InlineData("2026-03-01", "Contact.DayPast")]
    [InlineData("2026-03-07", "Contact.RestDay")]
    [InlineData("2027-03-04", "Contact.TooFarAhead")]
    [InlineData("2026-03-02", null)]
    [InlineData("2026-02-28", "Contact.DayPast")] // a make-up Saturday, but gone by
    public void RefuseDay_OnThe2ndOfMarch_SaysWhyADayCannotBe(string day, string? code) =>
        Assert.Equal(code, ContactPlan.RefuseDay(Day(day), Day("2026-03-02"), Calendar)?.Code);

    private static IEnumerable<DateOnly> Days(params string[] days) => days.Select(Day);

    private static IReadOnlyList<DateOnly> Spread(string first, int perDay, int count, params string[] taken) =>
        ContactPlan.Spread(Calendar, Day(first), perDay, count, taken.Select(Day));
}
