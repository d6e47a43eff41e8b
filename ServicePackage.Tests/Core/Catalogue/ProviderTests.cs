using ServicePackage.Core.Catalogue;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Catalogue;

/// <summary>Providers as organisations of their own kind. The town's day is 2 March 2026.</summary>
public abstract class ProviderTests(TestDatabase database) : CatalogueTestsBase(database)
{
    [Fact]
    public async Task Merger_PassesServicesOn()
    {
        var id = await PublishedAsync();
        var into = Town.Provider(ProviderNature.Public, "企业服务总站");

        var merged = Must(await new OrganisationMerge(Town.Runner).MergeAsync(Town.Administrator(), Guid.NewGuid(), new MergeInput { Id = Provider.Id, Version = Provider.Version, IntoId = into.Id, Name = Provider.Name }, Cancellation));

        Assert.Equal(1, merged.Passed[nameof(Service)]);
        Assert.Equal(into.Id, (await ReadAsync(id)).Facts.Provider.Id);
    }

    [Fact]
    public async Task Provider_IsEnteredByTheCentreWithItsNature_AndItsPeopleAreNotOfTheTown()
    {
        var organisations = new OrganisationService(Town.Runner);
        var input = new NewOrganisationInput { Kind = OrganisationKind.Provider, Name = "新服务机构" };
        Assert.Equal(nameof(input.Nature), (await organisations.CreateAsync(Dispatcher, Guid.NewGuid(), input)).Refusal?.Field);

        input.Nature = ProviderNature.Commercial;
        var id = Must(await organisations.CreateAsync(Dispatcher, Guid.NewGuid(), input));

        Assert.Equal(ProviderNature.Commercial, Must(await organisations.GetAsync(Dispatcher, id)).Organisation.Nature);
        Assert.Equal(Refusal.NotFound, (await organisations.ListAsync(ProvidersPerson, new OrganisationFilter())).Refusal);
        Assert.Equal("Organisation.AdministratorOnly", (await organisations.CreateAsync(Dispatcher, Guid.NewGuid(), new NewOrganisationInput { Kind = OrganisationKind.Unit, Name = "新单位" })).Refusal?.Code);
    }

    [Fact]
    public async Task Provider_WithServices_OrWithWhatIsStillToBeGiven_CannotBeDisabled()
    {
        var (administrator, organisations, provider) = (Town.Administrator(), new OrganisationService(Town.Runner), Town.Provider());
        var service = await PublishedAsync(fill: i => i.ProviderId = provider.Id, by: Dispatcher);
        var pick = Must(await AskAsync(service));
        Assert.Contains(await DutiesAsync(), d => d.Code == "Organisation.HasServices");

        Must(await Review.WithdrawAsync(Lead, Guid.NewGuid(), new ServiceReasonInput { ServiceId = service, Version = (await ReadAsync(service)).Version, Reason = "项目结束" }, Cancellation));
        Assert.Contains(await DutiesAsync(), d => d.Code == "Organisation.HasServices");

        Must(await StepAsync(Dispatcher, pick, PickStep.Decline));
        Must(await organisations.DisableAsync(administrator, Guid.NewGuid(), provider.Id, 0));

        async Task<IReadOnlyList<Refusal>> DutiesAsync() => (await organisations.DisableAsync(administrator, Guid.NewGuid(), provider.Id, 0)).Refusal!.Details;
    }

    [Fact]
    public async Task Provider_WritesAtWhatAUnitEnteredForIt_AndSoDoesTheUnit()
    {
        var officer = Town.Officer(Town.Unit("文广中心"));
        var id = await DraftAsync(by: officer);

        foreach (var who in new[] { officer, ProvidersPerson })
        {
            var seen = await SeenAsync(id);
            Must(await Drafts.SaveAsync(who, Guid.NewGuid(), Input(fill: i => (i.Id, i.Version) = (id, seen.Version)), Cancellation));
        }

        Assert.Equal(Refusal.NotFound, (await Reader.ReadAsync(Town.Liaison(Town.Provider()), id, Cancellation)).Refusal);
    }

    public sealed class OnSqlite(SqliteDatabase database) : ProviderTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : ProviderTests(database), IClassFixture<PostgresDatabase>;
}
