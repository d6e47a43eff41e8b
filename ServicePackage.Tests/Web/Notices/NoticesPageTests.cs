using Bunit;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;
using ServicePackage.Tests.Web.Tickets;
using ServicePackage.Web.Features.Notices;

namespace ServicePackage.Tests.Web.Notices;

public sealed class NoticesPageTests(SqliteDatabase database) : PageTests(database), IClassFixture<SqliteDatabase>
{
    [Fact]
    public async Task List_ShowsTheSentenceUnread_AndLeadsToTheDemandByAPlainLink()
    {
        var number = await RaisedAsync();

        var page = await OpenAsync<NoticesPage>(Specialist, "/notices");

        var link = page.Find(".notice.unread a");
        Assert.StartsWith($"新诉求{number}“厂区门口道路积水”", link.TextContent, StringComparison.Ordinal);
        Assert.StartsWith($"/tickets/{number}?notice=", link.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("1条未读，共1条", page.Find(".page-line").TextContent);
    }

    [Fact]
    public async Task MarkAll_MarksThemAndLeavesThemListed()
    {
        using var reading = new Reading("en");
        await RaisedAsync();
        var page = await OpenAsync<NoticesPage>(Specialist, "/notices");

        await page.Find(".page-acts button").ClickAsync();

        page.WaitForAssertion(() => Assert.Equal("All read, 1 in all", page.Find(".page-line").TextContent));
        Assert.Empty(page.FindAll(".unread"));
        Assert.Single(page.FindAll(".notice"));
    }

    [Theory]
    [InlineData("zh-CN", "与您有关的诉求进展和到期提醒会列在这里，点击即可打开诉求。")]
    [InlineData("en", "Changes that concern you and reminders of due dates are listed here; each leads to its demand.")]
    public async Task List_WhenEmpty_SaysWhatWillAppear(string language, string sentence)
    {
        using var reading = new Reading(language);

        Assert.Equal(sentence, (await OpenAsync<NoticesPage>(Town.Stranger(), "/notices")).Find(".empty p").TextContent);
    }

    [Fact]
    public async Task List_OfOneKindOnOneDay_IsOneLine_AndTheFilterStandsInTheAddress()
    {
        var (first, second) = (await DispatchedAsync(), await DispatchedAsync());
        await DoneAsync(Officer, first, Move.Accept);
        var page = await OpenAsync<NoticesPage>(Liaison, "/notices");

        Assert.StartsWith("审核接收时限 · 2条，其中1条未读", page.Find(".notice-day summary").TextContent, StringComparison.Ordinal);
        Assert.StartsWith("已由", page.Find(".notice-done").TextContent, StringComparison.Ordinal);

        await page.FindAll(".filters select")[0].ChangeAsync("waiting");
        Assert.Equal("/notices?asks=waiting", Shown);
        page.WaitForAssertion(() => Assert.Contains(second, Assert.Single(page.FindAll(".notice")).TextContent, StringComparison.Ordinal));
        await page.FindAll(".filters select")[1].ChangeAsync("Moved");
        page.WaitForAssertion(() => Assert.Equal("没有符合条件的通知。", page.Find(".empty p").TextContent));
        await page.Find("input[type=search]").TypeAsync(first);
        Assert.Equal($"/notices?q={first}&asks=waiting&matter=Moved", Shown);
    }

    [Fact]
    public async Task List_WhenTheDemandIsNoLongerSeen_LeadsNowhere()
    {
        var number = await AcceptedAsync();
        await DoneAsync(Applicant, number, Move.Comment, Saying("何时踏勘？"));
        await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = Town.Unit().Id, Text = "职责调整。" });

        var page = await OpenAsync<NoticesPage>(Officer, "/notices");

        Assert.Empty(page.FindAll(".notice a"));
        Assert.NotEmpty(page.FindAll(".notice"));
        await page.Find(".notice button").ClickAsync();
        page.WaitForAssertion(() => Assert.True(page.FindAll(".unread").Count < page.FindAll(".notice").Count));
    }
}
