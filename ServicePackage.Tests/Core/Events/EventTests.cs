using ServicePackage.Core.Catalogue;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Events;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Policies;
using ServicePackage.Core.Search;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Events;

/// <summary>How an event comes to be published, and how it is found. The town's day is Monday 2 March 2026.</summary>
public abstract class EventTests(TestDatabase database) : EventTestsBase(database)
{
    [Fact]
    public async Task Draft_IsPublishedBySomebodyElseOfTheCentre_OrSentBack()
    {
        var id = Must(await DraftAsync(by: Dispatcher));
        Assert.Equal(Refusal.NotFound, (await Events.GetAsync(Own, id, Cancellation)).Refusal);
        Must(await Drafts.SubmitAsync(Dispatcher, Guid.NewGuid(), Seen(id), Cancellation));
        Assert.Equal(["EventSubmitted"], Told(Lead));
        Assert.Equal("Event.OwnDraft", (await Review.PublishAsync(Dispatcher, Guid.NewGuid(), Seen(id), Cancellation)).Refusal?.Code);
        Assert.Equal("Event.UnderReview", (await Drafts.SaveAsync(Dispatcher, Guid.NewGuid(), Input(i => (i.Id, i.Version) = (id, Row(id).Version)), Cancellation)).Refusal?.Code);

        Must(await Review.SendBackAsync(Lead, Guid.NewGuid(), new EventReasonInput { Id = id, Version = Row(id).Version, Reason = "请写明收费标准" }, Cancellation));
        Assert.Equal(["EventSentBack"], Told(Dispatcher));
        Assert.True((await Drafts.SubmitAsync(Dispatcher, Guid.NewGuid(), new EventAct(id, 1), Cancellation)).Refusal!.IsStale);
        Must(await Drafts.SubmitAsync(Dispatcher, Guid.NewGuid(), Seen(id), Cancellation));
        Must(await Review.PublishAsync(Lead, Guid.NewGuid(), Seen(id), Cancellation));

        Assert.Equal((EventState.Published, true), ((await ReadAsync(Own, id)).Row.State, (await ReadAsync(Own, id)).Rights.SignUp));
        Assert.True((await Drafts.DiscardAsync(Dispatcher, Guid.NewGuid(), Seen(id), Cancellation)).Refusal!.IsStale); // no draft any more
    }

    [Fact]
    public async Task Draft_OfSomebodyElsesOrganisation_OrWithWrongTimes_IsRefusedAndWritesNothing()
    {
        Assert.Equal("Event.NoOrganiser", (await DraftAsync(i => i.OrganiserId = City.Id)).Refusal?.Code);
        Assert.Equal("Event.InThePast", (await DraftAsync(i => (i.Day, i.LastDay) = (new(2026, 3, 1), new(2026, 3, 1)))).Refusal?.Code);
        Assert.Equal("Event.LastDayAfter", (await DraftAsync(i => i.LastDay = Day.AddDays(1))).Refusal?.Code);
        Assert.Equal("Event.LastDayPast", (await DraftAsync(i => i.LastDay = new(2026, 3, 1))).Refusal?.Code);
        Assert.Equal("Event.Times", (await DraftAsync(i => i.To = i.From)).Refusal?.Code);
        Assert.Equal(nameof(EventInput.Seats), (await DraftAsync(i => i.Seats = "0")).Refusal?.Field);
        Assert.Equal(nameof(EventInput.PeoplePerFirm), (await DraftAsync(i => i.PeoplePerFirm = "5")).Refusal?.Field);
        Assert.Equal(nameof(EventInput.FeeWords), (await DraftAsync(i => i.Fee = ServiceFee.Charged)).Refusal?.Field);
        var all = (await DraftAsync(i => (i.To, i.Day, i.LastDay, i.Place) = (i.From, new(2026, 3, 1), Day, ""))).Refusal!;
        Assert.Equal(["Day", "LastDay", "Place", "To"], all.Details.Select(d => d.Field!).Order());
        Assert.Equal(Refusal.NotFound, (await DraftAsync(by: Own)).Refusal);
        using var db = Town.Look();
        Assert.Empty(db.Events);
    }

    [Fact]
    public async Task Draft_WhoseLastDayHasPassed_IsNeitherHandedInNorPublished()
    {
        var (late, submitted) = (Must(await DraftAsync()), Must(await DraftAsync()));
        Must(await Drafts.SubmitAsync(ProvidersPerson, Guid.NewGuid(), Seen(submitted), Cancellation));
        Town.GoTo(Day, new TimeOnly(9, 0));

        Assert.Equal("Event.DraftPast", (await Drafts.SubmitAsync(ProvidersPerson, Guid.NewGuid(), Seen(late), Cancellation)).Refusal?.Code);
        Assert.Equal("Event.DraftPast", (await Review.PublishAsync(Lead, Guid.NewGuid(), Seen(submitted), Cancellation)).Refusal?.Code);
    }

    [Fact]
    public async Task Briefing_NamesThePolicyInForce_AndStandsOnItsPage()
    {
        Assert.Equal(nameof(EventInput.PolicyId), (await DraftAsync(i => i.Kind = EventKind.Briefing)).Refusal?.Field);
        Assert.Equal("Event.PolicyNotInForce", (await DraftAsync(i => (i.Kind, i.PolicyId) = (EventKind.Briefing, 999_999))).Refusal?.Code);
        var policy = Policy();

        var id = await PublishedAsync(i => (i.Kind, i.PolicyId) = (EventKind.Briefing, policy));

        Assert.Equal(new BriefedPolicy(policy, 1, "稳岗扩岗若干措施"), (await ReadAsync(Own, id)).Policy);
        Assert.Equal(id, Assert.Single(Must(await Events.OfPolicyAsync(Own, policy, Cancellation))).Id);
        Must(await CallOffAsync(id));
        Assert.Empty(Must(await Events.OfPolicyAsync(Own, policy, Cancellation)));
    }

    [Fact]
    public async Task List_IsNarrowed_AndFoundByWordsInitialsAndOrganiser()
    {
        var market = await PublishedAsync();
        var law = await PublishedAsync(i => (i.Title, i.Class, i.Fee, i.FeeWords, i.Day, i.Seats, i.PeoplePerFirm, i.Text) = ("用工法律讲座", ServiceClass.Rights, ServiceFee.Charged, "每人50元", Day.AddDays(1), "2", "2", "讲解劳动合同。"));
        Must(await SignUpAsync(law));

        Assert.Equal([market, law], await IdsAsync(new EventFilter()));
        Assert.Equal([law], await IdsAsync(new EventFilter("ygfl")));
        Assert.Equal([market], await IdsAsync(new EventFilter("采购需求")));
        Assert.Equal([market, law], await IdsAsync(new EventFilter("商会")));
        Assert.Equal([law], await IdsAsync(new EventFilter(Class: ServiceClass.Rights)));
        Assert.Equal([law], await IdsAsync(new EventFilter(Fee: ServiceFee.Charged)));
        Assert.Equal([market], await IdsAsync(new EventFilter(WithRoom: true))); // the other is full
        Assert.Empty(await IdsAsync(new EventFilter(Kind: EventKind.Briefing)));
        Assert.Empty(await IdsAsync(new EventFilter(Show: EventShow.Past)));
        Assert.Equal("供需对接会", Must(await new FindService(Town.Runner).FindAsync(Own, "供需", Cancellation)).Single(r => r.Name.Kind == nameof(Event)).Name.Title);

        Town.GoTo(Day, new TimeOnly(17, 0));
        Assert.Equal([law], await IdsAsync(new EventFilter()));
        Assert.Equal([market], await IdsAsync(new EventFilter(Show: EventShow.Past)));
    }

    [Fact]
    public async Task ForEnterprise_InTwoQueries_GivesItsSeatsAndWhatIsOpenToIt()
    {
        var (mine, open) = (await PublishedAsync(), await PublishedAsync(i => i.Title = "银企对接会"));
        await PublishedAsync(i => (i.Title, i.Criterion) = ("小巨人沙龙", "little_giant"));
        Must(await SignUpAsync(mine));
        Must(await CallOffAsync(await PublishedAsync(i => i.Title = "已取消的活动")));

        var (events, queries) = Must(await Town.Runner.ReadAsync<(EventsOfEnterprise, int)>(Own, async op =>
        {
            var known = (await op.KnownAsync(op.Db.Enterprises.Select(e => e.Id), codes: null, op.Now, Cancellation))(Enterprise.Id);
            EventsOfEnterprise found = null!;
            var asked = await QueriesAsync(async () => found = await EventQueries.ForEnterpriseAsync(op, Enterprise.Id, known, Cancellation));
            return (found, asked);
        }, Cancellation));

        Assert.Equal((mine, SeatState.Taken, 2, 0), events.Seats.Select(s => (s.EventId, s.State, s.People, s.InLine)).Single());
        Assert.Equal((open, Day.AddDays(-3), 4), events.Open.Select(o => (o.Event.Id, o.Event.Facts.LastDay, o.Event.Left)).Single());
        Assert.Equal((1, 2), (events.Undecided, queries));
    }

    [Fact]
    public async Task Events_OfAnOrganisation_KeepItAndPassOn()
    {
        var other = Town.Provider(name: "新服务站");
        var id = await PublishedAsync();
        var room = new EventRoom();

        await Town.Runner.ReadAsync<Nothing>(Town.Administrator(), async op =>
        {
            Assert.Equal(1, Assert.Single(await room.CountAsync(op, Provider.Id, Cancellation)).Count);
            Assert.Equal(0, Assert.Single(await room.CountAsync(op, other.Id, Cancellation)).Count);
            return Nothing.Value;
        }, Cancellation);
        Must(await Town.Runner.ChangeAsync<int>(Town.Administrator(), Guid.NewGuid(), async op => await room.PassAsync(op, Provider, other, Cancellation), Cancellation));
        Assert.Equal(other.Id, Row(id).OrganiserId);
    }

    private async Task<IReadOnlyList<long>> IdsAsync(EventFilter filter) => [.. Must(await Events.ListAsync(Own, filter, Cancellation)).Events.Items.Select(e => e.Id)];

    private long Policy()
    {
        var unit = Town.Unit("人社服务中心");
        var policy = new Policy { OrganisationId = unit.Id, CreatedAt = Town.Clock.Now, CreatedById = Dispatcher.AccountId };
        Town.Write(db => db.Policies.Add(policy));
        var version = new PolicyVersion
        {
            PolicyId = policy.Id,
            Number = 1,
            State = PolicyState.Published,
            Title = "稳岗扩岗若干措施",
            DraftedById = Dispatcher.AccountId,
            ChangedById = Dispatcher.AccountId,
            ChangedAt = Town.Clock.Now,
            PublishedAt = Town.Clock.Now,
            Clauses = [new PolicyClause { Clause = new Clause { PolicyId = policy.Id }, Title = "吸纳就业", Text = "内容", ExecutingUnitId = unit.Id }],
        };
        Town.Write(db => db.PolicyVersions.Add(version));
        return policy.Id;
    }

    public sealed class OnSqlite(SqliteDatabase database) : EventTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : EventTests(database), IClassFixture<PostgresDatabase>;
}
