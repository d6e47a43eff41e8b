using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;
using ServicePackage.Web;
using static Microsoft.Playwright.Assertions;

namespace ServicePackage.Tests.Browser;

/// <summary>Typing on a slow line, quickly and with an input method: what was typed is what stands there, and what the page acts on.</summary>
public sealed partial class TypingTests : BrowserTests, IClassFixture<WebTown>
{
    private const string Chinese = "精密";
    private const string NeighboursTitle = "冷库用电增容";

    private static int _towns;

    private readonly string _latin = $"jiadingmechanical{(char)('a' + Interlocked.Increment(ref _towns))}";
    private readonly string _name;
    private readonly Caller _administrator;
    private readonly Caller _applicant;
    private readonly Caller _butler;
    private readonly Caller _dispatcher;
    private readonly Caller _neighbour;

    public TypingTests(WebTown web)
        : base(web)
    {
        _name = $"上海{_latin}{Chinese}部件有限公司";
        var city = Town.EconomicCity("经济城A");
        var enterprise = Town.Enterprise(city, name: _name);
        _neighbour = Town.EnterpriseUser(Town.Enterprise(city, name: "上海菁禾食品有限公司"));
        (_administrator, _applicant, _butler, _dispatcher) = (Town.Administrator(), Town.EnterpriseUser(enterprise), Town.Butler(enterprise), Town.Dispatcher());
        Town.Write(db => db.Users.Single(a => a.Id == _butler.AccountId).DisplayName = _latin + Chinese);
        Town.Specialist(city);
        Town.CentreLead();
    }

    [Fact]
    public async Task Filters_OnASlowLine_ShowWhatWasTyped()
    {
        await RaisedByTheNeighbourAsync();
        (string Address, Caller Person)[] filters =
        [
            (Addresses.Enterprises, _dispatcher), (Addresses.Tickets, _dispatcher), (Addresses.Overdue, _dispatcher), (Addresses.Accounts, _administrator), (Addresses.Board, _butler),
        ];
        await ForEachAsync(filters, async (page, address) =>
        {
            await page.SlowAsync();
            await ShowAsync(page, address);
            await Expect(page.Locator("main tbody tr").Filter(new() { HasText = NeighboursTitle })).ToHaveCountAsync(address == Addresses.Tickets ? 1 : 0);
            var field = page.Locator("main").GetByRole(AriaRole.Searchbox);
            await field.FocusAsync();
            var told = page.EvaluateAsync("() => new Promise(told => addEventListener('typed', () => told(), { once: true }))");
            await page.Keyboard.TypeAsync("jiading");
            await told;
            await page.Keyboard.TypeAsync(_latin["jiading".Length..], new() { Delay = 40 }); // while the list for the first half is on its way
            await Expect(page).ToHaveURLAsync(Searched(_latin));
            await Expect(field).ToHaveValueAsync(_latin);
            await SettledAsync(page, address);

            await page.Keyboard.PressAsync("Control+a");
            await page.Keyboard.PressAsync("Delete");
            await ComposeAsync(page);
            await Expect(field).ToHaveValueAsync(Chinese);
            await page.Keyboard.PressAsync("Enter");
            await Expect(page).ToHaveURLAsync(Searched(Uri.EscapeDataString(Chinese)));
            await SettledAsync(page, address);

            // The address keeps the filter; whoever empties the field at once sees everything; a link that takes the filter away empties the field.
            await page.ReloadAsync();
            await ReadyAsync(page);
            await Expect(field).ToHaveValueAsync(Chinese);
            await field.FillAsync("");
            await Expect(page).Not.ToHaveURLAsync(Filtered());
            await Expect(field).ToHaveValueAsync("");
        }, "zh-CN");
    }

    [Fact]
    public async Task Filter_WhenTakenAwayByALink_IsEmptied()
    {
        var page = await OpenAsync(Addresses.Board, _butler);
        var field = page.GetByRole(AriaRole.Searchbox);
        await field.FillAsync("zzz");
        await Expect(page.Locator(".empty")).ToBeVisibleAsync();

        await page.Locator(".filters a.link").ClickAsync();

        await Expect(field).ToHaveValueAsync("");
        await Expect(page.Locator(".card")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Pickers_OnASlowLine_FindWhatWasTyped()
    {
        var page = await OpenAsync(Addresses.Home, _administrator);
        await page.SlowAsync();
        await ShowAsync(page, Addresses.NewAccount);
        await page.GetByRole(AriaRole.Radio, new() { Name = "企业", Exact = false }).Last.CheckAsync();
        var picker = page.Locator("main").GetByRole(AriaRole.Searchbox);
        await picker.FocusAsync();
        await page.Keyboard.TypeAsync(_latin, new() { Delay = 40 });
        await Expect(page.Locator(".choice-list .choice")).ToHaveCountAsync(1);
        await Expect(picker).ToHaveValueAsync(_latin);
        await page.Keyboard.PressAsync("Control+a");
        await ComposeAsync(page);
        await Expect(picker).ToHaveValueAsync(Chinese);
        await Expect(page.Locator(".choice-list")).ToContainTextAsync(_name);

        // The search of everything: Enter opens what was found for all that was typed, however fast it comes.
        await page.Keyboard.PressAsync("Control+k");
        var search = page.GetByRole(AriaRole.Combobox);
        await Expect(search).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(_latin, new() { Delay = 40 });
        await Expect(page.GetByRole(AriaRole.Option).First).ToContainTextAsync(_name);
        await Expect(search).ToHaveValueAsync(_latin);
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("菁禾");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("h1")).ToContainTextAsync("菁禾");
        await Expect(search).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Form_OnASlowLine_IsSentWithTheLastLetters()
    {
        var page = await OpenAsync(Addresses.Home, _dispatcher);
        await page.SlowAsync();
        await ShowAsync(page, Addresses.NewTicket);
        await page.Locator("#Channel").SelectOptionAsync("Telephone");
        await page.GetByRole(AriaRole.Radio, new() { NameRegex = new("^协调类") }).CheckAsync();
        await page.Locator("#TopicId").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.Locator("#Text").FillAsync("每逢大雨即积水。");
        await page.Locator("#ContactName").FillAsync("陈晓明");
        await page.Locator("#ContactPhone").FillAsync("13800000000");
        await page.Locator("#Title").PressSequentiallyAsync("厂区门口积水");
        await page.Locator("#EnterpriseId").FocusAsync();
        await page.Keyboard.TypeAsync(_name);
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("h1")).ToContainTextAsync("厂区门口积水");
        await Expect(page.Locator("main")).ToContainTextAsync(_name);
    }

    [Fact]
    public async Task Draft_WhenItComesBackLate_LeavesWhatWasTypedMeanwhile()
    {
        var page = await OpenAsync(Addresses.Home, _applicant);
        var (arrives, held) = (new TaskCompletionSource(), false);
        await page.RouteAsync(DraftScript(), async route =>
        {
            await (held ? arrives.Task : Task.CompletedTask);
            await route.ContinueAsync();
        });
        await ShowAsync(page, Addresses.NewTicket);
        await page.Locator("#Title").FillAsync("从前的标题");
        await page.Locator("#Text").FillAsync("从前的内容");
        await KeptAsync(page, "从前的内容");
        held = true;
        await ShowAsync(page, Addresses.NewTicket);
        await Expect(page.Locator("#Text")).ToHaveValueAsync("");
        await page.Locator("#Title").FillAsync("如今的标题");

        arrives.SetResult();

        await Expect(page.Locator("#Text")).ToHaveValueAsync("从前的内容");
        await Expect(page.Locator("#Title")).ToHaveValueAsync("如今的标题");
    }

    /// <summary>The draft has this text.</summary>
    private static async Task KeptAsync(IPage page, string text) =>
        await page.WaitForFunctionAsync("text => Object.values(sessionStorage).some(draft => draft.includes(text))", text);

    /// <summary>Writes 精密 by its sounds, at the pace of somebody who types, and chooses it.</summary>
    private static async Task ComposeAsync(IPage page)
    {
        var method = await page.Context.NewCDPSessionAsync(page);
        foreach (var sounds in new[] { "j", "ji", "jin", "jing", "jingm", "jingmi" })
        {
            await method.SendAsync("Input.imeSetComposition", new() { ["text"] = sounds, ["selectionStart"] = sounds.Length, ["selectionEnd"] = sounds.Length });
            await page.EvaluateAsync("() => new Promise(next => setTimeout(next, 80))");
        }

        Assert.DoesNotMatch(Filtered(), page.Url);
        await method.SendAsync("Input.insertText", new() { ["text"] = Chinese });
        await method.DetachAsync();
    }

    private async Task RaisedByTheNeighbourAsync()
    {
        await using var db = Town.Look();
        var outcome = await Web.Services.GetRequiredService<RaiseService>().RaiseAsync(_neighbour, Guid.NewGuid(), new RaiseInput
        {
            Type = TicketType.Coordination,
            TopicId = await db.Topics.Select(t => t.Id).FirstAsync(Cancellation),
            Title = NeighboursTitle,
            Text = "冷库扩建后用电容量不足。",
            ContactName = "陈晓明",
            ContactPhone = "13800000000",
        }, Cancellation);
        Assert.True(outcome.Done, outcome.Refusal?.Code);
    }

    /// <summary>The list is that of the address.</summary>
    private async Task SettledAsync(IPage page, string address)
    {
        var rows = page.Locator("a.row-open");
        if (address is Addresses.Enterprises or Addresses.Accounts)
        {
            await Expect(rows.Filter(new() { HasText = _latin })).ToHaveCountAsync(1);
            await Expect(rows.Filter(new() { HasNotText = Chinese })).ToHaveCountAsync(0);
        }
        else if (address == Addresses.Board)
        {
            await Expect(page.Locator(".card")).ToHaveCountAsync(1);
        }
        else if (address == Addresses.Tickets)
        {
            await Expect(page.Locator("main tbody tr").Filter(new() { HasText = NeighboursTitle })).ToHaveCountAsync(0);
        }
        else
        {
            await Expect(page.Locator(".empty")).ToBeVisibleAsync();
        }
    }

    private static Regex Searched(string text) => new($"[?&]q={Regex.Escape(text)}(&|$)", RegexOptions.IgnoreCase);

    [GeneratedRegex("[?&]q=")]
    private static partial Regex Filtered();

    [GeneratedRegex(@"/Draft\..*\.js")]
    private static partial Regex DraftScript();
}
