using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Tickets;

/// <content>What an amended calendar does to a demand.</content>
public sealed partial class Ticket
{
    /// <summary>Counts the due days of its open clocks again with the calendar of the moment, and gives those that moved. Tasks due with the lead move with it.</summary>
    internal IReadOnlyList<DueMove> Amend(Moment moment, WorkingCalendar before)
    {
        var (standing, dutyBefore) = (Standing(), NextMonthlyDutyAt);
        var lead = OpenClock(ClockKind.Handling);
        var along = lead is null ? [] : DueWith(lead, moment with { Calendar = before });
        var moves = Clocks.OrderBy(along.Contains).Select(c => c.Amend(moment, before, along.Contains(c) ? c.DayWith(lead!, moment) : null)).OfType<DueMove>().ToList();
        if (moves.Exists(m => m is { Clock: ClockKind.Handling, BreachTakenBack: true })
            && !Clocks.Exists(c => c is { Kind: ClockKind.Handling, BreachedAt: not null } && c.Cycle == Cycle))
        {
            NextMonthlyDutyAt = null;
            Cancel(ClockKind.MonthlyProgress, moment);
        }

        if (NextMonthlyDutyAt is { } duty)
        {
            var again = TownTime.At(moment.Calendar.FirstOfMonth(TownTime.DayOf(duty)), moment.Limits.CalendarDuties);
            NextMonthlyDutyAt = again > moment.Now ? again : duty;
        }

        Version += dutyBefore == NextMonthlyDutyAt && standing.SequenceEqual(Standing()) ? 0 : 1;
        return moves;

        List<(DateTime, DateTime?, DateOnly?, bool, int, int)> Standing() => Clocks.ConvertAll(c => c.Standing);
    }
}
