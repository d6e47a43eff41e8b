using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;
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

    [Fact]
    public async Task Contact_SeenAgainWithinTenMinutes_IsOneLook()
    {
        var support = Town.Unit("水务站");
        var officer = Town.Officer(support);
        var number = await SupportedAsync(support);
        await DoneAsync(officer, number, Move.FinishTask, new MoveInput { AboutId = await TaskAsync(number), Text = "已踏勘。" });

        Assert.Equal((Enterprise.ContactPhone, true), await SeesAsync(officer));
        Assert.Equal("13800000000", (await SeeAsync(officer, number)).ContactPhone);
        Town.Time.Advance(new TimeSpan(0, 9, 59));
        Assert.Equal((Enterprise.ContactPhone, true), await SeesAsync(officer));
        Assert.Single(await LooksAsync());
        Town.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((Enterprise.ContactPhone, true), await SeesAsync(officer));
        Assert.Equal(2, (await LooksAsync()).Count);
    }

    [Fact]
    public async Task Contact_SeenByOneWhoNotedSomethingElseJustNow_IsALook()
    {
        var support = Town.Unit("水务站");
        var officer = Town.Officer(support);
        var number = await SupportedAsync(support);
        await DoneAsync(officer, number, Move.FinishTask, new MoveInput { AboutId = await TaskAsync(number), Text = "已踏勘。" });
        Town.Write(db => db.Posts.Add(new Post { AccountId = officer.AccountId, OrganisationId = Town.Leadership().Id, Kind = PostKind.TownLeader }));
        var contacts = new ContactService(Town.Runner, new CalendarSource(), new Unchanging<ContactSettings>());
        Assert.True((await contacts.PlanContactAsync(officer, Guid.NewGuid(), new PlanContactInput { EnterpriseId = Enterprise.Id, Way = ContactWay.Telephone, Day = Town.Clock.Today })).Done);
        Assert.Empty(await LooksAsync());

        Assert.Equal((Enterprise.ContactPhone, true), await SeesAsync(officer));

        Assert.Equal([(officer.AccountId, true)], await LooksAsync());
    }

    [Fact]
    public async Task Contacts_WhenAllAreOpen_AreAskedForOnce()
    {
        var queries = 0;

        await Town.Runner.ReadAsync<bool>(Dispatcher, async op =>
        {
            queries = await QueriesAsync(() => op.SeeContactPersonsAsync([Enterprise.Id], Cancellation));
            return true;
        }, Cancellation);

        Assert.Equal(1, queries);
    }

    [Fact]
    public async Task ContactOfAClosedDemand_ForTheUnitThatLedIt_IsLoggedAtEachLook()
    {
        var number = await CompletedAsync();
        Assert.Equal("13800000000", (await SeeAsync(Officer, number)).ContactPhone);
        Assert.Empty(await LooksAsync());
        await DoneAsync(Applicant, number, Move.ConfirmDone);
        await DoneAsync(Applicant, number, Move.Rate, new MoveInput { Rating = RatingLevel.Satisfied });

        foreach (var (who, phone) in new[] { (Officer, "13800000000"), (Liaison, "13800000000"), (Town.TownLeader(), ""), (Dispatcher, "13800000000"), (Applicant, "13800000000") })
        {
            Assert.Equal(phone, (await SeeAsync(who, number)).ContactPhone);
        }

        Assert.Equal([(Officer.AccountId, true), (Liaison.AccountId, true)], await LooksAsync());
    }

    [Fact]
    public async Task Contacts_OfSeveralEnterprises_AreAskedForAndLoggedInOneGo()
    {
        var other = Town.Enterprise(Town.EconomicCity("马东经济城"));
        var number = await CompletedAsync();
        await DoneAsync(Applicant, number, Move.ConfirmDone);
        await DoneAsync(Applicant, number, Move.Rate, new MoveInput { Rating = RatingLevel.Satisfied });

        Assert.Equal([Enterprise.Id], await SeenAsync(Officer));
        Assert.Equal([Enterprise.Id], await SeenAsync(Specialist));
        Assert.Equal([Enterprise.Id, other.Id], await SeenAsync(Dispatcher));
        Assert.Empty(await SeenAsync(Town.GeneralLiaison()));
        Assert.Equal([(Officer.AccountId, true)], await LooksAsync());

        async Task<HashSet<long>> SeenAsync(Caller who) => (await Town.Runner.ReadAsync<HashSet<long>>(
            who, async op => (await op.SeeContactPersonsAsync([Enterprise.Id, other.Id], Cancellation)).ToHashSet(), Cancellation)).Value;
    }

    private async Task<(string? Contact, bool People)> SeesAsync(Caller caller)
    {
        Town.Write(db => db.Users.Single(a => a.Id == Applicant.AccountId).PhoneNumber = "13900000000");
        var file = (await Service.GetAsync(caller, Enterprise.Id)).Value;
        return (file.ContactPerson?.Phone, file.People.Single(p => p.AccountId == Applicant.AccountId).Phone == "13900000000");
    }

    private async Task<List<(long?, bool)>> LooksAsync()
    {
        await using var db = Town.Look();
        return [.. (await db.History.Where(h => h.Subject == nameof(Enterprise) && h.SubjectId == Enterprise.Id && h.Act == ContactPersonAccess.Look)
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

            var shown = (await Service.GetAsync(officer, Enterprise.Id)).Value;
            Assert.Equal((Enterprise.Name, (ContactPerson?)null), (shown.Name, shown.ContactPerson)); // the file is shown, the person is not
        }
    }

    public sealed class OnPostgres(PostgresDatabase database) : ContactTests(database), IClassFixture<PostgresDatabase>;
}
