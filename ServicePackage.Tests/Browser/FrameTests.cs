using Microsoft.Playwright;
using ServicePackage.Core.Operations;
using ServicePackage.Tests.Support;
using ServicePackage.Web.Layout;
using static Microsoft.Playwright.Assertions;

namespace ServicePackage.Tests.Browser;

public sealed class FrameTests(WebTown web) : BrowserTests(web), IClassFixture<WebTown>
{
    public static readonly TheoryData<string, bool> Looks = new()
    {
        { Languages.Chinese, false },
        { Languages.Chinese, true },
        { Languages.English, false },
        { Languages.English, true },
    };

    [Theory, MemberData(nameof(Looks))]
    public async Task SignInPage_InEveryLook_IsAccessible(string language, bool dark)
    {
        var page = await OpenAsync("/account/sign-in", null, language, dark);
        await ScreenshotAsync(page, $"sign-in-{language}-{(dark ? "dark" : "light")}");

        await AccessibleAsync(page);
    }

    [Theory, MemberData(nameof(Looks))]
    public async Task Home_InEveryLook_IsAccessible(string language, bool dark)
    {
        var page = await OpenAsync("/", Town.Dispatcher(), language, dark);
        await ScreenshotAsync(page, $"home-{language}-{(dark ? "dark" : "light")}");

        await AccessibleAsync(page);
    }

    [Theory]
    [InlineData("/", Languages.Chinese)]
    [InlineData("/", Languages.English)]
    [InlineData("/account/sign-in", Languages.Chinese)]
    [InlineData("/account/sign-in", Languages.English)]
    [InlineData("/account/password", Languages.English)]
    public async Task Page_OnAPhone_FitsTheWidth(string address, string language)
    {
        Caller? person = address == "/account/sign-in" ? null : Town.Dispatcher();
        var page = await OpenAsync(address, person, language, width: 390, height: 844);
        await ScreenshotAsync(page, $"phone{address.Replace('/', '-')}-{language}");

        Assert.Equal(0, await SidewaysOverflowAsync(page));
    }

    [Fact]
    public async Task Drawer_OnAPhone_OpensAndCloses()
    {
        var page = await OpenAsync("/", Town.Dispatcher(), width: 390, height: 844);
        var rail = page.Locator("#rail");
        await Expect(rail).ToBeHiddenAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "菜单" }).ClickAsync();
        await Expect(rail).ToBeVisibleAsync();
        await ScreenshotAsync(page, "phone-drawer");
        await AccessibleAsync(page);
        await page.Mouse.ClickAsync(370, 400);
        await Expect(rail).ToBeHiddenAsync();
    }

    [Fact]
    public async Task AccountCard_WhenOpened_ShowsThePostsAndClosesOnEscape()
    {
        var page = await OpenAsync("/", Town.CentreLead());
        await page.Locator("details.account summary").ClickAsync();
        await Expect(page.Locator(".account-card")).ToContainTextAsync("产业发展中心");
        await ScreenshotAsync(page, "account-card");
        await AccessibleAsync(page);

        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".account-card")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Language_WhenChanged_StaysOnThePageAndIsRemembered()
    {
        var page = await OpenAsync("/", Town.Dispatcher());
        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await ReadyAsync(page);

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Hello");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await page.ReloadAsync();
        await ReadyAsync(page);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Hello");
    }

    [Fact]
    public async Task Dark_WhenChosen_IsDrawnAtOnceAndAfterReload()
    {
        var page = await OpenAsync("/", Town.Dispatcher());
        await page.GetByRole(AriaRole.Button, new() { Name = "深色" }).ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "浅色" })).ToBeVisibleAsync();

        var reloaded = await page.ReloadAsync();
        Assert.Contains("data-theme=\"dark\"", await reloaded!.TextAsync(), StringComparison.Ordinal);
        await ReadyAsync(page);
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
    }

    [Theory]
    [InlineData("/", true)]
    [InlineData(ServicePackage.Web.Addresses.SignIn, false)]
    public async Task Theme_UntilOneIsChosen_IsTheSystems_ThenTheChosen(string address, bool signedIn)
    {
        var page = await OpenAsync(address, signedIn ? Town.Dispatcher() : null);
        await page.Context.ClearCookiesAsync(new BrowserContextClearCookiesOptions { Name = Appearance.ThemeCookie });
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        await ShowAsync(page, address);
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        Assert.Equal("rgb(18, 25, 28)", await BackgroundAsync(page));
        await ScreenshotAsync(page, $"system-dark-{signedIn}");

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
        Assert.Equal("rgb(244, 246, 247)", await BackgroundAsync(page));

        await page.Locator(".when-light").ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await ShowAsync(page, address);
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        Assert.Equal("rgb(18, 25, 28)", await BackgroundAsync(page));
    }

    private static Task<string> BackgroundAsync(IPage page) => page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");

    [Fact]
    public async Task Rail_WhenFolded_IsStillFoldedAfterReload()
    {
        var page = await OpenAsync("/", Town.Dispatcher());
        await page.GetByRole(AriaRole.Button, new() { Name = "收起导航" }).ClickAsync();
        await Expect(page.Locator(".frame.rail-narrow")).ToBeVisibleAsync();

        await page.ReloadAsync();
        await ReadyAsync(page);
        await Expect(page.Locator(".frame.rail-narrow")).ToBeVisibleAsync();
        await ScreenshotAsync(page, "rail-narrow");
    }

    [Fact]
    public async Task UnknownAddress_WhenSignedIn_IsNotFoundInTheFrame()
    {
        Allow("404");
        var person = await Web.BeginSessionAsync(Town.Dispatcher());
        var page = await OpenAsync("/no-such-page", person);

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("没有找到页面");
        await ScreenshotAsync(page, "not-found");
        await AccessibleAsync(page);
    }
}
