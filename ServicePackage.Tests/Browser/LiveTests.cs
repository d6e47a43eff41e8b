using Microsoft.Playwright;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;
using ServicePackage.Web;
using ServicePackage.Web.Layout;
using static Microsoft.Playwright.Assertions;

namespace ServicePackage.Tests.Browser;

/// <summary>What somebody else does appears without a reload; notices lead to what they ask for.</summary>
public sealed class LiveTests(WebTown web) : TicketWalk(web), IClassFixture<WebTown>
{
    [Fact]
    public async Task Move_BySomebodyElse_AppearsOnTheDemandsPageTheDeskAndTheList()
    {
        var number = await RaisedAsync();
        var demand = await OpenAsync(Addresses.Ticket(number), Applicant);
        var desk = await OpenAsync(Addresses.Dispatch, Dispatcher);
        var list = await OpenAsync(Addresses.Tickets, Specialist);
        await StateIsAsync(demand, "待分派");
        await Expect(desk.GetByText(number)).ToBeVisibleAsync();

        await MakeAsync(CentreLead, number, Move.Dispatch, new MoveInput { UnitId = Road.Id });

        await StateIsAsync(demand, "待接收");
        await Expect(desk.GetByText(number)).ToHaveCountAsync(0);
        await Expect(list.Locator("tr", new() { HasText = number })).ToContainTextAsync("待接收");
    }

    [Fact]
    public async Task Move_WhileAFormIsOpen_IsSaidAndKeepsWhatWasTyped()
    {
        var number = await AcceptedAsync();
        var page = await OpenAsync(Addresses.TicketMove(number, Move.ReportProgress), RoadOfficer);
        await page.GetByLabel("办理进展").FillAsync("已约排水公司现场踏勘。");

        await MakeAsync(Dispatcher, number, Move.Comment, new MoveInput { Text = "请说明预计完成时间。" });

        await Expect(page.GetByText("此诉求刚有更新。")).ToBeVisibleAsync();
        await Expect(page.Locator(".timeline")).Not.ToContainTextAsync("请说明预计完成时间。");
        await ScreenshotAsync(page, "live-changed");
        await PressAsync(page, "显示最新内容，保留已填内容");
        await Expect(page.Locator(".timeline")).ToContainTextAsync("请说明预计完成时间。");
        await Expect(page.GetByLabel("办理进展")).ToHaveValueAsync("已约排水公司现场踏勘。");
        await PressAsync(page, "报送进展");
        await Expect(page.Locator(".timeline")).ToContainTextAsync("已约排水公司现场踏勘。");
        await Expect(page.GetByText("此诉求刚有更新。")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Move_OfWhatSomebodyMovedMeanwhile_IsRefusedInOneMessage_WhichGoesWithTheReload()
    {
        var number = await AcceptedAsync();
        var page = await OpenAsync(Addresses.TicketMove(number, Move.ReportProgress), RoadOfficer);
        await page.GetByLabel("办理进展").FillAsync("已约排水公司现场踏勘。");
        await MakeAsync(Dispatcher, number, Move.Comment, new MoveInput { Text = "请说明预计完成时间。" });
        await Expect(page.GetByText("此诉求刚有更新。")).ToBeVisibleAsync();
        var messages = page.Locator(".ticket-now").Locator(".changed, .refusal, .field-error");

        await PressAsync(page, "报送进展");
        await Expect(messages).ToContainTextAsync(["请刷新后再办理"]);
        await Expect(messages).ToHaveCountAsync(1);
        await PressAsync(page, "取消");
        await Expect(messages).ToContainTextAsync(["此诉求刚有更新。"]); // the page is still the former one

        page = await OpenAsync(Addresses.TicketMove(number, Move.ReportProgress), RoadOfficer);
        await page.GetByLabel("办理进展").FillAsync("已约排水公司现场踏勘。");
        await MakeAsync(Dispatcher, number, Move.Comment, new MoveInput { Text = "请抓紧。" });
        await PressAsync(page, "报送进展");
        await PressAsync(page, "查看最新内容");
        await Expect(page.Locator(".timeline")).ToContainTextAsync("请抓紧。");
        await Expect(page.Locator(".ticket-now").Locator(".changed, .refusal, .field-error")).ToHaveCountAsync(0);
        await Expect(page.GetByLabel("办理进展")).ToHaveValueAsync("已约排水公司现场踏勘。");
    }

    [Fact]
    public async Task Rating_FromANoticeOnAPhone_TakesTwoTaps()
    {
        var number = await CompletedAsync();
        await MakeAsync(Applicant, number, Move.ConfirmDone, new MoveInput());
        await PassRatingWarningAsync(number);
        var phone = await OpenAsync(Addresses.Notices, Applicant, width: 390, height: 844);
        await phone.EvaluateAsync("sessionStorage.taps = 0; addEventListener('click', e => { if (e.isTrusted) sessionStorage.taps++; }, true)");
        await ScreenshotAsync(phone, "rate-notices-390-zh");

        await phone.GetByRole(AriaRole.Link, new() { Name = "满意", Exact = true }).First.ClickAsync();
        await Expect(phone.GetByRole(AriaRole.Radio, new() { Name = "满意", Exact = true })).ToBeCheckedAsync();
        await ScreenshotAsync(phone, "rate-form-390-zh");
        Assert.Equal(0, await SidewaysOverflowAsync(phone));
        Assert.All(await phone.Locator(".level").EvaluateAllAsync<float[]>("all => all.map(e => e.getBoundingClientRect().height)"), height => Assert.True(height >= 44));
        await PressAsync(phone, "评价");

        await StateIsAsync(phone, "已归档");
        Assert.Equal("2", await phone.EvaluateAsync<string>("sessionStorage.taps"));
        await Expect(phone.GetByText("感谢评价")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Rating_WhenBad_AsksWhyInPlace_AndShowsWhatFollows()
    {
        var number = await CompletedAsync();
        await MakeAsync(Applicant, number, Move.ConfirmDone, new MoveInput());
        var phone = await OpenAsync(Addresses.Home, Applicant, width: 390, height: 844);
        await phone.Locator("tr", new() { HasText = number }).GetByRole(AriaRole.Link, new() { Name = "评价", Exact = true }).ClickAsync();
        await phone.GetByRole(AriaRole.Radio, new() { Name = "不满意", Exact = true }).CheckAsync();
        await phone.GetByLabel("评价理由").FillAsync("办理时间太长。");
        await PressAsync(phone, "评价");
        await StateIsAsync(phone, "待书面回复");
        var after = phone.GetByRole(AriaRole.Region, new() { Name = "企业评价及后续办理" });
        await Expect(after).ToContainTextAsync("主办单位将于");

        Town.Time.Advance(TimeSpan.FromHours(2));
        var held = Town.Clock.Now.AddHours(8).AddMinutes(-1); // as the form takes it: Shanghai's wall clock
        await MakeAsync(RoadOfficer, number, Move.NoteContact, new MoveInput { When = held, WithWhom = "陈晓明", Text = "已致歉并说明原因。" });

        await Expect(after).ToContainTextAsync("已致歉并说明原因。");
        await ScreenshotAsync(phone, "rate-after-390-zh");
    }

    [Theory]
    [InlineData(Languages.Chinese, false)]
    [InlineData(Languages.English, true)]
    public async Task Bell_CountsLive_OpensInPlaceAndLeadsToTheForm(string language, bool dark)
    {
        var page = await OpenAsync(Addresses.Home, WaterLiaison, language, dark);
        var bell = page.Locator(".bell-button");
        await Expect(page.Locator(".bar .count")).ToHaveCountAsync(0);
        var number = await RaisedAsync();
        await MakeAsync(Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = Water.Id });
        await Expect(page.Locator(".bar .count")).ToHaveTextAsync("1");

        await bell.ClickAsync();
        await Expect(page.Locator(".bell-group")).ToHaveCountAsync(1);
        await Expect(bell).ToHaveAttributeAsync("aria-expanded", "true");
        await ScreenshotAsync(page, $"bell-1440-{language}");
        var found = await AxeAsync(page);
        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".bell-panel")).ToHaveCountAsync(0);
        await Expect(bell).ToBeFocusedAsync();

        await bell.PressAsync("Enter");
        await page.Locator(".bell-group a").First.ClickAsync();
        await Expect(page.Locator(".move-title")).ToBeVisibleAsync();
        await Expect(page.Locator(".bell-panel")).ToHaveCountAsync(0);
        await Expect(page.Locator(".bar .count")).ToHaveCountAsync(0);
        await MakeAsync(WaterLiaison, number, Move.Accept, new MoveInput());
        Assert.Contains("move=Accept", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bell_OnAPhone_LeadsToThePage()
    {
        var phone = await OpenAsync(Addresses.Home, WaterOfficer, width: 390, height: 844);
        await Expect(phone.Locator(".bell-button")).ToBeHiddenAsync();

        await phone.Locator(".bell-link").ClickAsync();

        await Expect(phone).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"{Addresses.Notices}$"));
    }

    /// <summary>Lets the morning come on which the enterprise is reminded to rate.</summary>
    private async Task PassRatingWarningAsync(string number)
    {
        await using var db = Town.Look();
        var due = db.Tickets.Where(t => t.Number == number).SelectMany(t => t.Clocks).Single(c => c.Kind == ClockKind.Rating && c.EndedAt == null).DueAt;
        await GoToAsync(due.AddHours(-1));
    }
}
