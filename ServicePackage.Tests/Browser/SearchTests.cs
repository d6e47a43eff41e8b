using Microsoft.Playwright;
using ServicePackage.Tests.Support;
using ServicePackage.Web;
using static Microsoft.Playwright.Assertions;

namespace ServicePackage.Tests.Browser;

/// <summary>Searching from anywhere, by keys alone or by a tap.</summary>
public sealed class SearchTests(WebTown web) : TicketWalk(web), IClassFixture<WebTown>
{
    [Fact]
    public async Task Search_ByKeysAlone_LeadsToTheDemand()
    {
        var number = await RaisedAsync();
        var page = await OpenAsync(Addresses.Home, Dispatcher);

        await page.Keyboard.PressAsync("Control+k");
        await Expect(page.GetByRole(AriaRole.Combobox)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("积水");
        await Expect(page.GetByRole(AriaRole.Option).First).ToContainTextAsync("积水");
        await ScreenshotAsync(page, "search-1440");
        await AccessibleAsync(page);
        await page.GetByRole(AriaRole.Combobox).FillAsync(number);
        await Expect(page.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("h1")).ToContainTextAsync(number);
        await page.Keyboard.PressAsync("Control+k");
        await Expect(page.GetByRole(AriaRole.Combobox)).ToHaveValueAsync("");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Combobox)).ToHaveCountAsync(0);

        // Another enterprise finds nothing of it, neither by its number nor by its words.
        var stranger = await OpenAsync(Addresses.Home, Town.EnterpriseUser(Town.Enterprise(name: "上海澄光传感技术有限公司")));
        await stranger.Keyboard.PressAsync("Control+k");
        await stranger.Keyboard.TypeAsync(number);
        await Expect(stranger.Locator(".search-state")).ToContainTextAsync("没有");
        await stranger.GetByRole(AriaRole.Combobox).FillAsync("积水");
        await Expect(stranger.Locator(".search-state")).ToContainTextAsync("没有");
        await Expect(stranger.GetByRole(AriaRole.Option)).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task Search_WhileNothingIsTyped_OffersWhatWasOpenedLastAndTheReadersDoors_UntilSigningOut(int width)
    {
        var number = await RaisedAsync();
        var page = await OpenAsync(Addresses.Ticket(number), Dispatcher, width: width);

        await page.Locator("#search-open").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "最近打开" }).GetByRole(AriaRole.Option).First).ToContainTextAsync(number);
        var acts = page.GetByRole(AriaRole.Group, new() { Name = "常用操作" }).GetByRole(AriaRole.Option);
        await Expect(acts.First).ToHaveTextAsync("提出诉求");
        await Expect(acts.Filter(new() { HasText = "分派与审核" })).ToHaveCountAsync(1);
        await Expect(acts.Filter(new() { HasText = "账号" })).ToHaveCountAsync(0);
        await ScreenshotAsync(page, $"search-start-{width}");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToContainTextAsync("提出诉求");

        await page.Locator("details.account summary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "退出登录" }).ClickAsync();
        await Expect(page.Locator("input[type=password]")).ToBeVisibleAsync();
        await page.WaitForFunctionAsync("!Object.keys(localStorage).some(key => key.startsWith('opened:'))");
    }

    [Fact]
    public async Task Search_OnAPhone_FindsPagesAndSaysWhenNothingIsFound()
    {
        var page = await OpenAsync(Addresses.Home, Applicant, "en", dark: true, 390, 844);

        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await page.GetByRole(AriaRole.Combobox).FillAsync("zz");
        await Expect(page.Locator(".search-state")).ToHaveTextAsync("Nothing that you may see was found. Try other words.");
        await page.GetByRole(AriaRole.Combobox).FillAsync("notices");
        await ScreenshotAsync(page, "search-390");
        Assert.True(await SidewaysOverflowAsync(page) <= 0);
        await page.GetByRole(AriaRole.Option, new() { Name = "Notices" }).ClickAsync();

        await Expect(page.Locator("h1")).ToHaveTextAsync("Notices");
        await Expect(page.GetByRole(AriaRole.Combobox)).ToHaveCountAsync(0);
    }
}
