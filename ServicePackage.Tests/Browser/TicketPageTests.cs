using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;
using ServicePackage.Web;
using ServicePackage.Web.Layout;
using static Microsoft.Playwright.Assertions;

namespace ServicePackage.Tests.Browser;

/// <summary>A demand's page, as each of its people works on it.</summary>
public sealed class TicketPageTests : BrowserTests, IClassFixture<WebTown>
{
    private readonly Organisation _unit;
    private readonly Organisation _second;
    private readonly Enterprise _enterprise;
    private readonly Caller _applicant;
    private readonly Caller _dispatcher;
    private readonly Caller _officer;
    private readonly Caller _secondHead;

    public TicketPageTests(WebTown web)
        : base(web)
    {
        var city = Town.EconomicCity("经济城A");
        _unit = Town.Unit("城建办");
        _second = Town.Unit("规土所");
        _enterprise = Town.Enterprise(city);
        _applicant = Town.EnterpriseUser(_enterprise);
        _dispatcher = Town.Dispatcher();
        _officer = Town.Officer(_unit);
        _secondHead = Town.PersonAt(_second, PostKind.Officer, PostKind.Liaison);
        Town.Specialist(city);
        Town.GeneralManager(city);
        Town.CentreLead();
    }

    [Fact]
    public async Task Demand_MovedByItsPeople_TellsItsStory()
    {
        var number = await RaiseAsync();
        var centre = await OpenAsync(Addresses.Ticket(number), _dispatcher);
        await centre.GetByRole(AriaRole.Button, new() { Name = "分派", Exact = true }).ClickAsync();
        await Expect(centre.Locator(".move-title")).ToHaveTextAsync("分派");
        await ScreenshotAsync(centre, "ticket-dispatch-form");
        await centre.GetByRole(AriaRole.Button, new() { Name = "分派", Exact = true }).ClickAsync();
        await Expect(centre.GetByText("请选择主办单位。")).ToBeVisibleAsync();
        await centre.GetByLabel("主办单位").SelectOptionAsync(_unit.Name);
        await centre.GetByText("添加协办单位").ClickAsync();
        await centre.GetByLabel(_second.Name, new() { Exact = true }).CheckAsync();
        await centre.GetByLabel("协办要求").FillAsync("协助核对用地边界。");
        await centre.GetByRole(AriaRole.Button, new() { Name = "分派", Exact = true }).ClickAsync();
        await Expect(centre.Locator(".steps .present")).ToHaveTextAsync("待接收");

        var unit = await OpenAsync(Addresses.Ticket(number) + "?move=Accept", _officer);
        await unit.GetByRole(AriaRole.Button, new() { Name = "接收", Exact = true }).ClickAsync();
        await Expect(unit.Locator(".steps .present")).ToHaveTextAsync("办理中");
        await ScreenshotAsync(unit, "ticket-officer-1440-zh");
        await unit.GetByRole(AriaRole.Button, new() { Name = "报送进展" }).ClickAsync();
        await unit.GetByLabel("办理进展").FillAsync("已约排水公司25日现场踏勘。");
        await unit.GetByRole(AriaRole.Button, new() { Name = "报送进展", Exact = true }).ClickAsync();
        await Expect(unit.Locator(".timeline")).ToContainTextAsync("已约排水公司25日现场踏勘。");
        await unit.GetByRole(AriaRole.Button, new() { Name = "期限计算说明" }).First.ClickAsync();
        await Expect(unit.Locator(".explanation")).ToContainTextAsync("第15个工作日");
        await ScreenshotAsync(unit, "ticket-explained");

        var support = await OpenAsync(Addresses.Ticket(number) + "?move=FinishTask", _secondHead);
        await support.GetByLabel("完成情况").FillAsync("边界已核对。");
        await support.GetByRole(AriaRole.Button, new() { Name = "完成协办", Exact = true }).ClickAsync();
        await Expect(support.Locator(".people")).ToContainTextAsync("已完成");

        await unit.ReloadAsync();
        await ReadyAsync(unit);
        await unit.GetByRole(AriaRole.Button, new() { Name = "报送办结" }).ClickAsync();
        await unit.GetByLabel("办理结果").FillAsync("排水管已改造完成，并已试水。");
        await unit.GetByRole(AriaRole.Button, new() { Name = "报送办结", Exact = true }).ClickAsync();
        await Expect(unit.Locator(".steps .present")).ToHaveTextAsync("待企业确认");

        var phone = await OpenAsync(Addresses.Ticket(number), _applicant, width: 390, height: 844);
        Assert.True(await SidewaysOverflowAsync(phone) <= 0);
        await ScreenshotAsync(phone, "ticket-enterprise-390-zh");
        await phone.GetByRole(AriaRole.Button, new() { Name = "确认办结" }).ClickAsync();
        await Expect(phone.Locator(".move-title")).ToHaveTextAsync("确认办结");
        await phone.GetByRole(AriaRole.Button, new() { Name = "确认办结", Exact = true }).ClickAsync();
        await Expect(phone.Locator(".move-title")).ToHaveTextAsync("评价"); // led there at once: confirm, choose, send are three taps
        await phone.GetByRole(AriaRole.Radio, new() { Name = "不满意", Exact = true }).CheckAsync();
        await Expect(phone.GetByLabel("评价理由")).ToHaveValueAsync("");
        await ScreenshotAsync(phone, "ticket-rate-390-zh");
        await phone.GetByRole(AriaRole.Button, new() { Name = "评价", Exact = true }).ClickAsync();
        await Expect(phone.GetByText("请填写评价理由。")).ToBeVisibleAsync();
        await phone.GetByLabel("评价理由").FillAsync("办理时间太长。");
        await phone.GetByRole(AriaRole.Button, new() { Name = "评价", Exact = true }).ClickAsync();
        await Expect(phone.Locator(".steps .present")).ToHaveTextAsync("待书面回复");
    }

    [Theory]
    [InlineData(Languages.Chinese, false, 1440)]
    [InlineData(Languages.Chinese, true, 390)]
    [InlineData(Languages.English, false, 390)]
    [InlineData(Languages.English, true, 1440)]
    public async Task Page_InEveryLanguageThemeAndWidth_IsAccessible(string language, bool dark, int width)
    {
        var number = await RaiseAsync();
        await MakeAsync(_dispatcher, number, Move.Dispatch, new MoveInput { UnitId = _unit.Id, SupportingUnitIds = [_second.Id], TaskText = "协助核对用地边界。" });
        await MakeAsync(_officer, number, Move.Accept, new MoveInput());
        await MakeAsync(_officer, number, Move.AskSupplement, new MoveInput { Text = "请提供排水图纸。" });
        var page = await OpenAsync(Addresses.Ticket(number), _dispatcher, language, dark, width);

        await ScreenshotAsync(page, $"ticket-{width}-{language}-{(dark ? "dark" : "light")}");
        var findings = await AxeAsync(page);
        Assert.True(findings.Count == 0, string.Join(Environment.NewLine, findings));
        Assert.True(await SidewaysOverflowAsync(page) <= 0);
    }

    [Theory]
    [InlineData(Languages.Chinese, "服务诉求工单", "单位负责人：")]
    [InlineData(Languages.English, "Service demand: work order", "Head of unit:")]
    public async Task Page_OnPaper_IsAWorkOrderWithoutTheFrame(string language, string title, string signs)
    {
        var number = await RaiseAsync();
        await MakeAsync(_dispatcher, number, Move.Dispatch, new MoveInput { UnitId = _unit.Id });
        await MakeAsync(_officer, number, Move.Accept, new MoveInput());
        await MakeAsync(_officer, number, Move.ReportProgress, new MoveInput { Text = "已约排水公司25日现场踏勘。" });
        var page = await OpenAsync(Addresses.Ticket(number), _officer, language, dark: true, width: 673);
        await Expect(page.Locator(".order-title")).ToBeHiddenAsync();

        await page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(page.Locator(".order-title")).ToHaveTextAsync(title);
        await Expect(page.Locator(".order-number")).ToContainTextAsync(number);
        await Expect(page.Locator(".order-facts")).ToContainTextAsync("陈晓明 13800000000");
        await Expect(page.Locator(".order-rows tbody tr")).ToHaveCountAsync(3);
        await Expect(page.Locator(".timeline")).ToContainTextAsync("已约排水公司25日现场踏勘。");
        await Expect(page.Locator(".order-signs")).ToContainTextAsync(signs);
        foreach (var frame in new[] { ".bar", ".rail", ".foot-bar", ".page-head", ".steps", ".ticket-now", ".segments" })
        {
            await Expect(page.Locator(frame)).ToBeHiddenAsync();
        }

        Assert.Equal("rgb(0, 0, 0)", await page.Locator(".timeline time").First.EvaluateAsync<string>("e => getComputedStyle(e.closest('.prose, li')).color"));
        Assert.Equal(0, await SidewaysOverflowAsync(page));
        await ScreenshotAsync(page, $"ticket-print-{language}");
    }

    [Fact]
    public async Task Page_InEnglish_NamesTheUnitsInEnglish()
    {
        await using (var db = Town.Look())
        {
            db.Organisations.Single(o => o.Id == _unit.Id).EnglishName = "Urban Construction Office";
            await db.SaveChangesAsync(Cancellation);
        }

        var number = await RaiseAsync();
        await MakeAsync(_dispatcher, number, Move.Dispatch, new MoveInput { UnitId = _unit.Id });
        await MakeAsync(_officer, number, Move.Accept, new MoveInput());

        var page = await OpenAsync(Addresses.Ticket(number), _officer, Languages.English);

        await Expect(page.Locator(".clocks").First).ToContainTextAsync("Urban Construction Office");
        await Expect(page.Locator(".timeline")).ToContainTextAsync("Urban Construction Office");
        await Expect(page.Locator(".ticket")).Not.ToContainTextAsync(_unit.Name);
    }

    [Fact]
    public async Task Page_OfAnotherEnterprise_IsNotFound()
    {
        var number = await RaiseAsync();
        Allow("404");

        var page = await OpenAsync(Addresses.Ticket(number), Town.EnterpriseUser(Town.Enterprise()));

        await Expect(page.GetByText(number)).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("没有找到");
    }

    private async Task<string> RaiseAsync()
    {
        await using var db = Town.Look();
        var outcome = await Web.Services.GetRequiredService<RaiseService>().RaiseAsync(_applicant, Guid.NewGuid(), new RaiseInput
        {
            Type = TicketType.Coordination,
            TopicId = await db.Topics.Where(t => t.Name == "道路市政").Select(t => t.Id).SingleAsync(Cancellation),
            Title = "厂区门口道路积水，请求协调排水改造",
            Text = "厂区东门外道路地势低洼，近期连续降雨后积水约20厘米，货车无法通行，影响交货。\n请求协调有关部门改造排水管网。",
            ContactName = "陈晓明",
            ContactPhone = "13800000000",
        }, Cancellation);
        return outcome.Value.Number;
    }

    private async Task MakeAsync(Caller who, string number, Move move, MoveInput given)
    {
        await using var db = Town.Look();
        var version = await db.Tickets.Where(t => t.Number == number).Select(t => t.Version).SingleAsync(Cancellation);
        var outcome = await Web.Services.GetRequiredService<TicketService>().MakeAsync(who, Guid.NewGuid(), number, version, move, given, Cancellation);
        Assert.True(outcome.Done, outcome.Refusal?.Code);
    }
}
