using Microsoft.Playwright;
using ServicePackage.Tests.Support;
using ServicePackage.Web.Layout;
using static Microsoft.Playwright.Assertions;

namespace ServicePackage.Tests.Browser;

/// <summary>The first pages of a town that begins: what the administrator has to do, and how an enterprise is greeted.</summary>
public sealed class FirstPageTests(WebTown web) : BrowserTests(web), IClassFixture<WebTown>
{
    [Theory]
    [InlineData(Languages.Chinese, 1440)]
    [InlineData(Languages.English, 1440)]
    [InlineData(Languages.Chinese, 390)]
    [InlineData(Languages.English, 390)]
    public async Task Administrator_WhileTheTownIsNotSetUp_SeesWhatIsToBeDone(string language, int width)
    {
        var city = Town.EconomicCity("马陆经济城");
        Town.Enterprise(city);
        var page = await OpenAsync("/", Town.Administrator(), language, width: width);

        await Expect(page.Locator(".setup-step")).ToHaveCountAsync(8);
        await AccessibleAsync(page);
        Assert.Equal(0, await SidewaysOverflowAsync(page));
        await ScreenshotAsync(page, $"setup-{language}-{width}");

        await page.Locator($".setup-step a[href='/organisations/{city.Id}']").ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("马陆经济城");
    }

    [Theory]
    [InlineData(Languages.Chinese, 1440)]
    [InlineData(Languages.English, 1440)]
    [InlineData(Languages.Chinese, 390)]
    [InlineData(Languages.English, 390)]
    public async Task Enterprise_BeforeItsFirstDemand_IsGreetedWithItsButler(string language, int width)
    {
        var city = Town.EconomicCity();
        var enterprise = Town.Enterprise(city);
        var butler = Town.Specialist(city);
        Town.Assign(butler, enterprise);
        Town.Write(db =>
        {
            var person = db.Users.Single(a => a.Id == butler.AccountId);
            (person.DisplayName, person.PhoneNumber) = ("王敏", "13800000001");
        });
        var page = await OpenAsync("/", Town.EnterpriseUser(enterprise), language, width: width);

        await Expect(page.Locator(".welcome-name")).ToHaveTextAsync("王敏");
        await Expect(page.Locator(".welcome-card .phone")).ToContainTextAsync("13800000001");
        await AccessibleAsync(page);
        Assert.Equal(0, await SidewaysOverflowAsync(page));
        await ScreenshotAsync(page, $"welcome-{language}-{width}");
        await page.Locator(".welcome a.button").ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/tickets/new$"));
    }

    [Fact]
    public async Task Contact_TypedOnce_BecomesTheAccountWithItsSlip()
    {
        Town.EconomicCity("希望经济城");
        var page = await OpenAsync("/enterprises/new", Town.Administrator());
        await page.GetByLabel("企业名称").FillAsync("上海演示联系有限公司");
        await page.GetByLabel("统一社会信用代码").FillAsync(Town.CreditCode(660_001));
        await page.GetByLabel("所属经济城").SelectOptionAsync("希望经济城");
        await page.GetByLabel("为联系人开设账号").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "新增" }).ClickAsync();
        await Expect(page.Locator(".field-error")).ToHaveCountAsync(1); // the contact person is to be named
        await ScreenshotAsync(page, "contact-account-zh-1440");
        await page.Locator(".field", new() { HasText = "企业联系人" }).First.Locator("input").FillAsync("陈晓明");
        await page.GetByRole(AriaRole.Button, new() { Name = "新增" }).ClickAsync();

        await Expect(page.Locator(".slip .slip-key").First).ToHaveTextAsync(Town.CreditCode(660_001));
        await AccessibleAsync(page);
        await ScreenshotAsync(page, "contact-slip-zh-1440");
        Town.Write(db => Assert.Equal("陈晓明", db.Users.Single(a => a.UserName == Town.CreditCode(660_001)).DisplayName));
    }
}
