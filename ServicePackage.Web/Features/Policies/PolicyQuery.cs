using Microsoft.AspNetCore.WebUtilities;
using ServicePackage.Core.Policies;
using ServicePackage.Web.Shared;

namespace ServicePackage.Web.Features.Policies;

/// <summary>What the library is narrowed to, as it stands in the address.</summary>
public sealed record PolicyQuery
{
    public const int PageSize = 20;

    public string Text { get; init; } = "";

    public PolicyLevel? Level { get; init; }

    public PolicyKind? Kind { get; init; }

    public long? UnitId { get; init; }

    public WindowState? Window { get; init; }

    public ClauseTopics? Topic { get; init; }

    public PolicyStanding Standing { get; init; }

    public int Page { get; init; } = 1;

    /// <summary>Whether it narrows the list at all.</summary>
    public bool Narrows => this with { Page = 1 } != new PolicyQuery();

    public PolicyFilter Filter => new(Text, Level, Kind, UnitId, Window, Topic, Standing, (Page - 1) * PageSize, PageSize);

    /// <summary>The query of an address; what cannot be read is left out.</summary>
    public static PolicyQuery From(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var query = QueryHelpers.ParseQuery(new Uri(address).Query);
        return new PolicyQuery
        {
            Text = query.TryGetValue("q", out var text) ? text.ToString() : "",
            Level = ListAddress.Named<PolicyLevel>(One("level")),
            Kind = ListAddress.Named<PolicyKind>(One("kind")),
            UnitId = ListAddress.NumberOf(One("unit")),
            Window = ListAddress.Named<WindowState>(One("window")),
            Topic = ListAddress.Named<ClauseTopics>(One("topic")) is { } topic and not ClauseTopics.None ? topic : null,
            Standing = ListAddress.Named<PolicyStanding>(One("standing")) ?? PolicyStanding.InForce,
            Page = ListAddress.PageOf(One("page")),
        };

        string? One(string key) => query.TryGetValue(key, out var value) ? value.ToString() : null;
    }
}
