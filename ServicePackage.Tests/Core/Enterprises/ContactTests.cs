using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Core.Tickets;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Enterprises;

/// <summary>Who sees whom to call at an enterprise, and which looks are written down.</summary>
public abstract class ContactTests(TestDatabase database) : TicketTests(database)
{
    private EnterpriseService Service => new(Town.Runner);

    [Fact]
    public async Task Contact_ForThoseWhoseWorkNeedsIt_IsShownAndNotLogged()
    {
        await DispatchedAsync();
        foreach (var caller in new[] { Dispatcher, CentreLead, Applicant, Specialist, Town.Officer(City), Town.Butler(Enterprise), Officer, Liaison })
        {
            Assert.Equal((Enterprise.ContactPhone, true), await SeesAsync(caller));
        }

        Assert.Empty(await LooksAsync());
    }

    [Fact]
    public async Task Contact_ForATownLeader_IsShownOfTheEnterprisesTheyServeAlone()
    {
        var (leader, liaison) = (Town.TownLeader(), Town.GeneralLiaison());
        Assert.Equal((null, false), await SeesAsync(leader));
        Assert.Equal((null, false), await SeesAsync(liaison));

        Town.Assign(leader, Enterprise);
        Assert.Equal((Enterprise.ContactPhone, true), await SeesAsync(leader));
        Town.Write(db => db.ButlerAssignments.Single(b => b.EnterpriseId == Enterprise.Id).Until = Town.Clock.Today);
        Assert.Equal((null, false), await SeesAsync(leader));
        Assert.Empty(await LooksAsync());
    }

    [Fact]
    public async Task Contact_ForAUnitWhoseTaskIsDone_IsLoggedAtEachLook()
    {
        var support = Town.Unit("水务站");
        var (officer, liaison) = (Town.Officer(support), Town.Liaison(support));
        var number = await SupportedAsync(support);
        Assert.Equal((Enterprise.ContactPhone, true), await SeesAsync(officer));
        Assert.Empty(await LooksAsync());
        await DoneAsync(officer, number, Move.FinishTask, new MoveInput { AboutId = await TaskAsync(number), Text = "已踏勘。" });

        Assert.Equal((Enterprise.ContactPhone, true), await SeesAsync(officer));
        Assert.Equal((Enterprise.ContactPhone, true), await SeesAsync(liaison));
        Assert.Equal((Enterprise.ContactPhone, true), await SeesAsync(Officer)); // leads it still

        Assert.Equal([(officer.AccountId, true), (liaison.AccountId, true)], await LooksAsync());
    }

    private async Task<(string? Contact, bool People)> SeesAsync(Caller caller)
    {
        Town.Write(db => db.Users.Single(a => a.Id == Applicant.AccountId).PhoneNumber = "13900000000");
        var file = (await Service.GetAsync(caller, Enterprise.Id)).Value;
        return (file.Contact?.Phone, file.People.Single(p => p.AccountId == Applicant.AccountId).Phone == "13900000000");
    }

    private async Task<List<(long?, bool)>> LooksAsync()
    {
        await using var db = Town.Look();
        return [.. (await db.History.Where(h => h.Subject == nameof(Enterprise) && h.SubjectId == Enterprise.Id && h.Act == ContactRules.Look)
            .OrderBy(h => h.Sequence).ToListAsync(Cancellation)).Select(h => (h.AccountId, h.Internal))];
    }

    public sealed class OnSqlite(SqliteDatabase database) : ContactTests(database), IClassFixture<SqliteDatabase>
    {
        [Fact]
        public async Task Contact_WhenTheLookCannotBeLogged_IsNotGiven()
        {
            var support = Town.Unit("水务站");
            var officer = Town.Officer(support);
            var number = await SupportedAsync(support);
            await DoneAsync(officer, number, Move.FinishTask, new MoveInput { AboutId = await TaskAsync(number), Text = "已踏勘。" });
            await using var db = Town.Look();
            await using var held = await db.Database.BeginTransactionAsync(Cancellation);

            Assert.Equal("Busy", (await Service.GetAsync(officer, Enterprise.Id)).Refusal?.Code);
        }
    }

    public sealed class OnPostgres(PostgresDatabase database) : ContactTests(database), IClassFixture<PostgresDatabase>;
}
