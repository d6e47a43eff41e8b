namespace ServicePackage.Core.Tickets;

/// <summary>What a clock waits for: the move that would end it, or the one that must come before (plan §六).</summary>
public static class NextStep
{
    /// <summary>The next step of a clock, whoever has to make it.</summary>
    /// <param name="kind">Which clock.</param>
    /// <param name="state">Where its demand is.</param>
    /// <param name="pausedFor">Why it stands still.</param>
    /// <param name="open">The kinds of the demand's open clocks that may stand before others.</param>
    internal static Move Of(ClockKind kind, TicketState state, PauseReason pausedFor, IReadOnlyList<ClockKind> open) => kind switch
    {
        _ when pausedFor.HasFlag(PauseReason.Proceedings) => Move.LeaveProceedings,
        _ when pausedFor.HasFlag(PauseReason.Return) => Move.DecideReturn,
        _ when pausedFor.HasFlag(PauseReason.Supplement) => Move.AnswerSupplement,
        _ when pausedFor.HasFlag(PauseReason.Call) => Move.NoteCall,
        _ when pausedFor.HasFlag(PauseReason.Suspended) => state == TicketState.ReplyDue ? Move.LetStand : Move.ConfirmDone,
        ClockKind.Handling when state == TicketState.Dispatched => Move.Accept,
        _ => ClockRules.For(ClockRules.For(kind).After.Where(open.Contains).Append(kind).First()).WaitsFor,
    };

    /// <summary>
    /// The move to whose form a row of a desk leads its reader; null where the clock stands still, or where the reader only watches it.
    /// </summary>
    public static Move? For(ClockView clock, bool forEnterprise)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var rule = ClockRules.For(clock.Kind);
        return clock.PausedFor != PauseReason.None || (clock.Holder == ClockHolder.Enterprise && !forEnterprise && !rule.SpokenFor) ? null : rule.LeadsTo;
    }
}
