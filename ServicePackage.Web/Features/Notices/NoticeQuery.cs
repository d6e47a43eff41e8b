using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using ServicePackage.Core.Notices;
using ServicePackage.Web.Shared;

namespace ServicePackage.Web.Features.Notices;

/// <summary>What the page of notices shows, as its address says it: a view can be shared by its link and survives a reload.</summary>
/// <param name="Shown">What is shown, but for the page.</param>
/// <param name="Page">The page, from 1.</param>
public sealed record NoticeQuery(NoticeFilter Shown, int Page = 1)
{
    /// <summary>Notices a page.</summary>
    public const int PageSize = 50;

    private const string Waiting = "waiting";

    private const string Telling = "telling";

    /// <summary>What the domain is asked for.</summary>
    public NoticeFilter Filter => Shown with { Skip = (Page - 1) * PageSize, Take = PageSize };

    /// <summary>The address of the page that shows this.</summary>
    public string Address => ListAddress.Of(Addresses.Notices,
    [
        ("q", Shown.Text),
        ("asks", Asks),
        ("matter", Shown.Matter?.ToString()),
        ("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null),
    ]);

    /// <summary>What is asked of the reader, as the address says it; null where that does not matter.</summary>
    public string? Asks => Shown.Asks switch
    {
        true => Waiting,
        false => Telling,
        null => null,
    };

    /// <summary>The page with another filter, from its first page on.</summary>
    public NoticeQuery With(Func<NoticeFilter, NoticeFilter> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return new NoticeQuery(change(Shown));
    }

    /// <summary>What an address says; parts that name nothing known are left out.</summary>
    public static NoticeQuery From(string uri)
    {
        var parts = QueryHelpers.ParseQuery(new Uri(uri).Query);
        return new NoticeQuery(
            new NoticeFilter { Text = First("q") ?? "", Asks = AsksOf(First("asks")), Matter = ListAddress.Named<NoticeMatter>(First("matter")) },
            ListAddress.PageOf(First("page")));

        string? First(string key) => parts.GetValueOrDefault(key).FirstOrDefault();
    }

    /// <summary>What is asked, from a part of an address.</summary>
    public static bool? AsksOf(string? text) => text switch
    {
        Waiting => true,
        Telling => false,
        _ => null,
    };
}
