using Microsoft.Playwright;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Organisations;
using ServicePackage.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace ServicePackage.Tests.Browser;

/// <summary>The pages of organisations, accounts and enterprises, in a town that is set up.</summary>
public sealed class PeoplePagesTests(WebTown web) : BrowserTests(web), IClassFixture<WebTown>
{
    public static readonly TheoryData<string, bool, int> Looks = new()
    {
        { "en", true, 1440 },
        { "zh-CN", false, 390 },
    };

    [Theory, MemberData(nameof(Looks))]
    public async Task Pages_InEveryLook_FitAndAreAccessible(string language, bool dark, int width)
    {
        var (administrator, dispatcher, enterprise) = ATown();
        var unit = Town.Unit();
        Town.Liaison(unit);
        using var db = Town.Look();
        var (auditor, entry) = (Town.Auditor(), db.History.First().Id); // the calendar's, which is seeded as the program starts
        (string Address, ServicePackage.Core.Operations.Caller Person)[] pages =
        [
            ("/organisations", administrator), ("/organisations/new", administrator), ("/organisations/import", administrator), ($"/organisations/{unit.Id}", administrator), ($"/organisations/{unit.Id}?edit=facts", administrator),
            ("/accounts", administrator), ("/accounts/new", administrator), ($"/accounts/{dispatcher.AccountId}", administrator), ($"/accounts/{dispatcher.AccountId}?edit=posts", administrator),
            ($"/accounts/{dispatcher.AccountId}?edit=password", administrator), ($"/accounts/new?enterprise={enterprise.Id}", administrator),
            ("/history", auditor), ("/history", administrator), ($"/history?entry={entry}", auditor), ("/history?thing=zzz", auditor),
            ("/enterprises", dispatcher), ("/enterprises/new", dispatcher), ("/enterprises/import", dispatcher), ($"/enterprises/{enterprise.Id}", dispatcher), ($"/enterprises/{enterprise.Id}?edit=facts", dispatcher),
            ($"/enterprises/{enterprise.Id}?edit=butler", dispatcher), ($"/enterprises/{enterprise.Id}?edit=roster", dispatcher),
        ];
        await ForEachAsync(pages, async (page, address) =>
        {
            await ScreenshotAsync(page, $"people{address.Replace('/', '-').Replace('?', '-')}-{language}-{(dark ? "dark" : "light")}-{width}");
            Assert.Equal((address, 0), (address, await SidewaysOverflowAsync(page)));
            Assert.Empty((await AxeAsync(page)).Select(v => $"{address} {v}"));
        }, language, dark, width);
    }

    [Fact]
    public async Task Filters_WhenChosen_StandInTheAddressAndSurviveAReload()
    {
        var (_, dispatcher, enterprise) = ATown();
        var district = Town.Enterprise(tier: EnterpriseTier.District);
        var page = await OpenAsync("/enterprises", dispatcher);

        await page.GetByLabel("层级").SelectOptionAsync("区级重点企业");
        await Expect(page.Locator(".list")).Not.ToContainTextAsync(enterprise.Name);
        await page.GetByLabel("名称或统一社会信用代码").FillAsync(district.CreditCode[6..]);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".list tbody tr")).ToHaveCountAsync(1);
        await page.ReloadAsync();
        await ReadyAsync(page);

        await Expect(page.GetByLabel("层级")).ToHaveValueAsync("District");
        await Expect(page.Locator(".list tbody tr")).ToHaveCountAsync(1);
        await page.Locator(".list tbody tr td").Nth(3).ClickAsync(new() { Force = true });
        await Expect(Heading(page)).ToHaveTextAsync(district.Name);
    }

    [Fact]
    public async Task Account_WhenDisabled_AsksFirstAndSignsThePersonOut()
    {
        var (administrator, _, _) = ATown();
        var person = await Web.BeginSessionAsync(Town.Officer(Town.Unit()));
        var page = await OpenAsync($"/accounts/{person.AccountId}", administrator);

        await page.GetByRole(AriaRole.Button, new() { Name = "停用账号" }).ClickAsync();
        await Expect(page.Locator(".confirm")).ToContainTextAsync("立即退出登录");
        Assert.Equal(1, Web.OpenSessions(person));
        await page.Locator(".confirm").GetByRole(AriaRole.Button, new() { Name = "停用账号" }).ClickAsync();
        await Expect(page.Locator(".facts")).ToContainTextAsync("停用");

        Assert.Equal(0, Web.OpenSessions(person));
    }

    [Fact]
    public async Task Account_GivenAnotherPostAndANewPassword_WorksWithThem()
    {
        const string Given = "kfmw-9tqa-xu3e-pd7c";
        var (unit, other) = (Town.Unit(), Town.Unit());
        var person = Town.Officer(unit);
        var name = Web.GivePassword(person);
        var page = await OpenAsync($"/accounts/{person.AccountId}", Town.Administrator());
        await page.GetByRole(AriaRole.Link, new() { Name = "调整岗位" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "添加岗位" }).ClickAsync();
        await page.GetByLabel("机构", new() { Exact = true }).Nth(1).SelectOptionAsync(other.Name);
        await page.GetByLabel("岗位", new() { Exact = true }).Nth(1).SelectOptionAsync("联络人");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await Expect(page.Locator(".facts")).ToContainTextAsync($"{other.Name} · 联络人");
        await page.GetByRole(AriaRole.Link, new() { Name = "重置密码" }).ClickAsync();
        await page.GetByLabel("新密码").FillAsync("short");
        await page.GetByRole(AriaRole.Button, new() { Name = "重置密码", Exact = true }).ClickAsync();
        await Expect(page.Locator(".field-error")).ToContainTextAsync("12");
        await page.GetByLabel("新密码").FillAsync(Given);
        await page.GetByRole(AriaRole.Button, new() { Name = "重置密码", Exact = true }).ClickAsync();
        await Expect(page.Locator(".facts")).ToContainTextAsync("待修改初始密码");

        var signIn = await OpenAsync("/account/sign-in");
        await signIn.GetByLabel("用户名").FillAsync(name);
        await signIn.GetByLabel("密码").FillAsync(Given);
        await signIn.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
        await Expect(Heading(signIn)).ToHaveTextAsync("修改密码");
    }

    private (ServicePackage.Core.Operations.Caller Administrator, ServicePackage.Core.Operations.Caller Dispatcher, Enterprise Enterprise) ATown()
    {
        var city = Town.EconomicCity();
        var enterprise = Town.Enterprise(city);
        Town.GeneralLiaison();
        Town.Specialist(city);
        Town.Assign(Town.GeneralManager(city), enterprise);
        Town.EnterpriseUser(enterprise);
        Town.Titles(enterprise, "srdi", "hnte", "key_taxpayer");
        Town.Write(db => db.Users.Where(a => a.PhoneNumber == null).ToList().ForEach(a => a.PhoneNumber = "13800000000"));
        return (Town.Administrator(), Town.Dispatcher(), enterprise);
    }

    private static ILocator Heading(IPage page) => page.GetByRole(AriaRole.Heading, new() { Level = 1 });
}
