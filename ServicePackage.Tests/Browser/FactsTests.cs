using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ServicePackage.Tests.Support;
using ServicePackage.Web;
using static Microsoft.Playwright.Assertions;

namespace ServicePackage.Tests.Browser;

/// <summary>An enterprise fills in its facts on a phone; its butler checks one at a desk.</summary>
public sealed class FactsTests(WebTown web) : BrowserTests(web), IClassFixture<WebTown>
{
    [Fact]
    public async Task Facts_AreFilledInOnAPhoneAndCheckedAtADesk()
    {
        var enterprise = Town.Enterprise(Town.EconomicCity("经济城A"));
        var (own, butler) = (Town.EnterpriseUser(enterprise), Town.Butler(enterprise));

        var phone = await OpenAsync(Addresses.OwnEnterpriseFacts, own, width: 390, height: 844);
        Assert.Equal(0, await SidewaysOverflowAsync(phone));
        await OpenFormAsync(phone, "成立日期");
        await phone.GetByLabel("日期", new() { Exact = false }).Last.FillAsync("2015-06-01");
        await SaveAsync(phone, "founded", "2015年6月1日");
        await OpenFormAsync(phone, "营业收入");
        await AccessibleAsync(phone);
        Assert.Equal(0, await SidewaysOverflowAsync(phone));
        await ScreenshotAsync(phone, "facts-phone-form");
        await phone.Locator("#field-Low").FillAsync("４，２００");
        await SaveAsync(phone, "revenue", "4,200万元");
        await OpenFormAsync(phone, "出口额");
        await phone.GetByRole(AriaRole.Radio, new() { Name = "无" }).CheckAsync();
        await SaveAsync(phone, "export", "无");
        await Expect(phone.Locator(".page-line")).ToContainTextAsync("已填报3项");
        await Expect(phone.Locator("#fact-export .fact-act")).ToBeFocusedAsync();
        Assert.Equal(0, await SidewaysOverflowAsync(phone));
        await ScreenshotAsync(phone, "facts-phone");

        var desk = await OpenAsync(Addresses.EnterpriseFacts(enterprise.Id), butler);
        await OpenFormAsync(desk, "营业收入");
        await desk.Locator("#field-Low").FillAsync("4100");
        await desk.Locator("#field-Evidence").FillAsync("2025年度审计报告");
        await SaveAsync(desk, "revenue", "4,100万元");
        await Expect(desk.Locator("#fact-revenue .fact-other")).ToContainTextAsync("4,200万元");
        await AccessibleAsync(desk);
        Assert.Equal(0, await SidewaysOverflowAsync(desk));
        await ScreenshotAsync(desk, "facts-desk");

        await Expect(phone.Locator("#fact-revenue strong")).ToHaveTextAsync("4,100万元"); // the open page hears of it
        await using var db = Town.Look();
        Assert.Equal(4, await db.EnterpriseFacts.CountAsync(f => f.EnterpriseId == enterprise.Id, Cancellation));
    }

    private static async Task OpenFormAsync(IPage page, string fact)
    {
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new($"：{fact}$") }).ClickAsync();
        await Expect(page.Locator(".fact-form h4")).ToBeFocusedAsync();
        await Expect(page.Locator(".fact-form h4")).ToContainTextAsync(fact);
    }

    private static async Task SaveAsync(IPage page, string code, string said)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(page.Locator($"#fact-{code} strong").First).ToHaveTextAsync(said);
        await Expect(page.Locator(".fact-form")).ToHaveCountAsync(0);
    }
}
