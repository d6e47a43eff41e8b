using Microsoft.Playwright;
using ServicePackage.Tests.Support;
using ServicePackage.Web;
using static Microsoft.Playwright.Assertions;

namespace ServicePackage.Tests.Browser;

/// <summary>A unit pushes its clause to a selection; the enterprise finds it on a phone, and stops the weekly notice by one click.</summary>
public sealed class PushTests(WebTown web) : BrowserTests(web), IClassFixture<WebTown>
{
    [Fact]
    public async Task Clause_PushedToASelection_StandsOnThePageOfTheEnterprise()
    {
        var enterprise = Town.Enterprise(Town.EconomicCity("经济城B"));
        var own = Town.EnterpriseUser(enterprise);
        var unit = Town.Unit("财政所");
        var officer = Town.Officer(unit);
        var clause = Town.PublishedClause(unit, officer, "贷款贴息", """{"is":"figure","of":{"is":"fact","code":"staff"},"to":100}""");

        var side = await OpenAsync($"{Addresses.ClauseEnterprises(clause.PolicyId, clause.ClauseId)}?group=Undecided", officer);
        await side.GetByRole(AriaRole.Checkbox, new() { Name = "选择本页全部" }).CheckAsync();
        await side.GetByRole(AriaRole.Button, new() { Name = "推送给所选企业" }).ClickAsync();
        await Expect(side.Locator(".push-panel")).ToContainTextAsync("将推送给");
        await AccessibleAsync(side);
        await ScreenshotAsync(side, "clause-push");
        await side.Locator("#field-Word").FillAsync("贴息名额有限，请尽早申报");
        await side.GetByRole(AriaRole.Button, new() { Name = "确认推送" }).ClickAsync();
        await Expect(side.Locator(".enterprise-match").Filter(new() { HasText = enterprise.Name })).ToContainTextAsync("已推送，企业未回复");
        Assert.Equal(0, await SidewaysOverflowAsync(side));

        var phone = await OpenAsync(Addresses.OwnPolicies, own, width: 390, height: 844);
        var item = phone.Locator($"#match-{clause.ClauseId}");
        await Expect(item.Locator(".match-marks")).ToContainTextAsync($"{unit.Name}推送");
        await Expect(item.Locator(".match-push")).ToContainTextAsync("贴息名额有限");
        await AccessibleAsync(phone);
        Assert.Equal(0, await SidewaysOverflowAsync(phone));
        await ScreenshotAsync(phone, "my-policies-pushed-phone");
        await phone.GetByRole(AriaRole.Button, new() { Name = "不再每周提示" }).ClickAsync();
        await Expect(phone.GetByRole(AriaRole.Button, new() { Name = "恢复每周提示" })).ToBeVisibleAsync();
    }
}
