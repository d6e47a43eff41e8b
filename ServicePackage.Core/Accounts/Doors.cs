using ServicePackage.Core.Butlers;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Tickets;

namespace ServicePackage.Core.Accounts;

/// <summary>What a person may open. The frame of the screens offers nothing else; the services behind refuse by the same rules.</summary>
[Flags]
public enum Doors
{
    /// <summary>Nothing but what everybody has: the first page and the notices.</summary>
    None = 0,

    /// <summary>What the Centre dispatches and decides.</summary>
    Dispatch = 1,

    /// <summary>What the person's units hold.</summary>
    Inbox = 1 << 1,

    /// <summary>The list of demands.</summary>
    Tickets = 1 << 2,

    /// <summary>Raising a demand, for oneself or for an enterprise one serves.</summary>
    NewTicket = 1 << 3,

    /// <summary>The list of enterprises.</summary>
    Enterprises = 1 << 4,

    /// <summary>The person's own enterprise.</summary>
    OwnEnterprise = 1 << 5,

    /// <summary>The organisations of the town.</summary>
    Organisations = 1 << 6,

    /// <summary>The accounts.</summary>
    Accounts = 1 << 7,

    /// <summary>The working calendar, for those who amend it.</summary>
    Calendar = 1 << 8,

    /// <summary>The jobs.</summary>
    Jobs = 1 << 9,

    /// <summary>The overdue board.</summary>
    Overdue = 1 << 10,

    /// <summary>The board of the enterprises one serves.</summary>
    Board = 1 << 12,
}

/// <summary>Asks of each page whether this person may open it.</summary>
internal static class DoorsOf
{
    public static async Task<Doors> ReadAsync(Operation op, CancellationToken cancellation)
    {
        var actor = op.Actor;
        var open = Doors.None;
        Add(Doors.Dispatch, DeskService.Allows(actor, DeskScope.Centre));
        Add(Doors.Inbox, DeskService.Allows(actor, DeskScope.Unit));
        Add(Doors.Tickets, actor.MeetsDemands);
        Add(Doors.NewTicket, await RaiseChoicesService.MayRaiseAsync(op, cancellation));
        Add(Doors.Enterprises, actor.EnterpriseId is null && (actor.MeetsDemands || actor.IsAdministrator));
        Add(Doors.OwnEnterprise, actor.EnterpriseId is not null);
        Add(Doors.Organisations, OrganisationService.IsOfTheTown(actor));
        Add(Doors.Accounts, actor.IsAdministrator);
        Add(Doors.Calendar, actor.IsCentre);
        Add(Doors.Overdue, OverdueBoard.Allows(actor));
        Add(Doors.Jobs, actor.IsAdministrator);
        Add(Doors.Board, await BoardService.MayOpenAsync(op, cancellation));
        return open;

        void Add(Doors door, bool opens) => open |= opens ? door : Doors.None;
    }
}
