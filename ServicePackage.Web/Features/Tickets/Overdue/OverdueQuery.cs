using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Tickets;
using ServicePackage.Web.Shared;

namespace ServicePackage.Web.Features.Tickets;

/// <summary>What the overdue board shows, as its address says it: a view can be shared by its link and survives a reload.</summary>
/// <param name="Board">What is shown, but for the page.</param>
/// <param name="Page">The page, from 1.</param>
public sealed record OverdueQuery(OverdueFilter Board, int Page = 1)
{
    /// <summary>Rows a page.</summary>
    public const int PageSize = 50;

    private static readonly OverdueColumn[] LargestFirst = [OverdueColumn.DaysOver, OverdueColumn.Level, OverdueColumn.Returned, OverdueColumn.Progress];

    /// <summary>What the domain is asked for.</summary>
    public OverdueFilter Filter => Board with { Skip = (Page - 1) * PageSize, Take = PageSize };

    /// <summary>The address of the board that shows this.</summary>
    public string Address => At(Addresses.Overdue);

    /// <summary>The address of the same rows, on all pages, as a table to download.</summary>
    public string SheetAddress => (this with { Page = 1 }).At(Addresses.OverdueSheet);

    /// <summary>The board with another filter, from its first page on.</summary>
    public OverdueQuery With(Func<OverdueFilter, OverdueFilter> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return new OverdueQuery(change(Board));
    }

    /// <summary>Sorted by this column; the other way round where it is already.</summary>
    public OverdueQuery SortedBy(OverdueColumn column) =>
        With(f => f with { Sort = column, Descending = f.Sort == column ? !f.Descending : LargestFirst.Contains(column) });

    /// <summary>Without any filter, grouped and sorted as it is.</summary>
    public OverdueQuery Cleared => new(new OverdueFilter { Group = Board.Group, Sort = Board.Sort, Descending = Board.Descending });

    /// <summary>What an address says; parts that name nothing known are left out.</summary>
    public static OverdueQuery From(string uri)
    {
        var parts = QueryHelpers.ParseQuery(new Uri(uri).Query);
        var sort = First("sort");
        var named = ListAddress.Named<OverdueColumn>(sort?.TrimStart('-'));
        var filter = new OverdueFilter();
        return new OverdueQuery(
            new OverdueFilter
            {
                Show = ListAddress.Named<OverdueShow>(First("show")) ?? filter.Show,
                Text = First("q") ?? "",
                UnitId = ListAddress.NumberOf(First("unit")),
                Stage = ListAddress.Named<ClockKind>(First("stage")),
                Level = Levels.PastDue.Select(l => (int?)l).FirstOrDefault(l => l == ListAddress.NumberOf(First("level"))),
                Type = ListAddress.Named<TicketType>(First("type")),
                Tier = ListAddress.Named<EnterpriseTier>(First("tier")),
                Age = ListAddress.Named<OverdueAge>(First("age")),
                Urging = ListAddress.Named<OverdueUrging>(First("urging")),
                TicketIds = [.. parts.GetValueOrDefault("demand").Select(ListAddress.NumberOf).OfType<long>().Distinct()],
                Group = ListAddress.Named<OverdueGrouping>(First("group")) ?? filter.Group,
                Sort = named ?? filter.Sort,
                Descending = named is null ? filter.Descending : sort!.StartsWith('-'),
            },
            ListAddress.PageOf(First("page")));

        string? First(string key) => parts.GetValueOrDefault(key).FirstOrDefault();
    }

    private string At(string address)
    {
        var usual = new OverdueFilter();
        return ListAddress.Of(address,
        [
            ("show", Board.Show == usual.Show ? null : Board.Show.ToString()),
            ("q", Board.Text),
            ("unit", Number(Board.UnitId)),
            ("stage", Board.Stage?.ToString()),
            ("level", Number(Board.Level)),
            ("type", Board.Type?.ToString()),
            ("tier", Board.Tier?.ToString()),
            ("age", Board.Age?.ToString()),
            ("urging", Board.Urging?.ToString()),
            .. Board.TicketIds.Select(id => ("demand", Number(id))),
            ("group", Board.Group == usual.Group ? null : Board.Group.ToString()),
            ("sort", (Board.Sort, Board.Descending) == (usual.Sort, usual.Descending) ? null : (Board.Descending ? "-" : "") + Board.Sort),
            ("page", Page > 1 ? Number(Page) : null),
        ]);
    }

    private static string? Number(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
