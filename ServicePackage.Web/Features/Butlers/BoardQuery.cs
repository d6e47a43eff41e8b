using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Tickets;
using ServicePackage.Web.Shared;

namespace ServicePackage.Web.Features.Butlers;

/// <summary>What the butler's board shows, as its address says it: a view can be shared by its link and survives a reload.</summary>
public sealed record BoardQuery
{
    /// <summary>Part of the enterprise's name.</summary>
    public string Text { get; init; } = "";

    /// <summary>Only this tier.</summary>
    public EnterpriseTier? Tier { get; init; }

    /// <summary>Only this economic city.</summary>
    public long? CityId { get; init; }

    /// <summary>Only under this lamp.</summary>
    public Lamp? Lamp { get; init; }

    /// <summary>The enterprise whose story stands in the panel.</summary>
    public long? EnterpriseId { get; init; }

    /// <summary>Whether anything is filtered away.</summary>
    public bool Narrows => Text.Length > 0 || Tier is not null || CityId is not null || Lamp is not null;

    /// <summary>The address of the board that shows this.</summary>
    public string Address => ListAddress.Of(Addresses.Board,
    [
        ("q", Text),
        ("tier", Tier?.ToString()),
        ("city", CityId?.ToString(CultureInfo.InvariantCulture)),
        ("lamp", Lamp?.ToString()),
        ("enterprise", EnterpriseId?.ToString(CultureInfo.InvariantCulture)),
    ]);

    /// <summary>What the domain is asked for.</summary>
    public BoardFilter Filter => new() { Text = Text, Tier = Tier, CityId = CityId, Lamp = Lamp };

    /// <summary>What an address says; parts that name nothing known are left out.</summary>
    public static BoardQuery From(string uri)
    {
        var parts = QueryHelpers.ParseQuery(new Uri(uri).Query);
        return new BoardQuery
        {
            Text = First("q") ?? "",
            Tier = ListAddress.Named<EnterpriseTier>(First("tier")),
            CityId = ListAddress.NumberOf(First("city")),
            Lamp = ListAddress.Named<Lamp>(First("lamp")),
            EnterpriseId = ListAddress.NumberOf(First("enterprise")),
        };

        string? First(string key) => parts.GetValueOrDefault(key).FirstOrDefault();
    }
}
