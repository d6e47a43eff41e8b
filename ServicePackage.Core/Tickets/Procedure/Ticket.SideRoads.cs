namespace ServicePackage.Core.Tickets;

/// <content>Proceedings, instructions and the ends that are not a result.</content>
public sealed partial class Ticket
{
    internal void EnterProceedings(MoveAct act)
    {
        Clocks.FindAll(c => !ClockRules.For(c.Kind).RunsInProceedings).ForEach(c => c.Pause(PauseReason.Proceedings, act.Moment));
        PassMonthlyProgressToLead(); // in proceedings the unit reports again
        (StateBefore, State) = (State, TicketState.InLegalProceedings);
        (Proceeding, CaseNumber) = (act.Given.Proceeding, act.Given.CaseNumber.Trim());
        StartUntil(ClockKind.LegalDate, act.Given.Day!.Value, act.Moment);
    }

    internal void ChangeLegalDate(MoveAct act)
    {
        Meet(ClockKind.LegalDate, act.Moment);
        StartUntil(ClockKind.LegalDate, act.Given.Day!.Value, act.Moment);
    }

    internal void LeaveProceedings(MoveAct act)
    {
        Meet(ClockKind.LegalDate, act.Moment);
        Clocks.ForEach(c => c.Resume(PauseReason.Proceedings, act.Moment));
        (State, StateBefore) = (StateBefore!.Value, null);
    }

    internal void Withdraw(MoveAct act) => Close(TicketState.Withdrawn, null, act.Moment);

    internal void End(MoveAct act) => Close(TicketState.Closed, Tickets.ClosedAs.Ended, act.Moment);

    internal void AddUrge(MoveAct act)
    {
        var atCentre = LeadUnitId is null || State == TicketState.ReturnRequested;
        var urge = new Urge
        {
            ById = act.Moment.ActorId!.Value,
            At = act.Moment.Now,
            Text = act.Given.Text.Trim(),
            UnitId = atCentre ? null : LeadUnitId,
        };
        Urges.Add(urge);
        StartUntil(ClockKind.Urge, act.Given.Day!.Value, act.Moment, atCentre).Of(urge);
    }

    internal void AnswerUrge(MoveAct act)
    {
        var urge = Urges.Single(u => u.Id == act.Given.AboutId);
        (urge.Answer, urge.AnsweredAt) = (act.Given.Text.Trim(), act.Moment.Now);
        Clocks.Single(c => c.Urge == urge).Meet(act.Moment);
    }

    internal void SetMarks(MoveAct act) => Marks = act.Given.Marks;

    internal void HandOnFirstAsked(MoveAct act) => FirstAskedId = act.Given.PersonId!.Value;
}
