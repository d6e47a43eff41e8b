using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MiniExcelLibs;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Support;
using ServicePackage.Web;
using ServicePackage.Web.Layout;
using static Microsoft.Playwright.Assertions;

namespace ServicePackage.Tests.Browser;

/// <summary>The overdue board in a real browser: the view in its address, acts on a selection, the file, what others change.</summary>
public sealed class OverdueTests : BrowserTests, IClassFixture<WebTown>
{
    private readonly Organisation _road;
    private readonly Organisation _water;
    private readonly Enterprise _enterprise;
    private readonly Enterprise _district;
    private readonly Caller _dispatcher;
    private readonly Caller _officer;

    public OverdueTests(WebTown web)
        : base(web)
    {
        var city = Town.EconomicCity("经济城A");
        (_road, _water) = (Town.Unit("城市建设管理办公室"), Town.Unit("水务管理站"));
        _enterprise = Town.Enterprise(city);
        _district = Town.Enterprise(city, EnterpriseTier.District, "上海马陆国际汽车零部件新材料科技发展（集团）股份有限公司嘉定分公司");
        (_dispatcher, _officer) = (Town.Dispatcher(), Town.Officer(_road));
        Town.Liaison(_road);
        Town.Liaison(_water);
        Town.Specialist(city);
        Town.CentreLead();
    }

    [Fact]
    public async Task Board_KeepsItsViewOverAReload_UrgesASelection_AndGivesItAsAFile()
    {
        await FillAsync();
        var page = await OpenAsync(Addresses.Overdue, _dispatcher);
        await page.GetByLabel("单位", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = _road.Name });
        await Expect(page).ToHaveURLAsync($"{Web.Address}overdue?unit={_road.Id}");
        await Expect(page.Locator("tr.group")).ToHaveCountAsync(1); // the heads lead on from what is shown
        await page.GetByRole(AriaRole.Link, new() { Name = "编号", Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync($"{Web.Address}overdue?unit={_road.Id}&sort=Number");
        await page.ReloadAsync();
        await ReadyAsync(page);
        await Expect(page.GetByLabel("单位", new() { Exact = true })).ToHaveValueAsync($"{_road.Id}");
        await Expect(page.Locator("tr.group")).ToHaveCountAsync(1);
        await Expect(page.Locator(".page-line")).ToContainTextAsync("未显示");
        var rows = await page.Locator("td.col-number").AllInnerTextsAsync();
        var urged = rows.Take(2).Distinct().Count(); // two clocks may be one demand's, which is urged once

        // By the keyboard: the first box, and the one below.
        await page.Locator("[data-row-pick]").First.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Space");
        await Expect(page.GetByText("已选2件", new() { Exact = true })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Toolbar).GetByRole(AriaRole.Button, new() { Name = "督办" }).ClickAsync();
        var panel = page.GetByRole(AriaRole.Dialog);
        await panel.GetByRole(AriaRole.Textbox).First.FillAsync("请于三日内报送处理方案，并说明超期原因。");
        await panel.Locator("input[type=date]").FillAsync($"{Town.Clock.Today.AddDays(7):yyyy-MM-dd}");
        await ScreenshotAsync(page, "overdue-act-1440");
        await panel.GetByRole(AriaRole.Button, new() { Name = "督办" }).ClickAsync();
        await Expect(panel).ToContainTextAsync($"已办理{urged}件。");
        await panel.GetByRole(AriaRole.Button, new() { Name = "关闭" }).Last.ClickAsync();
        await using var db = Town.Look();
        Assert.Equal(urged, await db.Tickets.SelectMany(t => t.Urges).CountAsync(u => u.UnitId == _road.Id, Cancellation));

        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator(".page-acts").GetByRole(AriaRole.Link, new() { Name = "导出" }).ClickAsync());
        Assert.StartsWith("超期诉求", download.SuggestedFilename, StringComparison.Ordinal);
        await using var content = await download.CreateReadStreamAsync();
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, Cancellation);
        copy.Position = 0;
        var read = copy.Query(useHeaderRow: true).Cast<IDictionary<string, object>>().Select(r => (string)r["编号"]).ToList();
        Assert.Equal(rows, read);
        await page.Locator("td.col-progress").First.ClickAsync();
        await Expect(page.Locator(".steps .present")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Board_ReassignsASelection_AndSaysWhichWasRefusedAndWhy()
    {
        await FillAsync();
        var page = await OpenAsync($"{Addresses.Overdue}?q={Uri.EscapeDataString(_enterprise.Name)}", _dispatcher);
        var moved = await PickFirstAsync(page, _road);
        var kept = await PickFirstAsync(page, _water);
        await using var look = Town.Look();
        var before = await VersionAsync(look, kept);
        await page.GetByRole(AriaRole.Toolbar).GetByRole(AriaRole.Button, new() { Name = "改派" }).ClickAsync();
        var panel = page.GetByRole(AriaRole.Dialog);
        await panel.GetByRole(AriaRole.Combobox).SelectOptionAsync(new SelectOptionValue { Label = _water.Name });
        await panel.GetByLabel("改派理由").FillAsync("排水事项由水务管理站主办。");
        await panel.GetByRole(AriaRole.Button, new() { Name = "改派" }).ClickAsync();

        await Expect(panel).ToContainTextAsync("已办理1件。");
        await Expect(panel.Locator(".act-refused li")).ToHaveTextAsync([new Regex($"^{kept} .+。$")]);
        await panel.GetByRole(AriaRole.Button, new() { Name = "关闭" }).Last.ClickAsync();
        await Expect(page.GetByText("已选1件", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(page.Locator("tr.picked td.col-number")).ToHaveTextAsync(kept);
        await using var db = Town.Look();
        var after = await db.Tickets.Where(t => t.Number == moved).Select(t => new { t.LeadUnitId, t.State }).SingleAsync(Cancellation);
        Assert.Equal((_water.Id, TicketState.Dispatched), (after.LeadUnitId, after.State));
        Assert.Equal(before, await VersionAsync(db, kept));
    }

    [Fact]
    public async Task Board_AsksAboutASelection_AndEachEnterpriseReadsIt()
    {
        await FillAsync();
        var page = await OpenAsync($"{Addresses.Overdue}?unit={_road.Id}&stage=Handling", _dispatcher);
        await page.Locator("tr.group input").First.CheckAsync();
        await Expect(page.GetByRole(AriaRole.Toolbar)).ToBeVisibleAsync(); // what is picked is drawn by then
        var numbers = (await page.Locator("tr.picked td.col-number").AllInnerTextsAsync()).Distinct().ToList();
        await page.GetByRole(AriaRole.Toolbar).GetByRole(AriaRole.Button, new() { Name = "内部留言" }).ClickAsync();
        var panel = page.GetByRole(AriaRole.Dialog);
        await panel.GetByLabel("仅内部可见").UncheckAsync(); // nothing goes to many enterprises unless it is meant to
        await panel.GetByRole(AriaRole.Button, new() { Name = "答复企业" }).ClickAsync();
        await Expect(panel.Locator(".field-error")).ToContainTextAsync("请填写");
        await panel.GetByRole(AriaRole.Textbox).FillAsync("请说明目前还差哪些材料。");
        await panel.GetByRole(AriaRole.Button, new() { Name = "答复企业" }).ClickAsync();

        await Expect(panel).ToContainTextAsync($"已办理{numbers.Count}件。");
        await using var db = Town.Look();
        foreach (var enterprise in new[] { _enterprise, _district })
        {
            var number = await db.Tickets.Where(t => t.EnterpriseId == enterprise.Id && numbers.Contains(t.Number)).Select(t => t.Number).FirstAsync(Cancellation);
            var theirs = await OpenAsync(Addresses.Ticket(number), Town.EnterpriseUser(enterprise));
            await Expect(theirs.Locator(".timeline")).ToContainTextAsync("请说明目前还差哪些材料。");
        }
    }

    [Fact]
    public async Task Board_WhenSomebodyElseActs_FollowsWithoutAReload()
    {
        await FillAsync();
        var number = await AcceptedAsync(_enterprise, _road, "夜间施工噪声扰民，请求协调");
        await GoToAsync(Town.Clock.Today.AddDays(30));
        var board = await OpenAsync($"{Addresses.Overdue}?q={number}&stage=Handling", Town.TownLeader());
        await Expect(board.Locator("td.col-progress")).ToHaveTextAsync("尚无进展");
        await Expect(board.Locator(".live-mark")).ToContainTextAsync("实时");

        var other = await OpenAsync(Addresses.TicketMove(number, Move.ReportProgress), _officer);
        await other.GetByRole(AriaRole.Textbox).Last.FillAsync("已约排水公司现场踏勘。");
        await other.Locator("form").GetByRole(AriaRole.Button, new() { Name = "报送进展" }).ClickAsync();

        await Expect(board.Locator("td.col-progress")).ToContainTextAsync("已约排水公司现场踏勘。");
        await Expect(board.Locator(".live-mark")).ToHaveTextAsync("刚刚有变化 · 实时");
    }

    [Fact]
    public async Task Board_OnAPhone_IsCardsWithAMenuOfActs()
    {
        await FillAsync();
        var page = await OpenAsync($"{Addresses.Overdue}?unit={_water.Id}", _dispatcher, width: 390, height: 844);
        var card = page.Locator("tbody tr:not(.group)").First;

        await card.Locator("summary").ClickAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "催办" }).ClickAsync();
        var panel = page.GetByRole(AriaRole.Dialog);
        await panel.GetByRole(AriaRole.Textbox).FillAsync("请尽快办理。");
        await ScreenshotAsync(page, "overdue-act-390");
        await panel.GetByRole(AriaRole.Button, new() { Name = "催办" }).ClickAsync();

        await Expect(panel).ToContainTextAsync("已办理1件。");
        await panel.GetByRole(AriaRole.Button, new() { Name = "关闭" }).Last.ClickAsync();
        await Expect(panel).ToHaveCountAsync(0);
        Assert.Equal(0, await SidewaysOverflowAsync(page));
    }

    [Theory]
    [InlineData(Languages.Chinese, 390)]
    [InlineData(Languages.English, 360)]
    public async Task Board_OnAPhone_ShowsItsFiguresAndTheHeadsThatSort(string language, int width)
    {
        await FillAsync();
        var page = await OpenAsync(Addresses.Overdue, _dispatcher, language, width: width, height: 844);

        foreach (var part in new[] { ".figure", ".overdue thead .sort" })
        {
            Assert.Equal("", await page.EvaluateAsync<string>("""
                part => [...document.querySelectorAll(part)].filter(e => {
                  const { x, y, width, height, right } = e.getBoundingClientRect();
                  return x < 0 || right > innerWidth || document.elementFromPoint(x + width / 2, y + height / 2)?.closest(part) !== e;
                }).map(e => e.textContent).join()
                """, part));
        }

        Assert.Equal(0, await SidewaysOverflowAsync(page));
        await page.Locator(".overdue thead .sort[href*='sort=Title']").ClickAsync();
        await Expect(page).ToHaveURLAsync($"{Web.Address}overdue?sort=Title");
    }

    [Theory]
    [InlineData(Languages.Chinese, false, 1440)]
    [InlineData(Languages.English, true, 1440)]
    [InlineData(Languages.Chinese, true, 390)]
    [InlineData(Languages.English, false, 390)]
    public async Task Board_InEachLanguageThemeAndWidth_FitsAndIsAccessible(string language, bool dark, int width)
    {
        await FillAsync();
        var overdue = await AcceptedAsync(_enterprise, _road, "夜间施工噪声扰民，请求协调");
        await GoToAsync(Town.Clock.Today.AddDays(40));
        await MakeAsync(_dispatcher, overdue, Move.Remind, new MoveInput { Text = "请抓紧办理。" });
        await MakeAsync(_dispatcher, overdue, Move.Urge, new MoveInput { Text = "请报送处理方案。", Day = Town.Clock.Today.AddDays(5) });
        var page = await OpenAsync($"{Addresses.Overdue}?show=WithApproaching&unit={_road.Id}", _dispatcher, language, dark, width);
        await Expect(page.Locator(".supervised")).ToHaveCountAsync(2);
        await ScreenshotAsync(page, $"overdue-{width}-{language}-{(dark ? "dark" : "light")}");
        await page.Locator("tr.group input").First.CheckAsync();
        await Expect(page.GetByRole(AriaRole.Toolbar)).ToBeVisibleAsync();
        await ScreenshotAsync(page, $"overdue-picked-{width}-{language}-{(dark ? "dark" : "light")}");

        var wide = await page.EvaluateAsync<string>("[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 160)).slice(0, 5).join('\\n')");
        Assert.Equal("", wide);
        Assert.Equal(0, await SidewaysOverflowAsync(page));
        await AccessibleAsync(page);
        await page.GetByRole(AriaRole.Toolbar).GetByRole(AriaRole.Button).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await AccessibleAsync(page);
        Assert.Equal(0, await SidewaysOverflowAsync(page));

        var none = await OpenAsync($"{Addresses.Overdue}?q=2020-00000", _dispatcher, language, dark, width);
        await ScreenshotAsync(none, $"overdue-none-{width}-{language}-{(dark ? "dark" : "light")}");
        await AccessibleAsync(none);
    }

    /// <summary>A board as it may look: two units and the Centre, three levels, some told progress, one close to its due.</summary>
    private async Task FillAsync()
    {
        string[] titles = ["厂区门口道路积水，请求协调排水改造", "用地边界历史遗留问题，涉及多个地块的权属确认与规划调整，请求牵头召开专题会研究", "申请临时占道施工许可"];
        var first = await AcceptedAsync(_enterprise, _road, titles[0]);
        await MakeAsync(_officer, first, Move.ReportProgress, new MoveInput { Text = "已约排水公司现场踏勘，待市政管线图纸确认后确定改造方案。" });
        await AcceptedAsync(_district, _road, titles[1], TicketType.Consultation);
        await DispatchedAsync(_enterprise, _water, titles[2]);
        await GoToAsync(Town.Clock.Today.AddDays(14));
        await AcceptedAsync(_district, _road, titles[2], TicketType.Consultation);
        await GoToAsync(Town.Clock.Today.AddDays(11));
        await RaisedAsync(_enterprise, titles[0]);
        await GoToAsync(Town.Clock.Today.AddDays(4));
    }

    private static Task<int> VersionAsync(AppDbContext db, string number) => db.Tickets.Where(t => t.Number == number).Select(t => t.Version).SingleAsync(Cancellation);

    /// <summary>Selects the first row of a unit, and gives its number.</summary>
    private static async Task<string> PickFirstAsync(IPage page, Organisation unit)
    {
        var row = page.Locator("tbody tr:not(.group)").Filter(new() { Has = page.Locator("td.col-unit").Filter(new() { HasText = unit.Name }) }).First;
        await row.Locator("[data-row-pick]").CheckAsync();
        return await row.Locator("td.col-number").InnerTextAsync();
    }

    /// <summary>The morning of this day, or of the next working day.</summary>
    private async Task GoToAsync(DateOnly day)
    {
        var calendar = await CalendarAsync();
        Town.GoTo(calendar.Add(day, 0), new TimeOnly(10, 0));
        await Web.Services.GetRequiredService<TicketSweep>().RunAsync(Town.Clock.Now, Cancellation);
    }

    private async Task<WorkingCalendar> CalendarAsync()
    {
        await using var db = Town.Look();
        return await Web.Services.GetRequiredService<CalendarSource>().CurrentAsync(db, Cancellation);
    }

    private async Task<string> AcceptedAsync(Enterprise enterprise, Organisation unit, string title, TicketType type = TicketType.Coordination)
    {
        var number = await DispatchedAsync(enterprise, unit, title, type);
        await MakeAsync(_officer, number, Move.Accept, new MoveInput());
        return number;
    }

    private async Task<string> DispatchedAsync(Enterprise enterprise, Organisation unit, string title, TicketType type = TicketType.Coordination)
    {
        var number = await RaisedAsync(enterprise, title, type);
        await MakeAsync(_dispatcher, number, Move.Dispatch, new MoveInput { UnitId = unit.Id });
        return number;
    }

    private async Task<string> RaisedAsync(Enterprise enterprise, string title, TicketType type = TicketType.Coordination)
    {
        await using var db = Town.Look();
        var outcome = await Web.Services.GetRequiredService<RaiseService>().RaiseAsync(Town.EnterpriseUser(enterprise), Guid.NewGuid(), new RaiseInput
        {
            Type = type,
            TopicId = await db.Topics.Select(t => t.Id).FirstAsync(Cancellation),
            Title = title,
            Text = "每逢大雨，厂区门口积水超过三十厘米。",
            ContactName = "陈晓明",
            ContactPhone = "13800000000",
        }, Cancellation);
        return outcome.Value.Number;
    }

    private async Task MakeAsync(Caller who, string number, Move move, MoveInput given)
    {
        await using var db = Town.Look();
        var version = await VersionAsync(db, number);
        var outcome = await Web.Services.GetRequiredService<TicketService>().MakeAsync(who, Guid.NewGuid(), number, version, move, given, Cancellation);
        Assert.True(outcome.Done, outcome.Refusal?.Code);
    }
}
