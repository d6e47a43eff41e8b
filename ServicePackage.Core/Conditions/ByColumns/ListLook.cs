namespace ServicePackage.Core.Conditions;

/// <summary>Looks at a list: which items stand on it by the day, and of which enterprises it is complete.</summary>
internal sealed class ListLook(int place, string list, DateOnly day) : EachLook<ListSeen>(place)
{
    protected override void One(ColumnPage page, int enterprise, ListSeen seen)
    {
        var facts = page.Enterprises[enterprise].Facts;
        foreach (var closing in facts.Closings(list, day))
        {
            seen.May(enterprise, closing.Ends is { } ends && ends > day ? ends.DayNumber : Never);
            seen.Close(enterprise, closing.Kind);
        }

        foreach (var item in facts.Items(list))
        {
            if (item.From is { } from && from > day)
            {
                seen.May(enterprise, from.DayNumber);
            }
            else
            {
                seen.Items.Add((enterprise, item));
            }
        }
    }
}

/// <summary>The items of a page, and of which enterprises the list or a kind is complete.</summary>
internal sealed class ListSeen : Seen
{
    private readonly Dictionary<string, ulong> _closed = new(StringComparer.Ordinal);

    public List<(int Enterprise, KnownItem Item)> Items { get; } = [];

    public void Close(int enterprise, string kind) => _closed[kind] = _closed.GetValueOrDefault(kind) | 1UL << enterprise;

    /// <summary>The enterprises of which there may be more than is listed.</summary>
    public ulong Open(IReadOnlyList<string>? kinds) =>
        ~(_closed.GetValueOrDefault("") | (kinds is null ? 0 : kinds.Aggregate(ulong.MaxValue, (all, k) => all & _closed.GetValueOrDefault(k))));
}
