namespace ServicePackage.Core.Tickets;

/// <content>Answers that somebody recorded for the enterprise, and what is undone when it contradicts one.</content>
public sealed partial class Ticket
{
    /// <summary>The recorded answers that can still be contradicted, the last first: within so many working days of each, whatever the state since.</summary>
    public IReadOnlyList<SpokenAnswer> Contradictable(Moment moment)
    {
        ArgumentNullException.ThrowIfNull(moment);
        return [.. SpokenAnswers.Where(s => s is { ContradictedAt: null, Before: not null } && moment.Now <= moment.CloseOf(ContradictUntil(s, moment))).OrderByDescending(s => s.Id)];
    }

    /// <summary>The last day (Shanghai) on which the enterprise can contradict an answer recorded for it.</summary>
    public static DateOnly ContradictUntil(SpokenAnswer answer, Moment moment)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(moment);
        return moment.Calendar.Add(WorkingTime.TownTime.DayOf(answer.At), moment.Limits.ContradictWithin);
    }

    /// <summary>What the demand is now, to be kept with an answer recorded for the enterprise.</summary>
    private TicketBefore Before(Moment moment) => new()
    {
        State = State,
        StateBefore = StateBefore,
        NotDoneCount = NotDoneCount,
        ProposedType = ProposedType,
        ProposedDay = ProposedDay,
        ProposedBasis = ProposedBasis,
        PromisedDay = PromisedDay,
        AskAfterPromiseAt = AskAfterPromiseAt,
        CannotBeMetReason = CannotBeMetReason,
        CannotBeMetBasis = CannotBeMetBasis,
        ReplyBecauseNotMet = ReplyBecauseNotMet,
        ProceedingsTold = ProceedingsTold,
        Proceeding = Proceeding,
        CaseNumber = CaseNumber,
        NextMonthlyDutyAt = NextMonthlyDutyAt,
        Rating = Rating,
        RatingReason = RatingReason,
        RatedAt = RatedAt,
        ClosedAs = ClosedAs,
        ClosedAt = ClosedAt,
        Clocks = [.. Clocks.Where(c => c.Open).Select(c => new ClockBefore(c.Kind, c.StartedAt, c.TaskId, c.UrgeId, c.DaysLeft(moment), c.PausedFor))],
    };

    private void KeepSpoken(Move move, TicketBefore before, Moment moment) =>
        SpokenAnswers.Add(new SpokenAnswer { Move = move, At = moment.Now, ById = moment.ActorId!.Value, Before = before });

    /// <summary>
    /// Undoes a recorded answer and what followed from it: back to the state before. Clocks that it or the end of the demand stopped run again
    /// with the days they had left, at least one; clocks that opened since fall away. What was done meanwhile stays in the history.
    /// </summary>
    internal void Contradict(MoveAct act)
    {
        var answer = SpokenAnswers.Single(s => s.Id == act.Given.AboutId);
        foreach (var undone in SpokenAnswers.Where(s => s.Id >= answer.Id && s.ContradictedAt is null))
        {
            undone.ContradictedAt = act.Moment.Now;
        }

        var (before, ended) = (answer.Before!, ClosedAt);
        GiveBackTasks(answer.At, ended);
        var waiting = before.Clocks.ToList();
        foreach (var clock in Clocks.ToList())
        {
            var was = waiting.Find(b => b.Kind == clock.Kind && b.StartedAt == clock.StartedAt && b.TaskId == clock.TaskId && b.UrgeId == clock.UrgeId);
            if (was is null)
            {
                clock.Cancel(act.Moment);
                continue;
            }

            waiting.Remove(was);
            if (clock.Open)
            {
                clock.StandAs(was.PausedFor, act.Moment);
            }
            else if (clock.EndedAt == answer.At || clock.EndedAt == ended || clock.Kind == ClockKind.Handling)
            {
                RunAgain(clock, was, act.Moment);
            }
        }

        HandBacks -= Returns.RemoveAll(r => r.DecidedAt is null);
        (State, StateBefore, NotDoneCount) = (before.State, before.StateBefore, before.NotDoneCount);
        (ProposedType, ProposedDay, ProposedBasis) = (before.ProposedType, before.ProposedDay, before.ProposedBasis);
        (PromisedDay, AskAfterPromiseAt) = (before.PromisedDay, before.AskAfterPromiseAt > act.Moment.Now ? before.AskAfterPromiseAt : null);
        (CannotBeMetReason, CannotBeMetBasis, ReplyBecauseNotMet) = (before.CannotBeMetReason, before.CannotBeMetBasis, before.ReplyBecauseNotMet);
        (ProceedingsTold, Proceeding, CaseNumber) = (before.ProceedingsTold, before.Proceeding, before.CaseNumber);
        NextMonthlyDutyAt = before.NextMonthlyDutyAt;
        (Rating, RatingReason, RatedAt) = (before.Rating, before.RatingReason, before.RatedAt);
        (ClosedAs, ClosedAt) = (before.ClosedAs, before.ClosedAt);
    }

    private void GiveBackTasks(DateTime answered, DateTime? ended)
    {
        foreach (var task in Tasks.Where(t => t.State == SupportingTaskState.Cancelled && (t.EndedAt == answered || t.EndedAt == ended)))
        {
            (task.State, task.Answer, task.EndedAt) = (SupportingTaskState.Open, "", null);
        }
    }

    private void RunAgain(TicketClock ended, ClockBefore was, Moment moment)
    {
        var days = Math.Max(1, was.DaysLeft);
        var unit = ended.Holder == ClockHolder.Unit && ended.Task is null ? LeadUnitId : ended.UnitId;
        var clock = ended.Again(unit, days, moment);
        clock.StandAs(was.PausedFor, moment);
        Clocks.Add(clock);
    }
}
