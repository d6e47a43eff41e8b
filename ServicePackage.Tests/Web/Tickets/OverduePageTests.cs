using AngleSharp.Dom;
using Bunit;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;
using ServicePackage.Web.Features.Tickets;

namespace ServicePackage.Tests.Web.Tickets;

public sealed class OverduePageTests(SqliteDatabase database) : PageTests(database), IClassFixture<SqliteDatabase>
{
    private static readonly DateOnly DayAfterDue = new(2026, 3, 24);

    [Fact]
    public async Task Board_ForAUnit_IsNotFound()
    {
        await OpenAsync<OverduePage>(Officer, "/overdue");

        Assert.True(NotFound);
    }

    [Fact]
    public async Task Board_WhenNothingIsOverdue_SaysSoInPlainWords()
    {
        BeginAt(new DateOnly(2026, 1, 5), new TimeOnly(9, 0));

        var page = await OpenAsync<OverduePage>(Dispatcher, "/overdue");

        Assert.Equal("没有超期诉求。单位或产业发展中心超过时限的诉求会列在这里。", page.Find(".empty p").TextContent);
        Assert.Empty(page.FindAll("table"));
    }

    [Fact]
    public async Task Board_GroupsByUnitWithCountAndLongest_AndFolds()
    {
        await OverdueAsync(2);
        var page = await OpenAsync<OverduePage>(Dispatcher, Own());

        var head = page.Find("tr.group button");
        Assert.Equal($"▾{Unit.Name}2最长1个工作日", Bare(head));
        Assert.Equal(2, page.FindAll(".col-over .lamp").Count);
        await head.ClickAsync();

        Assert.Equal("false", page.Find("tr.group button").GetAttribute("aria-expanded"));
        Assert.Empty(page.FindAll(".row-link"));
    }

    [Fact]
    public async Task Row_TellsAllThatTheLeaderAsks()
    {
        var forTheUnit = await DispatchedAsync();
        await DoneAsync(Liaison, forTheUnit, Move.Accept);
        var number = await OverdueAsync();

        var page = await OpenAsync<OverduePage>(Dispatcher, Own());
        var row = Row(page, number);

        Assert.Contains("（联络）", Row(page, forTheUnit).QuerySelector(".col-unit")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("■一级超期", row.QuerySelector(".col-over .lamp")!.TextContent);
        Assert.Equal("已超期1个工作日", row.QuerySelector(".due")!.TextContent);
        Assert.Equal($"/tickets/{number}", row.QuerySelector("a.row-link")!.GetAttribute("href"));
        Assert.Contains("办理时限", row.QuerySelector(".col-stage")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("（联络）", row.QuerySelector(".col-unit")!.TextContent, StringComparison.Ordinal); // whoever accepted it has it
        Assert.Equal("下一步 报送办结", row.QuerySelector(".col-next")!.TextContent.Trim());
        Assert.Equal("尚无进展", row.QuerySelector(".col-progress")!.TextContent.Trim());
    }

    [Fact]
    public async Task Filters_BecomeTheAddress_AndTheRestIsCounted()
    {
        var number = (await OverdueAsync(2))[0];
        var page = await OpenAsync<OverduePage>(Dispatcher, Own());

        await page.Find("input[type=search]").TypeAsync(number);
        Assert.Equal($"{Own().Replace("?", $"?q={number}&", StringComparison.Ordinal)}", Shown);
        page.WaitForAssertion(() => Assert.StartsWith("符合条件1件，另有", page.Find(".page-line").TextContent, StringComparison.Ordinal));
        await page.Find(".group-by select").ChangeAsync("Age");
        Assert.EndsWith("&group=Age", Shown, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Contains("不满5个工作日", page.Find("tr.group").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Figures_LeadToTheirRows_AndBack()
    {
        await OverdueAsync();
        var page = await OpenAsync<OverduePage>(Dispatcher, "/overdue?level=1");

        var links = page.FindAll(".figure").ToDictionary(f => f.QuerySelector("span")!.TextContent, f => f.GetAttribute("href"));

        Assert.Equal("/overdue", links["一级"]);
        Assert.Equal("/overdue?level=3", links["三级"]);
        Assert.Equal("/overdue?show=Approaching", links["临期"]);
        Assert.Equal("/overdue?show=NewThisMonth", links["本月新增"]);
        Assert.Equal("/overdue?show=Replies", links["待书面回复"]);
        Assert.Contains("一级", page.Find(".figure[aria-current]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Selection_OffersTheActsOfItsReader()
    {
        await OverdueAsync(2);
        var leader = await OpenAsync<OverduePage>(Town.TownLeader(), Own());
        Assert.Empty(leader.FindAll(".pick-bar"));

        await leader.Find("tr.group input").ChangeAsync(true);

        Assert.Equal("已选2件", leader.Find(".pick-bar [role=status]").TextContent);
        Assert.Equal(["催办", "督办", "内部留言"], leader.FindAll(".pick-bar button.button").Select(b => b.TextContent));
        Assert.Equal(2, leader.FindAll("tr.picked").Count);
        await leader.Find("thead input").ChangeAsync(false);
        Assert.Empty(leader.FindAll(".pick-bar"));
    }

    [Fact]
    public async Task Urge_OnASelection_SaysWhatWasDoneAndWhatWasRefusedAndWhy()
    {
        var numbers = await OverdueAsync(2);
        var (first, second) = (numbers[0], numbers[1]);
        var page = await OpenAsync<OverduePage>(Dispatcher, Own());
        await page.Find("thead input").ChangeAsync(true);
        await page.FindAll(".pick-bar button").Single(b => b.TextContent == "督办").ClickAsync();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("#move-Text")));
        await DoneAsync(Liaison, second, Move.ReportProgress, Saying("已踏勘。")); // the page shows an older copy of it

        await page.Find("#move-Text").ChangeAsync("请报送处理方案。");
        await page.Find("#move-Day").ChangeAsync("2026-03-27");
        await page.Find(".act-panel form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("已办理1件。", page.Find(".act-results").TextContent, StringComparison.Ordinal));
        Assert.Contains("1件未办理", page.Find(".act-results").TextContent, StringComparison.Ordinal);
        var refused = Assert.Single(page.FindAll(".act-refused li"));
        Assert.StartsWith(second, refused.TextContent, StringComparison.Ordinal);
        Assert.Contains("已办理“报送进展”", refused.TextContent, StringComparison.Ordinal);
        Assert.Single((await StoredAsync(first)).Urges);
        Assert.Empty((await StoredAsync(second)).Urges);
        Assert.Equal(second, Assert.Single(page.FindAll("tr.picked .row-link")).TextContent);

        await page.FindAll(".act-panel button").Single(b => b.TextContent == "继续办理未完成的").ClickAsync();
        await page.Find(".act-panel form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("已办理1件。", page.Find(".act-results").TextContent, StringComparison.Ordinal));
        Assert.Single((await StoredAsync(second)).Urges);
    }

    [Fact]
    public async Task Urge_WithoutAnInstruction_SaysSoBesideTheFieldAndWritesNothing()
    {
        var number = await OverdueAsync();
        var page = await OpenAsync<OverduePage>(Dispatcher, Own());
        await MenuAsync(page, number, "督办");

        await page.Find(".act-panel form").SubmitAsync();

        Assert.Equal(2, Findings(page).Count());
        Assert.Empty((await StoredAsync(number)).Urges);
    }

    [Fact]
    public async Task Demand_WithTwoClocksOverdue_IsChosenOnce_AndTellsOfTheOther()
    {
        var number = await DispatchedAsync();
        await GoToAsync(DayAfterDue, new TimeOnly(10, 0));
        var page = await OpenAsync<OverduePage>(Dispatcher, Own());
        await page.Find("thead input").ChangeAsync(true);
        Assert.Equal("已选1件", page.Find(".pick-bar [role=status]").TextContent);
        Assert.Equal("另有1项时限", page.Find(".further").TextContent);
        await page.FindAll(".pick-bar button").Single(b => b.TextContent == "催办").ClickAsync();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("#move-Text")));

        await page.Find("#move-Text").ChangeAsync("请尽快接收。");
        await page.Find(".act-panel form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("已办理1件。", page.Find(".act-results").TextContent, StringComparison.Ordinal));
        Assert.Equal(1, await ToldAsync(Liaison, number, "Moved.Remind"));
    }

    [Fact]
    public async Task Remind_ASecondTimeOnOneDay_AsksFirst()
    {
        var number = await OverdueAsync();
        await DoneAsync(Dispatcher, number, Move.Remind, Saying("请抓紧办理。"));
        var page = await OpenAsync<OverduePage>(Dispatcher, Own());
        Assert.StartsWith("催办 · 3月24日", Row(page, number).QuerySelector(".supervised")!.TextContent, StringComparison.Ordinal);
        await MenuAsync(page, number, "催办");
        Assert.Empty(page.FindAll("#move-Again"));
        await page.Find("#move-Text").ChangeAsync("企业已来电。");
        await page.Find(".act-panel form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("已由", Assert.Single(Findings(page)), StringComparison.Ordinal));
        await page.Find("#move-Again").ChangeAsync(true);
        await page.Find(".act-panel form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("已办理1件。", page.Find(".act-results").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.StartsWith("催办2次", Row(page, number).QuerySelector(".supervised")!.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reassign_StandsOnlyWhereItIsOpen()
    {
        var number = await OverdueAsync();
        await DoneAsync(Officer, number, Move.AskSupplement, Saying("请补充管网图。"));

        var row = Row(await OpenAsync<OverduePage>(Dispatcher, Own()), number);

        Assert.Equal(["催办", "督办", "内部留言"], row.QuerySelectorAll(".menu-item").Select(b => b.TextContent));
    }

    [Fact]
    public async Task Board_AfterARefusedDownload_SaysWhy() =>
        Assert.Equal("导出过于频繁，每分钟最多5次，请稍后再试。", (await OpenAsync<OverduePage>(Dispatcher, "/overdue?refused=Overdue.TooFast")).Find(".refusal p").TextContent);

    private string Own() => $"/overdue?unit={Unit.Id}";

    private async Task<string> OverdueAsync() => (await OverdueAsync(1))[0];

    private async Task<string[]> OverdueAsync(int count)
    {
        var numbers = new string[count];
        for (var i = 0; i < count; i++)
        {
            numbers[i] = await AcceptedAsync();
        }

        await GoToAsync(DayAfterDue, new TimeOnly(10, 0));
        return numbers;
    }

    private static async Task MenuAsync(IRenderedComponent<OverduePage> page, string number, string act)
    {
        await Row(page, number).QuerySelectorAll(".menu-item").Single(b => b.TextContent == act).ClickAsync();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("#move-Text")));
    }

    private static string Bare(INode node) => string.Concat(node.TextContent.Where(c => !char.IsWhiteSpace(c)));
}
