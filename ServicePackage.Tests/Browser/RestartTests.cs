using Microsoft.Playwright;
using ServicePackage.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace ServicePackage.Tests.Browser;

public sealed class RestartTests(WebTown web) : BrowserTests(web), IClassFixture<WebTown>
{
    [Fact]
    public async Task OpenPage_WhenTheServerRestarts_IsUsableAgainWithoutSigningIn()
    {
        Allow("WebSocket");
        Allow("ERR_CONNECTION");
        Allow("] Error: "); // what Blazor itself reports of the lost connection
        var page = await OpenAsync("/", Town.Dispatcher());
        await page.EvaluateAsync("document.documentElement.dataset.before = 'yes'");

        await Web.StopAsync();
        await Expect(page.Locator(".connection-lost")).ToBeVisibleAsync();
        await Web.StartAsync();

        await Expect(page.Locator("html[data-ready]:not([data-before])")).ToBeAttachedAsync(new() { Timeout = 30_000 });
        await page.GetByRole(AriaRole.Button, new() { Name = "收起导航" }).ClickAsync();
        await Expect(page.Locator(".frame.rail-narrow")).ToBeVisibleAsync();
    }
}
