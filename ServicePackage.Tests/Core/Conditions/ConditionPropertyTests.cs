using ServicePackage.Core.Conditions;
using ServicePackage.Core.Enterprises;

namespace ServicePackage.Tests.Core.Conditions;

/// <summary>What holds of any condition and any facts: drawn by a seed that each failure names.</summary>
public sealed class ConditionPropertyTests
{
    private static readonly DateOnly Today = new(2026, 6, 1);
    private static readonly string[] YesOrNo = ["legal_person", "vat_general", "restricted", "core_ip", "strategic"];
    private static readonly string[] Figures = ["staff", "hires_key", "ip1", "ip2"];
    private const int Most = 6;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Walk_AgreesWithEveryWayInWhichTheUnknownCanTurnOut(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 25; i++)
        {
            var condition = Tree(random, 3);
            var partly = Facts(random);

            var found = Assessment.Of(condition, Known(partly), Today, Criteria.OfTheProgram).Finding.Truth;

            var ways = Enumerable.Range(0, 40).Select(_ => Holds(condition, Completed(random, partly))).ToList();
            Assert.True(found != Truth.Met || ways.TrueForAll(w => w), $"met, but not always: {ConditionJson.Write(condition)}");
            Assert.True(found != Truth.NotMet || ways.TrueForAll(w => !w), $"not met, but sometimes: {ConditionJson.Write(condition)}");
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Walk_WhenEverythingIsKnown_DecidesAsPlainLogicDoes(int seed)
    {
        var random = new Random(seed + 1000);
        for (var i = 0; i < 25; i++)
        {
            var condition = Tree(random, 3);
            var whole = Completed(random, Facts(random));

            Assert.Equal(Holds(condition, whole) ? Truth.Met : Truth.NotMet, Assessment.Of(condition, Known(whole), Today, Criteria.OfTheProgram).Finding.Truth);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void KnowingMore_NeverTurnsWhatWasDecided(int seed)
    {
        var random = new Random(seed + 2000);
        for (var i = 0; i < 25; i++)
        {
            var condition = Tree(random, 3);
            var facts = Facts(random);
            var before = Assessment.Of(condition, Known(facts), Today, Criteria.OfTheProgram).Finding.Truth;
            foreach (var code in facts.Keys.OrderBy(_ => random.Next()).ToList())
            {
                facts[code] = Narrower(random, facts[code]);
                var after = Assessment.Of(condition, Known(facts), Today, Criteria.OfTheProgram).Finding.Truth;
                Assert.True(before == Truth.Unknown || after == before, $"{before} became {after}: {ConditionJson.Write(condition)}");
                before = after;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Sentence_SaysEachLeafAndIsReadBackFromWhatIsKept(int seed)
    {
        var random = new Random(seed + 3000);
        for (var i = 0; i < 25; i++)
        {
            var condition = Tree(random, 4);

            var sentence = ConditionWording.Sentence(condition);

            Assert.All(ConditionRules.LeavesOf(condition), leaf => Assert.Contains(ConditionWording.Leaf(leaf), sentence, StringComparison.Ordinal));
            Assert.Equal(sentence, ConditionWording.Sentence(ConditionJson.Read(ConditionJson.Write(condition))!));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void WhatOneAnswerWouldDecide_IsAmongWhatIsAskedFor(int seed)
    {
        var random = new Random(seed + 4000);
        for (var i = 0; i < 25; i++)
        {
            var condition = Tree(random, 3);
            var facts = Facts(random);
            var assessment = Assessment.Of(condition, Known(facts), Today, Criteria.OfTheProgram);

            Assert.Equal(assessment.Eligibility == Eligibility.Undecided, assessment.Alone.Count + assessment.WithOthers.Count > 0);
            var decided = assessment.Eligibility != Eligibility.Undecided ? [] : facts.Where(f => !f.Value.IsExact && Answers(f.Value).Any(n =>
                Assessment.Of(condition, Known(new(facts) { [f.Key] = new Interval(n, n) }), Today, Criteria.OfTheProgram).Finding.Truth == Truth.Met));
            Assert.Empty(decided.Select(f => f.Key).Except(assessment.Alone.Select(a => a.Code)));
        }

        static IEnumerable<int> Answers(Interval range) => Enumerable.Range((int)range.Low, (int)(range.High - range.Low) + 1);
    }

    /// <summary>Each fact as the numbers it may be; of yes and no, 1 is yes.</summary>
    private static Dictionary<string, Interval> Facts(Random random) => YesOrNo.Select(code => (code, most: 1)).Concat(Figures.Select(code => (code, most: Most)))
        .ToDictionary(f => f.code, f => random.Next(3) switch
        {
            0 => new Interval(0, f.most),
            1 when f.most > 1 && random.Next(f.most) is var low => new Interval(low, random.Next(low, f.most + 1)),
            _ when random.Next(f.most + 1) is var value => new Interval(value, value),
            _ => throw new InvalidOperationException(),
        });

    private static Dictionary<string, Interval> Completed(Random random, Dictionary<string, Interval> facts) =>
        facts.ToDictionary(f => f.Key, f => random.Next((int)f.Value.Low, (int)f.Value.High + 1) is var value ? new Interval(value, value) : f.Value);

    private static Interval Narrower(Random random, Interval range)
    {
        var low = random.Next((int)range.Low, (int)range.High + 1);
        return new Interval(low, random.Next(low, (int)range.High + 1));
    }

    private static KnownFacts Known(Dictionary<string, Interval> facts) => new(
        facts.Where(f => f.Value.IsExact || Figures.Contains(f.Key)).Select(f => Fact(f.Key, f.Value)), [], []);

    private static KnownFact Fact(string code, Interval value)
    {
        var shape = FactCatalogue.Find(code)!.Shapes[0];
        var period = shape == FactShape.State ? FactPeriod.Since(new DateOnly(2020, 1, 1)) : FactPeriod.Of(shape, Today.Year - 1)!.Value;
        return YesOrNo.Contains(code)
            ? new KnownFact(code, period, FactAnswer.Value, Choice: value.Low == 1 ? FactRules.Yes : FactRules.No)
            : new KnownFact(code, period, FactAnswer.Value, value.Low, value.High);
    }

    private static Condition Tree(Random random, int depth) => depth == 0 || random.Next(4) == 0 ? Leaf(random) : random.Next(5) switch
    {
        0 => new AllOf(Parts(random, depth)),
        1 => new AnyOf(Parts(random, depth)),
        2 when Parts(random, depth) is var parts => new AtLeast(random.Next(1, parts.Count + 1), parts),
        3 => new Bands(new FactMeasure(Any(random, Figures)), Bands(random, depth)),
        _ => new Score(random.Next(1, 12), [new ScorePart("部分", "part", [Item(random, depth), Item(random, depth)], random.Next(4)), new ScorePart("其余", "rest", [Item(random, depth)])]),
    };

    private static List<Condition> Parts(Random random, int depth) => [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Tree(random, depth - 1))];

    private static List<Band> Bands(Random random, int depth)
    {
        var first = random.Next(0, 4);
        return [new Band(Tree(random, depth - 1), first, random.Next(2) == 0), new Band(Tree(random, depth - 1), first + random.Next(1, 3), random.Next(2) == 0), new Band(Tree(random, depth - 1))];
    }

    private static ScoreItem Item(Random random, int depth) =>
        new("项目", "item", [new ScoreStep(random.Next(3, 7), Tree(random, depth - 1)), new ScoreStep(random.Next(1, 3), Tree(random, depth - 1))], random.Next(2));

    private static Condition Leaf(Random random) => random.Next(2) == 0
        ? new CodeLeaf(Any(random, YesOrNo), [random.Next(2) == 0 ? FactRules.Yes : FactRules.No], random.Next(2) == 0)
        : new FigureLeaf(new FactMeasure(Any(random, Figures)), (Must)random.Next(4), random.Next(0, Most + 1));

    private static string Any(Random random, string[] of) => of[random.Next(of.Length)];

    /// <summary>Plain logic over known values, written a second time.</summary>
    private static bool Holds(Condition condition, Dictionary<string, Interval> facts) => condition switch
    {
        AllOf all => all.Of.All(c => Holds(c, facts)),
        AnyOf any => any.Of.Any(c => Holds(c, facts)),
        AtLeast some => some.Of.Count(c => Holds(c, facts)) >= some.Count,
        Bands bands => Holds(bands.Of.First(b => b.UpTo is not { } end || facts[bands.By.Facts.Single()].Low < end || (!b.Below && facts[bands.By.Facts.Single()].Low == end)).Then, facts),
        Score score => score.Of.All(p => Points(p, facts) >= p.Minimum) && score.Of.Sum(p => Points(p, facts)) >= score.Minimum,
        CodeLeaf code => code.In.Contains(facts[code.Fact].Low == 1 ? FactRules.Yes : FactRules.No) != code.Not,
        FigureLeaf figure when facts[figure.Of.Facts.Single()].Low is var value => figure.Must switch
        {
            Must.AtLeast => value >= figure.To,
            Must.AtMost => value <= figure.To,
            Must.Above => value > figure.To,
            _ => value < figure.To,
        },
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    private static decimal Points(ScorePart part, Dictionary<string, Interval> facts) =>
        part.Items.Sum(i => i.Steps.Where(s => Holds(s.When, facts)).Select(s => s.Points).Append(i.Otherwise).Max());
}
