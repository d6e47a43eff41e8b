using Bunit;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Enterprises;
using ServicePackage.Tests.Support;
using ServicePackage.Web.Features.Enterprises;

namespace ServicePackage.Tests.Web.Enterprises;

public sealed class EnterprisePagesTests(SqliteDatabase database) : ScreenTests(database), IClassFixture<SqliteDatabase>
{
    [Fact]
    public async Task List_WhenFiltered_FollowsTheAddressAndCounts()
    {
        var city = Town.EconomicCity();
        var (town, district) = (Town.Enterprise(city), Town.Enterprise(city, EnterpriseTier.District));
        var page = await OpenAsync<EnterprisesPage>(Town.Specialist(city), "/enterprises?tier=District");
        Assert.Equal(district.Name, Assert.Single(page.FindAll("a.row-open")).TextContent);
        Assert.Equal("共1家", page.Find(".page-line").TextContent);

        await page.FindAll("select")[0].ChangeAsync("");

        Assert.Equal("/enterprises", Shown);
        page.WaitForAssertion(() => Assert.Equivalent(new[] { town.Name, district.Name }, page.FindAll("a.row-open").Select(a => a.TextContent), strict: true));
        Assert.DoesNotContain(page.FindAll("a"), a => a.TextContent == "新增企业");
    }

    [Theory]
    [InlineData("zh-CN", "提出诉求", "记录联系")]
    [InlineData("en", "Raise a demand", "Record a contact")]
    public async Task Page_ForWhoeverServesTheEnterprise_LeadsToRaisingAndRecordsAContact(string language, string raise, string record)
    {
        using var reading = new Reading(language);
        var enterprise = Town.Enterprise(Town.EconomicCity());
        var butler = Town.Butler(enterprise);
        var page = await OpenAsync<EnterprisePage>(butler, $"/enterprises/{enterprise.Id}", enterprise.Id);
        Assert.Equal($"/tickets/new?enterprise={enterprise.Id}", page.FindAll(".page-acts a").Single(a => a.TextContent == raise).GetAttribute("href"));

        await page.FindAll("button").Single(b => b.TextContent == record).ClickAsync();
        await Field(page, new ServicePackage.Core.Words.FieldName("ContactSaid").Label).ChangeAsync("生产正常。");
        await page.Find("form").SubmitAsync();

        await using var db = Town.Look();
        Assert.Equal(("生产正常。", butler.AccountId), await db.Contacts.Where(c => c.EnterpriseId == enterprise.Id).Select(c => ValueTuple.Create(c.Said, c.AccountId)).SingleAsync(Cancellation));
        page.WaitForAssertion(() => Assert.Contains("生产正常。", page.Find(".contacts").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_ForWhoeverDoesNotServeTheEnterprise_OffersNeither()
    {
        var enterprise = Town.Enterprise(Town.EconomicCity());
        var page = await OpenAsync<EnterprisePage>(Town.Administrator(), $"/enterprises/{enterprise.Id}", enterprise.Id);

        Assert.Empty(page.FindAll(".page-acts a"));
        Assert.Empty(page.FindAll("#contacts"));
    }

    [Theory]
    [InlineData("/enterprises?tier=9&category=-1&roster=x&page=-3&city=9e99")]
    [InlineData("/enterprises?page=99999999999999999999")]
    public async Task List_WhenTheAddressIsNonsense_ShowsWhatItCan(string address)
    {
        var city = Town.EconomicCity();
        Town.Enterprise(city);

        var page = await OpenAsync<EnterprisesPage>(Town.Specialist(city), address);

        Assert.Single(page.FindAll("a.row-open"));
    }

    [Fact]
    public async Task List_WhenThePageIsBeyondTheLast_LeadsBackToIt()
    {
        var city = Town.EconomicCity();
        Town.Enterprise(city);

        var page = await OpenAsync<EnterprisesPage>(Town.Specialist(city), "/enterprises?page=77");

        Assert.Empty(page.FindAll("a.row-open"));
        Assert.EndsWith("/enterprises", page.Find("a[rel=prev]").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_WhenCreditCodeIsWrong_SaysSoAndKeepsEverythingTyped()
    {
        var city = Town.EconomicCity();
        var page = await OpenAsync<NewEnterprisePage>(Town.Administrator(), "/enterprises/new");

        await Field(page, "企业名称").ChangeAsync("上海演示芯片有限公司");
        await Field(page, "统一社会信用代码").ChangeAsync("91310000132260250Y");
        Assert.Equal(["统一社会信用代码校验不符，请对照营业执照逐位核对。"], Findings(page));
        await Field(page, "所属经济城").ChangeAsync(city.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await page.FindAll(".titles input")[1].ChangeAsync(true);
        await page.Find("form").SubmitAsync();
        Assert.Equal("上海演示芯片有限公司", Field(page, "企业名称").GetAttribute("value"));

        await Field(page, "统一社会信用代码").ChangeAsync(Town.CreditCode(810_001));
        await page.Find("form").SubmitAsync();

        await using var db = Town.Look();
        var made = await db.Enterprises.SingleAsync(e => e.Name == "上海演示芯片有限公司", Cancellation);
        Assert.Equal($"/enterprises/{made.Id}", Shown);
        Assert.Equal("innovative", (await db.EnterpriseListItems.SingleAsync(i => i.EnterpriseId == made.Id, Cancellation)).Kind);
    }

    [Fact]
    public async Task New_WhenNeitherCentreNorAdministrator_IsNotFound()
    {
        await OpenAsync<NewEnterprisePage>(Town.TownLeader(), "/enterprises/new");

        Assert.True(NotFound);
    }

    [Fact]
    public async Task Page_WhenNotVisible_IsNotFound()
    {
        var enterprise = Town.Enterprise();

        await OpenAsync<EnterprisePage>(Town.EnterpriseUser(Town.Enterprise()), $"/enterprises/{enterprise.Id}", enterprise.Id);

        Assert.True(NotFound);
    }

    [Fact]
    public async Task Own_WhenEnterpriseUser_ShowsTheButlersCardAndLetsTheContactBeCorrected()
    {
        var city = Town.EconomicCity();
        var enterprise = Town.Enterprise(city);
        var manager = Town.GeneralManager(city);
        Town.Write(db => db.Users.Single(a => a.Id == manager.AccountId).PhoneNumber = "13800000009");
        var user = Town.EnterpriseUser(enterprise);

        var page = await OpenAsync<EnterprisePage>(user, "/enterprises/own");
        Assert.Contains("暂由其代行", page.Markup, StringComparison.Ordinal);
        Assert.Contains(page.FindAll("a.phone"), a => a.GetAttribute("href") == "tel:13800000009");
        Assert.Equal(["企业情况", "适用政策", "专业服务", "修改联系人"], page.FindAll(".file-acts a").Select(a => a.TextContent));

        Navigation.NavigateTo("/enterprises/own?edit=contact");
        await Field(page, "联系人电话").ChangeAsync("59150000");
        await page.Find("form").SubmitAsync();
        Assert.StartsWith("联系人电话格式不正确", Assert.Single(Findings(page)), StringComparison.Ordinal);
        await Field(page, "联系人电话").ChangeAsync("021-59150000");
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains(page.FindAll("a.phone"), a => a.GetAttribute("href") == "tel:021-59150000"));
        Assert.Equal("/enterprises/own", Shown);
    }

    [Fact]
    public async Task Page_WhenAdministrator_HidesTheContactAndDemandsAndOffersAccounts()
    {
        var enterprise = Town.Enterprise();

        var page = await OpenAsync<EnterprisePage>(Town.Administrator(), $"/enterprises/{enterprise.Id}", enterprise.Id);

        Assert.DoesNotContain(enterprise.ContactPhone, page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("#demands"));
        Assert.Equal($"/accounts/new?enterprise={enterprise.Id}", Act(page, "新增账号").GetAttribute("href"));
    }

    [Fact]
    public async Task Butler_WhenAssignedAndHandedOver_IsShownAtOnce()
    {
        var city = Town.EconomicCity();
        var enterprise = Town.Enterprise(city);
        var (one, two) = (Town.Specialist(city), Town.Specialist(city));
        var page = await OpenAsync<EnterprisePage>(Town.Dispatcher(), $"/enterprises/{enterprise.Id}?edit=butler", enterprise.Id);

        await page.Find("form").SubmitAsync();
        Assert.Equal(["请选择服务管家。"], Findings(page));
        await Field(page, "新服务管家").ChangeAsync(one.AccountId.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("自2026年3月2日起服务", page.Markup, StringComparison.Ordinal));

        Navigation.NavigateTo($"/enterprises/{enterprise.Id}?edit=butler");
        Assert.DoesNotContain(page.FindAll("option"), o => o.GetAttribute("value") == one.AccountId.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await Field(page, "新服务管家").ChangeAsync(two.AccountId.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await page.Find("form").SubmitAsync();

        await using var db = Town.Look();
        Assert.Equal([enterprise.Id], await db.AssignedTo(two.AccountId).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Butler_WhenTheWholeCaseloadIsChosen_HandsAllOn()
    {
        var city = Town.EconomicCity();
        var (enterprise, other) = (Town.Enterprise(city), Town.Enterprise(city));
        var (one, two) = (Town.Specialist(city), Town.Specialist(city));
        Town.Assign(one, enterprise);
        Town.Assign(one, other);
        var page = await OpenAsync<EnterprisePage>(Town.Dispatcher(), $"/enterprises/{enterprise.Id}?edit=butler", enterprise.Id);

        await Field(page, "新服务管家").ChangeAsync(two.AccountId.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await page.Find(".choice input").ChangeAsync(true);
        await page.Find("form").SubmitAsync();

        await using var db = Town.Look();
        Assert.Equal(2, await db.AssignedTo(two.AccountId).CountAsync(Cancellation));
    }

    [Fact]
    public async Task Leave_WhenReasonIsMissing_SaysSoThenTakesItOff()
    {
        var enterprise = Town.Enterprise();
        var page = await OpenAsync<EnterprisePage>(Town.Dispatcher(), $"/enterprises/{enterprise.Id}?edit=roster", enterprise.Id);

        await page.Find("form").SubmitAsync();
        Assert.Equal(["请填写调整原因。"], Findings(page));
        await page.Find("textarea").ChangeAsync("迁出本镇");
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("2026年3月2日退出", page.Find(".facts").TextContent, StringComparison.Ordinal));
        Assert.Contains("重新列入", page.Markup, StringComparison.Ordinal);
    }
}
