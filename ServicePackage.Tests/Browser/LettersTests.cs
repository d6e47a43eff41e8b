using Microsoft.Playwright;
using ServicePackage.Tests.Support;
using ServicePackage.Web;
using static Microsoft.Playwright.Assertions;

namespace ServicePackage.Tests.Browser;

/// <summary>One letter for what is done most, and the sheet that lists what is valid on a page.</summary>
public sealed class LettersTests(WebTown web) : TicketWalk(web), IClassFixture<WebTown>
{
    [Fact]
    public async Task Letters_OnADemandsPage_OpenItsActs_AndNeverWhileSomebodyTypes()
    {
        var number = await RaisedAsync();
        var page = await OpenAsync(Addresses.Ticket(number), Dispatcher);

        await page.Keyboard.PressAsync("a");
        await Expect(page.Locator(".move-title")).ToHaveTextAsync("分派");
        await Expect(page.Locator(".move-title")).ToBeFocusedAsync(); // the form takes the focus; the field comes after
        await page.Locator("#move-Text").FocusAsync();
        await page.Keyboard.TypeAsync("an/?");
        await Expect(page.Locator("#move-Text")).ToHaveValueAsync("an/?");
        await Expect(page.Locator("#letters")).ToBeHiddenAsync();
        await page.Locator("#move-Text").BlurAsync();
        foreach (var held in new[] { "ctrlKey: true", "altKey: true", "metaKey: true", "isComposing: true", "keyCode: 229" })
        {
            Assert.True(await page.EvaluateAsync<bool>($"document.body.dispatchEvent(new KeyboardEvent('keydown', {{ key: 'n', bubbles: true, cancelable: true, {held} }}))"));
        }

        await Expect(page.Locator("h1")).ToContainTextAsync(number);
        await page.Keyboard.PressAsync("n");
        await Expect(page.Locator("h1")).ToHaveTextAsync("提出诉求");
    }

    [Theory]
    [InlineData("zh-CN", 1440, "分派")]
    [InlineData("en", 390, "Dispatch")]
    public async Task Sheet_ListsWhatIsValidOnThePage_AndSwitchesTheLettersOff(string language, int width, string act)
    {
        var number = await RaisedAsync();
        var page = await OpenAsync(Addresses.Ticket(number), Dispatcher, language, width: width);

        await page.Keyboard.PressAsync("?");
        var sheet = page.Locator("#letters");
        await Expect(sheet.Locator(".letters-here")).ToContainTextAsync($"a{act}");
        await Expect(sheet.Locator(".letters-rows")).ToBeHiddenAsync();
        await ScreenshotAsync(page, $"letters-{width}");
        await AccessibleAsync(page);
        Assert.True(await SidewaysOverflowAsync(page) <= 0);
        await sheet.GetByRole(AriaRole.Checkbox).UncheckAsync();
        await page.Keyboard.PressAsync("Escape");

        await page.Keyboard.PressAsync("a");
        await page.Keyboard.PressAsync("?");
        await Expect(sheet).ToBeHiddenAsync();
        await page.ReloadAsync();
        await ReadyAsync(page);
        await page.Keyboard.PressAsync("a");
        await Expect(page.Locator(".move-title")).ToHaveCountAsync(0);
        await page.Locator("details.account summary").ClickAsync();
        await page.Locator("[data-letters-open]").ClickAsync();
        await sheet.GetByRole(AriaRole.Checkbox).CheckAsync();
        await sheet.GetByRole(AriaRole.Button).ClickAsync();
        await page.Keyboard.PressAsync("a");
        await Expect(page.Locator(".move-title")).ToHaveTextAsync(act);
    }

    [Fact]
    public async Task Rows_OfAList_AreGoneThroughByLetters_AndTheSearchFieldIsReached()
    {
        await RaisedAsync();
        var number = await RaisedAsync();
        var page = await OpenAsync(Addresses.Home, Dispatcher);
        await page.Keyboard.PressAsync("t");
        await Expect(page.Locator("h1")).ToHaveTextAsync("诉求");
        await Expect(page.Locator("h1")).ToBeFocusedAsync();
        await Expect(page.Locator("tbody tr").Nth(1)).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator("tbody tr").First.Locator(".row-link")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator("tbody tr").Nth(1).Locator(".row-link")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("k");
        await Expect(page.Locator("tbody tr").First.Locator(".row-link")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("/");
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(number);
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Searchbox).BlurAsync();
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToContainTextAsync(number);
    }
}
