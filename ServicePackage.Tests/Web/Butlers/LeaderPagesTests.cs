using Bunit;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Tests.Support;
using ServicePackage.Web.Features.Butlers.Leaders;
using ServicePackage.Web.Features.Enterprises;

namespace ServicePackage.Tests.Web.Butlers;

public sealed class LeaderPagesTests(SqliteDatabase database) : ScreenTests(database), IClassFixture<SqliteDatabase>
{
    [Theory]
    [InlineData("zh-CN", "联系领导", "2位领导；在册企业中1家尚无领导联系。")]
    [InlineData("en", "Contact leaders", "Leaders: 2. Enterprises on the roster without one: 1.")]
    public async Task List_ForWhoKeepsIt_CountsTheEnterprisesOfEach_AndThoseWithout(string language, string title, string line)
    {
        using var reading = new Reading(language);
        var (leader, enterprise) = (Town.Leader(name: "徐志远"), Town.Enterprise());
        Town.Led(leader, enterprise);
        Town.Leader(LeaderLevel.District, name: "陆文斌");
        Town.Enterprise();

        var page = await OpenAsync<LeadersPage>(Town.GeneralLiaison(), "/leaders");

        Assert.Equal((title, line), (page.Find("h1").TextContent, page.Find(".page-line").TextContent));
        Assert.Equal(["陆文斌", "徐志远"], page.FindAll("a.row-open").Select(a => a.TextContent));
        Assert.Equal(["0", "1"], page.FindAll("td.number").Select(c => c.TextContent));
    }

    [Fact]
    public async Task List_ForALeaderWithoutOthers_ShowsTheirOwnRowAlone_AndNobodyElseHasIt()
    {
        var account = Town.TownLeader();
        Town.Leader(account: account, name: "钱雪芳");
        Town.Leader();

        var page = await OpenAsync<LeadersPage>(account, "/leaders");

        Assert.Equal("钱雪芳", Assert.Single(page.FindAll("a.row-open")).TextContent);
        Assert.Empty(page.FindAll(".page-acts a"));
        await OpenAsync<LeadersPage>(Town.Specialist(Town.EconomicCity()), "/leaders");
        Assert.True(NotFound);
    }

    [Fact]
    public async Task New_WithoutAName_SaysSoBesideTheField_AndOtherwiseLeadsToThePage()
    {
        var page = await OpenAsync<NewLeaderPage>(Town.Dispatcher(), "/leaders/new");
        await page.Find("form").SubmitAsync();
        Assert.Contains("请填写姓名", string.Concat(Findings(page)), StringComparison.Ordinal);

        await page.FindAll("input[type=radio]")[0].ChangeAsync("District");
        await Field(page, "姓名").ChangeAsync("陆文斌");
        await page.Find("form").SubmitAsync();

        await using var db = Town.Look();
        var leader = await db.Leaders.SingleAsync(Cancellation);
        page.WaitForAssertion(() => Assert.Equal($"/leaders/{leader.Id}", Shown));
        Assert.Equal(("陆文斌", LeaderLevel.District), (leader.Name, leader.Level));
    }

    [Fact]
    public async Task Page_WhenEnterprisesAreChosen_GivesThemToTheLeader()
    {
        var (leader, enterprise) = (Town.Leader(), Town.Enterprise());
        var page = await OpenAsync<LeaderPage>(Town.Dispatcher(), $"/leaders/{leader.Id}?edit=add", leader.Id, ("Edit", "add"));
        await page.Find("form").SubmitAsync();
        Assert.Contains("请选择企业。", Findings(page));

        page.WaitForAssertion(() => Assert.Single(page.FindAll("form input[type=checkbox]")));
        await page.Find("form input[type=checkbox]").ChangeAsync(true);
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal(enterprise.Name, page.Find("#led").ParentElement!.QuerySelector("a.row-open")!.TextContent));
    }

    [Fact]
    public async Task File_ShowsWhoKeepsContact_ToItsPeopleWithoutAnAct_AndNamesOneForTheCentre()
    {
        var (enterprise, leader) = (Town.Enterprise(), Town.Leader(name: "徐志远"));
        Town.Led(leader, enterprise);
        var own = await OpenAsync<EnterprisePage>(Town.EnterpriseUser(enterprise), "/enterprises/own");
        own.WaitForAssertion(() => Assert.Contains("徐志远", own.Find("#leaders").ParentElement!.TextContent, StringComparison.Ordinal));
        Assert.Empty(own.Find("#leaders").ParentElement!.QuerySelectorAll("a[href*='end=']"));

        var other = Town.Enterprise();
        var page = await OpenAsync<EnterprisePage>(Town.Dispatcher(), $"/enterprises/{other.Id}?edit=leader", other.Id, ("Edit", "leader"));
        page.WaitForAssertion(() => Assert.NotNull(Field(page, "领导")));
        await Field(page, "领导").ChangeAsync(leader.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await page.Find("#leaders").ParentElement!.QuerySelector("form")!.SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("徐志远", page.Find(".leader-name").TextContent, StringComparison.Ordinal));
    }
}
