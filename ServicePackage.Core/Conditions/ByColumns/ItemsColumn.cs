namespace ServicePackage.Core.Conditions;

/// <summary>Items of a list that are counted.</summary>
internal sealed class ItemsColumn(int at, ListLook list, ItemsLook items) : Column(at, [list, items], Look.Never)
{
    public override ulong Met(ColumnPage page) => page.See<ItemsSeen>(items).Met;
}

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
                seen.Add(enterprise, item);
            }
        }
    }
}

/// <summary>The items of a page by kind, and of which enterprises the list or a kind is complete.</summary>
internal sealed class ListSeen : Seen
{
    private readonly Dictionary<string, List<(int Enterprise, KnownItem Item)>> _byKind = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ulong> _closed = new(StringComparer.Ordinal);

    public void Close(int enterprise, string kind) => _closed[kind] = _closed.GetValueOrDefault(kind) | 1UL << enterprise;

    public void Add(int enterprise, KnownItem item)
    {
        if (!_byKind.TryGetValue(item.Kind, out var items))
        {
            _byKind[item.Kind] = items = [];
        }

        items.Add((enterprise, item));
    }

    /// <summary>The items of some kinds; of all where none is given.</summary>
    public IEnumerable<List<(int Enterprise, KnownItem Item)>> Of(IReadOnlyList<string>? kinds) =>
        kinds is null ? _byKind.Values : kinds.Select(k => _byKind.GetValueOrDefault(k)).OfType<List<(int, KnownItem)>>();

    /// <summary>The enterprises of which there may be more than is listed.</summary>
    public ulong Open(IReadOnlyList<string>? kinds) =>
        ~(_closed.GetValueOrDefault("") | (kinds is null ? 0 : kinds.Aggregate(ulong.MaxValue, (all, k) => all & _closed.GetValueOrDefault(k))));
}

/// <summary>Looks at which enterprises have as many items as are asked for.</summary>
internal sealed class ItemsLook(int place, ListLook list, ItemsLeaf leaf) : Look(place)
{
    private const int MostThings = 1_000_000;

    private readonly IReadOnlyList<string>? _kinds = leaf.Where.Kinds is { } kinds ? [.. kinds.Distinct()] : null;
    private readonly ItemsLeaf _ofAKind = leaf with { Where = leaf.Where with { Kinds = null } };

    /// <summary>Whether it is one that can be counted so; what they come to is left to the walk.</summary>
    public static bool Counts(ItemsLeaf leaf) => !leaf.Sum && Math.Abs(leaf.To) < MostThings;

    public override Seen At(ColumnPage page)
    {
        var (seen, listed) = (new ItemsSeen(), page.See<ListSeen>(list));
        Span<int> least = stackalloc int[Columns.Width], most = stackalloc int[Columns.Width];
        foreach (var items in listed.Of(_kinds))
        {
            foreach (var (enterprise, item) in items)
            {
                var truth = Fits(page, enterprise, item, seen);
                least[enterprise] += truth == Truth.Met ? 1 : 0;
                most[enterprise] += truth != Truth.NotMet ? 1 : 0;
            }
        }

        var (fewest, isUpward) = (leaf.Must is Must.AtLeast or Must.Below ? (int)Math.Ceiling(leaf.To) : (int)Math.Floor(leaf.To) + 1, leaf.Must is Must.AtLeast or Must.Above);
        var reached = 0UL;
        for (var i = 0; i < page.Count; i++)
        {
            reached |= (isUpward ? least[i] : most[i]) >= fewest ? 1UL << i : 0;
        }

        seen.Met = isUpward ? reached : ~(reached | listed.Open(_kinds));
        seen.End(page.Count);
        return seen;
    }

    private Truth Fits(ColumnPage page, int enterprise, KnownItem item, ItemsSeen seen)
    {
        try
        {
            var (truth, turn) = page.Walk(enterprise).Fits(_ofAKind, item);
            seen.May(enterprise, turn?.DayNumber ?? Never);
            return truth;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            seen.Fail(enterprise);
            return Truth.NotMet;
        }
    }
}

/// <summary>With which enterprises the number of items is as asked.</summary>
internal sealed class ItemsSeen : Seen
{
    public ulong Met { get; set; }
}
