using ServicePackage.Core.Operations;
using static ServicePackage.Core.Tickets.Field;
using static ServicePackage.Core.Tickets.Need;
using static ServicePackage.Core.Tickets.Relation;
using static ServicePackage.Core.Tickets.TicketState;

namespace ServicePackage.Core.Tickets;

/// <summary>
/// The one table of moves (plan §六). The demand's guard, the service, the forms, the visible buttons and the page of the
/// documentation all read it. A move that has no row here does not exist.
/// </summary>
public static class TicketProcedure
{
    /// <summary>The states in which a demand is open.</summary>
    public static readonly IReadOnlyList<TicketState> OpenStates = TicketScopes.OpenStates;

    /// <summary>The states from which the enterprise can withdraw its demand.</summary>
    public static readonly IReadOnlyList<TicketState> Withdrawable =
        [Raised, Dispatched, InProgress, ReturnRequested, AwaitingSupplement, AwaitingConfirmation];

    /// <summary>The answers that the enterprise gives, or somebody records for it; by one of its own it goes on from those recorded before.</summary>
    public static readonly IReadOnlyList<Move> Answers = [Move.AnswerSupplement, Move.ConfirmDone, Move.ConfirmNotDone, Move.Rate, Move.RateLate, Move.Reopen, Move.Withdraw];

    /// <summary>What whoever records an answer of the enterprise says of the conversation: with whom, when, how.</summary>
    private static readonly IReadOnlyList<Need> Conversation = [WithWhom, When, Way];

    private static readonly IReadOnlyList<TicketState> AnyState = Enum.GetValues<TicketState>();

    private static readonly IReadOnlyList<TicketState> FromDispatchedToReplyDue =
        [Dispatched, InProgress, ReturnRequested, AwaitingSupplement, AwaitingConfirmation, AwaitingRating, ReplyDue];

    /// <summary>The rows.</summary>
    public static readonly IReadOnlyList<MoveRule> Rules =
    [
        // The Centre and the units: who has it.
        new() { Move = Move.Dispatch, From = [Raised], To = [Dispatched], Who = Centre, Gives = [Unit, May(SupportingUnits), May(TaskText), May(Text)], Guards = [Guards.LeadNotSupporting], Tells = [Recipient.LeadLiaison, Recipient.Supporting], TextWithin = true, Act = (t, a) => t.Dispatch(a) },
        new() { Move = Move.CloseUnopened, From = [Raised], To = [Closed], Who = Centre, Gives = [Text, May(OtherNumber)], Tells = [Recipient.Enterprise, Recipient.FirstAsked], Act = (t, a) => t.CloseUnopened(a) },
        new() { Move = Move.Accept, From = [Dispatched], To = [InProgress], Who = LeadUnit, Gives = [May(Person), Day, Basis], Guards = [Guards.IsApproval, Guards.DayAhead, Guards.StatutoryDayNear, Guards.StatutoryNotRenewed], Tells = [Recipient.LeadOfficer, Recipient.Dispatcher, Recipient.Enterprise], Act = (t, a) => t.Accept(a) },
        new() { Move = Move.Accept, From = [Dispatched], To = [InProgress], Who = LeadUnit, Gives = [May(Person)], Guards = [Guards.IsNoApproval], Tells = [Recipient.LeadOfficer], Act = (t, a) => t.Accept(a) },
        new() { Move = Move.ApplyForReturn, From = [Dispatched, InProgress], To = [ReturnRequested], Who = LeadUnit, Gives = [Text, May(Field.Attachments)], Guards = [Guards.ReturnOnce, Guards.NotFinalUnit, Guards.NoCourseOpen, Guards.ReturnInTime], Tells = [Recipient.Dispatcher], TextWithin = true, Act = (t, a) => t.ApplyForReturn(a) },
        new() { Move = Move.DecideReturn, On = [Move.ApplyForReturn], From = [ReturnRequested], To = [Dispatched, InProgress], Who = Centre, Gives = [Unit, Text, May(CarryTasks), May(Field.ForEnterprise)], Guards = [Guards.NotOwnUnit, Guards.LeadDecidesAfterHandBacks], Tells = [Recipient.LeadLiaison, Recipient.LeadOfficer], TextWithin = true, Act = (t, a) => t.DecideReturn(a) },
        new() { Move = Move.Reassign, From = [Dispatched, InProgress], To = [Dispatched], Who = Centre, Gives = [Unit, Text, May(CarryTasks), May(Field.ForEnterprise)], Guards = [Guards.NotOwnUnit, Guards.OtherUnit], Tells = [Recipient.LeadLiaison], TextWithin = true, Act = (t, a) => t.Reassign(a) },
        new() { Move = Move.Reassign, From = [ReplyDue], Who = Centre, Gives = [Unit, Text, May(Field.ForEnterprise)], Guards = [Guards.NotOwnUnit, Guards.OtherUnit, Guards.WindowClosed], Tells = [Recipient.LeadLiaison], TextWithin = true, Act = (t, a) => t.Reassign(a) },
        new() { Move = Move.Assign, From = OpenStates, Who = LeadLiaison | SupportingLiaison, Gives = [Person], Tells = [Recipient.LeadOfficer, Recipient.Supporting], Act = (t, a) => t.Assign(a) },

        // Handling.
        new() { Move = Move.AskSupplement, From = [InProgress], To = [AwaitingSupplement], Who = LeadUnit, Gives = [Text], Guards = [Guards.SupplementOnce, Guards.NoCourseOpen], Tells = [Recipient.Enterprise, Recipient.FirstAsked], Act = (t, a) => t.AskSupplement(a) },
        new() { Move = Move.AnswerSupplement, On = [Move.AskSupplement, Move.NoteCall, Move.Contradict], From = [AwaitingSupplement], To = [InProgress], Who = Enterprise, Gives = [Text, May(Field.Attachments)], Tells = [Recipient.LeadOfficer], Act = (t, a) => t.AnswerSupplement(a) },
        new() { Move = Move.AnswerSupplement, On = [Move.AskSupplement, Move.NoteCall, Move.Contradict], From = [AwaitingSupplement], To = [InProgress], Who = FirstAsked, Gives = [.. Conversation, Text, May(Field.Attachments)], Guards = [Guards.NotHandlingUnit, Guards.WithoutAccountOrCalled, Guards.WhenPast, Guards.AfterSupplementAsked], Tells = [Recipient.LeadOfficer, Recipient.Dispatcher, Recipient.Enterprise], Spoken = true, Act = (t, a) => t.AnswerSupplement(a) },
        new() { Move = Move.AnswerSupplement, On = [Move.AskSupplement, Move.NoteCall, Move.Contradict], From = [AwaitingSupplement], To = [InProgress], Who = Centre, Gives = [.. Conversation, Text, May(Field.Attachments)], Guards = [Guards.NotHandlingUnit, Guards.InFirstAskedPlace, Guards.WithoutAccountOrCalled, Guards.WhenPast, Guards.AfterSupplementAsked], Tells = [Recipient.LeadOfficer, Recipient.FirstAsked, Recipient.Dispatcher, Recipient.Enterprise], Spoken = true, Act = (t, a) => t.AnswerSupplement(a) },
        new() { Move = Move.EndSupplement, From = [AwaitingSupplement], To = [InProgress], Who = Relation.System, Tells = [Recipient.LeadOfficer], Act = (t, a) => t.EndSupplement(a) },
        new() { Move = Move.ReportProgress, From = [Dispatched, InProgress, AwaitingSupplement, InLegalProceedings, ReplyDue], Who = LeadUnit | SupportingUnit, Gives = [Text, May(Field.Attachments), May(Field.Again)], Tells = [Recipient.LeadOfficer], Act = (t, a) => t.ReportProgress(a) },
        new() { Move = Move.ReportProgress, From = [ReturnRequested], Who = Centre, Gives = [Text, May(Field.Attachments), May(Field.Again)], Act = (t, a) => t.ReportProgress(a) },
        new() { Move = Move.Comment, From = OpenStates, Who = Anyone, Gives = [Text, May(Field.Internal), May(Field.Attachments)], Tells = [Recipient.Officer, Recipient.FirstAsked, Recipient.Enterprise, Recipient.Asker], Act = (t, a) => t.Comment(a) },
        new() { Move = Move.NoteCall, On = [Move.Comment], From = [AwaitingSupplement, AwaitingConfirmation, AwaitingRating], Who = FirstAsked, Gives = [WithWhom, When, Text], Guards = [Guards.CallOwed, Guards.NotHandlingUnit, Guards.WhenPast, Guards.AfterComment], Tells = [Recipient.LeadOfficer], Act = (t, a) => t.NoteCall(a) },
        new() { Move = Move.NoteCall, On = [Move.Comment], From = [AwaitingSupplement, AwaitingConfirmation, AwaitingRating], Who = Centre, Gives = [WithWhom, When, Text], Guards = [Guards.CallOwed, Guards.NotOwnUnit, Guards.WhenPast, Guards.AfterComment], Tells = [Recipient.LeadOfficer, Recipient.FirstAsked], Act = (t, a) => t.NoteCall(a) },
        new() { Move = Move.ReferUpward, From = [InProgress], Who = LeadUnit, Gives = [Body, Level, May(Day), Text], Guards = [Guards.DayAhead, Guards.DayNear], Tells = [Recipient.Dispatcher], Act = (t, a) => t.ReferUpward(a) },
        new() { Move = Move.RecordReferralOutcome, From = OpenStates, Who = LeadUnit, Gives = [About, Text, May(Field.Attachments)], Guards = [Guards.ReferralOpen], Tells = [Recipient.Dispatcher], Act = (t, a) => t.RecordReferralOutcome(a) },
        new() { Move = Move.GiveTask, From = [Dispatched, InProgress], Who = LeadUnit | Centre, Gives = [Unit, Text, May(Day)], Guards = [Guards.OtherUnit, Guards.TaskDayFits, Guards.DayAhead, Guards.DayNear], Tells = [Recipient.Supporting], Internal = true, Act = (t, a) => t.GiveTask(a) },
        new() { Move = Move.FinishTask, On = [Move.GiveBackTask], From = OpenStates, Who = SupportingUnit, Gives = [About, Text, May(Field.Attachments)], Guards = [Guards.OwnTaskIsOpen], Tells = [Recipient.LeadOfficer], Internal = true, Act = (t, a) => t.FinishTask(a) },
        new() { Move = Move.DeclineTask, On = [Move.GiveBackTask], From = OpenStates, Who = SupportingUnit, Gives = [About, Text, May(Field.Again)], Guards = [Guards.OwnTaskIsOpen], Tells = [Recipient.Dispatcher, Recipient.LeadOfficer], Internal = true, Act = (t, a) => t.DeclineTask(a) },
        new() { Move = Move.WaiveTask, From = OpenStates, Who = LeadUnit | Centre, Gives = [About, Text], Guards = [Guards.TaskIsOpen], Tells = [Recipient.Supporting], Internal = true, Act = (t, a) => t.WaiveTask(a) },
        new() { Move = Move.WaiveTask, On = [Move.DeclineTask], From = OpenStates, Who = Centre, Gives = [About, Text], Guards = [Guards.NotOwnUnit, Guards.TaskIsDeclined], Tells = [Recipient.LeadOfficer, Recipient.Supporting], Internal = true, Act = (t, a) => t.WaiveTask(a) },
        new() { Move = Move.GiveBackTask, On = [Move.DeclineTask], From = OpenStates, Who = Centre, Gives = [About, Text], Guards = [Guards.NotOwnUnit, Guards.TaskIsDeclined], Tells = [Recipient.LeadOfficer, Recipient.Supporting], Internal = true, Act = (t, a) => t.GiveBackTask(a) },
        new() { Move = Move.ProposeType, From = [Dispatched, InProgress], Who = LeadUnit, Gives = [Field.Type, Text, May(Day), May(Basis)], Guards = [Guards.NoTypeProposed, Guards.OtherType, Guards.DayAhead, Guards.StatutoryDayNear], Tells = [Recipient.Dispatcher], Act = (t, a) => t.ProposeType(a) },
        new() { Move = Move.DecideType, On = [Move.ProposeType], From = [Dispatched, InProgress], Who = Centre, Gives = [Agreed, Text, May(Field.ForEnterprise)], Guards = [Guards.NotOwnUnit, Guards.TypeProposed], Tells = [Recipient.LeadOfficer], TellsIfAgreed = [Recipient.Enterprise, Recipient.FirstAsked], TextWithin = true, Act = (t, a) => t.DecideType(a) },
        new() { Move = Move.SetType, From = [Dispatched, InProgress], Who = Centre, Gives = [Field.Type, Text, May(Day), May(Basis)], Guards = [Guards.NotOwnUnit, Guards.OtherType, Guards.DayAhead, Guards.StatutoryDayNear], Tells = [Recipient.LeadOfficer, Recipient.Enterprise, Recipient.FirstAsked], Act = (t, a) => t.SetType(a) },
        new() { Move = Move.CorrectStatutory, From = [InProgress], Who = LeadUnit, Gives = [Day, Basis, Text], Guards = [Guards.IsApproval, Guards.StatutoryAsEntered, Guards.DayAhead, Guards.StatutoryDayNear], Tells = [Recipient.LeadOfficer, Recipient.Dispatcher, Recipient.Enterprise, Recipient.FirstAsked], Act = (t, a) => t.CorrectStatutory(a) },
        new() { Move = Move.CorrectStatutory, From = [InProgress], Who = Centre, Gives = [Day, Basis, Text], Guards = [Guards.NotOwnUnit, Guards.IsApproval, Guards.DayAhead, Guards.StatutoryDayNear], Tells = [Recipient.LeadOfficer, Recipient.Enterprise, Recipient.FirstAsked], Act = (t, a) => t.CorrectStatutory(a) },
        new() { Move = Move.Extend, From = [InProgress], Who = Centre, Gives = [Field.Days, Text], Guards = [Guards.NotOwnUnit, Guards.NotExtended, Guards.BeforeDue], Tells = [Recipient.LeadOfficer, Recipient.Supporting, Recipient.Enterprise, Recipient.FirstAsked], Act = (t, a) => t.Extend(a) },
        new() { Move = Move.Complete, On = [Move.ConfirmNotDone, Move.RefuseCannotBeMet, Move.DecideCourse, Move.Rule, Move.Reopen], From = [InProgress], To = [AwaitingConfirmation], Who = LeadUnit, Gives = [Text, May(SecondDay), May(Field.Attachments), May(Field.Again)], Guards = [Guards.NoTaskOpen, Guards.NoTaskDeclined, Guards.NoCourseOpen, Guards.SecondDayAhead, Guards.SecondDayNear], Tells = [Recipient.Enterprise, Recipient.FirstAsked], Act = (t, a) => t.Complete(a) },
        new() { Move = Move.ReportCannotBeMet, From = [InProgress], To = [ReplyDue], Who = LeadUnit, Gives = [Text, Basis, May(Field.Attachments), May(Field.Again)], Guards = [Guards.NoCourseOpen], Tells = [Recipient.Dispatcher, Recipient.FirstAsked], Internal = true, Act = (t, a) => t.ReportCannotBeMet(a) },
        new() { Move = Move.LetStand, On = [Move.ReportCannotBeMet], From = [ReplyDue], Who = Centre, Gives = [Text, May(Field.ForEnterprise)], Guards = [Guards.NotOwnUnit, Guards.WindowOpen], Tells = [Recipient.LeadOfficer, Recipient.FirstAsked, Recipient.Enterprise], TextWithin = true, Act = (t, a) => t.LetStand(a) },
        new() { Move = Move.RefuseCannotBeMet, On = [Move.ReportCannotBeMet], From = [ReplyDue], To = [InProgress], Who = Centre, Gives = [Text], Guards = [Guards.NotOwnUnit, Guards.WindowOpen], Tells = [Recipient.LeadOfficer, Recipient.LeadLiaison], Internal = true, Act = (t, a) => t.RefuseCannotBeMet(a) },
        new() { Move = Move.StandByLapse, From = [ReplyDue], Who = Relation.System, Guards = [Guards.WindowOpen], Tells = [Recipient.LeadOfficer, Recipient.CentreLead, Recipient.FirstAsked, Recipient.Enterprise], Act = (t, a) => t.StandByLapse(a) },
        new() { Move = Move.See, On = [Move.ReportCannotBeMet], From = AnyState, Who = CentreLead, Guards = [Guards.Unseen], Internal = true, Act = (t, _) => t.See() },

        // The enterprise's answer.
        new() { Move = Move.ConfirmDone, On = [Move.Complete, Move.NoteCall, Move.Contradict], Then = Move.Rate, From = [AwaitingConfirmation], To = [AwaitingRating], Who = Enterprise, Gives = [May(Text)], Tells = [Recipient.LeadOfficer, Recipient.Enterprise], Act = (t, a) => t.ConfirmDone(a) },
        new() { Move = Move.ConfirmDone, On = [Move.Complete, Move.NoteCall, Move.Contradict], Then = Move.Rate, From = [AwaitingConfirmation], To = [AwaitingRating], Who = FirstAsked, Gives = [.. Conversation, May(Text)], Guards = [Guards.NotHandlingUnit, Guards.WhenPast, Guards.AfterResult], Tells = [Recipient.LeadOfficer, Recipient.Enterprise], Spoken = true, Act = (t, a) => t.ConfirmDone(a) },
        new() { Move = Move.ConfirmDone, On = [Move.Complete, Move.NoteCall, Move.Contradict], Then = Move.Rate, From = [AwaitingConfirmation], To = [AwaitingRating], Who = Centre, Gives = [.. Conversation, May(Text)], Guards = [Guards.NotHandlingUnit, Guards.InFirstAskedPlace, Guards.WhenPast, Guards.AfterResult], Tells = [Recipient.LeadOfficer, Recipient.Enterprise, Recipient.FirstAsked], Spoken = true, Act = (t, a) => t.ConfirmDone(a) },
        new() { Move = Move.ConfirmNotDone, On = [Move.Complete, Move.NoteCall, Move.Contradict], From = [AwaitingConfirmation], To = [InProgress], Who = Enterprise, Gives = [Text, May(Field.Attachments)], Tells = [Recipient.LeadOfficer, Recipient.LeadLiaison, Recipient.Dispatcher], Act = (t, a) => t.ConfirmNotDone(a) },
        new() { Move = Move.ConfirmNotDone, On = [Move.Complete, Move.NoteCall, Move.Contradict], From = [AwaitingConfirmation], To = [InProgress], Who = FirstAsked, Gives = [.. Conversation, Text, May(Field.Attachments)], Guards = [Guards.NotHandlingUnit, Guards.WhenPast, Guards.AfterResult], Tells = [Recipient.LeadOfficer, Recipient.LeadLiaison, Recipient.Dispatcher, Recipient.Enterprise], Spoken = true, Act = (t, a) => t.ConfirmNotDone(a) },
        new() { Move = Move.ConfirmNotDone, On = [Move.Complete, Move.NoteCall, Move.Contradict], From = [AwaitingConfirmation], To = [InProgress], Who = Centre, Gives = [.. Conversation, Text, May(Field.Attachments)], Guards = [Guards.NotHandlingUnit, Guards.InFirstAskedPlace, Guards.WhenPast, Guards.AfterResult], Tells = [Recipient.LeadOfficer, Recipient.LeadLiaison, Recipient.Dispatcher, Recipient.Enterprise, Recipient.FirstAsked], Spoken = true, Act = (t, a) => t.ConfirmNotDone(a) },
        new() { Move = Move.DecideCourse, On = [Move.ConfirmNotDone], From = [InProgress], To = [InProgress, Dispatched, ReplyDue], Who = Centre, Gives = [Field.Course, May(Unit), May(CarryTasks), Text, May(Field.ForEnterprise)], Guards = [Guards.NotOwnUnit, Guards.CourseOpen, Guards.OtherUnit], Tells = [Recipient.LeadOfficer, Recipient.LeadLiaison, Recipient.FirstAsked, Recipient.Enterprise], TextWithin = true, Act = (t, a) => t.DecideCourse(a) },
        new() { Move = Move.LapseConfirmation, From = [AwaitingConfirmation], Who = Relation.System, Act = (t, a) => t.LapseConfirmation(a) },
        new() { Move = Move.DeemConfirmed, From = [AwaitingConfirmation], To = [Closed], Who = Relation.System, Tells = [Recipient.LeadOfficer, Recipient.FirstAsked, Recipient.Enterprise], Act = (t, a) => t.DeemConfirmed(a) },
        new() { Move = Move.Rule, On = [Move.Complete, Move.ConfirmNotDone], From = [AwaitingConfirmation], To = [Closed, InProgress], Who = Centre, Gives = [Agreed, Text, May(Field.ForEnterprise)], Guards = [Guards.NotOwnUnit, Guards.RulingOpen], Tells = [Recipient.LeadOfficer, Recipient.FirstAsked, Recipient.Enterprise], TextWithin = true, Act = (t, a) => t.Rule(a) },
        new() { Move = Move.Rate, On = [Move.Complete, Move.NoteCall, Move.Contradict], From = [AwaitingRating], To = [Closed, ReplyDue], Who = Enterprise, Gives = [Field.Rating, May(Text)], Tells = [Recipient.LeadOfficer, Recipient.LeadLiaison], Act = (t, a) => t.Rate(a) },
        new() { Move = Move.Rate, On = [Move.Complete, Move.NoteCall, Move.Contradict], From = [AwaitingRating], To = [Closed, ReplyDue], Who = FirstAsked, Gives = [Field.Rating, .. Conversation, May(Text)], Guards = [Guards.NotHandlingUnit, Guards.WithoutAccountOrCalled, Guards.WhenPast, Guards.AfterResult], Tells = [Recipient.LeadOfficer, Recipient.LeadLiaison, Recipient.Dispatcher, Recipient.Enterprise], Spoken = true, Act = (t, a) => t.Rate(a) },
        new() { Move = Move.Rate, On = [Move.Complete, Move.NoteCall, Move.Contradict], From = [AwaitingRating], To = [Closed, ReplyDue], Who = Centre, Gives = [Field.Rating, .. Conversation, May(Text)], Guards = [Guards.NotHandlingUnit, Guards.InFirstAskedPlace, Guards.WithoutAccountOrCalled, Guards.WhenPast, Guards.AfterResult], Tells = [Recipient.LeadOfficer, Recipient.LeadLiaison, Recipient.FirstAsked, Recipient.Dispatcher, Recipient.Enterprise], Spoken = true, Act = (t, a) => t.Rate(a) },
        new() { Move = Move.RateLate, On = [Move.Complete], From = [Closed], To = [Closed, ReplyDue], Who = Enterprise, Gives = [Field.Rating, May(Text)], Guards = [Guards.WasUnrated, Guards.SoonEnough], Tells = [Recipient.LeadOfficer, Recipient.LeadLiaison], Act = (t, a) => t.Rate(a) },
        new() { Move = Move.CloseUnrated, From = [AwaitingRating], To = [Closed], Who = Relation.System, Tells = [Recipient.Enterprise], Act = (t, a) => t.CloseUnrated(a) },
        new() { Move = Move.NoteContact, On = [Move.Rate, Move.RateLate], From = [ReplyDue], Who = LeadUnit, Gives = [When, WithWhom, Text], Guards = [Guards.ContactOwed, Guards.WhenPast, Guards.AfterRating], Act = (t, a) => t.NoteContact(a) },
        new() { Move = Move.NoteContact, On = [Move.Rate, Move.RateLate], From = [ReplyDue], Who = Centre, Gives = [When, WithWhom, Text], Guards = [Guards.ContactOwed, Guards.ReplyLongOverdue, Guards.WhenPast, Guards.AfterRating], Tells = [Recipient.LeadLiaison], Act = (t, a) => t.NoteContact(a) },
        new() { Move = Move.FileReply, On = [Move.Rate, Move.RateLate, Move.LetStand, Move.StandByLapse, Move.ReportCannotBeMet], From = [ReplyDue], To = [Closed], Who = LeadUnit, Gives = [Text, Scan, May(Improvement), May(ImprovementBy), May(SecondDay), May(WhyNothing), May(Field.Again)], Guards = [Guards.WindowClosed, Guards.ContactNoted, Guards.SecondDayAhead, Guards.SecondDayNear], Tells = [Recipient.Enterprise, Recipient.FirstAsked], Act = (t, a) => t.FileReply(a) },
        new() { Move = Move.FileReply, On = [Move.Rate, Move.RateLate, Move.LetStand, Move.StandByLapse, Move.ReportCannotBeMet], From = [ReplyDue], To = [Closed], Who = Centre, Gives = [Text, Scan, May(Improvement), May(ImprovementBy), May(SecondDay), May(WhyNothing), May(Field.Again)], Guards = [Guards.WindowClosed, Guards.ReplyLongOverdue, Guards.ContactNoted, Guards.SecondDayAhead, Guards.SecondDayNear], Tells = [Recipient.Enterprise, Recipient.FirstAsked, Recipient.LeadLiaison], Act = (t, a) => t.FileReply(a) },
        new() { Move = Move.Reopen, On = [Move.Complete], From = [Closed], To = [InProgress], Who = Enterprise, Gives = [Text, May(Field.Attachments)], Guards = [Guards.WasDeemed, Guards.NotReopened, Guards.SoonEnough], Tells = [Recipient.LeadOfficer, Recipient.LeadLiaison, Recipient.FirstAsked], Act = (t, a) => t.Reopen(a) },
        new() { Move = Move.Contradict, From = AnyState, To = OpenStates, Who = Enterprise, Gives = [About, Text], Guards = [Guards.AnswerStands], Tells = [Recipient.LeadOfficer, Recipient.LeadLiaison, Recipient.Dispatcher, Recipient.FirstAsked, Recipient.Recorder, Recipient.Supporting], Act = (t, a) => t.Contradict(a) },

        // Side roads.
        new() { Move = Move.TellProceedings, From = FromDispatchedToReplyDue, Who = Enterprise, Gives = [Field.Proceeding, May(CaseNumber), Text, May(Field.Attachments)], Guards = [Guards.ProceedingsNotTold], Tells = [Recipient.LeadOfficer, Recipient.Dispatcher], Act = (t, a) => t.TellProceedings(a) },
        new() { Move = Move.ProposeProceedings, From = FromDispatchedToReplyDue, Who = LeadUnit, Gives = [Field.Proceeding, May(CaseNumber), Text, May(Field.Attachments)], Guards = [Guards.ProceedingsNotTold, Guards.NoProceedingsAsked], Tells = [Recipient.Dispatcher, Recipient.FirstAsked], Act = (t, a) => t.AskProceedings(a) },
        new() { Move = Move.DecideProceedings, On = [Move.TellProceedings, Move.ProposeProceedings], From = FromDispatchedToReplyDue, To = [.. FromDispatchedToReplyDue, InLegalProceedings], Who = Centre, Gives = [Agreed, May(Field.Proceeding), May(CaseNumber), May(Day), Field.ForEnterprise, May(Text)], Guards = [Guards.NotOwnUnit, Guards.ProceedingsAsked, Guards.DayAhead, Guards.LegalDayNear], Tells = [Recipient.LeadOfficer, Recipient.FirstAsked, Recipient.Enterprise], TextWithin = true, Act = (t, a) => t.DecideProceedings(a) },
        new() { Move = Move.DecideProceedings, On = [Move.ContestProceedings], From = [InLegalProceedings], To = [.. FromDispatchedToReplyDue, InLegalProceedings], Who = Centre, Gives = [Agreed, Field.ForEnterprise, May(Text)], Guards = [Guards.NotOwnUnit, Guards.ProceedingsAsked], Tells = [Recipient.LeadOfficer, Recipient.FirstAsked, Recipient.Enterprise], TextWithin = true, Act = (t, a) => t.DecideProceedings(a) },
        new() { Move = Move.EnterProceedings, On = [Move.TellProceedings], From = FromDispatchedToReplyDue, To = [InLegalProceedings], Who = LeadUnit, Gives = [Field.Proceeding, CaseNumber, Day, May(Text)], Guards = [Guards.ProceedingsTold, Guards.DayAhead, Guards.LegalDayNear], Tells = [Recipient.LeadOfficer, Recipient.Dispatcher, Recipient.FirstAsked, Recipient.Enterprise], Act = (t, a) => t.EnterProceedings(a) },
        new() { Move = Move.EnterProceedings, From = FromDispatchedToReplyDue, To = [InLegalProceedings], Who = Centre, Gives = [Field.Proceeding, CaseNumber, Day, May(Text)], Guards = [Guards.NotOwnUnit, Guards.NoProceedingsAsked, Guards.DayAhead, Guards.LegalDayNear], Tells = [Recipient.LeadOfficer, Recipient.FirstAsked, Recipient.Enterprise], Act = (t, a) => t.EnterProceedings(a) },
        new() { Move = Move.ContestProceedings, On = [Move.EnterProceedings, Move.DecideProceedings, Move.ChangeLegalDate], From = [InLegalProceedings], Who = Enterprise, Gives = [Text, May(Field.Attachments)], Guards = [Guards.NoProceedingsAsked], Tells = [Recipient.LeadOfficer, Recipient.Dispatcher], Act = (t, a) => t.AskProceedings(a) },
        new() { Move = Move.ChangeLegalDate, From = [InLegalProceedings], Who = LeadUnit, Gives = [Day, Text], Guards = [Guards.ProceedingsTold, Guards.DayAhead, Guards.LegalDayNear], Tells = [Recipient.LeadOfficer, Recipient.Dispatcher, Recipient.FirstAsked, Recipient.Enterprise], Act = (t, a) => t.ChangeLegalDate(a) },
        new() { Move = Move.ChangeLegalDate, On = [Move.ContestProceedings], From = [InLegalProceedings], Who = Centre, Gives = [Day, Text], Guards = [Guards.NotOwnUnit, Guards.DayAhead, Guards.LegalDayNear], Tells = [Recipient.LeadOfficer, Recipient.FirstAsked, Recipient.Enterprise], Act = (t, a) => t.ChangeLegalDate(a) },
        new() { Move = Move.LeaveProceedings, From = [InLegalProceedings], To = FromDispatchedToReplyDue, Who = LeadUnit, Gives = [Text, May(Field.Attachments)], Guards = [Guards.ProceedingsTold], Tells = [Recipient.LeadOfficer, Recipient.Dispatcher, Recipient.FirstAsked, Recipient.Enterprise], Act = (t, a) => t.LeaveProceedings(a) },
        new() { Move = Move.LeaveProceedings, From = [InLegalProceedings], To = FromDispatchedToReplyDue, Who = Centre, Gives = [Text, May(Field.Attachments)], Guards = [Guards.NotOwnUnit], Tells = [Recipient.LeadOfficer, Recipient.FirstAsked, Recipient.Enterprise], Act = (t, a) => t.LeaveProceedings(a) },
        new() { Move = Move.Withdraw, From = [.. Withdrawable, InLegalProceedings], To = [TicketState.Withdrawn], Who = Enterprise, Gives = [Text], Guards = [Guards.WithdrawableBefore], Tells = [Recipient.LeadOfficer, Recipient.Dispatcher, Recipient.FirstAsked], Act = (t, a) => t.Withdraw(a) },
        new() { Move = Move.Withdraw, From = [ReplyDue], To = [TicketState.Withdrawn], Who = Enterprise, Gives = [Text], Guards = [Guards.WindowOpen], Tells = [Recipient.LeadOfficer, Recipient.Dispatcher, Recipient.FirstAsked], Act = (t, a) => t.Withdraw(a) },
        new() { Move = Move.Withdraw, From = Withdrawable, To = [TicketState.Withdrawn], Who = FirstAsked, Gives = [.. Conversation, Text], Guards = [Guards.NotHandlingUnit, Guards.WithoutAccount, Guards.WhenPast, Guards.AfterRaised], Tells = [Recipient.LeadOfficer, Recipient.Dispatcher, Recipient.Enterprise], Spoken = true, Act = (t, a) => t.Withdraw(a) },
        new() { Move = Move.Withdraw, From = Withdrawable, To = [TicketState.Withdrawn], Who = Centre, Gives = [.. Conversation, Text], Guards = [Guards.NotHandlingUnit, Guards.InFirstAskedPlace, Guards.WithoutAccount, Guards.WhenPast, Guards.AfterRaised], Tells = [Recipient.LeadOfficer, Recipient.Dispatcher, Recipient.FirstAsked, Recipient.Enterprise], Spoken = true, Act = (t, a) => t.Withdraw(a) },
        new() { Move = Move.End, From = OpenStates, To = [Closed], Who = Centre, Gives = [Field.EndReason, Text], Guards = [Guards.NotOwnUnit], Tells = [Recipient.LeadOfficer, Recipient.FirstAsked, Recipient.Enterprise], Act = (t, a) => t.End(a) },
        new() { Move = Move.Remind, On = [Move.ReportProgress], From = OpenStates, Who = Centre | TownLeader, Gives = [Text, May(Field.Again)], Tells = [Recipient.Officer, Recipient.LeadLiaison], Internal = true, Act = (_, _) => { } },
        new() { Move = Move.Urge, On = [Move.ReportProgress], From = OpenStates, Who = Centre | TownLeader, Gives = [Text, Day], Guards = [Guards.DayAhead, Guards.DayNear], Tells = [Recipient.Officer, Recipient.LeadLiaison], Internal = true, Act = (t, a) => t.AddUrge(a) },
        new() { Move = Move.AnswerUrge, On = [Move.Urge], From = OpenStates, Who = LeadUnit | Centre, Gives = [About, Text], Guards = [Guards.UrgeOpen], Tells = [Recipient.Urger], Internal = true, Act = (t, a) => t.AnswerUrge(a) },
        new() { Move = Move.Mark, From = AnyState, Who = Centre, Gives = [Field.Marks, May(Text)], Internal = true, Act = (t, a) => t.SetMarks(a) },
        new() { Move = Move.HandOnFirstAsked, From = OpenStates, Who = FirstAsked | Centre, Gives = [Person, May(Text)], Tells = [Recipient.FirstAsked], TextWithin = true, Act = (t, a) => t.HandOnFirstAsked(a) },
    ];

    private static readonly ILookup<Move, MoveRule> ByMove = Rules.ToLookup(r => r.Move);

    /// <summary>The row that lets this move be made, or the refusal with the reason: no such move, wrong moment, not allowed, or a guard's.</summary>
    public static (MoveRule? Rule, Refusal? Refusal) Find(Ticket ticket, Move move, MoveAct act)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        ArgumentNullException.ThrowIfNull(act);
        var refusal = Refuse(ticket, move, act.Who);
        foreach (var row in ByMove[move].Where(r => r.From.Contains(ticket.State) && (r.Who & act.Who) != 0))
        {
            var broken = row.Guards.FirstOrDefault(g => !g.Allows(ticket, act));
            if (broken is null)
            {
                return (row, null);
            }

            refusal ??= broken.RefusalOf(act);
        }

        return (null, refusal);
    }

    /// <summary>Whether the text given with a move stays among the town's own people.</summary>
    public static bool IsTextWithin(Move move) => ByMove[move].Any(r => r.TextWithin);

    /// <summary>The moves that finish the reader's part of the work, where a guard still refuses them: shown with the reason rather than left out.</summary>
    public static IReadOnlyList<BlockedMove> BlockedMoves(Ticket ticket, MoveAct act)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        ArgumentNullException.ThrowIfNull(act);
        Move[] finishing = [Move.Complete, Move.FileReply, Move.DecideReturn, Move.ApplyForReturn];
        return [.. from move in finishing
                   where Rules.Any(r => r.Move == move && r.From.Contains(ticket.State) && (r.Who & act.Who) != 0)
                   let refusal = Find(ticket, move, act).Refusal
                   where refusal is not null && refusal.Code != Guards.ReplyLongOverdue.Code && (move != Move.ApplyForReturn || refusal.Code == Guards.ReturnInTime.Code)
                   select new BlockedMove(move, refusal)];
    }

    /// <summary>As of a state; the refusal names the state as the reader reads it.</summary>
    public static Refusal? Refuse(Ticket ticket, Move move, Relation who)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        var refusal = Refuse(ticket.State, move, who);
        return refusal?.Code == "WrongState" && who.HasFlag(Enterprise) ? new Refusal("WrongState", move, ticket.State.ForEnterprise(ticket.OpenClock(ClockKind.RefusalWindow) is not null)) : refusal;
    }

    /// <summary>Why no row leads from this state by this move for this relation; null when one does, whatever its guards say.</summary>
    public static Refusal? Refuse(TicketState state, Move move, Relation who)
    {
        var rows = ByMove[move].Where(r => r.From.Contains(state)).ToList();
        return rows.Count == 0 ? new Refusal("WrongState", move, state)
            : rows.Exists(r => (r.Who & who) != 0) ? null
            : new Refusal("NotYourMove", move);
    }

    /// <summary>The moves open to somebody, in the order of the table: the buttons they see.</summary>
    public static IReadOnlyList<MoveRule> OpenMoves(Ticket ticket, MoveAct act)
    {
        return [.. Rules.Select(r => r.Move).Distinct().Select(m => Find(ticket, m, act).Rule).OfType<MoveRule>()];
    }
}
