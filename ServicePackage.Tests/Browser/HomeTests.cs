using Microsoft.Playwright;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;
using ServicePackage.Web;
using ServicePackage.Web.Layout;
using static Microsoft.Playwright.Assertions;

namespace ServicePackage.Tests.Browser;

/// <summary>The first page of each role shows what waits for it, with the button that deals with it.</summary>
public sealed class HomeTests(WebTown web) : TicketWalk(web), IClassFixture<WebTown>
{
    [Fact]
    public async Task Home_OfEachWhoWorksOnDemands_LeadsToTheFormOfWhatWaits()
    {
        var raised = await RaisedAsync();
        var toAccept = await DispatchedAsync();
        var inHand = await AcceptedAsync();
        var done = await CompletedAsync();
        var ofCity = await RaisedAsync();
        await MakeAsync(Dispatcher, ofCity, Move.Dispatch, new MoveInput { UnitId = Enterprise.EconomicCityId });
        var cannot = await AcceptedAsync();
        await MakeAsync(RoadOfficer, cannot, Move.ReportCannotBeMet, new MoveInput { Text = "该路段不在改造计划内。", Basis = "市政道路年度计划。" });

        await LeadsToAsync(Dispatcher, raised, "分派");
        await LeadsToAsync(RoadLiaison, toAccept, "接收");
        await LeadsToAsync(RoadOfficer, inHand, "报送进展");
        await LeadsToAsync(Applicant, done, "确认办结", 390);
        await LeadsToAsync(Specialist, ofCity, "接收");
        await LeadsToAsync(CentreLead, cannot, "审核无法满足", form: "同意无法满足");
    }

    [Fact]
    public async Task Home_OfALeader_ShowsWhatIsOverdueLongest_AndOfTheAdministrator_WhoCannotWorkYet()
    {
        var number = await DispatchedAsync();
        await PassAsync(number, ClockKind.Review);
        var stranger = Town.Stranger();

        await LeadsToAsync(Town.TownLeader(), number, "督办");
        var page = await OpenAsync(Addresses.Home, Town.Administrator());
        await page.Locator($".row-act[href='{Addresses.Account(stranger.AccountId)}']").ClickAsync();
        await Expect(page.Locator("h1")).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"{Addresses.Account(stranger.AccountId)}$"));
    }

    [Fact]
    public async Task Home_OfAButler_LeadsToTheOpenFormOfTheContactThatIsDue()
    {
        var butler = Town.Stranger();
        Town.Assign(butler, Enterprise);
        Town.Write(db => db.ButlerAssignments.Single(b => b.AccountId == butler.AccountId).From = Town.Clock.Today.AddMonths(-6));
        var page = await OpenAsync(Addresses.Home, butler, Languages.Chinese);

        await page.Locator("[aria-labelledby=home-contacts]").GetByRole(AriaRole.Link, new() { Name = "记录联系", Exact = true }).ClickAsync();
        await Expect(page.Locator(".board-panel .move-title")).ToHaveTextAsync("记录联系");
        await Expect(page.Locator(".board-panel .move-title")).ToBeFocusedAsync();
        await page.GetByLabel("联系情况").FillAsync("电话了解近况，生产平稳。");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存记录", Exact = true }).ClickAsync();

        await Expect(page.Locator(".board-panel")).ToHaveCountAsync(0);
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"{Addresses.Board}$"));
    }

    private async Task LeadsToAsync(Caller person, string number, string move, int width = 1440, string? form = null)
    {
        var page = await OpenAsync(Addresses.Home, person, Languages.Chinese, width: width);
        var row = page.Locator(".desk tbody tr", new() { HasText = number });
        await row.GetByRole(AriaRole.Link, new() { Name = move, Exact = true }).ClickAsync();
        await Expect(page.Locator(".move-title")).ToContainTextAsync(form ?? move);
        await page.CloseAsync();
    }
}
