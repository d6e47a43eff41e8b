using Microsoft.Playwright;
using ServicePackage.Tests.Support;
using ServicePackage.Web;
using static Microsoft.Playwright.Assertions;

namespace ServicePackage.Tests.Browser;

/// <summary>The administrator looks at the jobs of the running program and starts one.</summary>
public sealed class JobsTests(WebTown web) : BrowserTests(web), IClassFixture<WebTown>
{
    [Theory]
    [InlineData("zh-CN", false, 1440)]
    [InlineData("en", true, 390)]
    public async Task Job_Started_ShowsItsRunWithoutAReload(string language, bool dark, int width)
    {
        var page = await OpenAsync(Addresses.Jobs, Town.Administrator(), language, dark, width);
        var row = page.Locator("tbody tr").Nth(2);
        await Expect(row).ToContainTextAsync(language == "en" ? "Nothing to do" : "没有需要处理的事项"); // it runs once the program has started
        Town.Write(db => db.JobRuns.Single(r => r.Job == "AttachmentSweep").Handled = 7);
        await page.ReloadAsync();
        await ReadyAsync(page);
        await Expect(row).ToContainTextAsync("7");

        await row.GetByRole(AriaRole.Button).ClickAsync();

        await Expect(row).ToContainTextAsync(language == "en" ? "Nothing to do" : "没有需要处理的事项");
        await ScreenshotAsync(page, $"jobs-{language}-{width}");
        Assert.True(await SidewaysOverflowAsync(page) <= 0);
        await AccessibleAsync(page);
    }
}
