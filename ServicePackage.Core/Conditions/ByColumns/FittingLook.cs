namespace ServicePackage.Core.Conditions;

/// <summary>Looks at which items are as asked, whatever their kind: once, however many leaves ask it of other kinds, or since other days.</summary>
internal sealed class FittingLook(int place, ListLook list, ItemsLeaf leaf) : Look(place)
{
    private readonly Dictionary<string, int> _kinds = new(StringComparer.Ordinal);

    /// <summary>What is asked of an item besides its kind; and besides since when, where nothing that is asked may be otherwise on another day.</summary>
    public static ItemsLeaf Of(ItemsLeaf leaf) =>
        new(leaf.List, leaf.Where with { Kinds = null, Since = leaf.Where is { Held: false, StillListed: false, WithinYears: null, YearsAgo: null } ? null : leaf.Where.Since });

    /// <summary>The number of a kind.</summary>
    public int Number(string kind)
    {
        if (!_kinds.TryGetValue(kind, out var number))
        {
            _kinds[kind] = number = _kinds.Count;
        }

        return number;
    }

    /// <summary>Since when it is asked of the items that fit.</summary>
    public DateOnly? Since(ItemsLeaf asked) => leaf.Where.Since is null ? asked.Where.Since : null;

    public override Seen At(ColumnPage page)
    {
        var seen = new FittingSeen();
        foreach (var (enterprise, item) in page.See<ListSeen>(list).Items)
        {
            try
            {
                var (truth, turn) = page.Walk(enterprise).Fits(leaf, item);
                seen.Add(enterprise, item, Number(item.Kind), truth, turn?.DayNumber ?? Never);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                seen.Fail(enterprise);
            }
        }

        seen.EndKinds();
        return seen;
    }
}

/// <summary>The items of a page that are as asked, by the numbers of their kinds.</summary>
internal sealed class FittingSeen : Seen
{
    private readonly List<FittingItems?> _byKind = [];

    /// <summary>Those of all kinds, by the numbers of these.</summary>
    public IReadOnlyList<FittingItems?> All => _byKind;

    /// <summary>Those of a kind; null where there are none.</summary>
    public FittingItems? Of(int kind) => kind < _byKind.Count ? _byKind[kind] : null;

    public void Add(int enterprise, KnownItem item, int kind, Truth truth, int turn)
    {
        while (_byKind.Count <= kind)
        {
            _byKind.Add(null);
        }

        var items = _byKind[kind] ??= new FittingItems();
        items.May(enterprise, turn);
        if (truth == Truth.Met)
        {
            items.Sure.Add(item.From?.DayNumber ?? int.MinValue, enterprise);
        }

        if (truth != Truth.NotMet)
        {
            items.Possible.Add(item.From?.DayNumber ?? int.MaxValue, enterprise);
        }
    }

    /// <summary>All are there.</summary>
    public void EndKinds()
    {
        foreach (var items in _byKind)
        {
            items?.Sure.End();
            items?.Possible.End();
        }
    }
}

/// <summary>The items of one kind: those that are as asked, since no known day never; and those that may be, since no known day always.</summary>
internal sealed class FittingItems : Seen
{
    public DatedItems Sure { get; } = new();

    public DatedItems Possible { get; } = new();
}

/// <summary>Items of enterprises, once all are there the latest first.</summary>
internal sealed class DatedItems
{
    private readonly List<(int From, int Enterprise)> _items = [];
    private ulong[] _first = [];

    public void Add(int from, int enterprise) => _items.Add((from, enterprise));

    /// <summary>All are there: puts them in order, and finds out who has one of the first so many.</summary>
    public void End()
    {
        _items.Sort((one, other) => other.From.CompareTo(one.From));
        _first = new ulong[_items.Count + 1];
        for (var i = 0; i < _items.Count; i++)
        {
            _first[i + 1] = _first[i] | 1UL << _items[i].Enterprise;
        }
    }

    /// <summary>Who has one since a day, by its number.</summary>
    public ulong Any(int since) => _first[Count(since)];

    /// <summary>Adds one to the sums of whoever has one since a day, for each.</summary>
    public void AddTo(ColumnSums sums, int since)
    {
        var count = Count(since);
        for (var i = 0; i < count; i++)
        {
            sums.Add(1, 1UL << _items[i].Enterprise);
        }
    }

    private int Count(int since)
    {
        var (from, until) = (0, _items.Count);
        while (from < until)
        {
            var middle = (from + until) / 2;
            (from, until) = _items[middle].From >= since ? (middle + 1, until) : (from, middle);
        }

        return from;
    }
}
