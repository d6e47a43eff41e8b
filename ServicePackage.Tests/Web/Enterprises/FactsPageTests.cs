using AngleSharp.Dom;
using Bunit;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Tests.Support;
using ServicePackage.Web.Features.Enterprises.Facts;

namespace ServicePackage.Tests.Web.Enterprises;

public sealed class FactsPageTests : ScreenTests, IClassFixture<SqliteDatabase>
{
    private readonly Enterprise _enterprise;
    private readonly Caller _own;

    public FactsPageTests(SqliteDatabase database)
        : base(database)
    {
        _enterprise = Town.Enterprise(Town.EconomicCity());
        _own = Town.EnterpriseUser(_enterprise);
    }

    [Fact]
    public async Task Page_WhenNothingIsAnswered_SaysSoOfEveryFact()
    {
        var page = await OpenAsync<FactsPage>(_own, "/enterprises/own/facts");

        Assert.Equal($"{_enterprise.Name} · 已填报0项，共49项", page.Find(".page-line").TextContent);
        Assert.Equal([.. FactCatalogue.Groups.Select(g => g.Chinese), "称号与清单"], page.FindAll("main h2, h2").Select(h => h.TextContent));
        Assert.Equal(49, page.FindAll(".fact-values").Count(v => v.TextContent.Trim() == "暂未填报"));
        Assert.Equal(49, page.FindAll(".fact-act").Count(a => a.TextContent == "填报"));
    }

    [Fact]
    public async Task Form_OpenedByItsAddress_RecordsAndAsksBackOnce()
    {
        await RecordAsync(_own, i => (i.Year, i.Low) = (2024, "4200"));
        var page = await OpenAsync<FactsPage>(_own, "/enterprises/own/facts?fact=revenue");
        Assert.Equal("填报：营业收入", page.Find(".fact-form h4").TextContent);
        Assert.Equal("2025", Field(page, "年份").GetAttribute("value"));

        await Field(page, "数值").ChangeAsync("四千万");
        Assert.StartsWith("请填写数字", Assert.Single(Findings(page)), StringComparison.Ordinal);
        await Field(page, "数值").ChangeAsync("45000");
        await page.Find("form").SubmitAsync();
        Assert.Contains("相差10倍以上", Assert.Single(Findings(page)), StringComparison.Ordinal);
        await page.Find("#fact-again").ChangeAsync(true);
        await Field(page, "数值").ChangeAsync("450000"); // what was meant was another number
        await page.Find("form").SubmitAsync();
        Assert.Contains("450,000万元", Assert.Single(Findings(page)), StringComparison.Ordinal);
        await Field(page, "数值").ChangeAsync("45000");
        await page.Find("form").SubmitAsync();
        await page.Find("#fact-again").ChangeAsync(true);
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("45,000万元", page.Find("#fact-revenue .fact-values").TextContent, StringComparison.Ordinal));
        Assert.Equal("/enterprises/own/facts", Shown);
        Assert.Equal(["2025年", "2024年"], page.FindAll("#fact-revenue .fact-value > p > .quiet").Select(q => q.TextContent));
        Assert.Empty(page.FindAll(".fact-form"));
    }

    [Fact]
    public async Task Page_ForTheButler_ShowsTheDifferenceAndWhoSaysWhat()
    {
        var butler = Town.Butler(_enterprise);
        await RecordAsync(_own, i => (i.Year, i.Low) = (2025, "4200"));
        var page = await OpenAsync<FactsPage>(butler, $"/enterprises/{_enterprise.Id}/facts?fact=revenue", _enterprise.Id);
        await Field(page, "数值").ChangeAsync("4100");
        await page.Find("form").SubmitAsync();
        Assert.Equal(["请写明依据的材料，例如“2025年度审计报告”。"], Findings(page));
        await Field(page, "依据材料").ChangeAsync("2025年度审计报告");
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("4,100万元", page.Find("#fact-revenue strong").TextContent, StringComparison.Ordinal));
        var row = page.Find("#fact-revenue");
        Assert.Contains("已核实", row.QuerySelector(".fact-value p")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("依据：2025年度审计报告", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("不一致", row.QuerySelector(".fact-other")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("4,200万元", row.QuerySelector(".fact-other")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, row.QuerySelectorAll(".fact-history li").Length);
    }

    [Fact]
    public async Task Page_ForAnAdministrator_KeepsCommercialFiguresBackAndOffersNoForm()
    {
        await RecordAsync(_own, i => (i.Year, i.Low) = (2025, "4321"));
        var page = await OpenAsync<FactsPage>(Town.Administrator(), $"/enterprises/{_enterprise.Id}/facts?fact=revenue", _enterprise.Id);

        Assert.DoesNotContain("4,321", page.Markup, StringComparison.Ordinal);
        Assert.Contains("仅向服务该企业的人员显示", page.Find("#fact-revenue").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".fact-act, .fact-form"));
    }

    [Fact]
    public async Task Page_AsOfADay_ShowsWhatHeldThenAndIsToBeReadAlone()
    {
        await RecordAsync(_own, i => (i.Year, i.Low) = (2024, "4200"));
        await RecordAsync(_own, i => (i.Year, i.Low) = (2025, "4300"));
        var page = await OpenAsync<FactsPage>(_own, "/enterprises/own/facts?on=2025-12-31&fact=revenue");

        Assert.Equal("4,200万元", page.Find("#fact-revenue strong").TextContent);
        Assert.Contains("截至2025年12月31日", page.Find(".facts-then").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".fact-act, .fact-form"));

        await page.FindAll("input[type=date]")[0].ChangeAsync("");
        page.WaitForAssertion(() => Assert.Equal("4,300万元", page.Find("#fact-revenue strong").TextContent));
        await page.FindAll("input[type=date]")[1].ChangeAsync("2026-03-01");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("#fact-revenue strong")));
        Assert.Contains("known=2026-03-01", Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_OnAStaleCopy_IsRefusedAndSavesWhatWasTypedOnceReloaded()
    {
        var page = await OpenAsync<FactsPage>(_own, "/enterprises/own/facts?fact=revenue");
        await Field(page, "数值").ChangeAsync("4300");
        await RecordAsync(_own, i => (i.Year, i.Low) = (2025, "4200"));

        await page.Find("form").SubmitAsync();
        Assert.Single(page.FindAll(".refusal"));
        await Act(page, "查看最新内容").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("4,200万元", page.Find("#fact-revenue .fact-values").TextContent, StringComparison.Ordinal));
        Assert.Equal("4300", Field(page, "数值").GetAttribute("value"));
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal("4,300万元", page.Find("#fact-revenue strong").TextContent));
    }

    [Fact]
    public async Task Record_TakenBack_CountsNoMoreAndStaysInTheRecords()
    {
        await RecordAsync(_own, i => (i.Year, i.Low) = (2025, "4200"));
        var page = await OpenAsync<FactsPage>(_own, "/enterprises/own/facts");

        await Act(page, "撤回").ClickAsync(new());
        Assert.Equal("撤回“营业收入：2025年”的这条填报？撤回后不再作为依据，记录仍保留。", page.Find(".confirm p").TextContent);
        await page.Find(".confirm .button.main").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal("暂未填报", page.Find("#fact-revenue .fact-values").TextContent.Trim()));
        Assert.Contains("已更正或撤回", page.Find("#fact-revenue .fact-history li").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_InEnglish_SaysYuan()
    {
        await RecordAsync(_own, i => (i.Year, i.Low) = (2025, "4200.5"));
        using var reading = new Reading("en");

        var page = await OpenAsync<FactsPage>(_own, "/enterprises/own/facts");

        Assert.Equal("CNY 42,005,000", page.Find("#fact-revenue strong").TextContent);
        Assert.Contains("Declared by the enterprise", page.Find("#fact-revenue .fact-value").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Find("#fact-ip1").TextContent, c => c is >= '\u4e00' and <= '\u9fff');
    }

    [Fact]
    public async Task Page_OfAnEnterpriseOneDoesNotSee_IsNotFound()
    {
        await OpenAsync<FactsPage>(Town.EnterpriseUser(Town.Enterprise()), $"/enterprises/{_enterprise.Id}/facts", _enterprise.Id);

        Assert.True(NotFound);
    }

    [Theory]
    [InlineData("?on=gestern&known=2026-99-99&fact=nothing")]
    [InlineData("?on=9999-12-31&known=9999-12-31")]
    public async Task Page_WhenTheAddressIsNonsense_ShowsTheFileOfToday(string query)
    {
        var page = await OpenAsync<FactsPage>(_own, $"/enterprises/own/facts{query}");

        Assert.Equal(49, page.FindAll(".fact-act").Count);
    }

    private async Task RecordAsync(Caller who, Action<FactInput> fill)
    {
        var input = new FactInput { EnterpriseId = _enterprise.Id, Code = "revenue", Shape = FactShape.Year };
        fill(input);
        await using var db = Town.Look();
        input.Seen = await db.EnterpriseFacts.MaxAsync(f => (long?)f.Id, Cancellation);
        Assert.True((await new EnterpriseFactService(Town.Runner).RecordAsync(who, Guid.NewGuid(), input, Cancellation)).Done);
    }
}
