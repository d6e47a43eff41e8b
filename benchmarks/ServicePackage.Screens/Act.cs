using System.Globalization;
using Microsoft.Playwright;
using ServicePackage.Core.Boards;
using ServicePackage.Core.Policies;
using ServicePackage.Web;

namespace ServicePackage.Screens;

/// <summary>Something a reader does that is timed.</summary>
/// <param name="Page">The page it is of.</param>
/// <param name="Name">What is done.</param>
/// <param name="User">Who does it, by the key of a demo account.</param>
/// <param name="From">The address where it is done.</param>
/// <param name="Click">What is clicked, or the field that is set.</param>
/// <param name="Shown">What shows the outcome: it is done when its text has changed.</param>
internal sealed record Act(string Page, string Name, string User, string From, string Click, string Shown)
{
    private const string Rows = "tbody";
    private const string Cards = ".board";

    /// <summary>The value that a field is set to, not clicked; what has no value takes its second choice.</summary>
    public string? Choose { get; init; }

    /// <summary>What must be there besides.</summary>
    public string? There { get; init; }

    /// <summary>The address where it is done, found in the town.</summary>
    public Func<TownFacts, string?>? In { get; init; }

    /// <summary>What is done before, untimed.</summary>
    public Func<IPage, Task>? Before { get; init; }

    public static IReadOnlyList<Act> All { get; } =
    [
        new(Addresses.Board, "open from the rail", "city-a-manager", Addresses.Notices, Rail(Addresses.Board), Cards) { There = ".board .card" },
        new(Addresses.Board, "open a card's panel", "city-a-manager", Addresses.Board, ".card-name", ".board-panel") { There = "#panel-facts" },
        new(Addresses.Board, "filter by lamp", "city-a-manager", Addresses.Board, ".filters select:last-of-type", Cards) { Choose = "Normal" },
        new(Addresses.Overdue, "open from the rail", "dispatcher", Addresses.Notices, Rail(Addresses.Overdue), Rows) { There = ".overdue tbody tr" },
        new(Addresses.Overdue, "open a row's move", "dispatcher", Addresses.Overdue, ".row-menu .menu-item", ".act-panel") { There = ".act-panel .form" },
        new(Addresses.Overdue, "filter by level", "dispatcher", Addresses.Overdue, ".figures li:nth-child(4) .figure", Rows),
        new(Addresses.Overdue, "sort by title", "dispatcher", Addresses.Overdue, ".col-title .sort", Rows),
        new(Addresses.Overdue, "group by stage", "dispatcher", Addresses.Overdue, ".group-by select", Rows) { Choose = "Stage" },
        new(Addresses.Overdue, "next page", "dispatcher", Addresses.Overdue, "[rel=next]", Rows),
        new(Addresses.Tickets, "open from the rail", "dispatcher", Addresses.Notices, Rail(Addresses.Tickets), Rows) { There = ".rows tbody tr" },
        new(Addresses.Tickets, "open a demand", "dispatcher", Addresses.Tickets, ".row-link", "main") { There = ".ticket" },
        new(Addresses.Tickets, "filter by lamp", "dispatcher", Addresses.Tickets, ".filters select:nth-of-type(2)", Rows) { Choose = "Breached" },
        new(Addresses.Tickets, "sort by date raised", "dispatcher", Addresses.Tickets, ".col-raised .sort", Rows),
        new(Addresses.Tickets, "next page", "dispatcher", Addresses.Tickets, "[rel=next]", Rows),
        new("/policies/…/condition", "preview with a moved threshold", "dispatcher", "", ".condition-form .button.main", ".condition-preview")
        {
            In = facts => facts.ConditionIn(PolicyState.Draft),
            Before = MoveThresholdAsync,
        },
    ];

    /// <summary>Asks for a staff of 20 besides, and types a number that nobody has in its place.</summary>
    private static async Task MoveThresholdAsync(IPage page)
    {
        var (acts, number) = (page.Locator(".row-acts button"), page.Locator(".condition-form input[inputmode=decimal]"));
        var apply = page.Locator(".condition-form .button.main");
        await page.Locator(".preview-groups").First.WaitForAsync();
        await acts.Nth(0).ClickAsync(); // adds
        await page.SelectOptionAsync(".condition-form #field-Fact", "staff");
        await number.FillAsync("20");
        await apply.ClickAsync();
        await apply.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        await acts.Nth(2).ClickAsync(); // amends
        await number.FillAsync("20000");
        await number.BlurAsync();
    }

    private static string Rail(string address) => $".rail a[href='{address}']";
}
