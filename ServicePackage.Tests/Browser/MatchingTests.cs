using Microsoft.Playwright;
using ServicePackage.Tests.Support;
using ServicePackage.Web;
using static Microsoft.Playwright.Assertions;

namespace ServicePackage.Tests.Browser;

/// <summary>An enterprise sees on a phone what fits it, answers what is missing, and says what it wants; its unit judges what no figure says.</summary>
public sealed class MatchingTests(WebTown web) : BrowserTests(web), IClassFixture<WebTown>
{
    [Fact]
    public async Task Policies_FindTheEnterprise_AndTheUnitFindsItToo()
    {
        var enterprise = Town.Enterprise(Town.EconomicCity("经济城A"));
        var (own, butler) = (Town.EnterpriseUser(enterprise), Town.Butler(enterprise));
        var unit = Town.Unit("人社服务中心");
        var officer = Town.Officer(unit);
        var clause = Town.PublishedClause(unit, officer, "稳岗补贴", """{"is":"all","of":[{"is":"figure","of":{"is":"fact","code":"staff"},"to":100},{"is":"judged","key":"front","chinese":"用工规范","english":"keeps the rules of employment"}]}""");

        var phone = await OpenAsync(Addresses.OwnPolicies, own, width: 390, height: 844);
        await Expect(phone.Locator(".match-group h2")).ToContainTextAsync("信息不足");
        await AccessibleAsync(phone);
        Assert.Equal(0, await SidewaysOverflowAsync(phone));
        await ScreenshotAsync(phone, "my-policies-phone");
        await phone.Locator(".unlockers").GetByRole(AriaRole.Link, new() { Name = "注册地" }).ClickAsync();
        await phone.Locator("#field-Since").FillAsync("2015-06-01");
        await phone.Locator("#field-Choice").FillAsync("310114106");
        await phone.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(phone.Locator("#fact-reg_place strong").First).ToHaveTextAsync("嘉定区马陆镇");

        var desk = await OpenAsync(Addresses.EnterprisePolicies(enterprise.Id), butler);
        await Expect(desk.Locator(".unlockers a")).ToHaveTextAsync("从业人数（2025年末）");
        await desk.Locator(".unlockers a").ClickAsync();
        await desk.Locator("#field-Low").FillAsync("120");
        await desk.Locator("#field-Evidence").FillAsync("社保缴费人数");
        await desk.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(desk.Locator("#fact-staff strong").First).ToHaveTextAsync("120人");

        await ShowAsync(phone, Addresses.OwnPolicies);
        await Expect(phone.Locator(".match-group h2")).ToContainTextAsync("待核实");
        await phone.GetByRole(AriaRole.Button, new() { Name = "感兴趣，请联系我" }).ClickAsync();
        await Expect(phone.Locator(".match-answer")).ToContainTextAsync("已表示感兴趣");
        await ShowAsync(desk, Addresses.Notices);
        await Expect(desk.Locator(".notices")).ToContainTextAsync("对“稳岗补贴”感兴趣");

        var side = await OpenAsync($"{Addresses.ClauseEnterprises(clause.PolicyId, clause.ClauseId)}?group=ToVerify", officer);
        await Expect(side.Locator(".enterprise-match h3")).ToContainTextAsync(enterprise.Name);
        await AccessibleAsync(side);
        Assert.Equal(0, await SidewaysOverflowAsync(side));
        await ScreenshotAsync(side, "clause-enterprises");
        await side.GetByRole(AriaRole.Button, new() { NameRegex = new("用工规范") }).ClickAsync();
        await side.GetByRole(AriaRole.Radio, new() { Name = "符合", Exact = true }).CheckAsync();
        await side.Locator("#field-Note").FillAsync("劳动监察无投诉记录");
        await side.GetByRole(AriaRole.Button, new() { Name = "保存核实结论" }).ClickAsync();
        await Expect(side.Locator(".enterprise-match")).ToHaveCountAsync(0);

        await Expect(phone.Locator(".match-group h2")).ToContainTextAsync("符合"); // the open page hears of it
        Assert.Equal(0, await SidewaysOverflowAsync(phone));
        await ScreenshotAsync(phone, "my-policies-met-phone");
    }
}
