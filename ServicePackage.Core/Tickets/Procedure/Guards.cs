using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Tickets;

/// <summary>The conditions that rows of <see cref="TicketProcedure"/> name.</summary>
internal static class Guards
{
    /// <summary>Whoever belongs to the lead unit takes none of the Centre's decisions on its demand.</summary>
    public static readonly Guard NotOwnUnit = new("OwnUnit", (_, a) => !a.Who.HasFlag(Relation.LeadUnit));

    /// <summary>A unit applies for return once.</summary>
    public static readonly Guard ReturnOnce = new("ReturnedBefore", (t, _) => t.Returns.TrueForAll(r => r.UnitId != t.LeadUnitId));

    /// <summary>The unit named as final keeps the demand.</summary>
    public static readonly Guard NotFinalUnit = new("FinalUnit", (t, _) => !t.FinalUnit);

    /// <summary>A unit applies for return within the first working days after it received the demand; later the Centre reassigns.</summary>
    public static readonly Guard ReturnInTime = new("ReturnTooLate",
        (t, a) => t.ReceivedAt is not { } at || a.Moment.Now <= a.Moment.CloseOf(a.Moment.Calendar.Add(TownTime.DayOf(at), a.Moment.Limits.ReturnWithin)))
    {
        Names = a => [a.Moment.Limits.ReturnWithin],
    };

    /// <summary>An approval is accepted with its statutory date.</summary>
    public static readonly Guard IsApproval = new("NoApproval", (t, _) => t.Type == TicketType.Approval);

    /// <summary>A unit corrects the statutory date once; after that the Centre does.</summary>
    public static readonly Guard StatutoryAsEntered = new("StatutoryCorrected", (t, _) => t.FirstStatutoryDay is null && !t.HandledBefore.Any(c => c.GivenDay is not null));

    /// <summary>A unit that gets an approval back goes on with the days it had left: no later date than those lead to.</summary>
    public static readonly Guard StatutoryNotRenewed = new("StatutoryRenewed", (t, a) => a.Given.Day is not { } day
        || !t.HandledBefore.Any(c => c.GivenDay is not null) || t.OpenClock(ClockKind.Handling) is not { BreachedAt: null } handling || day <= handling.DueDay);

    /// <summary>All but approvals are accepted without a date.</summary>
    public static readonly Guard IsNoApproval = new("Approval", (t, _) => t.Type != TicketType.Approval);

    /// <summary>After repeated hand-backs only the Centre's lead decides.</summary>
    public static readonly Guard LeadDecidesAfterHandBacks = new("LeadMustDecide",
        (t, a) => !t.NamesFinalUnit(a.Moment.Limits) || a.Who.HasFlag(Relation.CentreLead));

    /// <summary>The enterprise is asked for a supplement once.</summary>
    public static readonly Guard SupplementOnce = new("SupplementAskedBefore", (t, _) => !t.SupplementAsked);

    /// <summary>Supporting tasks gate completion.</summary>
    public static readonly Guard NoTaskOpen = new("TaskOpen", (t, _) => t.Tasks.TrueForAll(k => k.State != SupportingTaskState.Open));

    /// <summary>What a supporting unit declined waits for the Centre's decision.</summary>
    public static readonly Guard NoTaskDeclined = new("TaskDeclined", (t, _) => t.OpenClock(ClockKind.TaskDecision) is null);

    /// <summary>After repeated "not done" the unit waits for the Centre's decision.</summary>
    public static readonly Guard NoCourseOpen = new("CourseOpen", (t, _) => t.OpenClock(ClockKind.CourseDecision) is null);

    /// <summary>The Centre has a course to decide.</summary>
    public static readonly Guard CourseOpen = new("NoCourseOpen", (t, _) => t.OpenClock(ClockKind.CourseDecision) is not null);

    /// <summary>One change of type at a time.</summary>
    public static readonly Guard NoTypeProposed = new("TypeProposed", (t, _) => t.ProposedType is null);

    /// <summary>A type other than the present one.</summary>
    public static readonly Guard OtherType = new("SameType", (t, a) => a.Given.Type != t.Type);

    /// <summary>The Centre has a change of type to decide.</summary>
    public static readonly Guard TypeProposed = new("NoTypeProposed", (t, _) => t.ProposedType is not null);

    /// <summary>Handling is extended once, also for a unit that gets the demand back.</summary>
    public static readonly Guard NotExtended = new("ExtendedBefore",
        (t, _) => t.OpenClock(ClockKind.Handling) is { OriginalDueDay: null } && !t.HandledBefore.Any(c => c.OriginalDueDay is not null));

    /// <summary>Handling is extended before its due date.</summary>
    public static readonly Guard BeforeDue = new("PastDue", (t, a) => t.OpenClock(ClockKind.Handling) is { } c && !c.IsBreached(a.Moment.Now));

    /// <summary>It is the enterprise that chooses proceedings: a unit acts on its word, otherwise the Centre does.</summary>
    public static readonly Guard ProceedingsTold = new("ProceedingsNotTold", (t, _) => t.ProceedingsTold);

    /// <summary>The enterprise tells of its proceedings once, and what it has told nobody need propose.</summary>
    public static readonly Guard ProceedingsNotTold = new("ProceedingsTold", (t, _) => !t.ProceedingsTold);

    /// <summary>The Centre has proceedings to decide on.</summary>
    public static readonly Guard ProceedingsAsked = new("NoProceedingsAsked", (t, _) => t.OpenClock(ClockKind.ProceedingsDecision) is not null);

    /// <summary>The Centre is not deciding on proceedings already.</summary>
    public static readonly Guard NoProceedingsAsked = new("ProceedingsAsked", (t, _) => t.OpenClock(ClockKind.ProceedingsDecision) is null);

    /// <summary>"Cannot be met" can still be refused.</summary>
    public static readonly Guard WindowOpen = new("WindowClosed", (t, _) => t.OpenClock(ClockKind.RefusalWindow) is not null);

    /// <summary>"Cannot be met" stands, or the reply follows from a bad rating.</summary>
    public static readonly Guard WindowClosed = new("WindowOpen", (t, _) => t.OpenClock(ClockKind.RefusalWindow) is null);

    /// <summary>"Cannot be met" stands because nobody reviewed it in time, and the Centre's lead has not seen that yet.</summary>
    public static readonly Guard Unseen = new("NothingUnseen", (t, _) => t.Clocks.Exists(ClockScopes.IsUnseen.Holds));

    /// <summary>After a bad rating the enterprise is contacted first.</summary>
    public static readonly Guard ContactNoted = new("ContactFirst", (t, _) => t.OpenClock(ClockKind.BadRatingContact) is null);

    /// <summary>Somebody has to ask the enterprise what it meant.</summary>
    public static readonly Guard CallOwed = new("NoCallOwed", (t, _) => t.OpenClock(ClockKind.Call) is not null);

    /// <summary>A contact is owed.</summary>
    public static readonly Guard ContactOwed = new("NoContactOwed", (t, _) => t.OpenClock(ClockKind.BadRatingContact) is not null);

    /// <summary>The Centre replies, and notes the contact that goes before, only for a unit long overdue.</summary>
    public static readonly Guard ReplyLongOverdue = new("ReplyNotYetOverdue",
        (t, a) => t.OpenClock(ClockKind.WrittenReply)?.DaysOver(a.Moment) >= a.Moment.Limits.CentreRepliesAfter);

    /// <summary>A spoken answer is never recorded by somebody of the handling unit.</summary>
    public static readonly Guard NotHandlingUnit = new("HandlingUnit",
        (_, a) => (a.Who & (Relation.LeadUnit | Relation.SupportingUnit)) == 0);

    /// <summary>The Centre records an answer in place of a first-asked person who belongs to a unit that handles the demand, and one that was made out on the telephone.</summary>
    public static readonly Guard InFirstAskedPlace = new("FirstAskedRecords", (t, a) => a.FirstAskedHandles || WasCalled(t));

    /// <summary>Who has an account takes its demand back itself.</summary>
    public static readonly Guard WithoutAccount = new("HasAccount", (_, a) => !a.EnterpriseHasAccount);

    /// <summary>Who has an account answers itself, unless a comment had to be made out on the telephone.</summary>
    public static readonly Guard WithoutAccountOrCalled = new(WithoutAccount.Code, (t, a) => !a.EnterpriseHasAccount || WasCalled(t));

    /// <summary>What was recorded for the enterprise can still be contradicted.</summary>
    public static readonly Guard AnswerStands = new("NoAnswerStands",
        (t, a) => t.Contradictable(a.Moment).Any(s => a.Given.AboutId is null || s.Id == a.Given.AboutId))
    {
        Names = a => [a.Moment.Limits.ContradictWithin],
    };

    /// <summary>The confirmation is still awaited from the enterprise, or the Centre has to rule on it.</summary>
    public static readonly Guard RulingOpen = new("NoRulingOpen", (t, _) => t.OpenClock(ClockKind.Ruling) is not null);

    /// <summary>Within the days after closing in which this can still be done.</summary>
    public static readonly Guard SoonEnough = new("TooLate",
        (t, a) => t.ClosedAt is { } at && a.Moment.Day <= TownTime.DayOf(at).AddDays(a.Moment.Limits.ReopenWithinDays));

    /// <summary>Closed as deemed confirmed.</summary>
    public static readonly Guard WasDeemed = new("NotDeemed", (t, _) => t.ClosedAs == ClosedAs.Deemed);

    /// <summary>Closed without a rating.</summary>
    public static readonly Guard WasUnrated = new("NotUnrated", (t, _) => t.ClosedAs is ClosedAs.Deemed or ClosedAs.Unrated);

    /// <summary>Reopened once only; after that a new, linked demand.</summary>
    public static readonly Guard NotReopened = new("ReopenedBefore", (t, _) => !t.Reopened);

    /// <summary>Proceedings can be withdrawn from where the demand itself could have been.</summary>
    public static readonly Guard WithdrawableBefore = new("NotWithdrawable",
        (t, _) => t.StateBefore is null || TicketProcedure.Withdrawable.Contains(t.StateBefore.Value) || t.OpenClock(ClockKind.RefusalWindow) is not null);

    /// <summary>Another unit than the present lead.</summary>
    public static readonly Guard OtherUnit = new("SameUnit", (t, a) => a.Given.UnitId != t.LeadUnitId);

    /// <summary>Nobody supports themselves.</summary>
    public static readonly Guard LeadNotSupporting = new("LeadSupports",
        (t, a) => a.Given.SupportingUnitIds.TrueForAll(u => u != (a.Given.UnitId ?? t.LeadUnitId)));

    /// <summary>A supporting task is done or declined by its own unit.</summary>
    public static readonly Guard OwnTaskIsOpen = new("TaskNotOpen", (t, a) => t.Tasks.Exists(k => k.State == SupportingTaskState.Open
        && a.UnitIds.Contains(k.UnitId) && (a.Given.AboutId is null || k.Id == a.Given.AboutId)));

    /// <summary>The task is still to be done.</summary>
    public static readonly Guard TaskIsOpen = new("TaskNotOpen",
        (t, a) => t.Tasks.Exists(k => k.State == SupportingTaskState.Open && (a.Given.AboutId is null || k.Id == a.Given.AboutId)));

    /// <summary>The task was declined, and the Centre has not decided yet.</summary>
    public static readonly Guard TaskIsDeclined = new("TaskNotDeclined",
        (t, a) => t.Tasks.Exists(k => t.IsDeclined(k) && (a.Given.AboutId is null || k.Id == a.Given.AboutId)));

    /// <summary>A supporting task is due no later than the lead's own due day, once that has passed not before the next working day.</summary>
    public static readonly Guard TaskDayFits = new("TaskDay", (t, a) => a.Given.Day is null || t.TaskDay(a.Given.Day, a.Moment) == a.Given.Day);

    /// <summary>An urge of this demand waits for its answer, from the unit or from the Centre.</summary>
    public static readonly Guard UrgeOpen = new("NoUrgeOpen", (t, a) => t.Urges.Exists(u => t.Clocks.Exists(c => c.Open && c.Urge == u)
        && (a.Given.AboutId is null || u.Id == a.Given.AboutId)
        && (u.UnitId is null ? a.Who.HasFlag(Relation.Centre) : a.Who.HasFlag(Relation.LeadUnit))));

    /// <summary>A referral waits for its outcome.</summary>
    public static readonly Guard ReferralOpen = new("NoReferralOpen",
        (t, a) => t.Referrals.Exists(r => r.OutcomeAt is null && (a.Given.AboutId is null || r.Id == a.Given.AboutId)));

    /// <summary>A day given to somebody has not passed, and still has a close of business ahead.</summary>
    public static readonly Guard DayAhead = new("DayPast", (_, a) => a.Given.Day is null || a.Given.Day >= a.Moment.EarliestDay);

    /// <summary>A statutory date lies no further ahead than the law's own periods.</summary>
    public static readonly Guard StatutoryDayNear = Near(limits => limits.StatutoryWithinDays);

    /// <summary>The legal date of proceedings lies no further ahead than proceedings last.</summary>
    public static readonly Guard LegalDayNear = Near(limits => limits.LegalWithinDays);

    /// <summary>What somebody is to have done by then lies no further ahead than anybody can promise.</summary>
    public static readonly Guard DayNear = Near(limits => limits.PromiseWithinDays);

    /// <summary>A promise or an improvement lies no further ahead than anybody can promise.</summary>
    public static readonly Guard SecondDayNear = Near(limits => limits.PromiseWithinDays, given => given.SecondDay);

    /// <summary>A promise or an improvement lies ahead.</summary>
    public static readonly Guard SecondDayAhead = new("DayPast", (_, a) => a.Given.SecondDay is null || a.Given.SecondDay >= a.Moment.Day);

    /// <summary>What took place lies behind.</summary>
    public static readonly Guard WhenPast = new("WhenAhead",
        (_, a) => a.Given.When is null || TownTime.Local(a.Moment.Now) >= a.Given.When);

    /// <summary>The contact follows the bad rating.</summary>
    public static readonly Guard AfterRating = new("BeforeRating",
        (t, a) => a.Given.When is not { } when || t.RatedAt is not { } rated || DateOnly.FromDateTime(when) >= TownTime.DayOf(rated));

    /// <summary>The call follows the comment that it is about.</summary>
    public static readonly Guard AfterComment = new("BeforeComment",
        (t, a) => t.OpenClock(ClockKind.Call) is not { } call || IsSince(call.StartedAt, a));

    /// <summary>The conversation follows the result that it is about.</summary>
    public static readonly Guard AfterResult = new("BeforeResult",
        (t, a) => t.Clocks.Where(c => c is { Kind: ClockKind.Confirmation, Outcome: not ClockOutcome.Cancelled }).Max(c => (DateTime?)c.StartedAt) is not { } reported || IsSince(reported, a));

    /// <summary>The conversation follows the question that it answers.</summary>
    public static readonly Guard AfterSupplementAsked = new("BeforeSupplement",
        (t, a) => t.OpenClock(ClockKind.Supplement) is not { } asked || IsSince(asked.StartedAt, a));

    /// <summary>The conversation follows the demand.</summary>
    public static readonly Guard AfterRaised = new("BeforeRaised", (t, a) => IsSince(t.RaisedAt, a));

    /// <summary>Somebody asked the enterprise what its comment meant, and what it owes then is owed still.</summary>
    private static bool WasCalled(Ticket ticket) => ticket.Clocks.Find(c => c.Open && ClockRules.For(c.Kind).HeldByComment) is { } owed
        && ticket.Clocks.Exists(c => c is { Kind: ClockKind.Call, Open: false, Outcome: not ClockOutcome.Cancelled } && c.StartedAt >= owed.StartedAt
            && !owed.Pauses.Exists(p => p.Reason == PauseReason.Contradicted && p.Until > c.StartedAt));

    /// <summary>To the minute, as it is filled in.</summary>
    private static bool IsSince(DateTime at, MoveAct act) => act.Given.When is not { } when || when.AddMinutes(1) > TownTime.Local(at);

    private static Guard Near(Func<ProcedureSettings, int> within, Func<MoveInput, DateOnly?>? which = null) =>
        new("DayTooFar", (_, a) => (which is null ? a.Given.Day : which(a.Given)) is not { } day || day <= a.Moment.Day.AddDays(within(a.Moment.Limits)))
        {
            Names = a => [a.Moment.Day.AddDays(within(a.Moment.Limits)), within(a.Moment.Limits)],
        };
}
