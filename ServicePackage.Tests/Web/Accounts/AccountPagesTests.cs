using Bunit;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Tests.Support;
using ServicePackage.Web.Features.Accounts;

namespace ServicePackage.Tests.Web.Accounts;

public sealed class AccountPagesTests(SqliteDatabase database) : ScreenTests(database), IClassFixture<SqliteDatabase>
{
    [Fact]
    public async Task List_WhenNotAdministrator_IsNotFound()
    {
        await OpenAsync<NewAccountPage>(Town.CentreLead(), "/accounts/new");

        Assert.True(NotFound);
    }

    [Fact]
    public async Task List_WhenFiltered_FollowsTheAddress()
    {
        var unit = Town.Unit();
        var officer = Town.Officer(unit);
        Town.Write(db => db.Users.Single(a => a.Id == officer.AccountId).DisplayName = "欧阳修远");
        var page = await OpenAsync<AccountsPage>(Town.Administrator(), "/accounts");

        await page.Find("input[type=search]").TypeAsync(" 欧阳修远 ");

        Assert.Equal("欧阳修远", System.Web.HttpUtility.ParseQueryString(new Uri(Navigation.Uri).Query)["q"]);
        page.WaitForAssertion(() => Assert.Equal("欧阳修远", Assert.Single(page.FindAll("a.row-open")).TextContent));
        Assert.Contains($"{unit.Name} · 承办人", page.Find("tbody").TextContent, StringComparison.Ordinal);
        await page.FindAll("select")[0].ChangeAsync("enterprises");
        page.WaitForAssertion(() => Assert.Contains("没有符合条件的记录", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task List_WhenSearchTextIsEndless_SaysTheLimit()
    {
        var page = await OpenAsync<AccountsPage>(Town.Administrator(), "/accounts?q=" + new string('a', 10_000));

        Assert.Equal("搜索内容最多100个字，现有10000个字。", page.Find("[role=alert] p").TextContent);
    }

    [Fact]
    public async Task New_WhenAnOrganisationIsChosen_OffersItsPostsAloneAndCreates()
    {
        var city = Town.EconomicCity();
        var page = await OpenAsync<NewAccountPage>(Town.Administrator(), "/accounts/new");

        await page.FindAll(".post-row select")[0].ChangeAsync(city.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(PostKinds.In(city.Kind).Select(k => k.ToString()), page.FindAll(".post-row select")[1].QuerySelectorAll("option").Select(o => o.GetAttribute("value")));
        await page.FindAll(".post-row select")[1].ChangeAsync(nameof(PostKind.GeneralManager));
        await Field(page, "用户名").ChangeAsync($"陆总{Guid.NewGuid():N}"[..12]);
        await Field(page, "姓名").ChangeAsync("陆建国");
        await Act(page, "随机生成").ClickAsync();
        Assert.Equal(19, Assert.Single(PutIntoFields).Length);
        await page.Find("form").SubmitAsync();

        Assert.StartsWith("/accounts/", Shown, StringComparison.Ordinal);
        await using var db = Town.Look();
        Assert.True(await db.Posts.AnyAsync(p => p.OrganisationId == city.Id && p.Kind == PostKind.GeneralManager && p.Account.DisplayName == "陆建国" && p.Account.MustChangePassword, Cancellation));
    }

    [Fact]
    public async Task New_WhenFieldsAreBad_SaysSoBesideEachAndKeepsWhatWasTyped()
    {
        var page = await OpenAsync<NewAccountPage>(Town.Administrator(), "/accounts/new");

        await Field(page, "用户名").ChangeAsync("有 空格");
        await Field(page, "初始密码").ChangeAsync("123456");
        await page.Find("form").SubmitAsync();

        Assert.Equal(
            ["用户名只能使用汉字、字母、数字和 . _ - @，不能有空格。", "请填写姓名。", "密码至少12个字符，现有6个字符。"], Findings(page));
        Assert.Equal("有 空格", Field(page, "用户名").GetAttribute("value"));
    }

    [Fact]
    public async Task Page_WhenThePersonIsSignedIn_EndsOneSessionThenTheRestAfterAsking()
    {
        var person = Town.Dispatcher();
        Array.ForEach([person, person, person], p => Town.SignedIn(p));
        var page = await OpenAsync<AccountPage>(Town.Administrator(), $"/accounts/{person.AccountId}", person.AccountId);
        Assert.Equal(3, page.FindAll("[aria-labelledby=sessions] tbody tr").Count);

        await page.FindAll("button").First(b => b.TextContent.Trim() == "结束登录").ClickAsync();
        Assert.Contains("确定结束", page.Find(".confirm").TextContent, StringComparison.Ordinal);
        Assert.Equal(3, OpenSessions());
        await page.Find(".confirm button").ClickAsync();
        Assert.Equal(2, page.FindAll("[aria-labelledby=sessions] tbody tr").Count);
        Assert.Equal(2, OpenSessions());

        await Act(page, "结束全部登录").ClickAsync();
        await page.Find(".confirm button").ClickAsync();
        Assert.Contains("目前没有登录", page.Find("[aria-labelledby=sessions]").TextContent, StringComparison.Ordinal);
        Assert.Equal(0, OpenSessions());

        int OpenSessions()
        {
            using var db = Town.Look();
            return db.Sessions.Count(s => s.AccountId == person.AccountId && s.EndedAt == null);
        }
    }

    [Fact]
    public async Task Page_WhenTheSessionEndedMeanwhile_SaysSo()
    {
        var person = Town.SignedIn(Town.Dispatcher());
        var page = await OpenAsync<AccountPage>(Town.Administrator(), $"/accounts/{person.AccountId}", person.AccountId);
        Town.SignOut(person);

        await Act(page, "结束登录").ClickAsync();
        await page.Find(".confirm button").ClickAsync();

        Assert.Equal("该登录已经结束，无需再次操作。", page.Find("[role=alert] p").TextContent);
    }

    [Fact]
    public async Task Page_WhenAPostIsHeld_SaysInWordsWhatItAllows()
    {
        var officer = Town.Officer(Town.Unit());

        var page = await OpenAsync<AccountPage>(Town.Administrator(), $"/accounts/{officer.AccountId}", officer.AccountId);

        var rights = page.Find("[aria-labelledby=rights]").TextContent;
        Assert.All(["单位收件", "作为主办单位人员", "办结", "作为协办单位人员"], words => Assert.Contains(words, rights, StringComparison.Ordinal));
        Assert.DoesNotContain("账号管理", rights, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_WhenNoOrganisationIsChosen_SaysSo()
    {
        var page = await OpenAsync<NewAccountPage>(Town.Administrator(), "/accounts/new");
        await Field(page, "用户名").ChangeAsync($"u{Guid.NewGuid():N}"[..12]);
        await Field(page, "姓名").ChangeAsync("李工");
        await Field(page, "初始密码").ChangeAsync("kfmw-9tqa-xu3e");

        await page.Find("form").SubmitAsync();

        Assert.Equal(["请为每项岗位选择在用的机构。"], Findings(page));
    }

    [Fact]
    public async Task New_WhenForAnEnterprise_FindsItByNameAndCreates()
    {
        var enterprise = Town.Enterprise(name: "上海演示光电科技有限公司");
        var page = await OpenAsync<NewAccountPage>(Town.Administrator(), "/accounts/new");

        await page.FindAll("input[name=for]")[1].ChangeAsync("on");
        await page.Find("input[type=search]").TypeAsync("演示光电");
        await page.Find(".choice-list input").ChangeAsync("on");
        await Field(page, "用户名").ChangeAsync($"u{Guid.NewGuid():N}"[..12]);
        await Field(page, "姓名").ChangeAsync("钱进");
        await Field(page, "初始密码").ChangeAsync("kfmw-9tqa-xu3e");
        await page.Find("form").SubmitAsync();

        await using var db = Town.Look();
        Assert.True(await db.Users.AnyAsync(a => a.EnterpriseId == enterprise.Id && a.DisplayName == "钱进", Cancellation));
    }

    [Fact]
    public async Task New_WhenTheAddressNamesAnEnterprise_IsForIt()
    {
        var enterprise = Town.Enterprise();

        var page = await OpenAsync<NewAccountPage>(Town.Administrator(), $"/accounts/new?enterprise={enterprise.Id}");

        Assert.Contains(enterprise.Name, page.Find("form").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".post-row"));
    }

    [Fact]
    public async Task Disable_WhenConfirmed_ShowsItAtOnceAndEndsSessions()
    {
        var person = Town.SignedIn(Town.Officer(Town.Unit()));
        var page = await OpenAsync<AccountPage>(Town.Administrator(), $"/accounts/{person.AccountId}", person.AccountId);

        await Act(page, "停用账号").ClickAsync();
        await Act(page, "停用账号").ClickAsync();

        page.WaitForAssertion(() => Assert.Contains("2026年3月2日起停用", page.Find(".facts").TextContent, StringComparison.Ordinal));
        await using var db = Town.Look();
        Assert.NotNull((await db.Sessions.SingleAsync(s => s.Id == person.SessionId, Cancellation)).EndedAt);
    }

    [Fact]
    public async Task Disable_WhenStillAButler_SaysWhyNot()
    {
        var city = Town.EconomicCity();
        var specialist = Town.Specialist(city);
        Town.Assign(specialist, Town.Enterprise(city));
        var page = await OpenAsync<AccountPage>(Town.Administrator(), $"/accounts/{specialist.AccountId}", specialist.AccountId);
        Assert.Contains("服务1家企业", page.Find(".facts").TextContent, StringComparison.Ordinal);

        await Act(page, "停用账号").ClickAsync();
        await Act(page, "停用账号").ClickAsync();

        Assert.Equal("此人仍是1家企业的服务管家，请先移交再停用。", page.Find("[role=alert] p").TextContent);
    }

    [Fact]
    public async Task Page_WhenOwn_OffersNoDisabling()
    {
        var administrator = Town.Administrator();

        var page = await OpenAsync<AccountPage>(administrator, $"/accounts/{administrator.AccountId}", administrator.AccountId);

        Assert.DoesNotContain(page.FindAll("button"), b => b.TextContent.Contains("停用", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SetPosts_WhenTheOnlyPostIsRemoved_IsRefusedBesideTheField()
    {
        var person = Town.Officer(Town.Unit());
        var page = await OpenAsync<AccountPage>(Town.Administrator(), $"/accounts/{person.AccountId}?edit=posts", person.AccountId);

        await Act(page, "删除").ClickAsync();
        await page.Find("form").SubmitAsync();

        Assert.StartsWith("请选择所属企业，或至少添加一项岗位", Assert.Single(Findings(page)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ResetPassword_WhenBadThenGood_SaysWhyThenDoesIt()
    {
        var person = Town.Officer(Town.Unit());
        var page = await OpenAsync<AccountPage>(Town.Administrator(), $"/accounts/{person.AccountId}?edit=password", person.AccountId);

        await Field(page, "新密码").ChangeAsync("password1234");
        await page.Find("form").SubmitAsync();
        Assert.StartsWith("这个密码太常见", Assert.Single(Findings(page)), StringComparison.Ordinal);
        await Act(page, "随机生成").ClickAsync();
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("待修改初始密码", page.Find(".facts").TextContent, StringComparison.Ordinal));
    }
}
