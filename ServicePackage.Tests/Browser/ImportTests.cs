using Microsoft.Playwright;
using ServicePackage.Core.Setup;
using ServicePackage.Tests.Core.Setup;
using ServicePackage.Tests.Support;
using ServicePackage.Web.Layout;
using static Microsoft.Playwright.Assertions;

namespace ServicePackage.Tests.Browser;

/// <summary>A list taken in from a table, from the template to the slips with which people sign in.</summary>
public sealed class ImportTests(WebTown web) : BrowserTests(web), IClassFixture<WebTown>
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [Fact]
    public async Task Enterprises_WhenARowIsBad_AreNamedAndWhenAllAreGood_SignInWithTheirSlips()
    {
        Town.EconomicCity("希望经济城");
        var page = await OpenAsync("/enterprises", Town.Administrator());
        await page.GetByRole(AriaRole.Link, new() { Name = "导入企业" }).ClickAsync();
        await ReadyAsync(page);
        Assert.Equal("企业名单.xlsx", (await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "XLSX模板" }).ClickAsync())).SuggestedFilename);

        await ListeningAsync(page);
        await page.SetInputFilesAsync("#import-input", new FilePayload { Name = "名单.xlsx", MimeType = Xlsx, Buffer = "不是表格"u8.ToArray() });
        await Expect(page.Locator(".refusal")).ToContainTextAsync("这不是XLSX格式的表格");

        await ChooseAsync(page, Row(1, "希望经济城"), Row(2, "光明经济城"));
        await Expect(page.Locator("table[aria-label='需要改正的内容'] tbody tr")).ToHaveCountAsync(1);
        await Expect(page.Locator("table[aria-label='需要改正的内容'] tbody tr")).ToContainTextAsync("没有名为“光明经济城”的经济城");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "确认导入" })).ToHaveCountAsync(0);
        await AccessibleAsync(page);
        await ScreenshotAsync(page, "import-bad-zh-1440");

        await ChooseAsync(page, Row(1, "希望经济城"), Row(2, "希望经济城"));
        await page.GetByRole(AriaRole.Button, new() { Name = "确认导入" }).ClickAsync();
        await Expect(page.Locator(".slip")).ToHaveCountAsync(2);
        await AccessibleAsync(page);
        await ScreenshotAsync(page, "import-slips-zh-1440");
        var keys = await page.Locator(".slip").First.Locator(".slip-key").AllInnerTextsAsync();

        var person = await OpenAsync("/account/sign-in");
        await person.GetByLabel("用户名").FillAsync(keys[0]);
        await person.GetByLabel("密码").FillAsync(keys[1]);
        await person.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await Expect(person.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("修改密码");

        await page.ReloadAsync();
        await ReadyAsync(page);
        await Expect(page.Locator(".slip")).ToHaveCountAsync(0); // shown once
    }

    [Theory]
    [InlineData(Languages.English, 1440)]
    [InlineData(Languages.Chinese, 390)]
    [InlineData(Languages.English, 390)]
    public async Task Preview_InEveryLook_FitsAndIsAccessible(string language, int width)
    {
        Town.EconomicCity("希望经济城");
        var page = await OpenAsync("/enterprises/import", Town.Administrator(), language, width: width);
        await ChooseAsync(page, Row(31, "希望经济城"), Row(32, "光明经济城"), Row(33, "希望经济城"));
        await Expect(page.Locator("#import-preview")).ToBeVisibleAsync();
        await AccessibleAsync(page);
        Assert.Equal(0, await SidewaysOverflowAsync(page));
        await ScreenshotAsync(page, $"import-bad-{language}-{width}");

        await ChooseAsync(page, Row(width + 40 + language.Length, "希望经济城"));
        await Expect(page.Locator(".form-acts .main")).ToBeVisibleAsync();
        await ScreenshotAsync(page, $"import-good-{language}-{width}");
        await page.Locator(".form-acts .main").ClickAsync();
        await Expect(page.Locator(".slip")).ToHaveCountAsync(1);
        Assert.Equal(0, await SidewaysOverflowAsync(page));
        await ScreenshotAsync(page, $"import-slips-{language}-{width}");
    }

    [Fact]
    public async Task Slips_OnPaper_StandAlone()
    {
        Town.EconomicCity("希望经济城");
        var page = await OpenAsync("/enterprises/import", Town.Administrator());
        await ChooseAsync(page, [.. Enumerable.Range(700, 12).Select(i => Row(i, "希望经济城"))]);
        await page.GetByRole(AriaRole.Button, new() { Name = "确认导入" }).ClickAsync();
        await Expect(page.Locator(".slip")).ToHaveCountAsync(12);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        await Expect(page.Locator(".rail")).ToBeHiddenAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "打印账号条" })).ToBeHiddenAsync();
        await Expect(page.Locator(".slip").First).ToBeVisibleAsync();
        await ScreenshotAsync(page, "import-slips-print");
    }

    private static object?[] Row(int number, string city) =>
        [$"上海导入{number}精密机械有限公司", Town.CreditCode(640_000 + number), "街镇级", city, "陈晓明", "13800000000", "", "", ""];

    private static async Task ChooseAsync(IPage page, params object?[][] rows)
    {
        await ListeningAsync(page);
        await page.SetInputFilesAsync("#import-input", new FilePayload
        {
            Name = "名单.xlsx",
            MimeType = Xlsx,
            Buffer = await SheetOf.RowsAsync<EnterpriseColumn>(rows, Cancellation),
        });
    }

    /// <summary>The field listens a moment after it is enabled: a file chosen in between, as no hand could, would be missed.</summary>
    private static async Task ListeningAsync(IPage page) =>
        await page.WaitForFunctionAsync("() => document.querySelector('#import-input')?._blazorInputFileNextFileId !== undefined");
}
