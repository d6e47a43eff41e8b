using System.Reflection;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Boards;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Catalogue;
using ServicePackage.Core.Documents;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Events;
using ServicePackage.Core.FollowUps;
using ServicePackage.Core.History;
using ServicePackage.Core.Jobs;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Packages;
using ServicePackage.Core.Policies;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.Roster;
using ServicePackage.Core.Tickets;

namespace ServicePackage.Web.Layout;

/// <summary>An entry of the rail.</summary>
/// <param name="Key">Its word stands under "Nav." and this in FrameTexts; it is also the title of the desks.</param>
/// <param name="Address">Where it leads.</param>
/// <param name="Icon">Its sign.</param>
/// <param name="Door">What it opens; null for what everybody has. Hides only; the pages' services refuse.</param>
/// <param name="Letter">The key that leads there; null for none.</param>
public sealed record NavigationEntry(string Key, string Address, string Icon, Door? Door = null, string? Letter = null);

/// <summary>The rail, in one list: to add a page, add a line. The first four make the bar at the foot of a phone.</summary>
public static class Navigation
{
    private static readonly NavigationEntry[] Entries =
    [
        new("Home", Addresses.Home, Icons.Material.Outlined.Home, Letter: "h"),
        new("Dispatch", Addresses.Dispatch, Icons.Material.Outlined.CallSplit, TicketDoors.Dispatch, Letter: "d"),
        new("Overdue", Addresses.Overdue, Icons.Material.Outlined.AlarmOn, TicketDoors.Overdue, Letter: "o"),
        new("Inbox", Addresses.Inbox, Icons.Material.Outlined.Inbox, TicketDoors.Inbox, Letter: "i"),
        new("Board", Addresses.Board, Icons.Material.Outlined.ViewKanban, BoardDoors.Board, Letter: "b"),
        new("FollowUps", Addresses.FollowUps, Icons.Material.Outlined.EventRepeat, FollowUpDoors.FollowUps),
        new("Tickets", Addresses.Tickets, Icons.Material.Outlined.ListAlt, TicketDoors.Tickets, Letter: "t"),
        new("NewTicket", Addresses.NewTicket, Icons.Material.Outlined.AddComment, TicketDoors.NewTicket, Letter: "n"),
        new("Enterprises", Addresses.Enterprises, Icons.Material.Outlined.Business, EnterpriseDoors.Enterprises, Letter: "e"),
        new("Roster", Addresses.Roster, Icons.Material.Outlined.FormatListNumbered, RosterDoors.Roster),
        new("Figures", Addresses.FigureImport, Icons.Material.Outlined.FactCheck, EnterpriseDoors.Figures),
        new("OwnPackage", Addresses.OwnPackage, Icons.Material.Outlined.Inventory2, PackageDoors.OwnPackage),
        new("OwnPolicies", Addresses.OwnPolicies, Icons.Material.Outlined.Checklist, PolicyDoors.OwnPolicies),
        new("OwnServices", Addresses.OwnServices, Icons.Material.Outlined.Handshake, ServiceDoors.OwnServices),
        new("OwnEnterprise", Addresses.OwnEnterprise, Icons.Material.Outlined.Business, EnterpriseDoors.OwnEnterprise),
        new("OwnFacts", Addresses.OwnEnterpriseFacts, Icons.Material.Outlined.FactCheck, EnterpriseDoors.OwnFacts),
        new("Packages", Addresses.Packages, Icons.Material.Outlined.Inventory2, PackageDoors.Packages),
        new("Butlers", Addresses.Butlers, Icons.Material.Outlined.SupervisorAccount, CoverRoom.Butlers),
        new("Leaders", Addresses.Leaders, Icons.Material.Outlined.Groups, LeaderRoom.Leaders),
        new("Policies", Addresses.Policies, Icons.Material.Outlined.MenuBook, PolicyDoors.Policies),
        new("ServedPolicies", Addresses.ServedPolicies, Icons.Material.Outlined.Checklist, PolicyDoors.Served),
        new("PolicyDrafts", Addresses.PolicyDrafts, Icons.Material.Outlined.EditNote, PolicyDoors.Drafts),
        new("Applications", Addresses.Applications, Icons.Material.Outlined.AssignmentTurnedIn, PolicyDoors.Applications),
        new("TakeUp", Addresses.TakeUp, Icons.Material.Outlined.BarChart, PolicyDoors.TakeUp),
        new("Services", Addresses.Services, Icons.Material.Outlined.MiscellaneousServices, ServiceDoors.Services),
        new("Events", Addresses.Events, Icons.Material.Outlined.Event, EventDoors.Events),
        new("ServiceRequests", Addresses.ServiceRequests, Icons.Material.Outlined.Handshake, ServiceDoors.Requests),
        new("ServiceDrafts", Addresses.ServiceDrafts, Icons.Material.Outlined.EditNote, ServiceDoors.Drafts),
        new("Templates", Addresses.Templates, Icons.Material.Outlined.Description, DocumentDoors.Templates),
        new("Organisations", Addresses.Organisations, Icons.Material.Outlined.AccountTree, OrganisationDoors.Organisations),
        new("Accounts", Addresses.Accounts, Icons.Material.Outlined.ManageAccounts, AccountDoors.Accounts),
        new("Calendar", Addresses.Calendar, Icons.Material.Outlined.CalendarMonth, TicketDoors.Calendar),
        new("Jobs", Addresses.Jobs, Icons.Material.Outlined.Schedule, JobDoors.Jobs),
        new("History", Addresses.History, Icons.Material.Outlined.ManageSearch, HistoryDoors.History),
        new("Notices", Addresses.Notices, Icons.Material.Outlined.NotificationsNone),
    ];

    private static readonly HashSet<string> Routed =
        [.. typeof(Navigation).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes<RouteAttribute>()).Select(r => r.Template)];

    /// <summary>The entries for this person, of pages that exist.</summary>
    public static IReadOnlyList<NavigationEntry> For(Me me) => [.. Entries.Where(e => Exists(e.Address) && (e.Door is null || me.MayOpen(e.Door)))];

    /// <summary>Names of doors in the order of the rail; those it does not lead to stand at the end.</summary>
    public static IReadOnlyList<string> InOrder(IReadOnlyList<string> doors) =>
        [.. Entries.Select(e => e.Door?.Name).OfType<string>().Intersect(doors).Union(doors)];

    /// <summary>Whether a page has this address.</summary>
    public static bool Exists(string address) => Routed.Contains(address);
}
