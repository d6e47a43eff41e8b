namespace ServicePackage.Core.Tickets;

/// <content>How it stood before an answer of the enterprise that was recorded wrongly, and stands so again.</content>
public sealed partial class TicketClock
{
    /// <summary>All that its due day comes from.</summary>
    internal ClockBefore Keep() => new()
    {
        Kind = Kind,
        StartedAt = StartedAt,
        TaskId = TaskId,
        UrgeId = UrgeId,
        Holder = Holder,
        UnitId = UnitId,
        Limit = Limit,
        CountFrom = CountFrom,
        Days = Days,
        GivenDay = GivenDay,
        DueDay = DueDay,
        OriginalDueDay = OriginalDueDay,
        Extension = Extension,
        MinimumGiven = MinimumGiven,
        BreachedAt = BreachedAt,
        OverFrom = OverFrom,
        OverBefore = OverBefore,
        NextLevel = NextLevel,
        PausedFor = PausedFor,
        Pauses = Pauses.Count,
        LastPause = Pauses.Count > 0 ? Pauses[^1].Reason : PauseReason.None,
    };

    /// <summary>Whether this is the clock that was kept.</summary>
    internal bool Is(ClockBefore was) => Kind == was.Kind && StartedAt == was.StartedAt && TaskId == was.TaskId && UrgeId == was.UrgeId;

    /// <summary>Whether it was ended, and runs again since an instant.</summary>
    internal bool RunsAgainSince(DateTime at) => Pauses.Exists(p => p.Reason == PauseReason.Contradicted && p.Until == at);

    /// <summary>
    /// Stands as it did. What ran before goes on with the days it had left when it was ended, at least one; what stood still does so as if it had never
    /// run on, a breach since then included.
    /// </summary>
    internal void StandAgain(ClockBefore was, Moment moment)
    {
        (Holder, UnitId) = (was.Holder, was.UnitId);
        if (was.PausedFor != PauseReason.None)
        {
            StandStillAgain(was, moment);
        }
        else if (EndedAt is { } ended)
        {
            (EndedAt, Outcome) = (null, null);
            var then = moment with { Now = ended };
            Amend(then, moment.Calendar); // while it was ended the calendar may have been amended
            Pause(PauseReason.Contradicted, then);
            Resume(PauseReason.Contradicted, moment);
            if (BreachedAt is null && moment.Calendar.Count(moment.Day, DueDay) < 1)
            {
                SetDue(moment.Calendar.Add(moment.Day, 1), moment); // at least one, also where the one after a pause was given before
            }
        }
    }

    /// <summary>It follows from an answer that was never given: it is cancelled, and a breach was none, ended or not.</summary>
    internal void Undo(Moment moment)
    {
        (Unseen, BreachedAt, OverFrom, OverBefore) = (false, null, null, 0);
        if (Open)
        {
            Finish(moment.Now, ClockOutcome.Cancelled);
        }
        else if (Outcome == ClockOutcome.Breached)
        {
            Outcome = ClockOutcome.Cancelled;
        }
    }

    private void StandStillAgain(ClockBefore was, Moment moment)
    {
        if (Open && PausedFor == was.PausedFor && Pauses.Count == was.Pauses)
        {
            return;
        }

        Pauses.RemoveRange(was.Pauses, Pauses.Count - was.Pauses);
        (Pauses[^1].Until, Pauses[^1].Reason) = (null, was.LastPause);
        (EndedAt, Outcome, PausedFor, NextAt) = (null, null, was.PausedFor, null);
        (Limit, CountFrom, Days, GivenDay) = (was.Limit, was.CountFrom, was.Days, was.GivenDay);
        (OriginalDueDay, Extension, MinimumGiven) = (was.OriginalDueDay, was.Extension, was.MinimumGiven);
        (BreachedAt, OverFrom, OverBefore) = (was.BreachedAt, was.OverFrom, was.OverBefore);
        (DueDay, DueAt) = (was.DueDay, moment.CloseOf(was.DueDay));
        NextLevel = was.NextLevel;
        DueVersion++; // whoever was told of a level since may be told of it again
        Provisional = moment.Calendar.IsProvisional(CountFrom, DueDay);
        Amend(moment, moment.Calendar);
    }
}
