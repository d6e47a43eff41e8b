using Microsoft.Playwright;
using ServicePackage.Core.Jobs;
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

    [Theory]
    [InlineData("zh-CN", true, 1440)]
    [InlineData("en", false, 390)]
    public async Task Item_ThatFailed_IsNamedWithWhatToDo_AndGoneOnceItIsHandled(string language, bool dark, int width)
    {
        var english = language == "en";
        var page = await OpenAsync(Addresses.Jobs, Town.Administrator(), language, dark, width);
        Town.Write(db => db.FailedItems.Add(new FailedItem
        {
            Job = "TicketSweep",
            SubjectKind = "Ticket",
            SubjectId = width,
            Name = "2026-00042",
            FirstAt = Town.Clock.Now,
            LastAt = Town.Clock.Now,
            Tries = 5,
            Error = "ArgumentOutOfRangeException: The day lies beyond the calendar.",
        }));
        await page.ReloadAsync();
        await ReadyAsync(page);
        var sheet = page.Locator("section", new() { HasText = english ? "Not handled (1)" : "未能处理的事项（1）" });
        await Expect(sheet.Locator("tbody tr")).ToContainTextAsync("2026-00042");
        await Expect(sheet).ToContainTextAsync(english ? "No longer tried" : "已停止重试");
        await ScreenshotAsync(page, $"jobs-failed-{language}-{width}");
        Assert.True(await SidewaysOverflowAsync(page) <= 0);
        await AccessibleAsync(page);

        await sheet.GetByRole(AriaRole.Button).ClickAsync();

        await Expect(sheet).ToHaveCountAsync(0); // nothing is due in it any more
    }
}
