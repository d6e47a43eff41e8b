using ServicePackage.Core.Accounts;
using ServicePackage.Core.Data;

namespace ServicePackage.Core.Tickets;

/// <summary>Which demands are still open, said once for queries, rows and states.</summary>
public static class TicketScopes
{
    private static readonly Scope<TicketState> OpenState = new(s => s != TicketState.Closed && s != TicketState.Withdrawn);

    /// <summary>Neither closed nor withdrawn.</summary>
    public static readonly Scope<Ticket> IsOpen = OpenState.Of<Ticket>(t => t.State);

    private static readonly Scope<Ticket> Never = new(_ => false);

    /// <summary>The states of open demands, in the order of the procedure.</summary>
    public static readonly IReadOnlyList<TicketState> OpenStates = [.. Enum.GetValues<TicketState>().Where(OpenState.Holds)];

    /// <summary>The demands that are neither closed nor withdrawn.</summary>
    public static IQueryable<Ticket> Open(this IQueryable<Ticket> tickets) => tickets.Where(IsOpen.Rule);

    /// <summary>Which demands this reader reads as in hand, although their state is another.</summary>
    public static Scope<Ticket> ReadAsInHand(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.EnterpriseId is null ? Never : ClockScopes.IsUndecided;
    }

    /// <summary>The state in which the enterprise reads a demand.</summary>
    /// <param name="state">The state it is in.</param>
    /// <param name="isUndecided">Whether the Centre has still to let stand that it cannot be met.</param>
    public static TicketState ForEnterprise(this TicketState state, bool isUndecided) => isUndecided && state == TicketState.ReplyDue ? TicketState.InProgress : state;

    /// <summary>Whether a demand in this state is open.</summary>
    public static bool IsOpenState(this TicketState state) => OpenState.Holds(state);
}
