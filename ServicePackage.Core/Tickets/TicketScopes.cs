using ServicePackage.Core.Data;

namespace ServicePackage.Core.Tickets;

/// <summary>Which demands are still open, said once for queries, rows and states.</summary>
public static class TicketScopes
{
    private static readonly Condition<TicketState> OpenState = new(s => s != TicketState.Closed && s != TicketState.Withdrawn);

    /// <summary>Neither closed nor withdrawn.</summary>
    public static readonly Condition<Ticket> IsOpen = OpenState.Of<Ticket>(t => t.State);

    /// <summary>The states of open demands, in the order of the procedure.</summary>
    public static readonly IReadOnlyList<TicketState> OpenStates = [.. Enum.GetValues<TicketState>().Where(OpenState.Holds)];

    /// <summary>The demands that are neither closed nor withdrawn.</summary>
    public static IQueryable<Ticket> Open(this IQueryable<Ticket> tickets) => tickets.Where(IsOpen.Rule);

    /// <summary>Whether a demand in this state is open.</summary>
    public static bool IsOpenState(this TicketState state) => OpenState.Holds(state);
}
