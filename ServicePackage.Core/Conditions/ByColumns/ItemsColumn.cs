namespace ServicePackage.Core.Conditions;

/// <summary>Items of a list that are counted.</summary>
internal sealed class ItemsColumn(int at, ListLook list, ItemsLook items) : Column(at, [list, items], Look.Never)
{
    public override ulong Met(ColumnPage page) => page.See<ItemsSeen>(items).Met;
}

/// <summary>Looks at which enterprises have as many items as are asked for.</summary>
internal sealed class ItemsLook(int place, ListLook list, FittingLook fitting, ItemsLeaf leaf) : Look(place)
{
    private const int MostThings = 1_000_000;

    private readonly IReadOnlyList<string>? _kinds = leaf.Where.Kinds;
    private readonly int[]? _numbers = leaf.Where.Kinds is { } kinds ? [.. kinds.Distinct().Select(fitting.Number)] : null;
    private readonly int _since = fitting.Since(leaf)?.DayNumber ?? int.MinValue;
    private readonly bool _isUpward = leaf.Must is Must.AtLeast or Must.Above;
    private readonly int _fewest = leaf.Must is Must.AtLeast or Must.Below ? (int)Math.Ceiling(leaf.To) : (int)Math.Floor(leaf.To) + 1;

    /// <summary>Whether it is one that can be counted so; what they come to is left to the walk.</summary>
    public static bool Counts(ItemsLeaf leaf) => !leaf.Sum && Math.Abs(leaf.To) < MostThings;

    public override Seen At(ColumnPage page)
    {
        var (seen, fit, any) = (new ItemsSeen(), page.See<FittingSeen>(fitting), 0UL);
        var sums = new ColumnSums(stackalloc ulong[ColumnSums.Places]);
        seen.Fail(fit);
        for (var i = 0; i < (_numbers?.Length ?? fit.All.Count); i++)
        {
            if (fit.Of(_numbers?[i] ?? i) is not { } items)
            {
                continue;
            }

            seen.May(items);
            var counted = _isUpward ? items.Sure : items.Possible;
            if (_fewest == 1)
            {
                any |= counted.Any(_since);
            }
            else
            {
                counted.AddTo(sums, _since);
            }
        }

        var reached = _fewest == 1 ? any : sums.Reached(_fewest);
        seen.Met = _isUpward ? reached : ~(reached | page.See<ListSeen>(list).Open(_kinds));
        seen.End(page.Count);
        return seen;
    }
}

/// <summary>With which enterprises the number of items is as asked.</summary>
internal sealed class ItemsSeen : Seen
{
    public ulong Met { get; set; }
}
