namespace ServicePackage.Core.Conditions;

/// <summary>A figure compared with a number.</summary>
internal sealed class FigureColumn(int at, FigureLook figure, Must must, decimal to) : Column(at, [figure], Look.Never)
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
        var (range, turn) = page.Walk(enterprise).Figure(measure, lag);
        seen.May(enterprise, turn);
        if (range is { } known)
        {
            seen.Add(enterprise, known);
        }
    }
}

/// <summary>What a figure may be, put in order, so that a number is looked for once a page.</summary>
internal sealed class FigureSeen : Seen
{
    private readonly List<(decimal Low, decimal High, int Of)> _ranges = [];

    /// <summary>The enterprises to which it applies.</summary>
    public ulong Applies { get; private set; }

    public Ordered Least => field ??= new Ordered(_ranges.ConvertAll(r => (r.Low, r.Of)));

    public Ordered Most => field ??= new Ordered(_ranges.ConvertAll(r => (r.High, r.Of)));

    public void Add(int enterprise, Interval range)
    {
        _ranges.Add((range.Low, range.High, enterprise));
        Applies |= 1UL << enterprise;
    }

    /// <summary>Numbers in ascending order, with the enterprises from each of them on.</summary>
    internal sealed class Ordered
    {
        private readonly decimal[] _numbers;
        private readonly ulong[] _onwards;

        public Ordered(List<(decimal Number, int Of)> numbers)
        {
            var of = numbers.ConvertAll(n => n.Of).ToArray();
            _numbers = [.. numbers.Select(n => n.Number)];
            _onwards = new ulong[of.Length + 1];
            Array.Sort(_numbers, of);
            for (var i = of.Length - 1; i >= 0; i--)
            {
                _onwards[i] = _onwards[i + 1] | 1UL << of[i];
            }
        }

        /// <summary>Those who have as much or more.</summary>
        public ulong From(decimal number) => Onwards(number, orMore: true);

        /// <summary>Those who have more.</summary>
        public ulong Beyond(decimal number) => Onwards(number, orMore: false);

        private ulong Onwards(decimal number, bool orMore)
        {
            var (from, until) = (0, _numbers.Length);
            while (from < until)
            {
                var middle = (from + until) / 2;
                var order = _numbers[middle].CompareTo(number);
                (from, until) = order > 0 || (order == 0 && orMore) ? (from, middle) : (middle + 1, until);
            }

            return _onwards[from];
        }
    }
}
