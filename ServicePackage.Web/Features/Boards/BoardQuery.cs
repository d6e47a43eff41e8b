using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using ServicePackage.Core.Boards;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Tickets;
using ServicePackage.Web.Shared;

namespace ServicePackage.Web.Features.Boards;

/// <summary>What the butler's board shows, as its address says it: a view can be shared by its link and survives a reload.</summary>
public sealed record BoardQuery
{
    /// <summary>Rows a page of the list.</summary>
    public const int PageSize = 50;

    private const string MonthFormat = "yyyy-MM";

    private static readonly BoardSort[] LargestFirst = [BoardSort.Lamp, BoardSort.Demands, BoardSort.Days];

    /// <summary>Columns, list or calendar.</summary>
    public BoardView View { get; init; }

    /// <summary>Part of the enterprise's name or of its pinyin.</summary>
    public string Text { get; init; } = "";

    /// <summary>Only this tier.</summary>
    public EnterpriseTier? Tier { get; init; }

    /// <summary>Only this economic city.</summary>
    public long? CityId { get; init; }

    /// <summary>Only under this lamp.</summary>
    public Lamp? Lamp { get; init; }

    /// <summary>What the list is sorted by.</summary>
    public BoardSort Sort { get; init; }

    /// <summary>The largest first.</summary>
    public bool Descending { get; init; }

    /// <summary>The page of the list, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>The first day of the calendar's month; null for the present one.</summary>
    public DateOnly? Month { get; init; }

    /// <summary>The enterprise whose story stands in the panel.</summary>
    public long? EnterpriseId { get; init; }

    /// <summary>The act for it whose form is open from the first; kept only in the address that leads there.</summary>
    public BoardAct? Act { get; init; }

    /// <summary>Whether anything is filtered away.</summary>
    public bool Narrows => Text.Length > 0 || Tier is not null || CityId is not null || Lamp is not null;

    /// <summary>Without any filter, otherwise as it is.</summary>
    public BoardQuery Cleared => this with { Text = "", Tier = null, CityId = null, Lamp = null, Page = 1 };

    /// <summary>The address of the board that shows this.</summary>
    public string Address => ListAddress.Of(Addresses.Board,
    [
        ("view", View == BoardView.Board ? null : View.ToString().ToLowerInvariant()),
        ("q", Text),
        ("tier", Tier?.ToString()),
        ("city", CityId?.ToString(CultureInfo.InvariantCulture)),
        ("lamp", Lamp?.ToString()),
        ("sort", View != BoardView.List || (Sort, Descending) == (default, false) ? null : (Descending ? "-" : "") + Sort),
        ("page", View == BoardView.List && Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null),
        ("month", View == BoardView.Calendar ? Month?.ToString(MonthFormat, CultureInfo.InvariantCulture) : null),
        ("enterprise", EnterpriseId?.ToString(CultureInfo.InvariantCulture)),
        ("act", EnterpriseId is null ? null : Act?.ToString()),
    ]);

    /// <summary>What the domain is asked for; the calendar shows the present month unless another is named.</summary>
    public BoardFilter Filter(DateOnly today) => new()
    {
        Text = Text,
        Tier = Tier,
        CityId = CityId,
        Lamp = Lamp,
        Month = View == BoardView.Calendar ? Month ?? new DateOnly(today.Year, today.Month, 1) : null,
    };

    /// <summary>The list sorted by this column; the other way round where it is already.</summary>
    public BoardQuery SortedBy(BoardSort sort) => this with { Sort = sort, Descending = sort == Sort ? !Descending : LargestFirst.Contains(sort), Page = 1 };

    /// <summary>What an address says; parts that name nothing known are left out.</summary>
    public static BoardQuery From(string uri)
    {
        var parts = QueryHelpers.ParseQuery(new Uri(uri).Query);
        var sort = First("sort");
        var named = ListAddress.Named<BoardSort>(sort?.TrimStart('-'));
        return new BoardQuery
        {
            View = ListAddress.Named<BoardView>(First("view")) ?? BoardView.Board,
            Text = First("q") ?? "",
            Tier = ListAddress.Named<EnterpriseTier>(First("tier")),
            CityId = ListAddress.NumberOf(First("city")),
            Lamp = ListAddress.Named<Lamp>(First("lamp")),
            Sort = named ?? default,
            Descending = named is not null && sort!.StartsWith('-'),
            Page = ListAddress.PageOf(First("page")),
            Month = DateOnly.TryParseExact(First("month"), MonthFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : null,
            EnterpriseId = ListAddress.NumberOf(First("enterprise")),
            Act = ListAddress.Named<BoardAct>(First("act")),
        };

        string? First(string key) => parts.GetValueOrDefault(key).FirstOrDefault();
    }
}
