using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.Playwright;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Packages;
using ServicePackage.Tests.Support;
using ServicePackage.Web;
using static Microsoft.Playwright.Assertions;

namespace ServicePackage.Tests.Browser;

/// <summary>A butler puts a package together, issues it and hands it over; on a phone the enterprise reads it and acknowledges its receipt.</summary>
public sealed class PackagesTests(WebTown web) : BrowserTests(web), IClassFixture<WebTown>
{
    private const string Staff = """{"is":"figure","of":{"is":"fact","code":"staff"},"to":100}""";

    [Fact]
    public async Task Package_IsArrangedIssuedHandedOverAndAcknowledged()
    {
        var (enterprise, own, butler) = await EnterpriseAsync("上海澄心精密仪器有限公司", "稳岗补贴");
        var desk = await OpenAsync(Addresses.EnterprisePackage(enterprise.Id), butler);
        await Expect(desk.Locator("#package-policies").Locator("..")).ToContainTextAsync("稳岗补贴");
        await AccessibleAsync(desk);
        await desk.GetByRole(AriaRole.Button, new() { Name = "调整“稳岗补贴”" }).ClickAsync();
        await desk.GetByRole(AriaRole.Radio, new() { Name = "重点推荐", Exact = true }).CheckAsync();
        await desk.Locator("#field-Word").FillAsync("请留意截止日期。");
        await AccessibleAsync(desk);
        await desk.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await Expect(desk.Locator(".package-word")).ToContainTextAsync("请留意截止日期。");
        await desk.ReloadAsync(); // what is kept from prerendering has to know the decision, or the next one would be stale
        await desk.GetByRole(AriaRole.Button, new() { Name = "调整“稳岗补贴”" }).ClickAsync();
        await desk.Locator("#field-Word").FillAsync("请留意截止日期，材料已发。");
        await desk.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await Expect(desk.Locator(".package-word")).ToContainTextAsync("材料已发");
        await desk.GetByRole(AriaRole.Button, new() { Name = "签发服务包", Exact = true }).ClickAsync();
        await desk.GetByRole(AriaRole.Group, new() { Name = "签发服务包" }).GetByRole(AriaRole.Button, new() { Name = "签发服务包", Exact = true }).ClickAsync();
        await Expect(desk.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("第1版");
        await AccessibleAsync(desk);
        await desk.GetByRole(AriaRole.Button, new() { Name = "送达", Exact = true }).ClickAsync();
        await desk.GetByRole(AriaRole.Radio, new() { Name = "线上送达", Exact = true }).CheckAsync();
        await AccessibleAsync(desk);
        await desk.GetByRole(AriaRole.Button, new() { Name = "确认送达", Exact = true }).ClickAsync();
        await Expect(desk.Locator("#package-state").Locator("..")).ToContainTextAsync("已送达");

        await using (var db = Town.Look())
        {
            var version = db.PackageVersions.Single(v => v.EnterpriseId == enterprise.Id).Id;
            var sent = await desk.Context.APIRequest.GetAsync(new Uri(Web.Address, Addresses.FilesOfPackages([version])).ToString());
            using var zip = new ZipArchive(new MemoryStream(await sent.BodyAsync()));
            using var document = WordprocessingDocument.Open(await WholeAsync(Assert.Single(zip.Entries)), isEditable: false);
            Assert.Contains("稳岗补贴", document.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);
        }

        var phone = await OpenAsync(Addresses.OwnPackage, own, width: 390, height: 844);
        await Expect(phone.Locator(".package-tasks")).ToContainTextAsync("申报“稳岗补贴”");
        await AccessibleAsync(phone);
        Assert.Equal(0, await SidewaysOverflowAsync(phone));
        await ScreenshotAsync(phone, "package-own-phone");
        await phone.GetByRole(AriaRole.Link, new() { Name = "签收服务包（2026 第1版）" }).ClickAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "签收", Exact = true }).ClickAsync();
        await Expect(phone.Locator("#package-state").Locator("..")).ToContainTextAsync("已签收");
        Assert.Equal(0, await SidewaysOverflowAsync(phone));
        await Expect(desk.Locator("#package-state").Locator("..")).ToContainTextAsync("已签收"); // the open page hears of it
        await ScreenshotAsync(desk, "package-version");
    }

    [Theory]
    [InlineData("zh-CN", true, 820)]
    [InlineData("en", false, 1440)]
    [InlineData("en", true, 390)]
    public async Task Pages_InEachLanguageThemeAndWidth_FitAndAreAccessible(string language, bool dark, int width)
    {
        var (enterprise, own, _) = await EnterpriseAsync($"上海澄心精密仪器股份有限公司（{width}{language}）", $"扩岗补贴（{width}{language}）");
        var version = new PackageVersion
        {
            EnterpriseId = enterprise.Id,
            Year = 2026,
            Number = 1,
            IssuedAt = Town.Clock.Now,
            IssuedById = own.AccountId,
            Content = """{"Enterprise":{"Id":0,"Name":"上海澄心精密仪器股份有限公司","CreditCode":"","Tier":"Town","City":{"Chinese":"","English":""}}}""",
            HandOverDueAt = Town.Clock.Now.AddDays(-1),
        };
        Town.Write(db => db.PackageVersions.Add(version));

        foreach (var (address, who) in new (string, Caller)[]
        {
            (Addresses.Packages, Town.Dispatcher()), (Addresses.EnterprisePackage(enterprise.Id), Town.Dispatcher()), (Addresses.PackageVersion(version.Id), Town.Dispatcher()), (Addresses.OwnPackage, own),
        })
        {
            var page = await OpenAsync(address, who, language, dark, width);
            await ScreenshotAsync(page, $"packages{address.Replace('/', '-')}-{width}-{language}-{(dark ? "dark" : "light")}");
            Assert.Equal((address, 0), (address, await SidewaysOverflowAsync(page)));
            await AccessibleAsync(page);
            await page.Context.CloseAsync();
        }
    }

    private static async Task<Stream> WholeAsync(ZipArchiveEntry entry)
    {
        var whole = new MemoryStream();
        await using var content = await entry.OpenAsync();
        await content.CopyToAsync(whole);
        whole.Position = 0;
        return whole;
    }

    /// <summary>An enterprise of the district with enough people for a clause, its person and its butler.</summary>
    private async Task<(Enterprise Enterprise, Caller Own, Caller Butler)> EnterpriseAsync(string name, string clause)
    {
        var enterprise = Town.Enterprise(Town.EconomicCity(), name: name);
        var (own, butler) = (Town.EnterpriseUser(enterprise), Town.Butler(enterprise));
        var unit = Town.Unit("人社服务中心");
        Town.PublishedClause(unit, Town.Officer(unit), clause, Staff);
        var facts = new EnterpriseFactService(Town.Runner);
        foreach (var (code, year, said) in new[] { ("staff", 2025, "120"), ("reg_place", 2025, "310114") })
        {
            var definition = FactCatalogue.Find(code)!;
            var input = new FactInput { EnterpriseId = enterprise.Id, Code = code, Shape = definition.Shapes[0], Year = year, Since = new DateOnly(2020, 1, 1), Low = said, Choice = said, Again = true };
            Assert.Null((await facts.RecordAsync(own, Guid.NewGuid(), input, TestContext.Current.CancellationToken)).Refusal?.Sentence);
        }

        return (enterprise, own, butler);
    }
}
