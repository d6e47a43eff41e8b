using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Policies;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Policies;

/// <summary>What enterprises say to clauses, and what people judge where no figure says it.</summary>
public abstract class ClauseAnswerTests(TestDatabase database) : MatchTestsBase(database)
{
    [Fact]
    public async Task Interested_TellsTheButler_AndStandsOnBothSides()
    {
        var clause = await AskingAsync(Staff);
        await SayAsync("reg_place", "310114106");
        await SayAsync("staff", "120");

        Must(await SayAsync(Own, clause.ClauseId, ClauseWish.Interested));

        Assert.Equal(["ClauseInteresting"], Told(Butler));
        Assert.Equal(ClauseWish.Interested, (await MatchAsync(clause.ClauseId)).Answer?.Wish);
        Assert.Equal(ClauseWish.Interested, (await SideAsync(Drafter, clause)).Enterprises.Single().Answer?.Wish);
    }

    [Fact]
    public async Task Withdrawal_TellsWhoIsInterestedAndTheUnitWhy()
    {
        var clause = await AskingAsync(Staff);
        var colleague = Town.Officer(Unit);
        Must(await SayAsync(Own, clause.ClauseId, ClauseWish.Interested));

        Must(await Review.WithdrawAsync(Lead, Guid.NewGuid(), new WithdrawInput { PolicyId = clause.PolicyId, Version = (await ReadAsync(Lead, clause.PolicyId)).Version, Reason = "已有新办法" }, Cancellation));

        Assert.Equal("PolicyNoLonger", Told(Own)[^1]);
        Assert.Equal("PolicyNoLonger", Told(colleague)[^1]);
        Assert.Equal("PolicyWithdrawn", Told(Drafter)[^1]);
        Assert.DoesNotContain("PolicyNoLonger", Told(Butler));
    }

    [Theory]
    [InlineData(ClauseWish.Interested, false, "S-IC")]
    [InlineData(ClauseWish.NotForUs, false, "SN--")]
    [InlineData(ClauseWish.Interested, true, "----")]
    [InlineData(ClauseWish.NotForUs, true, "----")]
    public async Task Answer_StandsUntilItIsReplaced_InTheDatabaseAndInHand(ClauseWish wish, bool isReplaced, string stands)
    {
        var clause = await AskingAsync(Staff);
        Must(await SayAsync(Own, clause.ClauseId, wish, "没有这方面的计划"));
        Town.Write(db => db.ClauseAnswers.Single().ReplacedAt = isReplaced ? Town.Clock.Now : null);
        await using var db = Town.Look();
        var row = await db.ClauseAnswers.SingleAsync(Cancellation);

        Assert.Equal(stands, string.Concat(
            Has('S', await db.ClauseAnswers.Standing().AnyAsync(Cancellation)), Has('N', await db.ClauseAnswers.NotForUs().AnyAsync(Cancellation)),
            Has('I', await db.ClauseAnswers.Interested().AnyAsync(Cancellation)), Has('C', await db.ClauseAnswers.WaitingForCall().AnyAsync(Cancellation))));
        Assert.Equal(stands, string.Concat(
            Has('S', ClauseAnswerScopes.IsStanding.Holds(row)), Has('N', ClauseAnswerScopes.IsNotForUs.Holds(row)),
            Has('I', ClauseAnswerScopes.IsInterested.Holds(row)), Has('C', ClauseAnswerScopes.WaitsForCall.Holds(row))));

        static char Has(char letter, bool holds) => holds ? letter : '-';
    }

    [Fact]
    public async Task Interested_WhereNobodyServes_TellsTheCentre()
    {
        var clause = await AskingAsync(Staff);
        var alone = Town.Enterprise(Town.EconomicCity());

        Must(await Answers.SayAsync(Town.EnterpriseUser(alone), Guid.NewGuid(), new ClauseAnswerInput { EnterpriseId = alone.Id, ClauseId = clause.ClauseId, Wish = ClauseWish.Interested }, Cancellation));

        Assert.Contains("ClauseInteresting", Told(Dispatcher));
    }

    [Fact]
    public async Task NotForUs_NeedsAReason_AndCanBeTakenBack()
    {
        var clause = await AskingAsync(Staff);

        var refused = (await SayAsync(Own, clause.ClauseId, ClauseWish.NotForUs)).Refusal;
        Assert.Equal(("Missing", nameof(ClauseAnswerInput.Reason)), (refused?.Code, refused?.Field));
        Assert.Null((await MatchAsync(clause.ClauseId)).Answer);

        Must(await SayAsync(Own, clause.ClauseId, ClauseWish.NotForUs, "没有这方面的计划"));
        var answer = (await MatchAsync(clause.ClauseId)).Answer!;
        Assert.Equal((ClauseWish.NotForUs, "没有这方面的计划"), (answer.Wish, answer.Reason));
        Assert.Empty(Told(Butler));

        Must(await SayAsync(Butler, clause.ClauseId, null, seen: answer.Id));
        Assert.Null((await MatchAsync(clause.ClauseId)).Answer);
        await using var db = Town.Look();
        Assert.Single(await db.ClauseAnswers.ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Answer_GivenMeanwhileByAnother_IsTold()
    {
        var clause = await AskingAsync(Staff);
        Must(await SayAsync(Butler, clause.ClauseId, ClauseWish.Interested));

        Assert.Equal(Refusal.Stale, (await SayAsync(Own, clause.ClauseId, ClauseWish.NotForUs, "不需要")).Refusal);
        Assert.Equal(ClauseWish.Interested, (await MatchAsync(clause.ClauseId)).Answer?.Wish);
    }

    [Fact]
    public async Task Answer_ByWhoDoesNotServe_IsRefused()
    {
        var clause = await AskingAsync(Staff);
        var named = await AskingAsync(null, "一企一策", named: Town.Enterprise(City));

        Assert.Equal(Refusal.NotAllowed, (await SayAsync(Town.TownLeader(), clause.ClauseId, ClauseWish.Interested)).Refusal);
        Assert.Equal(Refusal.NotFound, (await SayAsync(Town.EnterpriseUser(Town.Enterprise(Town.EconomicCity())), clause.ClauseId, ClauseWish.Interested)).Refusal);
        Assert.Equal(Refusal.NotFound, (await SayAsync(Own, named.ClauseId, ClauseWish.Interested)).Refusal);
        Assert.Equal(Refusal.NotFound, (await SayAsync(Own, clause.ClauseId + 100, ClauseWish.Interested)).Refusal);
    }

    [Fact]
    public async Task Judgement_MakesToVerifyMet_AndCountsWhereverTheSameIsAsked()
    {
        var clause = await AskingAsync($$"""{"is":"all","of":[{{Staff}},{{Judgement}}]}""", "甲");
        var (_, same) = await AskingAsync(Judgement, "乙");
        await SayAsync("reg_place", "310114106");
        await SayAsync("staff", "120");
        Assert.Equal(Eligibility.ToVerify, (await MatchAsync(clause.ClauseId)).Eligibility);

        Must(await JudgeAsync(Drafter, clause, true));

        Assert.Equal((Eligibility.Met, Eligibility.Met), ((await MatchAsync(clause.ClauseId)).Eligibility, (await MatchAsync(same)).Eligibility));
        var judged = (await SideAsync(Drafter, clause)).Enterprises.Single().Judged.Single();
        Must(await JudgeAsync(Dispatcher, clause, false, seen: judged.Id));
        Assert.Equal(Eligibility.NotMet, (await MatchAsync(clause.ClauseId)).Eligibility);
    }

    [Theory]
    [InlineData("unit", "NotAllowed")]
    [InlineData("own", "NotAllowed")]
    [InlineData("key", "NotFound")]
    [InlineData("enterprise", "NotFound")]
    [InlineData("stale", "Stale")]
    [InlineData("nothing", "Judgement.NothingChosen")]
    [InlineData("note", "Missing")]
    public async Task Judgement_WhenItCannotBeTakenDown_IsRefused(string wrong, string code)
    {
        var clause = await AskingAsync(Judgement);
        var who = wrong switch { "unit" => Town.Officer(Town.Unit("税务服务所")), "own" => Own, _ => Drafter };

        var refused = (await JudgeAsync(who, clause, wrong == "nothing" ? null : true, wrong == "stale" ? 77 : null, i =>
        {
            i.Key = wrong == "key" ? "elsewhere" : i.Key;
            i.EnterpriseId = wrong == "enterprise" ? i.EnterpriseId + 1000 : i.EnterpriseId;
            i.Note = wrong == "note" ? " " : i.Note;
        })).Refusal;

        Assert.Equal(code, refused?.Code);
        await using var db = Town.Look();
        Assert.False(await db.Judgements.AnyAsync(Cancellation));
    }

    private Task<Outcome<Nothing>> SayAsync(Caller who, long clauseId, ClauseWish? wish, string reason = "", long? seen = null) =>
        Answers.SayAsync(who, Guid.NewGuid(), new ClauseAnswerInput { EnterpriseId = Enterprise.Id, ClauseId = clauseId, Wish = wish, Reason = reason, Seen = seen }, Cancellation);

    [Fact]
    public async Task Judgement_OfMany_TakesEachByItself_AndNamesWhoWasRefused()
    {
        var clause = await AskingAsync(Judgement);
        var (other, judged) = (Town.Enterprise(City), Town.Enterprise(City));
        Must(await Judgements.JudgeAsync(Drafter, Guid.NewGuid(), new JudgementInput { PolicyId = clause.PolicyId, ClauseId = clause.ClauseId, EnterpriseId = judged.Id, Key = "front", Holds = false, Note = "走访" }, Cancellation));
        var (batch, run) = (new JudgementBatch(Judgements), Guid.NewGuid());
        var input = new JudgementsInput
        {
            PolicyId = clause.PolicyId,
            ClauseId = clause.ClauseId,
            Key = "front",
            Holds = true,
            Note = "行业协会名单",
            Rows = [new(judged.Id, null), new(Enterprise.Id, null), new(other.Id, null), new(other.Id, null)],
        };

        var results = await batch.JudgeAsync(Drafter, run, input, Cancellation).ToListAsync(Cancellation);
        var again = await batch.JudgeAsync(Drafter, run, input, Cancellation).ToListAsync(Cancellation);

        Assert.Equal([(judged.Id, Refusal.Stale), (Enterprise.Id, null), (other.Id, null)], results.Select(r => (r.EnterpriseId, r.Refusal)));
        Assert.Equal(results.Select(r => r.Refusal?.Code), again.Select(r => r.Refusal?.Code));
        await using var db = Town.Look();
        Assert.Equal(2, await db.Judgements.CountAsync(j => j.Holds && j.Note == "行业协会名单", Cancellation));
        Assert.Equal("Judgement.Nobody", new JudgementsValidator().Refuse(new JudgementsInput { Holds = true, Note = "x" })?.Code);
    }

    private Task<Outcome<Nothing>> JudgeAsync(Caller who, (long PolicyId, long ClauseId) clause, bool? holds, long? seen = null, Action<JudgementInput>? fill = null)
    {
        var input = new JudgementInput { PolicyId = clause.PolicyId, ClauseId = clause.ClauseId, EnterpriseId = Enterprise.Id, Key = "front", Holds = holds, Note = "查阅行业协会证明", Seen = seen };
        fill?.Invoke(input);
        return Judgements.JudgeAsync(who, Guid.NewGuid(), input, Cancellation);
    }

    public sealed class OnSqlite(SqliteDatabase database) : ClauseAnswerTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : ClauseAnswerTests(database), IClassFixture<PostgresDatabase>;
}
