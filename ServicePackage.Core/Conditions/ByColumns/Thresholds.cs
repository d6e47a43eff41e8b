namespace ServicePackage.Core.Conditions;

/// <summary>The numbers with which a figure is compared, in ascending order: those of a page are looked for one after the other, since each begins where the one before it was found.</summary>
internal sealed class Thresholds
{
    private readonly Dictionary<(decimal Number, bool OrMore), int> _places = [];
    private (decimal Number, bool OrMore, int Place)[]? _inOrder;

    /// <summary>The place of a number, which keeps it.</summary>
    /// <param name="number">The number.</param>
    /// <param name="orMore">Whether those who have just as much count as well.</param>
    public int Place(decimal number, bool orMore)
    {
        if (!_places.TryGetValue((number, orMore), out var place))
        {
            (_places[(number, orMore)], _inOrder) = (place = _places.Count, null);
        }

        return place;
    }

    /// <summary>For each place, who of a page has more than its number.</summary>
    public ulong[] Beside(Ordered numbers)
    {
        _inOrder ??= [.. _places.Select(p => (p.Key.Number, p.Key.OrMore, p.Value)).OrderBy(t => t.Number).ThenByDescending(t => t.OrMore)];
        var (those, from) = (new ulong[_inOrder.Length], 0);
        foreach (var (number, orMore, place) in _inOrder)
        {
            those[place] = numbers.Onwards(number, orMore, ref from);
        }

        return those;
    }
}

/// <summary>Numbers of the enterprises of a page in ascending order, with the enterprises from each of them on.</summary>
internal sealed class Ordered
{
    private const double Near = 1e-9;

    private readonly decimal[] _numbers;
    private readonly double[] _about;
    private readonly ulong[] _onwards;

    public Ordered(Interval?[] ranges, bool high)
    {
        Span<int> of = stackalloc int[Columns.Width];
        Span<double> about = stackalloc double[Columns.Width];
        var count = 0;
        for (var i = 0; i < ranges.Length; i++)
        {
            if (ranges[i] is { } range)
            {
                (of[count], about[count]) = (i, (double)(high ? range.High : range.Low));
                count++;
            }
        }

        about = about[..count];
        about.Sort(of[..count]); // roughly first, for to compare quotients exactly takes long
        (_numbers, _about, _onwards) = (new decimal[count], about.ToArray(), new ulong[count + 1]);
        for (var i = 0; i < count; i++)
        {
            var range = ranges[of[i]]!.Value;
            Insert(high ? range.High : range.Low, of[i], i);
        }

        for (var i = count - 1; i >= 0; i--)
        {
            _onwards[i] |= _onwards[i + 1];
        }
    }

    private void Insert(decimal number, int of, int at)
    {
        // What is apart roughly is so exactly.
        for (; at > 0 && IsNear(_about[at], _about[at - 1]) && _numbers[at - 1] > number; at--)
        {
            (_numbers[at], _onwards[at]) = (_numbers[at - 1], _onwards[at - 1]);
        }

        (_numbers[at], _onwards[at]) = (number, 1UL << of);
    }

    private static bool IsNear(double one, double other) => Math.Abs(one - other) <= Near * Math.Abs(other);

    /// <summary>Those who have more than a number.</summary>
    /// <param name="number">The number.</param>
    /// <param name="orMore">Whether those who have just as much count as well.</param>
    /// <param name="from">Where a number was found that is no greater; then where this one was.</param>
    public ulong Onwards(decimal number, bool orMore, ref int from)
    {
        var (until, about) = (_numbers.Length, (double)number);
        while (from < until)
        {
            var middle = (from + until) / 2;
            var isMore = IsNear(_about[middle], about) ? _numbers[middle] is var exact && (orMore ? exact >= number : exact > number) : _about[middle] > about;
            (from, until) = isMore ? (from, middle) : (middle + 1, until);
        }

        return _onwards[from];
    }
}
