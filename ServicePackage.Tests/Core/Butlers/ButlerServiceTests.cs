using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Butlers;

public abstract class ButlerServiceTests(TestDatabase database) : TownTests(database)
{
    private ButlerService Service => new(Town.Runner);

    [Fact]
    public async Task Assign_WhenNoneYet_NamesAndTellsTheButler()
    {
        var city = Town.EconomicCity();
        var enterprise = Town.Enterprise(city);
        var specialist = Town.Specialist(city);

        Assert.True((await Assign(Town.Dispatcher(), enterprise, specialist)).Done);

        var card = (await Service.OfAsync(specialist, enterprise.Id)).Value;
        Assert.Equal((specialist.AccountId, false, PostKind.Specialist, Town.Clock.Today), (card.AccountId, card.IsStandIn, card.Post, card.Since));
        await using var db = Town.Look();
        Assert.Single(await db.Notices.Where(n => n.AccountId == specialist.AccountId && n.Kind == "ButlerAssigned").ToListAsync(Cancellation));
        Assert.Contains("AssignButler", await db.History.Where(h => h.Subject == nameof(Enterprise) && h.SubjectId == enterprise.Id).Select(h => h.Act).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Assign_WhenThereIsOne_IsRefusedWithTheName()
    {
        var city = Town.EconomicCity();
        var enterprise = Town.Enterprise(city);
        var (one, two) = (Town.Specialist(city), Town.GeneralManager(city));
        Assert.True((await Assign(Town.Administrator(), enterprise, one)).Done);

        var refusal = (await Assign(Town.Dispatcher(), enterprise, two)).Refusal!;

        Assert.Equal("Butler.AlreadyOne", refusal.Code);
        Assert.Contains(enterprise.Name, refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HandOver_WhenAdministrator_IsLeftToTheCentre()
    {
        var city = Town.EconomicCity();
        var enterprise = Town.Enterprise(city);
        var (administrator, one, two) = (Town.Administrator(), Town.Specialist(city), Town.Specialist(city));
        Assert.True((await Assign(administrator, enterprise, one)).Done);
        var assignment = (await Service.OfAsync(one, enterprise.Id)).Value.AssignmentId;

        Assert.Equal("Butler.CentreOnly", (await Service.CandidatesAsync(administrator, enterprise.Id)).Refusal?.Code);
        Assert.Equal("Butler.CentreOnly", (await Service.HandOverAsync(administrator, Guid.NewGuid(), new ButlerInput { EnterpriseId = enterprise.Id, AccountId = two.AccountId, AssignmentId = assignment })).Refusal?.Code);
        Assert.Equal("Butler.CentreOnly", (await Service.HandOverAllAsync(administrator, Guid.NewGuid(), new CaseloadInput { FromAccountId = one.AccountId, ToAccountId = two.AccountId })).Refusal?.Code);
        Assert.Equal(one.AccountId, (await Service.OfAsync(one, enterprise.Id)).Value.AccountId);
        Assert.False((await new EnterpriseService(Town.Runner).GetAsync(administrator, enterprise.Id)).Value.Rights.AssignButler);
    }

    [Fact]
    public async Task Assign_WhenTwoDoItAtOnce_MakesOneButler()
    {
        var city = Town.EconomicCity();
        var enterprise = Town.Enterprise(city);
        var (one, two) = (Town.Specialist(city), Town.Specialist(city));
        var (dispatcher, lead) = (Town.Dispatcher(), Town.CentreLead());

        var outcomes = await Task.WhenAll(
            Task.Run(() => Assign(dispatcher, enterprise, one), Cancellation),
            Task.Run(() => Assign(lead, enterprise, two), Cancellation));

        Assert.Single(outcomes, o => o.Done);
        Assert.Single(outcomes, o => o.Refusal?.Code is "Stale" or "Butler.AlreadyOne");
    }

    [Fact]
    public async Task Assign_WhenThePersonDoesNotFitTheTier_IsRefused()
    {
        var (city, other) = (Town.EconomicCity(), Town.EconomicCity());
        var (town, district) = (Town.Enterprise(city), Town.Enterprise(city, EnterpriseTier.District));
        var dispatcher = Town.Dispatcher();

        Assert.Equal("Butler.UnfitTown", (await Assign(dispatcher, town, Town.Specialist(other))).Refusal?.Code);
        Assert.Equal("Butler.UnfitTown", (await Assign(dispatcher, town, Town.TownLeader())).Refusal?.Code);
        Assert.Equal("Butler.UnfitTown", (await Assign(dispatcher, town, Town.Officer(city))).Refusal?.Code);
        Assert.Equal("Butler.UnfitDistrict", (await Assign(dispatcher, district, Town.GeneralManager(city))).Refusal?.Code);
        Assert.Equal("Butler.NobodyChosen", (await Assign(dispatcher, town, default)).Refusal?.Code);
        Assert.True((await Assign(dispatcher, district, Town.GeneralLiaison())).Done);
    }

    [Fact]
    public async Task Assign_WhenNotTheCentre_IsRefused()
    {
        var city = Town.EconomicCity();
        var enterprise = Town.Enterprise(city);
        var specialist = Town.Specialist(city);

        Assert.Equal("Butler.CentreOnly", (await Assign(Town.GeneralManager(city), enterprise, specialist)).Refusal?.Code);
        Assert.Equal("Butler.CentreOnly", (await Assign(Town.EnterpriseUser(enterprise), enterprise, specialist)).Refusal?.Code);
        Assert.Equal(Refusal.NotFound, (await Assign(Town.Officer(Town.Unit()), enterprise, specialist)).Refusal);
        Assert.Equal(Refusal.NotFound, (await Assign(Town.EnterpriseUser(Town.Enterprise()), enterprise, specialist)).Refusal);
    }

    [Fact]
    public async Task HandOver_WhenCurrent_EndsTheOldOneTheSameDay()
    {
        var city = Town.EconomicCity();
        var enterprise = Town.Enterprise(city);
        var (old, next) = (Town.Specialist(city), Town.Specialist(city));
        Town.Assign(old, enterprise);

        Assert.True((await HandOver(enterprise, next)).Done);

        await using var db = Town.Look();
        var rows = await db.ButlerAssignments.Where(b => b.EnterpriseId == enterprise.Id).OrderBy(b => b.Id).ToListAsync(Cancellation);
        Assert.Equal([(old.AccountId, Town.Clock.Today), (next.AccountId, null)], rows.Select(b => (b.AccountId, b.Until)));
        Assert.Equal(Town.Clock.Today, rows[1].From);
        Assert.True(await db.Notices.AnyAsync(n => n.AccountId == old.AccountId && n.Kind == "ButlerHandedOver", Cancellation));
        Assert.True(await db.Notices.AnyAsync(n => n.AccountId == next.AccountId && n.Kind == "ButlerAssigned", Cancellation));
    }

    [Fact]
    public async Task HandOver_WhenNoneOrSameOrStaleOrUnfit_IsRefusedAndWritesNothing()
    {
        var city = Town.EconomicCity();
        var (served, unserved) = (Town.Enterprise(city), Town.Enterprise(city));
        var butler = Town.Specialist(city);
        Town.Assign(butler, served);

        Assert.Equal("Butler.NoneYet", (await HandOver(unserved, butler)).Refusal?.Code);
        Assert.Equal("Butler.SamePerson", (await HandOver(served, butler)).Refusal?.Code);
        Assert.Equal("Butler.UnfitTown", (await HandOver(served, Town.TownLeader())).Refusal?.Code);
        Assert.Equal(Refusal.Stale, (await HandOver(served, Town.Specialist(city), assignment: -1)).Refusal);
        await using var db = Town.Look();
        Assert.Null((await db.ButlerAssignments.SingleAsync(b => b.EnterpriseId == served.Id, Cancellation)).Until);
    }

    [Fact]
    public async Task HandOverAll_WhenEveryEnterpriseFits_PassesTheCaseloadOn()
    {
        var city = Town.EconomicCity();
        var enterprises = Enumerable.Range(0, 3).Select(_ => Town.Enterprise(city)).ToList();
        var (old, next) = (Town.Specialist(city), Town.Specialist(city));
        enterprises.ForEach(e => Town.Assign(old, e));

        var outcome = await Service.HandOverAllAsync(Town.CentreLead(), Guid.NewGuid(), new CaseloadInput { FromAccountId = old.AccountId, ToAccountId = next.AccountId });

        Assert.Equal(3, outcome.Value);
        await using var db = Town.Look();
        Assert.Empty(await db.AssignedTo(old.AccountId).ToListAsync(Cancellation));
        Assert.Equal(enterprises.Select(e => e.Id).Order(), (await db.AssignedTo(next.AccountId).ToListAsync(Cancellation)).Order());
        Assert.Equal("[\"3\"]", (await db.Notices.SingleAsync(n => n.AccountId == next.AccountId && n.Kind == "CaseloadAssigned", Cancellation)).Arguments);
        Assert.True(await db.Notices.AnyAsync(n => n.AccountId == old.AccountId && n.Kind == "CaseloadHandedOver", Cancellation));
    }

    [Fact]
    public async Task HandOverAll_WhenOneEnterpriseDoesNotFit_IsRefusedAsAWhole()
    {
        var (city, other) = (Town.EconomicCity(), Town.EconomicCity());
        var old = Town.Specialist(city);
        Town.Assign(old, Town.Enterprise(city));
        var unfit = Town.Enterprise(other);
        Town.Assign(old, unfit);
        var next = Town.Specialist(city);

        var refusal = (await Service.HandOverAllAsync(Town.CentreLead(), Guid.NewGuid(), new CaseloadInput { FromAccountId = old.AccountId, ToAccountId = next.AccountId })).Refusal!;

        Assert.Equal("Butler.UnfitTown", refusal.Code);
        Assert.Contains(unfit.Name, refusal.Sentence, StringComparison.Ordinal);
        await using var db = Town.Look();
        Assert.Equal(2, await db.AssignedTo(old.AccountId).CountAsync(Cancellation));
    }

    [Fact]
    public async Task HandOverAll_WhenNothingOrNotAllowed_IsRefused()
    {
        var (one, two) = (Town.Specialist(Town.EconomicCity()), Town.Specialist(Town.EconomicCity()));
        var input = new CaseloadInput { FromAccountId = one.AccountId, ToAccountId = two.AccountId };

        Assert.Equal("Butler.NoCaseload", (await Service.HandOverAllAsync(Town.Dispatcher(), Guid.NewGuid(), input)).Refusal?.Code);
        Assert.Equal("Butler.CentreOnly", (await Service.HandOverAllAsync(one, Guid.NewGuid(), input)).Refusal?.Code);
        Assert.Equal(Refusal.NotFound, (await Service.HandOverAllAsync(Town.EnterpriseUser(Town.Enterprise()), Guid.NewGuid(), input)).Refusal);
    }

    [Fact]
    public async Task ButlerOf_WhenNoneIsNamed_IsTheOneByOffice()
    {
        var city = Town.EconomicCity();
        var (town, district) = (Town.Enterprise(city), Town.Enterprise(city, EnterpriseTier.District));
        await using var db = Town.Look();

        var office = await db.ButlerOfAsync(town.Id, Town.Clock.Today, Cancellation);
        Assert.Equal((null, city.Name, city.Phone, true), (office!.AccountId, office.Name, office.Phone, office.IsStandIn));

        var manager = Town.GeneralManager(city);
        var lead = Town.CentreLead();
        var cards = await db.ButlersOfAsync([town.Id, district.Id], Town.Clock.Today, Cancellation);
        Assert.Equal((manager.AccountId, true, PostKind.GeneralManager), (cards[town.Id].AccountId, cards[town.Id].IsStandIn, cards[town.Id].Post));
        Assert.Equal(PostKind.CentreLead, cards[district.Id].Post);
        Assert.True(cards[district.Id].IsStandIn);
        Assert.Contains(town.Id, await db.ServedBy(manager.AccountId, Town.Clock.Today).ToListAsync(Cancellation));
        Assert.Contains(district.Id, await db.ServedBy(lead.AccountId, Town.Clock.Today).ToListAsync(Cancellation));
        Assert.DoesNotContain(district.Id, await db.ServedBy(manager.AccountId, Town.Clock.Today).ToListAsync(Cancellation));
        Assert.Null(await db.ButlerOfAsync(-1, Town.Clock.Today, Cancellation));
    }

    [Fact]
    public async Task ServedBy_WhenAButlerIsNamed_IsTheButlersAlone()
    {
        var city = Town.EconomicCity();
        var enterprise = Town.Enterprise(city);
        var (manager, specialist) = (Town.GeneralManager(city), Town.Specialist(city));
        Town.Assign(specialist, enterprise);
        await using var db = Town.Look();

        Assert.Empty(await db.ServedBy(manager.AccountId, Town.Clock.Today).ToListAsync(Cancellation));
        Assert.Equal([enterprise.Id], await db.ServedBy(specialist.AccountId, Town.Clock.Today).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task ButlerOf_WhenTheTierHasChanged_StaysAndSaysThatItNoLongerFits()
    {
        var city = Town.EconomicCity();
        var enterprise = Town.Enterprise(city);
        var specialist = Town.Specialist(city);
        Town.Assign(specialist, enterprise);
        Town.Write(db => db.Enterprises.Single(e => e.Id == enterprise.Id).Tier = EnterpriseTier.District);
        await using var db = Town.Look();

        var card = await db.ButlerOfAsync(enterprise.Id, Town.Clock.Today, Cancellation);

        Assert.Equal((specialist.AccountId, true), (card!.AccountId, card.NoLongerFits));
    }

    [Fact]
    public async Task Candidates_WhenAsked_AreThoseWhoFitTheLeastBurdenedFirst()
    {
        var city = Town.EconomicCity();
        var enterprise = Town.Enterprise(city);
        var (busy, free) = (Town.Specialist(city), Town.PersonAt(city, PostKind.Specialist, PostKind.GeneralManager));
        Town.Officer(city);
        Town.Assign(busy, Town.Enterprise(city));

        var people = (await Service.CandidatesAsync(Town.Dispatcher(), enterprise.Id)).Value.People;

        Assert.Equal([(free.AccountId, 0), (busy.AccountId, 1)], people.Select(p => (p.AccountId, p.Caseload)));
        Assert.Equal("Butler.CentreOnly", (await Service.CandidatesAsync(free, enterprise.Id)).Refusal?.Code);
    }

    private Task<Outcome<Nothing>> Assign(Caller caller, Enterprise enterprise, Caller butler) =>
        Service.AssignAsync(caller, Guid.NewGuid(), new ButlerInput { EnterpriseId = enterprise.Id, AccountId = butler.AccountId });

    private async Task<Outcome<Nothing>> HandOver(Enterprise enterprise, Caller butler, long? assignment = null)
    {
        var dispatcher = Town.Dispatcher();
        assignment ??= (await Service.OfAsync(dispatcher, enterprise.Id)).Value.AssignmentId;
        return await Service.HandOverAsync(dispatcher, Guid.NewGuid(), new ButlerInput { EnterpriseId = enterprise.Id, AccountId = butler.AccountId, AssignmentId = assignment });
    }

    public sealed class OnSqlite(SqliteDatabase database) : ButlerServiceTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : ButlerServiceTests(database), IClassFixture<PostgresDatabase>;
}
