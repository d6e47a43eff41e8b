using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;
using ServicePackage.Web;
using ServicePackage.Web.Layout;
using static Microsoft.Playwright.Assertions;

namespace ServicePackage.Tests.Browser;

/// <summary>The pages around demands: what waits, the list, the form for raising one, notices.</summary>
public sealed class DeskTests : BrowserTests, IClassFixture<WebTown>
{
    private readonly Organisation _unit;
    private readonly Enterprise _enterprise;
    private readonly Caller _applicant;
    private readonly Caller _dispatcher;
    private readonly Caller _liaison;
    private readonly Caller _specialist;

    public DeskTests(WebTown web)
        : base(web)
    {
        var city = Town.EconomicCity("经济城A");
        _unit = Town.Unit("城建办");
        _enterprise = Town.Enterprise(city);
        _applicant = Town.EnterpriseUser(_enterprise);
        _dispatcher = Town.Dispatcher();
        _liaison = Town.Liaison(_unit);
        _specialist = Town.Specialist(city);
        Town.CentreLead();
    }

    [Fact]
    public async Task Raise_WhenThePageIsReloaded_KeepsWhatWasTyped_AndForgetsItOnceSent()
    {
        var page = await OpenAsync(Addresses.NewTicket, _specialist);
        await page.Locator("#EnterpriseId").FillAsync(_enterprise.Name);
        await page.GetByLabel("诉求来源").SelectOptionAsync(nameof(Channel.Telephone));
        await page.GetByLabel("协调类").CheckAsync();
        await page.GetByLabel("诉求主题").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByLabel("标题").FillAsync("厂区门口道路积水");
        await page.GetByLabel("诉求内容").FillAsync("每逢大雨即积水。𠮷");
        await Expect(page.Locator(".counter")).ToHaveTextAsync("9 / 20,000");

        await page.ReloadAsync();
        await ReadyAsync(page);

        await Expect(page.GetByLabel("标题")).ToHaveValueAsync("厂区门口道路积水");
        await Expect(page.GetByLabel("诉求内容")).ToHaveValueAsync("每逢大雨即积水。𠮷");
        await Expect(page.GetByLabel("联系电话")).ToHaveValueAsync("13800000000");
        await page.GetByRole(AriaRole.Button, new() { Name = "提交诉求" }).ClickAsync();
        await Expect(page.Locator(".steps .present")).ToHaveTextAsync("待分派");
        await ShowAsync(page, Addresses.NewTicket);
        await ReadyAsync(page);
        await Expect(page.GetByLabel("标题")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task List_KeepsItsFiltersOverAReload_AndTheWholeRowLeadsToTheDemand()
    {
        var number = await RaiseAsync();
        var page = await OpenAsync(Addresses.Tickets, _dispatcher);
        await page.GetByRole(AriaRole.Searchbox).FillAsync(number);
        await page.GetByRole(AriaRole.Searchbox).PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex($"[?&]q={number}")); // where it is the only demand, one row says nothing
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);

        await page.ReloadAsync();
        await ReadyAsync(page);
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync(number);
        await page.Locator("tbody .col-raised").ClickAsync();

        await Expect(page.Locator(".steps .present")).ToHaveTextAsync("待分派");
    }

    [Fact]
    public async Task Desks_LeadToTheFormOfTheMove()
    {
        var number = await RaiseAsync();
        var page = await OpenAsync(Addresses.Dispatch, _dispatcher);
        await page.Locator("tr", new() { HasText = number }).GetByRole(AriaRole.Link, new() { Name = "分派", Exact = true }).ClickAsync();

        await Expect(page.GetByLabel("主办单位")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task Dispatch_OffersTheUnitsOfTheTopicFirst_AndLeadsToTheNextDemandThatWaits(int width)
    {
        var before = await RaiseAsync();
        Assert.True((await Web.Services.GetRequiredService<TicketService>().MakeAsync(
            _dispatcher, Guid.NewGuid(), before, 1, Move.Dispatch, new MoveInput { UnitId = _unit.Id }, Cancellation)).Done);
        var (number, next) = (await RaiseAsync(), await RaiseAsync());
        var page = await OpenAsync(Addresses.TicketMove(number, Move.Dispatch), _dispatcher, width: width);
        await Expect(page.Locator("#move-Unit optgroup").First).ToHaveAttributeAsync("label", "该主题以往承办单位");
        await Expect(page.Locator("#move-Unit optgroup").First.Locator($"option[value='{_unit.Id}']")).ToContainTextAsync("（1件）");
        var supporting = page.GetByText("添加协办单位");
        await Expect(page.GetByRole(AriaRole.Checkbox).First).ToBeHiddenAsync();
        await supporting.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Checkbox).First).ToBeVisibleAsync();
        await ScreenshotAsync(page, $"dispatch-form-{width}");

        await page.GetByLabel("主办单位").SelectOptionAsync(_unit.Id.ToString(CultureInfo.InvariantCulture));
        await page.GetByRole(AriaRole.Button, new() { Name = "分派", Exact = true }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "下一件" })).ToBeVisibleAsync();
        await ScreenshotAsync(page, $"dispatch-next-{width}");
        await page.GetByRole(AriaRole.Link, new() { Name = "下一件" }).ClickAsync();
        await Expect(page.GetByLabel("主办单位")).ToHaveValueAsync("");
        await Expect(page.Locator("h1")).Not.ToContainTextAsync(number);
        Assert.True(next.Length > 0);
    }

    [Fact]
    public async Task Desk_OnAPhone_ShowsClockDueDateEnterpriseAndTheMove()
    {
        var number = await RaiseAsync();
        var page = await OpenAsync(Addresses.Dispatch, _dispatcher, width: 390, height: 844);
        var row = page.Locator("tbody tr", new() { HasText = number });

        await Expect(row.GetByText("分派时限")).ToBeVisibleAsync();
        await Expect(row.Locator(".due")).ToBeVisibleAsync();
        await Expect(row.GetByText(_enterprise.Name)).ToBeVisibleAsync();
        await Expect(row.GetByRole(AriaRole.Link, new() { Name = "分派", Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Notices_WhenAllAreMarked_LoseTheirCountInTheTopBar()
    {
        await RaiseAsync();
        var page = await OpenAsync(Addresses.Notices, _specialist);
        await Expect(page.Locator(".bar .count")).ToHaveTextAsync("1");

        await page.GetByRole(AriaRole.Button, new() { Name = "全部标为已读" }).ClickAsync();

        await Expect(page.Locator(".bar .count")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(Languages.Chinese, false, 1440)]
    [InlineData(Languages.English, true, 1440)]
    [InlineData(Languages.Chinese, true, 390)]
    [InlineData(Languages.English, false, 390)]
    public async Task Pages_InEachLanguageThemeAndWidth_FitAndAreAccessible(string language, bool dark, int width)
    {
        await RaiseAsync();
        var number = await RaiseAsync();
        Assert.True((await Web.Services.GetRequiredService<TicketService>().MakeAsync(
            _dispatcher, Guid.NewGuid(), number, 1, Move.Dispatch, new MoveInput { UnitId = _unit.Id }, Cancellation)).Done);
        (string, Caller)[] pages =
        [
            (Addresses.Home, _liaison), (Addresses.Home, _applicant), (Addresses.Tickets, _dispatcher), (Addresses.Tickets, _applicant),
            (Addresses.NewTicket, _specialist), (Addresses.Dispatch, _dispatcher), (Addresses.Inbox, _liaison), (Addresses.Notices, _dispatcher),
        ];
        await ForEachAsync(pages, async (page, address) =>
        {
            await ScreenshotAsync(page, $"desk{address.Replace('/', '-')}-{width}-{language}-{(dark ? "dark" : "light")}");

            Assert.Equal((address, 0), (address, await SidewaysOverflowAsync(page)));
            var found = await AxeAsync(page);
            Assert.True(found.Count == 0, $"{address}: {string.Join(Environment.NewLine, found)}");
        }, language, dark, width);
    }

    [Fact]
    public async Task Lists_AtEveryWidth_KeepTwelveCharactersOfTheTitle()
    {
        await RaiseAsync();
        (string, Caller)[] pages = [(Addresses.Home, _dispatcher), (Addresses.Tickets, _dispatcher), (Addresses.Dispatch, _dispatcher), (Addresses.Enterprises, _dispatcher)];
        await ForEachAsync(pages, async (page, address) =>
        {
            foreach (var width in new[] { 1440, 1280, 1093, 1024, 820, 768, 601, 390 })
            {
                await page.SetViewportSizeAsync(width, 900);

                Assert.Equal((address, width, 0), (address, width, await SidewaysOverflowAsync(page)));
                var characters = await page.EvaluateAsync<double[]>("""
                    [...document.querySelectorAll('td.col-title')].map(cell => {
                      const { fontSize, paddingLeft, paddingRight } = getComputedStyle(cell);
                      return (cell.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight)) / parseFloat(fontSize);
                    })
                    """);
                Assert.NotEmpty(characters);
                Assert.True(characters.Min() >= 12, $"{address} at {width}: {characters.Min():0.0} characters of the title");
            }
        }, Languages.English);
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
