using Microsoft.Playwright;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Organisations;
using ServicePackage.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace ServicePackage.Tests.Browser;

/// <summary>From an administrator alone to a town that can start, by the forms. Alone in its class: the town must be empty.</summary>
public sealed class SetUpTests(WebTown web) : BrowserTests(web), IClassFixture<WebTown>
{
    private const string FirstPassword = "kfmw-9tqa-xu3e-pd7c";
    private const string OwnPassword = "a-lantern-by-the-river";

    [Fact]
    public async Task Administrator_WhenTheTownIsEmpty_SetsItUpAndTheNewPersonSignsIn()
    {
        Town.Leadership();
        var page = await OpenAsync("/organisations", Town.Administrator());

        await CreateOrganisationAsync(page, "产业发展中心", "产业发展中心");
        await CreateOrganisationAsync(page, "经济城", "希望经济城");
        await CreateAccountAsync(page, "王敏", "王敏", "希望经济城", "服务专员");

        await page.GetByRole(AriaRole.Link, new() { Name = "企业", Exact = true }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "新增企业" }).ClickAsync();
        await page.GetByLabel("企业名称").FillAsync("上海演示精密机械有限公司");
        await page.GetByLabel("统一社会信用代码").FillAsync("91310114000000001O");
        await page.GetByLabel("所属经济城").SelectOptionAsync("希望经济城");
        await page.GetByRole(AriaRole.Button, new() { Name = "新增" }).ClickAsync();
        await Expect(page.Locator(".field-error")).ToContainTextAsync("不使用字母I、O、S、V、Z");
        await Expect(page.GetByLabel("企业名称")).ToHaveValueAsync("上海演示精密机械有限公司");
        await ScreenshotAsync(page, "set-up-credit-code");
        await page.GetByLabel("统一社会信用代码").FillAsync(Town.CreditCode(901_001).ToLowerInvariant());
        await page.GetByRole(AriaRole.Button, new() { Name = "新增" }).ClickAsync();
        await Expect(Heading(page)).ToHaveTextAsync("上海演示精密机械有限公司");

        await page.GetByRole(AriaRole.Link, new() { Name = "指定服务管家" }).ClickAsync();
        await page.GetByLabel("新服务管家").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByRole(AriaRole.Button, new() { Name = "指定服务管家" }).ClickAsync();
        await Expect(page.Locator(".butler-name")).ToHaveTextAsync("王敏");

        await page.GetByRole(AriaRole.Link, new() { Name = "新增账号" }).ClickAsync();
        await FillPersonAsync(page, "陈晓明", "陈晓明");
        await Expect(Heading(page)).ToHaveTextAsync("陈晓明");

        var person = await OpenAsync("/account/sign-in");
        await person.GetByLabel("用户名").FillAsync("王敏");
        await person.GetByLabel("密码").FillAsync(FirstPassword);
        await person.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await Expect(Heading(person)).ToHaveTextAsync("修改密码");
        await person.GetByLabel("当前密码").FillAsync(FirstPassword);
        await person.GetByLabel("新密码", new() { Exact = true }).FillAsync(OwnPassword);
        await person.GetByLabel("再次填写新密码").FillAsync(OwnPassword);
        await person.GetByRole(AriaRole.Button, new() { Name = "保存新密码" }).ClickAsync();
        await person.GotoAsync("/enterprises");
        await ReadyAsync(person);
        await Expect(person.Locator(".list")).ToContainTextAsync("上海演示精密机械有限公司");
        await Expect(person.Locator(".list")).ToContainTextAsync("王敏");
    }

    private static async Task CreateOrganisationAsync(IPage page, string kind, string name)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "机构", Exact = true }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "新增机构" }).ClickAsync();
        await page.GetByLabel("类别").SelectOptionAsync(kind);
        await page.GetByLabel("机构名称").FillAsync(name);
        await page.GetByLabel("办公电话").FillAsync("021-59150000");
        await page.GetByRole(AriaRole.Button, new() { Name = "新增" }).ClickAsync();
        await Expect(Heading(page)).ToHaveTextAsync(name);
    }

    private static async Task CreateAccountAsync(IPage page, string userName, string name, string organisation, string post)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "账号", Exact = true }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "新增账号" }).ClickAsync();
        await page.GetByLabel("机构", new() { Exact = true }).SelectOptionAsync(organisation);
        await page.GetByLabel("岗位", new() { Exact = true }).SelectOptionAsync(post);
        await FillPersonAsync(page, userName, name);
        await Expect(Heading(page)).ToHaveTextAsync(name);
        await Expect(page.Locator(".facts")).ToContainTextAsync($"{organisation} · {post}");
    }

    private static async Task FillPersonAsync(IPage page, string userName, string name)
    {
        await page.GetByLabel("用户名").FillAsync(userName);
        await page.GetByLabel("姓名").FillAsync(name);
        await page.GetByLabel("联系电话").FillAsync("13800000001");
        await page.GetByLabel("初始密码").FillAsync(FirstPassword);
        await page.GetByRole(AriaRole.Button, new() { Name = "新增", Exact = true }).ClickAsync();
    }

    private static ILocator Heading(IPage page) => page.GetByRole(AriaRole.Heading, new() { Level = 1 });
}
