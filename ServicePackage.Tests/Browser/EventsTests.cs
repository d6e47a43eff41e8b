using Microsoft.Playwright;
using ServicePackage.Core.Catalogue;
using ServicePackage.Core.Events;
using ServicePackage.Core.Organisations;
using ServicePackage.Tests.Support;
using ServicePackage.Web;
using static Microsoft.Playwright.Assertions;

namespace ServicePackage.Tests.Browser;

/// <summary>On a phone: one enterprise has the last seats, another waits; the first makes way, and the other is told and has them.</summary>
public sealed class EventsTests(WebTown web) : BrowserTests(web), IClassFixture<WebTown>
{
    [Fact]
    public async Task LastSeats_GoToWhoWaits_WhenTheFirstCancels()
    {
        var city = Town.EconomicCity("经济城A");
        var (first, second) = (Town.EnterpriseUser(Town.Enterprise(city)), Town.EnterpriseUser(Town.Enterprise(city)));
        var organiser = Town.Provider(ProviderNature.NonProfit, "商会服务站");
        var id = Write(organiser, "大中小企业供需对接会");

        var one = await OpenAsync(Addresses.Events, first, width: 390, height: 844);
        await AccessibleAsync(one);
        Assert.Equal(0, await SidewaysOverflowAsync(one));
        await ScreenshotAsync(one, "events-list-phone");
        await one.GetByRole(AriaRole.Link, new() { Name = "大中小企业供需对接会" }).ClickAsync();
        await one.Locator(".page-acts").GetByRole(AriaRole.Link, new() { Name = "报名", Exact = true }).ClickAsync();
        await Expect(one.Locator(".form-sheet")).ToContainTextAsync("看不到贵企业的其他信息");
        await one.Locator("#field-People").SelectOptionAsync("2");
        await one.Locator("#field-Phone").FillAsync("13800000000");
        await AccessibleAsync(one);
        await one.GetByRole(AriaRole.Button, new() { Name = "提交报名" }).ClickAsync();
        await Expect(one.Locator(".own-seat-state")).ToContainTextAsync("已报名");

        var two = await OpenAsync(Addresses.Event(id), second, width: 390, height: 844);
        await Expect(two.Locator(".event-banner")).ToContainTextAsync("名额已满");
        await two.GetByRole(AriaRole.Link, new() { Name = "报名候补" }).ClickAsync();
        await two.Locator("#field-Phone").FillAsync("13900000000");
        await AccessibleAsync(two);
        await ScreenshotAsync(two, "events-waiting-phone");
        await two.GetByRole(AriaRole.Button, new() { Name = "提交候补" }).ClickAsync();
        await Expect(two.Locator(".own-seat-state")).ToContainTextAsync("候补第1位");
        await Expect(one.Locator(".event-banner")).ToContainTextAsync("1家候补"); // the open page hears of it

        await one.GetByRole(AriaRole.Button, new() { Name = "取消报名" }).ClickAsync();
        await one.Locator(".confirm").GetByRole(AriaRole.Button, new() { Name = "取消报名" }).ClickAsync();
        await Expect(one.Locator(".own-seat-state")).ToContainTextAsync("已取消报名");
        await Expect(two.Locator(".own-seat-state")).ToContainTextAsync("候补递补成功");
        await two.Mouse.MoveAsync(1, 1); // what was said stays for as long as the pointer is on it
        await AccessibleAsync(two);
        Assert.Equal(0, await SidewaysOverflowAsync(two));
        await ScreenshotAsync(two, "events-admitted-phone");
        await two.GotoAsync(Addresses.Notices);
        await Expect(two.Locator("main")).ToContainTextAsync("已有名额");

        var desk = await OpenAsync(Addresses.Event(id), Town.Liaison(organiser), "en", dark: true, width: 1440);
        await Expect(desk.Locator(".seats-sheet")).ToContainTextAsync("1 of 2 seats taken");
        await AccessibleAsync(desk);
        Assert.Equal(0, await SidewaysOverflowAsync(desk));
        await ScreenshotAsync(desk, "events-seats-en-dark");
    }

    private long Write(Organisation organiser, string title)
    {
        var (now, by) = (Town.Clock.Now, Town.Dispatcher().AccountId);
        var held = new Event
        {
            OrganiserId = organiser.Id,
            State = EventState.Published,
            Title = title,
            Class = ServiceClass.Market,
            Text = "龙头企业采购负责人发布需求。",
            StartsAt = now.AddDays(14),
            EndsAt = now.AddDays(14).AddHours(2),
            Place = "马陆镇企业服务中心多功能厅",
            Seats = 2,
            PeoplePerFirm = 2,
            LastDay = Town.Clock.Today.AddDays(10),
            Contact = "陆文静",
            Phone = "021-60000041",
            CreatedAt = now,
            ChangedAt = now,
            DraftedById = by,
            ChangedById = by,
            PublishedAt = now,
        };
        Town.Write(db => db.Events.Add(held));
        return held.Id;
    }
}
