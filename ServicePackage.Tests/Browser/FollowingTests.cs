using Microsoft.Playwright;
using ServicePackage.Core.Policies;
using ServicePackage.Tests.Support;
using ServicePackage.Web;
using static Microsoft.Playwright.Assertions;

namespace ServicePackage.Tests.Browser;

/// <summary>An enterprise records on a phone what it applied for and follows it to the payment; its unit decides, pays, and confirms without an application.</summary>
public sealed class FollowingTests(WebTown web) : BrowserTests(web), IClassFixture<WebTown>
{
    [Fact]
    public async Task Application_IsFollowedToThePayment_AndAnOfferToTheConsent()
    {
        var enterprise = Town.Enterprise(Town.EconomicCity("经济城A"));
        var own = Town.EnterpriseUser(enterprise);
        var unit = Town.Unit("人社服务中心");
        var officer = Town.Officer(unit);
        var (applied, offered) = (Town.PublishedClause(unit, officer, "稳岗补贴", null), Town.PublishedClause(unit, officer, "社保补贴", null));
        Town.Write(db =>
        {
            foreach (var clause in db.PolicyClauses.Where(c => c.ClauseId == applied.ClauseId || c.ClauseId == offered.ClauseId).ToList())
            {
                (clause.Personalised, clause.WithoutApplication, clause.PaymentPromise) = (true, clause.ClauseId == offered.ClauseId, "核准后30日内");
                clause.Enterprises.Add(new ClauseEnterprise { EnterpriseId = enterprise.Id });
            }
        });

        var phone = await OpenAsync(Addresses.OwnPolicies, own, width: 390, height: 844);
        await phone.GetByRole(AriaRole.Button, new() { NameRegex = new("登记申报：稳岗补贴") }).ClickAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "保存申报" }).ClickAsync();
        await Expect(phone.Locator(".my-applications")).ToContainTextAsync("待核准");

        var desk = await OpenAsync(Addresses.Home, officer);
        await Expect(desk.Locator("#home-applications")).ToContainTextAsync("1");
        await desk.GetByRole(AriaRole.Link, new() { Name = "去核准" }).ClickAsync();
        await desk.GetByRole(AriaRole.Button, new() { NameRegex = new("^核准：稳岗补贴") }).ClickAsync();
        await desk.Locator("#field-Amount").FillAsync("30");
        await AccessibleAsync(desk);
        await desk.GetByRole(AriaRole.Button, new() { Name = "核准", Exact = true }).ClickAsync();
        await Expect(phone.Locator(".my-applications")).ToContainTextAsync("已核准30万元"); // the open page hears of it
        await Expect(phone.Locator(".my-applications")).ToContainTextAsync("兑现时限：核准后30日内");

        await ShowAsync(desk, Addresses.Applications);
        await ScreenshotAsync(desk, "applications");
        await desk.GetByRole(AriaRole.Button, new() { NameRegex = new("^登记兑付：稳岗补贴") }).ClickAsync();
        await Expect(desk.Locator("#field-Amount")).ToHaveValueAsync("30");
        await desk.GetByRole(AriaRole.Button, new() { Name = "登记兑付", Exact = true }).ClickAsync();
        await Expect(desk.Locator(".application-progress")).ToContainTextAsync("已兑付30万元");
        await Expect(phone.Locator(".my-applications")).ToContainTextAsync("已结束的1件");

        await ShowAsync(desk, Addresses.ClauseOffers(offered.PolicyId, offered.ClauseId));
        await desk.GetByRole(AriaRole.Checkbox, new() { Name = "选择全部1家" }).CheckAsync();
        await desk.Locator("#field-Amount").FillAsync("5");
        await AccessibleAsync(desk);
        Assert.Equal(0, await SidewaysOverflowAsync(desk));
        await ScreenshotAsync(desk, "offers");
        await desk.GetByRole(AriaRole.Button, new() { Name = "确认选中的1家" }).ClickAsync();

        await phone.GetByRole(AriaRole.Button, new() { NameRegex = new("^同意享受：社保补贴") }).ClickAsync();
        await Expect(phone.Locator(".my-applications")).ToContainTextAsync("企业同意5万元");
        await AccessibleAsync(phone);
        Assert.Equal(0, await SidewaysOverflowAsync(phone));
        await ScreenshotAsync(phone, "my-applications-phone");
        await ShowAsync(phone, Addresses.Notices);
        await Expect(phone.Locator(".notices")).ToContainTextAsync("“稳岗补贴”已兑付");
        await phone.GetByRole(AriaRole.Link, new() { NameRegex = new("“稳岗补贴”已兑付") }).ClickAsync();
        await Expect(phone.Locator(".application-sheet")).ToContainTextAsync("已兑付30万元");
        await Expect(phone).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"/policies/applications/\d+$")); // the notice that led here is read
        Assert.Equal(0, await SidewaysOverflowAsync(phone));

        var leader = await OpenAsync(Addresses.TakeUp, Town.TownLeader());
        await Expect(leader.Locator(".take-up")).ToContainTextAsync("35万元");
        await AccessibleAsync(leader);
        Assert.Equal(0, await SidewaysOverflowAsync(leader));
        await ScreenshotAsync(leader, "take-up");
    }
}
