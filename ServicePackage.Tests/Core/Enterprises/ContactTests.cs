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
    public async Task Contact_ForAUnitWhoseDemandHasEnded_IsLoggedAtEachLook()
    {
        var number = await AcceptedAsync();
        Assert.Equal((Enterprise.ContactPhone, true), await SeesAsync(Officer));
        await DoneAsync(Applicant, number, Move.Withdraw, Saying("已自行解决。"));

        Assert.Equal((Enterprise.ContactPhone, true), await SeesAsync(Officer));
        Assert.Equal((Enterprise.ContactPhone, true), await SeesAsync(Liaison));

        Assert.Equal([(Officer.AccountId, true), (Liaison.AccountId, true)], await LooksAsync());
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
            var number = await AcceptedAsync();
            await DoneAsync(Applicant, number, Move.Withdraw, Saying("已自行解决。"));
            await using var db = Town.Look();
            await using var held = await db.Database.BeginTransactionAsync(Cancellation);

            Assert.Equal("Busy", (await Service.GetAsync(Officer, Enterprise.Id)).Refusal?.Code);
        }
    }

    public sealed class OnPostgres(PostgresDatabase database) : ContactTests(database), IClassFixture<PostgresDatabase>;
}
