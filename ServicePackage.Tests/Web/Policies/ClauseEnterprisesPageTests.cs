using Bunit;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Tests.Support;
using ServicePackage.Web.Features.Policies;

namespace ServicePackage.Tests.Web.Policies;

/// <summary>The enterprises beside a clause, as its unit reads and judges them.</summary>
public sealed class ClauseEnterprisesPageTests : ScreenTests, IClassFixture<SqliteDatabase>
{
    private const string Front = """{"is":"judged","key":"front","chinese":"位居行业前列","english":"in the front"}""";

    private readonly Organisation _unit;
    private readonly Caller _officer;
    private readonly (Enterprise One, Enterprise Other) _enterprises;

    public ClauseEnterprisesPageTests(SqliteDatabase database)
        : base(database)
    {
        var city = Town.EconomicCity();
        (_unit, _enterprises) = (Town.Unit("人社服务中心"), (Town.Enterprise(city), Town.Enterprise(city)));
        _officer = Town.Officer(_unit);
    }

    [Fact]
    public async Task Selected_AreJudgedTogether_AndWhoWasRefusedIsNamed()
    {
        var clause = Town.PublishedClause(_unit, _officer, "稳岗补贴", Front);
        foreach (var enterprise in new[] { _enterprises.One, _enterprises.Other })
        {
            Town.Write(db => db.EnterpriseFacts.Add(new EnterpriseFact { EnterpriseId = enterprise.Id, Code = "reg_place", Shape = FactShape.State, From = new(2020, 1, 1), Choice = "310114106", RecordedAt = Town.Clock.Now }));
        }

        var page = await OpenAsync(clause);
        await page.Find(".push-acts input").ChangeAsync(true);
        await Act(page, "核实所选企业").ClickAsync(new());
        Town.Write(db => db.Judgements.Add(new Judgement { EnterpriseId = _enterprises.Other.Id, Key = "front", Holds = false, Note = "走访", JudgedAt = Town.Clock.Now, JudgedById = _officer.AccountId }));
        await page.FindAll(".judge-many input[type=radio]")[0].ChangeAsync(true);
        await page.Find(".judge-many #field-Note").ChangeAsync("行业协会名单");
        await page.Find(".judge-many form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains(_enterprises.Other.Name, page.Find(".judge-refused").TextContent, StringComparison.Ordinal));
        await using var db = Town.Look();
        Assert.Equal([_enterprises.One.Id], db.Judgements.Where(j => j.Holds).Select(j => j.EnterpriseId).ToList());
    }

    [Fact]
    public async Task Named_WithoutACondition_AreListed_AndCanBeLookedFor()
    {
        var clause = Town.PublishedClause(_unit, _officer, "一企一策", null);
        Town.Write(db =>
        {
            var row = db.PolicyClauses.Single(c => c.ClauseId == clause.ClauseId);
            row.Personalised = true;
            row.Enterprises.Add(new ServicePackage.Core.Policies.ClauseEnterprise { EnterpriseId = _enterprises.One.Id });
        });

        var page = await OpenAsync(clause);
        Assert.Equal([_enterprises.One.Name], page.FindAll(".enterprise-match h3").Select(h => h.TextContent.Trim()));
        Assert.Equal(["符合 1"], page.FindAll(".match-tabs a").Select(a => a.TextContent));
        Assert.Single(page.FindAll("a"), a => a.GetAttribute("href")?.Contains("/enterprises/sheet", StringComparison.Ordinal) == true);

        page = await OpenAsync(clause, "?q=不存在");
        Assert.Contains("没有名称符合的企业", page.Find(".empty").TextContent, StringComparison.Ordinal);
    }

    private Task<IRenderedComponent<ClauseEnterprisesPage>> OpenAsync((long PolicyId, long ClauseId) clause, string query = "") =>
        OpenAsync<ClauseEnterprisesPage>(_officer, $"/policies/{clause.PolicyId}/clauses/{clause.ClauseId}/enterprises{query}", null, ("PolicyId", clause.PolicyId), ("ClauseId", clause.ClauseId));
}
