using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Organisations;

public abstract class OrganisationServiceTests(TestDatabase database) : TownTests(database)
{
    private OrganisationService Service => new(Town.Runner);

    [Fact]
    public async Task Create_WhenAdministrator_WritesItWithHistory()
    {
        var name = Name("文广中心");
        var id = (await Service.CreateAsync(Town.Administrator(), Guid.NewGuid(), new NewOrganisationInput
        {
            Kind = OrganisationKind.CooperatingDepartment,
            Name = $"  {name} ",
            EnglishName = "Culture Centre",
            Phone = "（021）59150000转801",
        })).Value;

        await using var db = Town.Look();
        var row = await db.Organisations.SingleAsync(o => o.Id == id, Cancellation);
        Assert.Equal((name, "Culture Centre", "021-59150000-801", OrganisationKind.CooperatingDepartment), (row.Name, row.EnglishName, row.Phone, row.Kind));
        var entry = await db.History.SingleAsync(h => h.Subject == nameof(Organisation) && h.SubjectId == id, Cancellation);
        Assert.Equal("Create", entry.Act);
        Assert.Contains(name, entry.Changes, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OrganisationKind.Centre)]
    [InlineData(OrganisationKind.Leadership)]
    [InlineData(OrganisationKind.Administration)]
    public async Task Create_WhenThereMayBeOneAndThereIs_IsRefused(OrganisationKind kind)
    {
        _ = kind switch { OrganisationKind.Centre => Town.Centre(), OrganisationKind.Leadership => Town.Leadership(), _ => Town.Administration() };

        var outcome = await Service.CreateAsync(Town.Administrator(), Guid.NewGuid(), new NewOrganisationInput { Kind = kind, Name = Name("另一个") });

        Assert.Equal("Organisation.OneOnly", outcome.Refusal?.Code);
    }

    [Fact]
    public async Task Create_WhenInputIsBad_SaysSoFieldByFieldAndWritesNothing()
    {
        var outcome = await Service.CreateAsync(Town.Administrator(), Guid.NewGuid(), new NewOrganisationInput
        {
            Kind = (OrganisationKind)99,
            Name = "\u200B ",
            EnglishName = new string('x', 121),
            Phone = "12345",
        });

        Assert.Equal(
            ["Organisation.KindMissing@Kind", "Missing@Name", "TooLong@EnglishName", "Phone.Form@Phone"],
            outcome.Refusal!.Details.Select(d => $"{d.Code}@{d.Field}"));
    }

    [Fact]
    public async Task Create_WhenNameIsTaken_IsRefused()
    {
        var unit = Town.Unit();

        var outcome = await Service.CreateAsync(Town.Administrator(), Guid.NewGuid(), new NewOrganisationInput { Name = unit.Name + " " });

        Assert.Equal(("Organisation.NameTaken", "Name"), (outcome.Refusal?.Code, outcome.Refusal?.Field));
    }

    [Fact]
    public async Task Create_WhenNotAdministrator_IsRefused()
    {
        var input = new NewOrganisationInput { Name = Name("某单位") };

        Assert.Equal("Organisation.AdministratorOnly", (await Service.CreateAsync(Town.CentreLead(), Guid.NewGuid(), input)).Refusal?.Code);
        Assert.Equal(Refusal.NotFound, (await Service.CreateAsync(Town.EnterpriseUser(Town.Enterprise()), Guid.NewGuid(), input)).Refusal);
        await using var db = Town.Look();
        Assert.False(await db.Organisations.AnyAsync(o => o.Name == input.Name, Cancellation));
    }

    [Fact]
    public async Task Change_WhenVersionIsCurrent_Renames()
    {
        var unit = Town.Unit();
        var name = Name("城市建设管理办公室");

        Assert.True((await Service.ChangeAsync(Town.Administrator(), Guid.NewGuid(), new OrganisationInput { Id = unit.Id, Name = name, Phone = "13800000000" })).Done);

        await using var db = Town.Look();
        var row = await db.Organisations.SingleAsync(o => o.Id == unit.Id, Cancellation);
        Assert.Equal((name, "13800000000", 1), (row.Name, row.Phone, row.Version));
    }

    [Fact]
    public async Task Change_WhenStaleOrUnknownOrTaken_IsRefused()
    {
        var (unit, other) = (Town.Unit(), Town.Unit());
        var administrator = Town.Administrator();

        Assert.Equal(Refusal.Stale, (await Change(new OrganisationInput { Id = unit.Id, Version = 7, Name = "甲" })).Refusal);
        Assert.Equal(Refusal.NotFound, (await Change(new OrganisationInput { Id = -1, Name = "甲" })).Refusal);
        Assert.Equal("Organisation.NameTaken", (await Change(new OrganisationInput { Id = unit.Id, Name = other.Name })).Refusal?.Code);
        Assert.Equal("Missing", (await Change(new OrganisationInput { Id = unit.Id, Name = " " })).Refusal?.Code);

        Task<Outcome<Nothing>> Change(OrganisationInput input) => Service.ChangeAsync(administrator, Guid.NewGuid(), input);
    }

    [Fact]
    public async Task Disable_WhenNobodyAndNothingDependsOnIt_TakesItOutOfTheList()
    {
        var unit = Town.Unit();
        var administrator = Town.Administrator();

        Assert.True((await Service.DisableAsync(administrator, Guid.NewGuid(), unit.Id, 0)).Done);

        Assert.DoesNotContain(await List(administrator, new OrganisationFilter()), o => o.Id == unit.Id);
        Assert.Contains(await List(administrator, new OrganisationFilter(WithDisabled: true)), o => o.Id == unit.Id && o.DisabledAt == Town.Start);
        Assert.True((await Service.EnableAsync(administrator, Guid.NewGuid(), unit.Id, 1)).Done);
        Assert.Contains(await List(administrator, new OrganisationFilter()), o => o.Id == unit.Id);
    }

    [Fact]
    public async Task Disable_WhenItHasPeople_IsRefusedUntilTheyLeft()
    {
        var unit = Town.Unit();
        var officer = Town.Officer(unit);
        var administrator = Town.Administrator();

        Assert.Equal([new Refusal("Organisation.HasPeople", 1).Sentence], (await Service.DisableAsync(administrator, Guid.NewGuid(), unit.Id, 0)).Refusal?.Details.Select(d => d.Sentence));

        Town.Write(db => db.Users.Single(a => a.Id == officer.AccountId).DisabledAt = Town.Start);
        Assert.True((await Service.DisableAsync(administrator, Guid.NewGuid(), unit.Id, 0)).Done);
    }

    [Fact]
    public async Task Disable_WhenEnterprisesBelongToIt_IsRefused()
    {
        var city = Town.EconomicCity();
        Town.Enterprise(city);

        Assert.Equal(["Organisation.HasEnterprises"], (await Service.DisableAsync(Town.Administrator(), Guid.NewGuid(), city.Id, 0)).Refusal?.Details.Select(d => d.Code));
    }

    [Fact]
    public async Task Disable_WhenThereMustBeOne_IsRefused() =>
        Assert.Equal("Organisation.Indispensable", (await Service.DisableAsync(Town.Administrator(), Guid.NewGuid(), Town.Centre().Id, 0)).Refusal?.Code);

    [Fact]
    public async Task List_WhenOneKindIsAsked_PagesThroughIt()
    {
        var names = Enumerable.Range(0, 3).Select(_ => Town.CooperatingDepartment().Name).ToHashSet();
        var officer = Town.Officer(Town.Unit());

        var all = (await Service.ListAsync(officer, new OrganisationFilter(OrganisationKind.CooperatingDepartment))).Value;
        var second = (await Service.ListAsync(officer, new OrganisationFilter(OrganisationKind.CooperatingDepartment, Skip: 1, Take: 1))).Value;

        Assert.True(names.IsSubsetOf(all.Items.Select(o => o.Name)));
        Assert.Equal(all.Items.Count, all.Total);
        Assert.Equal((all.Total, all.Items[1].Id), (second.Total, Assert.Single(second.Items).Id));
    }

    [Fact]
    public async Task Read_WhenEnterpriseUser_FindsNothing()
    {
        var unit = Town.Unit();
        var user = Town.EnterpriseUser(Town.Enterprise());

        Assert.Equal(Refusal.NotFound, (await Service.ListAsync(user, new OrganisationFilter())).Refusal);
        Assert.Equal(Refusal.NotFound, (await Service.GetAsync(user, unit.Id)).Refusal);
        Assert.Equal(Refusal.NotFound, (await Service.TaskForceAsync(user)).Refusal);
    }

    [Fact]
    public async Task Get_WhenPeopleHoldPosts_NamesThemButNotDisabledOnes()
    {
        var unit = Town.Unit();
        var liaison = Town.Liaison(unit);
        var gone = Town.Officer(unit);
        Town.Write(db => db.Users.Single(a => a.Id == gone.AccountId).DisabledAt = Town.Start);

        var details = (await Service.GetAsync(Town.Dispatcher(), unit.Id)).Value;

        Assert.Equal((liaison.AccountId, PostKind.Liaison), (Assert.Single(details.Holders).AccountId, details.Holders[0].Post));
        Assert.Equal((1, false), (details.Organisation.People, details.MayChange));
        Assert.True((await Service.GetAsync(Town.Administrator(), unit.Id)).Value.MayChange);
    }

    [Fact]
    public async Task TaskForce_WhenTownIsSetUp_NamesGeneralLiaisonCentreAndLiaisons()
    {
        var general = Town.GeneralLiaison();
        var lead = Town.CentreLead();
        var unit = Town.Unit();
        var liaison = Town.Liaison(unit);
        Town.Officer(unit);

        var force = (await Service.TaskForceAsync(liaison)).Value;

        Assert.Contains(force.GeneralLiaisons, h => h.AccountId == general.AccountId);
        Assert.Contains(force.Centre!.People, h => h.AccountId == lead.AccountId && h.Post == PostKind.CentreLead);
        Assert.Equal(liaison.AccountId, Assert.Single(force.Units.Single(u => u.Id == unit.Id).People).AccountId);
        Assert.DoesNotContain(force.Units, u => u.Kind is OrganisationKind.Leadership or OrganisationKind.Administration);
    }

    private async Task<IReadOnlyList<OrganisationRow>> List(Caller caller, OrganisationFilter filter) => (await Service.ListAsync(caller, filter)).Value.Items;

    private static string Name(string name) => $"{name}{Guid.NewGuid():N}"[..20];

    public sealed class OnSqlite(SqliteDatabase database) : OrganisationServiceTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : OrganisationServiceTests(database), IClassFixture<PostgresDatabase>;
}
