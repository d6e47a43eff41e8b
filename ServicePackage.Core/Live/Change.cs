namespace ServicePackage.Core.Live;

/// <summary>Something was changed and saved. Says what, never how: whoever hears it reads again within their own rights.</summary>
/// <param name="Subject">The kind of thing, as in the history: Ticket, Enterprise, Account …, or <see cref="Notices"/>.</param>
/// <param name="Id">Its key.</param>
public readonly record struct Change(string Subject, long Id)
{
    /// <summary>The notices of one account; its key is the account's.</summary>
    public const string Notices = "Notices";

    /// <summary>The town's clock was set forward, or passed an hour from which days read otherwise: every screen reads again.</summary>
    public const string Clock = "Clock";

    /// <summary>Whether anything can be saved has changed.</summary>
    public const string Storage = "Storage";
}
