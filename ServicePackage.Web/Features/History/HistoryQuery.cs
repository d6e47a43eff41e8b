using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using ServicePackage.Core.History;
using ServicePackage.Core.Tickets;
using ServicePackage.Web.Shared;

namespace ServicePackage.Web.Features.History;

/// <summary>What the page of the history shows, as its address says it: a search can be shared by its link and survives a reload.</summary>
/// <param name="Filter">What is searched for, the place in the list included.</param>
/// <param name="Entry">The entry that is open; null for none.</param>
public sealed record HistoryQuery(HistoryFilter Filter, long? Entry = null)
{
    private const string TheSystem = "system";
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>The address of the page that shows this.</summary>
    public string Address => ListAddress.Of(Addresses.History,
    [
        ("who", Filter.BySystem ? TheSystem : Text(Filter.AccountId)),
        ("kind", Filter.Kind),
        ("thing", Filter.Thing),
        ("act", Filter.Act),
        ("from", Text(Filter.From)),
        ("until", Text(Filter.Until)),
        ("before", Text(Filter.Before)),
        ("entry", Text(Entry)),
    ]);

    /// <summary>The same with another filter, from the newest entry on.</summary>
    public HistoryQuery With(Func<HistoryFilter, HistoryFilter> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return new HistoryQuery(change(Filter) with { Before = null });
    }

    /// <summary>The search for a kind of thing; an act that it cannot have is left out.</summary>
    public HistoryQuery Of(string? kind, HistorySearch search)
    {
        ArgumentNullException.ThrowIfNull(search);
        return With(f => f with { Kind = kind, Act = kind is null || search.Kinds.Any(k => k.Kind == kind && k.Acts.Contains(f.Act)) ? f.Act : null });
    }

    /// <summary>The whole history of a thing.</summary>
    public static HistoryQuery Of(HistoryLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return new HistoryQuery(new HistoryFilter { Kind = line.Kind, Thing = line.Kind == nameof(Ticket) && line.Name.Length > 0 ? line.Name : $"#{Text(line.SubjectId)}" });
    }

    /// <summary>What an address says; parts that name nothing known are left out.</summary>
    public static HistoryQuery From(string uri)
    {
        var parts = QueryHelpers.ParseQuery(new Uri(uri).Query);
        return new HistoryQuery(
            new HistoryFilter
            {
                AccountId = ListAddress.NumberOf(First("who")),
                BySystem = First("who") == TheSystem,
                Kind = First("kind"),
                Thing = First("thing") ?? "",
                Act = First("act"),
                From = DayOf(First("from")),
                Until = DayOf(First("until")),
                Before = ListAddress.NumberOf(First("before")),
            },
            ListAddress.NumberOf(First("entry")));

        string? First(string key) => parts.GetValueOrDefault(key).FirstOrDefault() is { Length: > 0 } part ? part : null;
    }

    /// <summary>A day, as an address and a field for days write it.</summary>
    public static string? Text(DateOnly? day) => day?.ToString(DayFormat, CultureInfo.InvariantCulture);

    /// <summary>A day from such a text; null for anything else.</summary>
    public static DateOnly? DayOf(string? text) => DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
