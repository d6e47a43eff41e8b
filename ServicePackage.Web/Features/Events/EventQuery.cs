using Microsoft.AspNetCore.WebUtilities;
using ServicePackage.Core.Catalogue;
using ServicePackage.Core.Events;
using ServicePackage.Web.Shared;

namespace ServicePackage.Web.Features.Events;

/// <summary>What the events are narrowed to, as it stands in the address.</summary>
public sealed record EventQuery
{
    public const int PageSize = 20;

    public string Text { get; init; } = "";

    public ServiceClass? Class { get; init; }

    public ServiceFee? Fee { get; init; }

    public EventKind? Kind { get; init; }

    public bool WithRoom { get; init; }

    public EventShow Show { get; init; }

    public int Page { get; init; } = 1;

    /// <summary>Whether it narrows the list at all.</summary>
    public bool Narrows => this with { Page = 1 } != new EventQuery();

    public EventFilter Filter => new(Text, Class, Fee, Kind, WithRoom, Show, (Page - 1) * PageSize, PageSize);

    /// <summary>The query of an address; what cannot be read is left out.</summary>
    public static EventQuery From(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var query = QueryHelpers.ParseQuery(new Uri(address).Query);
        return new EventQuery
        {
            Text = One("q") ?? "",
            Class = ListAddress.Named<ServiceClass>(One("class")),
            Fee = ListAddress.Named<ServiceFee>(One("fee")),
            Kind = ListAddress.Named<EventKind>(One("kind")),
            WithRoom = One("room") == "yes",
            Show = ListAddress.Named<EventShow>(One("show")) ?? EventShow.ToCome,
            Page = ListAddress.PageOf(One("page")),
        };

        string? One(string key) => query.TryGetValue(key, out var value) ? value.ToString() : null;
    }
}
