using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using ServicePackage.Core.Policies;
using ServicePackage.Web.Shared;

namespace ServicePackage.Web.Features.Policies;

/// <summary>What the list of applications is narrowed to, as it stands in the address.</summary>
public sealed record ApplicationQuery
{
    public const int PageSize = 50;

    public ApplicationShow Show { get; init; }

    public int? Year { get; init; }

    public long? ClauseId { get; init; }

    public long? UnitId { get; init; }

    /// <summary>Whether only those that wait for the reader's unit.</summary>
    public bool Mine { get; init; }

    public int Page { get; init; } = 1;

    /// <summary>Whether it narrows the list at all.</summary>
    public bool Narrows => this with { Page = 1 } != new ApplicationQuery();

    public ApplicationFilter Filter => new()
    {
        Show = Show,
        Year = Year,
        ClauseId = ClauseId,
        UnitId = UnitId,
        Mine = Mine,
        Skip = (Page - 1) * PageSize,
        Take = PageSize,
    };

    /// <summary>The address of the list.</summary>
    public string Address => At(Addresses.Applications);

    /// <summary>The address of the same rows, on all pages, as a table to download.</summary>
    public string SheetAddress => (this with { Page = 1 }).At(Addresses.ApplicationSheet);

    /// <summary>The query of an address; what cannot be read is left out.</summary>
    public static ApplicationQuery From(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var query = QueryHelpers.ParseQuery(new Uri(address).Query);
        return new ApplicationQuery
        {
            Show = ListAddress.Named<ApplicationShow>(One("show")) ?? ApplicationShow.All,
            Year = YearOf(One("year")),
            ClauseId = ListAddress.NumberOf(One("clause")),
            UnitId = ListAddress.NumberOf(One("unit")),
            Mine = One("mine") == "yes",
            Page = ListAddress.PageOf(One("page")),
        };

        string? One(string key) => query.TryGetValue(key, out var value) ? value.ToString() : null;
    }

    /// <summary>A year named in an address; null for anything else.</summary>
    public static int? YearOf(string? text) => ListAddress.NumberOf(text) is { } year and >= 2000 and < 3000 ? (int)year : null;

    private string At(string address) => ListAddress.Of(address,
    [
        ("show", Show == ApplicationShow.All ? null : Show.ToString()),
        ("year", Year?.ToString(CultureInfo.InvariantCulture)),
        ("clause", ClauseId?.ToString(CultureInfo.InvariantCulture)),
        ("unit", UnitId?.ToString(CultureInfo.InvariantCulture)),
        ("mine", Mine ? "yes" : null),
        ("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null),
    ]);
}
