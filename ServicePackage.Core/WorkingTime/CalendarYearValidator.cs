using FluentValidation;

namespace ServicePackage.Core.WorkingTime;

/// <summary>Refuses a year that cannot be true: a day listed twice, a day of another year, a year without working days.</summary>
public sealed class CalendarYearValidator : AbstractValidator<CalendarYear>
{
    /// <summary>Sets up the rules.</summary>
    public CalendarYearValidator()
    {
        RuleFor(y => y.Year).InclusiveBetween(WorkingCalendar.FirstDay.Year, WorkingCalendar.LastDay.Year)
            .WithErrorCode("CalendarYear.OutOfRange");
        RuleFor(y => y.Source).NotEmpty().When(y => y.Certain).WithErrorCode("CalendarYear.SourceMissing");
        RuleFor(y => y.Holidays).Must((y, days) => days.TrueForAll(d => d.Year == y.Year))
            .WithErrorCode("CalendarYear.OtherYear");
        RuleFor(y => y.Workdays).Must((y, days) => days.TrueForAll(d => d.Year == y.Year))
            .WithErrorCode("CalendarYear.OtherYear");
        RuleFor(y => y).Must(y => !y.Holidays.Intersect(y.Workdays).Any())
            .WithErrorCode("CalendarYear.HolidayAndWorkday");
        RuleFor(y => y).Must(HasWorkingDays).WithErrorCode("CalendarYear.NoWorkingDays");
    }

    private static bool HasWorkingDays(CalendarYear year)
    {
        if (year.Year is < 2000 or > 2100)
        {
            return true; // said by the rule on the year itself
        }

        var holidays = year.Holidays.ToHashSet();
        var workdays = year.Workdays.ToHashSet();
        var first = new DateOnly(year.Year, 1, 1);
        return Enumerable.Range(0, DateTime.IsLeapYear(year.Year) ? 366 : 365)
            .Select(first.AddDays)
            .Any(d => workdays.Contains(d)
                || (!holidays.Contains(d) && d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)));
    }
}
