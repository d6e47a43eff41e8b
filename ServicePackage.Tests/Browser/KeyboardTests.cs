using Microsoft.Playwright;
using ServicePackage.Core.Operations;
using ServicePackage.Tests.Support;
using ServicePackage.Web;
using static Microsoft.Playwright.Assertions;

namespace ServicePackage.Tests.Browser;

/// <summary>The keyboard alone gets a demand from sign-in to its rating: whatever is used is reached by Tab, and nothing is clicked.</summary>
public sealed class KeyboardTests(WebTown web) : TicketWalk(web), IClassFixture<WebTown>
{
    private const int MostTabs = 60;

    [Fact]
    public async Task Demand_FromSignInToRating_ByTheKeyboardAlone()
    {
        var enterprise = await SignInAsync(Applicant);
        await GoAsync(enterprise, "main a[href='/tickets/new']");
        await Expect(enterprise.Locator("#Title")).ToBeVisibleAsync();
        await TabToAsync(enterprise, "input[name=Type]");
        await enterprise.Keyboard.PressAsync("Space");
        await TabToAsync(enterprise, "#TopicId");
        await enterprise.Keyboard.PressAsync("ArrowDown");
        await WriteAsync(enterprise, "#Title", "厂区门口道路积水，请求协调排水改造");
        await WriteAsync(enterprise, "#Text", "连续降雨后积水约20厘米，货车无法通行。");
        await GoAsync(enterprise, "main form button[type=submit]");
        await StateIsAsync(enterprise, "待分派");

        var centre = await SignInAsync(Dispatcher);
        await AskAsync(centre, "main .row-act");
        await TabToAsync(centre, "#move-Unit");
        await ChooseAsync(centre, $"{Road.Id}");
        await MakeAsync(centre);
        await StateIsAsync(centre, "待接收");

        var unit = await SignInAsync(RoadLiaison);
        await AskAsync(unit, "main .row-act");
        await MakeAsync(unit);
        await StateIsAsync(unit, "办理中");
        await AskAsync(unit, ".move-buttons .button.main");
        await WriteAsync(unit, "#move-Text", "排水管已疏通，路面不再积水。");
        await MakeAsync(unit);
        await StateIsAsync(unit, "待企业确认");

        // The enterprise's page has followed all along.
        await AskAsync(enterprise, ".move-buttons .button.main");
        await GoAsync(enterprise, ".moves form button[type=submit]");
        await StateIsAsync(enterprise, "待评价");
        await Expect(enterprise.Locator(".move-title")).ToHaveTextAsync("评价");
        await Expect(enterprise.Locator(".move-title")).ToBeFocusedAsync(); // confirming leads to rating
        await TabToAsync(enterprise, ".level input");
        await enterprise.Keyboard.PressAsync("Space");
        await MakeAsync(enterprise);
        await StateIsAsync(enterprise, "已归档");
        await Expect(enterprise.GetByText("感谢评价")).ToBeVisibleAsync();
    }

    private async Task<IPage> SignInAsync(Caller person)
    {
        var name = Web.GivePassword(person);
        var page = await OpenAsync(Addresses.SignIn);
        await WriteAsync(page, "[autocomplete=username]", name);
        await WriteAsync(page, "[autocomplete=current-password]", WebTown.Password);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#rail")).ToBeAttachedAsync();
        await ReadyAsync(page);
        return page;
    }

    /// <summary>Presses Tab until this has the focus, as somebody without a mouse does; it must be visible then.</summary>
    private static async Task TabToAsync(IPage page, string selector)
    {
        await Expect(page.Locator(selector).First).ToBeVisibleAsync();
        for (var i = 0; i < MostTabs; i++)
        {
            if (await page.EvaluateAsync<bool>("selector => document.activeElement?.matches(selector) ?? false", selector))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{selector} is not reached by Tab on {page.Url}.");
    }

    private static async Task GoAsync(IPage page, string selector)
    {
        await TabToAsync(page, selector);
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task WriteAsync(IPage page, string selector, string text)
    {
        await TabToAsync(page, selector);
        await page.Keyboard.InsertTextAsync(text);
    }

    /// <summary>Goes down a list of choices to the one with this value.</summary>
    private static async Task ChooseAsync(IPage page, string value)
    {
        for (var i = 0; i < MostTabs && await page.EvaluateAsync<string>("document.activeElement.value") != value; i++)
        {
            await page.Keyboard.PressAsync("ArrowDown");
        }

        Assert.Equal(value, await page.EvaluateAsync<string>("document.activeElement.value"));
    }

    /// <summary>Opens the form of a move, which takes the focus.</summary>
    private static new async Task AskAsync(IPage page, string selector)
    {
        await GoAsync(page, selector);
        await Expect(page.Locator(".move-title")).ToBeFocusedAsync();
    }

    /// <summary>Sends the open form of a move; the focus goes to where the demand stands now.</summary>
    private static async Task MakeAsync(IPage page)
    {
        await GoAsync(page, ".moves form button[type=submit]");
        await Expect(page.Locator("#now")).ToBeFocusedAsync();
    }
}
