using Microsoft.Playwright;
using ServicePackage.Core.Packages;
using ServicePackage.Tests.Core.Documents;
using ServicePackage.Tests.Support;
using ServicePackage.Web;
using static Microsoft.Playwright.Assertions;

namespace ServicePackage.Tests.Browser;

/// <summary>The Centre changes the template of packages: a wrong word is named, the right one is put in force.</summary>
public sealed class TemplatesTests(WebTown web) : BrowserTests(web), IClassFixture<WebTown>
{
    [Fact]
    public async Task Template_WithAWrongWord_IsNamedAndTheRightOneIsPutInForce()
    {
        var page = await OpenAsync(Addresses.TemplatesOf(PackagePapers.Kind), Town.Dispatcher());
        await AccessibleAsync(page);
        Assert.Equal(0, await SidewaysOverflowAsync(page));
        await ScreenshotAsync(page, "template-zh-1440");

        await ChooseAsync(page, "改错.docx", Docx.Of(Docx.P("致{{企业名", "字}}：")));
        await Expect(page.Locator(".template-wrong li")).ToHaveTextAsync("正文：没有“企业名字”这个字段，见“致{{企业名字}}：”。");
        await Expect(page.Locator(".template-wrong")).ToBeFocusedAsync();
        await AccessibleAsync(page);
        await ScreenshotAsync(page, "template-wrong-zh-1440");
        await page.GetByRole(AriaRole.Button, new() { Name = "移除改错.docx" }).ClickAsync();
        await Expect(page.Locator(".picker .files li")).ToHaveCountAsync(0);

        await ChooseAsync(page, "改好.docx", Docx.Of(Docx.P("致{{企业名", "称}}：")));
        await Expect(page.Locator("#template-1")).ToContainTextAsync("改好.docx");
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("#template-1").GetByRole(AriaRole.Link, new() { Name = "填入“示例企业”查看", Exact = true }).ClickAsync());
        Assert.Equal(["致上海示例精密机械有限公司："], Docx.Lines(Docx.Part(await File.ReadAllBytesAsync(await download.PathAsync(), Cancellation))));
        await page.GetByRole(AriaRole.Button, new() { Name = "启用第1号模板" }).ClickAsync();
        await page.Locator(".confirm").GetByRole(AriaRole.Button, new() { Name = "启用第1号模板" }).ClickAsync();

        await Expect(page.Locator("#template-1 h3")).ToContainTextAsync("使用中");
        await Expect(page.Locator(".page-line")).ToContainTextAsync("正在使用第1号模板");
        await ScreenshotAsync(page, "template-in-force-zh-1440");
    }

    private static async Task ChooseAsync(IPage page, string name, byte[] content)
    {
        await page.Locator(".picker-input").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content });
        await Expect(page.Locator(".picker .files li")).ToHaveCountAsync(1);
        await Expect(page.Locator(".picker .files li progress")).ToHaveCountAsync(0);
        await page.Locator("#field-Note").FillAsync("只写企业名称");
        await page.GetByRole(AriaRole.Button, new() { Name = "检查并保存" }).ClickAsync();
    }
}
