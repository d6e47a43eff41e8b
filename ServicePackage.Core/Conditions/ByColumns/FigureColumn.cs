using ServicePackage.Core.Enterprises;

namespace ServicePackage.Core.Conditions;

/// <summary>A figure compared with a number.</summary>
internal sealed class FigureColumn(int at, Look figure, Thresholds thresholds, Must must, decimal to) : Column(at, [figure], Look.Never)
{
    private readonly int _place = thresholds.Place(to, orMore: must is Must.AtLeast or Must.Below);

    public override ulong Met(ColumnPage page)
    {
        var seen = page.See<FigureSeen>(figure);
        return must switch
        {
            Must.AtLeast or Must.Above => seen.Least(thresholds)[_place],
            Must.AtMost or Must.Below => seen.Applies & ~seen.Most(thresholds)[_place],
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

/// <summary>Looks at what the figure of one period may be.</summary>
internal sealed class PeriodLook(int place, FactDefinition definition, FactPeriod period, int turn) : EachLook<FigureSeen>(place)
{
    protected override void One(ColumnPage page, int enterprise, FigureSeen seen)
    {
        seen.Ranges[enterprise] = Walk.Figure(definition, period, page.Enterprises[enterprise].Facts);
        seen.May(enterprise, turn);
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

    private ulong? _applies;
    private ulong[]? _least;
    private ulong[]? _most;

    /// <summary>The enterprises to which it applies.</summary>
    public ulong Applies => _applies ??= Enumerable.Range(0, Ranges.Length).Aggregate(0UL, (all, i) => Ranges[i] is null ? all : all | 1UL << i);

    /// <summary>By the places of the thresholds, who has more at the least.</summary>
    public ulong[] Least(Thresholds thresholds) => _least ??= thresholds.Beside(new Ordered(Ranges, high: false));

    /// <summary>By the places of the thresholds, who may have more.</summary>
    public ulong[] Most(Thresholds thresholds) => _most ??= thresholds.Beside(new Ordered(Ranges, high: true));
}
