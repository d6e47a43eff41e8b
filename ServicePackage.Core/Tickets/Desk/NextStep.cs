using ServicePackage.Core.Words;

namespace ServicePackage.Core.Tickets;

/// <summary>What a clock waits for: one rule for desks and the overdue board (plan §六).</summary>
public static class NextStep
{
    /// <summary>
    /// The next step of a clock, whoever has to make it: the move that would end it, or the one that must come before. While there is time it is what
    /// is done meanwhile, where the clock has such a move.
    /// </summary>
    /// <param name="clock">The clock.</param>
    /// <param name="state">Where its demand is.</param>
    /// <param name="open">The kinds of the demand's open clocks that may stand before others.</param>
    internal static Move Of(ClockView clock, TicketState state, IReadOnlyList<ClockKind> open)
    {
        var rule = ClockRules.For(clock.Kind);
        return clock switch
        {
            _ when clock.PausedFor.HasFlag(PauseReason.Proceedings) => Move.LeaveProceedings,
            _ when clock.PausedFor.HasFlag(PauseReason.Return) => Move.DecideReturn,
            _ when clock.PausedFor.HasFlag(PauseReason.Supplement) => Move.AnswerSupplement,
            _ when clock.PausedFor.HasFlag(PauseReason.Call) => Move.NoteCall,
            _ when clock.PausedFor.HasFlag(PauseReason.Suspended) => state == TicketState.ReplyDue ? Move.LetStand : Move.ConfirmDone,
            { Kind: ClockKind.Handling } when state == TicketState.Dispatched => Move.Accept,
            { Lamp: Lamp.Normal } when rule.Meanwhile is { } meanwhile => meanwhile,
            _ => ClockRules.For(rule.After.Where(open.Contains).Append(clock.Kind).First()).WaitsFor,
        };
    }

    /// <summary>The kinds of a demand's open clocks that may stand before others.</summary>
    internal static IReadOnlyList<ClockKind> Before(bool course, bool task, bool decision, bool contact) =>
        [.. new[] { (ClockKind.CourseDecision, course), (ClockKind.SupportingTask, task), (ClockKind.TaskDecision, decision), (ClockKind.BadRatingContact, contact) }
            .Where(k => k.Item2).Select(k => k.Item1)];

    /// <summary>
    /// The next step where it is its holder's to make: the move to whose form a row of a desk leads its reader. Null where the clock stands still, where others
    /// have to act first, or where the reader only watches.
    /// </summary>
    /// <param name="clock">The clock.</param>
    /// <param name="step">Its next step.</param>
    /// <param name="forEnterprise">Whether the reader speaks for the enterprise.</param>
    /// <param name="hasAccount">Whether somebody of the enterprise has an account, and so answers itself.</param>
    internal static Move? Own(ClockView clock, Move step, bool forEnterprise, bool hasAccount)
    {
        var holder = clock.Holder switch
        {
            ClockHolder.Centre => Relation.Centre | Relation.CentreLead,
            ClockHolder.Unit => clock.Kind == ClockKind.SupportingTask ? Relation.SupportingUnit : Relation.LeadUnit,
            ClockHolder.FirstAsked => Relation.FirstAsked | Relation.Centre,
            ClockHolder.Enterprise when forEnterprise => Relation.Enterprise,
            ClockHolder.Enterprise => ClockRules.For(clock.Kind).SpokenFor || !hasAccount ? Relation.FirstAsked : Relation.None,
            _ => throw new ArgumentOutOfRangeException(nameof(clock), clock.Holder, null),
        };
        return clock.PausedFor == PauseReason.None && TicketProcedure.Rules.Any(r => r.Move == step && (r.Who & holder) != 0) ? step : null;
    }

    /// <summary>What a step is called in a row: the same in every list.</summary>
    public static string NameOf(Move step) => Wording.Find($"RowAct.{step}") ?? Wording.Name(step);
}
