using ServicePackage.Core.History;
using ServicePackage.Core.Operations;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Tickets;

/// <summary>
/// Tells those concerned of a move, each once and in a sentence that fits them: whoever has to act now is asked by
/// "Asked" and the clock, with the day it is due; the enterprise otherwise reads "Yours" and the move; all others "Moved" and the move.
/// Arguments: number, title, move, who made it (empty for the system), and where there is one the clock with its due day.
/// </summary>
internal static class MoveNotices
{
    private enum Side
    {
        /// <summary>Told, never asked.</summary>
        Nobody,
        Enterprise,
        FirstAsked,
        Centre,
        Unit,
    }

    /// <summary>Writes the notices of a move made just now.</summary>
    public static void Tell(Operation op, Ticket ticket, MoveTold told, IEnumerable<Recipient> recipients, RecipientBook book)
    {
        var asks = ClockRules.AskedBy(told.Move).ToList();
        var open = ticket.Clocks.Where(c => c is { Open: true, Paused: false } && asks.Contains(c.Kind) && IsAskedNow(told, c)).ToList();
        var named = open.OrderBy(c => asks.IndexOf(c.Kind)).ThenByDescending(c => c.StartedAt).FirstOrDefault();
        if (open.Exists(c => c is { Kind: ClockKind.Call, Holder: ClockHolder.Centre }))
        {
            recipients = recipients.Prepend(Recipient.Dispatcher); // in the place of a first-asked person who handles the demand
        }

        var everybody = recipients.SelectMany(r => Concerned(r, ticket, told, book, open)).ToList();
        var done = new HashSet<long>();
        foreach (var (accountId, asked) in everybody.Where(e => e.Asked is not null).Concat(everybody))
        {
            if (done.Add(accountId))
            {
                var isYours = book.IsOfEnterprise(accountId);
                var (kind, until) = told.ContradictUntil is { } last && (isYours || asked is null)
                    ? (SpokenKindOf(asked, isYours), [.. asked is null ? ["", ""] : Until(asked, ticket, told), $"{last:yyyy-MM-dd}"])
                    : (KindOf(told, asked, named, isYours), Until(asked ?? named, ticket, told));
                op.Tell(accountId, kind, ticket.AsSubject(), told.Late, [ticket.Number, ticket.Title, told.Said, told.ActorName, .. until]);
            }
        }
    }

    /// <summary>What was recorded for the enterprise comes before what is asked of it next.</summary>
    private static string SpokenKindOf(TicketClock? asked, bool isYours) => !isYours ? "Moved.Spoken" : asked is { Kind: ClockKind.Rating } ? "Asked.Rating.Spoken" : "Yours.Spoken";

    private static string KindOf(MoveTold told, TicketClock? asked, TicketClock? named, bool isYours) =>
        asked is not null ? AskedOf(told, asked) : isYours ? $"Yours.{YoursOf(told, named)}" : $"Moved.{told.Move}";

    /// <summary>Whether a move asks for a clock anew that it did not leave running.</summary>
    private static bool IsAskedNow(MoveTold told, TicketClock clock) => told.Move switch
    {
        Move.Comment => clock.StartedAt == told.At,
        Move.Contradict => clock.StartedAt == told.At || clock.RunsAgainSince(told.At),
        _ => true,
    };

    private static string AskedOf(MoveTold told, TicketClock asked) =>
        $"Asked.{asked.Kind}{(told.Move == Move.GiveBackTask ? ".Back" : told.Move == Move.Contradict ? ".Again" : "")}";

    /// <summary>What the Centre decided is told as what came of it.</summary>
    private static Move YoursOf(MoveTold told, TicketClock? named) =>
        told.Move == Move.DecideProceedings && named is { Kind: ClockKind.LegalDate } && named.StartedAt == told.At ? Move.EnterProceedings : told.Move;

    private static IEnumerable<(long AccountId, TicketClock? Asked)> Concerned(Recipient recipient, Ticket ticket, MoveTold told, RecipientBook book, List<TicketClock> open)
    {
        if (recipient == Recipient.Supporting)
        {
            return from clock in ticket.Clocks
                   where clock is { Kind: ClockKind.SupportingTask, Task: not null } && IsConcerned(clock.Task, told)
                   from accountId in book.Of([Recipient.Officer], clock)
                   select (accountId, open.Contains(clock) ? clock : null);
        }

        var side = SideOf(recipient, ticket, told.Clock);
        var asked = open.Where(c => side switch
        {
            Side.Enterprise => c.Holder == ClockHolder.Enterprise,
            Side.FirstAsked => c.Holder == ClockHolder.FirstAsked,
            Side.Centre => c.Holder == ClockHolder.Centre,
            Side.Unit => c.UnitId == ticket.LeadUnitId,
            _ => false,
        }).OrderByDescending(c => c.StartedAt).ThenBy(c => c.DueAt).FirstOrDefault();
        return book.Of([recipient], told.Clock).Select(a => (a, side == Side.Enterprise && !book.IsOfEnterprise(a) ? null : asked));
    }

    /// <summary>The supporting units a move concerns: those given a task now, the one whose task it is about, or all that still have one.</summary>
    private static bool IsConcerned(SupportingTask task, MoveTold told) => told.Move switch
    {
        Move.Dispatch or Move.GiveTask => task.State == SupportingTaskState.Open && task.GivenAt == told.At,
        Move.WaiveTask or Move.GiveBackTask => task.Id == told.AboutId,
        _ => task.State == SupportingTaskState.Open,
    };

    private static Side SideOf(Recipient recipient, Ticket ticket, TicketClock? clock) => recipient switch
    {
        Recipient.Enterprise => Side.Enterprise,
        Recipient.FirstAsked => Side.FirstAsked,
        Recipient.Dispatcher => Side.Centre,
        Recipient.Officer or Recipient.Liaison when clock?.Holder == ClockHolder.Centre || RecipientBook.IsAtCentre(ticket) => Side.Centre,
        Recipient.Officer or Recipient.Liaison or Recipient.LeadOfficer or Recipient.LeadLiaison => RecipientBook.IsAtCentre(ticket) ? Side.Nobody : Side.Unit,
        _ => Side.Nobody,
    };

    /// <summary>The clock and its due day; once closed without an answer, the last day on which the enterprise can still come back to it.</summary>
    private static string[] Until(TicketClock? clock, Ticket ticket, MoveTold told) =>
        clock is not null ? [LevelNotices.NameOf(clock), $"{clock.DueDay:yyyy-MM-dd}"]
        : ticket is { ClosedAs: ClosedAs.Deemed or ClosedAs.Unrated, ClosedAt: { } closed } ? ["", $"{TownTime.DayOf(closed).AddDays(told.ReopenWithinDays):yyyy-MM-dd}"]
        : [];
}

/// <summary>What the notices of a move need to know of it.</summary>
/// <param name="Move">The move.</param>
/// <param name="ActorName">Who made it; empty for the system.</param>
/// <param name="At">When (UTC).</param>
/// <param name="ReopenWithinDays">Calendar days in which the enterprise can come back to what was closed without its answer.</param>
internal sealed record MoveTold(Move Move, string ActorName, DateTime At, int ReopenWithinDays)
{
    /// <summary>The clock that began by itself, for a duty of the calendar.</summary>
    public TicketClock? Clock { get; init; }

    /// <summary>The task, urge or referral it is about.</summary>
    public long? AboutId { get; init; }

    /// <summary>What its sentence names: the move, what was decided, or the rating recorded for the enterprise.</summary>
    public string Said { get; init; } = $"@Move.{Move}";

    /// <summary>Until when (Shanghai) the enterprise can contradict it, where it was recorded for the enterprise.</summary>
    public DateOnly? ContradictUntil { get; init; }

    /// <summary>What was given as its reason; empty where none was.</summary>
    public string Reason { get; init; } = "";

    /// <summary>True when its moment had passed while the program was down.</summary>
    public bool Late { get; init; }
}
