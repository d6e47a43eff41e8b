namespace ServicePackage.Core.WorkingTime;

/// <summary>Conversions between stored instants (UTC) and the town's wall clock (Asia/Shanghai).</summary>
public static class TownTime
{
    /// <summary>The name of the town's time zone, as systems know it.</summary>
    public const string ZoneName = "Asia/Shanghai";

    /// <summary>The zone in which every rule of the procedure thinks.</summary>
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById(ZoneName);

    /// <summary>A deadline ends at the close of business of its last day (Civil Code art. 203).</summary>
    public static readonly TimeOnly CloseOfBusiness = new(17, 0);

    /// <summary>Warnings are due when offices open, not at midnight.</summary>
    public static readonly TimeOnly Opening = new(9, 0);

    /// <summary>Duties that run by the calendar fall due at this hour of their day.</summary>
    public static readonly TimeOnly CalendarDuties = new(8, 30);

    /// <summary>The wall-clock time in Shanghai of an instant given in UTC.</summary>
    public static DateTime Local(DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);

    /// <summary>The Shanghai day of an instant given in UTC.</summary>
    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(Local(utc));

    /// <summary>The instant, in UTC, of a wall-clock time in Shanghai.</summary>
    public static DateTime At(DateOnly day, TimeOnly time) =>
        TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(time, DateTimeKind.Unspecified), Zone);

    /// <summary>The instant, in UTC, at which a deadline on this day ends.</summary>
    public static DateTime CloseOf(DateOnly day) => At(day, CloseOfBusiness);
}
