using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Tickets;

/// <content>How a clock starts, stands still, runs on and ends.</content>
public sealed partial class TicketClock
{
    /// <summary>A clock of so many working days, counted from the day of the moment.</summary>
    internal static TicketClock OfDays(ClockKind kind, int cycle, ClockHolder holder, long? unitId, int days, Moment moment)
    {
        var clock = new TicketClock { Kind = kind, Cycle = cycle, Holder = holder, UnitId = unitId, StartedAt = moment.Now, Limit = days };
        clock.Count(moment.Day, days, moment);
        return clock;
    }

    /// <summary>A clock that ends on a given day, or on the next working day where that is a rest day.</summary>
    internal static TicketClock UntilDay(ClockKind kind, int cycle, ClockHolder holder, long? unitId, DateOnly day, Moment moment)
    {
        var clock = new TicketClock { Kind = kind, Cycle = cycle, Holder = holder, UnitId = unitId, StartedAt = moment.Now };
        clock.GiveDay(day, moment);
        return clock;
    }

    internal TicketClock Of(SupportingTask task)
    {
        Task = task;
        return this;
    }

    internal TicketClock Of(Urge urge)
    {
        Urge = urge;
        return this;
    }

    /// <summary>Stands still for a reason. The days left are the counted days after this day up to the due day.</summary>
    internal void Pause(PauseReason reason, Moment moment)
    {
        if (!Open)
        {
            return;
        }

        if (PausedFor == PauseReason.None)
        {
            MarkBreach(moment.Now);
            if (BreachedAt is not null)
            {
                OverBefore += Math.Max(0, moment.Calendar.Count(OverFrom!.Value, moment.Day));
            }

            Pauses.Add(new ClockPause { TicketId = TicketId, From = moment.Now, Reason = reason });
        }
        else
        {
            Pauses[^1].Reason |= reason;
        }

        PausedFor |= reason;
        NextAt = null;
    }

    /// <summary>Stands still until the enterprise was called; once only.</summary>
    internal void Hold(Moment moment)
    {
        Held = true;
        Pause(PauseReason.Call, moment);
    }

    /// <summary>Runs on once the last reason has gone.</summary>
    internal void Resume(PauseReason reason, Moment moment)
    {
        if (!Open || !PausedFor.HasFlag(reason))
        {
            return;
        }

        PausedFor &= ~reason;
        if (PausedFor != PauseReason.None)
        {
            return;
        }

        var pause = Pauses[^1];
        pause.Until = moment.Now;
        if (BreachedAt is not null)
        {
            OverFrom = moment.Day;
        }
        else
        {
            CountOn(TownTime.DayOf(pause.From), moment);
        }

        PlanNext(moment);
    }

    /// <summary>Ends: met, or breached if past due.</summary>
    internal void Meet(Moment moment) => End(moment.Now, ClockOutcome.Met);

    /// <summary>Ends because it is no longer needed: cancelled, or breached if past due.</summary>
    internal void Cancel(Moment moment) => End(moment.Now, ClockOutcome.Cancelled);

    /// <summary>Ends because its time is over and the procedure goes on without it.</summary>
    internal void Lapse()
    {
        Unseen = ClockRules.For(Kind).SeenWhenLapsed;
        End(DueAt, ClockOutcome.Breached);
    }

    /// <summary>Who answers for its lapse has looked at it.</summary>
    internal void See() => Unseen = false;

    /// <summary>Ends as of the moment it was suspended.</summary>
    internal void EndAsSuspended(ClockOutcome outcome, Moment moment)
    {
        var at = PausedFor.HasFlag(PauseReason.Suspended) ? Pauses[^1].From : moment.Now;
        if (outcome == ClockOutcome.NotMet)
        {
            MarkBreach(moment.Now);
            Finish(at, ClockOutcome.NotMet);
        }
        else
        {
            End(at, outcome);
        }
    }

    /// <summary>Adds working days, once; the original due day stays.</summary>
    internal void Extend(int days, Moment moment)
    {
        OriginalDueDay = DueDay;
        Extension = days;
        if (Days is { } left)
        {
            Count(CountFrom, left + days, moment);
        }
        else
        {
            GiveDay(moment.Calendar.Add(DueDay, days), moment);
        }
    }

    /// <summary>When it is due, or would be if it ran on now: what stands still keeps the days it had left.</summary>
    internal DateOnly DueFrom(Moment moment) =>
        Paused && BreachedAt is null ? moment.Calendar.Add(moment.Day, DaysLeft(moment.Calendar)) : DueDay;

    /// <summary>The day that this clock has to have in order to be due with another, whether they stand still or not.</summary>
    internal DateOnly DayWith(TicketClock lead, Moment moment) =>
        Paused && lead.Paused && lead.BreachedAt is null ? moment.Calendar.Add(TownTime.DayOf(Pauses[^1].From), lead.DaysLeft(moment.Calendar)) : lead.DueDay;

    /// <summary>Holds the clock to a date that was entered wrongly before, with the extension it has been given. A breach stays, and its due day.</summary>
    internal void CorrectTo(DateOnly day, Moment moment)
    {
        HoldTo(day, moment);
        if (BreachedAt is null && OriginalDueDay is not null)
        {
            OriginalDueDay = DueDay;
            GiveDay(moment.Calendar.Add(DueDay, Extension), moment);
        }
    }

    /// <summary>Goes on from a clock of the same unit that ended: an extension was given before, and the day before it stays in sight.</summary>
    internal TicketClock After(TicketClock? before, Moment moment)
    {
        if (before is { OriginalDueDay: { } original, EndedAt: { } ended, BreachedAt: null })
        {
            var stopped = before.PausedFor != PauseReason.None ? before.Pauses[^1].From : ended;
            OriginalDueDay = moment.Calendar.Add(moment.Day, Math.Max(0, moment.Calendar.Count(TownTime.DayOf(stopped), original)));
        }

        return this;
    }

    /// <summary>Holds the clock to a date given, such as the statutory date of an approval. A breach stays, and its due day.</summary>
    internal void HoldTo(DateOnly day, Moment moment)
    {
        MarkBreach(moment.Now);
        if (BreachedAt is null)
        {
            Limit = null; // it is no length any more
            GiveDay(day, moment);
        }
    }

    private void GiveDay(DateOnly day, Moment moment)
    {
        NameDay(day, moment);
        SetDue(moment.Calendar.Add(day, 0), moment);
    }

    /// <summary>From now on it is held to a day; where it stands still, the days left are those from there to that day.</summary>
    private void NameDay(DateOnly day, Moment moment) =>
        (GivenDay, Days, CountFrom) = (day, null, Paused ? TownTime.DayOf(Pauses[^1].From) : moment.Day);

    /// <summary>
    /// Counts a new limit (or holds to a day given) from the original start, with the pauses and the extension; never due
    /// before the close of the next working day. A recorded breach stays.
    /// </summary>
    internal void ChangeLimit(int limit, DateOnly? givenDay, Moment moment)
    {
        MarkBreach(moment.Now);
        if (BreachedAt is not null)
        {
            return;
        }

        Limit = limit;
        var earliest = moment.Calendar.Add(moment.Day, 1);
        if (givenDay is { } day)
        {
            GiveDay(DayOrder.Later(day, earliest), moment);
            OriginalDueDay = OriginalDueDay is null ? null : DueDay;
            return;
        }

        if (OriginalDueDay is not null)
        {
            OriginalDueDay = DayOrder.Later(Replay(limit, moment).Due, earliest);
        }

        var counted = Replay(limit + Extension, moment);
        Count(counted.From, moment.Calendar.Count(counted.From, DayOrder.Later(counted.Due, earliest)), moment);
    }

    private void Count(DateOnly from, int days, Moment moment)
    {
        CountFrom = from;
        Days = days;
        GivenDay = null;
        SetDue(moment.Calendar.Add(from, days), moment);
    }

    private void CountOn(DateOnly pausedDay, Moment moment)
    {
        if (pausedDay == moment.Day && moment.Now <= DueAt)
        {
            return; // paused and resumed on one day: nothing changes
        }

        if (OriginalDueDay is { } original && original >= pausedDay)
        {
            OriginalDueDay = moment.Calendar.Add(moment.Day, moment.Calendar.Count(pausedDay, original));
        }

        var left = Math.Max(0, moment.Calendar.Count(pausedDay, DueDay));
        if (left < 1 && !MinimumGiven)
        {
            left = 1;
            MinimumGiven = true;
        }

        if (GivenDay is null)
        {
            Count(moment.Day, left, moment);
        }
        else
        {
            SetDue(moment.Calendar.Add(moment.Day, left), moment);
        }
    }

    private void SetDue(DateOnly day, Moment moment)
    {
        if (day != DueDay)
        {
            DueDay = day;
            DueAt = moment.CloseOf(day);
            DueVersion++;
            NextLevel = Levels.DueSoon;
        }

        Provisional = moment.Calendar.IsProvisional(CountFrom, day);
        PlanNext(moment);
    }

    private void MarkBreach(DateTime now)
    {
        if (BreachedAt is null && !Paused && now > DueAt)
        {
            BreachedAt = DueAt;
            OverFrom = DueDay;
        }
    }

    private void End(DateTime at, ClockOutcome outcome)
    {
        if (!Open)
        {
            return;
        }

        MarkBreach(at);
        Finish(at, BreachedAt is not null ? ClockOutcome.Breached : outcome);
    }

    private void Finish(DateTime at, ClockOutcome outcome)
    {
        if (Paused)
        {
            Pauses[^1].Until = at;
        }

        EndedAt = at;
        Outcome = outcome;
        NextAt = null; // the next level stays as it is, for the case that the clock stands again
    }
}
