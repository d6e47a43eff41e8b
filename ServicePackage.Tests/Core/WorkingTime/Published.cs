using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Tests.Core.WorkingTime;

/// <summary>The calendar of the arrangements that ship with the program, and calendars made up for a test.</summary>
internal static class Published
{
    public static readonly WorkingCalendar Calendar = Of([.. CalendarFile.Published()]);

    public static WorkingCalendar Of(params CalendarYearInput[] years) => new(years.Select(Year));

    public static CalendarYear Year(CalendarYearInput input)
    {
        var year = new CalendarYear();
        year.Take(input);
        return year;
    }

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
