using Microsoft.AspNetCore.WebUtilities;

namespace ServicePackage.Web.Features.Tickets;

/// <summary>Puts what a list shows into its address, leaving out what is not set.</summary>
public static class AddressQuery
{
    /// <summary>The address with these parts of a query.</summary>
    public static string Of(string address, params IEnumerable<(string Key, string? Value)> parts) =>
        QueryHelpers.AddQueryString(address, parts.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => KeyValuePair.Create(p.Key, p.Value)));
}

/// <summary>The number of a page in an address.</summary>
public static class PageNumber
{
    /// <summary>The furthest page; further ones are empty anyway.</summary>
    public const int Last = 100_000;

    /// <summary>The number; the first page where the text names none.</summary>
    public static int Of(string? text) => int.TryParse(text, out var page) ? Math.Clamp(page, 1, Last) : 1;
}
