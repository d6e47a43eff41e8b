using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Tickets;

/// <content>Answers that somebody recorded for the enterprise, and what is undone when it contradicts one.</content>
public sealed partial class Ticket
{
    /// <summary>What does not follow from an answer of the enterprise: it goes on whatever becomes of the answer.</summary>
    private static readonly ClockKind[] Independent = [ClockKind.Urge, ClockKind.ProceedingsDecision, ClockKind.LegalDate];

    /// <summary>
    /// The recorded answers that can still be contradicted, the last first: within so many working days of each, whatever the state since, unless
    /// the enterprise went on from it itself or the demand was ended.
    /// </summary>
    public IReadOnlyList<SpokenAnswer> Contradictable(Moment moment)
    {
        ArgumentNullException.ThrowIfNull(moment);
        return ClosedAs == Tickets.ClosedAs.Ended ? []
            : [.. SpokenAnswers.Where(s => s is { ContradictedAt: null, UpheldAt: null, Before: not null } && moment.Now <= moment.CloseOf(ContradictUntil(s, moment))).OrderByDescending(s => s.Id)];
    }

    /// <summary>The last day (Shanghai) on which the enterprise can contradict an answer recorded for it.</summary>
    public static DateOnly ContradictUntil(SpokenAnswer answer, Moment moment)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(moment);
        return moment.Calendar.Add(TownTime.DayOf(answer.At), moment.Limits.ContradictWithin);
    }

    /// <summary>
    /// Undoes a recorded answer and what followed from it: back to the state before, with the clocks that it or a later end stopped and the days they
    /// had left. What does not follow from it goes on: instructions, proceedings, what supporting units have said. The history keeps it all.
    /// </summary>
    internal void Contradict(MoveAct act)
    {
        var (answer, moment) = (SpokenAnswers.Single(s => s.Id == act.Given.AboutId), act.Moment);
        var (before, ended) = (answer.Before!, ClosedAt);
        foreach (var undone in SpokenAnswers.Where(s => s.Id >= answer.Id && s.ContradictedAt is null))
        {
            undone.ContradictedAt = moment.Now;
        }

        var revived = GiveBackTasks(before, moment);
        GiveBackClocks(answer, revived, [answer.At, ended ?? answer.At], moment);
        Returns.RemoveAll(r => r.AppliedAt > answer.At); // a unit can apply again
        GiveBackFields(before, moment);
        foreach (var clock in Clocks.Where(c => c.Open && c.Holder == ClockHolder.Unit && Independent.Contains(c.Kind)))
        {
            clock.UnitId = LeadUnitId; // another unit may have had the demand meanwhile
            clock.Urge?.UnitId = LeadUnitId;
        }
    }

    /// <summary>What the demand is now, to be kept with an answer recorded for the enterprise.</summary>
    private TicketBefore Keep() => new()
    {
        State = State,
        LeadUnitId = LeadUnitId,
        OfficerId = OfficerId,
        Accepted = Accepted,
        FinalUnit = FinalUnit,
        HandBacks = HandBacks,
        NotDoneCount = NotDoneCount,
        SupplementAsked = SupplementAsked,
        Type = Type,
        StatutoryDay = StatutoryDay,
        StatutoryBasis = StatutoryBasis,
        FirstStatutoryDay = FirstStatutoryDay,
        ProposedType = ProposedType,
        ProposedDay = ProposedDay,
        ProposedBasis = ProposedBasis,
        Result = Result,
        PromisedDay = PromisedDay,
        AskAfterPromiseAt = AskAfterPromiseAt,
        CannotBeMetReason = CannotBeMetReason,
        CannotBeMetBasis = CannotBeMetBasis,
        ReplyBecauseNotMet = ReplyBecauseNotMet,
        ProceedingsTold = ProceedingsTold,
        NextMonthlyDutyAt = NextMonthlyDutyAt,
        Rating = Rating,
        RatingReason = RatingReason,
        RatedAt = RatedAt,
        Clocks = [.. Clocks.Where(c => c.Open).Select(c => c.Keep())],
        Tasks = [.. Tasks.Select(t => new TaskBefore(t.Id, t.State, t.Answer, t.EndedAt))],
    };

    /// <summary>Keeps an answer recorded for the enterprise, with the demand before it; an answer of its own lets those before it stand.</summary>
    private void KeepAnswer(MoveRule rule, TicketBefore? before, MoveAct act)
    {
        if (before is not null)
        {
            SpokenAnswers.Add(new SpokenAnswer { Move = rule.Move, At = act.Moment.Now, ById = act.Moment.ActorId!.Value, Before = before });
        }
        else if (act.Who.HasFlag(Relation.Enterprise) && TicketProcedure.Answers.Contains(rule.Move))
        {
            foreach (var upheld in SpokenAnswers.Where(s => s.ContradictedAt is null))
            {
                upheld.UpheldAt ??= act.Moment.Now;
            }
        }
    }

    /// <summary>Tasks given since fall away; those that fell away since are there again. Gives the latter.</summary>
    private HashSet<SupportingTask> GiveBackTasks(TicketBefore before, Moment moment)
    {
        CancelTasks(moment, t => !before.Tasks.Any(b => b.Id == t.Id));
        var revived = new HashSet<SupportingTask>();
        foreach (var task in Tasks.Where(t => t.State == SupportingTaskState.Cancelled && t.UnitId != before.LeadUnitId)) // nobody supports themselves, after a merger
        {
            if (before.Tasks.FirstOrDefault(b => b.Id == task.Id) is { State: not SupportingTaskState.Cancelled } was)
            {
                (task.State, task.Answer, task.EndedAt) = (was.State, was.Answer, was.EndedAt);
                revived.Add(task);
            }
        }

        return revived;
    }

    private void GiveBackClocks(SpokenAnswer answer, HashSet<SupportingTask> revived, DateTime[] stops, Moment moment)
    {
        var waiting = answer.Before!.Clocks.ToList();
        foreach (var clock in Clocks)
        {
            if (waiting.Find(clock.Is) is not { } was)
            {
                if (!Independent.Contains(clock.Kind) && clock.Task is null && (clock.Open || clock.StartedAt >= answer.At))
                {
                    clock.Undo(moment);
                }
            }
            else if (clock.Open || IsStopped(clock, revived, stops))
            {
                waiting.Remove(was);
                clock.StandAgain(was, moment);
            }
        }

        if (State == TicketState.InLegalProceedings)
        {
            Clocks.FindAll(c => !ClockRules.For(c.Kind).RunsInProceedings).ForEach(c => c.Pause(PauseReason.Proceedings, moment));
        }
    }

    /// <summary>Whether a clock that was open has been ended by the answer or in its wake, and not by who had to.</summary>
    private bool IsStopped(TicketClock clock, HashSet<SupportingTask> revived, DateTime[] stops) =>
        clock.Task is { } task ? revived.Contains(task)
        : clock.Kind == ClockKind.MonthlyProgress ? !(LastProgressAt >= stops[0])
        : !Independent.Contains(clock.Kind) || stops.Contains(clock.EndedAt!.Value);

    private void GiveBackFields(TicketBefore before, Moment moment)
    {
        // What depends on where it is now comes before that is given back.
        ProceedingsTold = IsOpen ? ProceedingsTold : before.ProceedingsTold && OpenClock(ClockKind.ProceedingsDecision) is not null;
        (State, StateBefore) = State == TicketState.InLegalProceedings ? (State, before.State) : (before.State, (TicketState?)null);
        (LeadUnitId, OfficerId) = (before.LeadUnitId, LeadUnitId == before.LeadUnitId ? OfficerId : before.OfficerId);
        (Accepted, FinalUnit, HandBacks, NotDoneCount, SupplementAsked) = (before.Accepted, before.FinalUnit, before.HandBacks, before.NotDoneCount, before.SupplementAsked);
        (Type, StatutoryDay, StatutoryBasis, FirstStatutoryDay) = (before.Type, before.StatutoryDay, before.StatutoryBasis, before.FirstStatutoryDay);
        (ProposedType, ProposedDay, ProposedBasis) = (before.ProposedType, before.ProposedDay, before.ProposedBasis);
        (Result, PromisedDay, AskAfterPromiseAt) = (before.Result, before.PromisedDay, before.AskAfterPromiseAt > moment.Now ? before.AskAfterPromiseAt : null);
        (CannotBeMetReason, CannotBeMetBasis, ReplyBecauseNotMet) = (before.CannotBeMetReason, before.CannotBeMetBasis, before.ReplyBecauseNotMet);
        (Rating, RatingReason, RatedAt, ClosedAs, ClosedAt) = (before.Rating, before.RatingReason, before.RatedAt, null, null);
        GiveBackMonthlyDuty(before.NextMonthlyDutyAt, moment);
    }

    /// <summary>A month's duty whose day went by meanwhile is owed by the next working day; suspended handling owes it once it runs on.</summary>
    private void GiveBackMonthlyDuty(DateTime? duty, Moment moment)
    {
        NextMonthlyDutyAt = duty <= moment.Now ? moment.DutyOfNextMonth(moment.Day) : duty;
        if (duty <= moment.Now && !(LastProgressAt >= duty) && OpenClock(ClockKind.Handling)?.PausedFor.HasFlag(PauseReason.Suspended) == false && OpenClock(ClockKind.MonthlyProgress) is null)
        {
            StartUntil(ClockKind.MonthlyProgress, moment.Calendar.Add(moment.Day, 1), moment, atCentre: State == TicketState.ReturnRequested);
        }
    }
}
