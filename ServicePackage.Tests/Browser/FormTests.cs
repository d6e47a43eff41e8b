using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;
using ServicePackage.Web;
using static Microsoft.Playwright.Assertions;

namespace ServicePackage.Tests.Browser;

/// <summary>Forms, for whoever types quickly, and for whoever works by keyboard and screen reader.</summary>
public sealed class FormTests : BrowserTests, IClassFixture<WebTown>
{
    private readonly Organisation _unit;
    private readonly Caller _applicant;
    private readonly Caller _dispatcher;

    public FormTests(WebTown web)
        : base(web)
    {
        var city = Town.EconomicCity("经济城A");
        _unit = Town.Unit("城建办");
        _applicant = Town.EnterpriseUser(Town.Enterprise(city));
        _dispatcher = Town.Dispatcher();
        Town.Liaison(_unit);
        Town.Specialist(city);
        Town.CentreLead();
    }

    [Fact]
    public async Task Form_BeforeThePageAnswers_TakesNoClickAndKeepsWhatIsTyped()
    {
        var page = await OpenAsync(Addresses.Home, _applicant);
        var arrives = new TaskCompletionSource();
        await page.RouteAsync(new Regex("blazor\\.web.*\\.js"), async route =>
        {
            await arrives.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync(Addresses.NewTicket, new PageGotoOptions { WaitUntil = WaitUntilState.Commit });
        var submit = page.GetByRole(AriaRole.Button, new() { Name = "提交诉求" });
        await Expect(submit).ToBeDisabledAsync();
        await page.GetByRole(AriaRole.Radio, new() { NameRegex = new("^协调类") }).CheckAsync();
        await page.Locator("#TopicId").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.Locator("#Text").FillAsync("每逢大雨即积水。");
        await page.Locator("#Title").PressSequentiallyAsync("厂区门口");

        arrives.SetResult();
        await ReadyAsync(page);
        await Expect(page.Locator("#Title")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("道路积水");

        await Expect(page.Locator("#Title")).ToHaveValueAsync("厂区门口道路积水");
        await Expect(page.Locator("#Text")).ToHaveValueAsync("每逢大雨即积水。");
        await submit.ClickAsync();
        await Expect(page.Locator(".steps .present")).ToHaveTextAsync("待分派");
        await Expect(page.Locator("p.prose", new PageLocatorOptions { HasText = "每逢大雨即积水。" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Form_WhenRefused_LeadsToTheFirstWrongField()
    {
        var page = await OpenAsync(Addresses.NewTicket, _applicant);
        await page.Locator("#Title").FillAsync("厂区门口道路积水");

        await page.GetByRole(AriaRole.Button, new() { Name = "提交诉求" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Radio).First).ToBeFocusedAsync();
        await Expect(page.GetByRole(AriaRole.Radiogroup)).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.GetByRole(AriaRole.Radiogroup)).ToHaveAccessibleDescriptionAsync(new Regex("诉求类型"));
        await AccessibleAsync(page);
    }

    [Fact]
    public async Task Move_WhenMade_IsSaidAndLeavesTheFocusWhereTheDemandStands()
    {
        var number = await RaiseAsync();
        var page = await OpenAsync(Addresses.Ticket(number), _dispatcher);
        await page.GetByRole(AriaRole.Button, new() { Name = "分派", Exact = true }).ClickAsync();
        await Expect(page.Locator(".move-title")).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "分派", Exact = true }).ClickAsync();
        await Expect(page.GetByLabel("主办单位")).ToBeFocusedAsync();
        await page.GetByLabel("主办单位").SelectOptionAsync(_unit.Name);

        await page.GetByRole(AriaRole.Button, new() { Name = "分派", Exact = true }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("分派");
        await Expect(page.Locator("#now")).ToBeFocusedAsync();
        await Expect(page.Locator(".now-head .chip")).ToHaveTextAsync("待接收");
    }

    [Fact]
    public async Task Notice_WhenItsDemandIsOpened_EvenInATabOfItsOwn_IsRead()
    {
        var number = await RaiseAsync();
        var notices = await OpenAsync(Addresses.Notices, _dispatcher);
        var address = await notices.Locator(".notice.unread a", new() { HasText = number }).GetAttributeAsync("href");
        var demand = await OpenAsync(notices.Context, address!);
        await Expect(demand).ToHaveURLAsync(new Regex($"/tickets/{number}\\?move=Dispatch$"));

        await notices.ReloadAsync();
        await ReadyAsync(notices);

        await Expect(notices.Locator(".notice", new() { HasText = number })).ToHaveCountAsync(1);
        await Expect(notices.Locator(".notice.unread", new() { HasText = number })).ToHaveCountAsync(0);
    }

    private async Task<string> RaiseAsync()
    {
        await using var db = Town.Look();
        var outcome = await Web.Services.GetRequiredService<RaiseService>().RaiseAsync(_applicant, Guid.NewGuid(), new RaiseInput
        {
            Type = TicketType.Coordination,
            TopicId = await db.Topics.Select(t => t.Id).FirstAsync(Cancellation),
            Title = "厂区门口道路积水，请求协调排水改造",
            Text = "每逢大雨，厂区门口积水超过三十厘米。",
            ContactName = "陈晓明",
            ContactPhone = "13800000000",
        }, Cancellation);
        return outcome.Value.Number;
    }
}
