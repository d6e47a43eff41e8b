using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Tickets;

/// <summary>One move being made: what was given, by whom, when.</summary>
/// <param name="Given">What was given; empty when only asking whether the move is open.</param>
/// <param name="Who">What the actor is to the demand.</param>
/// <param name="Moment">The instant, with calendar and limits.</param>
public sealed record MoveAct(MoveInput Given, Relation Who, Moment Moment)
{
    /// <summary>The units the actor works in.</summary>
    public IReadOnlyList<long> UnitIds { get; init; } = [];

    /// <summary>Whether the first-asked person belongs to a unit that handles the demand, and so asks nobody what the enterprise meant.</summary>
    public bool FirstAskedHandles { get; init; }

    /// <summary>Whether somebody of the enterprise has an account, and so answers itself.</summary>
    public bool EnterpriseHasAccount { get; init; }

    /// <summary>The units of which the actor is an officer, whatever else beside.</summary>
    public IReadOnlyList<long> OfficerOf { get; init; } = [];
}

/// <content>The guard in front of every move.</content>
public sealed partial class Ticket
{
    /// <summary>
    /// Makes a move that the table allows from this state to this relation, or refuses it with the reason and changes
    /// nothing. The input must have passed <see cref="MoveInputValidator"/>.
    /// </summary>
    public Refusal? Make(Move move, MoveAct act)
    {
        var (rule, refusal) = TicketProcedure.Find(this, move, act);
        if (rule is null)
        {
            return refusal;
        }

        var (before, kept) = (State, rule.Spoken ? Keep() : null);
        rule.Act(this, act);
        KeepAnswer(rule, kept, act);
        if (!Clocks.Exists(c => c.Open && c.PausedFor.HasFlag(PauseReason.Call)))
        {
            Cancel(ClockKind.Call, act.Moment); // it has answered, nobody need ask
        }

        if (rule.To.Count == 0 ? State != before : !rule.To.Contains(State))
        {
            throw new InvalidOperationException($"{move} led from {before} to {State}, which the table of moves does not allow.");
        }

        Version++;
        return null;
    }

    private void Start(ClockKind kind, Moment moment)
    {
        var holder = ClockRules.For(kind).Holder;
        Clocks.Add(TicketClock.OfDays(kind, Cycle, holder, holder == ClockHolder.Unit ? LeadUnitId : null, moment.Limits.DaysOf(kind, Type), moment));
    }

    private TicketClock StartUntil(ClockKind kind, DateOnly day, Moment moment, bool atCentre = false)
    {
        var holder = atCentre ? ClockHolder.Centre : ClockRules.For(kind).Holder;
        var clock = TicketClock.UntilDay(kind, Cycle, holder, holder == ClockHolder.Unit ? LeadUnitId : null, day, moment);
        Clocks.Add(clock);
        return clock;
    }

    private void Meet(ClockKind kind, Moment moment) => EachOpen(kind, c => c.Meet(moment));

    private void Cancel(ClockKind kind, Moment moment) => EachOpen(kind, c => c.Cancel(moment));

    private void EachOpen(ClockKind kind, Action<TicketClock> act) => Clocks.FindAll(c => c.Open && c.Kind == kind).ForEach(act);

    private void PauseHandling(PauseReason reason, Moment moment) =>
        Clocks.FindAll(c => ClockRules.For(c.Kind).PausesWithHandling).ForEach(c => c.Pause(reason, moment));

    private void ResumeHandling(PauseReason reason, Moment moment) =>
        Clocks.ForEach(c => c.Resume(reason, moment));

    private void CancelTasks(Moment moment, Predicate<SupportingTask>? which = null)
    {
        foreach (var task in Tasks.Where(t => (t.State == SupportingTaskState.Open || IsDeclined(t)) && (which is null || which(t))))
        {
            EndTask(task, SupportingTaskState.Cancelled, "", moment);
        }
    }

    private void EndTask(SupportingTask task, SupportingTaskState state, string answer, Moment moment)
    {
        task.State = state;
        task.Answer = answer;
        task.EndedAt = moment.Now;
        foreach (var clock in Clocks.Where(c => c.Task == task))
        {
            if (state is SupportingTaskState.Done or SupportingTaskState.Declined)
            {
                clock.Meet(moment);
            }
            else
            {
                clock.Cancel(moment);
            }
        }
    }

    private void DropTypeProposal(Moment moment)
    {
        (ProposedType, ProposedDay, ProposedBasis) = (null, null, "");
        Cancel(ClockKind.TypeDecision, moment);
    }

    private void Close(TicketState state, ClosedAs? closedAs, Moment moment)
    {
        CancelTasks(moment);
        Clocks.ForEach(c => c.Cancel(moment));
        DropTypeProposal(moment);
        (State, StateBefore, ProceedingsTold, ClosedAs, ClosedAt) = (state, null, false, closedAs, moment.Now);
        (NextMonthlyDutyAt, AskAfterPromiseAt) = (null, closedAs is null or Tickets.ClosedAs.Ended ? null : AskAfterPromiseAt);
    }
}
