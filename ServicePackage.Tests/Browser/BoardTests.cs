using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ServicePackage.Core.Boards;
using ServicePackage.Core.Butlers;
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

/// <summary>The butler's board in a real browser: dragging, keys, the menu, the panel, and what somebody else does.</summary>
public sealed class BoardTests : BrowserTests, IClassFixture<WebTown>
{
    private readonly Organisation _city;
    private readonly Organisation _unit;
    private readonly Caller _butler;
    private readonly Caller _dispatcher;
    private readonly Caller _officer;
    private readonly Enterprise _quiet;

    public BoardTests(WebTown web)
        : base(web)
    {
        _city = Town.EconomicCity("经济城A");
        _unit = Town.Unit("城建办");
        _butler = Town.Specialist(_city);
        _dispatcher = Town.Dispatcher();
        _officer = Town.Officer(_unit);
        _quiet = Served("上海菁禾精密机械有限公司");
    }

    [Fact]
    public async Task Card_DraggedToContact_OpensThePlan_AndMovesOnceItIsSaved()
    {
        var page = await OpenAsync(Addresses.Board, _butler);
        await Expect(CardIn(page, BoardColumn.AtEase, _quiet)).ToBeVisibleAsync();

        await CardIn(page, BoardColumn.AtEase, _quiet).DragToAsync(Column(page, BoardColumn.Contact));
        await Expect(page.Locator(".board-panel h3.move-title")).ToHaveTextAsync("安排联系");
        await PressAsync(page, "保存安排");

        await Expect(CardIn(page, BoardColumn.Contact, _quiet)).ToBeVisibleAsync();
        await Expect(page.Locator(".board-panel")).ToHaveCountAsync(0);

        await CardIn(page, BoardColumn.Contact, _quiet).DragToAsync(Column(page, BoardColumn.AtEase));
        await Expect(page.Locator(".board-panel h3.move-title")).ToHaveTextAsync("记录联系");
        await Expect(page.GetByLabel("联系对象")).ToHaveValueAsync("陈晓明");
        await page.GetByLabel("联系情况").FillAsync("电话了解近况，生产平稳。");
        await PressAsync(page, "保存记录");

        await Expect(CardIn(page, BoardColumn.AtEase, _quiet)).ToContainTextAsync("今日已联系");
    }

    [Fact]
    public async Task Form_ClosedBeforeItsScriptHasCome_LeavesThePageWhole()
    {
        var page = await OpenAsync(Addresses.Board, _butler);
        var script = new Regex(@"/Shared/Draft\.");
        var sent = new TaskCompletionSource();
        await page.RouteAsync(script, async route =>
        {
            await sent.Task;
            await route.ContinueAsync();
        });
        await CardIn(page, BoardColumn.AtEase, _quiet).Locator(".card-menu").ClickAsync();
        await CardIn(page, BoardColumn.AtEase, _quiet).GetByRole(AriaRole.Menuitem, new() { Name = "记录联系", Exact = true }).ClickAsync();
        await Expect(page.Locator(".board-panel h3.move-title")).ToBeFocusedAsync();
        await PressAsync(page, "取消");
        await Expect(page.Locator(".board-panel h3.move-title")).ToHaveCountAsync(0);

        var come = page.WaitForResponseAsync(script);
        sent.SetResult();
        await come;
        await PressAsync(page, "记录联系");
        await page.GetByLabel("联系情况").FillAsync("电话了解近况。");
        await PressAsync(page, "保存记录");

        await Expect(CardIn(page, BoardColumn.AtEase, _quiet)).ToContainTextAsync("今日已联系");
    }

    [Fact]
    public async Task Card_OverAColumnWhereItCannotGo_IsToldWhy()
    {
        var page = await OpenAsync(Addresses.Board, _butler);
        var card = await CardIn(page, BoardColumn.AtEase, _quiet).BoundingBoxAsync();
        var target = await Column(page, BoardColumn.UnderWay).BoundingBoxAsync();

        await page.Mouse.MoveAsync(card!.X + 40, card.Y + 100);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(target!.X + 60, target.Y + 120, new MouseMoveOptions { Steps = 5 });
        await page.Mouse.MoveAsync(target.X + 62, target.Y + 122);

        await Expect(Column(page, BoardColumn.UnderWay).Locator(".column-why")).ToBeVisibleAsync();
        await Expect(Column(page, BoardColumn.UnderWay).Locator(".column-why")).ToHaveTextAsync("该企业没有在办诉求；提出诉求后会自动列入此列。");
        await page.Mouse.UpAsync();
        await Expect(page.Locator(".board.dragging")).ToHaveCountAsync(0);
        await Expect(page.Locator(".board-panel")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Keys_MoveBetweenCards_OpenTheMenu_AndRecordAContact()
    {
        await RaisedAsync(Served("上海泰琢轴承制造有限公司"));
        var page = await OpenAsync(Addresses.Board, _butler);
        var quiet = CardIn(page, BoardColumn.AtEase, _quiet);
        await Expect(quiet).ToBeVisibleAsync();

        await page.Locator(".board-column[data-column=UnderWay] .card").First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(quiet).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(quiet.Locator("[role=menuitem]").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("[role=menu]")).ToHaveCountAsync(0);
        await Expect(quiet).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Enter");
        await Expect(quiet.Locator("[role=menuitem]").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(quiet.GetByRole(AriaRole.Menuitem, new() { Name = "记录联系", Exact = true })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".board-panel h3.move-title")).ToBeFocusedAsync();
        await page.GetByLabel("联系情况").FocusAsync();
        await page.Keyboard.TypeAsync("已通话，无新诉求。");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "保存记录" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(quiet).ToContainTextAsync("今日已联系");
    }

    [Fact]
    public async Task Story_StandsInTheAddress_AndClosesBackToItsCard()
    {
        var number = await RaisedAsync(_quiet);
        var page = await OpenAsync(Addresses.Board, _butler);
        await CardIn(page, BoardColumn.UnderWay, _quiet).Locator(".card-name").ClickAsync();

        await Expect(page).ToHaveURLAsync(new Regex($"enterprise={_quiet.Id}$"));
        await page.ReloadAsync();
        await ReadyAsync(page);
        await Expect(page.Locator("#panel-title")).ToHaveTextAsync(_quiet.Name);
        await Expect(page.Locator(".board-panel")).ToContainTextAsync(number);
        await page.GetByRole(AriaRole.Button, new() { Name = "关闭" }).ClickAsync();

        await Expect(page.Locator(".board-panel")).ToHaveCountAsync(0);
        await Expect(page.Locator($".card[data-card='{_quiet.Id}']")).ToBeFocusedAsync();

        await CardIn(page, BoardColumn.UnderWay, _quiet).Locator(".card-name").ClickAsync();
        await Expect(page.Locator("#panel-title")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");

        await Expect(page.Locator(".board-panel")).ToHaveCountAsync(0);
        await Expect(page.Locator($".card[data-card='{_quiet.Id}']")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Views_ListAndCalendar_KeepTheFilterOverAReload_AndOpenTheStory()
    {
        Served("上海泰琢轴承制造有限公司");
        await ContactAsync(_butler, _quiet, 0, ContactWay.Telephone);
        var page = await OpenAsync(Addresses.Board, _butler);
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "搜索企业、拼音首字母" }).FillAsync("jhjm");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".card")).ToHaveCountAsync(1);

        await page.Locator(".views").GetByText("列表").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("view=list"));
        await page.ReloadAsync();
        await ReadyAsync(page);
        await Expect(page.Locator(".board-list tbody tr")).ToHaveCountAsync(1);
        await page.Locator(".board-list td.col-next").ClickAsync(); // anywhere on the row
        await Expect(page.Locator("#panel-title")).ToHaveTextAsync(_quiet.Name);
        await page.GetByRole(AriaRole.Button, new() { Name = "关闭" }).ClickAsync();
        await Expect(page.Locator(".board-list .row-link")).ToBeFocusedAsync();

        await page.Locator(".views").GetByText("日历").ClickAsync();
        await Expect(page.Locator(".agenda .today-cell .agenda-held")).ToHaveCountAsync(1);
        await page.Locator(".agenda-head [rel=next]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("view=calendar&q=jhjm&month=[0-9]{4}-[0-9]{2}$"));
        await Expect(page.Locator(".agenda .today-cell")).ToHaveCountAsync(0); // the next month is there, and its way back
        await page.Locator(".agenda-head [rel=prev]").ClickAsync();
        await page.Locator(".agenda-item").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#panel-title")).ToHaveTextAsync(_quiet.Name);
    }

    [Theory]
    [InlineData(Languages.Chinese, false, 1440)]
    [InlineData(Languages.English, true, 390)]
    public async Task Views_InLanguageThemeAndWidth_FitAndAreAccessible(string language, bool dark, int width)
    {
        await FullAsync();
        foreach (var view in new[] { "list", "calendar" })
        {
            var page = await OpenAsync($"{Addresses.Board}?view={view}", _butler, language, dark, width);
            await LookAsync(page, $"board-{view}-{width}-{language}-{(dark ? "dark" : "light")}");
        }
    }

    [Fact]
    public async Task WhatSomebodyElseDoes_AppearsWithoutAReload_AndIsSaid()
    {
        var number = await RaisedAsync(_quiet);
        await MakeAsync(_dispatcher, number, Move.Dispatch, new MoveInput { UnitId = _unit.Id });
        await MakeAsync(_officer, number, Move.Accept);
        var page = await OpenAsync(Addresses.Board, _butler);
        await Expect(CardIn(page, BoardColumn.UnderWay, _quiet)).ToBeVisibleAsync();

        var officer = await OpenAsync(Addresses.TicketMove(number, Move.Complete), _officer);
        await officer.GetByLabel("办理结果").FillAsync("已完成门口排水管改造。");
        await officer.Locator(".form button[type=submit]").ClickAsync();

        var moved = CardIn(page, BoardColumn.Answer, _quiet);
        await Expect(moved).ToBeVisibleAsync();
        await Expect(moved).ToHaveClassAsync(new Regex("moved"));
        await Expect(page.Locator("[aria-live=polite]").Filter(new() { HasText = "已移到“待评价”" })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task SpokenAnswer_OnTheBoard_MovesTheDemand()
    {
        var number = await CompletedAsync(_quiet);
        var page = await OpenAsync(Addresses.Board, _butler);

        await CardIn(page, BoardColumn.Answer, _quiet).DragToAsync(Column(page, BoardColumn.UnderWay));
        await Expect(page.Locator(".board-panel h3.move-title")).ToContainTextAsync("代录企业的口头答复");
        await page.GetByLabel("沟通对象").FillAsync("陈晓明");
        await page.GetByRole(AriaRole.Radio, new() { Name = "电话联系" }).CheckAsync();
        await page.GetByLabel("尚未办结的内容").FillAsync("南门一段仍有积水。");
        await page.Locator(".board-panel .form button[type=submit]").ClickAsync();

        await Expect(CardIn(page, BoardColumn.UnderWay, _quiet)).ToBeVisibleAsync();
        await using var db = Town.Look();
        Assert.Equal(TicketState.InProgress, await db.Tickets.Where(t => t.Number == number).Select(t => t.State).SingleAsync(Cancellation));
    }

    [Fact]
    public async Task PlanMany_ByKeyboardFromTheList_NamesWhoWasRefused_AndKeepsThemSelected()
    {
        var others = new[] { "上海泰琢轴承制造有限公司", "上海晟朴电气有限公司" }.Select(n => Served(n)).ToList();
        var page = await OpenAsync($"{Addresses.Board}?view=list", _butler);
        await page.GetByLabel("选择本页全部").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Expect(page.Locator(".board-picks [role=status]")).ToHaveTextAsync("已选3家");
        await page.Locator(".board-picks .button").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#plan-title")).ToBeFocusedAsync();
        await Expect(page.Locator(".plan-day")).ToHaveCountAsync(3);

        await page.Keyboard.PressAsync("Escape"); // nothing is filled in yet
        await Expect(page.Locator(".plan-panel")).ToHaveCountAsync(0);
        await Expect(page.Locator(".board-picks .button")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".plan-day")).ToHaveCountAsync(3);
        await page.Locator(".plan-panel input[type=radio]:checked").FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Escape"); // what somebody has begun to fill stays
        await Expect(page.GetByLabel("线上联系")).ToBeCheckedAsync();
        await Contacts.PlanContactAsync(_dispatcher, Guid.NewGuid(), new PlanContactInput { EnterpriseId = _quiet.Id, Way = ContactWay.Telephone, Day = Town.Clock.Today });
        await page.GetByRole(AriaRole.Button, new() { Name = "安排3家" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("#plan-title")).ToBeFocusedAsync();
        await Expect(page.Locator(".plan-results")).ToContainTextAsync("已安排2家。");
        await Expect(page.Locator(".plan-refused li")).ToHaveCountAsync(1);
        await Expect(page.Locator(".plan-refused li")).ToContainTextAsync($"{_quiet.Name} 该企业已由");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".board-picks [role=status]")).ToHaveTextAsync("已选1家");
        await Expect(page.GetByLabel($"选择“{_quiet.Name}”")).ToBeCheckedAsync();
        foreach (var other in others)
        {
            await Expect(page.Locator("tr").Filter(new() { HasText = other.Name }).Locator("td.col-next")).ToContainTextAsync("线上联系");
        }
    }

    [Fact]
    public async Task Cards_AreOfOneHeight_AndEachColumnScrollsUnderItsHead()
    {
        await FullAsync();
        for (var i = 0; i < 8; i++)
        {
            Served($"上海平稳企业{i}有限公司");
        }

        foreach (var (language, width) in new[] { (Languages.Chinese, 1440), (Languages.English, 1440), (Languages.English, 1280), (Languages.Chinese, 1024), (Languages.English, 820), (Languages.Chinese, 390) })
        {
            var page = await OpenAsync(Addresses.Board, _butler, language, width: width);
            await Expect(page.Locator(".card")).ToHaveCountAsync(18);
            var heights = await page.Locator(".card").EvaluateAllAsync<double[]>("cards => [...new Set(cards.map(c => c.getBoundingClientRect().height))]");
            Assert.Single(heights);
        }

        var wide = await OpenAsync(Addresses.Board, _butler);
        Assert.Equal(0, await wide.EvaluateAsync<int>("document.documentElement.scrollHeight - document.documentElement.clientHeight")); // the board ends with the window
        await Column(wide, BoardColumn.AtEase).Locator(".card").Last.ScrollIntoViewIfNeededAsync();
        await Expect(Column(wide, BoardColumn.AtEase).Locator("h2")).ToBeInViewportAsync();
        await Column(wide, BoardColumn.AtEase).Locator(".card").Last.FocusAsync();
        await wide.Keyboard.PressAsync("Enter");
        await Expect(wide.Locator("[role=menuitem]").Last).ToBeInViewportAsync(); // a column does not cut the menu
    }

    [Theory]
    [InlineData(Languages.Chinese, false, 1440)]
    [InlineData(Languages.English, true, 1280)]
    [InlineData(Languages.Chinese, true, 1024)]
    [InlineData(Languages.English, false, 820)]
    [InlineData(Languages.Chinese, false, 390)]
    [InlineData(Languages.English, true, 390)]
    public async Task PlanMany_InEachLanguageThemeAndWidth_FitsAndIsAccessible(string language, bool dark, int width)
    {
        await FullAsync();
        for (var i = 0; i < (width < 600 ? 3 : 30); i++)
        {
            Served($"上海平稳企业{i:00}有限公司");
        }

        var look = $"{width}-{language}-{(dark ? "dark" : "light")}";
        var page = await OpenAsync(Addresses.Board, _butler, language, dark, width);
        await LookAsync(page, $"many-board-{look}");
        await ShowAsync(page, $"{Addresses.Board}?view=list");
        await page.Locator("[data-row-pick]").First.CheckAsync();
        await LookAsync(page, $"many-list-{look}");
        await page.Locator("#plan-many").ClickAsync();
        await page.Locator(".plan-preview > .hint .link").ClickAsync();
        await Expect(page.Locator(".plan-out")).ToHaveCountAsync(0);
        var days = await page.Locator(".plan-day").CountAsync();
        await page.Locator(".plan-in input").Nth(1).UncheckAsync();
        await Expect(page.Locator(".plan-day")).ToHaveCountAsync(days - 1); // the day of the one left out is gone: the next one's is meant
        await page.Locator(".plan-day").Nth(1).FillAsync(Town.Clock.Today.AddDays(-3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await page.Locator(".plan-day").Nth(1).BlurAsync();
        await Expect(page.Locator(".plan-why")).ToHaveCountAsync(1);
        await LookAsync(page, $"many-panel-{look}");
        await page.Locator(".plan-panel button[type=submit]").ClickAsync();
        await Expect(page.Locator(".plan-refused li")).ToHaveCountAsync(1);
        await LookAsync(page, $"many-result-{look}");
    }

    [Fact]
    public async Task OnAPhone_TheMenuMovesACard()
    {
        var page = await OpenAsync(Addresses.Board, _butler, width: 390, height: 844);
        var card = CardIn(page, BoardColumn.AtEase, _quiet);
        await card.Locator(".card-menu").ClickAsync();
        await card.GetByRole(AriaRole.Menuitem, new() { Name = "移到“待联系”：安排联系" }).ClickAsync();
        await page.GetByLabel("上门走访").CheckAsync();
        await PressAsync(page, "保存安排");

        await Expect(CardIn(page, BoardColumn.Contact, _quiet)).ToContainTextAsync("上门走访");
        Assert.Equal(0, await SidewaysOverflowAsync(page));
    }

    [Fact]
    public async Task Visit_CloseToSomebodyElses_IsSavedOnlyOnceConfirmed()
    {
        await ContactAsync(Town.TownLeader(), _quiet, 2, ContactWay.Visit);
        var page = await OpenAsync(Addresses.Board, _butler);
        await CardIn(page, BoardColumn.AtEase, _quiet).DragToAsync(Column(page, BoardColumn.Contact));
        await page.GetByLabel("上门走访").CheckAsync();
        await PressAsync(page, "保存安排");
        await Expect(page.Locator(".board-panel .field-error")).ToContainTextAsync("如确有必要，请勾选后再次保存。");

        await page.GetByLabel("已知晓，仍需走访").CheckAsync();
        await PressAsync(page, "保存安排");

        await Expect(CardIn(page, BoardColumn.Contact, _quiet)).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(Languages.Chinese, false, 1440)]
    [InlineData(Languages.English, true, 1440)]
    [InlineData(Languages.English, false, 1440)]
    [InlineData(Languages.Chinese, true, 390)]
    [InlineData(Languages.English, false, 390)]
    public async Task Board_InEachLanguageThemeAndWidth_FitsAndIsAccessible(string language, bool dark, int width)
    {
        await FullAsync();
        var page = await OpenAsync(Addresses.Board, _butler, language, dark, width);
        await LookAsync(page, $"board-{width}-{language}-{(dark ? "dark" : "light")}");

        var card = page.Locator(".board-column[data-column=Answer] .card").First;
        await card.Locator(".card-menu").ClickAsync(new LocatorClickOptions { Force = true });
        await Expect(card.Locator("[role=menu]")).ToBeVisibleAsync();
        await LookAsync(page, $"board-menu-{width}-{language}-{(dark ? "dark" : "light")}");
        await card.GetByRole(AriaRole.Menuitem).First.ClickAsync();
        await Expect(page.Locator("#panel-facts")).ToBeVisibleAsync();
        await LookAsync(page, $"board-panel-{width}-{language}-{(dark ? "dark" : "light")}");
        await page.Locator(".board-panel .file-acts button").Nth(1).ClickAsync();
        await Expect(page.Locator(".board-panel .move-title")).ToBeVisibleAsync();
        await LookAsync(page, $"board-form-{width}-{language}-{(dark ? "dark" : "light")}");
    }

    [Fact]
    public async Task Board_WithoutEnterprises_SaysWhatWillStandThere()
    {
        var page = await OpenAsync(Addresses.Board, Town.Specialist(_city));

        await Expect(page.Locator(".empty")).ToContainTextAsync("您目前没有负责服务的企业");
        await LookAsync(page, "board-empty");
    }

    private static ILocator Column(IPage page, BoardColumn column) => page.Locator($".board-column[data-column={column}]");

    private static ILocator CardIn(IPage page, BoardColumn column, Enterprise enterprise) => Column(page, column).Locator($".card[data-card='{enterprise.Id}']");

    private static Task PressAsync(IPage page, string words) => page.GetByRole(AriaRole.Button, new() { Name = words, Exact = true }).ClickAsync();

    private static async Task LookAsync(IPage page, string name)
    {
        await ScreenshotAsync(page, name);
        Assert.Equal((name, 0), (name, await SidewaysOverflowAsync(page)));
        var found = await AxeAsync(page);
        Assert.True(found.Count == 0, $"{name}: {string.Join(Environment.NewLine, found)}");
    }

    private Enterprise Served(string name, EnterpriseTier tier = EnterpriseTier.Town)
    {
        var enterprise = Town.Enterprise(_city, tier, name);
        Town.Assign(_butler, enterprise);
        return enterprise;
    }

    /// <summary>A board with something in every column, and a very long name.</summary>
    private async Task FullAsync()
    {
        await MakeAsync(_dispatcher, await RaisedAsync(Served("上海恒岳新能源汽车部件股份有限公司", EnterpriseTier.District)), Move.Dispatch, new MoveInput { UnitId = _city.Id });
        await RaisedAsync(Served("上海嘉泓环保工程与资源循环利用技术研究院（集团）股份有限公司马陆分公司"));
        await CompletedAsync(Served("上海云栖禾智能装备有限公司"));
        await MakeAsync(_butler, await CompletedAsync(Served("上海铭铎包装材料有限公司")), Move.ConfirmDone, new MoveInput { WithWhom = "陈晓明", When = TownTime.Local(Town.Clock.Now), Way = ContactWay.Telephone });
        await ContactAsync(_butler, Served("上海清苒食品有限公司"), 20, ContactWay.Telephone);
        await ContactAsync(_butler, Served("上海铂驰物流科技有限公司"), 3, ContactWay.Meeting);
        var due = Served("上海睿汐软件有限公司");
        await Contacts.PlanContactAsync(_butler, Guid.NewGuid(), new PlanContactInput { EnterpriseId = due.Id, Way = ContactWay.Visit, Day = Town.Clock.Today, Purpose = "季度走访" });
        var later = Served("上海晟朴电气有限公司");
        await Contacts.PlanContactAsync(_butler, Guid.NewGuid(), new PlanContactInput { EnterpriseId = later.Id, Way = ContactWay.Visit, Day = Town.Clock.Today.AddDays(9) });
        var forgotten = Served("上海桦艺文化创意有限公司");
        Town.Write(db => db.ButlerAssignments.Single(b => b.EnterpriseId == forgotten.Id).From = new DateOnly(2025, 9, 1));
        Town.Titles(later, "little_giant", "hnte", "innovative");
    }

    private ContactService Contacts => Web.Services.GetRequiredService<ContactService>();

    private async Task ContactAsync(Caller who, Enterprise enterprise, int daysAgo, ContactWay way) =>
        Assert.True((await Contacts.RecordContactAsync(who, Guid.NewGuid(), new RecordContactInput
        {
            EnterpriseId = enterprise.Id,
            Way = way,
            When = TownTime.Local(Town.Clock.Now).AddDays(-daysAgo),
            WithWhom = "陈晓明",
            Said = "了解生产经营情况，订单饱满，暂无新的诉求。",
        })).Done);

    private async Task<string> CompletedAsync(Enterprise enterprise)
    {
        var number = await RaisedAsync(enterprise);
        await MakeAsync(_dispatcher, number, Move.Dispatch, new MoveInput { UnitId = _unit.Id });
        await MakeAsync(_officer, number, Move.Accept);
        await MakeAsync(_officer, number, Move.Complete, new MoveInput { Text = "已完成门口排水管改造。" });
        return number;
    }

    private async Task MakeAsync(Caller who, string number, Move move, MoveInput? given = null)
    {
        await using var db = Town.Look();
        var version = await db.Tickets.Where(t => t.Number == number).Select(t => t.Version).SingleAsync(Cancellation);
        var outcome = await Web.Services.GetRequiredService<TicketService>().MakeAsync(who, Guid.NewGuid(), number, version, move, given ?? new MoveInput(), Cancellation);
        Assert.True(outcome.Done, $"{move}: {outcome.Refusal?.Sentence}");
    }

    /// <summary>A demand of this enterprise, raised for it by its butler, who thereby is its first-asked person.</summary>
    private async Task<string> RaisedAsync(Enterprise enterprise)
    {
        await using var db = Town.Look();
        var outcome = await Web.Services.GetRequiredService<RaiseService>().RaiseAsync(_butler, Guid.NewGuid(), new RaiseInput
        {
            EnterpriseId = enterprise.Id,
            Channel = Channel.Telephone,
            Type = TicketType.Coordination,
            TopicId = await db.Topics.Select(t => t.Id).FirstAsync(Cancellation),
            Title = "厂区门口道路积水，请求协调排水改造",
            Text = "每逢大雨，厂区门口积水超过三十厘米。",
            ContactName = "陈晓明",
            ContactPhone = "13800000000",
        }, Cancellation);
        Assert.True(outcome.Done, outcome.Refusal?.Sentence);
        return outcome.Value.Number;
    }
}
