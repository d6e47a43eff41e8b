using AngleSharp.Dom;
using Bunit;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Tests.Support;
using ServicePackage.Web.Features.Enterprises.Facts;

namespace ServicePackage.Tests.Web.Enterprises;

/// <summary>The lists on the page of an enterprise's facts.</summary>
public sealed class ListRowTests : ScreenTests, IClassFixture<SqliteDatabase>
{
    private const string Own = "/enterprises/own/facts";

    private readonly Enterprise _enterprise;
    private readonly Caller _own;

    public ListRowTests(SqliteDatabase database)
        : base(database)
    {
        _enterprise = Town.Enterprise(Town.EconomicCity());
        _own = Town.EnterpriseUser(_enterprise);
    }

    [Fact]
    public async Task Lists_WhenEmpty_SayThatNothingIsKnown()
    {
        var page = await OpenAsync<FactsPage>(_own, Own);

        Assert.Equal(ListCatalogue.All.Select(l => l.Chinese), page.FindAll(".kept-row h3").Select(h => h.TextContent));
        Assert.Equal(7, page.FindAll(".kept-items > .quiet").Count(q => q.TextContent == "暂无记录"));
        Assert.Equal(7, page.FindAll(".kept-items .hint").Count(h => h.TextContent.StartsWith("尚未声明完整", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Form_OfATitle_AsksTheLevelWhereThereIsOneAndAddsIt()
    {
        var page = await OpenAsync<FactsPage>(_own, $"{Own}?list=title");
        Assert.Equal("添加：称号", page.Find(".fact-form h4").TextContent);
        Assert.Empty(page.FindAll("#field-Level"));
        await page.Find("form").SubmitAsync();
        Assert.Equal("请填写“称号”。", Assert.Single(Findings(page)));

        await page.Find("#field-Kind").ChangeAsync("tech_centre");
        await page.Find("#field-Level").ChangeAsync("city");
        await page.Find("#field-From").ChangeAsync("2024-05-01");
        await page.Find("#field-Until").ChangeAsync("2024-04-30");
        Assert.Equal("截止日期不能早于2024年5月1日。", Assert.Single(Findings(page)));
        await page.Find("#field-Until").ChangeAsync("2027-04-30");
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal("企业技术中心（市级）", page.Find("#list-title strong").TextContent));
        Assert.Contains("有效期2024年5月1日至2027年4月30日", page.Find("#list-title .kept-item").TextContent, StringComparison.Ordinal);
        Assert.Equal(Own, Shown);
        Assert.Empty(page.FindAll(".fact-form"));
    }

    [Fact]
    public async Task Title_ThatJumps_IsAskedBackOnce()
    {
        await RecordAsync(_own, i => (i.List, i.Kind, i.From) = ("title", "hnte", new(2024, 1, 1)));
        var page = await OpenAsync<FactsPage>(_own, $"{Own}?list=title");

        await page.Find("#field-Kind").ChangeAsync("hnte");
        await page.Find("#field-From").ChangeAsync("2004-01-01");
        await page.Find("form").SubmitAsync();
        Assert.Contains("相差10年以上", Assert.Single(Findings(page)), StringComparison.Ordinal);
        await page.Find("#list-again").ChangeAsync(true);
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("#list-title .kept-item").Count));
    }

    [Fact]
    public async Task Butler_ChecksATitleOfUnknownDates()
    {
        await RecordAsync(_own, i => (i.List, i.Kind) = ("title", "hnte"));
        var page = await OpenAsync<FactsPage>(Town.Butler(_enterprise), $"/enterprises/{_enterprise.Id}/facts", _enterprise.Id);
        Assert.Equal("待确认", page.Find("#list-title .kept-item .tag").TextContent);
        Assert.Equal("核实：高新技术企业", page.Find("#list-title .kept-acts a").GetAttribute("aria-label"));

        Navigation.NavigateTo(page.Find("#list-title .kept-acts a").GetAttribute("href")!);
        page.WaitForAssertion(() => Assert.Equal("更正：高新技术企业", page.Find(".fact-form h4").TextContent));
        await page.Find("#field-From").ChangeAsync("2023-12-01");
        await page.Find("#field-Until").ChangeAsync("2026-11-30");
        await page.Find("#field-Evidence").ChangeAsync("证书");
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("已核实", page.Find("#list-title .kept-item .hint").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("#list-title .kept-item .tag"));
        Assert.Equal(2, page.FindAll("#list-title .kept-history li").Count);
    }

    [Fact]
    public async Task Complete_IsSaidWithWhatItMeansAndTakenBack()
    {
        var page = await OpenAsync<FactsPage>(_own, $"{Own}?list=loan&item=complete");
        Assert.Contains("按企业没有“贷款”处理；12个月后", page.Find(".fact-form .hint").TextContent, StringComparison.Ordinal);
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("截至2026年3月2日完整", page.Find("#list-loan .kept-closing").TextContent, StringComparison.Ordinal));
        Assert.Equal("没有", page.Find("#list-loan .kept-items > .quiet").TextContent);

        await Button(page.Find("#list-loan .kept-closing"), "撤回完整声明").ClickAsync();
        await Button(page.Find("#list-loan .kept-closing"), "撤回完整声明").ClickAsync();
        page.WaitForAssertion(() => Assert.Equal("暂无记录", page.Find("#list-loan .kept-items > .quiet").TextContent));
    }

    [Fact]
    public async Task Lists_ReadAsOfADay_AreForReadingAlone()
    {
        await RecordAsync(_own, i => (i.List, i.Kind, i.From, i.Until) = ("title", "hnte", new(2020, 1, 1), new(2022, 12, 31)));

        Assert.Equal("已到期", (await OpenAsync<FactsPage>(_own, Own)).Find("#list-title .kept-item .tag").TextContent);
        var then = await OpenAsync<FactsPage>(_own, $"{Own}?on=2022-12-31&list=title");
        Assert.Empty(then.FindAll("#list-title .tag, .kept-act, .kept-acts, .fact-form"));
        Assert.Empty((await OpenAsync<FactsPage>(_own, $"{Own}?on=2019-12-31")).FindAll(".kept-item"));
    }

    [Fact]
    public async Task Lists_KeptBack_SayWhyAndShowTheRest()
    {
        await RecordAsync(_own, i => (i.List, i.Kind) = ("title", "hnte"));
        var page = await OpenAsync<FactsPage>(Town.TownLeader(), $"/enterprises/{_enterprise.Id}/facts", _enterprise.Id);

        Assert.Single(page.FindAll("#list-title .kept-item"));
        Assert.Contains("仅向服务该企业的人员显示", page.Find("#list-equity").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".kept-act, .kept-acts"));
    }

    private static IElement Button(IElement within, string text) => within.QuerySelectorAll("button").Single(b => b.TextContent.Trim() == text);

    private async Task RecordAsync(Caller who, Action<ListItemInput> fill)
    {
        var input = new ListItemInput { EnterpriseId = _enterprise.Id };
        fill(input);
        Assert.Null((await new EnterpriseListService(Town.Runner).RecordAsync(who, Guid.NewGuid(), input, Cancellation)).Refusal?.Sentence);
    }
}
