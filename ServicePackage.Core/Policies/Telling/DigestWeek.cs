using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Policies;

/// <summary>A week, from Monday to Sunday, and when its digest comes (Shanghai).</summary>
/// <param name="Monday">The day it begins.</param>
/// <param name="First">Its first working day; null where all of it is off.</param>
/// <param name="Next">The first working day after it: that of the next digest.</param>
public sealed record DigestWeek(DateOnly Monday, DateOnly? First, DateOnly Next)
{
    private const int Days = 7;

    /// <summary>Within so many days a window comes close.</summary>
    public const int CloseDays = 30;

    /// <summary>The week in which a day lies. A Sunday on which offices work in place of another day is the last day of its week.</summary>
    public static DigestWeek Of(DateOnly day, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var monday = day.AddDays(-(((int)day.DayOfWeek + Days - 1) % Days));
        var (first, next) = (calendar.Add(monday, 0), calendar.Add(monday.AddDays(Days), 0));
        return new DigestWeek(monday, first < monday.AddDays(Days) ? first : null, next);
    }

    /// <summary>When its digest is due (UTC): what is new by then is told then, however late the program comes to it.</summary>
    public DateTime? DueAt => First is { } first ? TownTime.At(first, TownTime.CalendarDuties) : null;

    /// <summary>Whether anybody is told at an instant (UTC): between 08:30 and 17:00 of a working day.</summary>
    public static bool IsOffice(DateTime at, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var local = TownTime.Local(at);
        return calendar.IsWorkingDay(DateOnly.FromDateTime(local)) && TimeOnly.FromDateTime(local) is var time && time >= TownTime.CalendarDuties && time < TownTime.CloseOfBusiness;
    }
}
