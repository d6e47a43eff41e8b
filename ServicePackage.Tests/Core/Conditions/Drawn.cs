using System.Text.Json;
using System.Text.Json.Nodes;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Enterprises;

namespace ServicePackage.Tests.Core.Conditions;

/// <summary>Conditions of every kind there is, and enterprises of which something is known, drawn by a seed.</summary>
internal sealed class Drawn(Random random, DateOnly today)
{
    private static readonly DateOnly First = new(2015, 1, 1);

    /// <summary>The conditions of the criteria, of the worked cases and of the demo's library, each with all that stands under it.</summary>
    public static IReadOnlyList<Condition> Written { get; } =
        [.. Criteria.OfTheProgram.All.SelectMany(c => c.Versions).Select(v => v.Condition).Concat(GoldenCase.All.Select(c => c.Condition)).Concat(Demo()).SelectMany(ConditionRules.Whole).DistinctBy(ConditionJson.Write)];

    /// <summary>The conditions of the demo's library.</summary>
    public static IEnumerable<Condition> Demo()
    {
        using var stream = typeof(Criteria).Assembly.GetManifestResourceStream("demo-conditions.json")!;
        return [.. JsonNode.Parse(stream)!.AsObject().Select(c => ConditionJson.Read(c.Value!.ToJsonString())!)];
    }

    public Condition Tree(int depth) => depth == 0 || random.Next(5) == 0 ? Leaf() : random.Next(6) switch
    {
        0 or 1 => new AllOf(Parts(depth)),
        2 => new AnyOf(Parts(depth)),
        3 when Parts(depth) is var parts => new AtLeast(random.Next(1, parts.Count + 1), parts),
        4 => new Bands(Measure(0), [new Band(Tree(depth - 1), Number(0), random.Next(2) == 0), new Band(Tree(depth - 1), Number(1), random.Next(2) == 0), new Band(Tree(depth - 1))]),
        _ => new Score(random.Next(-2, 30) / 2m, [new ScorePart("部分", "part", [Item(depth), Item(depth)], random.Next(8) / 4m), new ScorePart("其余", "rest", [Item(depth)])]),
    };

    public Known Known() => new(
        new KnownFacts(FactCatalogue.All.SelectMany(Facts), ListCatalogue.All.SelectMany(Items), ListCatalogue.All.Where(_ => random.Next(2) == 0).Select(Closing)),
        Judged().Where(_ => random.Next(2) == 0).ToDictionary(j => j.Key, _ => random.Next(2) == 0));

    private static IEnumerable<Judged> Judged() => Written.OfType<Judged>().Append(new Judged("own", "自问")).DistinctBy(j => j.Key);

    private List<Condition> Parts(int depth) => [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Tree(depth - 1))];

    private ScoreItem Item(int depth) => new("项目", "item", [new ScoreStep(random.Next(-1, 14) / 2m, Tree(depth - 1)), new ScoreStep(random.Next(1, 6), Tree(depth - 1))], random.Next(-1, 3));

    private Condition Leaf() => random.Next(8) switch
    {
        0 => new Named(Any(Criteria.OfTheProgram.All).Code),
        1 => Any([.. Judged()]),
        2 or 3 => new FigureLeaf(Measure(2), (Must)random.Next(4), random.Next(2) == 0 ? Number(0) : random.Next(200) / 100m, random.Next(3) == 0 ? random.Next(1, 4) : 1),
        4 => new FigureLeaf(new AgeMeasure("founded", random.Next(2) == 0), (Must)random.Next(4), random.Next(1, 20)),
        5 => new ItemsLeaf("title", new ItemFilter { Kinds = [Any(ListCatalogue.Titles.Kinds!).Code], Held = random.Next(2) == 0, First = random.Next(4) == 0, WithinYears = random.Next(3) == 0 ? 3 : null }),
        _ => Any(Written),
    };

    private Measure Measure(int deep) => random.Next(deep == 0 ? 1 : 5) switch
    {
        0 or 1 => new FactMeasure(Any(Numbers).Code),
        2 => new ShareMeasure(Measure(0), Measure(0)),
        3 => new OverYears(Measure(deep - 1), (Together)random.Next(4), random.Next(1, 4)),
        _ => new GrowthMeasure(Any(Numbers).Code, random.Next(1, 4), (GrowthKind)random.Next(2)),
    };

    private static IReadOnlyList<FactDefinition> Numbers { get; } = [.. FactCatalogue.All.Where(f => f.IsNumber)];

    private decimal Number(int atLeast) => random.Next(3) switch { 0 => random.Next(atLeast, 5), 1 => random.Next(100, 500), _ => 1_000_000m * random.Next(1, 60) };

    private IEnumerable<KnownFact> Facts(FactDefinition fact)
    {
        var shape = fact.Shapes[0];
        IEnumerable<FactPeriod> periods = shape switch
        {
            FactShape.Day => [FactPeriod.OfDay],
            FactShape.State => [FactPeriod.Since(Day()), FactPeriod.Since(Day())],
            _ => Enumerable.Range(today.Year - 4, 5).Select(year => FactPeriod.Of(shape, year, random.Next(1, 12 / FactPeriod.MonthsOf(shape) + 1))!.Value),
        };
        return periods.Where(_ => random.Next(4) > 0).Select(period => Fact(fact, period));
    }

    private KnownFact Fact(FactDefinition fact, FactPeriod period)
    {
        var known = new KnownFact(fact.Code, period, FactAnswer.Value);
        var (low, more) = (Number(0), random.Next(2) == 0 ? 0 : Number(0));
        return fact.Kind switch
        {
            FactKind.Day => known with { Day = random.Next(20) == 0 ? DateOnly.MaxValue : Day() },
            FactKind.YesNo => known with { Choice = random.Next(2) == 0 ? FactRules.Yes : FactRules.No },
            FactKind.Division => known with { Choice = Any(Divisions.All).Code },
            FactKind.Industry => known with { Choice = Any(Industries.All).Code },
            FactKind.Choice => known with { Choice = Any(fact.Options!).Code },
            _ when random.Next(8) == 0 => known with { Answer = FactAnswer.DoesNotApply },
            FactKind.Share => known with { Low = low % 100 / 100, High = Math.Min(1, (low % 100 + more % 50) / 100) },
            _ => known with { Low = low, High = low + more },
        };
    }

    private IEnumerable<KnownItem> Items(ListDefinition list) => Enumerable.Range(0, random.Next(4)).Select(_ => new KnownItem(
        list.Code, list.Kinds is { Count: > 0 } kinds ? Any(kinds).Code : "", list.Levels is { Count: > 0 } levels && random.Next(3) > 0 ? Any(levels).Code : "",
        Maybe(Day()), Maybe(Day()), Maybe(random.Next(2) == 0), Maybe(Number(0)), Maybe(Number(0)), Maybe(random.Next(1, 5)), Maybe(random.Next(2) == 0), Maybe(Day())));

    private KnownClosing Closing(ListDefinition list) =>
        new(list.Code, list.Kinds is { Count: > 0 } kinds && random.Next(2) == 0 ? Any(kinds).Code : "", Day(), Maybe(random.Next(1, 24)));

    private DateOnly Day() => First.AddDays(random.Next(today.DayNumber + 700 - First.DayNumber));

    private T? Maybe<T>(T value) where T : struct => random.Next(2) == 0 ? value : null;

    private T Any<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];
}
