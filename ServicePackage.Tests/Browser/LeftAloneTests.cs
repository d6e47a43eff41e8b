using Microsoft.Playwright;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Support;
using ServicePackage.Web;
using static Microsoft.Playwright.Assertions;

namespace ServicePackage.Tests.Browser;

/// <summary>A demand that is left alone: who hears of it, when, and what the unit then owes each month. Alone in its class: it moves the town's clock.</summary>
public sealed class LeftAloneTests(WebTown web) : TicketWalk(web), IClassFixture<WebTown>
{
    [Fact]
    public async Task Handling_LeftAlone_ClimbsTheLadderAndOwesProgressEachMonth()
    {
        var (butler, general) = (Town.Butler(Enterprise), Town.GeneralLiaison());
        var number = await AcceptedAsync(); // received on 2 March; due Monday 23 March, 17:00
        var officer = await OpenAsync(Addresses.Notices, RoadOfficer);

        await GoToAsync(At(2026, 3, 20, 9));
        await HeardAsync(officer, number, "临期");
        await VisitAsync(officer, number);
        await Expect(Running(officer).Locator(".clock", new() { HasText = "办理时限" })).ToContainTextAsync("临期");
        await HeardNothingAsync(RoadLiaison, number, "超期");

        await GoToAsync(At(2026, 3, 23, 17, 1));
        foreach (var person in new[] { RoadLiaison, Specialist, butler })
        {
            await HeardAsync(await OpenAsync(Addresses.Notices, person), number, "超期");
        }

        await HeardNothingAsync(CentreLead, number, "超期");
        await GoToAsync(At(2026, 3, 26, 17, 1));
        await HeardAsync(await OpenAsync(Addresses.Notices, CentreLead), number, "二级超期");
        await HeardNothingAsync(general, number, "超期");
        await GoToAsync(At(2026, 3, 30, 17, 1));
        var leader = await OpenAsync(Addresses.Notices, general);
        await HeardAsync(leader, number, "三级超期");
        await ScreenshotAsync(leader, "left-alone-notices");
        await VisitAsync(leader, number);
        await Expect(Running(leader).Locator(".clock", new() { HasText = "办理时限" })).ToContainTextAsync("已超期5个工作日");

        // The first working day of the next month, and of the one after it: progress is owed, reported, owed again, until it is done.
        await GoToAsync(At(2026, 4, 1, 8, 31));
        await VisitAsync(officer, number);
        await Expect(Running(officer)).ToContainTextAsync("4月进展报送");
        await GiveAsync(officer, "报送进展", ("办理进展", "已进场施工，预计月底完成。"));
        await Expect(Running(officer)).Not.ToContainTextAsync("4月进展报送");
        await GoToAsync(At(2026, 5, 6, 8, 31));
        await VisitAsync(officer, number);
        await Expect(Running(officer)).ToContainTextAsync("5月进展报送");
        await GiveAsync(officer, "报送办结", ("办理结果", "排水管已改造完成，并已试水。"));
        await Expect(Running(officer)).Not.ToContainTextAsync("5月进展报送");
        await GoToAsync(At(2026, 6, 1, 8, 31));
        await VisitAsync(officer, number);
        await Expect(Running(officer)).ToHaveCountAsync(1);
        await Expect(Running(officer)).Not.ToContainTextAsync("进展报送");
    }

    private static DateTime At(int year, int month, int day, int hour, int minute = 0) => TownTime.At(new DateOnly(year, month, day), new TimeOnly(hour, minute));

    /// <summary>The person's notices name the demand with this word.</summary>
    private static async Task HeardAsync(IPage page, string number, string word)
    {
        await ShowAsync(page, Addresses.Notices);
        await Expect(page.Locator(".notice", new() { HasText = number }).Filter(new() { HasText = word }).First).ToBeVisibleAsync();
    }

    private async Task HeardNothingAsync(Caller person, string number, string word)
    {
        var page = await OpenAsync(Addresses.Notices, person);
        await Expect(page.Locator(".notice", new() { HasText = number }).Filter(new() { HasText = word })).ToHaveCountAsync(0);
    }
}
