using Microsoft.Playwright;

namespace ServicePackage.Screens;

/// <summary>One thing to look at: a page as somebody sees it, with what was opened on it.</summary>
/// <param name="Name">The name of its pictures.</param>
/// <param name="Route">The route of the page, as its <c>@page</c> says it.</param>
/// <param name="User">Who looks, by the key of a demo account; nobody where null.</param>
/// <param name="Address">Where to go in a town; null where the town has no such thing.</param>
public sealed record Visit(string Name, string Route, string? User, Func<TownFacts, string?> Address)
{
    /// <summary>What is done on the page before it is looked at.</summary>
    public Func<IPage, Task>? Open { get; init; }

    /// <summary>The page has no circuit.</summary>
    public bool Plain { get; init; }

    /// <summary>The town in which it is looked at; every one where null.</summary>
    public string? Town { get; init; }
}
