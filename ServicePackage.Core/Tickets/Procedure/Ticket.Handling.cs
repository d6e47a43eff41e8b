using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Tickets;

/// <content>What a unit does with a demand.</content>
public sealed partial class Ticket
{
    internal void AskSupplement(MoveAct act)
    {
        SupplementAsked = true;
        PauseHandling(PauseReason.Supplement, act.Moment);
        State = TicketState.AwaitingSupplement;
        Start(ClockKind.Supplement, act.Moment);
    }

    internal void AnswerSupplement(MoveAct act)
    {
        Meet(ClockKind.Supplement, act.Moment);
        GoOnAfterSupplement(act.Moment);
    }

    internal void EndSupplement(MoveAct act)
    {
        EachOpen(ClockKind.Supplement, c => c.Lapse());
        GoOnAfterSupplement(act.Moment);
    }

    internal void ReportProgress(MoveAct act)
    {
        if ((act.Who & (Relation.LeadUnit | Relation.Centre)) != 0)
        {
            LastProgressAt = act.Moment.Now;
            Meet(ClockKind.MonthlyProgress, act.Moment);
        }
    }

    internal void Assign(MoveAct act)
    {
        if (act.Given.UnitId == LeadUnitId)
        {
            OfficerId = act.Given.PersonId;
            return;
        }

        foreach (var task in Tasks.Where(t => t.UnitId == act.Given.UnitId && t.State == SupportingTaskState.Open))
        {
            task.OfficerId = act.Given.PersonId;
        }
    }

    internal void ReferUpward(MoveAct act) => Referrals.Add(new Referral
    {
        Body = act.Given.Body.Trim(),
        Level = act.Given.Level!.Value,
        ReferredOn = act.Moment.Day,
        ExpectedOn = act.Given.Day,
    });

    internal void RecordReferralOutcome(MoveAct act)
    {
        var referral = Referrals.Single(r => r.Id == act.Given.AboutId);
        (referral.Outcome, referral.OutcomeAt) = (act.Given.Text.Trim(), act.Moment.Now);
    }

    internal void GiveTask(MoveAct act) => AddTask(act.Given.UnitId!.Value, act.Given.Text, act.Given.Day, act.Moment);

    internal void FinishTask(MoveAct act) => EndTask(TaskOf(act), SupportingTaskState.Done, act.Given.Text.Trim(), act.Moment);

    /// <summary>The unit's part of it ends; whether the demand goes on without is for the Centre to decide.</summary>
    internal void DeclineTask(MoveAct act)
    {
        var task = TaskOf(act);
        EndTask(task, SupportingTaskState.Declined, act.Given.Text.Trim(), act.Moment);
        var decision = TicketClock.OfDays(ClockKind.TaskDecision, Cycle, ClockHolder.Centre, null, act.Moment.Limits.DaysOf(ClockKind.TaskDecision), act.Moment).Of(task);
        Clocks.Add(decision);
        if (State == TicketState.InLegalProceedings)
        {
            decision.Pause(PauseReason.Proceedings, act.Moment);
        }
    }

    internal void WaiveTask(MoveAct act)
    {
        var task = TaskOf(act);
        DecideDeclined(task, act.Moment);
        EndTask(task, SupportingTaskState.Waived, act.Given.Text.Trim(), act.Moment);
    }

    /// <summary>The unit does it after all: by the lead's due day, at least one working day.</summary>
    internal void GiveBackTask(MoveAct act)
    {
        var task = TaskOf(act);
        DecideDeclined(task, act.Moment);
        (task.State, task.Answer, task.EndedAt) = (SupportingTaskState.Open, "", null);
        StartTask(task, null, act.Moment);
    }

    /// <summary>Whether a task waits for the Centre because its unit declined it.</summary>
    internal bool IsDeclined(SupportingTask task) => Clocks.Exists(c => c is { Open: true, Kind: ClockKind.TaskDecision } && c.Task == task);

    internal void ProposeType(MoveAct act)
    {
        (ProposedType, ProposedDay, ProposedBasis) = (act.Given.Type, act.Given.Day, act.Given.Basis.Trim());
        Start(ClockKind.TypeDecision, act.Moment);
    }

    internal void DecideType(MoveAct act)
    {
        Meet(ClockKind.TypeDecision, act.Moment);
        if (act.Given.Agreed == true)
        {
            ChangeType(ProposedType!.Value, ProposedDay, ProposedBasis, act.Moment);
        }

        DropTypeProposal(act.Moment);
    }

    /// <summary>The Centre corrects a wrong type itself: a proposal of the unit's has its answer.</summary>
    internal void SetType(MoveAct act)
    {
        Meet(ClockKind.TypeDecision, act.Moment);
        DropTypeProposal(act.Moment);
        ChangeType(act.Given.Type!.Value, act.Given.Day, act.Given.Basis.Trim(), act.Moment);
    }

    /// <summary>The first date stays in sight. A recorded breach stays.</summary>
    internal void CorrectStatutory(MoveAct act)
    {
        FirstStatutoryDay ??= StatutoryDay;
        (StatutoryDay, StatutoryBasis) = (act.Given.Day, act.Given.Basis.Trim());
        MoveLead(c => c.CorrectTo(act.Given.Day!.Value, act.Moment), act.Moment);
    }

    private void ChangeType(TicketType type, DateOnly? statutoryDay, string basis, Moment moment)
    {
        Type = type;
        (StatutoryDay, StatutoryBasis) = type == TicketType.Approval ? (statutoryDay, basis) : (null, "");
        FirstStatutoryDay = null;
        EachOpen(ClockKind.Handling, c => c.ChangeLimit(moment.Limits.DaysOf(ClockKind.Handling, type), StatutoryDay, moment));
    }

    internal void Extend(MoveAct act) => MoveLead(c => c.Extend(act.Given.Days!.Value, act.Moment), act.Moment);

    internal void Complete(MoveAct act)
    {
        DropTypeProposal(act.Moment);
        PauseHandling(PauseReason.Suspended, act.Moment);
        Cancel(ClockKind.MonthlyProgress, act.Moment);
        Result = act.Given.Text.Trim();
        PromisedDay = act.Given.SecondDay;
        AskAfterPromiseAt = PromisedDay is { } day ? WorkingTime.TownTime.At(day, act.Moment.Limits.CalendarDuties) : null;
        State = TicketState.AwaitingConfirmation;
        Start(ClockKind.Confirmation, act.Moment);
    }

    internal void ReportCannotBeMet(MoveAct act)
    {
        DropTypeProposal(act.Moment);
        PauseHandling(PauseReason.Suspended, act.Moment);
        (CannotBeMetReason, CannotBeMetBasis) = (act.Given.Text.Trim(), act.Given.Basis.Trim());
        State = TicketState.ReplyDue;
        Start(ClockKind.RefusalWindow, act.Moment);
    }

    internal void LetStand(MoveAct act)
    {
        Meet(ClockKind.RefusalWindow, act.Moment);
        StandAsNotMet(act.Moment);
    }

    internal void StandByLapse(MoveAct act)
    {
        EachOpen(ClockKind.RefusalWindow, c => c.Lapse());
        StandAsNotMet(act.Moment);
    }

    internal void See() => Clocks.ForEach(c => c.See());

    internal void RefuseCannotBeMet(MoveAct act)
    {
        Meet(ClockKind.RefusalWindow, act.Moment);
        ResumeSuspended(act.Moment);
        (State, CannotBeMetReason, CannotBeMetBasis) = (TicketState.InProgress, "", "");
    }

    /// <summary>The last day a supporting task may have: the lead's due day, or once that has passed none but the next working day at least.</summary>
    internal DateOnly TaskDay(DateOnly? given, Moment moment)
    {
        var next = moment.Calendar.Add(moment.Day, 1);
        if (OpenClock(ClockKind.Handling)?.DueFrom(moment) is { } day && moment.Now <= moment.CloseOf(day))
        {
            return DayOrder.Earlier(given ?? day, day);
        }

        return DayOrder.Later(given ?? next, next);
    }

    private void GoOnAfterSupplement(Moment moment)
    {
        ResumeHandling(PauseReason.Supplement, moment);
        State = TicketState.InProgress;
    }

    /// <summary>Handling runs on. The month's progress is not skipped by reporting a result on its eve, nor on its day: it is owed by the next working day.</summary>
    private void ResumeSuspended(Moment moment)
    {
        var duty = moment.DutyOfMonth(moment.Day);
        var skipped = NextMonthlyDutyAt is not null && OpenClock(ClockKind.Handling) is { BreachedAt: not null } handling
            && handling.DueDay < new DateOnly(moment.Day.Year, moment.Day.Month, 1) && duty <= moment.Now
            && !Clocks.Exists(c => c is { Kind: ClockKind.MonthlyProgress, Outcome: not ClockOutcome.Cancelled } && c.StartedAt >= duty);
        ResumeHandling(PauseReason.Suspended, moment);
        if (skipped)
        {
            StartUntil(ClockKind.MonthlyProgress, moment.Calendar.Add(moment.Day, 1), moment);
        }
    }

    /// <summary>Moves the lead's due day; the tasks that were due with it go along.</summary>
    private void MoveLead(Action<TicketClock> move, Moment moment)
    {
        if (OpenClock(ClockKind.Handling) is not { } lead)
        {
            return;
        }

        var along = DueWith(lead, moment);
        move(lead);
        along.ForEach(c => c.HoldTo(c.DayWith(lead, moment), moment));
    }

    /// <summary>The open tasks that are due when the lead is.</summary>
    private List<TicketClock> DueWith(TicketClock lead, Moment moment) =>
        Clocks.FindAll(c => c is { Open: true, Kind: ClockKind.SupportingTask } && c.DueFrom(moment) == lead.DueFrom(moment));

    private void AddTask(long unitId, string text, DateOnly? day, Moment moment)
    {
        var task = new SupportingTask { UnitId = unitId, Text = text.Trim(), GivenAt = moment.Now };
        Tasks.Add(task);
        StartTask(task, day, moment);
    }

    /// <summary>While handling stands still, so does what supports it.</summary>
    private void StartTask(SupportingTask task, DateOnly? day, Moment moment)
    {
        var clock = TicketClock.UntilDay(ClockKind.SupportingTask, Cycle, ClockHolder.Unit, task.UnitId, TaskDay(day, moment), moment).Of(task);
        Clocks.Add(clock);
        if (OpenClock(ClockKind.Handling) is { Paused: true, PausedFor: var reasons })
        {
            clock.Pause(reasons, moment);
        }
    }

    private void DecideDeclined(SupportingTask task, Moment moment) =>
        Clocks.FindAll(c => c.Kind == ClockKind.TaskDecision && c.Task == task).ForEach(c => c.Meet(moment));

    private SupportingTask TaskOf(MoveAct act) => Tasks.Single(t => t.Id == act.Given.AboutId);

    private void StandAsNotMet(Moment moment)
    {
        EachOpen(ClockKind.Handling, c => c.EndAsSuspended(ClockOutcome.NotMet, moment));
        CancelTasks(moment);
        Cancel(ClockKind.MonthlyProgress, moment);
        (NextMonthlyDutyAt, ReplyBecauseNotMet, State) = (null, true, TicketState.ReplyDue);
        Start(ClockKind.WrittenReply, moment);
    }
}
