using System.Reflection;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using ServicePackage.Core.Accounts;

namespace ServicePackage.Web.Layout;

/// <summary>An entry of the rail.</summary>
/// <param name="Key">Its word stands under "Nav." and this in FrameTexts; what it is for under "Nav.…Purpose".</param>
/// <param name="Address">Where it leads.</param>
/// <param name="Icon">Its sign.</param>
/// <param name="For">Who needs it. Hides only; the pages' services refuse.</param>
public sealed record NavigationEntry(string Key, string Address, string Icon, Func<Me, bool> For);

/// <summary>The rail, in one list: to add a page, add a line. The first four make the bar at the foot of a phone.</summary>
public static class Navigation
{
    private static readonly NavigationEntry[] Entries =
    [
        new("Home", Addresses.Home, Icons.Material.Outlined.Home, _ => true),
        new("Dispatch", Addresses.Dispatch, Icons.Material.Outlined.CallSplit, me => me.IsCentre),
        new("Inbox", Addresses.Inbox, Icons.Material.Outlined.Inbox, me => me.IsUnit),
        new("Tickets", Addresses.Tickets, Icons.Material.Outlined.ListAlt, me => !me.IsAdministrator || me.Posts.Count > 1),
        new("NewTicket", Addresses.NewTicket, Icons.Material.Outlined.AddComment, me => me.IsEnterprise || me.IsCentre || me.Holds(PostKind.Specialist) || me.Holds(PostKind.GeneralManager) || me.IsTownLeader),
        new("Enterprises", Addresses.Enterprises, Icons.Material.Outlined.Business, me => !me.IsEnterprise && !me.Holds(PostKind.Auditor)),
        new("OwnEnterprise", Addresses.OwnEnterprise, Icons.Material.Outlined.Business, me => me.IsEnterprise),
        new("Organisations", Addresses.Organisations, Icons.Material.Outlined.AccountTree, me => !me.IsEnterprise),
        new("Accounts", Addresses.Accounts, Icons.Material.Outlined.ManageAccounts, me => me.IsAdministrator),
        new("Notices", Addresses.Notices, Icons.Material.Outlined.NotificationsNone, _ => true),
    ];

    private static readonly HashSet<string> Routed =
        [.. typeof(Navigation).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes<RouteAttribute>()).Select(r => r.Template)];

    /// <summary>The entries for this person, of pages that exist.</summary>
    public static IReadOnlyList<NavigationEntry> For(Me me) => [.. Entries.Where(e => Exists(e.Address) && e.For(me))];

    /// <summary>Whether a page has this address.</summary>
    public static bool Exists(string address) => Routed.Contains(address);
}
