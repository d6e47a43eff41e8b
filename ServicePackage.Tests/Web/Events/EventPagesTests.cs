using Bunit;
using ServicePackage.Core.Catalogue;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Events;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Support;
using ServicePackage.Web.Features.Events;

namespace ServicePackage.Tests.Web.Events;

/// <summary>The pages of events. The town's day is 2 March 2026.</summary>
public sealed class EventPagesTests : ScreenTests, IClassFixture<SqliteDatabase>
{
    private readonly Organisation _organiser;
    private readonly Caller _holds;
    private readonly Enterprise _enterprise;
    private readonly Caller _own;

    public EventPagesTests(SqliteDatabase database)
        : base(database)
    {
        (_organiser, _enterprise) = (Town.Provider(ProviderNature.NonProfit, "商会服务站"), Town.Enterprise(Town.EconomicCity()));
        (_holds, _own) = (Town.Liaison(_organiser), Town.EnterpriseUser(_enterprise));
    }

    [Fact]
    public async Task List_StandsByMonth_IsNarrowedByItsAddress_AndSaysWhereThereIsNothing()
    {
        Write("供需对接会", e => (e.StartsAt, e.EndsAt) = (Town.Clock.Now.AddDays(40), Town.Clock.Now.AddDays(40).AddHours(2)));
        Write("法律讲座", e => (e.Taken, e.Waiting) = (4, 2));

        var list = await OpenAsync<EventsPage>(_own, "/events");
        Assert.Equal(["2026年3月", "2026年4月"], list.FindAll(".event-month > h2").Select(h => h.TextContent));
        Assert.Contains("名额已满，2家候补", list.FindAll(".event-row")[0].TextContent, StringComparison.Ordinal);
        Assert.Single((await OpenAsync<EventsPage>(_own, "/events?room=yes")).FindAll(".event-row"));
        Assert.Contains("没有符合条件的记录", (await OpenAsync<EventsPage>(_own, "/events?show=Past")).Find(".empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Event_OffersToEachWhatTheyMayDo()
    {
        var id = Write("供需对接会");

        Assert.Equal(["报名"], await ActsAsync(_own, id));
        Assert.Equal(["变更", "取消活动"], await ActsAsync(_holds, id));
        Assert.Equal(["变更", "取消活动"], await ActsAsync(Town.Dispatcher(), id));
        Assert.Empty(await ActsAsync(Town.Stranger(), id));
        Town.Write(db => db.Events.Single(e => e.Id == id).Taken = 4);
        Assert.Equal(["报名候补"], await ActsAsync(_own, id));
        Town.Write(db => db.Events.Single(e => e.Id == id).LastDay = Town.Clock.Today.AddDays(-1));
        Assert.Empty(await ActsAsync(_own, id));
    }

    [Fact]
    public async Task Event_SaysThatItWasMovedOrCalledOff_AndTheOrganiserReadsNoMoreThanTheContact()
    {
        var id = Write("供需对接会", e => (e.MovedAt, e.MovedReason, e.WasAt, e.WasPlace) = (Town.Clock.Now, "场地另有安排", Town.Clock.Now.AddDays(3), "旧会议室"));
        Town.Write(db => db.Seats.Add(new Seat { EventId = id, EnterpriseId = _enterprise.Id, People = 2, Names = "陈晓明、王芳", Contact = "陈晓明", ContactNumber = "13800000000", SignedUpAt = Town.Clock.Now, SignedUpById = _own.AccountId }));

        var page = await OpenAsync<EventPage>(_holds, $"/events/{id}", id);
        Assert.Contains("场地另有安排", page.Find(".warning").TextContent, StringComparison.Ordinal);
        Assert.Contains("13800000000", page.Find(".seats-sheet").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".seat-open")); // no way to the enterprise's file
        Assert.Empty((await OpenAsync<EventPage>(Town.EnterpriseUser(Town.Enterprise()), $"/events/{id}", id)).FindAll(".seats-sheet"));

        Town.Write(db => (db.Events.Single(e => e.Id == id).State, db.Events.Single(e => e.Id == id).CalledOffAt, db.Events.Single(e => e.Id == id).CalledOffReason) = (EventState.CalledOff, Town.Clock.Now, "台风"));
        Assert.Contains("台风", (await OpenAsync<EventPage>(_own, $"/events/{id}", id)).Find(".refusal").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_OfAnother_DoesNotExist()
    {
        var id = Write("供需对接会", e => (e.State, e.PublishedAt) = (EventState.Draft, null));

        Assert.Contains("供需对接会", (await OpenAsync<EventDraftPage>(_holds, $"/events/{id}/draft", id)).Find("h1").TextContent, StringComparison.Ordinal);
        Assert.Contains("供需对接会", (await OpenAsync<EventDraftsPage>(_holds, "/events/drafts")).Find("table.list").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty((await OpenAsync<NewEventPage>(_holds, "/events/new")).FindAll("form"));
        Assert.False(NotFound);
        await OpenAsync<EventDraftPage>(_own, $"/events/{id}/draft", id);
        Assert.True(NotFound);
    }

    [Fact]
    public async Task OwnEvents_SayWhatStandsAndWhatIsOpen()
    {
        var (mine, past) = (Write("供需对接会"), Write("法律讲座", e => (e.StartsAt, e.EndsAt) = (Town.Clock.Now.AddDays(-2), Town.Clock.Now.AddDays(-2).AddHours(2))));
        Write("招聘专场");
        Town.Write(db => db.Seats.AddRange(
            new Seat { EventId = mine, EnterpriseId = _enterprise.Id, State = SeatState.Waiting, Turn = 1, People = 2, SignedUpAt = Town.Clock.Now, SignedUpById = _own.AccountId },
            new Seat { EventId = past, EnterpriseId = _enterprise.Id, People = 2, Came = 2, CameNotedAt = Town.Clock.Now, SignedUpAt = Town.Clock.Now, SignedUpById = _own.AccountId }));

        var page = await OpenAsync<EnterpriseEventsPage>(_own, "/enterprises/own/events");

        Assert.Contains("候补第1位", page.Find("#mine-seats").ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Equal("报名：招聘专场", page.Find("#mine-open").ParentElement!.QuerySelector("a.button")!.GetAttribute("aria-label"));
        Assert.Equal("评价：法律讲座", page.Find("#mine-past").ParentElement!.QuerySelector("a.button")!.GetAttribute("aria-label"));
    }

    [Fact]
    public async Task Organiser_MovesTheEvent_AndNotesWhoCame()
    {
        var (id, over) = (Write("供需对接会"), Write("法律讲座", e => (e.StartsAt, e.EndsAt) = (Town.Clock.Now.AddHours(-3), Town.Clock.Now.AddHours(-1))));
        Town.Write(db => db.Seats.Add(new Seat { EventId = over, EnterpriseId = _enterprise.Id, People = 2, Names = "陈晓明", Contact = "陈晓明", ContactNumber = "13800000000", SignedUpAt = Town.Clock.Now, SignedUpById = _own.AccountId }));

        var move = await OpenAsync<EventPage>(_holds, $"/events/{id}?act=move", id);
        await move.Find("#field-From").ChangeAsync("15:00");
        await move.Find("#field-To").ChangeAsync("17:30");
        await move.Find("#field-Reason").ChangeAsync("场地另有安排");
        await move.Find(".form-sheet form").SubmitAsync();
        var came = await OpenAsync<EventPage>(_holds, $"/events/{over}?act=came", over);
        await came.Find(".attendance-row select").ChangeAsync("2");
        await came.Find(".form-sheet form").SubmitAsync();

        using var db = Town.Look();
        var moved = db.Events.Single(e => e.Id == id);
        Assert.Equal((new TimeOnly(15, 0), new TimeOnly(17, 30), "场地另有安排"), (TimeOnly.FromDateTime(TownTime.Local(moved.StartsAt)), TimeOnly.FromDateTime(TownTime.Local(moved.EndsAt)), moved.MovedReason));
        Assert.Equal((2, false), (db.Seats.Single(s => s.EventId == over).Came!.Value, db.Seats.Single(s => s.EventId == over).CameNotedForOrganiser));
    }

    private async Task<IEnumerable<string>> ActsAsync(Caller who, long id) =>
        (await OpenAsync<EventPage>(who, $"/events/{id}", id)).FindAll(".page-acts > a, .event-change a").Select(b => b.TextContent.Trim());

    private long Write(string title, Action<Event>? fill = null)
    {
        var now = Town.Clock.Now;
        var held = new Event
        {
            OrganiserId = _organiser.Id,
            State = EventState.Published,
            Title = title,
            Class = ServiceClass.Market,
            Text = "介绍采购需求。",
            StartsAt = now.AddDays(14),
            EndsAt = now.AddDays(14).AddHours(2),
            Place = "多功能厅",
            Seats = 4,
            PeoplePerFirm = 2,
            LastDay = Town.Clock.Today.AddDays(10),
            Contact = "陆文静",
            Phone = "021-60000041",
            CreatedAt = now,
            ChangedAt = now,
            DraftedById = _holds.AccountId,
            ChangedById = _holds.AccountId,
            PublishedAt = now,
        };
        fill?.Invoke(held);
        Town.Write(db => db.Events.Add(held));
        return held.Id;
    }
}
