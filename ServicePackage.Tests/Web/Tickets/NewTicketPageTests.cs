using Bunit;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;
using ServicePackage.Web.Features.Tickets;

namespace ServicePackage.Tests.Web.Tickets;

public sealed class NewTicketPageTests(SqliteDatabase database) : PageTests(database), IClassFixture<SqliteDatabase>
{
    [Fact]
    public async Task Raise_ByTheEnterprise_LeadsToTheDemand()
    {
        var page = await OpenAsync<NewTicketPage>(Applicant, "/tickets/new");
        Assert.Equal("陈晓明", page.Find("#ContactName").GetAttribute("value"));
        Assert.Empty(page.FindAll("#Channel"));

        await FillAsync(page, "员工停车位不足");
        await page.Find("form").SubmitAsync();

        var ticket = await OnlyAsync("员工停车位不足");
        Assert.Equal($"/tickets/{ticket.Number}", Shown);
        Assert.Equal((Channel.Online, Enterprise.Id, Specialist.AccountId), (ticket.Channel, ticket.EnterpriseId, ticket.FirstAskedId));
    }

    [Fact]
    public async Task Raise_OnBehalf_TakesTheEnterpriseItsContactAndTheChannel()
    {
        var page = await OpenAsync<NewTicketPage>(Specialist, "/tickets/new");
        await page.Find("#EnterpriseId").TypeAsync(Enterprise.Name);
        await page.Find("#Channel").ChangeAsync(nameof(Channel.Telephone));
        Assert.Equal(["陈晓明", "13800000000"], PutIntoFields);

        await FillAsync(page, "代企业提出");
        await page.Find("form").SubmitAsync();

        var ticket = await OnlyAsync("代企业提出");
        Assert.Equal((Channel.Telephone, Enterprise.Id, Specialist.AccountId), (ticket.Channel, ticket.EnterpriseId, ticket.FirstAskedId));
    }

    [Fact]
    public async Task Raise_FromTheEnterprisesPage_HasTheEnterpriseAndItsContactAlready()
    {
        var page = await OpenAsync<NewTicketPage>(Specialist, $"/tickets/new?enterprise={Enterprise.Id}");
        Assert.Equal(Enterprise.Name, page.Find("#EnterpriseId").GetAttribute("value"));
        Assert.Equal(("陈晓明", "13800000000"), (page.Find("#ContactName").GetAttribute("value"), page.Find("#ContactPhone").GetAttribute("value")));
        await page.Find("#Channel").ChangeAsync(nameof(Channel.Telephone));

        await FillAsync(page, "从企业页提出");
        await page.Find("form").SubmitAsync();

        Assert.Equal(Enterprise.Id, (await OnlyAsync("从企业页提出")).EnterpriseId);
    }

    [Fact]
    public async Task Raise_FromTheAddressOfAnEnterpriseNotServed_NamesNone()
    {
        var page = await OpenAsync<NewTicketPage>(Specialist, $"/tickets/new?enterprise={Town.Enterprise().Id}");

        Assert.Equal("", page.Find("#EnterpriseId").GetAttribute("value") ?? "");
        Assert.Equal("", page.Find("#ContactPhone").GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task Raise_OnBehalfWithoutAChannel_IsRefusedBesideTheField()
    {
        var page = await OpenAsync<NewTicketPage>(Dispatcher, "/tickets/new");
        await page.Find("#EnterpriseId").TypeAsync(Enterprise.Name);

        await FillAsync(page, "没有来源");
        await page.Find("form").SubmitAsync();

        Assert.Equal("请选择诉求的来源（走访、电话、会议或窗口）。", page.Find("#Channel-error .field-error").TextContent);
        Assert.Equal("/tickets/new", Shown);
        await NothingRaisedAsync("没有来源");
    }

    [Fact]
    public async Task Enterprise_WhenNotServedByTheReader_CannotBeChosen()
    {
        var other = Town.Enterprise();
        var page = await OpenAsync<NewTicketPage>(Specialist, "/tickets/new");

        await page.Find("#EnterpriseId").TypeAsync(other.Name);
        await page.Find("#EnterpriseId").ChangeAsync(other.Name);

        Assert.Contains("没有找到这家企业，请从列出的企业中选择。", Findings(page));
        Assert.DoesNotContain(page.FindAll("datalist option"), o => o.GetAttribute("value") == other.Name);
    }

    [Theory]
    [InlineData("zh-CN", "请填写标题。", "请填写诉求内容。")]
    [InlineData("en", "Please fill in the title.", "Please fill in the request.")]
    public async Task Raise_WhenBlank_SaysWhatIsMissingAndWritesNothing(string language, string title, string text)
    {
        using var reading = new Reading(language);
        var page = await OpenAsync<NewTicketPage>(Applicant, "/tickets/new");
        await page.Find("#Title").ChangeAsync("   ");

        await page.Find("form").SubmitAsync();

        Assert.Equal(title, page.Find("#Title-error .field-error").TextContent);
        Assert.Equal(text, page.Find("#Text-error .field-error").TextContent);
        Assert.NotNull(page.Find("#Type-error .field-error"));
        Assert.NotNull(page.Find("#TopicId-error .field-error"));
        Assert.Equal("/tickets/new", Shown);
    }

    [Fact]
    public async Task Text_WhenTooLong_SaysBothLengthsAndKeepsTheText()
    {
        var page = await OpenAsync<NewTicketPage>(Applicant, "/tickets/new");
        var text = new string('字', TextLimit) + "𠮷";

        await page.Find("#Text").ChangeAsync(text);

        Assert.Equal("诉求内容最多20000个字，现有20001个字。", page.Find("#Text-error .field-error").TextContent);
        Assert.Equal(text, page.Find("#Text").GetAttribute("value"));
    }

    [Fact]
    public async Task Raise_WhenTheEarlierNumberIsUnknown_IsRefusedBesideTheField()
    {
        var page = await OpenAsync<NewTicketPage>(Applicant, "/tickets/new?linked=2020-00001");
        Assert.Equal("2020-00001", page.Find("#LinkedNumber").GetAttribute("value"));

        await FillAsync(page, "接续以前的诉求");
        await page.Find("form").SubmitAsync();

        Assert.Equal("没有找到该企业编号为2020-00001的诉求，请核对。", page.Find("#LinkedNumber-error .field-error").TextContent);
        await NothingRaisedAsync("接续以前的诉求");
    }

    [Fact]
    public async Task Raise_WhenTheEnterpriseHasLeftTheRoster_SaysSo()
    {
        var left = Town.Enterprise(City);
        var user = Town.EnterpriseUser(left);
        Town.Write(db => db.Enterprises.Single(e => e.Id == left.Id).LeftRosterOn = new DateOnly(2026, 2, 1));
        var page = await OpenAsync<NewTicketPage>(user, "/tickets/new");

        await FillAsync(page, "已离开名单");
        await page.Find("form").SubmitAsync();

        Assert.Equal($"{left.Name}不在现行重点企业名单内，不能提出新的诉求。", page.Find("#EnterpriseId-error .field-error").TextContent);
    }

    [Fact]
    public async Task Form_SaysThatNoStatutoryPeriodStops()
    {
        Assert.Contains("不影响行政复议、行政诉讼等法定期限的计算", (await OpenAsync<NewTicketPage>(Applicant, "/tickets/new")).Find(".warning").TextContent, StringComparison.Ordinal);
        using var reading = new Reading("en");
        Assert.Contains("stops no statutory period", (await OpenAsync<NewTicketPage>(Applicant, "/tickets/new")).Find(".warning").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_ForWhoeverRaisesNoDemands_IsNotFound()
    {
        await OpenAsync<NewTicketPage>(Town.Administrator(), "/tickets/new");

        Assert.True(NotFound);
    }

    private const int TextLimit = 20_000;

    private static async Task FillAsync(IRenderedComponent<NewTicketPage> page, string title)
    {
        await page.FindAll("input[name=Type]").ElementAt((int)TicketType.Coordination).ChangeAsync(nameof(TicketType.Coordination));
        await page.Find("#TopicId").ChangeAsync(page.FindAll("#TopicId option").ElementAt(1).GetAttribute("value")!);
        await page.Find("#Title").ChangeAsync(title);
        await page.Find("#Text").ChangeAsync("请求协调。");
        if (page.Find("#ContactName").GetAttribute("value") is null or "")
        {
            await page.Find("#ContactName").ChangeAsync("陈晓明");
            await page.Find("#ContactPhone").ChangeAsync("13800000000");
        }
    }

    private async Task<Ticket> OnlyAsync(string title)
    {
        await using var db = Town.Look();
        return await db.Tickets.SingleAsync(t => t.Title == title, Cancellation);
    }

    private async Task NothingRaisedAsync(string title)
    {
        await using var db = Town.Look();
        Assert.False(await db.Tickets.AnyAsync(t => t.Title == title, Cancellation));
    }
}
