using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using ServicePackage.Core.Tickets;
using ServicePackage.Web.Shared;

namespace ServicePackage.Web.Features.Tickets;

/// <summary>What the list of demands shows, as its address says it: a view can be shared by its link and survives a reload.</summary>
public sealed record TicketQuery
{
    /// <summary>Rows a page.</summary>
    public const int PageSize = 50;

    /// <summary>In number, title or enterprise.</summary>
    public string Text { get; init; } = "";

    /// <summary>Only these states; all when empty.</summary>
    public IReadOnlyList<TicketState> States { get; init; } = [];

    /// <summary>Only this type.</summary>
    public TicketType? Type { get; init; }

    /// <summary>Only under this lamp.</summary>
    public Lamp? Lamp { get; init; }

    /// <summary>Only led by this unit.</summary>
    public long? UnitId { get; init; }

    /// <summary>Only of this enterprise.</summary>
    public long? EnterpriseId { get; init; }

    /// <summary>Only withdrawn with a breach on record.</summary>
    public bool Withdrawn { get; init; }

    /// <summary>The oldest first.</summary>
    public bool OldestFirst { get; init; }

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Whether anything is filtered away.</summary>
    public bool Narrows => Text.Length > 0 || States.Count > 0 || Type is not null || Lamp is not null || UnitId is not null || EnterpriseId is not null || Withdrawn;

    /// <summary>The address of the list that shows this.</summary>
    public string Address => ListAddress.Of(Addresses.Tickets,
    [
        ("q", Text),
        .. States.Select(s => ("state", (string?)s.ToString())),
        ("type", Type?.ToString()),
        ("lamp", Lamp?.ToString()),
        ("unit", UnitId?.ToString(CultureInfo.InvariantCulture)),
        ("enterprise", EnterpriseId?.ToString(CultureInfo.InvariantCulture)),
        ("withdrawn", Withdrawn ? "yes" : null),
        ("sort", OldestFirst ? "oldest" : null),
        ("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null),
    ]);

    /// <summary>What the domain is asked for.</summary>
    public TicketFilter Filter => new()
    {
        Text = Text,
        States = States,
        Type = Type,
        Lamp = Lamp,
        UnitId = UnitId,
        EnterpriseId = EnterpriseId,
        WithdrawnAfterBreach = Withdrawn,
        OldestFirst = OldestFirst,
        Skip = (Page - 1) * PageSize,
        Take = PageSize,
    };

    /// <summary>What an address says; parts that name nothing known are left out.</summary>
    public static TicketQuery From(string uri)
    {
        var parts = QueryHelpers.ParseQuery(new Uri(uri).Query);
        return new TicketQuery
        {
            Text = First("q") ?? "",
            States = [.. parts.GetValueOrDefault("state").Select(ListAddress.Named<TicketState>).OfType<TicketState>().Distinct()],
            Type = ListAddress.Named<TicketType>(First("type")),
            Lamp = ListAddress.Named<Lamp>(First("lamp")),
            UnitId = ListAddress.NumberOf(First("unit")),
            EnterpriseId = ListAddress.NumberOf(First("enterprise")),
            Withdrawn = First("withdrawn") == "yes",
            OldestFirst = First("sort") == "oldest",
            Page = ListAddress.PageOf(First("page")),
        };

        string? First(string key) => parts.GetValueOrDefault(key).FirstOrDefault();
    }
}
