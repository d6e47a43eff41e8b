using AngleSharp.Dom;
using Bunit;
using ServicePackage.Core.Boards;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Support;
using ServicePackage.Web;
using ServicePackage.Web.Features.Boards;
using ServicePackage.Web.Features.Butlers;
using ServicePackage.Web.Hosting;
using ServicePackage.Web.Shared;

namespace ServicePackage.Tests.Web.Boards;

/// <summary>The butler's board as it is drawn: columns, counts, drops and their reasons, forms and their refusals.</summary>
public sealed class BoardPageTests : ScreenTests, IClassFixture<SqliteDatabase>
{
    private readonly Caller _butler;
    private readonly Enterprise _quiet;
    private readonly Enterprise _due;

    public BoardPageTests(SqliteDatabase database)
        : base(database)
    {
        _butler = Town.Stranger();
        (_quiet, _due) = (Served("上海菁禾精密机械有限公司"), Served("上海睿汐软件有限公司"));
        Town.Write(db => db.ButlerAssignments.Single(b => b.EnterpriseId == _due.Id).From = new DateOnly(2025, 9, 1));
    }

    [Fact]
    public async Task Columns_SayTheirCountsAndHoldTheirCards()
    {
        var page = await OpenAsync<BoardPage>(_butler, Addresses.Board);

        Assert.Equal(["待我处理 0", "待评价 0", "待联系 1", "办理中 0", "平稳 1"], page.FindAll(".board-column h2").Select(h => $"{h.ChildNodes[0].TextContent.Trim()} {h.QuerySelector(".number")!.TextContent}"));
        Assert.Contains("应于2025年12月1日前，已超期", Card(page, BoardColumn.Contact, _due).TextContent, StringComparison.Ordinal);
        Assert.Contains("不晚于4月1日", Card(page, BoardColumn.AtEase, _quiet).TextContent, StringComparison.Ordinal);
        Assert.Contains("服务2家企业", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cards_HaveTheSameLines_WhateverWaits()
    {
        var page = await OpenAsync<BoardPage>(_butler, Addresses.Board);

        Assert.Equal(["上海睿汐软件有限公司", "■超期 联系企业", "联系企业", "应于2025年12月1日前，已超期尚未联系", "街镇 在办0件 · 服务包未签发"], Lines(Card(page, BoardColumn.Contact, _due)));
        Assert.Equal(["上海菁禾精密机械有限公司", "●正常 无办理时限", "定期联系", "不晚于4月1日尚未联系", "街镇 在办0件 · 服务包未签发"], Lines(Card(page, BoardColumn.AtEase, _quiet)));
        Assert.Equal("上海睿汐软件有限公司", Card(page, BoardColumn.Contact, _due).QuerySelector(".card-name")!.GetAttribute("title"));

        await PlanAsync(_butler);
        page = await OpenAsync<BoardPage>(_butler, Addresses.Board);
        Assert.Equal(["按计划电话联系", "3月2日尚未联系"], Lines(Card(page, BoardColumn.Contact, _quiet))[2..4]);
    }

    [Fact]
    public async Task PlanMany_OpensWithThoseWithoutAPlan_TheSoonestDueFirst_ChoosesThoseDueSoon_AndProposesWorkingDays()
    {
        var (seen, planned) = (Served("上海铂驰物流科技有限公司"), Served("上海晟朴电气有限公司"));
        await RecordAsync(_butler, _quiet, daysAgo: 85);
        await RecordAsync(_butler, seen, daysAgo: 5);
        await PlanAsync(_butler, planned);
        var page = await OpenAsync<BoardPage>(_butler, Addresses.Board);

        await Act(page, "批量安排联系").ClickAsync();

        page.WaitForAssertion(() => Assert.Equal([(_due.Name, "周二", "2026-03-03"), (_quiet.Name, "周二", "2026-03-03")], Proposed(page)));
        Assert.Equal(
            ["应于2025年12月1日前，已超期 尚未联系", "不晚于3月9日 85天未联系", "不晚于5月25日 5天未联系"],
            page.FindAll(".plan-due").Select(d => d.TextContent));
        Assert.Equal(["应于2025年12月1日前，已超期"], page.FindAll(".plan-due .lamp-red").Select(d => d.TextContent));
        Assert.StartsWith("已预选联系超期和14天内应联系的企业", page.FindAll(".plan-preview > .hint").Single().TextContent, StringComparison.Ordinal);
        await Act(page, "全部列入").ClickAsync();

        page.WaitForAssertion(() => Assert.Equal(
            [(_due.Name, "周二", "2026-03-03"), (_quiet.Name, "周二", "2026-03-03"), (seen.Name, "周二", "2026-03-03")], Proposed(page)));
        Assert.Equal(("2026-03-03", "4"), (Field(page, "开始日期").GetAttribute("value"), Field(page, "每个工作日").GetAttribute("value")));

        await Field(page, "每个工作日").ChangeAsync(new() { Value = "1" });
        await Field(page, "开始日期").ChangeAsync(new() { Value = "2026-03-05" });
        page.WaitForAssertion(() => Assert.Equal(["2026-03-05", "2026-03-06", "2026-03-09"], Proposed(page).Select(p => p.Day))); // Thursday, Friday, Monday
        Assert.StartsWith("共3家，3月5日至3月9日", page.Find(".plan-preview [aria-live] .hint").TextContent, StringComparison.Ordinal);

        await page.FindAll(".plan-in input")[0].ChangeAsync(new() { Value = false });
        page.WaitForAssertion(() => Assert.Equal([(_quiet.Name, "2026-03-05"), (seen.Name, "2026-03-06")], Proposed(page).Select(p => (p.Name, p.Day))));
        await page.FindAll(".plan-day")[0].ChangeAsync(new() { Value = "2026-03-08" });
        page.WaitForAssertion(() => Assert.Equal("2026年3月8日是休息日，请选择工作日，例如2026年3月9日。", page.Find(".plan-why .field-error").TextContent));
        await page.FindAll(".plan-in input")[1].ChangeAsync(new() { Value = false });
        await page.FindAll(".plan-in input")[2].ChangeAsync(new() { Value = false });
        await page.Find(".plan-panel form").SubmitAsync();
        Assert.Equal(["请至少选择一家企业。"], Findings(page));
        Assert.Empty(page.FindAll(".plan-results"));
    }

    [Fact]
    public async Task PlanMany_WhenOneIsRefused_PlansTheOthers_NamesIt_AndKeepsItSelected()
    {
        var visited = Served("上海铂驰物流科技有限公司");
        var page = await OpenAsync<BoardPage>(_butler, $"{Addresses.Board}?view=list");
        foreach (var box in new[] { $"选择“{_quiet.Name}”", $"选择“{_due.Name}”", $"选择“{visited.Name}”" })
        {
            await page.Find($"input[aria-label='{box}']").ChangeAsync(new() { Value = true });
        }

        Assert.Equal("已选3家", page.Find(".board-picks [role=status]").TextContent);
        await page.Find(".board-picks .button").ClickAsync();
        page.WaitForAssertion(() => Assert.Equal(3, Proposed(page).Count));
        await PlanAsync(Town.Dispatcher()); // meanwhile, for the first
        await RecordAsync(Town.TownLeader(), visited, daysAgo: 0, ContactWay.Visit);

        await page.Find(".plan-panel input[type=radio][value=Visit]").ChangeAsync(new() { Value = "Visit" });
        await page.Find(".plan-panel form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal("已安排1家。 2家未能安排，仍为已选：", page.Find(".plan-results").TextContent));
        var refused = page.FindAll(".plan-refused li").Select(l => l.TextContent).ToList();
        Assert.Contains(refused, r => r.StartsWith(_quiet.Name, StringComparison.Ordinal) && r.EndsWith("如需调整请改期。", StringComparison.Ordinal));
        Assert.Contains(refused, r => r.StartsWith(visited.Name, StringComparison.Ordinal) && r.Contains("已于2026年3月2日走访过该企业", StringComparison.Ordinal));
        Assert.Contains("3月3日 上门走访", page.FindAll("td.col-next").Select(c => c.TextContent)); // the one that was done
        Assert.Equal(2, page.FindAll("tbody input:checked").Count);

        await Act(page, "再次安排这些企业").ClickAsync();
        page.WaitForAssertion(() => Assert.Equal(2, Proposed(page).Count));
        await page.Find(".plan-why .choice input").ChangeAsync(new() { Value = true });
        await page.FindAll(".plan-row").Single(r => r.TextContent.Contains(_quiet.Name, StringComparison.Ordinal)).QuerySelector(".plan-in input")!.ChangeAsync(new() { Value = false });
        await page.Find(".plan-panel form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal("已安排1家。", page.Find(".plan-results").TextContent.Trim()));
        await Act(page, "关闭").ClickAsync();
        Assert.Empty(page.FindAll(".plan-panel"));
        Assert.Empty(page.FindAll(".board-picks"));
    }

    [Fact]
    public async Task PlanMany_WhenAllArePlanned_SaysSo_AndNamesThoseOfASelectionItLeavesOut()
    {
        await PlanAsync(_butler);
        await PlanAsync(_butler, _due);
        var page = await OpenAsync<BoardPage>(_butler, $"{Addresses.Board}?view=list");

        await Act(page, "批量安排联系").ClickAsync();
        Assert.Contains("没有可安排的企业", page.Find(".plan-panel .hint").TextContent, StringComparison.Ordinal);
        await Act(page, "关闭").ClickAsync();

        var free = Served("上海铂驰物流科技有限公司");
        page = await OpenAsync<BoardPage>(_butler, $"{Addresses.Board}?view=list");
        await page.Find("input[aria-label='选择本页全部']").ChangeAsync(new() { Value = true });
        await page.Find(".board-picks .button").ClickAsync();
        page.WaitForAssertion(() => Assert.Equal([free.Name], Proposed(page).Select(p => p.Name)));
        Assert.StartsWith("另有2家已有联系安排或已退出名单，未列入：", page.Find(".plan-panel .hint").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_HideAndCountWhatTheyHide()
    {
        var page = await OpenAsync<BoardPage>(_butler, $"{Addresses.Board}?q={Uri.EscapeDataString("菁禾")}");

        Assert.Single(page.FindAll(".card"));
        Assert.Equal("另有1家未显示", page.Find(".board-hidden").TextContent);

        await page.Find("input[type=search]").TypeAsync("没有这家");
        page.WaitForAssertion(() => Assert.Contains("没有符合条件的企业", page.Find(".empty").TextContent, StringComparison.Ordinal));
        await page.Find("input[type=search]").TypeAsync(new string('长', 101));
        Assert.Contains("最多100个字", page.Find(".field-error").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drag_ShowsOnEachColumnWhatItWouldDoOrWhyNot()
    {
        var page = await OpenAsync<BoardPage>(_butler, Addresses.Board);
        Assert.Equal("Contact", Card(page, BoardColumn.AtEase, _quiet).GetAttribute("data-moves"));

        await Card(page, BoardColumn.AtEase, _quiet).DragStartAsync();

        Assert.Equal("松开后：安排联系", Why(page, BoardColumn.Contact));
        Assert.Equal("该企业没有在办诉求；提出诉求后会自动列入此列。", Why(page, BoardColumn.UnderWay));
        Assert.Equal("有事项等您办理时，企业会自动列入此列，不能手工移入。", Why(page, BoardColumn.Mine));
        await Column(page, BoardColumn.UnderWay).DropAsync();
        Assert.Empty(page.FindAll(".column-why"));
        Assert.Equal(Addresses.Board, Shown);
    }

    [Fact]
    public async Task Drop_OutOfContact_OpensTheRecordFilledIn_AndSavingMovesTheCard()
    {
        var page = await OpenAsync<BoardPage>(_butler, Addresses.Board);
        await Card(page, BoardColumn.Contact, _due).DragStartAsync();
        await Column(page, BoardColumn.AtEase).DropAsync();
        page.WaitForElement(".board-panel .form");
        Assert.Equal($"{Addresses.Board}?enterprise={_due.Id}", Shown);
        Assert.Equal(("陈晓明", "2026-03-02T10:00:00"), (Field(page, "联系对象").GetAttribute("value"), Field(page, "联系时间").GetAttribute("value")));

        await page.Find(".board-panel form").SubmitAsync();
        Assert.Equal(["请填写联系情况。"], Findings(page));
        await Field(page, "联系情况").ChangeAsync(new() { Value = "电话了解近况。" });
        await page.Find(".board-panel form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("今日已联系", Card(page, BoardColumn.AtEase, _due).TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".board-panel"));
    }

    [Fact]
    public async Task Menu_OffersWhatDraggingDoes_WithTheReasons()
    {
        var page = await OpenAsync<BoardPage>(_butler, Addresses.Board);
        await Card(page, BoardColumn.AtEase, _quiet).QuerySelector(".card-menu")!.ClickAsync();

        var items = page.FindAll("[role=menuitem]");
        Assert.Contains(items, i => i.TextContent == "移到“待联系”：安排联系" && i.GetAttribute("aria-disabled") is null);
        Assert.Contains(items, i => i.TextContent.StartsWith("移到“待评价”", StringComparison.Ordinal) && i.GetAttribute("aria-disabled") == "true"
            && i.TextContent.EndsWith("目前没有等待该企业确认或评价的诉求。", StringComparison.Ordinal));
        await items.First(i => i.TextContent == "移到“待联系”：安排联系").ClickAsync();

        page.WaitForAssertion(() => Assert.Equal("安排联系", page.Find(".move-title").TextContent));
        Assert.Empty(page.FindAll("[role=menu]"));
    }

    [Fact]
    public async Task Plan_OfAVisitCloseToSomebodyElses_AsksFirst()
    {
        await VisitAsync(Town.TownLeader());
        var page = await OpenAsync<BoardPage>(_butler, Addresses.Board);
        await Card(page, BoardColumn.AtEase, _quiet).DragStartAsync();
        await Column(page, BoardColumn.Contact).DropAsync();
        page.WaitForElement(".board-panel .form");
        await page.Find("input[type=radio][value=Visit]").ChangeAsync(new() { Value = "Visit" });
        await page.Find(".board-panel form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("已于2026年3月2日走访过该企业", page.Find(".board-panel .field-error").TextContent, StringComparison.Ordinal));
        await page.Find("#near-visit").ChangeAsync(new() { Value = true });
        await page.Find(".board-panel form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("按计划上门走访", Card(page, BoardColumn.Contact, _quiet).TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Plan_ChangedBySomebodyElse_IsRefusedAndOffersAReload()
    {
        var page = await OpenAsync<BoardPage>(_butler, $"{Addresses.Board}?enterprise={_quiet.Id}");
        page.WaitForElement(".board-panel .file-acts button");
        await Act(page, "安排联系").ClickAsync();
        await PlanAsync(Town.Dispatcher());

        await page.Find(".board-panel form").SubmitAsync();

        Assert.Contains("如需调整请改期", page.Find(".board-panel .refusal").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatSomebodyElseDoes_MovesTheCardAndNamesThem()
    {
        var page = await OpenAsync<BoardPage>(_butler, Addresses.Board);
        await PlanAsync(Town.Dispatcher());
        Town.Time.Advance(ServicePackage.Web.Shared.WhenChanged.Gathering);

        page.WaitForAssertion(() => Assert.Contains("刚刚更新", Card(page, BoardColumn.Contact, _quiet).TextContent, StringComparison.Ordinal));
        Assert.Contains("已移到“待联系”", page.Find("[aria-live=polite].unseen").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Story_OfAnEnterpriseNotServed_IsNotShown()
    {
        var page = await OpenAsync<BoardPage>(_butler, $"{Addresses.Board}?enterprise={Town.Enterprise().Id}");

        page.WaitForAssertion(() => Assert.Equal("该企业不在您的看板上。", page.Find(".board-panel .refusal p").TextContent));
    }

    [Fact]
    public async Task Column_WithManyCards_ShowsTheFirstAndTheRestOnRequest()
    {
        for (var i = 0; i < 22; i++)
        {
            Served($"上海多家企业{i:00}有限公司");
        }

        var page = await OpenAsync<BoardPage>(_butler, Addresses.Board);
        Assert.Equal(20, Column(page, BoardColumn.AtEase).QuerySelectorAll(".card").Length);

        await Act(page, "再显示3家").ClickAsync();

        Assert.Equal(23, Column(page, BoardColumn.AtEase).QuerySelectorAll(".card").Length);
    }

    [Fact]
    public async Task List_HoldsARowEach_SortsByItsHeads_AndKeepsTheFilter()
    {
        var page = await OpenAsync<BoardPage>(_butler, $"{Addresses.Board}?view=list&q=sh");
        Assert.Equal(["上海睿汐软件有限公司", "上海菁禾精密机械有限公司"], Names(page)); // what is to be done first
        Assert.Equal("列表", page.Find(".views a[aria-current=page]").TextContent);
        Assert.Equal("应于2025年12月1日前联系，已超期", page.FindAll("td.col-need .lamp-red").Single().TextContent);
        Assert.Equal(["2025年12月1日前", "4月1日前"], page.FindAll("td.col-next").Select(c => c.TextContent));

        Assert.Equal("/board?view=list&q=sh&sort=Name", Act(page, "企业").GetAttribute("href"));
        page = await OpenAsync<BoardPage>(_butler, "/board?view=list&q=sh&sort=Name");
        Assert.Equal(["上海菁禾精密机械有限公司", "上海睿汐软件有限公司"], Names(page)); // j before r
        Assert.Equal("ascending", page.Find("th.col-name").GetAttribute("aria-sort"));
        page = await OpenAsync<BoardPage>(_butler, "/board?view=list&q=sh&sort=-Name");
        Assert.Equal(["上海睿汐软件有限公司", "上海菁禾精密机械有限公司"], Names(page));
        Assert.Equal($"/board?view=list&q=sh&sort=-Name&enterprise={_quiet.Id}", page.FindAll(".row-link")[1].GetAttribute("href"));
    }

    [Fact]
    public async Task Calendar_HoldsPlansAndDuesByDay_AndTurnsItsMonthInTheAddress()
    {
        await PlanAsync(_butler);
        var page = await OpenAsync<BoardPage>(_butler, $"{Addresses.Board}?view=calendar");

        Assert.Equal("2026年3月", page.Find(".agenda-head h2").TextContent);
        Assert.Contains("计划电话联系", page.Find(".agenda .today-cell .agenda-plan").TextContent, StringComparison.Ordinal);
        Assert.Equal("另有1项应在本月之前完成", page.Find(".agenda-head .link").TextContent);
        Assert.Equal("/board?view=calendar&month=2026-04", page.Find("[rel=next]").GetAttribute("href"));
        Assert.Equal("/board?view=calendar&month=2026-02", page.Find("[rel=prev]").GetAttribute("href"));

        page = await OpenAsync<BoardPage>(_butler, $"{Addresses.Board}?view=calendar&month=2025-12");
        Assert.Equal(["上海睿汐软件有限公司"], page.FindAll(".agenda-contact.late .agenda-name").Select(n => n.TextContent));
        Assert.Equal($"/board?view=calendar&month=2025-12&enterprise={_due.Id}", page.Find(".agenda-item").GetAttribute("href"));
        Assert.Equal("/board?view=calendar", Act(page, "本月").GetAttribute("href"));
        page = await OpenAsync<BoardPage>(_butler, $"{Addresses.Board}?view=calendar&month=2026-10");
        Assert.Single(page.FindAll(".agenda-none"));
    }

    [Fact]
    public async Task Calendar_OfADayWithMuch_ShowsTheRestOnRequest()
    {
        for (var i = 0; i < 4; i++)
        {
            Served($"上海多家企业{i:00}有限公司");
        }

        var page = await OpenAsync<BoardPage>(_butler, $"{Addresses.Board}?view=calendar&month=2026-04");
        Assert.Equal(3, page.FindAll(".agenda-item").Count);

        await Act(page, "另有2项").ClickAsync();

        Assert.Equal(5, page.FindAll(".agenda-item").Count);
        await Act(page, "收起").ClickAsync();
        Assert.Equal(3, page.FindAll(".agenda-item").Count);
    }

    [Fact]
    public async Task Days_FollowMidnight_ThoughNobodyChangedAnything()
    {
        await VisitAsync(_butler);
        using var turn = new DayTurn(Town.Clock, Town.Feed, new Unchanging<ProcedureSettings>());
        await turn.StartAsync(Cancellation);
        var page = await OpenAsync<BoardPage>(_butler, Addresses.Board);
        Assert.Contains("今日已联系", Card(page, BoardColumn.AtEase, _quiet).TextContent, StringComparison.Ordinal);

        Town.Time.Advance(TimeSpan.FromHours(14) + DayTurn.JustAfter); // from 10:00 to just after midnight
        Town.Time.Advance(WhenChanged.Gathering);

        page.WaitForAssertion(() => Assert.Contains("1天未联系", Card(page, BoardColumn.AtEase, _quiet).TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Board_ForAnEnterpriseOrAUnit_DoesNotExist()
    {
        await OpenAsync<BoardPage>(Town.EnterpriseUser(_quiet), Addresses.Board);
        Assert.True(NotFound);
    }

    [Fact]
    public async Task Address_ThatNamesAnAct_OpensItsForm_OnceAndForThatEnterprise()
    {
        var page = await OpenAsync<BoardPage>(_butler, new BoardQuery { EnterpriseId = _due.Id, Act = BoardAct.RecordContact }.Address);
        page.WaitForElement(".board-panel .form");
        Assert.Equal(("记录联系", "陈晓明"), (page.Find(".move-title").TextContent, Field(page, "联系对象").GetAttribute("value")));

        await Act(page, "取消").ClickAsync();
        Assert.Empty(page.FindAll(".board-panel .form"));
        Assert.Equal(_due.Name, page.Find("#panel-title").TextContent);
        Assert.DoesNotContain(page.FindAll(".card-name"), l => l.GetAttribute("href")!.Contains("act=", StringComparison.Ordinal));
        page.Render();
        Assert.Empty(page.FindAll(".board-panel .form"));
    }

    [Theory]
    [InlineData("/board?enterprise=7&act=RecordContact", "/board?enterprise=7&act=RecordContact")]
    [InlineData("/board?act=RecordContact", "/board")]
    [InlineData("/board?enterprise=7&act=1", "/board?enterprise=7")]
    [InlineData("/board?tier=District&city=3&lamp=Breached&enterprise=7&q=x", "/board?q=x&tier=District&city=3&lamp=Breached&enterprise=7")]
    [InlineData("/board?tier=9&city=abc&lamp=1&enterprise=-1", "/board")]
    [InlineData("/board?view=LIST&sort=-Days&page=2&month=2026-03", "/board?view=list&sort=-Days&page=2")]
    [InlineData("/board?view=calendar&month=2026-03&sort=Name", "/board?view=calendar&month=2026-03")]
    [InlineData("/board?view=7&sort=-1&month=2026-13&page=x", "/board")]
    public void Query_TakesFromTheAddressOnlyWhatIsKnown(string address, string expected) =>
        Assert.Equal(expected, BoardQuery.From("http://localhost" + address).Address);

    private static IEnumerable<string> Names(IRenderedComponent<BoardPage> page) => page.FindAll(".row-link").Select(l => l.TextContent);

    private static IElement Column(IRenderedComponent<BoardPage> page, BoardColumn column) => page.Find($".board-column[data-column={column}]");

    private static IElement Card(IRenderedComponent<BoardPage> page, BoardColumn column, Enterprise enterprise) =>
        page.Find($".board-column[data-column={column}] .card[data-card='{enterprise.Id}']");

    private static List<string> Lines(IElement card) =>
        [.. card.QuerySelectorAll(".card-name, .card-line").Select(l => string.Join(' ', l.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    private static List<(string Name, string Weekday, string Day)> Proposed(IRenderedComponent<BoardPage> page) =>
        [.. page.FindAll(".plan-row:not(.plan-out)").Select(r =>
            (r.QuerySelector(".plan-name")!.TextContent, r.QuerySelector(".plan-weekday")!.TextContent, r.QuerySelector(".plan-day")!.GetAttribute("value") ?? ""))];

    private static string Why(IRenderedComponent<BoardPage> page, BoardColumn column) => Column(page, column).QuerySelector(".column-why")!.TextContent;

    private Enterprise Served(string name)
    {
        var enterprise = Town.Enterprise(name: name);
        Town.Assign(_butler, enterprise);
        return enterprise;
    }

    private ContactService Contacts => new(Town.Runner, new CalendarSource(), new Unchanging<ContactSettings>());

    private async Task PlanAsync(Caller who, Enterprise? enterprise = null) => Assert.True((await Contacts.PlanContactAsync(who, Guid.NewGuid(), new PlanContactInput
    {
        EnterpriseId = (enterprise ?? _quiet).Id,
        Way = ContactWay.Telephone,
        Day = Town.Clock.Today,
    })).Done);

    private Task VisitAsync(Caller who) => RecordAsync(who, _quiet, 0, ContactWay.Visit);

    private async Task RecordAsync(Caller who, Enterprise enterprise, int daysAgo, ContactWay way = ContactWay.Telephone) =>
        Assert.True((await Contacts.RecordContactAsync(who, Guid.NewGuid(), new RecordContactInput
        {
            EnterpriseId = enterprise.Id,
            Way = way,
            When = TownTime.Local(Town.Clock.Now).AddDays(-daysAgo),
            WithWhom = "陈晓明",
            Said = "走访。",
        })).Done);
}
