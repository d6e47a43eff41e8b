using Microsoft.AspNetCore.WebUtilities;
using ServicePackage.Core.Catalogue;
using ServicePackage.Core.Organisations;
using ServicePackage.Web.Shared;

namespace ServicePackage.Web.Features.Catalogue;

/// <summary>What the catalogue is narrowed to, as it stands in the address.</summary>
public sealed record ServiceQuery
{
    public const int PageSize = 20;

    public string Text { get; init; } = "";

    public ServiceClass? Class { get; init; }

    public ServiceFee? Fee { get; init; }

    public ServiceForms? Form { get; init; }

    public ServiceLevel? Level { get; init; }

    public ProviderNature? Nature { get; init; }

    public ServiceShow Show { get; init; }

    public int Page { get; init; } = 1;

    /// <summary>Whether it narrows the list at all.</summary>
    public bool Narrows => this with { Page = 1 } != new ServiceQuery();

    public ServiceFilter Filter => new(Text, Class, Fee, Form, Level, Nature, Show, (Page - 1) * PageSize, PageSize);

    /// <summary>The query of an address; what cannot be read is left out.</summary>
    public static ServiceQuery From(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var query = QueryHelpers.ParseQuery(new Uri(address).Query);
        return new ServiceQuery
        {
            Text = One("q") ?? "",
            Class = ListAddress.Named<ServiceClass>(One("class")),
            Fee = ListAddress.Named<ServiceFee>(One("fee")),
            Form = ListAddress.Named<ServiceForms>(One("form")) is { } form and not ServiceForms.None ? form : null,
            Level = ListAddress.Named<ServiceLevel>(One("level")),
            Nature = ListAddress.Named<ProviderNature>(One("nature")),
            Show = ListAddress.Named<ServiceShow>(One("show")) ?? ServiceShow.ToBeHad,
            Page = ListAddress.PageOf(One("page")),
        };

        string? One(string key) => query.TryGetValue(key, out var value) ? value.ToString() : null;
    }
}
