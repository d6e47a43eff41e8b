using ServicePackage.Core.Conditions;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Policies;

namespace ServicePackage.Tests.Core.Conditions;

/// <summary>Weighed by columns, each pair stands as the walk has it: the same holds, the same next day.</summary>
public sealed class ColumnsTests
{
    private static readonly DateOnly Today = new(2026, 6, 1);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Columns_OfDrawnConditions_GiveWhatTheWalkGives(int seed)
    {
        var drawn = new Drawn(new Random(seed), Today);
        Condition[] conditions = [.. Enumerable.Range(0, 20).Select(_ => drawn.Tree(3))];

        Compare(conditions, [.. Enumerable.Range(0, seed % 10 == 0 ? Columns.Width : 12).Select(_ => drawn.Known())], Today);
    }

    [Fact]
    public void Columns_OfAllThatIsWritten_GiveWhatTheWalkGives()
    {
        var drawn = new Drawn(new Random(7), Today);

        Compare([.. Drawn.Written], [.. Enumerable.Range(0, 12).Select(_ => drawn.Known())], Today);
    }

    [Fact]
    public void Columns_OfTheDemoLibrary_InItsPlace_GiveWhatTheWalkGives()
    {
        var drawn = new Drawn(new Random(8), Today);

        Compare([.. Drawn.Demo().Select(c => PlaceFirst.Before("310114", c)!)], [.. Enumerable.Range(0, Columns.Width).Select(_ => drawn.Known())], Today);
    }

    [Fact]
    public void Columns_OfTheWorkedCases_GiveWhatTheWalkGives()
    {
        foreach (var day in GoldenCase.All.GroupBy(c => c.Day))
        {
            Compare([.. day.Select(c => c.Condition)], [.. day.Select(c => new Known(c.Facts, c.Judgements)).Take(Columns.Width)], day.Key);
        }

        Assert.All(GoldenCase.All, c => Assert.Equal(
            c.Expected is Eligibility.Met or Eligibility.ToVerify,
            new Columns([c.Condition], c.Day, Criteria.OfTheProgram).Beside([new Known(c.Facts, c.Judgements)]).Stands(0, 0).Holds));
    }

    [Fact]
    public void Pair_ThatFailsInTheWalk_FailsByItself()
    {
        Condition old = new FigureLeaf(new AgeMeasure("founded", InDays: true), Must.AtLeast, 100), grown = new FigureLeaf(new FactMeasure("staff"), Must.AtLeast, 0);
        var page = new Columns([old, grown, new FigureLeaf(new FactMeasure("nonsense")), new AllOf([])], Today, Criteria.OfTheProgram).Beside([Founded(DateOnly.MaxValue), Founded(new DateOnly(2020, 1, 1))]);

        Assert.Throws<ArgumentOutOfRangeException>(() => page.Stands(0, 0));
        Assert.True(page.Stands(1, 0).Holds);
        Assert.True(page.Stands(1, 1).Holds);
        Assert.Throws<ArgumentOutOfRangeException>(() => page.Stands(1, 2));
        Assert.Throws<InvalidOperationException>(() => page.Stands(1, 3));

        static Known Founded(DateOnly day) => new(new KnownFacts([new KnownFact("founded", FactPeriod.OfDay, FactAnswer.Value, Day: day)], [], []), new Dictionary<string, bool>());
    }

    private static void Compare(Condition[] conditions, IReadOnlyList<Known> enterprises, DateOnly day)
    {
        var page = new Columns(conditions, day, Criteria.OfTheProgram).Beside(enterprises);
        for (var c = 0; c < conditions.Length; c++)
        {
            for (var e = 0; e < enterprises.Count; e++)
            {
                var (walked, found) = (Walked(conditions[c], enterprises[e], day), Of(() => page.Stands(e, c)));
                Assert.True(walked == found, $"enterprise {e}: {found} by columns, {walked} walked: {ConditionJson.Write(conditions[c])}");
            }
        }
    }

    private static (bool Holds, DateOnly? NextTurn)? Walked(Condition condition, Known known, DateOnly day) => Of(() =>
        Assessment.Of(condition, known.Facts, day, Criteria.OfTheProgram, known.Judgements) is var assessment ? (assessment.Eligibility.IsMatch(), assessment.NextTurn) : default);

    /// <summary>What comes of it; nothing where it fails.</summary>
    private static (bool Holds, DateOnly? NextTurn)? Of(Func<(bool Holds, DateOnly? NextTurn)> weigh)
    {
        try
        {
            return weigh();
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or ArithmeticException)
        {
            return null;
        }
    }
}
