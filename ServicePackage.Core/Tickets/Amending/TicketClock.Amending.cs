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
    /// <param name="moment">The moment, with the calendar as amended.</param>
    /// <param name="before">The calendar as it was.</param>
    /// <param name="along">The day of the clock that this one is due with, where it is.</param>
    internal DueMove? Amend(Moment moment, WorkingCalendar before, DateOnly? along = null)
    {
        if (!Open)
        {
            return null;
        }

        var (from, wasBreached, level) = (DueDay, BreachedAt is not null, NextLevel);
        if (along is { } day)
        {
            NameDay(day, moment);
        }

        var due = NotTooEarly(DueDay, GivenDay is { } given ? MoveOn(given, moment) : CountAgain(moment, before), moment);
        if (OriginalDueDay is { } original)
        {
            OriginalDueDay = NotTooEarly(original, CountOriginalAgain(original, moment, before), moment);
        }

        SetDue(due, moment);
        if (wasBreached)
        {
            StayBreached(level, moment);
        }

        return due == from ? null : new DueMove(Kind, UnitId, from, due, wasBreached && BreachedAt is null);
    }

    /// <summary>What an amendment may change; the same before and after when it changed nothing.</summary>
    internal (DateTime, DateTime?, DateOnly?, bool, int, int) Standing => (DueAt, NextAt, OriginalDueDay, Provisional, OverBefore, NextLevel);

    /// <summary>The instant up to which the clock has run: now, or when it stopped.</summary>
    private DateTime RanUntil(Moment moment) => Paused ? Pauses[^1].From : moment.Now;

    /// <summary>The due day by the calendar alone. It was counted with the calendar before: what that does not explain, such as a day at least after a change of the type, stays.</summary>
    private DateOnly CountAgain(Moment moment, WorkingCalendar before)
    {
        if (Limit is { } limit && Replay(limit + Extension, moment with { Calendar = before }) is var was && was.From == CountFrom)
        {
            var now = Replay(limit + Extension, moment);
            (CountFrom, Days, MinimumGiven) = (now.From, Math.Max(0, now.Left + Days!.Value - was.Left), now.Minimum || (MinimumGiven && !was.Minimum));
        }
        else
        {
            var on = new Counting(CountFrom, Days!.Value, moment.Calendar.Add(CountFrom, Days.Value), MinimumGiven);
            on = on.Through(Pauses.Where(p => TownTime.DayOf(p.From) >= CountFrom), moment);
            (CountFrom, Days, MinimumGiven) = (on.From, on.Left, on.Minimum);
        }

        return moment.Calendar.Add(CountFrom, Days!.Value);
    }

    /// <summary>A day given moves off a rest day, and on by what the clock has stood still since.</summary>
    private DateOnly MoveOn(DateOnly given, Moment moment)
    {
        var on = new Counting(CountFrom, 0, moment.Calendar.Add(given, 0), false).Through(Pauses.Where(p => TownTime.DayOf(p.From) >= CountFrom), moment);
        MinimumGiven |= on.Minimum;
        return on.Due;
    }

    /// <summary>Where so many days from the start lead, with the pauses since.</summary>
    private Counting Replay(int limit, Moment moment)
    {
        var start = TownTime.DayOf(StartedAt);
        return new Counting(start, limit, moment.Calendar.Add(start, limit), false).Through(Pauses, moment);
    }

    /// <summary>Of a day given it moves off a rest day and no further.</summary>
    private DateOnly CountOriginalAgain(DateOnly original, Moment moment, WorkingCalendar before)
    {
        if (GivenDay is not null)
        {
            return moment.Calendar.Add(original, 0);
        }

        if (Limit is { } limit && Replay(limit, moment with { Calendar = before }).Due == original)
        {
            return Replay(limit, moment).Due;
        }

        return before.Count(CountFrom, original) is > 0 and var days ? moment.Calendar.Add(CountFrom, days) : moment.Calendar.Add(original, 0);
    }

    private DateOnly NotTooEarly(DateOnly old, DateOnly counted, Moment moment) =>
        DayOrder.Later(counted, DayOrder.Earlier(moment.Calendar.Add(TownTime.DayOf(RanUntil(moment)), 1), moment.Calendar.Add(old, 0)));

    private void StayBreached(int level, Moment moment)
    {
        if (DueAt >= RanUntil(moment))
        {
            (BreachedAt, OverFrom, OverBefore) = (null, null, 0);
            return;
        }

        // Still past due: its days over are counted again, and nobody is told again of a level already reached.
        (OverFrom, OverBefore) = (DueDay, 0);
        foreach (var pause in Pauses.Where(p => p.From > DueAt))
        {
            OverBefore += Math.Max(0, moment.Calendar.Count(OverFrom.Value, TownTime.DayOf(pause.From)));
            OverFrom = pause.Until is { } until ? TownTime.DayOf(until) : OverFrom;
        }

        (BreachedAt, NextLevel) = (DueAt, level);
        PlanNext(moment);
    }

    /// <summary>How far a count has come.</summary>
    /// <param name="From">The day the days left count from.</param>
    /// <param name="Left">The working days left from there.</param>
    /// <param name="Due">The day it ends.</param>
    /// <param name="Minimum">Whether the one day after a pause was needed.</param>
    private sealed record Counting(DateOnly From, int Left, DateOnly Due, bool Minimum)
    {
        /// <summary>The count after these pauses; one that began past due, or ended on its day, changes nothing.</summary>
        public Counting Through(IEnumerable<ClockPause> pauses, Moment moment) => pauses.Where(p => p.Until is not null).Aggregate(this, (on, pause) =>
        {
            var (paused, resumed, close) = (TownTime.DayOf(pause.From), TownTime.DayOf(pause.Until!.Value), moment.CloseOf(on.Due));
            if (pause.From > close || (paused == resumed && pause.Until <= close))
            {
                return on;
            }

            var left = Math.Max(0, moment.Calendar.Count(paused, on.Due));
            var given = left < 1 && !on.Minimum ? 1 : left;
            return new Counting(resumed, given, moment.Calendar.Add(resumed, given), on.Minimum || left < 1);
        });
    }
}
