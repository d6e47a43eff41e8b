using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ServicePackage.Tests.Support;
using ServicePackage.Web;
using static Microsoft.Playwright.Assertions;

namespace ServicePackage.Tests.Browser;

/// <summary>An enterprise adds a title on a phone and says that there are no others; the Centre finds it by that title.</summary>
public sealed class ListsTests(WebTown web) : BrowserTests(web), IClassFixture<WebTown>
{
    [Fact]
    public async Task Title_AddedOnAPhone_IsFoundByTheCentre()
    {
        var enterprise = Town.Enterprise(Town.EconomicCity("经济城A"));
        var other = Town.Enterprise();
        var own = Town.EnterpriseUser(enterprise);

        var phone = await OpenAsync(Addresses.OwnEnterpriseFacts, own, width: 390, height: 844);
        await phone.GetByRole(AriaRole.Link, new() { Name = "添加：称号", Exact = true }).ClickAsync();
        await Expect(phone.Locator(".fact-form h4")).ToBeFocusedAsync();
        await AccessibleAsync(phone);
        Assert.Equal(0, await SidewaysOverflowAsync(phone));
        await ScreenshotAsync(phone, "lists-phone-form");
        await phone.Locator("#field-Kind").SelectOptionAsync("hnte");
        await phone.Locator("#field-From").FillAsync(Iso(Town.Clock.Today.AddYears(-1)));
        await phone.Locator("#field-Until").FillAsync(Iso(Town.Clock.Today.AddYears(2)));
        await phone.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(phone.Locator("#list-title strong")).ToHaveTextAsync("高新技术企业");
        await Expect(phone.Locator("#list-title .kept-act")).ToBeFocusedAsync();

        await phone.Locator("#list-title").GetByRole(AriaRole.Link, new() { NameRegex = new("^没有其他的了") }).ClickAsync();
        await Expect(phone.Locator(".fact-form h4")).ToBeFocusedAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "没有其他的了，截至今日完整" }).ClickAsync();
        await Expect(phone.Locator("#list-title .kept-closing")).ToContainTextAsync("完整");
        Assert.Equal(0, await SidewaysOverflowAsync(phone));
        await ScreenshotAsync(phone, "lists-phone");

        var desk = await OpenAsync(Addresses.Enterprises, Town.Dispatcher());
        await Expect(desk.GetByRole(AriaRole.Link, new() { Name = other.Name, Exact = true })).ToBeVisibleAsync();
        await desk.GetByLabel("称号").SelectOptionAsync("hnte");
        await Expect(desk.GetByRole(AriaRole.Link, new() { Name = other.Name, Exact = true })).ToHaveCountAsync(0);
        await Expect(desk.Locator("tbody .tag")).ToHaveTextAsync("高新技术企业");
        await desk.GetByRole(AriaRole.Link, new() { Name = enterprise.Name, Exact = true }).ClickAsync();
        await desk.WaitForURLAsync($"**{Addresses.Enterprise(enterprise.Id)}");
        await ShowAsync(desk, Addresses.EnterpriseFacts(enterprise.Id));
        await desk.Locator("#list-title").GetByRole(AriaRole.Link, new() { Name = "核实：高新技术企业", Exact = true }).ClickAsync();
        await desk.Locator("#field-Evidence").FillAsync("证书");
        await AccessibleAsync(desk);
        await desk.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(desk.Locator("#list-title .kept-item")).ToContainTextAsync("已核实");
        await AccessibleAsync(desk);
        Assert.Equal(0, await SidewaysOverflowAsync(desk));
        await ScreenshotAsync(desk, "lists-desk");

        await Expect(phone.Locator("#list-title .kept-item")).ToContainTextAsync("已核实"); // the open page hears of it
        await using var db = Town.Look();
        Assert.Equal((2, 1), (await db.EnterpriseListItems.CountAsync(Cancellation), await db.EnterpriseListClosings.CountAsync(Cancellation)));
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
