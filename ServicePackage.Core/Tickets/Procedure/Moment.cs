using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Tickets;

/// <summary>The instant at which the procedure acts, with the calendar and the limits then in force.</summary>
/// <param name="Now">The instant (UTC).</param>
/// <param name="Calendar">The working days.</param>
/// <param name="Limits">Lengths and hours.</param>
/// <param name="ActorId">Who acts; null for the system.</param>
public sealed record Moment(DateTime Now, WorkingCalendar Calendar, ProcedureSettings Limits, long? ActorId = null)
{
    /// <summary>The Shanghai day.</summary>
    public DateOnly Day => TownTime.DayOf(Now);

    /// <summary>The first day that can still be given: today until the close of business, the next day afterwards.</summary>
    public DateOnly EarliestDay => Now <= CloseOf(Day) ? Day : Day.AddDays(1);

    /// <summary>The instant (UTC) at which a deadline on this day ends.</summary>
    public DateTime CloseOf(DateOnly day) => TownTime.At(day, Limits.CloseOfBusiness);

    /// <summary>The instant (UTC) at which offices open on this day.</summary>
    public DateTime OpeningOf(DateOnly day) => TownTime.At(day, Limits.Opening);

    /// <summary>The instant (UTC) of the first working day's duties in the month of <paramref name="day"/>.</summary>
    public DateTime DutyOfMonth(DateOnly day) => TownTime.At(Calendar.FirstOfMonth(day), Limits.CalendarDuties);

    /// <summary>The instant (UTC) of the first working day's duties in the month after that of <paramref name="day"/>.</summary>
    public DateTime DutyOfNextMonth(DateOnly day) => DutyOfMonth(day.AddMonths(1));
}
