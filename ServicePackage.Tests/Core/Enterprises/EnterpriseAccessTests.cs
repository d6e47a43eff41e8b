using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Core.Tickets;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Enterprises;

/// <summary>
/// Who sees what of an enterprise and may do what with it. S: sees its file · C: sees its contact person · L: sees the contact person, and the
/// look is logged · M: changes its facts, lets it leave the roster and come back · P: corrects the contact person · R: corrects the credit
/// code · B: names its next butler · K: makes accounts for its people. Every relation is tried on the roster and off it, with an open demand, an ended one and none; one that does not stand in the table fails.
/// </summary>
public abstract class EnterpriseAccessTests(TestDatabase database) : TicketTests(database)
{
    /// <summary>What one can be to an enterprise, those who were it once among them.</summary>
    public enum Who
    {
        OwnPerson, AnotherEnterprise, FirstAsked, Butler, FormerButler, CitySpecialist, CityManager, AnotherCity, LeadOfficer, LeadLiaison, FormerLead,
        Supporter, SupporterDone, SupporterCancelled, AnotherUnit, Dispatcher, CentreLead, TownLeader, GeneralLiaison, Administrator, Auditor, Nobody,
    }

    /// <summary>Whether it has a demand.</summary>
    public enum Demand
    {
        None, Open, Ended,
    }

    private static readonly Dictionary<Who, (string None, string Open, string Ended)> Table = new()
    {
        //                             no demand  open       ended
        [Who.OwnPerson] = ("         SC-P---", "SC-P---", "SC-P---"),
        [Who.AnotherEnterprise] = (" -------", "-------", "-------"),
        [Who.FirstAsked] = ("        -------", "-------", "-------"), // the demand shows them what they need
        [Who.Butler] = ("            SC-----", "SC-----", "SC-----"),
        [Who.FormerButler] = ("      -------", "-------", "-------"),
        [Who.CitySpecialist] = ("    SC-P---", "SC-P---", "SC-P---"),
        [Who.CityManager] = ("       SC-P---", "SC-P---", "SC-P---"),
        [Who.AnotherCity] = ("       -------", "-------", "-------"),
        [Who.LeadOfficer] = ("       -------", "SC-----", "-------"),
        [Who.LeadLiaison] = ("       -------", "SC-----", "-------"),
        [Who.FormerLead] = ("        -------", "-------", "-------"),
        [Who.Supporter] = ("         -------", "SC-----", "-------"),
        [Who.SupporterDone] = ("     -------", "SL-----", "-------"),
        [Who.SupporterCancelled] = ("-------", "-------", "-------"),
        [Who.AnotherUnit] = ("       -------", "-------", "-------"),
        [Who.Dispatcher] = ("        SCMPRB-", "SCMPRB-", "SCMPRB-"),
        [Who.CentreLead] = ("        SCMPRB-", "SCMPRB-", "SCMPRB-"),
        [Who.TownLeader] = ("        S------", "S------", "S------"),
        [Who.GeneralLiaison] = ("    S------", "S------", "S------"),
        [Who.Administrator] = ("     S-----K", "S-----K", "S-----K"),
        [Who.Auditor] = ("           -------", "-------", "-------"),
        [Who.Nobody] = ("            -------", "-------", "-------"),
    };

    [Fact]
    public async Task EveryRelation_OnTheRosterAndOff_SeesAndMayWhatTheTableSays()
    {
        var expected = new List<string>();
        var found = new List<string>();
        foreach (var demand in Enum.GetValues<Demand>())
        {
            var (enterprise, people) = await StageAsync(demand);
            foreach (var left in new DateOnly?[] { null, Town.Clock.Today })
            {
                Town.Write(db => db.Enterprises.Single(e => e.Id == enterprise.Id).LeftRosterOn = left);
                foreach (var who in Enum.GetValues<Who>())
                {
                    var (none, open, ended) = Table[who];
                    var row = $"{(left is null ? "on the roster" : "left it")}, demand {demand}, {who}: ";
                    expected.Add(row + (demand switch { Demand.None => none, Demand.Open => open, _ => ended }).Trim());
                    found.Add(row + await SeenAsync(people[who], enterprise.Id));
                }

                Town.Time.Advance(ContactPersonAccess.OneLook); // whoever looks now, looks again
            }
        }

        Assert.Equal(expected, found);
    }

    [Fact]
    public async Task TheFirstButler_IsNamedByTheCentreAndTheAdministrator()
    {
        var (enterprise, people) = await StageAsync(Demand.Open);
        Town.Write(db => db.ButlerAssignments.Where(b => b.EnterpriseId == enterprise.Id).ExecuteDelete());

        var found = new List<Who>();
        foreach (var who in Enum.GetValues<Who>())
        {
            var may = (await Butlers.CandidatesAsync(people[who], enterprise.Id)).Done;
            Assert.Equal(may, (await Enterprises.GetAsync(people[who], enterprise.Id)) is { Done: true, Value.Rights.AssignButler: true });
            if (may)
            {
                found.Add(who);
            }
        }

        Assert.Equal([Who.Dispatcher, Who.CentreLead, Who.Administrator], found);
    }

    private EnterpriseService Enterprises => new(Town.Runner);

    private ButlerService Butlers => new(Town.Runner);

    private async Task<string> SeenAsync(Caller who, long id)
    {
        var looks = await LooksAsync(id);
        var file = await Enterprises.GetAsync(who, id);
        var looked = await LooksAsync(id) > looks;
        var rights = file.Done ? file.Value.Rights : new EnterpriseRights(false, false, false, false, false, false);
        Assert.Equal(file.Done, (await Butlers.OfAsync(who, id)).Done);

        // Each act judges by itself what the file says of it; a version nobody saw goes no further.
        await SaysAsync(rights.Change, c => Enterprises.ChangeAsync(who, c, new EnterpriseInput { Id = id, Version = -1 }));
        await SaysAsync(rights.Change, c => Enterprises.LeaveRosterAsync(who, c, new RosterInput { Id = id, Version = -1 }));
        await SaysAsync(rights.Change, c => Enterprises.RejoinRosterAsync(who, c, new RosterInput { Id = id, Version = -1 }));
        await SaysAsync(rights.ChangeContactPerson, c => Enterprises.ChangeContactPersonAsync(who, c, new ContactPersonInput { Id = id, Version = -1 }));
        await SaysAsync(rights.CorrectCode, c => Enterprises.CorrectCreditCodeAsync(who, c, new CreditCodeInput { Id = id, Version = -1 }));
        var candidates = await Butlers.CandidatesAsync(who, id);
        Assert.Equal(rights.AssignButler ? null : file.Done ? "Butler.CentreOnly" : Refusal.NotFound.Code, candidates.Refusal?.Code);
        return string.Concat(
            file.Done ? 'S' : '-',
            !file.Done || file.Value.ContactPerson is null ? '-' : looked ? 'L' : 'C',
            rights.Change ? 'M' : '-', rights.ChangeContactPerson ? 'P' : '-', rights.CorrectCode ? 'R' : '-', rights.AssignButler ? 'B' : '-', rights.KeepAccounts ? 'K' : '-');

        async Task SaysAsync(bool may, Func<Guid, Task<Outcome<Nothing>>> act) =>
            Assert.Equal(may ? Refusal.Stale.Code : file.Done ? "Enterprise.CentreOnly" : Refusal.NotFound.Code, (await act(Guid.NewGuid())).Refusal?.Code);
    }

    private async Task<int> LooksAsync(long id)
    {
        await using var db = Town.Look();
        return await db.History.CountAsync(h => h.Subject == nameof(Enterprise) && h.SubjectId == id && h.Act == ContactPersonAccess.Look, Cancellation);
    }

    /// <summary>An enterprise with everybody around it. That of <see cref="Demand.None"/> has had none, so that nobody's unit has anything to do with it.</summary>
    private async Task<(Enterprise Enterprise, Dictionary<Who, Caller> People)> StageAsync(Demand demand)
    {
        var enterprise = Town.Enterprise(City);
        var (butler, former, firstAsked) = (Town.Stranger(), Town.Butler(enterprise), Town.Stranger());
        Town.Write(db => db.ButlerAssignments.Single(b => b.AccountId == former.AccountId).Until = Town.Clock.Today);
        Town.Assign(butler, enterprise);
        Organisation[] units = [Town.Unit("协办单位"), Town.Unit("协办单位"), Town.Unit("协办单位"), Town.Unit("原主办单位")];
        if (demand != Demand.None)
        {
            var number = await RaisedAsync();
            await DoneAsync(Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = units[3].Id, SupportingUnitIds = [units[0].Id, units[1].Id, units[2].Id], TaskText = "协助踏勘管网。" });
            await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = Unit.Id, Text = "由城建办主办。", CarryTasks = true });
            Town.Write(db =>
            {
                var ticket = db.Tickets.Include(t => t.Tasks).Single(t => t.Number == number);
                var row = db.Entry(ticket);
                row.Property(t => t.EnterpriseId).CurrentValue = enterprise.Id;
                row.Property(t => t.FirstAskedId).CurrentValue = firstAsked.AccountId;
                row.Property(t => t.State).CurrentValue = demand == Demand.Open ? TicketState.InProgress : TicketState.Closed;
                db.Entry(ticket.Tasks.Single(t => t.UnitId == units[1].Id)).Property(t => t.State).CurrentValue = SupportingTaskState.Done;
                db.Entry(ticket.Tasks.Single(t => t.UnitId == units[2].Id)).Property(t => t.State).CurrentValue = SupportingTaskState.Cancelled;
            });
        }

        return (enterprise, new Dictionary<Who, Caller>
        {
            [Who.OwnPerson] = Town.EnterpriseUser(enterprise),
            [Who.AnotherEnterprise] = Applicant,
            [Who.FirstAsked] = firstAsked,
            [Who.Butler] = butler,
            [Who.FormerButler] = former,
            [Who.CitySpecialist] = Specialist,
            [Who.CityManager] = Town.GeneralManager(City),
            [Who.AnotherCity] = Town.Specialist(Town.EconomicCity("马东经济城")),
            [Who.LeadOfficer] = Officer,
            [Who.LeadLiaison] = Liaison,
            [Who.FormerLead] = Town.Officer(units[3]),
            [Who.Supporter] = Town.Officer(units[0]),
            [Who.SupporterDone] = Town.Officer(units[1]),
            [Who.SupporterCancelled] = Town.Officer(units[2]),
            [Who.AnotherUnit] = Town.Officer(Town.Unit("其他单位")),
            [Who.Dispatcher] = Dispatcher,
            [Who.CentreLead] = CentreLead,
            [Who.TownLeader] = Town.TownLeader(),
            [Who.GeneralLiaison] = Town.GeneralLiaison(),
            [Who.Administrator] = Town.Administrator(),
            [Who.Auditor] = Town.Auditor(),
            [Who.Nobody] = Town.Stranger(),
        });
    }

    public sealed class OnSqlite(SqliteDatabase database) : EnterpriseAccessTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : EnterpriseAccessTests(database), IClassFixture<PostgresDatabase>;
}
