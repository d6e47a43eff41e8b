using System.Globalization;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Tickets;

/// <summary>Filters, gathers and sorts the rows of the overdue board.</summary>
internal static class OverdueOrder
{
    /// <summary>What <see cref="OverdueFilter.Show"/> leaves, before anything is filtered away.</summary>
    public static bool Shown(OverdueRow row, OverdueShow show) => show switch
    {
        OverdueShow.WithApproaching => row.Clock.Lamp is Lamp.Breached or Lamp.Approaching,
        OverdueShow.Approaching => row.Clock.Lamp == Lamp.Approaching,
        OverdueShow.Replies => row.Clock.Kind == ClockKind.WrittenReply,
        OverdueShow.Overdue or OverdueShow.NewThisMonth => row.Clock.Lamp == Lamp.Breached,
        _ => throw new ArgumentOutOfRangeException(nameof(show), show, null),
    };

    /// <summary>
    /// One row a demand: of its clocks that pass by holder, stage and text the worst leads, and is what level and age are asked of. The
    /// others that are shown stand in it.
    /// </summary>
    public static List<OverdueRow> Demands(IReadOnlyList<OverdueRow> shown, OverdueFilter filter, Sought sought, DateOnly today) =>
        [.. from demand in shown.GroupBy(r => r.TicketId)
            let lead = demand.Where(r => Passes(r, filter, sought)).MinBy(r => (r.Clock.Urgency, r.Clock.Id))
            where lead is not null && LeadPasses(lead, filter, today)
            select lead with { Further = [.. demand.Where(r => r != lead).OrderBy(r => (r.Clock.Urgency, r.Clock.Id)).Select(r => new OverdueClock(r.Clock, r.Times, r.Unit, r.UnitEnglish))] }];

    private static bool Passes(OverdueRow row, OverdueFilter filter, Sought sought) =>
        (filter.UnitId is null || row.UnitId == filter.UnitId)
        && (filter.Stage is null || row.Clock.Kind == filter.Stage)
        && (filter.Type is null || row.Type == filter.Type)
        && (filter.Tier is null || row.Tier == filter.Tier)
        && (filter.TicketIds.Count == 0 || filter.TicketIds.Contains(row.TicketId))
        && sought.IsIn(row.Number, row.Title, row.Enterprise, row.Unit, row.UnitEnglish, row.Person);

    private static bool LeadPasses(OverdueRow lead, OverdueFilter filter, DateOnly today) =>
        (filter.Show != OverdueShow.NewThisMonth || IsNew(lead, today))
        && (filter.Level is null || lead.Clock.Level == filter.Level)
        && (filter.Age is null || lead.Age == filter.Age);

    /// <summary>Whether it fell overdue since the first of the month.</summary>
    public static bool IsNew(OverdueRow row, DateOnly today) => row.Clock.Lamp == Lamp.Breached && row.Clock.DueDay >= new DateOnly(today.Year, today.Month, 1);

    /// <summary>The groups with all their rows in order: the worst group first, without grouping one group of all.</summary>
    public static List<IGrouping<string, OverdueRow>> Gather(IEnumerable<OverdueRow> rows, OverdueFilter filter)
    {
        var sorted = Sort(rows, filter).ToList();
        var groups = sorted.GroupBy(r => KeyOf(r, filter.Group));
        return [.. filter.Group switch
        {
            OverdueGrouping.Level => groups.OrderByDescending(g => g.First().Clock.Level).ThenBy(g => g.Key, StringComparer.Ordinal),
            OverdueGrouping.Age => groups.OrderByDescending(g => g.First().Age),
            _ => groups.OrderByDescending(g => g.Max(r => r.Clock.DaysOver)).ThenByDescending(g => g.Count()).ThenBy(g => filter.Group == OverdueGrouping.Unit ? NameKey.Of(g.First().Unit) : g.Key, StringComparer.Ordinal),
        }];
    }

    /// <summary>The rows sorted by the column, the longest overdue first among equals.</summary>
    public static IOrderedEnumerable<OverdueRow> Sort(IEnumerable<OverdueRow> rows, OverdueFilter filter)
    {
        var key = OverdueColumns.Rows[filter.Sort].Key;
        var order = Comparer<object>.Create((a, b) => a is string text ? string.CompareOrdinal(text, (string)b) : Comparer<object>.Default.Compare(a, b));
        var sorted = filter.Descending ? rows.OrderByDescending(key, order) : rows.OrderBy(key, order);
        return sorted.ThenByDescending(r => r.Clock.DaysOver).ThenBy(r => r.Clock.DueAt).ThenBy(r => r.Clock.Id);
    }

    private static string KeyOf(OverdueRow row, OverdueGrouping group) => group switch
    {
        OverdueGrouping.Unit => row.UnitId.ToString(CultureInfo.InvariantCulture),
        OverdueGrouping.Stage => row.Clock.Kind.ToString(),
        OverdueGrouping.Level => $"{row.Clock.Lamp}{row.Clock.Level}",
        OverdueGrouping.Age => row.Age.ToString(),
        OverdueGrouping.None => "",
        _ => throw new ArgumentOutOfRangeException(nameof(group), group, null),
    };
}
