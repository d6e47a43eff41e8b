using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ServicePackage.Core.Accounts;
using ServicePackage.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace ServicePackage.Tests.Browser;

public sealed class SignInTests(WebTown web) : BrowserTests(web), IClassFixture<WebTown>
{
    private const string Wrong = "用户名或密码不正确";

    [Fact]
    public async Task SignIn_WithRightPassword_LeadsHomeByName()
    {
        var person = Town.Dispatcher();
        var page = await OpenAsync("/");

        await SubmitAsync(page, Web.GivePassword(person), WebTown.Password);
        await ReadyAsync(page);

        await Expect(page).ToHaveURLAsync(Web.Address.ToString());
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("您好");
        await Expect(page.Locator("main")).ToContainTextAsync("产业发展中心");
    }

    [Fact]
    public async Task SignIn_WithReturnAddress_LeadsThere()
    {
        var page = await OpenAsync("/account/sign-in?returnUrl=%2Fnot-found");

        await SubmitAsync(page, Web.GivePassword(Town.Dispatcher()), WebTown.Password);

        await Expect(page).ToHaveURLAsync(new Uri(Web.Address, "/not-found").ToString());
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task SignIn_WithForeignReturnAddress_LeadsHome(string address)
    {
        var page = await OpenAsync("/account/sign-in?returnUrl=" + Uri.EscapeDataString(address));

        await SubmitAsync(page, Web.GivePassword(Town.Dispatcher()), WebTown.Password);

        await Expect(page).ToHaveURLAsync(Web.Address.ToString());
    }

    [Fact]
    public async Task SignIn_WithWrongPasswordUnknownNameOrLockedAccount_SaysTheSame()
    {
        var known = Web.GivePassword(Town.Dispatcher());
        var locked = Town.Dispatcher();
        var lockedName = Web.GivePassword(locked);
        Town.Write(db => db.Users.Where(a => a.Id == locked.AccountId)
            .ExecuteUpdate(u => u.SetProperty(a => a.LockoutEnd, TimeProvider.System.GetUtcNow().AddMinutes(15))));
        var page = await OpenAsync("/account/sign-in");

        foreach (var (name, password) in new[] { (known, "not-the-right-one"), ("nobody-at-all", WebTown.Password), (lockedName, WebTown.Password) })
        {
            await SubmitAsync(page, name, password);
            await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(Wrong);
            await Expect(page.GetByLabel("用户名")).ToHaveValueAsync(name);
            await Expect(page.GetByLabel("密码")).ToHaveValueAsync("");
        }

        Assert.Equal(0, Web.OpenSessions(locked));
    }

    [Fact]
    public async Task SignIn_WhenFirstPasswordIsSetByAnother_MustBeChangedBeforeAnythingElse()
    {
        var person = Town.Dispatcher();
        var page = await OpenAsync("/account/sign-in");
        await SubmitAsync(page, Web.GivePassword(person, mustChange: true), WebTown.Password);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("修改密码");

        await page.GotoAsync("/");
        await Expect(page).ToHaveURLAsync(new Uri(Web.Address, "/account/password").ToString());
        await ChangeAsync(page, WebTown.Password, "123456789012", "123456789012");
        await Expect(page.Locator(".field-error")).ToContainTextAsync("太常见");
        await ChangeAsync(page, WebTown.Password, "three-grey-herons", "three-grey-heroes");
        await Expect(page.Locator(".field-error")).ToContainTextAsync("不一致");
        await ChangeAsync(page, WebTown.Password, "three-grey-herons", "three-grey-herons");

        await Expect(page).ToHaveURLAsync(Web.Address.ToString());
        await ReadyAsync(page);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("您好");
    }

    [Fact]
    public async Task DemoAccount_InADevelopmentRun_SignsInByAClick()
    {
        var person = Town.CentreLead();
        Town.Write(db =>
        {
            var account = db.Users.Single(a => a.Id == person.AccountId);
            account.UserName = DemoAccounts.Prefix + "lead";
            account.NormalizedUserName = account.UserName.ToUpperInvariant();
            account.PasswordHash = Passwords.Hasher.HashPassword(account, DemoAccounts.Password);
        });
        var page = await OpenAsync("/account/sign-in");
        await ScreenshotAsync(page, "sign-in-demo");
        await AccessibleAsync(page);

        await page.Locator("[data-user='demo-lead']").ClickAsync();
        await ReadyAsync(page);

        await Expect(page.Locator("main")).ToContainTextAsync("产业发展中心");
    }

    [Fact]
    public async Task SignOut_InOneTab_EndsTheOtherWithinSeconds()
    {
        var person = await Web.BeginSessionAsync(Town.Dispatcher());
        var first = await OpenAsync("/", person);
        var second = await OpenAsync(first.Context, "/");

        await first.GetByText("人员").First.ClickAsync();
        await first.GetByRole(AriaRole.Button, new() { Name = "退出登录" }).ClickAsync();

        await Expect(first).ToHaveURLAsync(new Uri(Web.Address, "/account/sign-in").ToString());
        await Expect(first.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0); // who signs out knows
        await Expect(second).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/account/sign-in"), new() { Timeout = 20_000 });
        await Expect(second.GetByRole(AriaRole.Alert)).ToContainTextAsync("登录已结束：您可能已在其他页面或设备退出登录");
        Assert.Equal(0, Web.OpenSessions(person));
    }

    [Fact]
    public async Task NextPage_WhenSignedOutElsewhere_IsTheSignInPageThatLeadsBackThere()
    {
        var dispatcher = Town.Dispatcher();
        var name = Web.GivePassword(dispatcher);
        var person = await Web.BeginSessionAsync(dispatcher);
        var page = await OpenAsync("/", person);
        Town.SignOut(person);

        await page.Locator("#rail a[href='/enterprises']").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Uri(Web.Address, "/account/sign-in?ended=Elsewhere&returnUrl=%2Fenterprises").ToString()); // before the circuit's next beat
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("登录已结束：您可能已在其他页面或设备退出登录");
        await SubmitAsync(page, name, WebTown.Password);

        await Expect(page).ToHaveURLAsync(new Uri(Web.Address, "/enterprises").ToString());
        await ReadyAsync(page);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("企业");
    }

    [Theory]
    [InlineData(SessionEnd.Disabled, "您的账号已停用", "Your account has been disabled")]
    [InlineData(SessionEnd.Idle, "您较长时间没有操作", "You were signed out after a long time without activity")]
    public async Task OpenPage_WhoseSessionEnded_LeadsToWhyInBothLanguages_AndAReloadSaysTheSame(SessionEnd end, string chinese, string english)
    {
        var person = await Web.BeginSessionAsync(Town.Dispatcher());
        var page = await OpenAsync("/enterprises?q=x", person);
        var reloaded = await OpenAsync(page.Context, "/enterprises?q=x");
        Town.Write(db =>
        {
            var session = db.Sessions.Single(s => s.Id == person.SessionId);
            session.LastSeenAt = end == SessionEnd.Idle ? session.LastSeenAt - SessionService.Idle : session.LastSeenAt;
            db.Users.Single(a => a.Id == person.AccountId).DisabledAt = end == SessionEnd.Disabled ? Town.Clock.Now : null;
        });

        await reloaded.ReloadAsync();
        await Expect(reloaded.GetByRole(AriaRole.Alert)).ToContainTextAsync(chinese);
        await Expect(reloaded).ToHaveURLAsync(new Uri(Web.Address, $"/account/sign-in?ended={end}&returnUrl=%2Fenterprises%3Fq%3Dx").ToString());
        await reloaded.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Expect(reloaded.GetByRole(AriaRole.Alert)).ToContainTextAsync(english);
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync(new() { Timeout = 20_000 }); // at the circuit's next beat
    }

    private static async Task SubmitAsync(IPage page, string name, string password)
    {
        await page.GetByLabel("用户名").FillAsync(name);
        await page.GetByLabel("密码").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
    }

    private static async Task ChangeAsync(IPage page, string current, string wanted, string repeated)
    {
        await page.GetByLabel("当前密码").FillAsync(current);
        await page.Locator("[name='Form.Wanted']").FillAsync(wanted);
        await page.GetByLabel("再次填写新密码").FillAsync(repeated);
        await page.GetByRole(AriaRole.Button, new() { Name = "保存新密码" }).ClickAsync();
    }
}
