using Bunit;
using ServicePackage.Core.Jobs;
using ServicePackage.Core.Mail;
using ServicePackage.Core.Notices;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;
using ServicePackage.Web.Features.Home;
using ServicePackage.Web.Features.Tickets;

namespace ServicePackage.Tests.Web.Tickets;

/// <summary>What waits: for the Centre, for a unit, for one person.</summary>
public sealed class DeskPageTests(SqliteDatabase database) : PageTests(database), IClassFixture<SqliteDatabase>
{
    [Fact]
    public async Task Dispatch_WhenADemandWasRaised_LeadsToItsDispatch()
    {
        var number = await RaisedAsync();

        var page = await OpenAsync<DispatchPage>(Dispatcher, "/dispatch");
        var row = Row(page, number);

        Assert.Equal($"/tickets/{number}?move=Dispatch", row.QuerySelector(".row-act")!.GetAttribute("href"));
        Assert.Equal("分派", row.QuerySelector(".row-act")!.TextContent);
        Assert.Equal("page", page.Find(".tab").GetAttribute("aria-current"));
        Assert.StartsWith("待分派", page.Find(".tab").TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dispatch_WhenAUnitAppliedForReturn_ShowsItUnderItsTab()
    {
        var number = await DispatchedAsync();
        await DoneAsync(Officer, number, Move.ApplyForReturn, Saying("不属于本单位职责。"));

        var row = Row(await OpenAsync<DispatchPage>(CentreLead, "/dispatch?tab=return"), number);

        Assert.Equal($"/tickets/{number}?move=DecideReturn", row.QuerySelector(".row-act")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Dispatch_WhenTheCentreIsToAnswerAnInstruction_ShowsItUnderOthers()
    {
        var number = await DispatchedAsync();
        await DoneAsync(Officer, number, Move.ApplyForReturn, Saying("不属于本单位职责。"));
        await DoneAsync(Town.TownLeader(), number, Move.Urge, new MoveInput { Text = "请尽快明确主办单位。", Day = new DateOnly(2026, 4, 20) });

        var page = await OpenAsync<DispatchPage>(Dispatcher, "/dispatch?tab=other");

        Assert.Equal($"/tickets/{number}?move=AnswerUrge", Row(page, number).QuerySelector(".row-act")!.GetAttribute("href"));
        Assert.Equal("其他待办", page.Find(".tab[aria-current=page]").ChildNodes[0].TextContent.Trim());
    }

    [Fact]
    public void Groups_OfTheCentre_HoldEveryClockOnce() =>
        Assert.Equal(Enum.GetValues<ClockKind>().Order(), DeskGroup.OfCentre.SelectMany(g => g.Kinds).Order());

    [Fact]
    public async Task Dispatch_WhenOverdue_ShowsTheWorstLampOnItsTab()
    {
        await RaisedAsync();
        await GoToAsync(new DateOnly(2026, 3, 4), new TimeOnly(10, 0));

        var page = await OpenAsync<DispatchPage>(Dispatcher, "/dispatch");

        Assert.NotNull(page.Find(".tab .lamp-red"));
        Assert.Contains("一级超期", page.Find("tbody tr").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dispatch_WhenTheGroupIsEmpty_SaysWhatWillAppear()
    {
        await RaisedAsync(); // under another tab
        using var reading = new Reading("en");

        var page = await OpenAsync<DispatchPage>(Dispatcher, "/dispatch?tab=ruling");

        Assert.StartsWith("Nothing of this kind is waiting.", page.Find(".empty p").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dispatch_WhenNothingWaitsAtAll_SaysWhatWillAppear()
    {
        using var reading = new Reading("en");

        var page = await OpenAsync<DispatchPage>(Dispatcher, "/dispatch");

        Assert.StartsWith("What enterprises raise", page.Find(".empty p").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dispatch_ForOthersThanTheCentre_IsNotFound()
    {
        await OpenAsync<DispatchPage>(Officer, "/dispatch");

        Assert.True(NotFound);
    }

    [Fact]
    public async Task Inbox_ForWhoeverIsInNoUnit_IsNotFound()
    {
        await OpenAsync<InboxPage>(Applicant, "/inbox");

        Assert.True(NotFound);
    }

    [Fact]
    public async Task Inbox_FollowsADemandThroughItsGroups()
    {
        var number = await DispatchedAsync();
        await ShownAsync("review", number, "Accept");
        await DoneAsync(Officer, number, Move.Accept);
        await ShownAsync("handling", number, "ReportProgress");
        await DoneAsync(Officer, number, Move.AskSupplement, Saying("请提供图纸。"));

        var paused = Row(await OpenAsync<InboxPage>(Officer, "/inbox?tab=paused"), number);

        Assert.Contains("暂停计时", paused.TextContent, StringComparison.Ordinal);
        Assert.Contains("待企业补充", paused.QuerySelector(".due")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/tickets/{number}", paused.QuerySelector(".row-act")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Inbox_OfAClockPastDueThatStandsStill_ShowsItAmongWhatWaits_AndSaysThatItStandsStill()
    {
        var number = await AcceptedAsync(TicketType.Consultation);
        await GoToAsync(new DateOnly(2026, 3, 11), new TimeOnly(10, 0));
        await DoneAsync(Officer, number, Move.AskSupplement, Saying("请提供图纸。"));

        var row = Row(await OpenAsync<InboxPage>(Officer, "/inbox?tab=handling"), number);

        Assert.Contains("一级超期", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("暂停计时", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_ForAnEnterprise_LeadsToItsAnswer()
    {
        var number = await CompletedAsync();

        var page = await OpenAsync<Home>(Applicant, "/");

        Assert.Equal($"/tickets/{number}?move=ConfirmDone", page.Find("tbody .row-act").GetAttribute("href"));
        Assert.Equal($"/tickets/{number}", page.Find(".parcel .row-link").GetAttribute("href"));
        Assert.Equal("1项待办", page.Find(".page-line").TextContent);
    }

    [Fact]
    public async Task Home_ShowsTheWorstFirst()
    {
        var late = await AcceptedAsync(TicketType.Consultation);
        await GoToAsync(new DateOnly(2026, 3, 11), new TimeOnly(10, 0));
        var fresh = await AcceptedAsync();

        var page = await OpenAsync<Home>(Officer, "/");

        Assert.Equal([late, fresh], page.FindAll("tbody a.row-link").Select(a => a.TextContent));
        Assert.Contains("已超期2个工作日", page.Find("tbody tr").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_OfALeader_ShowsWhatIsLongestOverdue_EachToBeUrged()
    {
        var number = await AcceptedAsync(TicketType.Consultation);
        await GoToAsync(new DateOnly(2026, 3, 11), new TimeOnly(10, 0));

        var page = await OpenAsync<Home>(Town.TownLeader(), "/");

        Assert.Equal($"/tickets/{number}?move=Urge", Row(page, number).QuerySelector(".row-act")!.GetAttribute("href"));
        Assert.StartsWith("超期", page.Find(".page-line").TextContent, StringComparison.Ordinal);
        Assert.Empty((await OpenAsync<Home>(Liaison, "/")).FindAll("#home-overdue"));
    }

    [Fact]
    public async Task Home_OfThoseWhoHandle_HasTheActOfItsWorstItemFirst()
    {
        var raised = await RaisedAsync();
        var ofTheCentre = Row(await OpenAsync<Home>(Dispatcher, "/"), raised);
        Assert.Equal($"/tickets/{raised}?move=Dispatch", ofTheCentre.QuerySelector(".row-act")!.GetAttribute("href"));
        await DoneAsync(Dispatcher, raised, Move.Dispatch, new MoveInput { UnitId = Unit.Id });
        await FirstActAsync(Liaison, $"/tickets/{raised}?move=Accept");
        await DoneAsync(Liaison, raised, Move.Accept, new MoveInput { PersonId = Officer.AccountId });
        await FirstActAsync(Officer, $"/tickets/{raised}?move=ReportProgress");

        var ofTheCity = await RaisedAsync();
        await DoneAsync(Dispatcher, ofTheCity, Move.Dispatch, new MoveInput { UnitId = City.Id });
        await FirstActAsync(Town.GeneralManager(City), $"/tickets/{ofTheCity}?move=Accept");

        async Task FirstActAsync(ServicePackage.Core.Operations.Caller who, string address) =>
            Assert.Equal(address, (await OpenAsync<Home>(who, "/")).FindAll(".row-act")[0].GetAttribute("href"));
    }

    [Fact]
    public async Task Home_OfAButler_ShowsWhomToContact()
    {
        await GoToAsync(new DateOnly(2027, 6, 1), new TimeOnly(10, 0)); // long after a quarter has passed

        var page = await OpenAsync<Home>(Town.Butler(Enterprise), "/");

        Assert.Contains(Enterprise.Name, page.Find(".waiting-list").TextContent, StringComparison.Ordinal);
        Assert.Equal($"/board?enterprise={Enterprise.Id}&act=RecordContact", page.Find(".waiting-list .row-act").GetAttribute("href"));
    }

    [Fact]
    public async Task Home_OfTheAdministrator_ShowsWhoCannotWorkYet()
    {
        var stranger = Town.Stranger();

        var page = await OpenAsync<Home>(Town.Administrator(), "/");

        Assert.Contains(page.FindAll(".waiting-list .row-act"), a => a.GetAttribute("href") == $"/accounts/{stranger.AccountId}");
    }

    [Fact]
    public async Task Home_OfTheAdministrator_ShowsWhatAJobCouldNotHandle_AndMailsThatDidNotArrive()
    {
        Town.Write(db =>
        {
            db.FailedItems.Add(new FailedItem { Job = TicketRoom.Sweep.Name, SubjectKind = nameof(Ticket), SubjectId = 1, Name = "2026-00001", FirstAt = Town.Clock.Now, LastAt = Town.Clock.Now, Tries = 5, Error = "x" });
            db.MailItems.Add(new MailItem { AccountId = Officer.AccountId, MessageKey = Guid.NewGuid(), At = Town.Clock.Now, FailedAt = Town.Clock.Now, Notice = new Notice { AccountId = Officer.AccountId, Kind = "Moved", At = Town.Clock.Now } });
        });

        var page = await OpenAsync<Home>(Town.Administrator(), "/");

        Assert.Equal(["有1项未能处理", "1封未能送达"], page.FindAll("[aria-labelledby=home-jobs] .waiting-when").Select(w => w.TextContent));
        Assert.All(page.FindAll("[aria-labelledby=home-jobs] .row-act"), a => Assert.Equal("/jobs", a.GetAttribute("href")));
    }

    [Theory]
    [InlineData("zh-CN", "目前没有需要您办理的事项。有新事项时会列在这里，并给您发送通知。", "您还没有岗位，请联系系统管理员。")]
    [InlineData("en", "Nothing waits for you. New matters are listed here, and you get a notice of each.", "You hold no post yet; please turn to the administrator.")]
    public async Task Home_WhenNothingWaits_SaysSo(string language, string nothing, string noPost)
    {
        using var reading = new Reading(language);

        var page = await OpenAsync<Home>(Town.Stranger(), "/");

        Assert.Equal(nothing, page.Find(".empty p").TextContent);
        Assert.Empty(page.FindAll(".page-line"));
        Assert.Equal(noPost, page.Find(".my-posts p").TextContent);
    }

    private async Task ShownAsync(string tab, string number, string move) =>
        Assert.Equal($"/tickets/{number}?move={move}", Row(await OpenAsync<InboxPage>(Officer, $"/inbox?tab={tab}"), number).QuerySelector(".row-act")!.GetAttribute("href"));
}
