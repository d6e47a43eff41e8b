using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Core.Tickets;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Enterprises;

/// <summary>What a demand opens, and what it holds fast.</summary>
public abstract class DemandedTests(TestDatabase database) : TicketTests(database)
{
    [Fact]
    public async Task Enterprise_WhenItsDemandIsWithAUnit_IsSeenByTheUnitAlone()
    {
        var service = new EnterpriseService(Town.Runner);
        var supporting = Town.Unit();
        var supporter = Town.Officer(supporting);
        var number = await RaisedAsync();
        Assert.Equal(Refusal.NotFound, (await service.GetAsync(Officer, Enterprise.Id)).Refusal);

        await DoneAsync(Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = Unit.Id, SupportingUnitIds = [supporting.Id], TaskText = "配合踏勘" });

        Assert.True((await service.GetAsync(Officer, Enterprise.Id)).Done);
        Assert.True((await service.GetAsync(supporter, Enterprise.Id)).Done);
        Assert.Equal(Refusal.NotFound, (await service.GetAsync(Town.Officer(Town.Unit()), Enterprise.Id)).Refusal);
    }

    [Fact]
    public async Task Organisation_WhenDemandsWaitForIt_CannotBeDisabled()
    {
        var number = await DispatchedAsync();
        Town.Write(db => db.Users.Where(a => a.Posts.Any(p => p.OrganisationId == Unit.Id)).ToList().ForEach(a => a.DisabledAt = Town.Clock.Now));
        var administrator = Town.Administrator();
        var service = new OrganisationService(Town.Runner);

        Assert.Contains((await service.DisableAsync(administrator, Guid.NewGuid(), Unit.Id, 0)).Refusal!.Details, d => d.Code == "Organisation.HasLeads");

        await DoneAsync(Dispatcher, number, Move.End, new MoveInput { EndReason = EndReason.Dissolved, Text = "企业注销" });
        Assert.True((await service.DisableAsync(administrator, Guid.NewGuid(), Unit.Id, 0)).Done);
    }

    public sealed class OnSqlite(SqliteDatabase database) : DemandedTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : DemandedTests(database), IClassFixture<PostgresDatabase>;
}
