using AngleSharp.Dom;
using Bunit;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Policies;
using ServicePackage.Tests.Support;
using ServicePackage.Web.Features.Policies;

namespace ServicePackage.Tests.Web.Policies;

public sealed class MyPoliciesPageTests : ScreenTests, IClassFixture<SqliteDatabase>
{
    private const string Staff = """{"is":"figure","of":{"is":"fact","code":"staff"},"to":100}""";

    private readonly Organisation _unit;
    private readonly Caller _officer;
    private readonly Enterprise _enterprise;
    private readonly Caller _own;

    public MyPoliciesPageTests(SqliteDatabase database)
        : base(database)
    {
        (_unit, _enterprise) = (Town.Unit("人社服务中心"), Town.Enterprise(Town.EconomicCity()));
        (_officer, _own) = (Town.Officer(_unit), Town.EnterpriseUser(_enterprise));
    }

    [Fact]
    public async Task Page_WithoutAnyClause_SaysSo() =>
        Assert.Equal("惠企政策中还没有可以自动匹配的条款。", (await OpenAsync<MyPoliciesPage>(_own, "/enterprises/own/policies")).Find(".empty p").TextContent);

    [Fact]
    public async Task Page_GroupsClausesAndSaysWhatWouldDecideThem()
    {
        Town.PublishedClause(_unit, _officer, "稳岗补贴", Staff);
        Town.PublishedClause(_unit, _officer, "研发补贴", """{"is":"figure","of":{"is":"fact","code":"rd"},"to":1000000}""");
        Town.PublishedClause(_unit, _officer, "尚无条件", null);
        Record("reg_place", f => f.Choice = "310114106");
        Record("staff", f => (f.Low, f.High) = (90, 90));

        var page = await OpenAsync<MyPoliciesPage>(_own, "/enterprises/own/policies");

        Assert.Equal($"{_enterprise.Name}：符合0项，待核实0项，接近1项，信息不足1项", page.Find(".page-line").TextContent);
        Assert.Equal(["接近 1", "信息不足 1"], page.FindAll(".match-group h2").Select(h => h.TextContent.Trim()));
        Assert.Contains("从业人数（2025年末）：90人，要求不少于100人", page.Find(".reasons").TextContent, StringComparison.Ordinal);
        Assert.Equal("可单独判断1项", page.Find(".unlockers .quiet").TextContent);
        Assert.EndsWith("?fact=rd#fact-rd", page.Find(".unlockers a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("另有1项条款尚不能自动匹配", page.Find(".match-more").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NotMet_IsShownOnRequest()
    {
        Town.PublishedClause(_unit, _officer, "稳岗补贴", Staff);
        Record("reg_place", f => f.Choice = "310114106");
        Record("staff", f => (f.Low, f.High) = (9, 9));

        Assert.Equal("查看不符合的1项", (await OpenAsync<MyPoliciesPage>(_own, "/enterprises/own/policies")).Find(".match-more a").TextContent);
        var all = await OpenAsync<MyPoliciesPage>(_own, "/enterprises/own/policies?show=NotMet");

        Assert.Equal("不符合 1", all.Find(".match-group h2").TextContent.Trim());
        Assert.Empty(all.FindAll(".match-acts"));
    }

    [Fact]
    public async Task NotForUs_AsksWhy_AndCanBeTakenBack()
    {
        Town.PublishedClause(_unit, _officer, "稳岗补贴", Staff);
        var page = await OpenAsync<MyPoliciesPage>(_own, "/enterprises/own/policies");

        await page.FindAll(".match-acts button").Single(b => b.TextContent == "不适合").ClickAsync(new());
        await page.Find("form").SubmitAsync();
        Assert.Single(page.FindAll(".field-error"));
        await page.Find("#field-Reason").ChangeAsync("没有招聘计划");
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("没有招聘计划", page.Find(".match-answer").TextContent, StringComparison.Ordinal));
        await page.Find(".match-answer button").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".match-answer")));
    }

    [Fact]
    public async Task ToVerify_SaysWhatIsToBeJudgedAndByWhom_AlsoBeforeItWasOpened()
    {
        var (_, clause) = Town.PublishedClause(_unit, _officer, "稳岗补贴", """{"is":"judged","key":"front","chinese":"位居行业前列","english":"in the front"}""");
        Record("reg_place", f => f.Choice = "310114106");
        Town.Write(db => db.Matches.Add(new KeptMatch { EnterpriseId = _enterprise.Id, ClauseId = clause, Since = Town.Clock.Now, ToldAt = Town.Clock.Now }));

        var page = await OpenAsync<MyPoliciesPage>(_own, "/enterprises/own/policies");

        Assert.Equal($"待核实：位居行业前列（由{_unit.Name}或产业发展中心核实）", page.Find(".match-missing").TextContent);
    }

    [Fact]
    public async Task Wishes_AreAskedNoMore_OnceAnApplicationIsOpen()
    {
        var (_, clause) = Town.PublishedClause(_unit, _officer, "稳岗补贴", Staff);
        Assert.NotEmpty((await OpenAsync<MyPoliciesPage>(_own, "/enterprises/own/policies")).FindAll(".match-acts"));
        Town.Write(db => db.ClauseApplications.Add(new ClauseApplication
        {
            EnterpriseId = _enterprise.Id,
            ClauseId = clause,
            PolicyClauseId = db.PolicyClauses.Single(c => c.ClauseId == clause).Id,
            State = ApplicationState.Applied,
            BegunOn = Town.Clock.Today,
            BegunById = _own.AccountId,
        }));

        var page = await OpenAsync<MyPoliciesPage>(_own, "/enterprises/own/policies");

        Assert.Empty(page.FindAll(".match-acts"));
        Assert.Contains("已申报", page.Find(".match .clause-following").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LongGroup_IsFolded_WithWhatWasPushedOnTop()
    {
        var clauses = Enumerable.Range(0, 8).Select(i => Town.PublishedClause(_unit, _officer, $"条款{i}", Staff)).ToList();
        Town.Write(db => db.ClausePushes.Add(new ClausePush { EnterpriseId = _enterprise.Id, ClauseId = clauses[7].ClauseId, UnitId = _unit.Id, Word = "请申报", PushedAt = Town.Clock.Now, PushedById = _officer.AccountId }));

        var page = await OpenAsync<MyPoliciesPage>(_own, "/enterprises/own/policies");

        Assert.StartsWith("另有3项", page.Find(".match-rest summary").TextContent, StringComparison.Ordinal);
        Assert.Equal("条款7", page.Find(".match-open").TextContent);
        Assert.Equal(8, page.FindAll(".match").Count);
    }

    private void Record(string code, Action<EnterpriseFact> fill)
    {
        var shape = FactCatalogue.Find(code)!.Shapes[0];
        var period = shape == FactShape.State ? FactPeriod.Since(new DateOnly(2020, 1, 1)) : FactPeriod.Of(shape, 2025)!.Value;
        var fact = new EnterpriseFact { EnterpriseId = _enterprise.Id, Code = code, Shape = shape, From = period.From, Until = period.Until, RecordedAt = Town.Clock.Now };
        fill(fact);
        Town.Write(db => db.EnterpriseFacts.Add(fact));
    }
}
