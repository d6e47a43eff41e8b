using Bunit;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;
using ServicePackage.Web.Features.Tickets;

namespace ServicePackage.Tests.Web.Tickets;

public sealed class TicketsPageTests(SqliteDatabase database) : PageTests(database), IClassFixture<SqliteDatabase>
{
    [Fact]
    public async Task List_WhenADemandIsWithAUnit_ShowsClockStateUnitAndLink()
    {
        var number = await AcceptedAsync();

        var row = Row(await OpenAsync<TicketsPage>(Officer, "/tickets"), number);

        Assert.Equal($"/tickets/{number}", row.QuerySelector("a.row-link")!.GetAttribute("href"));
        Assert.Equal("●正常办理时限", row.QuerySelector(".col-due .cell-line")!.TextContent);
        Assert.Equal("剩余15个工作日 · 3月23日17:00前", row.QuerySelector(".due")!.TextContent);
        Assert.Equal("办理中", row.QuerySelector(".chip")!.TextContent);
        Assert.Contains(Unit.Name, row.QuerySelector(".col-lead")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("3月2日", row.QuerySelector(".col-raised")!.TextContent);
    }

    [Fact]
    public async Task List_InEnglish_SpeaksEnglish()
    {
        using var reading = new Reading("en");
        var number = await AcceptedAsync();

        var page = await OpenAsync<TicketsPage>(Officer, "/tickets");

        Assert.Equal("Demands", page.Find("h1").TextContent);
        Assert.Equal("15 working days left · by 23 Mar 17:00", Row(page, number).QuerySelector(".due")!.TextContent);
    }

    [Fact]
    public async Task List_WhenTheAddressFilters_ShowsThoseAndCountsTheRest()
    {
        var accepted = await AcceptedAsync();
        await RaisedAsync();

        var page = await OpenAsync<TicketsPage>(Specialist, "/tickets?state=InProgress");

        Assert.Equal(accepted, Assert.Single(page.FindAll("tbody a.row-link")).TextContent);
        Assert.Equal("符合条件1件，另有1件未显示", page.Find(".page-line").TextContent);
    }

    [Fact]
    public async Task Filter_WhenChanged_BecomesTheAddressAndTheListFollows()
    {
        await AcceptedAsync();
        var raised = await RaisedAsync();
        var page = await OpenAsync<TicketsPage>(Specialist, "/tickets");
        Assert.Equal(2, page.FindAll("tbody tr").Count);

        await page.Find("input[type=search]").TypeAsync(raised);

        Assert.Equal($"/tickets?q={raised}", Shown);
        page.WaitForAssertion(() => Assert.Equal(raised, Assert.Single(page.FindAll("tbody a.row-link")).TextContent));
        await page.FindAll(".pick input").ElementAt((int)TicketState.Closed).ChangeAsync(true);
        Assert.Equal($"/tickets?q={raised}&state=Closed", Shown);
        page.WaitForAssertion(() => Assert.Equal("没有符合条件的诉求。", page.Find(".empty p").TextContent));
    }

    [Fact]
    public async Task List_OfOneEnterprise_NamesItInAChipThatTakesTheFilterAway()
    {
        var number = await RaisedAsync();
        var page = await OpenAsync<TicketsPage>(Dispatcher, $"/tickets?enterprise={Enterprise.Id}&state=Raised");

        Assert.Equal(number, Assert.Single(page.FindAll("tbody a.row-link")).TextContent);
        Assert.StartsWith(Enterprise.Name, page.Find(".filter-chip").TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal("/tickets?state=Raised", page.Find(".filter-chip").GetAttribute("href"));
    }

    [Fact]
    public async Task List_OfAnEnterpriseThatIsNotSeen_IsEmptyAndNamesNobody()
    {
        var other = Town.Enterprise();

        var page = await OpenAsync<TicketsPage>(Officer, $"/tickets?enterprise={other.Id}");

        Assert.Empty(page.FindAll("tbody tr"));
        Assert.DoesNotContain(other.Name, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_WhenTooLong_SaysTheLimitAndStaysWhereItIs()
    {
        var page = await OpenAsync<TicketsPage>(Specialist, "/tickets");

        await page.Find("input[type=search]").TypeAsync(new string('长', 10_000));

        Assert.Contains("100", Assert.Single(Findings(page)), StringComparison.Ordinal);
        Assert.Contains("10000", Assert.Single(Findings(page)), StringComparison.Ordinal);
        Assert.Equal("/tickets", Shown);
    }

    [Fact]
    public async Task List_WhenTheSearchInTheAddressIsTooLong_SaysSo()
    {
        var page = await OpenAsync<TicketsPage>(Specialist, "/tickets?q=" + new string('x', 101));

        Assert.Contains("101", page.Find(".refusal").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh-CN", "贵企业提出的诉求会列在这里，随时可以看到办到哪一步、由谁办理、何时答复。")]
    [InlineData("en", "Your enterprise's demands are listed here: where each is, who has it and until when.")]
    public async Task List_WhenAnEnterpriseHasNone_SaysWhatWillAppearAndHowToBegin(string language, string sentence)
    {
        using var reading = new Reading(language);

        var page = await OpenAsync<TicketsPage>(Town.EnterpriseUser(Town.Enterprise()), "/tickets");

        Assert.Equal(sentence, page.Find(".empty p").TextContent);
        Assert.Equal("/tickets/new", page.Find(".empty a").GetAttribute("href"));
    }

    [Fact]
    public async Task List_ForAnEnterprise_ShowsItsOwnLikeParcels()
    {
        var own = await DispatchedAsync();
        var other = Town.EnterpriseUser(Town.Enterprise());

        var parcel = Row(await OpenAsync<TicketsPage>(Applicant, "/tickets"), own);

        Assert.Equal("待接收", parcel.QuerySelector(".chip")!.TextContent);
        Assert.Equal("审核接收时限", parcel.QuerySelector(".parcel-due > span:not(.lamp):not(.due)")!.TextContent);
        Assert.Contains($"主办：{Unit.Name}", parcel.TextContent, StringComparison.Ordinal);
        Assert.Empty((await OpenAsync<TicketsPage>(other, "/tickets")).FindAll(".parcel"));
    }

    [Fact]
    public async Task Filters_StandForThoseWhoNeedThem()
    {
        await AcceptedAsync();

        Assert.Contains("超期后撤回", (await OpenAsync<TicketsPage>(Dispatcher, "/tickets")).Find(".filters").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("超期后撤回", (await OpenAsync<TicketsPage>(Officer, "/tickets")).Find(".filters").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("全部时限", (await OpenAsync<TicketsPage>(Applicant, "/tickets")).Find(".filters").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_WhenLong_IsCutIntoPagesThatHaveAddresses()
    {
        var oldest = await RaisedAsync();
        for (var i = 0; i < TicketQuery.PageSize; i++)
        {
            await RaisedAsync();
        }

        var page = await OpenAsync<TicketsPage>(Specialist, "/tickets?page=2");

        Assert.Equal(oldest, Assert.Single(page.FindAll("tbody a.row-link")).TextContent);
        Assert.Equal("第51–51条，共51条", page.Find(".list-pager span").TextContent);
        Assert.Equal("/tickets", page.Find("a[rel=prev]").GetAttribute("href"));
    }
}
