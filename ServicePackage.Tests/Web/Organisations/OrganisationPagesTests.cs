using Bunit;
using ServicePackage.Core.Organisations;
using ServicePackage.Tests.Support;
using ServicePackage.Web.Features.Organisations;

namespace ServicePackage.Tests.Web.Organisations;

public sealed class OrganisationPagesTests(SqliteDatabase database) : ScreenTests(database), IClassFixture<SqliteDatabase>
{
    [Fact]
    public async Task List_WhenAnybodyOfTheTown_ShowsTheTaskForceWithPhonesByKind()
    {
        var general = Town.GeneralLiaison();
        Town.Write(db => db.Users.Single(a => a.Id == general.AccountId).PhoneNumber = "13911112222");
        Town.Centre();
        var unit = Town.Unit();
        var liaison = Town.Liaison(unit);
        Town.Write(db => db.Users.Single(a => a.Id == liaison.AccountId).PhoneNumber = "021-59150000-8");

        var page = await OpenAsync<OrganisationsPage>(Town.Officer(unit), "/organisations");

        Assert.Contains("13911112222", page.Find(".task-force").TextContent, StringComparison.Ordinal);
        var row = page.FindAll("tbody tr").Single(r => r.QuerySelector("a.row-open")?.GetAttribute("href") == $"/organisations/{unit.Id}");
        Assert.Equal("tel:021-59150000-8", row.QuerySelectorAll("a.phone")[^1].GetAttribute("href"));
        Assert.StartsWith("产业发展中心", page.FindAll("tr.group")[0].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.FindAll("a"), a => a.TextContent == "新增机构");
    }

    [Fact]
    public async Task Pages_WhenEnterpriseUser_AreNotFound()
    {
        var user = Town.EnterpriseUser(Town.Enterprise());

        await OpenAsync<OrganisationsPage>(user, "/organisations");

        Assert.True(NotFound);
    }

    [Fact]
    public async Task New_WhenNeitherAdministratorNorOfTheCentre_IsNotFound()
    {
        await OpenAsync<NewOrganisationPage>(Town.TownLeader(), "/organisations/new");

        Assert.True(NotFound);
    }

    [Fact]
    public async Task New_WhenNameIsTaken_SaysSoBesideTheFieldAndKeepsWhatWasTyped()
    {
        var unit = Town.Unit();
        var page = await OpenAsync<NewOrganisationPage>(Town.Administrator(), "/organisations/new");

        await Field(page, "机构名称").ChangeAsync(unit.Name);
        await Field(page, "办公电话").ChangeAsync("110");
        Assert.Equal(["办公电话格式不正确"], Findings(page).Select(f => f.Split('：')[0]));
        await Field(page, "办公电话").ChangeAsync("021-59150000");
        await page.Find("form").SubmitAsync();

        Assert.Equal([$"已有名为“{unit.Name}”的机构，请换一个名称。"], Findings(page));
        Assert.Equal(unit.Name, Field(page, "机构名称").GetAttribute("value"));
        await Field(page, "机构名称").ChangeAsync("文体服务中心");
        await page.Find("form").SubmitAsync();
        Assert.StartsWith("/organisations/", Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Merge_WhenNothingIsChosenOrTyped_SaysSoBesideTheFields()
    {
        var (unit, heir) = (Town.Unit(), Town.Unit());
        Town.Officer(unit);
        var page = await OpenAsync<OrganisationPage>(Town.Administrator(), $"/organisations/{unit.Id}?edit=merge", unit.Id);

        await page.Find("form").SubmitAsync();
        Assert.Equal(["请选择并入哪个机构。"], Findings(page));
        await Field(page, "并入").ChangeAsync(heir.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await Field(page, "填写本机构名称").ChangeAsync("不是这个");
        await page.Find("form").SubmitAsync();
        Assert.Equal([$"请准确填写被合并机构的名称“{unit.Name}”，以确认合并。"], Findings(page));

        await Field(page, "填写本机构名称").ChangeAsync(unit.Name);
        await page.Find("form").SubmitAsync();
        Assert.Equal($"/organisations/{unit.Id}", Shown);
        await using var db = Town.Look();
        Assert.NotNull(db.Organisations.Single(o => o.Id == unit.Id).DisabledAt);
        Assert.Equal(1, db.Posts.Count(p => p.OrganisationId == heir.Id));
        page.WaitForAssertion(() => Assert.Equal((heir.Name, $"/organisations/{heir.Id}"), (page.Find(".warning a").TextContent, page.Find(".warning a").GetAttribute("href"))));

        var list = await OpenAsync<OrganisationsPage>(Town.Administrator(), "/organisations?disabled=true");
        var row = list.FindAll("tbody tr.off").Single(r => r.QuerySelector("a.row-open")!.GetAttribute("href") == $"/organisations/{unit.Id}");
        Assert.Contains($"已并入 {heir.Name}", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Merge_WhenNotAdministrator_IsNotOffered()
    {
        var unit = Town.Unit();

        var page = await OpenAsync<OrganisationPage>(Town.CentreLead(), $"/organisations/{unit.Id}?edit=merge", unit.Id);

        Assert.Empty(page.FindAll("form"));
        Assert.DoesNotContain(page.FindAll("a"), a => a.TextContent == "并入其他机构");
    }

    [Fact]
    public async Task Disable_WhenItHasPeople_AsksFirstThenSaysWhyNot()
    {
        var unit = Town.Unit();
        Town.Officer(unit);
        var page = await OpenAsync<OrganisationPage>(Town.Administrator(), $"/organisations/{unit.Id}", unit.Id);

        await Act(page, "停用").ClickAsync();
        Assert.Contains("确定停用", page.Find(".confirm").TextContent, StringComparison.Ordinal);
        await Act(page, "停用").ClickAsync();

        Assert.StartsWith("该机构还有未了职责，不能停用", page.Find("[role=alert] p").TextContent, StringComparison.Ordinal);
        Assert.Equal(["任职人员1名。"], page.FindAll("[role=alert] li").Select(l => l.TextContent));
    }

    [Fact]
    public async Task Disable_WhenConfirmed_ShowsItAtOnce()
    {
        var unit = Town.Unit();
        var page = await OpenAsync<OrganisationPage>(Town.Administrator(), $"/organisations/{unit.Id}", unit.Id);

        await Act(page, "停用").ClickAsync();
        await Act(page, "停用").ClickAsync();

        page.WaitForAssertion(() => Assert.Contains("2026年3月2日起停用", page.Find(".facts").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Change_WhenSomebodySavedInBetween_KeepsWhatWasTypedAndGoesThroughAfterReloading()
    {
        var unit = Town.Unit();
        var page = await OpenAsync<OrganisationPage>(Town.Administrator(), $"/organisations/{unit.Id}?edit=facts", unit.Id);
        await Field(page, "机构名称").ChangeAsync("城市建设办公室");
        Assert.True((await new OrganisationService(Town.Runner).ChangeAsync(Town.Administrator(), Guid.NewGuid(), new OrganisationInput { Id = unit.Id, Name = unit.Name, Phone = "13800000000" })).Done);

        await page.Find("form").SubmitAsync();
        Assert.Contains("已被他人更新", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        await page.Find("[role=alert] button").ClickAsync();
        Assert.Equal("城市建设办公室", Field(page, "机构名称").GetAttribute("value"));
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal("城市建设办公室", page.Find("h1").TextContent));
    }

    [Fact]
    public async Task Page_WhenNotAdministrator_OffersNoChange()
    {
        var unit = Town.Unit();

        var page = await OpenAsync<OrganisationPage>(Town.Officer(unit), $"/organisations/{unit.Id}?edit=facts", unit.Id);

        Assert.Empty(page.FindAll("form, button"));
    }
}
