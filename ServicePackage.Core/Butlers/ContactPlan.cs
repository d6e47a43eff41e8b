using ServicePackage.Core.Operations;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Butlers;

/// <summary>On which days contacts can be planned, and how many of them are spread over working days.</summary>
public static class ContactPlan
{
    /// <summary>
    /// The days of <paramref name="count"/> contacts, the earliest first: from <paramref name="first"/> or, if that is a rest day, the next working day on,
    /// at most <paramref name="perDay"/> a working day. Each of <paramref name="taken"/> uses up one of its day; a day that is full is passed over.
    /// </summary>
    public static IReadOnlyList<DateOnly> Spread(WorkingCalendar calendar, DateOnly first, int perDay, int count, IEnumerable<DateOnly> taken)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentOutOfRangeException.ThrowIfLessThan(perDay, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var used = taken.CountBy(d => d).ToDictionary();
        var days = new List<DateOnly>(count);
        for (var (day, next) = (first, 0); days.Count < count; next = 1)
        {
            day = calendar.Add(day, next);
            var room = Math.Max(0, perDay - used.GetValueOrDefault(day));
            days.AddRange(Enumerable.Repeat(day, Math.Min(room, count - days.Count)));
        }

        return days;
    }

    /// <summary>Why no contact can be planned for this day: gone by, further ahead than <see cref="ContactRules.Reach"/> days, a rest day. Null where it can.</summary>
    public static Refusal? RefuseDay(DateOnly day, DateOnly today, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return day < today ? new Refusal("Contact.DayPast", day)
            : day.DayNumber - today.DayNumber > ContactRules.Reach ? new Refusal("Contact.TooFarAhead", ContactRules.Reach)
            : !calendar.IsWorkingDay(day) ? new Refusal("Contact.RestDay", day, calendar.Add(day, 0))
            : null;
    }
}
