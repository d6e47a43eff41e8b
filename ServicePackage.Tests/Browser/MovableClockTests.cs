using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ServicePackage.Core.Demo;
using ServicePackage.Core.History;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;
using ServicePackage.Web;
using static Microsoft.Playwright.Assertions;

namespace ServicePackage.Tests.Browser;

/// <summary>The administrator of a demo run sets the clock forward; what others have open follows at once. Alone in its class: it moves the town's clock.</summary>
public sealed class MovableClockTests(WebTown web) : TicketWalk(web), IClassFixture<WebTown>
{
    [Fact]
    public async Task Clock_SetForward_IsFollowedByTheBoardAndTheBellOfOthers()
    {
        await BecomeADemoAsync();
        var number = await AcceptedAsync(TicketType.Consultation); // due on Monday 9 March, 17:00
        var board = await OpenAsync(Addresses.Overdue, Dispatcher);
        var liaison = await OpenAsync(Addresses.Home, RoadLiaison);
        await Expect(board.Locator(".empty")).ToBeVisibleAsync();
        await Expect(liaison.Locator("tr", new() { HasText = number })).ToContainTextAsync("剩余5个工作日");
        var unread = await liaison.Locator(".bar .count").CountAsync() == 0 ? 0 : int.Parse(await liaison.Locator(".bar .count").InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);

        var administrator = await OpenAsync(Addresses.Home, Town.Administrator());
        await administrator.Locator("details.demo summary").ClickAsync();
        await PressAsync(administrator, "推进到下一个工作日");
        await Expect(board.Locator(".today")).ToContainTextAsync("3月3日");
        await Expect(liaison.Locator("tr", new() { HasText = number })).ToContainTextAsync("剩余4个工作日");

        await PressAsync(administrator, "推进到下一个到期时刻");
        await Expect(board.Locator("tr", new() { HasText = number })).ToContainTextAsync("一级超期");
        await Expect(liaison.Locator(".bar .count")).ToHaveTextAsync($"{unread + 1}");

        await PressAsync(administrator, "推进到下月首个工作日");
        await Expect(administrator.Locator(".today")).ToContainTextAsync("4月1日");
        await Expect(board.Locator("tr", new() { HasText = number }).First).ToContainTextAsync("三级超期");
        await Expect(board.Locator(".demo-mark")).ToHaveTextAsync("演示环境");
        await Expect(board.Locator("details.demo")).ToHaveCountAsync(0); // the clock is the administrator's
    }

    /// <summary>The town says of itself that it was filled for show.</summary>
    private async Task BecomeADemoAsync()
    {
        Town.Write(db => db.History.Add(new HistoryEntry { Subject = "DemoTown", SubjectId = 1, Sequence = 1, At = Town.Clock.Now, Act = "Complete", Content = "{}", Changes = "[]", PreviousHash = "", Hash = "" }));
        await Web.Services.GetRequiredService<DemoClock>().StartAsync("Development", Cancellation);
    }
}
