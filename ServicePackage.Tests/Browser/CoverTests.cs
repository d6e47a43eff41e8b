using Microsoft.Playwright;
using ServicePackage.Core.Operations;
using ServicePackage.Tests.Support;
using ServicePackage.Web;
using static Microsoft.Playwright.Assertions;

namespace ServicePackage.Tests.Browser;

/// <summary>A butler gives cover for some enterprises; who covers has them on the board, the enterprise reads it, and the butler ends it early.</summary>
public sealed class CoverTests(WebTown web) : BrowserTests(web), IClassFixture<WebTown>
{
    [Fact]
    public async Task Cover_IsGivenSeenAndEnded()
    {
        var city = Town.EconomicCity();
        var (enterprise, other, butler, coverer) = (Town.Enterprise(city, name: "上海代管精密仪器有限公司"), Town.Enterprise(city), Town.Specialist(city), Town.Specialist(city));
        Town.Assign(butler, enterprise);
        Town.Assign(butler, other);
        var desk = await OpenAsync(Addresses.Butlers, butler);
        await desk.GetByRole(AriaRole.Link, new() { Name = "安排代管" }).ClickAsync();
        await desk.GetByRole(AriaRole.Checkbox, new() { Name = "代管其全部2家企业" }).UncheckAsync();
        await desk.GetByRole(AriaRole.Checkbox, new() { Name = enterprise.Name }).CheckAsync();
        await desk.Locator("#field-CovererId").SelectOptionAsync(new SelectOptionValue { Value = $"{coverer.AccountId}" });
        await desk.Locator("#field-Until").FillAsync(Town.Clock.Today.AddDays(5).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await desk.Locator("#field-Reason").FillAsync("外出培训");
        await AccessibleAsync(desk);
        await desk.GetByRole(AriaRole.Button, new() { Name = "确定代管" }).ClickAsync();
        await Expect(desk.Locator(".covers")).ToContainTextAsync(enterprise.Name);

        var board = await OpenAsync(Addresses.Board, coverer);
        await Expect(board.Locator(".card")).ToHaveCountAsync(1);
        await Expect(board.Locator(".card")).ToContainTextAsync("代管");
        var own = await OpenAsync(Addresses.OwnEnterprise, Town.EnterpriseUser(enterprise), width: 390, height: 844);
        await Expect(own.Locator(".butler-cover")).ToBeVisibleAsync();
        Assert.Equal(0, await SidewaysOverflowAsync(own));

        await desk.GetByRole(AriaRole.Link, new() { Name = "提前结束" }).ClickAsync();
        await desk.Locator("#field-Reason").FillAsync("提前返回");
        await desk.GetByRole(AriaRole.Button, new() { Name = "提前结束" }).ClickAsync();
        await Expect(desk.Locator(".covers")).ToHaveCountAsync(0);
        await board.ReloadAsync();
        await Expect(board.Locator(".card")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("zh-CN", false, 1440)]
    [InlineData("en", true, 390)]
    public async Task Pages_InEachLanguageThemeAndWidth_FitAndAreAccessible(string language, bool dark, int width)
    {
        var enterprise = Town.Enterprise(name: $"上海代管精密仪器股份有限公司（{width}{language}）");
        var butler = Town.Butler(enterprise);
        var cover = Town.Cover(butler, Town.Stranger(), Town.Clock.Today, Town.Clock.Today.AddDays(9), enterprise);
        foreach (var (address, who) in new (string, Caller)[] { (Addresses.Butlers, Town.Dispatcher()), ($"{Addresses.Butlers}?edit=cover", Town.Dispatcher()), ($"{Addresses.Butlers}?end={cover.Id}", butler) })
        {
            var page = await OpenAsync(address, who, language, dark, width);
            await ScreenshotAsync(page, $"butlers{address.Replace('/', '-').Replace('?', '-')}-{width}-{language}");
            Assert.Equal((address, 0), (address, await SidewaysOverflowAsync(page)));
            await AccessibleAsync(page);
            await page.Context.CloseAsync();
        }
    }
}
