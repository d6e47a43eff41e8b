using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Policies;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Policies;

/// <summary>What became of the clauses, in number and money, and why not.</summary>
public abstract class TakeUpTests(TestDatabase database) : FollowingTestsBase(database)
{
    [Fact]
    public async Task TakeUp_CountsFromTheMatchToThePayment()
    {
        var (_, clause) = await AskingAsync(Staff);
        var others = Enumerable.Range(0, 3).Select(_ => Town.Enterprise(City)).ToList();
        Town.Write(db => db.Matches.AddRange(
            Match(clause, Enterprise, told: 5, read: 4), Match(clause, others[0], told: 5), Match(clause, others[1]), Match(clause, others[1], since: 40, until: 30)));
        Must(await Answers.SayAsync(Own, Guid.NewGuid(), new ClauseAnswerInput { EnterpriseId = Enterprise.Id, ClauseId = clause, Wish = ClauseWish.Interested }, Cancellation));
        var paid = await AppliedAsync(clause);
        Must(await StepAsync(Drafter, paid, ApplicationStep.Grant));
        Must(await StepAsync(Drafter, paid, ApplicationStep.Pay, i => i.Amount = "25"));
        var refused = await AppliedAsync(clause);
        Must(await StepAsync(Drafter, refused, ApplicationStep.Refuse));
        var withdrawn = await AppliedAsync(clause);
        Must(await StepAsync(Own, withdrawn, ApplicationStep.Withdraw));

        var figures = (await TakeUpAsync(Dispatcher)).Groups.Single().Rows.Single().Figures;

        Assert.Equal(
            new TakeUpFigures { Matched = 3, Told = 2, Read = 1, Interested = 1, Applied = 2, Granted = 1, GrantedMoney = 300_000, Refused = 1, Paid = 1, PaidMoney = 250_000 },
            figures);
    }

    [Fact]
    public async Task TakeUp_SumsByUnitAndInAll_WhatItsClausesComeTo()
    {
        for (var i = 0; i < 3; i++)
        {
            var (_, clause) = await AskingAsync(Staff, $"条款{i}");
            var id = await AppliedAsync(clause);
            Must(await StepAsync(Drafter, id, ApplicationStep.Grant, s => s.Amount = $"{i + 1}.5"));
        }

        var (_, elsewhere) = await AskingAsync(Staff, "市级条款");
        Elsewhere(elsewhere);
        await AppliedAsync(elsewhere);

        var view = await TakeUpAsync(Dispatcher);

        Assert.Equal([Unit.Id, null], view.Groups.Select(g => g.Unit?.Id));
        Assert.All(view.Groups, g => Assert.Equal(g.Figures, TakeUpFigures.Sum(g.Rows.Select(r => r.Figures))));
        Assert.Equal((4, 3, 75_000m), (view.Figures.Applied, view.Figures.Granted, view.Figures.GrantedMoney));
        Assert.Equal((await ListAsync(Dispatcher)).Totals.GrantedMoney, view.Figures.GrantedMoney);
    }

    [Fact]
    public async Task Filters_NarrowByYearLevelAndUnit()
    {
        var (_, clause) = await AskingAsync(Staff);
        await AppliedAsync(clause, daysAgo: 100);
        Town.Write(db => db.Matches.Add(Match(clause, Enterprise, since: 90, until: 80)));

        Assert.Equal((1, 1), Of(await TakeUpAsync(Dispatcher, new TakeUpFilter { Year = 2025 })));
        Assert.Equal((0, 0), Of(await TakeUpAsync(Dispatcher, new TakeUpFilter { Year = 2026 })));
        Assert.Equal((1, 1), Of(await TakeUpAsync(Dispatcher, new TakeUpFilter { Level = PolicyLevel.Town, UnitId = Unit.Id })));
        Assert.Empty((await TakeUpAsync(Dispatcher, new TakeUpFilter { Level = PolicyLevel.National })).Groups);
        Assert.Empty((await TakeUpAsync(Dispatcher, new TakeUpFilter { UnitId = Unit.Id + 100 })).Groups);
        Assert.Equal([2026, 2025], (await TakeUpAsync(Dispatcher)).Years);

        static (int, int) Of(TakeUp view) => (view.Figures.Matched, view.Figures.Applied);
    }

    [Fact]
    public async Task TakeUp_IsReadAPageAtATime_WithTheSumsOfAll()
    {
        foreach (var title in new[] { "甲", "乙", "丙" })
        {
            await AppliedAsync((await AskingAsync(Staff, title)).ClauseId);
        }

        var page = await TakeUpAsync(Dispatcher, new TakeUpFilter { Skip = 2, Take = 2 });

        var group = Assert.Single(page.Groups);
        Assert.Equal((1, 3, 3, 3, 3), (group.Rows.Count, group.Clauses, group.Figures.Applied, page.Figures.Applied, page.Total));
    }

    [Fact]
    public async Task Clause_SaysWhomItIsFor_ByAConditionOrByNames()
    {
        await AskingAsync(Staff, "有条件");
        await AskingAsync(null, "指明企业", named: Enterprise);
        await AskingAsync(null, "无条件");

        Assert.Equal([("指明企业", true), ("无条件", false), ("有条件", true)],
            (await TakeUpAsync(Dispatcher)).Groups.Single().Rows.OrderBy(r => r.Title, StringComparer.Ordinal).Select(r => (r.Title, r.SaysWhom)));
    }

    [Fact]
    public async Task WithdrawnPolicies_StayWhereSomethingCameOfThem()
    {
        var (gone, clause) = await AskingAsync(Staff, "甲");
        var (empty, _) = await AskingAsync(Staff, "乙");
        await AppliedAsync(clause);
        Town.Write(db => db.Policies.Where(p => p.Id == gone || p.Id == empty).ToList().ForEach(p => p.WithdrawnAt = Town.Clock.Now));

        var row = (await TakeUpAsync(Dispatcher)).Groups.Single().Rows.Single();

        Assert.Equal((clause, false, false), (row.ClauseId, row.Stands, row.MayOpenEnterprises));
    }

    [Fact]
    public async Task TakeUp_IsForCentreLeadersAndUnits_TheirOwnAlone()
    {
        var (_, clause) = await AskingAsync(Staff);
        await AppliedAsync(clause);
        var other = Town.Officer(Town.Unit("税务服务所"));

        Assert.Equal(1, (await TakeUpAsync(Drafter)).Figures.Applied);
        Assert.Equal(1, (await TakeUpAsync(Town.TownLeader())).Figures.Applied);
        Assert.Empty((await TakeUpAsync(other)).Groups);
        Assert.Equal(Refusal.NotFound, (await TakeUps.ReadAsync(Own, new TakeUpFilter(), Cancellation)).Refusal);
        Assert.Equal(Refusal.NotFound, (await TakeUps.ReadAsync(Town.Administrator(), new TakeUpFilter(), Cancellation)).Refusal);
        Assert.Equal(Refusal.NotFound, (await TakeUps.WhyNotAsync(other, clause, null, Cancellation)).Refusal);
        Assert.Equal(Refusal.NotFound, (await TakeUps.WhyNotAsync(Own, clause, null, Cancellation)).Refusal);
    }

    [Fact]
    public async Task WhyNot_GroupsReasonsAsWritten_NewestFirst()
    {
        var (_, clause) = await AskingAsync(Staff);
        foreach (var enterprise in new[] { Town.Enterprise(City), Town.Enterprise(City) })
        {
            Must(await Answers.SayAsync(Town.EnterpriseUser(enterprise), Guid.NewGuid(), new ClauseAnswerInput { EnterpriseId = enterprise.Id, ClauseId = clause, Wish = ClauseWish.NotForUs, Reason = "金额太小" }, Cancellation));
        }

        Town.Time.Advance(TimeSpan.FromDays(2));
        var id = await AppliedAsync(clause);
        Must(await StepAsync(Drafter, id, ApplicationStep.Refuse));

        var reasons = Must(await TakeUps.WhyNotAsync(Dispatcher, clause, null, Cancellation));

        Assert.Equal([(WhyNotKind.Refused, "材料不齐", 1), (WhyNotKind.NotForUs, "金额太小", 2)], reasons.Select(r => (r.Kind, r.Reason, r.Number)));
        Assert.Empty(Must(await TakeUps.WhyNotAsync(Dispatcher, clause, 2024, Cancellation)));
        Assert.Contains((WhyNotKind.NotForUs, "", 2), Must(await TakeUps.WhyNotAsync(Drafter, clause, null, Cancellation)).Select(r => (r.Kind, r.Reason, r.Number))); // what they wrote is for those who serve them
    }

    [Fact]
    public async Task TakeUp_AsksNoMoreOfTheDatabase_ForMoreClauses()
    {
        await AppliedAsync((await AskingAsync(Staff, "甲")).ClauseId);
        var few = await QueriesAsync(() => TakeUpAsync(Dispatcher));
        foreach (var title in new[] { "乙", "丙", "丁", "戊" })
        {
            await AppliedAsync((await AskingAsync(Staff, title)).ClauseId);
        }

        Assert.Equal(few, await QueriesAsync(() => TakeUpAsync(Dispatcher)));
    }

    private async Task<TakeUp> TakeUpAsync(Caller who, TakeUpFilter? filter = null) => Must(await TakeUps.ReadAsync(who, filter ?? new TakeUpFilter(), Cancellation));

    /// <summary>A match, in days before now.</summary>
    private KeptMatch Match(long clause, Enterprise enterprise, int since = 20, int? until = null, int? told = null, int? read = null) => new()
    {
        ClauseId = clause,
        EnterpriseId = enterprise.Id,
        Since = Town.Clock.Now.AddDays(-since),
        Until = Ago(until),
        ToldAt = Ago(told),
        ReadAt = Ago(read),
    };

    private DateTime? Ago(int? days) => days is { } some ? Town.Clock.Now.AddDays(-some) : null;

    public sealed class OnSqlite(SqliteDatabase database) : TakeUpTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : TakeUpTests(database), IClassFixture<PostgresDatabase>;
}
