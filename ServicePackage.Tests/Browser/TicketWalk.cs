using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;
using ServicePackage.Web;
using static Microsoft.Playwright.Assertions;

namespace ServicePackage.Tests.Browser;

/// <summary>The people round one enterprise's demands, and the ways they work on a demand's page.</summary>
public abstract class TicketWalk : BrowserTests
{
    protected TicketWalk(WebTown web)
        : base(web)
    {
        City = Town.EconomicCity("经济城A");
        (Road, Water, Support) = (Town.Unit("城建办"), Town.Unit("水务站"), Town.Unit("规土所"));
        Enterprise = Town.Enterprise(City);
        Applicant = Town.EnterpriseUser(Enterprise);
        (Dispatcher, RoadOfficer, Supporter) = (Town.Dispatcher(), Town.Officer(Road), Town.Officer(Support));
        (RoadLiaison, WaterLiaison, WaterOfficer) = (Town.Liaison(Road), Town.Liaison(Water), Town.Officer(Water));
        (Specialist, CentreLead) = (Town.Specialist(City), Town.CentreLead());
        Town.GeneralManager(City);
    }

    protected Organisation City { get; }

    protected Organisation Road { get; }

    protected Organisation Water { get; }

    protected Organisation Support { get; }

    protected Enterprise Enterprise { get; }

    protected Caller Applicant { get; }

    protected Caller Dispatcher { get; }

    protected Caller CentreLead { get; }

    protected Caller Specialist { get; }

    protected Caller RoadOfficer { get; }

    protected Caller RoadLiaison { get; }

    protected Caller WaterLiaison { get; }

    protected Caller WaterOfficer { get; }

    protected Caller Supporter { get; }

    protected static FilePayload Pdf(string name) => new() { Name = name, MimeType = "application/pdf", Buffer = SampleFiles.Pdf() };

    protected static Task PressAsync(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    /// <summary>Opens the form of a move, wherever its button stands.</summary>
    protected static async Task AskAsync(IPage page, string move)
    {
        var button = page.Locator(".move-buttons button").Filter(new() { HasTextRegex = new($"^{move}$") });
        await Expect(button).ToBeAttachedAsync();
        if (!await button.IsVisibleAsync())
        {
            await page.GetByText("其他事项").ClickAsync();
        }

        await button.ClickAsync();
        await Expect(page.Locator(".move-title")).ToContainTextAsync(move);
    }

    protected static async Task UploadedAsync(IPage page, string name)
    {
        await Expect(page.Locator(".picker .files li", new() { HasText = name })).ToBeVisibleAsync();
        await Expect(page.Locator(".picker .files progress")).ToHaveCountAsync(0);
    }

    /// <summary>Opens the form of a move, fills it in and makes the move.</summary>
    protected static async Task GiveAsync(IPage page, string move, params (string Label, string Text)[] fields)
    {
        await AskAsync(page, move);
        await FillAsync(page, move, fields);
    }

    /// <summary>Fills in the open form of a move and makes the move.</summary>
    protected static async Task FillAsync(IPage page, string move, params (string Label, string Text)[] fields)
    {
        foreach (var (label, text) in fields)
        {
            await page.GetByLabel(label).FillAsync(text);
        }

        await PressAsync(page, move);
        await Expect(page.Locator(".move-title")).ToHaveCountAsync(0);
    }

    protected static Task VisitAsync(IPage page, string number) => ShowAsync(page, Addresses.Ticket(number));

    /// <summary>The state that the line of steps marks as the present one.</summary>
    protected static Task StateIsAsync(IPage page, string state) => Expect(page.Locator(".steps .present")).ToHaveTextAsync(state);

    /// <summary>The list of the clocks that have not ended.</summary>
    protected static ILocator Running(IPage page) => page.Locator(".clocks:not(.ended .clocks)");

    /// <summary>A demand of the enterprise, raised beside the screen where raising is not what is walked.</summary>
    protected Task<string> RaisedAsync(TicketType type = TicketType.Coordination) => RaisedAsync(Applicant, null, type);

    /// <summary>The same, raised by somebody for an enterprise.</summary>
    protected async Task<string> RaisedAsync(Caller who, Enterprise? firm, TicketType type = TicketType.Coordination)
    {
        await using var db = Town.Look();
        var outcome = await Web.Services.GetRequiredService<RaiseService>().RaiseAsync(who, Guid.NewGuid(), new RaiseInput
        {
            EnterpriseId = firm?.Id,
            Channel = firm is null ? default : Channel.Telephone,
            Type = type,
            TopicId = await db.Topics.Where(t => t.Name == "道路市政").Select(t => t.Id).SingleAsync(Cancellation),
            Title = "厂区门口道路积水，请求协调排水改造",
            Text = "连续降雨后积水约20厘米，货车无法通行。",
            ContactName = "陈晓明",
            ContactPhone = "13800000000",
        }, Cancellation);
        return outcome.Value.Number;
    }

    /// <summary>A demand with the road unit, not yet accepted.</summary>
    protected async Task<string> DispatchedAsync(TicketType type = TicketType.Coordination)
    {
        var number = await RaisedAsync(type);
        await MakeAsync(Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = Road.Id });
        return number;
    }

    /// <summary>A demand in the hands of the road unit's officer.</summary>
    protected async Task<string> AcceptedAsync(TicketType type = TicketType.Coordination)
    {
        var number = await DispatchedAsync(type);
        await MakeAsync(RoadLiaison, number, Move.Accept, new MoveInput { PersonId = RoadOfficer.AccountId });
        return number;
    }

    /// <summary>A demand that the road unit reports as done.</summary>
    protected async Task<string> CompletedAsync()
    {
        var number = await AcceptedAsync();
        await MakeAsync(RoadOfficer, number, Move.Complete, new MoveInput { Text = "排水管已疏通。" });
        return number;
    }

    protected async Task MakeAsync(Caller who, string number, Move move, MoveInput given)
    {
        await using var db = Town.Look();
        var version = await db.Tickets.Where(t => t.Number == number).Select(t => t.Version).SingleAsync(Cancellation);
        given.Again |= move != Move.Remind; // what tests report is short, and meant
        var outcome = await Web.Services.GetRequiredService<TicketService>().MakeAsync(who, Guid.NewGuid(), number, version, move, given, Cancellation);
        Assert.True(outcome.Done, outcome.Refusal?.Code);
    }

    /// <summary>Moves the town's clock to this moment in Shanghai, unless it is later already, and does what has fallen due.</summary>
    protected async Task GoToAsync(DateTime utc)
    {
        if (utc > Town.Clock.Now)
        {
            Town.Time.SetUtcNow(new DateTimeOffset(utc));
        }

        await Web.Services.GetRequiredService<TicketSweep>().RunAsync(Town.Clock.Now, Cancellation);
    }

    /// <summary>Lets the running clock of this kind run out.</summary>
    protected async Task PassAsync(string number, ClockKind kind)
    {
        await using var db = Town.Look();
        var due = await db.Tickets.Where(t => t.Number == number).SelectMany(t => t.Clocks).Where(c => c.Kind == kind && c.EndedAt == null).Select(c => c.DueAt).SingleAsync(Cancellation);
        await GoToAsync(due.AddMinutes(1));
    }
}
