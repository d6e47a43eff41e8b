using CsCheck;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Tests.Core.WorkingTime;

/// <summary>The look-up against an oracle that walks from day to day, over made-up arrangements.</summary>
public sealed class WorkingCalendarProperties
{
    private static readonly Gen<DateOnly> Day2026Or27 =
        Gen.Int[0, 729].Select(i => new DateOnly(2026, 1, 1).AddDays(i));

    private static readonly Gen<CalendarYearInput[]> Years = Gen.Select(Year(2026), Year(2027), (a, b) => new[] { a, b });

    [Fact]
    public void Add_OverAnyArrangement_AgreesWithWalking() =>
        Gen.Select(Years, Day2026Or27, Gen.Int[0, 40]).Sample((years, day, n) =>
            Assert.Equal(WalkAdd(years, day, n), Published.Of(years).Add(day, n)), iter: 300);

    [Fact]
    public void Count_OverAnyArrangement_AgreesWithWalking() =>
        Gen.Select(Years, Day2026Or27, Day2026Or27).Sample((years, from, to) =>
            Assert.Equal(WalkCount(years, from, to), Published.Of(years).Count(from, to)), iter: 300);

    [Fact]
    public void Before_OverAnyArrangement_AgreesWithWalking() =>
        Gen.Select(Years, Day2026Or27).Sample((years, day) =>
        {
            var expected = day.AddDays(-1);
            while (!Works(years, expected))
            {
                expected = expected.AddDays(-1);
            }

            Assert.Equal(expected, Published.Of(years).Before(day));
        }, iter: 300);

    [Fact]
    public void FirstOfMonth_OverAnyArrangement_AgreesWithWalking() =>
        Gen.Select(Years, Day2026Or27).Sample((years, day) =>
        {
            var expected = new DateOnly(day.Year, day.Month, 1);
            while (!Works(years, expected))
            {
                expected = expected.AddDays(1);
            }

            Assert.Equal(expected, Published.Of(years).FirstOfMonth(day));
        }, iter: 300);

    [Fact]
    public void IsProvisional_OverAnyYears_IsTrueUnlessEachIsCertain() =>
        Gen.Select(Gen.Bool, Gen.Bool, Day2026Or27, Gen.Int[0, 900]).Sample((first, second, from, length) =>
        {
            var certain = new Dictionary<int, bool> { [2026] = first, [2027] = second };
            var calendar = Published.Of([.. certain.Select(c => new CalendarYearInput(c.Key, [], [], "通知", null, c.Value))]);
            var to = from.AddDays(length);
            var expected = Enumerable.Range(from.Year, to.Year - from.Year + 1).Any(y => !certain.GetValueOrDefault(y) || (to >= new DateOnly(y, 12, 29) && !certain.GetValueOrDefault(y + 1)));
            Assert.Equal(expected, calendar.IsProvisional(from, to));
        }, iter: 300);

    [Fact]
    public void Count_OfWhatWasAdded_IsTheLimit() =>
        Gen.Select(Years, Day2026Or27, Gen.Int[1, 60]).Sample((years, day, n) =>
        {
            var calendar = Published.Of(years);
            Assert.Equal(n, calendar.Count(day, calendar.Add(day, n)));
        }, iter: 300);

    [Fact]
    public void Add_OfWhatWasCounted_IsTheWorkingDayCountedTo() =>
        Gen.Select(Years, Day2026Or27, Gen.Int[1, 90]).Sample((years, day, length) =>
        {
            var calendar = Published.Of(years);
            var last = day.AddDays(length);
            var counted = calendar.Count(day, last);
            if (counted > 0)
            {
                var lastWorking = calendar.IsWorkingDay(last) ? last : calendar.Before(last);
                Assert.Equal(lastWorking, calendar.Add(day, counted));
            }
        }, iter: 300);

    [Fact]
    public void Add_InTwoSteps_IsAddingAtOnce() =>
        Gen.Select(Years, Day2026Or27, Gen.Int[1, 30], Gen.Int[1, 30]).Sample((years, day, a, b) =>
        {
            var calendar = Published.Of(years);
            Assert.Equal(calendar.Add(day, a + b), calendar.Add(calendar.Add(day, a), b));
        }, iter: 300);

    [Fact]
    public void Add_OverAnyArrangement_NeverEndsOnARestDay() =>
        Gen.Select(Years, Day2026Or27, Gen.Int[0, 60]).Sample((years, day, n) =>
        {
            var calendar = Published.Of(years);
            var due = calendar.Add(day, n);
            Assert.True(calendar.IsWorkingDay(due));
            Assert.True(n == 0 ? due >= day : due > day);
        }, iter: 300);

    internal static Gen<CalendarYearInput> Year(int year) =>
        Gen.Select(Gen.Int[0, 364].Array[0, 40], Gen.Int[0, 364].Array[0, 25], (off, on) =>
        {
            var first = new DateOnly(year, 1, 1);
            var holidays = off.Distinct().Select(i => first.AddDays(i)).ToList();
            var workdays = on.Distinct().Select(i => first.AddDays(i)).Where(WorkingCalendar.IsWeekend).Except(holidays).ToList();
            return new CalendarYearInput(year, holidays, workdays, "通知");
        });

    private static DateOnly WalkAdd(CalendarYearInput[] years, DateOnly day, int n)
    {
        if (n == 0)
        {
            while (!Works(years, day))
            {
                day = day.AddDays(1);
            }

            return day;
        }

        while (n > 0)
        {
            day = day.AddDays(1);
            n -= Works(years, day) ? 1 : 0;
        }

        return day;
    }

    private static int WalkCount(CalendarYearInput[] years, DateOnly from, DateOnly to)
    {
        if (to < from)
        {
            return -WalkCount(years, to, from);
        }

        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            count += Works(years, day) ? 1 : 0;
        }

        return count;
    }

    private static bool Works(CalendarYearInput[] years, DateOnly day) =>
        years.Any(y => y.Workdays.Contains(day))
        || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !years.Any(y => y.Holidays.Contains(day)));
}
