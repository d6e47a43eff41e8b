using ServicePackage.Core.Enterprises;

namespace ServicePackage.Core.Tickets;

/// <content>What the enterprise answers, and what follows.</content>
public sealed partial class Ticket
{
    internal void ConfirmDone(MoveAct act)
    {
        EndConfirmation(act.Moment);
        EndHandling(act.Moment);
        State = TicketState.AwaitingRating;
        Start(ClockKind.Rating, act.Moment);
    }

    internal void ConfirmNotDone(MoveAct act)
    {
        EndConfirmation(act.Moment);
        GoOnAfterSuspension(act.Moment);
        NotDoneCount++;
        if (NotDoneCount >= act.Moment.Limits.NotDoneBeforeCourse)
        {
            Start(ClockKind.CourseDecision, act.Moment);
        }
    }

    internal void DecideCourse(MoveAct act)
    {
        Meet(ClockKind.CourseDecision, act.Moment);
        switch (act.Given.Course)
        {
            case Tickets.Course.Redispatch:
                PassTo(act.Given.UnitId!.Value, act.Given.CarryTasks, act.Moment);
                break;
            case Tickets.Course.CannotBeMet:
                DropTypeProposal(act.Moment);
                (CannotBeMetReason, CannotBeMetBasis) = (act.Given.ForEnterprise.Trim(), "");
                StandAsNotMet(act.Moment);
                break;
            case Tickets.Course.Continue:
                break; // the same unit goes on
            default:
                throw new ArgumentOutOfRangeException(nameof(act), act.Given.Course, null);
        }
    }

    internal void LapseConfirmation(MoveAct act)
    {
        EachOpen(ClockKind.Confirmation, c => c.Lapse());
        if (act.Moment.Limits.DeemingOn)
        {
            Start(ClockKind.Deeming, act.Moment);
        }
        else
        {
            Start(ClockKind.Ruling, act.Moment);
        }
    }

    internal void DeemConfirmed(MoveAct act)
    {
        EachOpen(ClockKind.Deeming, c => c.Lapse());
        EndHandling(act.Moment);
        Close(TicketState.Closed, Tickets.ClosedAs.Deemed, act.Moment);
    }

    internal void Rule(MoveAct act)
    {
        Meet(ClockKind.Ruling, act.Moment);
        if (act.Given.Agreed == true)
        {
            EndHandling(act.Moment);
            Close(TicketState.Closed, Tickets.ClosedAs.Deemed, act.Moment);
        }
        else
        {
            GoOnAfterSuspension(act.Moment);
        }
    }

    internal void Rate(MoveAct act)
    {
        Meet(ClockKind.Rating, act.Moment);
        (Rating, RatingReason, RatedAt) = (act.Given.Rating, act.Given.Text.Trim(), act.Moment.Now);
        if (RatingScopes.IsBad.Holds(Rating))
        {
            (State, ReplyBecauseNotMet, ClosedAs, ClosedAt) = (TicketState.ReplyDue, false, null, null);
            Start(ClockKind.BadRatingContact, act.Moment);
            Start(ClockKind.WrittenReply, act.Moment);
        }
        else
        {
            Close(TicketState.Closed, Tickets.ClosedAs.Rated, act.Moment);
        }
    }

    internal void CloseUnrated(MoveAct act)
    {
        EachOpen(ClockKind.Rating, c => c.Lapse());
        Close(TicketState.Closed, Tickets.ClosedAs.Unrated, act.Moment);
    }

    /// <summary>What the enterprise says while it owes an answer may be that answer: nothing lapses, once a clock, until somebody has called it.</summary>
    internal void Comment(MoveAct act)
    {
        if (!act.Who.HasFlag(Relation.Enterprise) || Clocks.Find(c => ClockRules.For(c.Kind).HeldByComment && c.CanBeHeld) is not { } clock)
        {
            return;
        }

        clock.Hold(act.Moment);
        var holder = act.FirstAskedHandles ? ClockHolder.Centre : ClockHolder.FirstAsked;
        Clocks.Add(TicketClock.OfDays(ClockKind.Call, Cycle, holder, null, act.Moment.Limits.DaysOf(ClockKind.Call), act.Moment));
    }

    /// <summary>The lapse goes on; where the comment was the answer, it is recorded as such.</summary>
    internal void NoteCall(MoveAct act)
    {
        Meet(ClockKind.Call, act.Moment);
        Clocks.ForEach(c => c.Resume(PauseReason.Call, act.Moment));
    }

    internal void NoteContact(MoveAct act) => Meet(ClockKind.BadRatingContact, act.Moment);

    internal void FileReply(MoveAct act)
    {
        Meet(ClockKind.WrittenReply, act.Moment);
        Replies.Add(new WrittenReply
        {
            UnitId = LeadUnitId!.Value,
            FiledByCentre = !act.Who.HasFlag(Relation.LeadUnit),
            FiledById = act.Moment.ActorId!.Value,
            FiledAt = act.Moment.Now,
            Text = act.Given.Text.Trim(),
            ScanId = act.Given.ScanId!.Value,
            Improvement = act.Given.Improvement.Trim(),
            ImprovementBy = act.Given.ImprovementBy.Trim(),
            ImprovementUntil = act.Given.SecondDay,
            WhyNothing = act.Given.WhyNothing.Trim(),
        });
        Close(TicketState.Closed, ReplyBecauseNotMet ? Tickets.ClosedAs.NotMet : Tickets.ClosedAs.Replied, act.Moment);
    }

    internal void Reopen(MoveAct act)
    {
        Cycle++;
        (State, ClosedAs, ClosedAt, Reopened, NotDoneCount) = (TicketState.InProgress, null, null, true, 0);
        (PromisedDay, AskAfterPromiseAt) = (null, null);
        if (StatutoryDay > act.Moment.Day)
        {
            StartUntil(ClockKind.Handling, StatutoryDay.Value, act.Moment);
        }
        else
        {
            Start(ClockKind.Handling, act.Moment);
        }
    }

    private void EndConfirmation(Moment moment)
    {
        Meet(ClockKind.Confirmation, moment);
        Meet(ClockKind.Deeming, moment);
        Cancel(ClockKind.Ruling, moment);
    }

    private void EndHandling(Moment moment)
    {
        EachOpen(ClockKind.Handling, c => c.EndAsSuspended(ClockOutcome.Met, moment));
        Cancel(ClockKind.MonthlyProgress, moment);
        NextMonthlyDutyAt = null;
    }

    private void GoOnAfterSuspension(Moment moment)
    {
        ResumeSuspended(moment);
        (State, PromisedDay, AskAfterPromiseAt) = (TicketState.InProgress, null, null);
    }
}
