namespace ServicePackage.Core.Tickets;

/// <content>When the levels of escalation fall due.</content>
public sealed partial class TicketClock
{
    /// <summary>Takes the level that is due now and plans the next one.</summary>
    internal int ReachLevel(Moment moment)
    {
        var level = NextLevel;
        if (level == Levels.Breach)
        {
            MarkBreach(moment.Now);
        }

        NextLevel = moment.Limits.LadderOf(Kind).GoesOnAt(level + 1) ? level + 1 : Levels.None;
        PlanNext(moment);
        return level;
    }

    /// <summary>
    /// Sets the next due instant from the next level. A moment that lies in the past when it is planned is due at once,
    /// so that the sweep can tell a late level from one that was never early enough.
    /// </summary>
    private void PlanNext(Moment moment)
    {
        if (!Open || Paused || NextLevel == Levels.None)
        {
            NextAt = null;
            return;
        }

        NextAt = NextLevel switch
        {
            Levels.DueSoon => ApproachingAt(moment),
            Levels.Breach => DueAt.AddMilliseconds(1),
            _ => OverAt(moment.Limits.LevelAfter(NextLevel), moment),
        };
    }

    /// <summary>From opening hours one working day before the due day; for limits of a day and less, on the due day itself.</summary>
    private DateTime ApproachingAt(Moment moment)
    {
        var at = WarnedFrom(moment);
        return at < moment.Now ? moment.Now : at;
    }

    private DateTime WarnedFrom(Moment moment)
    {
        var limit = GivenDay is null && Limit is { } set ? set + Extension : moment.Calendar.Count(WorkingTime.TownTime.DayOf(StartedAt), DueDay);
        return moment.OpeningOf(limit <= 1 ? DueDay : moment.Calendar.Before(DueDay));
    }

    /// <summary>
    /// The level past due that it has reached: each begins at the close of its day, the instant at which it is told. One that stands still stays at the
    /// level it had, and what was reached once is not lost when it runs on.
    /// </summary>
    public int LevelAt(Moment moment)
    {
        ArgumentNullException.ThrowIfNull(moment);
        var told = NextLevel > Levels.Breach ? NextLevel - 1 : Levels.Breach;
        if (PausedFor != PauseReason.None)
        {
            return NextLevel == Levels.None ? Levels.At(OverBefore, moment.Limits) : told;
        }

        var at = EndedAt ?? moment.Now;
        return Math.Max(told, Levels.PastDue.Last(level => level == Levels.Breach || IsOver(moment.Limits.LevelAfter(level), at, moment)));
    }

    private bool IsOver(int workingDays, DateTime at, Moment moment) => OverBefore > workingDays || OverAt(workingDays, moment) <= at;

    private DateTime OverAt(int workingDays, Moment moment)
    {
        var left = Math.Max(0, workingDays - OverBefore);
        var at = moment.CloseOf(moment.Calendar.Add(OverFrom ?? DueDay, left));
        return at < DueAt ? DueAt : at;
    }
}
