using FluentValidation;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.WorkingTime;

/// <summary>
/// Refuses a year that cannot be true: a day listed twice or both as holiday and working day, a day of another year
/// but the December before (New Year holidays begin there), a make-up day on an ordinary weekday, a year without working days. Every refusal names the year and the days.
/// </summary>
public sealed class CalendarYearValidator : AbstractValidator<CalendarYearInput>
{
    /// <summary>The longest name of a notice, in characters.</summary>
    public const int LongestSource = 200;

    /// <summary>The only instance; it keeps no state.</summary>
    public static readonly CalendarYearValidator Instance = new();

    public CalendarYearValidator()
    {
        RuleFor(y => y.Year).InclusiveBetween(WorkingCalendar.FirstDay.Year, WorkingCalendar.LastDay.Year)
            .WithErrorCode("CalendarYear.OutOfRange")
            .WithState(y => new object[] { y.Year, WorkingCalendar.FirstDay.Year, WorkingCalendar.LastDay.Year });
        RuleFor(y => y.Source).Text("CalendarSource", LongestSource).When(y => y.Certain);
        RuleFor(y => y.Source).Text("CalendarSource", LongestSource, required: false).When(y => !y.Certain);
        When(y => InRange(y.Year), () =>
        {
            RefuseDays(y => y.Holidays, "CalendarYear.OtherYear", y => y.Holidays.Where(d => !MayArrange(y.Year, d)));
            RefuseDays(y => y.Workdays, "CalendarYear.OtherYear", y => y.Workdays.Where(d => !MayArrange(y.Year, d)));
            RefuseDays(y => y.Holidays, "CalendarYear.ListedTwice", y => Repeated(y.Holidays));
            RefuseDays(y => y.Workdays, "CalendarYear.ListedTwice", y => Repeated(y.Workdays));
            RefuseDays(y => y.Workdays, "CalendarYear.HolidayAndWorkday", y => y.Workdays.Intersect(y.Holidays));
            RefuseDays(y => y.Workdays, "CalendarYear.OrdinaryWorkday", y => y.Workdays.Where(d => !WorkingCalendar.IsWeekend(d)));
            RuleFor(y => y.Holidays).Must((y, _) => WorkingDaysOf(y) > 0)
                .WithErrorCode("CalendarYear.NoWorkingDays").WithState(y => new object[] { y.Year });
        });
    }

    /// <summary>Whether the notice of a year can arrange this day: of its own year, or of the December before.</summary>
    private static bool MayArrange(int year, DateOnly day) =>
        WorkingCalendar.Covers(day) && (day.Year == year || (day.Year == year - 1 && day.Month == 12));

    /// <summary>How many working days the year has under this arrangement; the year must lie within 2000–2100.</summary>
    public static int WorkingDaysOf(CalendarYearInput year)
    {
        ArgumentNullException.ThrowIfNull(year);
        var holidays = year.Holidays.ToHashSet();
        var workdays = year.Workdays.ToHashSet();
        var first = new DateOnly(year.Year, 1, 1);
        return Enumerable.Range(0, DateTime.IsLeapYear(year.Year) ? 366 : 365)
            .Select(first.AddDays)
            .Count(d => workdays.Contains(d) || (!holidays.Contains(d) && !WorkingCalendar.IsWeekend(d)));
    }

    private static bool InRange(int year) => year >= WorkingCalendar.FirstDay.Year && year <= WorkingCalendar.LastDay.Year;

    private static IEnumerable<DateOnly> Repeated(IEnumerable<DateOnly> days) =>
        days.GroupBy(d => d).Where(g => g.Skip(1).Any()).Select(g => g.Key);

    private void RefuseDays(
        System.Linq.Expressions.Expression<Func<CalendarYearInput, IReadOnlyList<DateOnly>>> field,
        string code,
        Func<CalendarYearInput, IEnumerable<DateOnly>> wrong) =>
        RuleFor(field).Must((y, _) => !wrong(y).Any()).WithErrorCode(code)
            .WithState(y => new object[] { y.Year, new DayList([.. wrong(y).Distinct().Order()]) });
}
