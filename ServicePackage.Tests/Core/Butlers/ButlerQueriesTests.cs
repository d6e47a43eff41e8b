using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Butlers;

/// <summary>Who serves whom in a town of several cities: with and without a manager, with and without a named butler, of both tiers.</summary>
public abstract class ButlerQueriesTests : TownTests
{
    private readonly Organisation _centre;
    private readonly Organisation _north;
    private readonly Organisation _south;
    private readonly Organisation _west;
    private readonly Organisation _east;
    private readonly Caller _lead;
    private readonly Caller _dispatcher;
    private readonly Caller _leader;
    private readonly Caller _northSpecialist;
    private readonly Caller _northManager;
    private readonly Caller _northSecond;
    private readonly Caller _southManager;
    private readonly Caller _southOfficer;
    private readonly Caller _westSpecialist;
    private readonly Caller _former;
    private readonly Enterprise _served;
    private readonly Enterprise _ofNorth;
    private readonly Enterprise _ofSouth;
    private readonly Enterprise _ofWest;
    private readonly Enterprise _ofEast;
    private readonly Enterprise _ofDistrict;
    private readonly Enterprise _servedOfDistrict;

    protected ButlerQueriesTests(TestDatabase database)
        : base(database)
    {
        (_north, _centre) = (Town.EconomicCity("城北经济城"), Town.Centre()); // a city is the first organisation, so that the Centre is not found by chance
        (_south, _west, _east) = (Town.EconomicCity("城南经济城"), Town.EconomicCity("城西经济城"), Town.EconomicCity("城东经济城"));
        (_dispatcher, _lead, _leader) = (Town.Dispatcher(), Town.CentreLead(), Town.TownLeader());
        (_northSpecialist, var gone, _northManager, _northSecond) = (Town.Specialist(_north), Town.GeneralManager(_north), Town.GeneralManager(_north), Town.GeneralManager(_north));
        (_southOfficer, _southManager, _westSpecialist, _former) = (Town.Officer(_south), Town.GeneralManager(_south), Town.Specialist(_west), Town.Specialist(_north));
        (_served, _ofNorth, _ofSouth, _ofWest, _ofEast) = (Town.Enterprise(_north), Town.Enterprise(_north), Town.Enterprise(_south), Town.Enterprise(_west), Town.Enterprise(_east));
        (_ofDistrict, _servedOfDistrict) = (Town.Enterprise(_south, EnterpriseTier.District), Town.Enterprise(_north, EnterpriseTier.District));
        Town.Assign(_former, _ofNorth);
        Town.Assign(_northSpecialist, _served);
        Town.Assign(_leader, _servedOfDistrict);
        Town.Write(db =>
        {
            db.ButlerAssignments.Single(b => b.AccountId == _former.AccountId).Until = Town.Clock.Today;
            db.Users.Single(a => a.Id == gone.AccountId).DisabledAt = Town.Start;
            db.Users.Single(a => a.Id == _northSpecialist.AccountId).PhoneNumber = "13800000001";
            db.Users.Single(a => a.Id == _northManager.AccountId).PhoneNumber = "6"; // an extension of the office
            foreach (var (city, english, phone) in new[] { (_north, "North", "59150001"), (_south, "South", "59150002"), (_west, "W", "59150003"), (_east, "", "") })
            {
                var row = db.Organisations.Single(o => o.Id == city.Id);
                (row.EnglishName, row.Phone) = (english, phone);
            }
        });
    }

    [Fact]
    public async Task ButlersOf_ManyEnterprises_AreTheNamedOnesOrTheOnesByOffice()
    {
        await using var db = Town.Look();

        var cards = await db.ButlersOfAsync([_served.Id, _ofNorth.Id, _ofSouth.Id, _ofWest.Id, _ofEast.Id, _ofDistrict.Id, _servedOfDistrict.Id], Town.Clock.Today, Cancellation);

        Assert.Equal(
            [
                await NamedAsync(_served, _northSpecialist, PostKind.Specialist, "13800000001"),
                await StandInAsync(_ofNorth, _northManager, PostKind.GeneralManager, "6"),
                await StandInAsync(_ofSouth, _southManager, PostKind.GeneralManager, "59150002"), // who has no telephone is called at the office
                Office(_ofWest, "城西经济城", "W", "59150003"),
                Office(_ofEast, "城东经济城", "城东经济城", ""),
                await StandInAsync(_ofDistrict, _lead, PostKind.CentreLead, _centre.Phone),
                await NamedAsync(_servedOfDistrict, _leader, PostKind.TownLeader, ""),
            ],
            cards.Values.OrderBy(c => c.EnterpriseId));
    }

    [Fact]
    public async Task ButlersOf_SomeEnterprises_LeaveTheOthersOut()
    {
        await using var db = Town.Look();

        Assert.Equal([_served.Id, _ofWest.Id], (await db.ButlersOfAsync([_ofWest.Id, _served.Id], Town.Clock.Today, Cancellation)).Keys.Order());
        Assert.Equal([_servedOfDistrict.Id], (await db.ButlersOfAsync([_servedOfDistrict.Id, -1], Town.Clock.Today, Cancellation)).Keys);
        Assert.Empty(await db.ButlersOfAsync([], Town.Clock.Today, Cancellation));
    }

    [Fact]
    public async Task ButlerOf_WhenTheCentreHasNoLead_IsTheCentreAsAnOffice()
    {
        Town.Write(db => db.Users.Single(a => a.Id == _lead.AccountId).DisabledAt = Town.Start);
        await using var db = Town.Look();

        Assert.Equal(Office(_ofDistrict, _centre.Name, _centre.Name, _centre.Phone), await db.ButlerOfAsync(_ofDistrict.Id, Town.Clock.Today, Cancellation));
    }

    [Fact]
    public async Task ServedBy_EachPerson_IsTheEnterprisesTheyAreNamedForOrStandInFor()
    {
        Assert.Equal([_served.Id], await ServedByAsync(_northSpecialist));
        Assert.Equal([_ofNorth.Id], await ServedByAsync(_northManager));
        Assert.Equal([_ofNorth.Id], await ServedByAsync(_northSecond));
        Assert.Equal([_ofSouth.Id], await ServedByAsync(_southManager));
        Assert.Equal([_ofDistrict.Id], await ServedByAsync(_lead));
        Assert.Equal([_servedOfDistrict.Id], await ServedByAsync(_leader));
        foreach (var nobody in new[] { _dispatcher, _former, _westSpecialist, _southOfficer, Town.TownLeader(), Town.EnterpriseUser(_served) })
        {
            Assert.Empty(await ServedByAsync(nobody));
        }
    }

    [Fact]
    public async Task AssignedTo_EachPerson_IsTheEnterprisesTheyAreNamedForNow()
    {
        await using var db = Town.Look();

        Assert.Equal([_served.Id], await db.AssignedTo(_northSpecialist.AccountId).ToListAsync(Cancellation));
        Assert.Empty(await db.AssignedTo(_former.AccountId).ToListAsync(Cancellation));
        Assert.Empty(await db.AssignedTo(_northManager.AccountId).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Candidates_InATownOfSeveralCities_AreThoseOfTheEnterprisesOwn()
    {
        var (service, dispatcher) = (new ButlerService(Town.Runner), _dispatcher);

        Assert.Equal([_northManager, _northSecond, _former, _northSpecialist], await CandidatesAsync(_ofNorth));
        Assert.Equal([_southManager], await CandidatesAsync(_ofSouth));
        Assert.Equal([_leader], await CandidatesAsync(_ofDistrict));
        Assert.Empty(await CandidatesAsync(_ofEast));

        async Task<IEnumerable<Caller>> CandidatesAsync(Enterprise enterprise)
        {
            var people = (await service.CandidatesAsync(dispatcher, enterprise.Id)).Value.People;
            return people.OrderBy(p => p.Caseload).ThenByDescending(p => p.Post).ThenBy(p => p.AccountId).Select(p => new Caller(p.AccountId));
        }
    }

    private async Task<List<long>> ServedByAsync(Caller who)
    {
        await using var db = Town.Look();
        return await db.ServedBy(who.AccountId, Town.Clock.Today).Order().ToListAsync(Cancellation);
    }

    private async Task<ButlerCard> NamedAsync(Enterprise enterprise, Caller butler, PostKind post, string phone)
    {
        await using var db = Town.Look();
        var assignment = await db.ButlerAssignments.SingleAsync(b => b.EnterpriseId == enterprise.Id && b.Until == null, Cancellation);
        var name = await NameAsync(butler);
        return new ButlerCard(enterprise.Id, butler.AccountId, name, name, phone, false, post, new DateOnly(2026, 1, 1), assignment.Id);
    }

    private async Task<ButlerCard> StandInAsync(Enterprise enterprise, Caller who, PostKind post, string phone)
    {
        var name = await NameAsync(who);
        return new ButlerCard(enterprise.Id, who.AccountId, name, name, phone, true, post, null, null);
    }

    private static ButlerCard Office(Enterprise enterprise, string name, string english, string phone) =>
        new(enterprise.Id, null, name, english, phone, true, null, null, null);

    private async Task<string> NameAsync(Caller who)
    {
        await using var db = Town.Look();
        return await db.Users.Where(a => a.Id == who.AccountId).Select(a => a.DisplayName).SingleAsync(Cancellation);
    }

    public sealed class OnSqlite(SqliteDatabase database) : ButlerQueriesTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : ButlerQueriesTests(database), IClassFixture<PostgresDatabase>;
}
