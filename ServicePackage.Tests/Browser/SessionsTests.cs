using Microsoft.Playwright;
using ServicePackage.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace ServicePackage.Tests.Browser;

/// <summary>Ending a session elsewhere: by its owner, and by the administrator.</summary>
public sealed class SessionsTests(WebTown web) : BrowserTests(web), IClassFixture<WebTown>
{
    [Fact]
    public async Task Owner_WhenSignedInElsewhere_EndsThatOneOnThePasswordPage()
    {
        var person = Town.Dispatcher();
        var page = await OpenAsync("/account/password", person);
        var elsewhere = await OpenAsync("/enterprises", person);
        await page.ReloadAsync();

        await Expect(page.Locator(".own-sessions li")).ToHaveCountAsync(2);
        await Expect(page.Locator(".own-sessions .tag")).ToHaveTextAsync("当前登录");
        await page.GetByText("结束登录", new() { Exact = true }).ClickAsync();
        await ScreenshotAsync(page, "own-sessions");
        await page.GetByRole(AriaRole.Button, new() { Name = "确定结束" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("已结束1处登录。");
        await Expect(page.Locator(".own-sessions li")).ToHaveCountAsync(1);
        await elsewhere.ReloadAsync();
        await Expect(elsewhere.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("登录");
    }

    [Fact]
    public async Task Administrator_WhenEndingAllSessions_SendsThePersonToTheSignInPage()
    {
        var person = Town.Dispatcher();
        var signedIn = await OpenAsync("/enterprises", person);
        _ = await Web.BeginSessionAsync(person);
        var page = await OpenAsync($"/accounts/{person.AccountId}", Town.Administrator());

        await page.GetByRole(AriaRole.Button, new() { Name = "结束全部登录" }).ClickAsync();
        await page.Locator(".confirm").GetByRole(AriaRole.Button, new() { Name = "结束全部登录" }).ClickAsync();

        await Expect(page.Locator("[aria-labelledby=sessions]")).ToContainTextAsync("目前没有登录");
        Assert.Equal(0, Web.OpenSessions(person));
        await signedIn.Locator("#rail a[href='/organisations']").ClickAsync();
        await Expect(signedIn).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/account/sign-in"));
    }

    [Theory]
    [InlineData("zh-CN", 1440)]
    [InlineData("en", 390)]
    public async Task Pages_InEveryLook_FitAndAreAccessible(string language, int width)
    {
        var person = Town.PersonAt(Town.EconomicCity(), ServicePackage.Core.Accounts.PostKind.Specialist, ServicePackage.Core.Accounts.PostKind.Liaison);
        _ = await Web.BeginSessionAsync(person);
        _ = await Web.BeginSessionAsync(person);

        await ForEachAsync([($"/accounts/{person.AccountId}", Town.Administrator()), ("/account/password", person)], async (page, address) =>
        {
            await ScreenshotAsync(page, $"sessions{address.Split('/')[1]}-{language}-{width}");
            await AccessibleAsync(page);
            Assert.Equal(0, await SidewaysOverflowAsync(page));
        }, language, width: width);
    }
}
