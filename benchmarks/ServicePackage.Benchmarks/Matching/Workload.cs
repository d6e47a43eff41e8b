using ServicePackage.Core.Conditions;
using ServicePackage.Core.Enterprises;

namespace ServicePackage.Benchmarks.Matching;

/// <summary>
/// Enterprises and clauses to weigh, drawn by a seed: of six leaves each clause, in groups, k of some, and scores; figures of a year, shares, growth, answers,
/// titles held and awards since a day. 15 % of all facts are not known.
/// </summary>
internal sealed class Workload
{
    public const int LeavesOfAClause = 6;

    private const double Unknown = 0.15;
    private const int FirstYear = 2020;

    private static readonly string[] Years = [.. FactCatalogue.All.Where(f => f is { IsNumber: true, Kind: FactKind.Money or FactKind.People } && f.Shapes[0] is FactShape.Year or FactShape.EndOfYear).Select(f => f.Code)];
    private static readonly string[] Wholes = ["revenue", "income_total", "assets", "staff"];
    private static readonly string[] YesOrNo = [.. FactCatalogue.All.Where(f => f.Kind == FactKind.YesNo).Select(f => f.Code)];
    private static readonly string[] Kinds = [.. ListCatalogue.Titles.Kinds!.Select(k => k.Code)];
    private static readonly string[] Classes = [.. Industries.All.Select(i => i.Code).Where(c => c.Length == 4)];
    private static readonly string[] Divided = [.. Classes.Select(c => c[..2]).Distinct()];

    private readonly Random _random = new(2026);

    /// <summary>The day on which all is weighed.</summary>
    public static DateOnly Day { get; } = new(2026, 6, 1);

    public Workload(int enterprises, int clauses, int? leaves)
    {
        var drawn = new List<Condition>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (drawn.Count < (leaves ?? clauses * LeavesOfAClause))
        {
            var leaf = Leaf();
            if (seen.Add(ConditionJson.Write(leaf)))
            {
                drawn.Add(leaf);
            }
        }

        Clauses = [.. Enumerable.Range(0, clauses).Select(c => Tree(c, leaves is null ? [.. drawn.Skip(c * LeavesOfAClause).Take(LeavesOfAClause)] : [.. _random.GetItems(drawn.ToArray(), LeavesOfAClause)]))];
        Enterprises = [.. Enumerable.Range(0, enterprises).Select(_ => Enterprise())];
    }

    public IReadOnlyList<Condition> Clauses { get; }

    public IReadOnlyList<Known> Enterprises { get; }

    private static Condition Tree(int clause, Condition[] l) => (clause % 5) switch
    {
        0 => new AllOf([l[0], l[1], new AnyOf([l[2], l[3]]), l[4], l[5]]),
        1 => new AllOf([l[0], new AtLeast(2, [l[1], l[2], l[3], l[4]]), l[5]]),
        2 => new AllOf([l[0], l[1], new Score(60, [new ScorePart("部分", "part", [Item(30, l[2]), Item(30, l[3])], 30), new ScorePart("其余", "rest", [Item(20, l[4]), Item(20, l[5])])])]),
        3 => new AnyOf([new AllOf([l[0], l[1], l[2]]), new AllOf([l[3], l[4], l[5]])]),
        _ => new AtLeast(4, l),
    };

    private static ScoreItem Item(decimal points, Condition when) => new("项目", "item", [new ScoreStep(points, when)]);

    private Condition Leaf() => _random.Next(10) switch
    {
        < 4 => new FigureLeaf(new FactMeasure(Any(Years)), Either(), 1000m * _random.Next(1, 20_000)),
        4 when (Any(Years), Any(Wholes)) is var (part, whole) => new FigureLeaf(new ShareMeasure(new FactMeasure(part), new FactMeasure(whole)), Either(), _random.Next(1, 20_000) / 10_000m),
        5 => new FigureLeaf(new GrowthMeasure(Any(Years)), Either(), _random.Next(-3000, 6000) / 10_000m),
        6 => new CodeLeaf(Any(YesOrNo), [_random.Next(2) == 0 ? FactRules.Yes : FactRules.No], _random.Next(2) == 0),
        7 => new CodeLeaf("industry", [.. _random.GetItems(Divided, _random.Next(3, 12)).Distinct()], _random.Next(3) == 0),
        8 => new ItemsLeaf(ListCatalogue.Title, new ItemFilter { Kinds = [.. _random.GetItems(Kinds, _random.Next(1, 8)).Distinct()], Held = true }),
        _ => new ItemsLeaf("award", new ItemFilter { Since = new DateOnly(FirstYear, 1, 1).AddDays(_random.Next(2000)) }, Must.AtLeast, _random.Next(1, 3)),
    };

    private Must Either() => _random.Next(3) > 0 ? Must.AtLeast : Must.AtMost;

    private Known Enterprise()
    {
        var facts = new List<KnownFact>();
        foreach (var code in Years)
        {
            var shape = FactCatalogue.Find(code)!.Shapes[0];
            var figure = 1000m * _random.Next(1, 20_000);
            for (var year = Day.Year - 4; year < Day.Year; year++)
            {
                figure = decimal.Round(figure * _random.Next(70, 160) / 100, 2);
                facts.Add(new KnownFact(code, FactPeriod.Of(shape, year)!.Value, FactAnswer.Value, figure, figure));
            }
        }

        facts.AddRange(YesOrNo.Select(code => new KnownFact(code, FactPeriod.Since(FactPeriod.Always), FactAnswer.Value, Choice: _random.Next(2) == 0 ? FactRules.Yes : FactRules.No)));
        facts.Add(new KnownFact("industry", FactPeriod.Since(FactPeriod.Always), FactAnswer.Value, Choice: Any(Classes)));
        facts.RemoveAll(_ => _random.NextDouble() < Unknown);
        var titles = Enumerable.Range(0, _random.Next(4)).Select(_ => Begun()).Select(from => new KnownItem(ListCatalogue.Title, Any(Kinds), From: from, Until: from.AddYears(3)));
        var awards = Enumerable.Range(0, Math.Max(0, _random.Next(-2, 3))).Select(_ => new KnownItem("award", From: Begun()));
        KnownClosing[] closed = _random.NextDouble() < Unknown ? [] : [new KnownClosing(ListCatalogue.Title, "", Day.AddMonths(-2), 12), new KnownClosing("award", "", Day.AddMonths(-2), 12)];
        return new Known(new KnownFacts(facts, [.. titles, .. awards], closed), new Dictionary<string, bool>());
    }

    private DateOnly Begun() => new DateOnly(FirstYear, 1, 1).AddDays(_random.Next(Day.DayNumber - new DateOnly(FirstYear, 1, 1).DayNumber));

    private T Any<T>(T[] of) => of[_random.Next(of.Length)];
}
