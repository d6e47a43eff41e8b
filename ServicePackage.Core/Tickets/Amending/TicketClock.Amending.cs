using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Tickets;

/// <summary>A due day that an amended calendar moved.</summary>
/// <param name="Clock">Which clock.</param>
/// <param name="UnitId">The unit that holds it, where a unit does.</param>
/// <param name="From">The due day before.</param>
/// <param name="To">The due day now.</param>
/// <param name="BreachTakenBack">True when the clock had been breached and is no longer.</param>
public sealed record DueMove(ClockKind Clock, long? UnitId, DateOnly From, DateOnly To, bool BreachTakenBack);

/// <content>What an amended calendar does to a clock.</content>
public sealed partial class TicketClock
{
    /// <summary>
    /// Counts the due day again with the calendar of the moment. An ended clock does not move; no due day moves earlier than
    /// the close of the next working day; a breach whose new due has not passed is taken back. Gives null where nothing moved.
    /// </summary>
    internal DueMove? Amend(Moment moment, WorkingCalendar before)
    {
        if (!Open)
        {
            return null;
        }

        var (from, wasBreached, level) = (DueDay, BreachedAt is not null, NextLevel);
        var due = NotTooEarly(DueDay, CountAgain(moment), moment);
        if (OriginalDueDay is { } original)
        {
            OriginalDueDay = NotTooEarly(original, CountOriginalAgain(original, moment, before), moment);
        }

        SetDue(due, moment);
        if (wasBreached)
        {
            StayBreached(from, level, moment);
        }

        return due == from ? null : new DueMove(Kind, UnitId, from, due, wasBreached && BreachedAt is null);
    }

    /// <summary>What an amendment may change; the same before and after when it changed nothing.</summary>
    internal (DateTime, DateTime?, DateOnly?, bool, int, int) Standing => (DueAt, NextAt, OriginalDueDay, Provisional, OverBefore, NextLevel);

    /// <summary>The instant up to which the clock has run: now, or when it stopped.</summary>
    private DateTime RanUntil(Moment moment) => Paused ? Pauses[^1].From : moment.Now;

    /// <summary>The due day by the calendar alone, with the pauses that a breach kept from counting.</summary>
    private DateOnly CountAgain(Moment moment)
    {
        var (from, left) = (CountFrom, Days);
        var due = left is { } days ? moment.Calendar.Add(from, days) : moment.Calendar.Add(GivenDay!.Value, 0);
        foreach (var pause in Pauses.Where(p => p.Until is not null && TownTime.DayOf(p.From) >= CountFrom))
        {
            var (paused, resumed) = (TownTime.DayOf(pause.From), TownTime.DayOf(pause.Until!.Value));
            if (paused != resumed && pause.From <= moment.CloseOf(due))
            {
                (from, left) = (resumed, Math.Max(MinimumGiven ? 0 : 1, moment.Calendar.Count(paused, due)));
                MinimumGiven |= moment.Calendar.Count(paused, due) < 1;
                due = moment.Calendar.Add(from, left.Value);
            }
        }

        (CountFrom, Days) = (from, left);
        GivenDay = left is null ? GivenDay : null;
        return due;
    }

    /// <summary>Of a day given, and not counted since, it moves off a rest day and no further.</summary>
    private DateOnly CountOriginalAgain(DateOnly original, Moment moment, WorkingCalendar before) =>
        GivenDay is null && before.Count(CountFrom, original) is > 0 and var days ? moment.Calendar.Add(CountFrom, days) : moment.Calendar.Add(original, 0);

    private DateOnly NotTooEarly(DateOnly old, DateOnly counted, Moment moment) =>
        DayOrder.Later(counted, DayOrder.Earlier(moment.Calendar.Add(TownTime.DayOf(RanUntil(moment)), 1), moment.Calendar.Add(old, 0)));

    private void StayBreached(DateOnly from, int level, Moment moment)
    {
        if (DueAt >= RanUntil(moment))
        {
            (BreachedAt, OverFrom, OverBefore) = (null, null, 0);
            return;
        }

        // Still past due: counted from the new day, and nobody is told again of a level already reached.
        OverBefore = OverFrom == from ? OverBefore : Math.Max(0, OverBefore - moment.Calendar.Count(from, DueDay));
        OverFrom = OverFrom == from ? DueDay : OverFrom;
        (BreachedAt, NextLevel) = (DueAt, level);
        PlanNext(moment);
    }
}
