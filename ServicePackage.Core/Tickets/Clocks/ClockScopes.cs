using ServicePackage.Core.Data;

namespace ServicePackage.Core.Tickets;

/// <summary>How clocks stand at an instant (UTC), said once for queries and rows. All is judged by what is stored: no sweep need have run.</summary>
public static class ClockScopes
{
    /// <summary>It has not ended.</summary>
    public static readonly Scope<TicketClock> IsOpen = new(c => c.EndedAt == null);

    /// <summary>Past due: recorded, or running beyond its due.</summary>
    public static readonly Scope<TicketClock, DateTime> IsBreached =
        new((c, now) => c.BreachedAt != null || (c.EndedAt == null && c.PausedFor == PauseReason.None && c.DueAt < now));

    /// <summary>The instant of the warning before its due has come, whether or not it stands still since.</summary>
    public static readonly Scope<TicketClock, DateTime> IsWarned =
        new((c, now) => c.NextLevel != Levels.DueSoon || c.NextAt <= now);

    /// <summary>临期: it runs, is not past due, and the instant of the warning has come.</summary>
    public static readonly Scope<TicketClock, DateTime> IsApproaching =
        new((c, now) => c.EndedAt == null && c.PausedFor == PauseReason.None && c.DueAt >= now
            && (c.NextLevel != Levels.DueSoon || c.NextAt <= now));

    /// <summary>It passed unused, and the Centre's lead has not seen that.</summary>
    public static readonly Scope<TicketClock> IsUnseen = new(c => c.Unseen);

    /// <summary>
    /// Reported as not to be met, and the Centre has not let it stand yet: to the enterprise, which may still be told otherwise, it is in hand.
    /// </summary>
    public static readonly Scope<Ticket> IsUndecided =
        new(t => t.State == TicketState.ReplyDue && t.Clocks.Any(c => c.Kind == ClockKind.RefusalWindow && c.EndedAt == null));

    private static readonly Scope<TicketClock, DateTime> IsQuiet =
        new((c, now) => c.EndedAt == null && c.PausedFor == PauseReason.None && c.NextLevel == Levels.DueSoon && c.NextAt > now);

    /// <summary>The clocks that have not ended.</summary>
    public static IQueryable<TicketClock> Open(this IQueryable<TicketClock> clocks) => clocks.Where(IsOpen.Rule);

    /// <summary>The clocks that have not ended and do not stand still.</summary>
    public static IQueryable<TicketClock> Running(this IQueryable<TicketClock> clocks) =>
        clocks.Where(c => c.EndedAt == null && c.PausedFor == PauseReason.None);

    /// <summary>The clocks past due, the ended ones among them.</summary>
    public static IQueryable<TicketClock> Breached(this IQueryable<TicketClock> clocks, DateTime now) => clocks.Where(IsBreached.At(now));

    /// <summary>The clocks that run close to their due 临期.</summary>
    public static IQueryable<TicketClock> Approaching(this IQueryable<TicketClock> clocks, DateTime now) => clocks.Where(IsApproaching.At(now));

    /// <summary>The clocks whose warning has come, whether or not they stand still since.</summary>
    public static IQueryable<TicketClock> Warned(this IQueryable<TicketClock> clocks, DateTime now) => clocks.Where(IsWarned.At(now));

    /// <summary>The clocks that are not under the green lamp: past due, close to it, standing still or ended.</summary>
    public static IQueryable<TicketClock> NotQuiet(this IQueryable<TicketClock> clocks, DateTime now) =>
        clocks.Where(IsQuiet.At(now), (_, quiet) => !quiet);
}
