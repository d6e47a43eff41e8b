using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;
using static ServicePackage.Tests.Core.WorkingTime.Published;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>Who finds which demands in a list. Each begins on Monday 2 March 2026, 10:00.</summary>
public abstract class ListTests(TestDatabase database) : TicketTests(database)
{
    private static readonly TimeOnly Evening = new(17, 1);

    [Fact]
    public async Task Lamp_OfAClockThatTheEnterpriseIsNotShown_IsNoReasonToFindTheDemand()
    {
        var number = await AcceptedAsync();
        await DoneAsync(Dispatcher, number, Move.Urge, new MoveInput { Text = "请尽快。", Day = Day("2026-03-03") });
        await GoToAsync(Day("2026-03-03"), Evening);

        Assert.Equal([number], await FoundAsync(Dispatcher, Lamp.Breached));
        Assert.Empty(await FoundAsync(Applicant, Lamp.Breached));
        Assert.Empty(await FoundAsync(Dispatcher, Lamp.Normal));
        Assert.Equal([number], await FoundAsync(Applicant, Lamp.Normal));
    }

    [Fact]
    public async Task WithdrawnAfterABreach_IsTheCentresList()
    {
        var number = await RaisedAsync();
        await GoToAsync(Day("2026-03-04"), new TimeOnly(9, 0));
        await DoneAsync(Applicant, number, Move.Withdraw, Saying("不需要了。"));
        var filter = new TicketFilter { WithdrawnAfterBreach = true, EnterpriseId = Enterprise.Id };

        Assert.Equal(number, Assert.Single((await List.ListAsync(Dispatcher, filter, Cancellation)).Value.Items).Number);
        Assert.Equal(Refusal.NotAllowed, (await List.ListAsync(Applicant, filter, Cancellation)).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await List.ListAsync(Officer, filter, Cancellation)).Refusal);
    }

    [Fact]
    public async Task Demand_IsSeenByWhoeverSeesItsEnterpriseThroughTheCity()
    {
        var number = await RaisedAsync();
        var officer = Town.Officer(City);

        Assert.True((await new EnterpriseService(Town.Runner).GetAsync(officer, Enterprise.Id)).Done);
        Assert.True((await Pages.GetAsync(officer, number, Cancellation)).Done);
        await DoneAsync(officer, number, Move.Comment, Saying("经济城已了解情况。"));
    }

    [Fact]
    public async Task Enterprise_IsSeenByAUnitWhileItsDemandIsOpen_TheDemandAlsoAfterwards()
    {
        var service = new EnterpriseService(Town.Runner);
        var number = await CompletedAsync();
        Assert.True((await service.GetAsync(Officer, Enterprise.Id)).Done);
        await DoneAsync(Applicant, number, Move.ConfirmDone);
        await DoneAsync(Applicant, number, Move.Rate, new MoveInput { Rating = RatingLevel.Satisfied });

        Assert.Equal(Refusal.NotFound, (await service.GetAsync(Officer, Enterprise.Id)).Refusal);
        Assert.Equal(Enterprise.Name, (await SeeAsync(Officer, number)).EnterpriseName);
    }

    [Fact]
    public async Task Enterprise_OfADemandOnesUnitWasRelievedOf_IsNotSeen_NorByWhoIsAskedFirst()
    {
        var service = new EnterpriseService(Town.Runner);
        var support = Town.Unit("规土所");
        var helper = Town.Officer(support);
        var number = await SupportedAsync(support);
        Assert.True((await service.GetAsync(helper, Enterprise.Id)).Done);

        await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = Town.Unit("派出所").Id, Text = "由派出所主办。" }); // without its tasks

        Assert.Equal(Refusal.NotFound, (await Pages.GetAsync(helper, number, Cancellation)).Refusal);
        Assert.Equal(Refusal.NotFound, (await service.GetAsync(helper, Enterprise.Id)).Refusal);
        Town.Write(db => db.Entry(db.Tickets.Single(t => t.Number == number)).Property(t => t.FirstAskedId).CurrentValue = helper.AccountId);
        Assert.True((await Pages.GetAsync(helper, number, Cancellation)).Done);
        Assert.Equal(Refusal.NotFound, (await service.GetAsync(helper, Enterprise.Id)).Refusal);
    }

    [Fact]
    public async Task Lamp_OfAClockThatStandsStill_IsPaused_ButOnceItIsPastDueBreachedAlone()
    {
        var (inTime, late) = (await AcceptedAsync(), await AcceptedAsync());
        await DoneAsync(Officer, inTime, Move.AskSupplement, Saying("请提供图纸。"));
        Assert.Equal([inTime], await FoundAsync(Dispatcher, Lamp.Paused));
        await DoneAsync(Applicant, inTime, Move.AnswerSupplement, Saying("已提供。"));
        await DoneAsync(Officer, inTime, Move.Complete, Saying("已完成。"));
        await DoneAsync(Applicant, inTime, Move.ConfirmDone);

        await GoToAsync(Day("2026-03-24"), new TimeOnly(9, 0)); // handling was due the day before
        await DoneAsync(Officer, late, Move.AskSupplement, Saying("请提供图纸。"));

        Assert.DoesNotContain(late, await FoundAsync(Dispatcher, Lamp.Paused));
        Assert.Contains(late, await FoundAsync(Dispatcher, Lamp.Breached));
        Assert.Equal(Lamp.Breached, (await List.ListAsync(Dispatcher, new TicketFilter { Text = late }, Cancellation)).Value.Items.Single().Clock!.Lamp);
    }

    [Fact]
    public async Task Units_ToChoose_StandInTheDeclaredOrderOfTheirKinds()
    {
        Town.CooperatingDepartment();
        var number = await RaisedAsync();
        var offered = (await Pages.ChoicesAsync(Dispatcher, number, Move.Dispatch, Cancellation)).Value.Units.Select(u => u.Id).ToList();

        await using var db = Town.Look();
        var kinds = db.Organisations.ToDictionary(o => o.Id, o => o.Kind);
        Assert.Equal(offered.Select(id => kinds[id]).Order(), offered.Select(id => kinds[id]));
        Assert.Contains(OrganisationKind.CooperatingDepartment, offered.Select(id => kinds[id]));
    }

    [Fact]
    public async Task Units_ThatLedDemandsOfTheTopicBefore_AreNamedWithTheirCount_TheMostOftenFirst()
    {
        var often = Town.Unit("规土所");
        await DispatchedToAsync(Unit, null);
        await DispatchedToAsync(often, null);
        await DispatchedToAsync(often, null);
        await DispatchedToAsync(Town.Unit("派出所"), topic: 1);
        var number = await RaisedAsync();

        Assert.Equal([(often.Id, 2), (Unit.Id, 1)], (await Pages.ChoicesAsync(Dispatcher, number, Move.Dispatch, Cancellation)).Value.Before.Select(b => (b.Unit.Id, b.Count)));
    }

    [Fact]
    public async Task Units_ThatLedTheTopicBefore_AreNotNamedOnceTheyAreDisabled()
    {
        var former = Town.Unit("原城建办");
        await DispatchedToAsync(former, null);
        Town.Write(db => db.Organisations.Single(o => o.Id == former.Id).DisabledAt = Town.Clock.Now);
        var number = await RaisedAsync();

        Assert.DoesNotContain(former.Id, (await Pages.ChoicesAsync(Dispatcher, number, Move.Dispatch, Cancellation)).Value.Before.Select(b => b.Unit.Id));
    }

    private async Task DispatchedToAsync(Organisation unit, int? topic)
    {
        var number = await RaisedAsync();
        if (topic is { } other)
        {
            Town.Write(db => db.Entry(db.Tickets.Single(t => t.Number == number)).Property(t => t.TopicId).CurrentValue = db.Topics.OrderBy(t => t.Id).Skip(other).First().Id);
        }

        await DoneAsync(Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = unit.Id });
    }

    private async Task<List<string>> FoundAsync(Caller who, Lamp lamp) =>
        [.. (await List.ListAsync(who, new TicketFilter { Lamp = lamp, EnterpriseId = Enterprise.Id }, Cancellation)).Value.Items.Select(r => r.Number)];

    public sealed class OnSqlite(SqliteDatabase database) : ListTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : ListTests(database), IClassFixture<PostgresDatabase>;
}
