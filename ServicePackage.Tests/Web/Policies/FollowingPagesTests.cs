using Bunit;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Policies;
using ServicePackage.Tests.Support;
using ServicePackage.Web.Features.Policies;

namespace ServicePackage.Tests.Web.Policies;

/// <summary>The pages of what became of a match. The town's day is 2 March 2026.</summary>
public sealed class FollowingPagesTests : ScreenTests, IClassFixture<SqliteDatabase>
{
    private const string Staff = """{"is":"figure","of":{"is":"fact","code":"staff"},"to":100}""";

    private readonly Organisation _unit;
    private readonly Caller _officer;
    private readonly Enterprise _enterprise;
    private readonly Caller _own;

    public FollowingPagesTests(SqliteDatabase database)
        : base(database)
    {
        (_unit, _enterprise) = (Town.Unit("人社服务中心"), Town.Enterprise(Town.EconomicCity()));
        (_officer, _own) = (Town.Officer(_unit), Town.EnterpriseUser(_enterprise));
    }

    [Fact]
    public async Task List_SaysWhatItComesTo_AndWhatTheReaderMayDo()
    {
        var clause = Town.PublishedClause(_unit, _officer, "稳岗补贴", Staff);
        Write(clause.ClauseId, ApplicationState.Granted, a => (a.Amount, a.DecidedOn) = (300_000, new(2026, 2, 20)));
        Write(clause.ClauseId, ApplicationState.Paid, a => (a.Amount, a.DecidedOn, a.PaidAmount, a.PaidOn) = (20_000, new(2026, 2, 20), 15_000, new(2026, 2, 25)));

        var page = await OpenAsync<ApplicationsPage>(_officer, "/policies/applications");

        Assert.Equal("共2件，已核准2件（32万元），已兑付1件（1.5万元）", page.Find(".page-line").TextContent);
        Assert.Contains("已申报 2月1日 → 已核准30万元 2月20日 → 未兑付（已10天）", page.Find(".applications").TextContent, StringComparison.Ordinal);
        Assert.Equal(["更正", "登记兑付", "撤回", "更正"], page.FindAll(".application-acts button").Select(b => b.TextContent));
        Assert.Empty((await OpenAsync<ApplicationsPage>(Town.TownLeader(), "/policies/applications")).FindAll(".application-acts button"));
    }

    [Fact]
    public async Task List_NarrowedByItsAddress_ShowsThoseAlone()
    {
        var clause = Town.PublishedClause(_unit, _officer, "稳岗补贴", Staff);
        Write(clause.ClauseId, ApplicationState.Refused, a => (a.Reason, a.DecidedOn) = ("材料不齐", new(2026, 2, 20)));

        Assert.Contains("材料不齐", (await OpenAsync<ApplicationsPage>(_officer, $"/policies/applications?show=Refused&year=2026&clause={clause.ClauseId}")).Find(".application").TextContent, StringComparison.Ordinal);
        Assert.Contains("没有符合条件的记录", (await OpenAsync<ApplicationsPage>(_officer, "/policies/applications?show=Paid")).Find(".empty").TextContent, StringComparison.Ordinal);
        Assert.Single((await OpenAsync<ApplicationsPage>(Town.Officer(Town.Unit("税务服务所")), "/policies/applications")).FindAll(".empty"));
    }

    [Fact]
    public async Task Application_OfAnother_DoesNotExist()
    {
        var clause = Town.PublishedClause(_unit, _officer, "稳岗补贴", Staff);
        var id = Write(clause.ClauseId, ApplicationState.Applied, a => a.Note = "受理号0302");

        Assert.Contains("受理号0302", (await OpenAsync<ApplicationPage>(_own, $"/policies/applications/{id}", id)).Find(".application").TextContent, StringComparison.Ordinal);
        Assert.False(NotFound);
        await OpenAsync<ApplicationPage>(Town.EnterpriseUser(Town.Enterprise(Town.EconomicCity())), $"/policies/applications/{id}", id);
        Assert.True(NotFound);
    }

    [Fact]
    public async Task MyPolicies_HaveWhatWasAppliedFor_AlsoUnderClausesThatNoLongerStand()
    {
        var clause = Town.PublishedClause(_unit, _officer, "稳岗补贴", Staff);
        Write(clause.ClauseId, ApplicationState.Applied, _ => { });
        Town.Write(db => db.Policies.Single(p => p.Id == clause.PolicyId).WithdrawnAt = Town.Clock.Now);

        var page = await OpenAsync<MyPoliciesPage>(_own, "/enterprises/own/policies");

        Assert.Contains("稳岗补贴", page.Find(".my-applications").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".match"));
        Assert.Equal(["撤回", "更正"], page.FindAll(".application-acts button").Select(b => b.TextContent));
    }

    [Fact]
    public async Task TakeUp_OpensTheReasonsOfAClause()
    {
        var clause = Town.PublishedClause(_unit, _officer, "稳岗补贴", Staff);
        Write(clause.ClauseId, ApplicationState.Refused, a => (a.Reason, a.DecidedOn) = ("材料不齐", new(2026, 2, 20)));

        Assert.Empty((await OpenAsync<TakeUpPage>(_officer, "/policies/take-up")).FindAll(".take-up-reasons"));
        var page = await OpenAsync<TakeUpPage>(_officer, $"/policies/take-up?why={clause.ClauseId}");

        Assert.Contains("材料不齐", page.Find(".take-up-reasons").TextContent, StringComparison.Ordinal);
        Assert.Contains(page.FindAll(".take-up a"), a => a.GetAttribute("href") == $"/policies/applications?show=Refused&clause={clause.ClauseId}");
        await OpenAsync<TakeUpPage>(_own, "/policies/take-up");
        Assert.True(NotFound);
    }

    [Fact]
    public async Task TakeUp_OfAClauseWithoutACondition_SaysThatNobodyCanCount()
    {
        Town.PublishedClause(_unit, _officer, "稳岗补贴", Staff);
        Town.PublishedClause(_unit, _officer, "尚无条件", null);

        var page = await OpenAsync<TakeUpPage>(_officer, "/policies/take-up");

        Assert.Equal(["0", "—未设置条件，无法统计"], page.FindAll(".take-up-clause").Select(c => c.NextElementSibling!.TextContent.Trim()));
        Assert.Contains("第1–2条，共2条", page.Find(".list-pager").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offers_SayWhatNoAuthorityHasSaidYet()
    {
        var clause = Town.PublishedClause(_unit, _officer, "稳岗补贴", Staff);
        Town.Write(db =>
        {
            db.PolicyClauses.Single(c => c.ClauseId == clause.ClauseId).WithoutApplication = true;
            var year = FactPeriod.Of(FactCatalogue.Find("staff")!.Shapes[0], 2025)!.Value;
            db.EnterpriseFacts.AddRange(
                new EnterpriseFact { EnterpriseId = _enterprise.Id, Code = "reg_place", Shape = FactShape.State, From = new(2020, 1, 1), Choice = "310114106", Standing = FactStanding.Authority, RecordedAt = Town.Clock.Now },
                new EnterpriseFact { EnterpriseId = _enterprise.Id, Code = "staff", Shape = year.Shape, From = year.From, Until = year.Until, Low = 120, High = 120, RecordedAt = Town.Clock.Now });
        });

        var address = $"/policies/{clause.PolicyId}/clauses/{clause.ClauseId}/offers";
        var page = await OpenAsync<OffersPage>(_officer, address, null, ("PolicyId", clause.PolicyId), ("ClauseId", clause.ClauseId));

        Assert.Contains("目前没有可以确认的企业", page.Find(".empty").TextContent, StringComparison.Ordinal);
        Assert.Equal(["可以确认的企业 0", "暂不能确认的企业 1"], page.FindAll(".offers-tabs a").Select(a => a.TextContent));
        page = await OpenAsync<OffersPage>(_officer, address + "?show=apart", null, ("PolicyId", clause.PolicyId), ("ClauseId", clause.ClauseId));
        Assert.Contains("缺少依据：从业人数（2025年末）", page.Find(".offers-apart").TextContent, StringComparison.Ordinal);
    }

    private long Write(long clause, ApplicationState state, Action<ClauseApplication> fill)
    {
        var application = new ClauseApplication { EnterpriseId = _enterprise.Id, ClauseId = clause, State = state, BegunOn = new(2026, 2, 1), BegunById = _own.AccountId };
        fill(application);
        Town.Write(db =>
        {
            application.PolicyClauseId = db.PolicyClauses.Single(c => c.ClauseId == clause).Id;
            db.ClauseApplications.Add(application);
        });
        return application.Id;
    }
}
