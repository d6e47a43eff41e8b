using ServicePackage.Core.Operations;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Events;

/// <summary>How long the texts of an event may be (characters), how large it may be, and which days and times it may have.</summary>
public static class EventRules
{
    /// <summary>The longest title.</summary>
    public const int LongestTitle = 60;

    /// <summary>The longest description.</summary>
    public const int LongestWords = 2000;

    /// <summary>The longest place.</summary>
    public const int LongestPlace = 100;

    /// <summary>The longest list of the names of those who come.</summary>
    public const int LongestNames = 200;

    /// <summary>The longest reason.</summary>
    public const int LongestReason = 500;

    /// <summary>The most people an event has room for.</summary>
    public const int MostSeats = 5000;

    /// <summary>The most people one enterprise sends.</summary>
    public const int MostPeople = 50;

    /// <summary>An enterprise rates within so many calendar days after it was noted that it had come.</summary>
    public const int RateWithinDays = 30;

    /// <summary>
    /// Why an event cannot take place at these times; null where it can. Refused: one that has begun already, or ends before it begins; a last day to sign up before
    /// today, unless it is the one that stands, or after the day of the event.
    /// </summary>
    /// <param name="now">The instant (UTC).</param>
    /// <param name="when">The day and the times (Shanghai), and the last day to sign up.</param>
    /// <param name="standing">The last day that stands; null of a new event.</param>
    internal static Refusal? Refuse(DateTime now, EventTimes when, DateOnly? standing = null) => Wrong(now, when.Day, when.From, when.To, when.LastDay, standing).FirstOrDefault();

    /// <summary>All of the same, of what is typed so far.</summary>
    internal static IEnumerable<Refusal> Wrong(DateTime now, DateOnly? day, TimeOnly? from, TimeOnly? to, DateOnly? lastDay, DateOnly? standing = null)
    {
        if (to <= from)
        {
            yield return new Refusal("Event.Times") { Field = nameof(EventTimes.To) };
        }

        if (day is { } on && from is { } at && TownTime.At(on, at) <= now)
        {
            yield return new Refusal("Event.InThePast") { Field = nameof(EventTimes.Day) };
        }

        if (lastDay > day)
        {
            yield return new Refusal("Event.LastDayAfter", day) { Field = nameof(EventTimes.LastDay) };
        }
        else if (lastDay < TownTime.DayOf(now) && lastDay != standing)
        {
            yield return new Refusal("Event.LastDayPast", TownTime.DayOf(now)) { Field = nameof(EventTimes.LastDay) };
        }
    }
}

/// <summary>When an event is, as typed: Shanghai day and times.</summary>
/// <param name="Day">The day.</param>
/// <param name="From">When it begins.</param>
/// <param name="To">When it ends.</param>
/// <param name="LastDay">The last day on which enterprises sign up.</param>
internal sealed record EventTimes(DateOnly Day, TimeOnly From, TimeOnly To, DateOnly LastDay);
