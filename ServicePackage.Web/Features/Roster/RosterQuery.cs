using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Roster;
using ServicePackage.Web.Shared;

namespace ServicePackage.Web.Features.Roster;

/// <summary>What the roster is narrowed to, and as of which day, as it stands in the address.</summary>
public sealed record RosterQuery
{
    public const int PageSize = 50;

    /// <summary>As of which day, as typed; empty for today.</summary>
    public string DayText { get; init; } = "";

    public RosterShow Show { get; init; }

    public EnterpriseTier? Tier { get; init; }

    public string Text { get; init; } = "";

    public int Page { get; init; } = 1;

    /// <summary>Why the day cannot be read; null where it can, or none is named.</summary>
    public Refusal? Wrong => DayText.Length > 0 && Day is null ? new Refusal("Import.NoDay", DayText) : null;

    public DateOnly? Day => DateOnly.TryParseExact(DayText, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Whether it narrows the list at all.</summary>
    public bool Narrows => this with { Page = 1, DayText = "" } != new RosterQuery();

    public RosterReadFilter Filter => new(Day, Show, Tier, Text, (Page - 1) * PageSize, PageSize);

    /// <summary>The same as a table to download.</summary>
    public string SheetAddress => ListAddress.Of(Addresses.RosterSheet, ("day", DayText), ("show", Show == RosterShow.On ? null : $"{Show}"), ("tier", $"{Tier}"), ("q", Text));

    /// <summary>The query of an address; what cannot be read, but for the day, is left out.</summary>
    public static RosterQuery From(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var query = QueryHelpers.ParseQuery(new Uri(address).Query);
        return new RosterQuery
        {
            DayText = One("day")?.Trim() ?? "",
            Show = ListAddress.Named<RosterShow>(One("show")) ?? RosterShow.On,
            Tier = ListAddress.Named<EnterpriseTier>(One("tier")),
            Text = One("q")?.Trim() ?? "",
            Page = ListAddress.PageOf(One("page")),
        };

        string? One(string key) => query.TryGetValue(key, out var value) ? value.ToString() : null;
    }
}
