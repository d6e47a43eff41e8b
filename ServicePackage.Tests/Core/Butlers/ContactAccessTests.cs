using ServicePackage.Core.Butlers;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Core.Tickets;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Butlers;

/// <summary>
/// Who keeps contact with an enterprise. S: sees the enterprise · R: reads what was said · W: plans, records and gives up. Every relation is
/// tried for both tiers, with a named butler and a stand-in, on the roster and off it; one that does not stand in the table fails.
/// </summary>
public abstract class ContactAccessTests(TestDatabase database) : TicketTests(database)
{
    /// <summary>What one can be to an enterprise.</summary>
    public enum Who
    {
        OwnPerson, AnotherEnterprise, Butler, FormerButler, CitySpecialist, CityManager, AnotherCity, LeadOfficer, ButlerElsewhere, AnotherUnit,
        Dispatcher, CentreLead, TownLeader, GeneralLiaison, Administrator, Auditor, Nobody,
    }

    private static readonly Dictionary<Who, (string Named, string StandIn)> Table = new()
    {
        //                            a butler is named, or somebody stands in
        [Who.OwnPerson] = ("        S--", "S--"), // what was said is the town's own note
        [Who.AnotherEnterprise] = ("---", "---"),
        [Who.Butler] = ("           SRW", "---"), // whose time is over where somebody stands in
        [Who.FormerButler] = ("     ---", "---"),
        [Who.CitySpecialist] = ("   SRW", "SRW"),
        [Who.CityManager] = ("      SRW", "SRW"),
        [Who.AnotherCity] = ("      ---", "---"),
        [Who.LeadOfficer] = ("      S--", "S--"),
        [Who.ButlerElsewhere] = ("  S--", "S--"), // an officer of the lead unit, and another enterprise's butler
        [Who.AnotherUnit] = ("      ---", "---"),
        [Who.Dispatcher] = ("       SRW", "SRW"),
        [Who.CentreLead] = ("       SRW", "SRW"),
        [Who.TownLeader] = ("       SRW", "SRW"),
        [Who.GeneralLiaison] = ("   SRW", "SRW"),
        [Who.Administrator] = ("    S--", "S--"),
        [Who.Auditor] = ("          ---", "---"),
        [Who.Nobody] = ("           ---", "---"),
    };

    [Fact]
    public async Task EveryRelation_NamedOrStandingIn_KeepsContactAsTheTableSays()
    {
        var (people, butler) = await StageAsync();
        var expected = new List<string>();
        var found = new List<string>();
        foreach (var tier in Enum.GetValues<EnterpriseTier>())
        {
            foreach (var isNamed in new[] { true, false })
            {
                foreach (var left in new DateOnly?[] { null, Town.Clock.Today })
                {
                    Town.Write(db =>
                    {
                        var enterprise = db.Enterprises.Single(e => e.Id == Enterprise.Id);
                        (enterprise.Tier, enterprise.LeftRosterOn) = (tier, left);
                        db.ButlerAssignments.Single(b => b.AccountId == butler.AccountId).Until = isNamed ? null : Town.Clock.Today;
                    });
                    foreach (var who in Enum.GetValues<Who>())
                    {
                        var row = $"{tier}, {(isNamed ? "a butler" : "a stand-in")}, {(left is null ? "on the roster" : "left it")}, {who}: ";
                        expected.Add(row + (isNamed ? Table[who].Named : Table[who].StandIn).Trim());
                        found.Add(row + await KeepsAsync(people[who], offRoster: left is not null));
                    }
                }
            }
        }

        Assert.Equal(expected, found);
    }

    private ContactService Service => new(Town.Runner, new CalendarSource(), new Unchanging<ContactSettings>());

    private async Task<string> KeepsAsync(Caller who, bool offRoster)
    {
        var read = await Service.OfAsync(who, Enterprise.Id);

        // What is lacking in each stops it behind the door.
        var record = await Service.RecordContactAsync(who, Guid.NewGuid(), new RecordContactInput { EnterpriseId = Enterprise.Id });
        var plan = await Service.PlanContactAsync(who, Guid.NewGuid(), new PlanContactInput { EnterpriseId = Enterprise.Id, Way = ContactWay.Telephone, Day = Town.Clock.Today.AddDays(-1) });
        var givenUp = await Service.GiveUpPlanAsync(who, Guid.NewGuid(), Enterprise.Id, 0, 0);
        var door = read.Done ? "Contact.NotYours" : Refusal.NotFound.Code;
        var may = record.Refusal!.Code != door;
        Assert.Equal(
            may ? ("Missing", offRoster ? "Contact.OffRoster" : "Contact.DayPast", Refusal.Stale.Code) : (door, door, door),
            (record.Refusal.Details is [var first, ..] ? first.Code : record.Refusal.Code, plan.Refusal?.Code, givenUp.Refusal?.Code));
        return $"{(read.Done ? 'S' : '-')}{(read.Done && read.Value.Count > 0 ? 'R' : '-')}{(may ? 'W' : '-')}";
    }

    private async Task<(Dictionary<Who, Caller> People, Caller Butler)> StageAsync()
    {
        await DispatchedAsync();
        var (butler, former) = (Town.Stranger(), Town.Butler(Enterprise));
        Town.Write(db => db.ButlerAssignments.Single(b => b.AccountId == former.AccountId).Until = Town.Clock.Today);
        Town.Assign(butler, Enterprise);
        var elsewhere = Town.Officer(Unit);
        Town.Assign(elsewhere, Town.Enterprise(City));
        var held = await Service.RecordContactAsync(butler, Guid.NewGuid(), new RecordContactInput
        {
            EnterpriseId = Enterprise.Id,
            Way = ContactWay.Telephone,
            When = TownTime.Local(Town.Clock.Now),
            WithWhom = "陈晓明",
            Said = "近况良好。",
        });
        Assert.True(held.Done);
        return (new Dictionary<Who, Caller>
        {
            [Who.OwnPerson] = Applicant,
            [Who.AnotherEnterprise] = Town.EnterpriseUser(Town.Enterprise(City)),
            [Who.Butler] = butler,
            [Who.FormerButler] = former,
            [Who.CitySpecialist] = Specialist,
            [Who.CityManager] = Town.GeneralManager(City),
            [Who.AnotherCity] = Town.Specialist(Town.EconomicCity("马东经济城")),
            [Who.LeadOfficer] = Officer,
            [Who.ButlerElsewhere] = elsewhere,
            [Who.AnotherUnit] = Town.Officer(Town.Unit("其他单位")),
            [Who.Dispatcher] = Dispatcher,
            [Who.CentreLead] = CentreLead,
            [Who.TownLeader] = Town.TownLeader(),
            [Who.GeneralLiaison] = Town.GeneralLiaison(),
            [Who.Administrator] = Town.Administrator(),
            [Who.Auditor] = Town.Auditor(),
            [Who.Nobody] = Town.Stranger(),
        }, butler);
    }

    public sealed class OnSqlite(SqliteDatabase database) : ContactAccessTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : ContactAccessTests(database), IClassFixture<PostgresDatabase>;
}
