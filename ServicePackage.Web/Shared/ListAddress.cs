using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace ServicePackage.Web.Shared;

/// <summary>
/// Filters of a list live in the address, so that a view survives a reload and can be passed on. Pages take them as text: what
/// somebody typed into the address need not be a number.
/// </summary>
public static class ListAddress
{
    private const int LastPage = 1_000_000;

    /// <summary>An address with these filters; those that are not set are left out.</summary>
    public static string Of(string address, params IEnumerable<(string Key, string? Value)> filters) =>
        QueryHelpers.AddQueryString(address, filters.Where(f => !string.IsNullOrEmpty(f.Value)).Select(f => KeyValuePair.Create(f.Key, f.Value)));

    /// <summary>Narrows the list shown, from its first page on; an empty value takes the filter out of the address.</summary>
    public static void Narrow(this NavigationManager navigation, string filter, string? value) =>
        navigation.NavigateTo(navigation.GetUriWithQueryParameters(new Dictionary<string, object?>
        {
            [filter] = string.IsNullOrWhiteSpace(value) ? null : value.Trim(),
            ["page"] = null,
        }), replace: true);

    /// <summary>The page named in an address, from 1 on; the first for anything else.</summary>
    public static int PageOf(string? text) => (int)Math.Clamp(NumberOf(text) ?? 1, 1, LastPage);

    /// <summary>A number named in an address; null for anything else.</summary>
    public static long? NumberOf(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A member of an enum named in an address; null for anything else, a number among them.</summary>
    public static TEnum? Named<TEnum>(string? text)
        where TEnum : struct, Enum =>
        Enum.GetNames<TEnum>().FirstOrDefault(n => string.Equals(n, text, StringComparison.OrdinalIgnoreCase)) is { } name ? Enum.Parse<TEnum>(name) : null;
}
