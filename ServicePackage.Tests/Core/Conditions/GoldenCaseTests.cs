using ServicePackage.Core.Conditions;
using ServicePackage.Core.Enterprises;

namespace ServicePackage.Tests.Core.Conditions;

/// <summary>The worked cases that come with the program: how each stands, what the explanation says, what alone decides it.</summary>
public sealed class GoldenCaseTests
{
    public static TheoryData<string> Names => [.. GoldenCase.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Case_StandsAsWorkedOutByHand(string name)
    {
        var golden = GoldenCase.All.Single(c => c.Name == name);

        var assessment = golden.Assess(Criteria.OfTheProgram);

        Assert.Equal(golden.Expected, assessment.Eligibility);
        Assert.NotEmpty(assessment.Deciding);
        var lines = assessment.Deciding.Select(d => FindingWording.Line(d, golden.Day)).ToList();
        Assert.Contains(lines, l => l.Contains(golden.Says, StringComparison.Ordinal));
        Assert.All(golden.Alone, code => Assert.Contains(assessment.Alone, a => a.Code == code));
        if (golden.Shortfall is { } shortfall)
        {
            Assert.InRange(assessment.Near!.Shortfall, shortfall - 0.001m, shortfall + 0.001m);
        }

        if (golden.Turn is { } turn)
        {
            Assert.Equal(turn, assessment.NextTurn);
        }
    }

    [Fact]
    public void Near_IsNeverSaidWithTheNumberThatIsAsked()
    {
        var golden = GoldenCase.All.Single(c => c.Name.Contains("2.996%", StringComparison.Ordinal));

        var line = FindingWording.Line(golden.Assess(Criteria.OfTheProgram).Deciding.Single(), golden.Day);

        Assert.Equal("研发费用占营业收入的比重（2025年）：2.996%，要求不低于3%", line);
    }

    [Fact]
    public void Line_ForAReaderWithoutTheFigures_SaysTheOutcomeInTheirPlace()
    {
        var golden = GoldenCase.All.Single(c => c.Name.Contains("研发费用占比2.8%", StringComparison.Ordinal));

        var line = FindingWording.Line(golden.Assess(Criteria.OfTheProgram).Deciding.Single(), golden.Day, withFigures: false);

        Assert.Equal("研发费用占营业收入的比重（2025年）：不满足，要求不低于3%", line);
    }

    [Fact]
    public void AnyThatIsMet_IsExplainedByTheBranchThatIsMet()
    {
        var golden = GoldenCase.All.Single(c => c.Name == "1 专精特新（2026年标准）");

        var lines = golden.Assess(Criteria.OfTheProgram).Deciding.Select(d => FindingWording.Line(d, golden.Day)).ToList();

        Assert.Contains("营业收入（2025年）：4,200万元，要求不低于1,500万元", lines);
        Assert.DoesNotContain(lines, l => l.Contains("股权融资", StringComparison.Ordinal));
    }

    [Fact]
    public void NamedCriteria_CanAllBeKeptAndReadBack()
    {
        Assert.All(Criteria.OfTheProgram.All.SelectMany(c => c.Versions), v =>
        {
            Assert.Null(ConditionRules.Refuse(v.Condition, Criteria.OfTheProgram));
            var back = ConditionJson.Read(ConditionJson.Write(v.Condition))!;
            Assert.Equal(ConditionJson.Write(v.Condition), ConditionJson.Write(back));
            Assert.Equal(ConditionWording.Sentence(v.Condition), ConditionWording.Sentence(back));
        });
        Assert.All(Criteria.OfTheProgram.All, c => Assert.All(c.Versions.Zip(c.Versions.Skip(1)), p => Assert.Equal(p.First.Until?.AddDays(1), p.Second.From)));
    }

    [Fact]
    public void Walk_AtBothEndsOfTime_Ends()
    {
        var facts = new KnownFacts(
            [new KnownFact("founded", FactPeriod.OfDay, FactAnswer.Value, Day: new DateOnly(2024, 2, 29))],
            [new KnownItem("title", "srdi", From: new DateOnly(2020, 1, 1), Until: DateOnly.MaxValue)],
            []);

        Assert.Equal(Eligibility.Met, Assessment.Of(new ItemsLeaf("title", new ItemFilter { Kinds = ["srdi"], Held = true }), facts, new DateOnly(2026, 2, 28), Criteria.OfTheProgram).Eligibility);
        Assert.Equal(Eligibility.Met, Assessment.Of(new FigureLeaf(new AgeMeasure("founded"), Must.AtLeast, 1), facts, new DateOnly(2025, 2, 28), Criteria.OfTheProgram).Eligibility);
        Assert.Equal(Eligibility.Near, Assessment.Of(new FigureLeaf(new AgeMeasure("founded"), Must.AtLeast, 2), facts, new DateOnly(2025, 3, 1), Criteria.OfTheProgram).Eligibility);
    }

    [Fact]
    public void Line_ForAReaderWithoutTheFigures_TellsNoBandSizeOrScore()
    {
        var golden = GoldenCase.All.Single(c => c.Name == "4 小巨人（2022年标准）分档");
        var assessment = golden.Assess(Criteria.OfTheProgram);

        var told = Reason(assessment, golden.Day);

        Assert.Equal("按营业收入分档的条件：不满足", told);
        Assert.Equal("企业规模：满足", Reason(GoldenCase.All.Single(c => c.Name == "9 中型").Assess(Criteria.OfTheProgram), golden.Day));
        Assert.Equal("评分：不能确定", Reason(GoldenCase.All.Single(c => c.Name == "6 创新型中小企业评分").Assess(Criteria.OfTheProgram), golden.Day));

        static string Reason(Assessment assessment, DateOnly day) => FindingWording.Line(assessment.WithoutFigures.Single(), day, withFigures: false);
    }
}
