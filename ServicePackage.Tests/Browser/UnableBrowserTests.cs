using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ServicePackage.Core.Operations;
using ServicePackage.Tests.Support;
using ServicePackage.Web;
using static Microsoft.Playwright.Assertions;

namespace ServicePackage.Tests.Browser;

/// <summary>A browser that rewrites the page, or cannot run it, says so in a plain sentence.</summary>
public sealed partial class UnableBrowserTests(WebTown web) : BrowserTests(web), IClassFixture<WebTown>
{
    private const string NoConnection = "页面没有连上服务器";

    [Theory]
    [InlineData("zh-CN", "浏览器正在翻译本页面", "() => document.documentElement.classList.add('translated-ltr')")]
    [InlineData("en", "Your browser is translating this page", "() => { document.querySelector('h1').innerHTML = '<font>Accueil</font>'; }")]
    public async Task Page_WhenTranslatedAllTheSame_SaysThatFiguresMayBeStale(string language, string sentence, string translate)
    {
        var page = await OpenAsync(Addresses.Home, Town.Dispatcher(), language);
        Assert.Equal("no", await page.Locator("html").GetAttributeAsync("translate"));
        await Expect(page.Locator("meta[name=google][content=notranslate]")).ToHaveCountAsync(1);
        await Expect(page.GetByText(sentence)).ToBeHiddenAsync();

        await page.EvaluateAsync(translate);

        await Expect(page.GetByText(sentence)).ToBeVisibleAsync();
        await ScreenshotAsync(page, $"translated-{language}");
    }

    [Fact]
    public async Task Page_WhenItsScriptsAreBlocked_SaysWhatToDoAfterAWhile()
    {
        Allow("Failed to load resource");
        var page = await OpenAsync(Addresses.Home, Town.Dispatcher());
        await page.RouteAsync(Scripts(), route => route.AbortAsync());

        await StaysDeadAsync(page);
    }

    [Fact]
    public async Task Page_WhenItsSocketIsBlocked_SaysWhatToDoAfterAWhile()
    {
        Allow("WebSocket");
        Allow("Error: ");
        Allow("Circuit host not initialized");
        var page = await OpenAsync(Addresses.Home, Town.Dispatcher());
        await page.RouteWebSocketAsync(Circuit(), socket => socket.CloseAsync());

        await page.ReloadAsync();

        await Expect(page.GetByText(NoConnection)).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "重新载入" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Page_WithoutScripts_SaysThatTheyAreNeeded()
    {
        var signIn = await OpenAsync(Addresses.SignIn);
        await Expect(signIn.Locator(".connection-scripts")).ToHaveCountAsync(0);
        await using var context = await signIn.Context.Browser!.NewContextAsync(new BrowserNewContextOptions { BaseURL = Web.Address.ToString(), JavaScriptEnabled = false, Locale = "zh-CN" });
        await context.AddCookiesAsync([Web.CookieOf(await Web.BeginSessionAsync(Town.Dispatcher()))]);
        var page = await context.NewPageAsync();
        await page.GotoAsync(Addresses.Home);

        await Expect(page.Locator(".connection-scripts")).ToBeVisibleAsync();
        await Expect(page.Locator(".connection-scripts")).ToHaveTextAsync(new Regex("允许本网站运行JavaScript"));
        await Expect(page.GetByText(NoConnection)).ToBeHiddenAsync();
    }

    /// <summary>Loads the page again where it cannot come to life; nothing is said until its time is over.</summary>
    private static async Task StaysDeadAsync(IPage page)
    {
        await page.ReloadAsync();
        await Expect(page.GetByText(NoConnection)).ToBeHiddenAsync();

        await page.EvaluateAsync("() => document.getAnimations().filter(a => a.animationName === 'connection-none').forEach(a => a.finish())");

        await Expect(page.GetByText(NoConnection)).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "重新载入" })).ToBeVisibleAsync();
        await Expect(page.Locator("#components-reconnect-modal")).ToHaveCSSAsync("background-color", "rgb(28, 37, 41)"); // light letters need a dark ground
        await ScreenshotAsync(page, "no-connection");
    }

    [GeneratedRegex(@"/_framework/blazor\.web.*\.js|/app.*\.js")]
    private static partial Regex Scripts();

    [GeneratedRegex("/_blazor")]
    private static partial Regex Circuit();
}
