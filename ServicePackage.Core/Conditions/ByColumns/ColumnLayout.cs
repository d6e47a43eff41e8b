using ServicePackage.Core.Enterprises;

namespace ServicePackage.Core.Conditions;

/// <summary>Lays conditions out as columns: what several of them ask alike is one.</summary>
internal sealed class ColumnLayout(DateOnly day, Criteria criteria)
{
    private readonly Dictionary<string, Column> _columns = new(StringComparer.Ordinal);
    private readonly Dictionary<(Measure, int), Look> _figures = [];
    private readonly Dictionary<Look, Thresholds> _thresholds = [];
    private readonly Dictionary<string, StateLook> _states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ListLook> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FittingLook> _fitting = new(StringComparer.Ordinal);

    /// <summary>How many columns were laid out.</summary>
    public int Columns { get; private set; }

    /// <summary>How many things are looked at for them.</summary>
    public int Looks { get; private set; }

    /// <summary>The column of a condition; null where it cannot be laid out, and has to be walked.</summary>
    public Column? Of(Condition condition)
    {
        try
        {
            return Column(condition);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return null; // it fails in the walk as well, by itself
        }
    }

    private Column Column(Condition condition) => condition switch
    {
        AllOf { Of.Count: > 0 } all => new GroupColumn(Next(), Parts(all.Of), all: true),
        AnyOf { Of.Count: > 0 } any => new GroupColumn(Next(), Parts(any.Of), all: false),
        AtLeast some => new CountColumn(Next(), Parts(some.Of), some.Count),
        Score score => ScoreColumn.Of(Next(), score, Column) ?? Shared(score),
        _ => Shared(condition),
    };

    private List<Column> Parts(IReadOnlyList<Condition> of) => [.. of.Select(Column)];

    private Column Shared(Condition condition)
    {
        var key = ConditionJson.Write(condition);
        return _columns.TryGetValue(key, out var column) ? column : _columns[key] = New(condition);
    }

    private Column New(Condition condition) => condition switch
    {
        Named named => new NamedColumn(Next(), criteria.Find(named.Criterion, day) is { } version ? Column(version.Condition) : null, Change(named)),
        Judged judged => new JudgedColumn(Next(), judged.Key),
        FigureLeaf { Of: not AgeMeasure, EachOf: > 1 } each => new GroupColumn(Next(), [.. Enumerable.Range(0, each.EachOf).Select(lag => Figure(each, lag))], all: true),
        FigureLeaf { Of: not AgeMeasure, EachOf: 1 } figure => Figure(figure, 0),
        CodeLeaf code when FactCatalogue.Find(code.Fact) is { } fact => new CodeColumn(Next(), State(code.Fact), code, fact.Kind),
        ItemsLeaf items when ItemsLook.Counts(items) => Items(items),
        _ => Walked(condition),
    };

    private int Change(Named named) => criteria.ChangesAfter(named.Criterion, day).Select(d => d.DayNumber).DefaultIfEmpty(Look.Never).Min();

    private FigureColumn Figure(FigureLeaf leaf, int lag)
    {
        var figure = Figure(leaf.Of, lag);
        if (!_thresholds.TryGetValue(figure, out var thresholds))
        {
            _thresholds[figure] = thresholds = new Thresholds();
        }

        return new FigureColumn(Next(), figure, thresholds, leaf.Must, Walk.Threshold(leaf));
    }

    private Look Figure(Measure measure, int lag)
    {
        if (_figures.TryGetValue((measure, lag), out var figure))
        {
            return figure;
        }

        return _figures[(measure, lag)] = measure switch
        {
            ShareMeasure share when (Figure(share.Part, lag), Figure(share.Whole, lag)) is var (part, whole) => new QuotientLook(Looks++, part, whole),
            GrowthMeasure { How: GrowthKind.Compound, Fact: var code, Years: var years } when (Figure(new FactMeasure(code), lag), Figure(new FactMeasure(code), lag + years)) is var (now, before) =>
                new QuotientLook(Looks++, now, before),
            FactMeasure { Code: var code } when FactCatalogue.Find(code) is { Shapes: [not FactShape.State and var shape, ..] } fact =>
                new PeriodLook(Looks++, fact, FactPeriod.LastOver(shape, day, lag), Walk.NextPeriod(shape, day).DayNumber),
            _ => new FigureLook(Looks++, measure, lag),
        };
    }

    private StateLook State(string code) => _states.TryGetValue(code, out var state) ? state : _states[code] = new StateLook(Looks++, code, day);

    private ItemsColumn Items(ItemsLeaf leaf)
    {
        if (!_lists.TryGetValue(leaf.List, out var list))
        {
            _lists[leaf.List] = list = new ListLook(Looks++, leaf.List, day);
        }

        var of = FittingLook.Of(leaf);
        var key = ConditionJson.Write(of);
        if (!_fitting.TryGetValue(key, out var fitting))
        {
            _fitting[key] = fitting = new FittingLook(Looks++, list, of);
        }

        return new ItemsColumn(Next(), list, new ItemsLook(Looks++, list, fitting, leaf));
    }

    /// <summary>What depends on what stands around it, and what is rare, is walked: once an enterprise.</summary>
    private WalkedColumn Walked(Condition condition)
    {
        var judged = KnownReading.Everything(condition, criteria).OfType<Judged>().ToList();
        return new WalkedColumn(Next(), new WalkLook(Looks++, known => Met(condition, known, judged.Count == 0 ? null
            : judged.Where(j => !known.Judgements.ContainsKey(j.Key)).Select(j => ((Condition)j, 0)).ToHashSet())));
    }

    private (bool Met, DateOnly? Turn) Met(Condition condition, Known known, HashSet<(Condition, int)>? forced)
    {
        var walk = new Walk(known.Facts, day, criteria, known.Judgements, forced);
        return (walk.Look(condition).Truth == Truth.Met, walk.NextTurn);
    }

    private int Next() => Columns++;
}
