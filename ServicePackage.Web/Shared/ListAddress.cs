using Microsoft.AspNetCore.Components;

namespace ServicePackage.Web.Shared;

/// <summary>Filters of a list live in the address, so that a view survives a reload and can be passed on.</summary>
public static class ListAddress
{
    /// <summary>Narrows the list shown, from its first page on; an empty value takes the filter out of the address.</summary>
    public static void Narrow(this NavigationManager navigation, string filter, string? value) =>
        navigation.NavigateTo(navigation.GetUriWithQueryParameters(new Dictionary<string, object?>
        {
            [filter] = string.IsNullOrWhiteSpace(value) ? null : value.Trim(),
            ["page"] = null,
        }), replace: true);

    /// <summary>The page named in an address, from 1 on.</summary>
    public static int PageOf(int? page) => Math.Clamp(page ?? 1, 1, 1_000_000);

    /// <summary>A member of an enum named in an address; null for anything else.</summary>
    public static TEnum? Named<TEnum>(string? text)
        where TEnum : struct, Enum =>
        Enum.TryParse<TEnum>(text, out var member) && Enum.IsDefined(member) ? member : null;
}
