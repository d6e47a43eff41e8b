using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Support;
using ServicePackage.Web;
using static Microsoft.Playwright.Assertions;

namespace ServicePackage.Tests.Browser;

/// <summary>The Centre looks at a year, changes a day, sees which due dates would move, and saves.</summary>
public sealed class CalendarTests(WebTown web) : TicketWalk(web), IClassFixture<WebTown>
{
    [Fact]
    public async Task Day_DeclaredAHoliday_ShowsWhatMovesBeforeItIsSavedAndThenInTheDemandsStory()
    {
        var number = await AcceptedAsync(); // handling is due on Monday 23 March
        var page = await OpenAsync(Addresses.CalendarOf(2026), Dispatcher);
        await Expect(page.Locator("h1")).ToHaveTextAsync("2026年工作日历");
        await PressAsync(page, "编辑");
        await page.GetByRole(AriaRole.Button, new() { Name = "2026年3月18日 工作日" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "2026年3月18日 法定节假日" })).ToBeVisibleAsync();
        await PressAsync(page, "查看影响");
        var row = page.Locator(".confirm tr", new() { HasText = number });
        await Expect(row).ToContainTextAsync("2026年3月23日");
        await Expect(row).ToContainTextAsync("2026年3月24日");
        await ScreenshotAsync(page, "calendar-preview");
        Assert.True(await page.EvaluateAsync<bool>("""
            () => {
              const link = document.querySelector('.moves-scroll a');
              link.scrollIntoView({ block: 'center' });
              const { left, top, height } = link.getBoundingClientRect();
              return document.elementFromPoint(left + 2, top + height / 4) === link;
            }
            """), "something covers the first row of the preview");

        await PressAsync(page, "确认保存");

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "编辑", Exact = true })).ToBeVisibleAsync();
        await VisitAsync(page, number);
        await Expect(Running(page)).ToContainTextAsync("3月24日");
        await Expect(page.Locator(".timeline")).ToContainTextAsync("工作日历调整");
    }

    [Fact]
    public async Task Year_NotEntered_SaysThatItIsProvisionalUntilAFileIsTakenOver()
    {
        var page = await OpenAsync(Addresses.CalendarOf(2027), Dispatcher);
        await Expect(page.Locator(".warning")).ToContainTextAsync("暂定");
        await PressAsync(page, "编辑");
        await page.GetByLabel("从文件导入（选填）").SetInputFilesAsync(File("2028年.json", """{"2028":{"holidays":["2028-01-01"],"workdays":[],"source":"通知"}}"""));
        await Expect(page.GetByText("文件中没有2027年的安排。")).ToBeVisibleAsync();
        await page.GetByLabel("从文件导入（选填）").SetInputFilesAsync(File("2027年.json", """{"2027":{"holidays":["2027-01-01"],"workdays":["2027-01-02"],"source":"国办发明电〔2026〕9号"}}"""));
        await Expect(page.GetByLabel("依据文件")).ToHaveValueAsync("国办发明电〔2026〕9号");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "2027年1月2日 调休上班" })).ToBeVisibleAsync();

        await PressAsync(page, "查看影响");
        await Expect(page.Locator(".confirm")).ToContainTextAsync("没有在办时限受到影响。");
        await PressAsync(page, "确认保存");

        await Expect(page.Locator(".warning")).ToHaveCountAsync(0);
        await Expect(page.Locator("main")).ToContainTextAsync("国办发明电〔2026〕9号");
        await using var db = Town.Look();
        Assert.True(await db.CalendarYears.AnyAsync(y => y.Year == 2027 && y.Certain, Cancellation));
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task Year_OpensAtTheMonthOfToday(int width)
    {
        var today = Town.Clock.Today;
        var page = await OpenAsync(Addresses.Home, Dispatcher, width: width, height: 500);
        await page.EvaluateAsync("address => Blazor.navigateTo(address)", Addresses.Calendar);

        await Expect(page.Locator("[aria-current=date]")).ToHaveTextAsync(today.Day.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await Expect(page.Locator(".month:has([aria-current])")).ToBeInViewportAsync(new() { Ratio = 1 });
        await page.ReloadAsync();
        await ReadyAsync(page);
        await Expect(page.Locator(".month:has([aria-current])")).ToBeInViewportAsync(new() { Ratio = 1 });
    }

    [Theory]
    [InlineData("zh-CN", true, 390)]
    [InlineData("en", false, 1440)]
    public async Task Year_InEveryLook_FitsAndIsAccessible(string language, bool dark, int width)
    {
        var page = await OpenAsync(Addresses.CalendarOf(2026), RoadOfficer, language, dark, width);
        await ScreenshotAsync(page, $"calendar-{language}-{width}");

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = language == "en" ? "Edit" : "编辑", Exact = true })).ToHaveCountAsync(0);
        Assert.True(await SidewaysOverflowAsync(page) <= 0);
        await AccessibleAsync(page);
    }

    private static FilePayload File(string name, string json) => new() { Name = name, MimeType = "application/json", Buffer = System.Text.Encoding.UTF8.GetBytes(json) };
}
