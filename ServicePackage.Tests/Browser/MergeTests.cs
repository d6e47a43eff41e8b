using Microsoft.Playwright;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace ServicePackage.Tests.Browser;

/// <summary>The administrator merges a unit into another; its officer goes on with the demand there.</summary>
public sealed class MergeTests(WebTown web) : TicketWalk(web), IClassFixture<WebTown>
{
    [Theory]
    [InlineData("zh-CN", 1440)]
    [InlineData("en", 390)]
    public async Task Administrator_WhenMergingAUnit_SeesWhatPassesAndPassesItOn(string language, int width)
    {
        var chinese = language == "zh-CN";
        var number = await DispatchedAsync();
        var page = await OpenAsync($"/organisations/{Road.Id}", Town.Administrator(), language, width: width);
        await page.GetByRole(AriaRole.Button, new() { Name = chinese ? "停用" : "Disable" }).ClickAsync();
        await page.Locator(".confirm .button.danger").ClickAsync();
        await Expect(page.Locator("[role=alert] li").First).ToContainTextAsync(chinese ? "主办未归档诉求1件" : "Open demands it leads: 1");
        await ScreenshotAsync(page, $"merge-refused-{language}-{width}");

        await page.GetByRole(AriaRole.Link, new() { Name = chinese ? "并入其他机构" : "Merge into another" }).ClickAsync();
        await Expect(page.Locator(".merge-counts")).ToContainTextAsync(chinese ? "主办的未归档诉求" : "Open demands it leads");
        await page.Locator("#field-IntoId").SelectOptionAsync(Water.Name);
        await page.Locator("#field-Name").FillAsync(Road.Name);
        await ScreenshotAsync(page, $"merge-form-{language}-{width}");
        await AccessibleAsync(page);
        Assert.Equal(0, await SidewaysOverflowAsync(page));
        await page.Locator("form .button.main").ClickAsync();

        await Expect(page.Locator(".facts")).ToContainTextAsync(chinese ? "停用" : "Disabled since");
        await ScreenshotAsync(page, $"merge-done-{language}-{width}");
        await page.Locator(".warning a").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(Water.Name);
        var officer = await OpenAsync($"/tickets/{number}", RoadOfficer, language, width: width);
        await Expect(officer.Locator("main")).ToContainTextAsync(chinese ? $"“{Road.Name}”并入“{Water.Name}”" : $"{Road.Name} was merged into {Water.Name}");
        await ScreenshotAsync(officer, $"merge-demand-{language}-{width}");
    }
}
