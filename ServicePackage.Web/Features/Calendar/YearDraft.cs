using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Web.Features.Calendar;

/// <summary>A year while it is edited: each click gives a day its next kind.</summary>
public sealed class YearDraft
{
    private readonly int _year;
    private readonly HashSet<DateOnly> _holidays;
    private readonly HashSet<DateOnly> _workdays;

    public YearDraft(CalendarYearInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        _year = input.Year;
        _holidays = [.. input.Holidays];
        _workdays = [.. input.Workdays];
        (Source, Issued, Certain) = (input.Source, input.Issued, input.Certain);
    }

    /// <summary>The notice that arranges the year.</summary>
    public string Source { get; set; }

    /// <summary>The day the notice was issued.</summary>
    public DateOnly? Issued { get; set; }

    /// <summary>False while the arrangement is only expected.</summary>
    public bool Certain { get; set; }

    /// <summary>What kind of day it is in the draft.</summary>
    public DayKind KindOf(DateOnly day) =>
        _holidays.Contains(day) ? DayKind.Holiday
        : _workdays.Contains(day) ? DayKind.MakeUpWorkday
        : WorkingCalendar.IsWeekend(day) ? DayKind.Weekend
        : DayKind.Workday;

    /// <summary>A weekday becomes a holiday and back; a weekend day becomes a make-up working day, then part of a holiday, and back.</summary>
    public void Turn(DateOnly day)
    {
        var next = (KindOf(day), WorkingCalendar.IsWeekend(day)) switch
        {
            (DayKind.Workday, _) => DayKind.Holiday,
            (DayKind.Weekend, _) => DayKind.MakeUpWorkday,
            (DayKind.MakeUpWorkday, _) => DayKind.Holiday,
            (_, true) => DayKind.Weekend,
            _ => DayKind.Workday,
        };
        _holidays.Remove(day);
        _workdays.Remove(day);
        if (next == DayKind.Holiday)
        {
            _holidays.Add(day);
        }
        else if (next == DayKind.MakeUpWorkday)
        {
            _workdays.Add(day);
        }
    }

    /// <summary>What would be saved.</summary>
    public CalendarYearInput ToInput() => new(_year, [.. _holidays.Order()], [.. _workdays.Order()], Source, Issued, Certain);
}
