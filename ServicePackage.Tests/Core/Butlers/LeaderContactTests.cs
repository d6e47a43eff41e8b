using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Butlers;

/// <summary>Which leader keeps contact with which enterprise, by dates. The town's day is Monday 2 March 2026.</summary>
public abstract class LeaderContactTests : TownTests
{
    private readonly Caller _centre;
    private readonly Enterprise _enterprise;

    protected LeaderContactTests(TestDatabase database)
        : base(database) => (_centre, _enterprise) = (Town.Dispatcher(), Town.Enterprise());

    private LeaderContactService Service => new(Town.Runner);

    private LeaderContactReader Reader => new(Town.Runner);

    private DateOnly Today => Town.Clock.Today;

    [Fact]
    public async Task Name_FromADayOn_StandsOnTheEnterpriseFromThatDayAlone()
    {
        var leader = Town.Leader(name: "徐志远");

        Assert.Equal(1, (await NameAsync(leader, from: Today.AddDays(3))).Value);

        Assert.Empty((await OfAsync()).Now);
        Town.GoTo(Today.AddDays(3), new TimeOnly(0, 0));
        var found = await OfAsync();
        Assert.Equal(("徐志远", LeaderLevel.Town, Today, (DateOnly?)null), (found.Now[0].Card.Name, found.Now[0].Card.Level, found.Now[0].Card.From, found.Now[0].Card.Until));
        Assert.Empty(found.Free);
    }

    [Fact]
    public async Task Contact_HoldsOnItsLastDayInShanghai_AndNoMoreOnTheNext()
    {
        var leader = Town.Leader();
        Assert.True((await NameAsync(leader, until: Today)).Done);

        Town.GoTo(Today, new TimeOnly(23, 59));
        Assert.Single((await OfAsync()).Now);
        Town.GoTo(Today.AddDays(1), new TimeOnly(0, 0));
        var found = await OfAsync();
        Assert.Empty(found.Now);
        Assert.Equal(leader.Id, Assert.Single(found.Others).Card.LeaderId);
    }

    [Fact]
    public async Task Name_WhenSomebodyOfTheLevelKeepsContactOnOneOfTheDays_IsRefusedAndChangesNothing()
    {
        var (one, two, other) = (Town.Leader(name: "徐志远"), Town.Leader(), Town.Enterprise());
        Town.Led(one, _enterprise, until: Today.AddDays(10));

        var refusal = (await NameAsync(two, Today.AddDays(10), null, other, _enterprise)).Refusal!;

        Assert.Equal(("Leader.AlreadyOneUntil", "From"), (refusal.Code, refusal.Field));
        Assert.Contains("徐志远", refusal.Sentence, StringComparison.Ordinal);
        Assert.Empty((await OfAsync(other)).Others);
        Assert.True((await NameAsync(two, Today.AddDays(11), null, _enterprise)).Done); // from the next day on
        Assert.Equal("Leader.AlreadyOne", (await NameAsync(one, Today.AddDays(30), null, _enterprise)).Refusal!.Code);
    }

    [Fact]
    public async Task Enterprise_OfTheDistrictTier_HasALeaderOfEachLevel_OfTheTownTierOneOfTheTownAlone()
    {
        var (district, town) = (Town.Leader(LeaderLevel.District), Town.Leader());
        var ofDistrict = Town.Enterprise(tier: EnterpriseTier.District);

        Assert.True((await NameAsync(town, Today, null, ofDistrict)).Done);
        Assert.True((await NameAsync(district, Today, null, ofDistrict)).Done);
        Assert.Equal([LeaderLevel.District, LeaderLevel.Town], (await OfAsync(ofDistrict)).Now.Select(l => l.Card.Level));
        Assert.Equal("Leader.DistrictForTown", (await NameAsync(district, Today, null, _enterprise)).Refusal!.Code);
    }

    [Fact]
    public async Task End_WithItsLastDay_IsRefusedBeforeTheFirstAndOnAStaleCopy_AndWithdrawsWhatHasNotBegun()
    {
        var (led, later) = (Town.Led(Town.Leader(), _enterprise, Today, Today.AddDays(5)), Town.Led(Town.Leader(), _enterprise, Today.AddDays(6)));

        Assert.Equal("Leader.EndsBefore", (await EndAsync(led, Today.AddDays(-1))).Refusal!.Code);
        Assert.Equal("Leader.EndsAlready", (await EndAsync(led, Today.AddDays(6))).Refusal!.Code);
        Assert.Equal("Missing", (await EndAsync(led, Today, reason: " ")).Refusal!.Code);
        Assert.True((await EndAsync(led, Today)).Done);
        Assert.Equal("Stale", (await EndAsync(led, Today)).Refusal!.Code);
        Assert.True((await EndAsync(later, Today.AddDays(6))).Done);

        Assert.Equal(Today, Assert.Single((await OfAsync()).Now).Card.Until);
        Assert.Empty((await OfAsync()).Others);
        await using var db = Town.Look();
        Assert.Contains("职务调整", (await db.History.Where(h => h.Subject == nameof(Enterprise) && h.SubjectId == _enterprise.Id && h.Act == "EndLeader").Select(h => h.Content).ToListAsync(Cancellation))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task HandOver_OnADay_PassesOnWhatHoldsThenAndLater_AndNothingEarlier()
    {
        var (from, to) = (Town.Leader(), Town.Leader());
        var (open, ended, toCome) = (_enterprise, Town.Enterprise(), Town.Enterprise());
        Town.Led(from, open);
        Town.Led(from, ended, until: Today.AddDays(1));
        Town.Led(from, toCome, Today.AddDays(9), Today.AddDays(20));

        Assert.Equal(2, (await Service.HandOverAsync(_centre, Guid.NewGuid(), new LeaderHandOverInput { FromId = from.Id, ToId = to.Id, Day = Today.AddDays(2) })).Value);

        Assert.Equal((from.Id, Today.AddDays(1)), (Assert.Single((await OfAsync(open)).Now).Card.LeaderId, (await OfAsync(open)).Now[0].Card.Until));
        Assert.Equal((to.Id, Today.AddDays(2)), (Assert.Single((await OfAsync(open)).Others).Card.LeaderId, (await OfAsync(open)).Others[0].Card.From));
        Assert.Equal(from.Id, Assert.Single((await OfAsync(ended)).Now).Card.LeaderId);
        Assert.Empty((await OfAsync(ended)).Others);
        Assert.Equal((to.Id, Today.AddDays(9), Today.AddDays(20)), (await OfAsync(toCome)).Others.Select(l => (l.Card.LeaderId, l.Card.From, l.Card.Until!.Value)).Single());
        Assert.Equal("Leader.NothingToHandOver", (await Service.HandOverAsync(_centre, Guid.NewGuid(), new LeaderHandOverInput { FromId = from.Id, ToId = to.Id, Day = Today.AddDays(2) })).Refusal!.Code);
    }

    [Fact]
    public async Task HandOver_ToSomebodyWhoCannotTakeOver_IsRefused()
    {
        var (from, left) = (Town.Leader(), Town.Leader());
        Town.Led(from, _enterprise);
        Town.Write(db => db.Leaders.Single(l => l.Id == left.Id).LeftOn = Today);

        Assert.Equal("Leader.SamePerson", await RefusedAsync(from));
        Assert.Equal("Leader.OtherLevel", await RefusedAsync(Town.Leader(LeaderLevel.District)));
        Assert.Equal("Leader.Left", await RefusedAsync(left));

        async Task<string?> RefusedAsync(Leader to) =>
            (await Service.HandOverAsync(_centre, Guid.NewGuid(), new LeaderHandOverInput { FromId = from.Id, ToId = to.Id, Day = Today })).Refusal?.Code;
    }

    [Theory]
    [InlineData(0, 0, null, "Leader.NobodyChosen")]
    [InlineData(1, null, null, "Missing")]
    [InlineData(1, 367, null, "Leader.DayTooFar")]
    [InlineData(1, -3000, null, "Leader.DayTooEarly")]
    [InlineData(1, 5, 4, "Leader.EndsBefore")]
    [InlineData(1, 5, 400, "Leader.DayTooFar")]
    public async Task Name_WithBadInput_IsRefused(int leader, int? from, int? until, string code)
    {
        var id = leader == 0 ? 0 : Town.Leader().Id;

        var refusal = (await Service.NameAsync(_centre, Guid.NewGuid(), new LeaderContactInput
        {
            LeaderId = id,
            EnterpriseIds = [_enterprise.Id],
            From = from is { } first ? Today.AddDays(first) : null,
            Until = until is { } last ? Today.AddDays(last) : null,
        })).Refusal!;

        Assert.Equal(code, refusal.Code);
        Assert.Empty((await OfAsync()).Others);
    }

    [Fact]
    public async Task Leader_WithAnAccount_ReadsTheirOwnListAndCallsTheirEnterprises()
    {
        var account = Town.TownLeader();
        var leader = Town.Leader(account: account);
        Town.Led(leader, _enterprise);
        var butler = Town.Butler(_enterprise);
        Town.Write(db => db.Contacts.AddRange(
            new Contact { EnterpriseId = _enterprise.Id, AccountId = butler.AccountId, RecordedById = butler.AccountId, RecordedAt = Town.Clock.Now, Way = ContactWay.Visit, Day = Today.AddDays(-4), HeldAt = Town.Clock.Now.AddDays(-4) },
            new Contact { EnterpriseId = _enterprise.Id, AccountId = butler.AccountId, RecordedById = butler.AccountId, RecordedAt = Town.Clock.Now, Way = ContactWay.Telephone, Day = Today.AddDays(8) }));
        var (service, enterprises) = (new LeaderService(Town.Runner), new EnterpriseService(Town.Runner));
        Town.Led(Town.Leader(), Town.Enterprise());

        var row = Assert.Single((await service.ListAsync(account, new LeaderFilter(), Cancellation)).Value.Rows.Items);
        Assert.Equal((leader.Id, 1, Today.AddDays(-4), Today.AddDays(8)), (row.Id, row.Enterprises, row.LastContact, row.NextContact));
        var led = Assert.Single((await Reader.EnterprisesAsync(account, leader.Id, 0, 50, Cancellation)).Value.Items);
        Assert.Equal((_enterprise.Id, ContactWay.Visit, ContactWay.Telephone), (led.EnterpriseId, led.Last!.Way, led.Next!.Way));
        Assert.NotNull((await enterprises.GetAsync(account, _enterprise.Id)).Value.ContactPerson);
        Assert.Null((await enterprises.GetAsync(Town.TownLeader(), _enterprise.Id)).Value.ContactPerson);

        Town.Write(db => db.Posts.Where(p => p.AccountId == account.AccountId).ExecuteDelete()); // the post is lost
        Assert.Equal("NotFound", (await service.ListAsync(account, new LeaderFilter(), Cancellation)).Refusal!.Code);
        Assert.Equal("NotFound", (await enterprises.GetAsync(account, _enterprise.Id)).Refusal!.Code);
    }

    [Fact]
    public async Task Unled_AreThoseOfATierThatFits_WithNobodyOfTheLevelNowOrLater()
    {
        var (leader, taken, ended) = (Town.Leader(), Town.Enterprise(), Town.Enterprise());
        var ofDistrict = Town.Enterprise(tier: EnterpriseTier.District);
        Town.Led(Town.Leader(), taken, Today.AddDays(30));
        Town.Led(Town.Leader(), ended, until: Today.AddDays(-1));

        Assert.Equivalent(new[] { _enterprise.Id, ended.Id, ofDistrict.Id }, (await Reader.UnledAsync(_centre, leader.Id, "", Cancellation)).Value.Select(e => e.Id), strict: true);
        Assert.Equal([ofDistrict.Id], (await Reader.UnledAsync(_centre, Town.Leader(LeaderLevel.District).Id, "", Cancellation)).Value.Select(e => e.Id));
    }

    [Fact]
    public async Task Butler_OfATownTierEnterprise_IsSuggestedByWhetherALeaderKeepsContact()
    {
        var city = Town.EconomicCity();
        var enterprise = Town.Enterprise(city);
        Town.Specialist(city);
        Town.GeneralManager(city);
        var butlers = new ButlerService(Town.Runner);
        var before = (await butlers.CandidatesAsync(_centre, enterprise.Id)).Value;
        Assert.Equal((PostKind.Specialist, PostKind.Specialist, (string?)null), (before.Usual, before.People[0].Post, before.Leader));

        Town.Led(Town.Leader(name: "徐志远"), enterprise);

        var after = (await butlers.CandidatesAsync(_centre, enterprise.Id)).Value;
        Assert.Equal((PostKind.GeneralManager, PostKind.GeneralManager, "徐志远"), (after.Usual, after.People[0].Post, after.Leader));
        Assert.Equal(2, after.People.Count);
    }

    private async Task<EnterpriseLeaders> OfAsync(Enterprise? enterprise = null) => (await Reader.OfAsync(_centre, (enterprise ?? _enterprise).Id, Cancellation)).Value;

    private Task<Outcome<int>> NameAsync(Leader leader, DateOnly? from = null, DateOnly? until = null, params Enterprise[] enterprises) =>
        Service.NameAsync(_centre, Guid.NewGuid(), new LeaderContactInput { LeaderId = leader.Id, EnterpriseIds = enterprises.Length == 0 ? [_enterprise.Id] : [.. enterprises.Select(e => e.Id)], From = from ?? Today, Until = until });

    private Task<Outcome<Nothing>> EndAsync(LeaderContact led, DateOnly until, string reason = "职务调整") =>
        Service.EndAsync(_centre, Guid.NewGuid(), new LeaderContactEndInput { Id = led.Id, Version = led.Version, Until = until, Reason = reason });

    public sealed class OnSqlite(SqliteDatabase database) : LeaderContactTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : LeaderContactTests(database), IClassFixture<PostgresDatabase>;
}
