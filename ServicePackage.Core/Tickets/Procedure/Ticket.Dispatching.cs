namespace ServicePackage.Core.Tickets;

/// <content>How a demand comes to a unit, and goes back.</content>
public sealed partial class Ticket
{
    /// <summary>A new demand, with the Centre's dispatch clock running. The input must be validated, the number allotted.</summary>
    internal static Ticket Raise(RaiseInput input, string number, long enterpriseId, long firstAskedId, long? linkedTicketId, Moment moment)
    {
        var ticket = new Ticket
        {
            Number = number,
            Version = 1,
            Cycle = 1,
            EnterpriseId = enterpriseId,
            FirstAskedId = firstAskedId,
            LinkedTicketId = linkedTicketId,
            RaisedAt = moment.Now,
            RaisedById = moment.ActorId!.Value,
            Channel = input.Channel,
            Type = input.Type!.Value,
            TopicId = input.TopicId!.Value,
            Title = Words.TextRules.Kept(input.Title),
            Text = input.Text.Trim(),
            ContactName = input.ContactName.Trim(),
            ContactPhone = Words.PhoneNumber.Normalise(input.ContactPhone),
            State = TicketState.Raised,
        };
        ticket.Start(ClockKind.Dispatch, moment);
        return ticket;
    }

    internal void Dispatch(MoveAct act)
    {
        Meet(ClockKind.Dispatch, act.Moment);
        Receive(act.Given.UnitId!.Value, act.Moment);
        foreach (var unitId in act.Given.SupportingUnitIds.Distinct())
        {
            AddTask(unitId, act.Given.TaskText, null, act.Moment);
        }
    }

    internal void CloseUnopened(MoveAct act)
    {
        Meet(ClockKind.Dispatch, act.Moment);
        LinkedTicketId = act.Given.AboutId ?? LinkedTicketId;
        Close(TicketState.Closed, act.Given.AboutId is null ? Tickets.ClosedAs.NotAccepted : Tickets.ClosedAs.Duplicate, act.Moment);
    }

    internal void Accept(MoveAct act)
    {
        Meet(ClockKind.Review, act.Moment);
        (Accepted, State) = (true, TicketState.InProgress);
        OfficerId = act.Given.PersonId ?? OfficerId ?? (act.Who.HasFlag(Relation.LeadLiaison) && !act.OfficerOf.Contains(LeadUnitId!.Value) ? null : act.Moment.ActorId);
        if (Type == TicketType.Approval)
        {
            (StatutoryDay, StatutoryBasis) = (act.Given.Day, act.Given.Basis.Trim());
            EachOpen(ClockKind.Handling, c => c.HoldTo(act.Given.Day!.Value, act.Moment));
        }
    }

    internal void ApplyForReturn(MoveAct act)
    {
        Meet(ClockKind.Review, act.Moment);
        DropTypeProposal(act.Moment);
        PauseHandling(PauseReason.Return, act.Moment);
        PassMonthlyProgressToCentre();
        Returns.Add(new ReturnApplication { UnitId = LeadUnitId!.Value, Reason = act.Given.Text.Trim(), AppliedAt = act.Moment.Now, HadAccepted = Accepted });
        HandBacks++;
        State = TicketState.ReturnRequested;
        Start(ClockKind.ReturnDecision, act.Moment);
    }

    internal void DecideReturn(MoveAct act)
    {
        var application = Returns.Single(r => r.DecidedAt is null);
        (application.DecidedAt, application.DecidedUnitId, application.Opinion) = (act.Moment.Now, act.Given.UnitId, act.Given.Text.Trim());
        Meet(ClockKind.ReturnDecision, act.Moment);
        var final = NamesFinalUnit(act.Moment.Limits);
        if (act.Given.UnitId != LeadUnitId)
        {
            PassTo(act.Given.UnitId!.Value, act.Given.CarryTasks, act.Moment);
        }
        else
        {
            ResumeHandling(PauseReason.Return, act.Moment);
            PassMonthlyProgressToLead();
            State = application.HadAccepted ? TicketState.InProgress : TicketState.Dispatched;
            if (!application.HadAccepted)
            {
                Start(ClockKind.Review, act.Moment);
            }
        }

        FinalUnit = final;
    }

    internal void Reassign(MoveAct act)
    {
        if (State != TicketState.ReplyDue)
        {
            PassTo(act.Given.UnitId!.Value, act.Given.CarryTasks, act.Moment);
            return;
        }

        Cancel(ClockKind.WrittenReply, act.Moment);
        (LeadUnitId, OfficerId, FinalUnit) = (act.Given.UnitId, null, false);
        PassDutiesToLead();
        StartWithDaysLeft(ClockKind.WrittenReply, act.Moment);
    }

    /// <summary>Another unit takes over: its own review and handling clocks; the open duties that stay with the demand go along.</summary>
    private void PassTo(long unitId, bool carryTasks, Moment moment)
    {
        DropTypeProposal(moment);
        Cancel(ClockKind.CourseDecision, moment);
        Cancel(ClockKind.Review, moment);
        Cancel(ClockKind.Handling, moment);
        Cancel(ClockKind.WrittenReply, moment);
        CancelTasks(moment, t => !carryTasks || t.UnitId == unitId);
        Receive(unitId, moment);
        EachOpen(ClockKind.SupportingTask, c => c.Resume(PauseReason.Return, moment));
        PassDutiesToLead();
    }

    private void PassDutiesToLead()
    {
        PassMonthlyProgressToLead();
        EachOpen(ClockKind.BadRatingContact, c => c.UnitId = LeadUnitId);
        foreach (var clock in Clocks.Where(c => c.Open && c.Kind == ClockKind.Urge && c.Holder == ClockHolder.Unit))
        {
            clock.UnitId = LeadUnitId;
            clock.Urge!.UnitId = LeadUnitId;
        }
    }

    /// <summary>Whoever may report it holds it.</summary>
    private void PassMonthlyProgressToCentre() =>
        EachOpen(ClockKind.MonthlyProgress, c => (c.Holder, c.UnitId) = (ClockHolder.Centre, null));

    private void PassMonthlyProgressToLead() =>
        EachOpen(ClockKind.MonthlyProgress, c => (c.Holder, c.UnitId) = (ClockHolder.Unit, LeadUnitId));

    private void Receive(long unitId, Moment moment)
    {
        (LeadUnitId, OfficerId, Accepted, FinalUnit, State) = (unitId, null, false, false, TicketState.Dispatched);
        (StatutoryDay, StatutoryBasis, FirstStatutoryDay) = (null, "", null);
        Start(ClockKind.Review, moment);
        StartWithDaysLeft(ClockKind.Handling, moment);
    }

    /// <summary>A unit that gets the demand back in the same cycle goes on with the days it had left, at least one: handing on and back renews nothing.</summary>
    private void StartWithDaysLeft(ClockKind kind, Moment moment)
    {
        var before = Clocks.Where(c => !c.Open && c.Kind == kind && c.Cycle == Cycle && c.UnitId == LeadUnitId).MaxBy(c => c.EndedAt);
        var days = before is not null ? Math.Max(1, before.DaysLeft(moment.Calendar)) : moment.Limits.DaysOf(kind, Type);
        Clocks.Add(TicketClock.OfDays(kind, Cycle, ClockHolder.Unit, LeadUnitId, days, moment).After(before, moment));
    }

    /// <summary>The handling clocks that the lead unit has had before in this cycle.</summary>
    internal IEnumerable<TicketClock> HandledBefore => Clocks.Where(c => c is { Open: false, Kind: ClockKind.Handling } && c.Cycle == Cycle && c.UnitId == LeadUnitId);
}
