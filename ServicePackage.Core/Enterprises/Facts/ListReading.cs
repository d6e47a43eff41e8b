namespace ServicePackage.Core.Enterprises;

/// <summary>How lists are read: as of a day, as known at an instant (UTC), with the names of those who recorded.</summary>
internal sealed record ListReading(DateOnly On, DateTime At, IReadOnlyDictionary<long, string> Names)
{
    public ListView ViewOf(ListDefinition list, IEnumerable<EnterpriseListItem> items, IEnumerable<EnterpriseListClosing> closings)
    {
        var rows = items.Where(i => i.List == list.Code).ToList();
        return new ListView(
            list.Code, false,
            [.. rows.Where(i => EnterpriseListScopes.IsKnown.Holds(i, At) && (i.From is null || i.From <= On))
                .OrderByDescending(i => i.From.HasValue).ThenByDescending(i => i.From).ThenByDescending(i => i.Id).Select(i => View(list, i))],
            [.. closings.Where(c => c.List == list.Code)
                .OrderByDescending(c => c.TellsOf(On)).ThenByDescending(c => c.Standing).ThenByDescending(c => c.AsOf).Select(c => View(list, c))],
            EnterpriseListService.SeenOf(rows),
            [.. rows.OrderByDescending(i => i.RecordedAt).ThenByDescending(i => i.Id).Select(i => View(list, i))]);
    }

    private ListItemView View(ListDefinition list, EnterpriseListItem i) => new(
        i.Id, i.Kind, i.Level, i.Number, i.From, i.Until, i.First, i.Announcement, i.Amount, i.Part, i.Rank, i.Flag, i.Purpose, i.LiftedOn,
        i.Until < On ? ListItemState.Expired : list.IsHeld && i.From is null ? ListItemState.ToBeConfirmed : ListItemState.Held,
        i.Standing, i.Evidence, i.RecordedAt, Name(i.RecordedById), i.ReplacedAt <= At ? i.ReplacedAt : null);

    private ListClosingView View(ListDefinition list, EnterpriseListClosing c) => new(
        c.Id, c.Kind, c.AsOf, c.AsOf.AddMonths(list.Again), c.TellsOf(On), c.Standing, c.Evidence, c.RecordedAt, Name(c.RecordedById));

    private string Name(long? id) => id is { } key ? Names.GetValueOrDefault(key, "") : "";
}
