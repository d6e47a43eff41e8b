namespace ServicePackage.Core.Tickets;

/// <content>Proceedings, instructions and the ends that are not a result.</content>
public sealed partial class Ticket
{
    /// <summary>The enterprise's word: from here on the lead unit can enter them too.</summary>
    internal void TellProceedings(MoveAct act)
    {
        ProceedingsTold = true;
        if (OpenClock(ClockKind.ProceedingsDecision) is null)
        {
            AskProceedings(act);
        }
    }

    /// <summary>Whether the demand goes on is for the Centre to decide: proposed by the unit, or contested by the enterprise.</summary>
    internal void AskProceedings(MoveAct act) => Start(ClockKind.ProceedingsDecision, act.Moment);

    /// <summary>Agreed: the demand stands still for proceedings. Otherwise it goes on.</summary>
    internal void DecideProceedings(MoveAct act)
    {
        switch (State == TicketState.InLegalProceedings, act.Given.Agreed == true)
        {
            case (false, true):
                EnterProceedings(act);
                break;
            case (true, false):
                LeaveProceedings(act);
                break;
            case (false, false):
                ProceedingsTold = false; // they may be told of again, once they are there
                Meet(ClockKind.ProceedingsDecision, act.Moment);
                break;
            default:
                Meet(ClockKind.ProceedingsDecision, act.Moment);
                break;
        }
    }

    internal void EnterProceedings(MoveAct act)
    {
        Meet(ClockKind.ProceedingsDecision, act.Moment);
        Clocks.FindAll(c => !ClockRules.For(c.Kind).RunsInProceedings).ForEach(c => c.Pause(PauseReason.Proceedings, act.Moment));
        PassMonthlyProgressToLead(); // in proceedings the unit reports again
        (StateBefore, State) = (State, TicketState.InLegalProceedings);
        (Proceeding, CaseNumber) = (act.Given.Proceeding, act.Given.CaseNumber.Trim());
        StartUntil(ClockKind.LegalDate, act.Given.Day!.Value, act.Moment, atCentre: !ProceedingsTold); // whoever can end it holds it
    }

    /// <summary>Another date by the Centre is its answer to who contested the one before.</summary>
    internal void ChangeLegalDate(MoveAct act)
    {
        Meet(ClockKind.LegalDate, act.Moment);
        StartUntil(ClockKind.LegalDate, act.Given.Day!.Value, act.Moment, atCentre: !ProceedingsTold); // whoever can end it holds it
        if (act.Who.HasFlag(Relation.Centre) && !act.Who.HasFlag(Relation.LeadUnit))
        {
            Meet(ClockKind.ProceedingsDecision, act.Moment);
        }
    }

    internal void LeaveProceedings(MoveAct act)
    {
        Meet(ClockKind.ProceedingsDecision, act.Moment);
        Meet(ClockKind.LegalDate, act.Moment);
        Clocks.ForEach(c => c.Resume(PauseReason.Proceedings, act.Moment));
        (State, StateBefore, ProceedingsTold) = (StateBefore!.Value, null, false);
        if (State == TicketState.ReturnRequested)
        {
            PassMonthlyProgressToCentre();
        }
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
