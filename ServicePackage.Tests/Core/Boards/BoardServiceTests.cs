using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Boards;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Core.Tickets;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Boards;

public abstract class BoardServiceTests(TestDatabase database) : TicketTests(database)
{
    private BoardService Boards => new(Town.Runner, Moments, new Unchanging<ContactSettings>());

    private ContactService Contacts => new(Town.Runner, new CalendarSource(), new Unchanging<ContactSettings>());

    [Fact]
    public async Task Board_WhenAtEase_SaysByWhenToContact()
    {
        var butler = Town.Butler(Enterprise);
        var card = await CardAsync(butler);

        Assert.Equal((BoardColumn.AtEase, CardNeed.Nothing, Lamp.Normal, 0), (card.Column, card.Need, card.Lamp, card.Facts.OpenDemands));
        Assert.Equal((new DateOnly(2026, 4, 1), null, new DateOnly(2026, 1, 1)), (card.ContactBy, card.DaysSinceContact, card.Since));
        Assert.Equal((false, true), (card.IsContactSoon(new DateOnly(2026, 3, 17)), card.IsContactSoon(new DateOnly(2026, 3, 18)))); // two weeks before
    }

    [Fact]
    public async Task Board_WhenAQuarterWithoutContact_AsksForOne_AndRestsOnceItIsRecorded()
    {
        var butler = Town.Butler(Enterprise);
        Town.GoTo(new DateOnly(2026, 4, 1), new TimeOnly(10, 0));
        Assert.Equal((BoardColumn.Contact, CardNeed.Contact), await PlaceAsync(butler));

        Assert.True((await RecordAsync(butler)).Done);

        var card = await CardAsync(butler);
        Assert.Equal((BoardColumn.AtEase, 0, new DateOnly(2026, 7, 1)), (card.Column, card.DaysSinceContact, card.ContactBy));
    }

    [Fact]
    public async Task Board_WhenPlanned_AsksOnTheDayAndNotBefore()
    {
        var butler = Town.Butler(Enterprise);
        var input = new PlanContactInput { EnterpriseId = Enterprise.Id, Way = ContactWay.Visit, Day = new DateOnly(2026, 3, 4) };
        Assert.True((await Contacts.PlanContactAsync(butler, Guid.NewGuid(), input)).Done);
        Assert.Equal((BoardColumn.AtEase, CardNeed.Nothing), await PlaceAsync(butler));

        Town.GoTo(new DateOnly(2026, 3, 4), new TimeOnly(9, 0));
        var card = await CardAsync(butler);

        Assert.Equal((BoardColumn.Contact, CardNeed.HoldPlanned, ContactWay.Visit), (card.Column, card.Need, card.Plan!.Way));
        Assert.Equal((false, Lamp.Normal), (card.IsContactMissed, card.Lamp));

        Town.GoTo(new DateOnly(2026, 3, 5), new TimeOnly(9, 0));
        var second = Town.Enterprise(City, name: "上海一号精密机械有限公司");
        Town.Assign(butler, second);
        Assert.True((await Contacts.PlanContactAsync(butler, Guid.NewGuid(), new PlanContactInput { EnterpriseId = second.Id, Way = ContactWay.Telephone, Day = new DateOnly(2026, 3, 5), Purpose = "问候" })).Done);
        var cards = (await Boards.GetAsync(butler, new BoardFilter(), Cancellation)).Value.Cards.Where(c => c.Column == BoardColumn.Contact).ToList();
        Assert.Equal([(Enterprise.Id, true, Lamp.Breached), (second.Id, false, Lamp.Normal)], cards.Select(c => (c.EnterpriseId, c.IsContactMissed, c.Lamp)));
        Assert.Equal([Enterprise.Id], (await Boards.GetAsync(butler, new BoardFilter { Lamp = Lamp.Breached }, Cancellation)).Value.Cards.Select(c => c.EnterpriseId));

        Assert.True((await Contacts.GiveUpPlanAsync(butler, Guid.NewGuid(), Enterprise.Id, card.Plan.Id, card.Plan.Version)).Done);
        Assert.Equal((BoardColumn.AtEase, CardNeed.Nothing), await PlaceAsync(butler));
    }

    [Fact]
    public async Task Board_FollowsADemandFromRaisedToRated()
    {
        Town.Assign(Specialist, Enterprise); // butler and first-asked person in one
        var number = await AcceptedAsync();
        var card = await CardAsync(Specialist);
        Assert.Equal((BoardColumn.UnderWay, CardNeed.Follow, number, 1), (card.Column, card.Need, card.ClockNumber, card.Facts.OpenDemands));

        await DoneAsync(Officer, number, Move.Complete, Saying("已完成。"));
        card = await CardAsync(Specialist);
        Assert.Equal((BoardColumn.Answer, CardNeed.AwaitConfirmation, true), (card.Column, card.Need, card.Owed!.MayRecord));

        await GoToAsync(new DateOnly(2026, 3, 6), new TimeOnly(10, 0)); // the confirmation is past due: the first-asked person calls
        card = await CardAsync(Specialist);
        Assert.Equal((BoardColumn.Mine, CardNeed.Call, true), (card.Column, card.Need, card.Owed!.CallDue));
        Assert.Equal(BoardAct.RecordCall, BoardMoves.Of(card.Facts, BoardColumn.Answer).Act);

        Assert.True((await RecordAsync(Specialist, number)).Done);
        Assert.Equal((BoardColumn.Answer, CardNeed.AwaitConfirmation), await PlaceAsync(Specialist));

        await DoneAsync(Specialist, number, Move.ConfirmDone, Spoken());
        Assert.Equal((BoardColumn.Answer, CardNeed.AwaitRating), await PlaceAsync(Specialist));

        await DoneAsync(Applicant, number, Move.Rate, new MoveInput { Rating = RatingLevel.Satisfied });
        Assert.Equal((BoardColumn.AtEase, CardNeed.Nothing), await PlaceAsync(Specialist));
    }

    [Fact]
    public async Task Call_MadeWhileAnEarlierClockRan_DoesNotSettleTheNextOne()
    {
        Town.Assign(Specialist, Enterprise);
        var number = await CompletedAsync();
        await GoToAsync(new DateOnly(2026, 3, 4), new TimeOnly(10, 0)); // the enterprise was reminded of its confirmation
        Assert.True((await CardAsync(Specialist)).Owed!.CallDue);
        Assert.True((await RecordAsync(Specialist, number)).Done);
        Assert.False((await CardAsync(Specialist)).Owed!.CallDue);

        await GoToAsync(new DateOnly(2026, 3, 6), new TimeOnly(10, 0)); // it passed all the same, and the time until it is deemed to be given runs

        var card = await CardAsync(Specialist);
        Assert.Equal((1, true, CardNeed.Call), (card.Facts.CallsDue, card.Owed!.CallDue, card.Need));
        Assert.True((await RecordAsync(Specialist, number)).Done);
        Assert.Equal(0, (await CardAsync(Specialist)).Facts.CallsDue);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SpokenAnswer_WhereTheFirstAskedPersonsOwnCityHandlesTheDemand_IsNotTheirsToRecord(bool leads)
    {
        Town.Assign(Specialist, Enterprise);
        var number = await RaisedAsync();
        await DoneAsync(Dispatcher, number, Move.Dispatch, leads
            ? new MoveInput { UnitId = City.Id }
            : new MoveInput { UnitId = Unit.Id, SupportingUnitIds = [City.Id], TaskText = "协助踏勘管网。" });
        if (!leads)
        {
            await DoneAsync(Specialist, number, Move.FinishTask, new MoveInput { AboutId = await TaskAsync(number), Text = "已踏勘。" });
        }

        await DoneAsync(leads ? Specialist : Officer, number, Move.Accept);
        await DoneAsync(leads ? Specialist : Officer, number, Move.Complete, Saying("已完成。"));

        Assert.Equal((number, false), ((await CardAsync(Specialist)).Owed!.Number, (await CardAsync(Specialist)).Owed!.MayRecord));
        await RefusedAsync("HandlingUnit", Specialist, number, Move.ConfirmDone, Spoken());
    }

    [Fact]
    public async Task SpokenAnswer_WhereTheFirstAskedPersonsCityWasRelievedOfItsTask_IsTheirsToRecord()
    {
        Town.Assign(Specialist, Enterprise);
        var number = await SupportedAsync(City);
        await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = Town.Unit("规土所").Id, Text = "由规土所主办。" });
        await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = Unit.Id, Text = "由城建办主办。" });
        await DoneAsync(Officer, number, Move.Accept);
        await DoneAsync(Officer, number, Move.Complete, Saying("已完成。"));

        Assert.True((await CardAsync(Specialist)).Owed!.MayRecord);
        await DoneAsync(Specialist, number, Move.ConfirmDone, Spoken());
    }

    [Fact]
    public async Task Board_OfAManagerWhoseCityLeads_ShowsTheClockThatWaitsOnThem()
    {
        var manager = Town.GeneralManager(City);
        Assert.Equal((BoardColumn.Contact, CardNeed.Contact), await PlaceAsync(manager)); // on the roster for long, and never contacted
        Assert.True((await RecordAsync(manager)).Done);
        var number = await RaisedAsync();
        Assert.Equal((BoardColumn.UnderWay, CardNeed.Follow), await PlaceAsync(manager));

        await DoneAsync(Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = City.Id });

        var card = await CardAsync(manager);
        Assert.Equal((BoardColumn.Mine, CardNeed.Handle, ClockKind.Review), (card.Column, card.Need, card.Clock?.Kind));
        Assert.Equal("Board.WaitsOnYou", BoardMoves.Of(card.Facts, BoardColumn.AtEase).Refusal?.Code);
    }

    [Fact]
    public async Task Board_WhenOneDemandIsLateElsewhereAndAnotherWaitsOnTheReader_HasLampAndStepOfTheLateOne_AndNamesTheOther()
    {
        var manager = Town.GeneralManager(City);
        var late = await RaisedAsync();
        await GoToAsync(new DateOnly(2026, 3, 4), new TimeOnly(10, 0)); // its dispatch is past due
        Assert.True((await RecordAsync(manager)).Done);
        var own = await RaisedAsync();
        await DoneAsync(Dispatcher, own, Move.Dispatch, new MoveInput { UnitId = City.Id });

        var card = await CardAsync(manager);

        Assert.Equal((BoardColumn.Mine, Lamp.Breached, ClockKind.Dispatch), (card.Column, card.Lamp, card.LampClock?.Kind));
        Assert.Equal((CardNeed.Follow, late, own), (card.Need, card.ClockNumber, card.OwnNumber));

        await DoneAsync(Dispatcher, late, Move.Dispatch, new MoveInput { UnitId = Unit.Id });
        card = await CardAsync(manager);
        Assert.Equal((CardNeed.Handle, own, ""), (card.Need, card.ClockNumber, card.OwnNumber));
    }

    [Fact]
    public async Task Board_WhenAContactWasMissedAndADemandWaitsOnTheReader_AsksForTheContact_UnlessTheDemandIsLateToo()
    {
        var manager = Town.GeneralManager(City);
        var own = await RaisedAsync();
        await DoneAsync(Dispatcher, own, Move.Dispatch, new MoveInput { UnitId = City.Id });

        var card = await CardAsync(manager);
        Assert.Equal((BoardColumn.Mine, Lamp.Breached, true, null), (card.Column, card.Lamp, card.IsContactMissed, card.LampClock));
        Assert.Equal((CardNeed.Contact, own), (card.Need, card.OwnNumber));

        await GoToAsync(new DateOnly(2026, 3, 6), new TimeOnly(10, 0));
        card = await CardAsync(manager);
        Assert.Equal((Lamp.Breached, ClockKind.Review), (card.LampClock!.Lamp, card.LampClock.Kind));
        Assert.Equal((CardNeed.Handle, own, ""), (card.Need, card.ClockNumber, card.OwnNumber));
    }

    [Fact]
    public async Task Board_HoldsTheEnterprisesOneServes_AndNoOthers()
    {
        var manager = Town.GeneralManager(City);
        var district = Town.Enterprise(City, EnterpriseTier.District);
        var lead = Town.CentreLead();
        Assert.Equal([Enterprise.Id], (await SeeAsync(manager)).Cards.Select(c => c.EnterpriseId));
        Assert.Contains(district.Id, (await SeeAsync(lead)).Cards.Select(c => c.EnterpriseId));

        var butler = Town.Butler(Enterprise);

        Assert.Empty((await SeeAsync(manager)).Cards);
        Assert.Equal([Enterprise.Id], (await SeeAsync(butler)).Cards.Select(c => c.EnterpriseId));
        Assert.Equal("NotFound", (await Boards.CardAsync(manager, Enterprise.Id, Cancellation)).Refusal?.Code);
        Assert.Equal("NotFound", (await Boards.GetAsync(Applicant, new BoardFilter(), Cancellation)).Refusal?.Code);
        Assert.Equal(0, (await SeeAsync(Town.Specialist(City))).Total);
    }

    [Fact]
    public async Task Board_WhenFiltered_CountsWhatItHides()
    {
        var butler = Town.Butler(Enterprise);
        var other = Town.Enterprise(Town.EconomicCity(), EnterpriseTier.District, "上海澄光传感技术有限公司");
        Town.Assign(butler, other);
        await RaisedAsync();
        await GoToAsync(new DateOnly(2026, 3, 4), new TimeOnly(10, 0)); // dispatch is past due

        Assert.Equal([Enterprise.Id], Ids(await SeeAsync(butler, new BoardFilter { Lamp = Lamp.Breached })));
        Assert.Equal([other.Id], Ids(await SeeAsync(butler, new BoardFilter { Lamp = Lamp.Normal })));
        Assert.Equal([other.Id], Ids(await SeeAsync(butler, new BoardFilter { Text = "澄光" })));
        Assert.Equal([other.Id], Ids(await SeeAsync(butler, new BoardFilter { Tier = EnterpriseTier.District })));
        var byCity = await SeeAsync(butler, new BoardFilter { CityId = City.Id });
        Assert.Equal([Enterprise.Id], Ids(byCity));
        Assert.Equal((2, 2), (byCity.Total, byCity.Cities.Count));
        Assert.Equal("TooLong", (await Boards.GetAsync(butler, new BoardFilter { Text = new string('长', 101) }, Cancellation)).Refusal?.Code);
    }

    [Theory]
    [InlineData("(演示)")]
    [InlineData("ＮＥＳＴＬÉ")]
    [InlineData("nestle 覃氏")]
    [InlineData("qinshi")]
    [InlineData("工业")]
    public async Task Board_WhenSearchedInOtherSigns_FindsTheName(string text)
    {
        var butler = Town.Butler(Enterprise);
        var other = Town.Enterprise(City, name: "Nestlé 覃氏⼯业（演示）");
        Town.Assign(butler, other);

        Assert.Equal([other.Id], Ids(await SeeAsync(butler, new BoardFilter { Text = text })));
    }

    [Fact]
    public async Task Board_WhenSearchedByPinyin_FindsTheName()
    {
        var butler = Town.Butler(Enterprise);
        var other = Town.Enterprise(City, name: "上海澄光传感技术有限公司");
        Town.Assign(butler, other);

        Assert.Equal([other.Id], Ids(await SeeAsync(butler, new BoardFilter { Text = "cgcg" })));
        Assert.Equal([other.Id], Ids(await SeeAsync(butler, new BoardFilter { Text = "ChengGuang" })));
        var none = await SeeAsync(butler, new BoardFilter { Text = "xyz" });
        Assert.Equal((0, 2), (none.Cards.Count, none.Total));
    }

    [Fact]
    public async Task Month_HoldsPlansDuesAndWhatWasHeld_OnTheirDays()
    {
        Town.Assign(Specialist, Enterprise);
        var planned = Town.Enterprise(City, name: "上海澄光传感技术有限公司");
        Town.Assign(Specialist, planned);
        Assert.True((await Contacts.PlanContactAsync(Specialist, Guid.NewGuid(), new PlanContactInput { EnterpriseId = planned.Id, Way = ContactWay.Visit, Day = new DateOnly(2026, 3, 16) })).Done);
        Assert.True((await RecordAsync(Specialist)).Done);
        var number = await AcceptedAsync();
        await DoneAsync(Officer, number, Move.Complete, Saying("已完成。")); // Monday: the confirmation is due on Thursday

        var march = await MonthAsync(Specialist, new DateOnly(2026, 3, 31));

        Assert.Equal((new DateOnly(2026, 3, 1), 31, false, 0), (march.First, march.Days.Count, march.Provisional, march.Earlier));
        Assert.Equal(
            [(2, BoardItemKind.Held, Enterprise.Id, false), (5, BoardItemKind.Due, Enterprise.Id, false), (16, BoardItemKind.Plan, planned.Id, false)],
            march.Days.SelectMany(d => d.Items.Select(i => (d.Day.Day, i.Kind, i.EnterpriseId, i.Late))));
        Assert.Equal((number, ClockKind.Confirmation), (march.Days[4].Items[0].Due!.Number, march.Days[4].Items[0].Due!.Kind));
        var june = await MonthAsync(Specialist, new DateOnly(2026, 6, 1)); // three months after the contact
        Assert.Equal((BoardItemKind.Contact, Enterprise.Id), (june.Days[1].Items[0].Kind, june.Days[1].Items[0].EnterpriseId));
        Assert.Equal(2, june.Earlier); // the confirmation and the plan
        Assert.Equal((DayKind.Holiday, DayKind.MakeUpWorkday), ((await MonthAsync(Specialist, new DateOnly(2026, 5, 1))).Days[0].Kind, (await MonthAsync(Specialist, new DateOnly(2026, 2, 1))).Days[13].Kind));
        Assert.True((await MonthAsync(Specialist, new DateOnly(2027, 1, 1))).Provisional);
    }

    [Fact]
    public async Task Month_WhenAPlanPassedUnrecorded_SaysSo()
    {
        var butler = Town.Butler(Enterprise);
        Assert.True((await Contacts.PlanContactAsync(butler, Guid.NewGuid(), new PlanContactInput { EnterpriseId = Enterprise.Id, Way = ContactWay.Visit, Day = new DateOnly(2026, 3, 3) })).Done);
        Town.GoTo(new DateOnly(2026, 3, 4), new TimeOnly(9, 0));

        var item = Assert.Single((await MonthAsync(butler, new DateOnly(2026, 3, 1))).Days[2].Items);

        Assert.Equal((BoardItemKind.Plan, true), (item.Kind, item.Late));
    }

    [Fact]
    public async Task Month_OutsideTheCalendarOrForOthers_IsRefused()
    {
        var butler = Town.Butler(Enterprise);
        Assert.Equal("NotFound", (await Boards.GetAsync(butler, new BoardFilter { Month = new DateOnly(1999, 12, 1) }, Cancellation)).Refusal?.Code);
        Assert.Equal("NotFound", (await Boards.GetAsync(butler, new BoardFilter { Month = new DateOnly(2101, 1, 1) }, Cancellation)).Refusal?.Code);
        Assert.Equal("NotFound", (await Boards.GetAsync(Applicant, new BoardFilter { Month = new DateOnly(2026, 3, 1) }, Cancellation)).Refusal?.Code);
        Assert.DoesNotContain((await MonthAsync(Town.Specialist(City), new DateOnly(2026, 4, 1))).Days, d => d.Items.Count > 0);
    }

    [Fact]
    public async Task Board_WhenOffTheRoster_ShowsTheEnterpriseUntilItsDemandsEnd_AndAsksForNoContact()
    {
        var butler = Town.Butler(Enterprise);
        var number = await RaisedAsync();
        Town.Write(db => db.Enterprises.Single(e => e.Id == Enterprise.Id).LeftRosterOn = Town.Clock.Today);
        await GoToAsync(new DateOnly(2026, 7, 1), new TimeOnly(10, 0));
        var card = await CardAsync(butler);
        Assert.Equal((BoardColumn.UnderWay, false), (card.Column, card.Facts.OnRoster));

        await DoneAsync(Dispatcher, number, Move.End, new MoveInput { EndReason = EndReason.OffRoster, Text = "企业已退出名单。" });

        Assert.Empty((await SeeAsync(butler)).Cards);
    }

    [Fact]
    public async Task LastChanges_NameWhoMovedACard()
    {
        var butler = Town.Butler(Enterprise);
        await RaisedAsync();
        Assert.Equal((Name(Applicant), false), await LastAsync(butler));

        Assert.True((await RecordAsync(butler)).Done);

        Assert.Equal((Name(butler), true), await LastAsync(butler));
        Assert.Empty((await Boards.LastChangesAsync(Town.Stranger(), [Enterprise.Id], Cancellation)).Value);
    }

    [Fact]
    public async Task LastChanges_DoNotNameWhoOnlyLookedAtTheContactPerson()
    {
        var butler = Town.Butler(Enterprise);
        var number = await CompletedAsync();
        await DoneAsync(Applicant, number, Move.ConfirmDone);
        await DoneAsync(Applicant, number, Move.Rate, new MoveInput { Rating = RatingLevel.Satisfied });
        Assert.Equal("13800000000", (await SeeAsync(Officer, number)).ContactPhone);

        Assert.Equal((Name(Applicant), false), await LastAsync(butler));
    }

    [Fact]
    public async Task Board_IsReadInTheSameNumberOfQueriesHoweverMany()
    {
        var butler = Town.Butler(Enterprise);
        await RaisedAsync();
        var one = await QueriesAsync(() => SeeAsync(butler));
        Assert.NotEqual(0, one);
        for (var i = 0; i < 12; i++)
        {
            var enterprise = Town.Enterprise(City);
            Town.Assign(butler, enterprise);
            Assert.True((await RecordAsync(butler, enterprise: enterprise)).Done);
        }

        await RaisedAsync();
        Assert.Equal(one, await QueriesAsync(() => SeeAsync(butler)));
    }

    private static List<long> Ids(Board board) => [.. board.Cards.Select(c => c.EnterpriseId)];

    private async Task<BoardMonth> MonthAsync(Caller who, DateOnly month) => (await SeeAsync(who, new BoardFilter { Month = month })).Month!;

    private async Task<Board> SeeAsync(Caller who, BoardFilter? filter = null) => (await Boards.GetAsync(who, filter ?? new BoardFilter(), Cancellation)).Value;

    private async Task<BoardCard> CardAsync(Caller who) => (await Boards.CardAsync(who, Enterprise.Id, Cancellation)).Value;

    private async Task<(BoardColumn, CardNeed)> PlaceAsync(Caller who) => await CardAsync(who) is var card ? (card.Column, card.Need) : default;

    private async Task<(string, bool)> LastAsync(Caller who) =>
        Assert.Single((await Boards.LastChangesAsync(who, [Enterprise.Id], Cancellation)).Value) is var last ? (last.Who, last.IsReader) : default;

    private string Name(Caller who)
    {
        using var db = Town.Look();
        return db.Users.Where(a => a.Id == who.AccountId).Select(a => a.DisplayName).Single();
    }

    private Task<Outcome<long>> RecordAsync(Caller who, string number = "", Enterprise? enterprise = null) =>
        Contacts.RecordContactAsync(who, Guid.NewGuid(), new RecordContactInput
        {
            EnterpriseId = (enterprise ?? Enterprise).Id,
            TicketNumber = number,
            Way = ContactWay.Telephone,
            When = TownTime.Local(Town.Clock.Now),
            WithWhom = "陈晓明",
            Said = "已请企业尽快答复。",
        });

    public sealed class OnSqlite(SqliteDatabase database) : BoardServiceTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : BoardServiceTests(database), IClassFixture<PostgresDatabase>;
}
