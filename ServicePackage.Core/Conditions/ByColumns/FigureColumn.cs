namespace ServicePackage.Core.Conditions;

/// <summary>A figure compared with a number.</summary>
internal sealed class FigureColumn(int at, Look figure, Must must, decimal to) : Column(at, [figure], Look.Never)
{
    public override ulong Met(ColumnPage page)
    {
        var seen = page.See<FigureSeen>(figure);
        return must switch
        {
            Must.AtLeast => seen.Least.From(to),
            Must.Above => seen.Least.Beyond(to),
            Must.AtMost => seen.Applies & ~seen.Most.Beyond(to),
            Must.Below => seen.Applies & ~seen.Most.From(to),
            _ => throw new InvalidOperationException($"{must}"),
        };
    }
}

/// <summary>Looks at what a figure may be, of so many years before the last.</summary>
internal sealed class FigureLook(int place, Measure measure, int lag) : EachLook<FigureSeen>(place)
{
    protected override void One(ColumnPage page, int enterprise, FigureSeen seen)
    {
        (seen.Ranges[enterprise], var turn) = page.Walk(enterprise).Figure(measure, lag);
        seen.May(enterprise, turn?.DayNumber ?? Never);
    }
}

/// <summary>Looks at what one figure is of another, each of which is looked at once.</summary>
internal sealed class QuotientLook(int place, Look part, Look whole) : EachLook<FigureSeen>(place)
{
    protected override void One(ColumnPage page, int enterprise, FigureSeen seen)
    {
        var (one, other) = (page.See<FigureSeen>(part), page.See<FigureSeen>(whole));
        seen.May(enterprise, one.TurnOf(enterprise));
        seen.May(enterprise, other.TurnOf(enterprise));
        if (((one.Failed | other.Failed) >> enterprise & 1) != 0)
        {
            seen.Fail(enterprise);
        }
        else if (one.Ranges[enterprise] is { } of && other.Ranges[enterprise] is { } all)
        {
            seen.Ranges[enterprise] = of.Of(all);
        }
    }
}

/// <summary>What a figure may be of each enterprise; none where it does not apply. Put in order, so that a number is looked for once a page.</summary>
internal sealed class FigureSeen : Seen
{
    public Interval?[] Ranges { get; } = new Interval?[Columns.Width];

    /// <summary>The enterprises to which it applies.</summary>
    public ulong Applies => Least.From(decimal.MinValue);

    public Ordered Least => field ??= new Ordered(Ranges, r => r.Low);

    public Ordered Most => field ??= new Ordered(Ranges, r => r.High);
}

/// <summary>Numbers of the enterprises of a page in ascending order, with the enterprises from each of them on.</summary>
internal sealed class Ordered
{
    private const double Near = 1e-9;

    private readonly decimal[] _numbers;
    private readonly double[] _about;
    private readonly ulong[] _onwards;

    public Ordered(Interval?[] ranges, Func<Interval, decimal> number)
    {
        var of = Enumerable.Range(0, ranges.Length).Where(i => ranges[i] is not null).ToArray();
        _numbers = [.. of.Select(i => number(ranges[i]!.Value))];
        _about = [.. _numbers.Select(n => (double)n)];
        Array.Sort([.. _about], of); // roughly first, for to compare quotients exactly takes long
        _onwards = new ulong[of.Length + 1];
        for (var i = 0; i < of.Length; i++)
        {
            Insert(number(ranges[of[i]]!.Value), of[i], i);
        }

        for (var i = of.Length - 1; i >= 0; i--)
        {
            (_onwards[i], _about[i]) = (_onwards[i] | _onwards[i + 1], (double)_numbers[i]);
        }
    }

    /// <summary>Those who have as much or more.</summary>
    public ulong From(decimal number) => Onwards(number, orMore: true);

    /// <summary>Those who have more.</summary>
    public ulong Beyond(decimal number) => Onwards(number, orMore: false);

    private void Insert(decimal number, int of, int at)
    {
        for (; at > 0 && _numbers[at - 1] > number; at--)
        {
            (_numbers[at], _onwards[at]) = (_numbers[at - 1], _onwards[at - 1]);
        }

        (_numbers[at], _onwards[at]) = (number, 1UL << of);
    }

    private ulong Onwards(decimal number, bool orMore)
    {
        var (from, until, about) = (0, _numbers.Length, (double)number);
        while (from < until)
        {
            var middle = (from + until) / 2;
            var more = _about[middle] - about;
            var order = Math.Abs(more) > Near * Math.Abs(about) ? Math.Sign(more) : _numbers[middle].CompareTo(number);
            (from, until) = order > 0 || (order == 0 && orMore) ? (from, middle) : (middle + 1, until);
        }

        return _onwards[from];
    }
}
