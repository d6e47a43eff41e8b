using System.Globalization;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Policies;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Policies;

/// <summary>How the money of a clause is typed, kept, reckoned and summed up. The town's day is 2 March 2026.</summary>
public abstract class BenefitTests(TestDatabase database) : MatchTestsBase(database)
{
    private static BenefitInput TenInAHundred => new() { Kind = BenefitKind.Share, Fact = "invested", Share = "10", Cap = "500", Budget = "600", Group = "技改" };

    private static BenefitInput EachPerson => new() { Kind = BenefitKind.PerUnit, Fact = "hires_key", Unit = MoneyUnit.Yuan, Amount = "2000" };

    [Fact]
    public async Task SavedWithTheClause_ItIsReadTypedAgainAndComparedWithTheNextVersion()
    {
        var id = await PublishedAsync(Input(), Clause("技改补贴", c => c.Terms = TenInAHundred));

        var shown = (await ReadAsync(Own, id)).Clauses.Single();
        var terms = BenefitTerms.Read(shown.Terms)!;
        Assert.Equal(new BenefitTerms(BenefitKind.Share, null, 0.1m, "invested", 5_000_000m, "技改", 6_000_000m), terms);
        Assert.Equal("按上年度固定资产投资的10%计算，每家企业每年最高500万元；与“技改”类政策不重复享受，就高执行；本轮预算600万元", BenefitWording.Sentence(terms));
        Assert.Equal(("10", "500", "600", "技改", MoneyUnit.TenThousand), (BenefitInput.Of(terms).Share, BenefitInput.Of(terms).Cap, BenefitInput.Of(terms).Budget, BenefitInput.Of(terms).Group, BenefitInput.Of(terms).Unit));

        Must(await Drafts.NewVersionAsync(Drafter, Guid.NewGuid(), new DraftAct(id, (await ReadAsync(Drafter, id)).Version), Cancellation));
        var draft = (await DraftOf(id)).Clauses.Single();
        Assert.Equal(shown.Terms, draft.Terms);
        Must(await Drafts.SaveClauseAsync(Drafter, Guid.NewGuid(), Clause("技改补贴", c => (c.PolicyId, c.Version, c.ClauseId, c.Terms) = (id, DraftOf(id).Result.Version, draft.ClauseId, EachPerson)), Cancellation));
        Assert.Equal([nameof(ClauseView.Terms)], (await DraftOf(id)).Against!.Clauses.Single().Fields);
    }

    [Theory]
    [InlineData(BenefitKind.Amount, "", "", "", "", "Missing")]
    [InlineData(BenefitKind.Amount, "0", "", "", "", "Benefit.Nothing")]
    [InlineData(BenefitKind.Amount, "-3", "", "", "", "Fact.Negative")]
    [InlineData(BenefitKind.Amount, "三万", "", "", "", "Fact.NotANumber")]
    [InlineData(BenefitKind.Amount, "3", "", "", "很多", "Fact.NotANumber")]
    [InlineData(BenefitKind.Share, "", "", "invested", "", "Missing")]
    [InlineData(BenefitKind.Share, "", "101", "invested", "", "Fact.ShareAboveOne")]
    [InlineData(BenefitKind.Share, "", "10", "", "", "Benefit.NoFigure")]
    [InlineData(BenefitKind.Share, "", "10", "staff", "", "Benefit.NoFigure")]
    [InlineData(BenefitKind.PerUnit, "2", "", "invested", "", "Benefit.NoFigure")]
    public async Task Terms_ThatCannotBe_AreRefusedAndNothingIsSaved(BenefitKind kind, string amount, string share, string fact, string cap, string refusal)
    {
        var id = await DraftAsync(Drafter, Input());
        var input = Clause("补贴", c => (c.PolicyId, c.Version, c.Terms) = (id, DraftOf(id).Result.Version, new BenefitInput { Kind = kind, Amount = amount, Share = share, Fact = fact, Cap = cap }));

        var outcome = await Drafts.SaveClauseAsync(Drafter, Guid.NewGuid(), input, Cancellation);

        Assert.Equal((refusal, nameof(ClauseInput.Terms)), (outcome.Refusal?.Code, outcome.Refusal?.Field));
        Assert.NotEqual($"Refusal.{refusal}", outcome.Refusal!.Sentence);
        Assert.Empty((await DraftOf(id)).Clauses);
    }

    [Fact]
    public async Task Estimate_FollowsTheFigure_AndWithoutItIsUnknownAndNeverNothing()
    {
        var (_, clause) = await GivingAsync(TenInAHundred);
        await SayAsync("reg_place", "310114106");
        await SayAsync("staff", "120");
        Assert.Equal(((Interval?)null, "invested"), (await MatchAsync(clause)) is var unknown ? (unknown.Estimate, unknown.Terms!.Fact) : default);

        await SayAsync("invested", "3000");
        Assert.Equal(new Interval(3_000_000m, 3_000_000m), (await MatchAsync(clause)).Estimate);

        await SayAsync("invested", "8000");
        Assert.Equal(new Interval(5_000_000m, 5_000_000m), (await MatchAsync(clause)).Estimate); // not more than the cap
    }

    [Theory]
    [InlineData("100", "150", "200000", "300000")]
    [InlineData("3000", "9000", "5000000", "5000000")]
    public void Estimate_OfARange_IsARange(string low, string high, string least, string most)
    {
        var terms = new BenefitTerms(BenefitKind.PerUnit, 2000m, null, "hires_key", 5_000_000m);
        var facts = new KnownFacts([new KnownFact("hires_key", FactPeriod.Of(FactShape.Year, 2025)!.Value, FactAnswer.Value, Number(low), Number(high))], [], []);

        Assert.Equal(new Interval(Number(least), Number(most)), terms.Estimate(facts, new DateOnly(2026, 3, 2)));
    }

    [Fact]
    public void Terms_ThatCannotBeRead_AreNone()
    {
        foreach (var text in new[] { "", "{", """{"kind":"share"}""", """{"kind":"perUnit","amount":5,"fact":"moon"}""", """{"kind":"lottery"}""", "[]" })
        {
            Assert.Null(BenefitTerms.Read(text));
        }
    }

    [Fact]
    public async Task Preview_SumsUpWhatIsKnown_AndSaysHowManyAreNotInIt()
    {
        var id = await DraftAsync(Drafter, Input(), Clause("技改补贴", c => c.Terms = TenInAHundred));
        var clause = (await DraftOf(id)).Clauses.Single().ClauseId;
        var other = Town.Enterprise(City);
        foreach (var enterprise in new[] { Enterprise, other })
        {
            await SayAsync("reg_place", "310114106", enterprise);
            await SayAsync("staff", "120", enterprise);
        }

        await SayAsync("invested", "3000");
        var asked = ConditionJson.Read(Staff)!;

        Assert.Equal(new PreviewBudget(3_000_000m, 1, 1, 6_000_000m, true), Must(await Previews.PreviewAsync(Dispatcher, id, clause, asked, Cancellation)).Budget);
        Assert.Null(Must(await Previews.PreviewAsync(Drafter, id, clause, asked, Cancellation)).Budget); // it would tell the investment of one
    }

    [Fact]
    public async Task Preview_OfAFixedAmount_IsForTheUnitInTheStepsOfTheCount()
    {
        var id = await DraftAsync(Drafter, Input(), Clause("奖励", c => c.Terms = new BenefitInput { Kind = BenefitKind.Amount, Amount = "10" }));
        var clause = (await DraftOf(id)).Clauses.Single().ClauseId;
        foreach (var enterprise in Enumerable.Range(0, 6).Select(_ => Town.Enterprise(City)).Append(Enterprise))
        {
            await SayAsync("reg_place", "310114106", enterprise);
            await SayAsync("staff", "120", enterprise);
        }

        Assert.Equal(new PreviewBudget(700_000m, 7, 0, null, false), Must(await Previews.PreviewAsync(Dispatcher, id, clause, ConditionJson.Read(Staff)!, Cancellation)).Budget);
        Assert.Equal(new PreviewBudget(500_000m, 5, 0, null, false), Must(await Previews.PreviewAsync(Drafter, id, clause, ConditionJson.Read(Staff)!, Cancellation)).Budget);
    }

    private async Task<(long PolicyId, long ClauseId)> GivingAsync(BenefitInput terms)
    {
        var ids = await AskingAsync(Staff);
        Town.Write(db => db.PolicyClauses.Single(c => c.ClauseId == ids.ClauseId).Terms = new BenefitTerms(BenefitKind.Share, null, 0.1m, terms.Fact, 5_000_000m).Write());
        return ids;
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    public sealed class OnSqlite(SqliteDatabase database) : BenefitTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : BenefitTests(database), IClassFixture<PostgresDatabase>;
}
