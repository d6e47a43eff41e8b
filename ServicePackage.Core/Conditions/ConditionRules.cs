using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Conditions;

/// <summary>What a condition has to be like so that it can be kept: complete, not too large, and such that somebody can meet it.</summary>
public static class ConditionRules
{
    /// <summary>How deep groups may stand in each other.</summary>
    public const int Deepest = 6;

    /// <summary>The most leaves of one condition.</summary>
    public const int MostLeaves = 60;

    /// <summary>The most years that are looked back.</summary>
    public const int MostYears = 10;

    /// <summary>The greatest age that is asked for, in years.</summary>
    public const int MostAge = 200;

    /// <summary>The same in days.</summary>
    public const int MostDays = 73_000;

    private const decimal MostGrowth = 100;

    /// <summary>Why it cannot be kept: the first reason there is; null where it can.</summary>
    public static Refusal? Refuse(Condition condition, Criteria criteria)
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(criteria);
        return DepthOf(condition) > Deepest ? new Refusal("Condition.TooDeep", Deepest)
            : LeavesOf(condition).Sum(l => l is FigureLeaf figure ? Math.Max(1, figure.EachOf) : 1) > MostLeaves ? new Refusal("Condition.TooManyLeaves", MostLeaves)
            : Whole(condition).Select(c => Wrong(c, criteria)).FirstOrDefault(r => r is not null) ?? Impossible(condition);
    }

    /// <summary>The leaves, in the order of the sentence.</summary>
    public static IEnumerable<Condition> LeavesOf(Condition condition) => Whole(condition).Where(c => !c.Parts.Any());

    /// <summary>The codes of the facts that it asks about, those of named criteria not among them.</summary>
    public static IEnumerable<string> FactsOf(Condition condition) => Whole(condition).SelectMany(c => c switch
    {
        FigureLeaf figure => figure.Of.Facts,
        Bands bands => bands.By.Facts,
        CodeLeaf code => [code.Fact],
        SizeLeaf => ["industry", "staff", "revenue", "assets"],
        AllOf or AnyOf or AtLeast or Score or Named or Judged or ItemsLeaf => Enumerable.Empty<string>(),
        _ => throw new InvalidOperationException($"{c.GetType().Name} does not say what it asks about."),
    }).Distinct();

    /// <summary>The lists that it asks about, those of named criteria not among them.</summary>
    public static IEnumerable<string> ListsOf(Condition condition) => Whole(condition).OfType<ItemsLeaf>().Select(i => i.List).Distinct();

    /// <summary>It and everything under it.</summary>
    public static IEnumerable<Condition> Whole(Condition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return condition.Parts.SelectMany(Whole).Prepend(condition);
    }

    private static int DepthOf(Condition condition) => 1 + condition.Parts.Select(DepthOf).DefaultIfEmpty(0).Max();

    private static Refusal? Wrong(Condition condition, Criteria criteria) => condition switch
    {
        AllOf { Of.Count: 0 } or AnyOf { Of.Count: 0 } or AtLeast { Of.Count: 0 } or Score { Of.Count: 0 } => new Refusal("Condition.EmptyGroup"),
        AtLeast some when some.Count < 1 || some.Count > some.Of.Count => new Refusal("Condition.CountOfGroup", some.Of.Count),
        Bands bands => WrongBands(bands),
        Score score when score.Of.Any(p => p.Items.Count == 0 || p.Items.Any(i => i.Steps.Count == 0)) => new Refusal("Condition.EmptyGroup"),
        Score score when MostPoints(score.Of) < score.Minimum => new Refusal("Condition.ScoreOutOfReach", score.Minimum, MostPoints(score.Of)),
        Score score when score.Of.FirstOrDefault(p => MostPoints([p]) < p.Minimum) is { } part => new Refusal("Condition.ScoreOutOfReach", part.Minimum, MostPoints([part])),
        Named named when criteria.Find(named.Criterion) is null => new Refusal("Condition.NoSuchCriterion"),
        Judged judged when string.IsNullOrWhiteSpace(judged.Chinese) => new Refusal("Condition.JudgedEmpty"),
        FigureLeaf figure => WrongFigure(figure),
        CodeLeaf { In.Count: 0 } or SizeLeaf { In.Count: 0 } => new Refusal("Condition.NothingChosen"),
        CodeLeaf code when FactCatalogue.Find(code.Fact) is not { IsNumber: false, Kind: not FactKind.Day } => new Refusal("Condition.NoSuchFact"),
        ItemsLeaf items => WrongItems(items),
        AllOf or AnyOf or AtLeast or Score or Named or Judged or CodeLeaf or SizeLeaf => null,
        _ => throw new InvalidOperationException($"{condition.GetType().Name} has no rules of what it has to be like."),
    };

    private static Refusal? WrongBands(Bands bands) =>
        bands.Of.Count < 2 ? new Refusal("Condition.TooFewBands")
            : bands.Of[^1].UpTo is not null || bands.Of.SkipLast(1).Any(b => b.UpTo is null) ? new Refusal("Condition.BandsWithGap")
            : bands.Of.SkipLast(1).Zip(bands.Of.Skip(1).SkipLast(1)).Any(p => p.First.UpTo >= p.Second.UpTo) ? new Refusal("Condition.BandsOutOfOrder")
            : WrongMeasure(bands.By);

    private static Refusal? WrongFigure(FigureLeaf figure) =>
        figure.EachOf is < 1 or > MostYears ? new Refusal("Condition.Years", MostYears)
            : WrongMeasure(figure.Of)
            ?? (Math.Abs(figure.To) >= MostOf(figure.Of) ? new Refusal("Condition.NumberTooLarge") : null)
            ?? (figure.To < 0 && figure.Of is not GrowthMeasure ? new Refusal("Condition.NumberNegative") : null);

    private static Refusal? WrongMeasure(Measure measure) => measure switch
    {
        OverYears over => over.Years is < 1 or > MostYears ? new Refusal("Condition.Years", MostYears) : WrongMeasure(over.Of),
        ShareMeasure share => WrongMeasure(share.Part) ?? WrongMeasure(share.Whole),
        GrowthMeasure growth => growth.Years is < 1 or > MostYears ? new Refusal("Condition.Years", MostYears) : Numeric(growth.Fact),
        AgeMeasure age => FactCatalogue.Find(age.Fact) is { Kind: FactKind.Day } ? null : new Refusal("Condition.NoSuchFact"),
        FactMeasure fact => Numeric(fact.Code),
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, null),
    };

    private static Refusal? Numeric(string code) => FactCatalogue.Find(code) is { IsNumber: true } ? null : new Refusal("Condition.NoSuchFact");

    private static Refusal? WrongItems(ItemsLeaf items)
    {
        var list = ListCatalogue.Find(items.List);
        return list is null || items.Where.Kinds?.Any(k => list.Kind(k) is null) == true ? new Refusal("Condition.NoSuchList")
            : items.Where is { Kinds: [] } or { Levels: [] } ? new Refusal("Condition.NothingChosen")
            : items.Where.WithinYears is < 1 or > MostYears || items.Where.YearsAgo is < 0 or > MostYears ? new Refusal("Condition.Years", MostYears)
            : null;
    }

    private static decimal MostOf(Measure measure) => measure switch
    {
        AgeMeasure age => age.InDays ? MostDays + 1 : MostAge + 1,
        GrowthMeasure => MostGrowth,
        _ => Interval.Endless,
    };

    private static decimal MostPoints(IEnumerable<ScorePart> parts) =>
        parts.SelectMany(p => p.Items).Sum(i => i.Steps.Select(s => s.Points).Append(i.Otherwise).Max());

    /// <summary>What nobody can meet: of all that has to be met together, two that leave a figure no number.</summary>
    private static Refusal? Impossible(Condition condition)
    {
        var codes = Together(condition).OfType<CodeLeaf>().Where(c => !c.Not).ToList();
        foreach (var (one, other) in codes.SelectMany((c, i) => codes.Skip(i + 1).Where(o => o.Fact == c.Fact).Select(o => (c, o))))
        {
            if (!one.In.Any(a => other.In.Any(b => Overlap(one.Fact, a, b))))
            {
                return new Refusal("Condition.Impossible", ConditionWording.Leaf(one), ConditionWording.Leaf(other));
            }
        }

        var ranges = new Dictionary<Measure, (Interval Range, FigureLeaf Leaf)>();
        foreach (var leaf in Together(condition).OfType<FigureLeaf>())
        {
            var range = leaf.Must is Must.AtLeast or Must.Above ? Interval.From(leaf.To) : new Interval(-Interval.Endless, leaf.To);
            if (!ranges.TryGetValue(leaf.Of, out var before))
            {
                ranges[leaf.Of] = (range, leaf);
            }
            else if (before.Range.Within(range) is not { } both || (both.IsExact && (Excludes(before.Leaf) || Excludes(leaf))))
            {
                return new Refusal("Condition.Impossible", ConditionWording.Leaf(before.Leaf), ConditionWording.Leaf(leaf));
            }
            else
            {
                ranges[leaf.Of] = (both, leaf);
            }
        }

        return condition.Parts.Select(Impossible).FirstOrDefault(r => r is not null);

        static bool Excludes(FigureLeaf leaf) => leaf.Must is Must.Above or Must.Below;
    }

    private static bool Overlap(string fact, string one, string other) => FactCatalogue.Find(fact)?.Kind switch
    {
        FactKind.Division => Divisions.IsWithin(one, other) != false,
        FactKind.Industry => Industries.IsWithin(one, other) != false,
        _ => one == other,
    };

    private static IEnumerable<Condition> Together(Condition condition) => condition is AllOf all ? all.Of.SelectMany(Together) : [condition];
}
