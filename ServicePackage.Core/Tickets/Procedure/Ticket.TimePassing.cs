namespace ServicePackage.Core.Tickets;

/// <summary>Something that fell due by itself.</summary>
/// <param name="At">The instant it fell due (UTC).</param>
/// <param name="Clock">The clock concerned, if one.</param>
/// <param name="Level">The number of the level it reached; <see cref="Levels.None"/> for what is no clock's.</param>
/// <param name="SystemMove">The move the procedure makes by itself, if one.</param>
public sealed record Passed(DateTime At, TicketClock? Clock, int Level, Move? SystemMove);

/// <content>What happens to a demand because time passes.</content>
public sealed partial class Ticket
{
    /// <summary>
    /// Brings the demand up to an instant: levels reached, lapses, calendar duties, each in the order and at the instant
    /// it fell due, so that the same history always gives the same dates however late the sweep runs.
    /// </summary>
    public IReadOnlyList<Passed> LetTimePass(Moment asOf)
    {
        var passed = new List<Passed>();
        while (NextDue(asOf.Now) is { } at)
        {
            var moment = asOf with { Now = at };
            var clock = Clocks.Where(c => c.NextAt == at).OrderBy(c => c.Id == 0 ? long.MaxValue : c.Id).FirstOrDefault(); // new ones have no key yet
            if (clock is not null)
            {
                Reach(clock, moment, passed);
            }
            else if (NextMonthlyDutyAt == at)
            {
                OweMonthlyProgress(moment, passed);
            }
            else
            {
                AskAfterPromiseAt = null;
                passed.Add(new Passed(at, null, Levels.None, Move.AskAfterPromise));
            }
        }

        return passed; // a warning or a mark of delay makes no copy stale: what can be done stays the same
    }

    private void Reach(TicketClock clock, Moment moment, List<Passed> passed)
    {
        var level = clock.ReachLevel(moment);
        var rule = ClockRules.For(clock.Kind);
        var lapse = level == Levels.Breach ? rule.Lapse : null;
        if (level == Levels.Breach && rule.OwesProgress)
        {
            NextMonthlyDutyAt ??= moment.DutyOfNextMonth(clock.DueDay);
        }

        OnAgenda |= moment.Limits.LadderOf(clock.Kind).AgendaAt == level;
        passed.Add(new Passed(moment.Now, clock, level, lapse));
        if (lapse is { } move && Make(move, new MoveAct(new MoveInput(), Relation.System, moment)) is { } refusal)
        {
            throw new InvalidOperationException($"The system could not make {move} on {Number} in {State}: {refusal.Code}.");
        }
    }

    private void OweMonthlyProgress(Moment moment, List<Passed> passed)
    {
        NextMonthlyDutyAt = moment.DutyOfNextMonth(moment.Day);
        if (OpenClock(ClockKind.Handling)?.PausedFor.HasFlag(PauseReason.Suspended) == true)
        {
            return; // reported done or not to be met: nothing is owed this month
        }

        var clock = StartUntil(ClockKind.MonthlyProgress, moment.Day, moment, atCentre: State == TicketState.ReturnRequested); // whoever may report it
        passed.Add(new Passed(moment.Now, clock, Levels.None, Move.OweMonthlyProgress));
        Version++;
    }

    private DateTime? NextDue(DateTime asOf)
    {
        var due = Clocks.Select(c => c.NextAt).Append(NextMonthlyDutyAt).Append(AskAfterPromiseAt).Where(at => at <= asOf).Min();
        return due;
    }
}
