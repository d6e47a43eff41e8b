using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Boards;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Policies;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Core.Tickets;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Boards;

/// <summary>Which clauses stand on a demand's page: those on its topic that its enterprise meets. The town's day is 2 March 2026.</summary>
public abstract class DemandClausesTests(TestDatabase database) : TicketTests(database)
{
    private const string Staff = """{"is":"figure","of":{"is":"fact","code":"staff"},"to":100}""";

    private DemandClauses Clauses => new(Town.Runner);

    [Fact]
    public async Task Of_AnOpenDemand_AreThoseOnItsTopicThatAreMetOrToBeVerified()
    {
        var number = await AboutAsync("人才与用工");
        Say("reg_place", "310114103");
        SayStaff(120);
        Clause("稳岗补贴", ClauseTopics.Hiring, Staff);
        Clause("招聘补贴", ClauseTopics.Hiring | ClauseTopics.Loans, """{"is":"figure","of":{"is":"fact","code":"staff"},"to":200}""");
        Clause("技能补贴", ClauseTopics.Skills, """{"is":"judged","key":"front","chinese":"位居行业前列","english":"in the front"}""");
        Clause("贷款贴息", ClauseTopics.Loans, Staff);
        Clause("研发补贴", ClauseTopics.Hiring, """{"is":"figure","of":{"is":"fact","code":"rd"},"to":1}""");
        Clause("没有条件", ClauseTopics.Hiring, null);

        var shown = await OfAsync(Applicant, number);

        Assert.Equal([("稳岗补贴", Eligibility.Met), ("技能补贴", Eligibility.ToVerify)], shown.Select(c => (c.Title, c.Eligibility)));
        Assert.Equal(shown.Select(c => c.ClauseId), (await OfAsync(Officer, number)).Select(c => c.ClauseId));
        Assert.Equal(Refusal.NotFound, (await Clauses.OfAsync(Town.EnterpriseUser(Town.Enterprise()), number, Cancellation)).Refusal);
    }

    [Fact]
    public async Task Of_ATopicWithoutClauses_OrADemandThatHasEnded_ThereAreNone()
    {
        var (roads, hiring) = (await AboutAsync("道路市政"), await AboutAsync("人才与用工"));
        Say("reg_place", "310114103");
        SayStaff(120);
        Clause("稳岗补贴", ClauseTopics.Hiring, Staff);
        Assert.Empty(await OfAsync(Dispatcher, roads));
        Assert.Single(await OfAsync(Dispatcher, hiring));

        Town.Write(db => db.Tickets.Where(t => t.Number == hiring).ExecuteUpdate(t => t.SetProperty(x => x.State, TicketState.Closed)));

        Assert.Empty(await OfAsync(Dispatcher, hiring));
    }

    [Fact]
    public async Task ClauseThatIsNotForIt_OrThatIsOver_IsLeftOut()
    {
        var number = await AboutAsync("政策咨询");
        Say("reg_place", "310114103");
        SayStaff(120);
        var (policyId, clauseId) = Clause("稳岗补贴", ClauseTopics.Hiring, Staff);
        Clause("已截止", ClauseTopics.Hiring, Staff, c => c.Windows.ForEach(w => w.Until = Town.Clock.Today.AddDays(-1)));
        Clause("未到期", ClauseTopics.Hiring, Staff, c => c.Windows.ForEach(w => w.Until = Town.Clock.Today.AddDays(1)));
        Clause("别家的", ClauseTopics.Hiring, Staff, c => (c.Personalised, c.Enterprises) = (true, [new ClauseEnterprise { EnterpriseId = Town.Enterprise().Id }]));
        Clause("这家的", ClauseTopics.Hiring, Staff, c => (c.Personalised, c.Enterprises) = (true, [new ClauseEnterprise { EnterpriseId = Enterprise.Id }]));
        Assert.Equal(["未到期", "稳岗补贴", "这家的"], (await OfAsync(Dispatcher, number)).Select(c => c.Title));

        Assert.True((await new ClauseAnswerService(Town.Runner).SayAsync(Applicant, Guid.NewGuid(), new ClauseAnswerInput { EnterpriseId = Enterprise.Id, ClauseId = clauseId, Wish = ClauseWish.NotForUs, Reason = "已享受" }, Cancellation)).Done);

        Assert.DoesNotContain(await OfAsync(Dispatcher, number), c => c.PolicyId == policyId);
    }

    [Fact]
    public async Task Topics_ThatComeWithTheProgram_AreAllDecided()
    {
        await using var db = Town.Look();
        Assert.Empty((await db.Topics.Select(t => t.Name).ToListAsync(Cancellation)).Except(DemandClauses.Needs.Keys));
    }

    private (long PolicyId, long ClauseId) Clause(string title, ClauseTopics topics, string? condition, Action<PolicyClause>? change = null)
    {
        var ids = Town.PublishedClause(Unit, Officer, title, condition);
        Town.Write(db =>
        {
            var clause = db.PolicyClauses.Include(c => c.Windows).Single(c => c.ClauseId == ids.ClauseId);
            clause.Topics = topics;
            change?.Invoke(clause);
        });
        return ids;
    }

    private void Say(string code, string choice) => Town.Write(db => db.EnterpriseFacts.Add(new EnterpriseFact
    {
        EnterpriseId = Enterprise.Id,
        Code = code,
        Shape = FactShape.State,
        From = new(2020, 1, 1),
        Choice = choice,
        RecordedAt = Town.Clock.Now,
    }));

    private void SayStaff(decimal number) => Town.Write(db => db.EnterpriseFacts.Add(new EnterpriseFact
    {
        EnterpriseId = Enterprise.Id,
        Code = "staff",
        Shape = FactShape.EndOfYear,
        From = new(2025, 1, 1),
        Until = new(2025, 12, 31),
        Low = number,
        High = number,
        RecordedAt = Town.Clock.Now,
    }));

    private async Task<string> AboutAsync(string topic)
    {
        var number = await DispatchedAsync();
        Town.Write(db => db.Tickets.Where(t => t.Number == number).ExecuteUpdate(t => t.SetProperty(x => x.TopicId, db.Topics.Single(o => o.Name == topic).Id)));
        return number;
    }

    private async Task<IReadOnlyList<ClauseForIt>> OfAsync(Caller caller, string number) => (await Clauses.OfAsync(caller, number, Cancellation)).Value;

    public sealed class OnSqlite(SqliteDatabase database) : DemandClausesTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : DemandClausesTests(database), IClassFixture<PostgresDatabase>;
}
