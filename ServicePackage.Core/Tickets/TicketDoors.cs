using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Tickets;

/// <summary>The doors of the demands' room.</summary>
public static class TicketDoors
{
    /// <summary>What the Centre dispatches and decides.</summary>
    public static Door Dispatch { get; } = new("Dispatch", op => DeskService.Allows(op.Actor, DeskScope.Centre));

    /// <summary>The overdue board.</summary>
    public static Door Overdue { get; } = new("Overdue", op => OverdueBoard.Allows(op.Actor));

    /// <summary>What the person's units hold.</summary>
    public static Door Inbox { get; } = new("Inbox", op => DeskService.Allows(op.Actor, DeskScope.Unit));

    /// <summary>The list of demands.</summary>
    public static Door Tickets { get; } = new("Tickets", op => op.Actor.MeetsDemands);

    /// <summary>Raising a demand, for oneself or for an enterprise one serves.</summary>
    public static Door NewTicket { get; } = new("NewTicket", RaiseChoicesService.MayRaiseAsync);

    /// <summary>The working calendar, for those who amend it and with it the due dates.</summary>
    public static Door Calendar { get; } = new("Calendar", op => op.Actor.IsCentre);
}
