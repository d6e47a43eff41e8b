using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Core.Tickets;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Attachments;

/// <summary>
/// Who reads which file. Of a demand and of an enterprise: R: every file · O: what is open, nothing internal · -: none. Unclaimed: R: one's own · -: another's.
/// Every relation is tried with every file, wholly uploaded or not, internal or not; one that does not stand in the table fails.
/// </summary>
public abstract class AttachmentAccessTests(TestDatabase database) : TicketTests(database)
{
    /// <summary>What one can be to the demand, the enterprise and the file.</summary>
    public enum Who
    {
        Enterprise, AnotherEnterprise, Butler, FormerButler, City, AnotherCity, LeadOfficer, FormerLead, Supporter, SupporterWaived, SupporterCancelled, AnotherUnit,
        Dispatcher, CentreLead, TownLeader, GeneralLiaison, Administrator, Auditor, NobodyWhoClaimedThem,
    }

    /// <summary>What a file belongs to.</summary>
    public enum Whose
    {
        TheDemand, TheEnterprise, AKindNobodyKnows, MeUnclaimed, AnotherUnclaimed,
    }

    private static readonly Dictionary<Who, string> Table = new()
    {
        //                          demand enterprise unknown mine another's
        [Who.Enterprise] = "          O     O     -     R     -",
        [Who.AnotherEnterprise] = "   -     -     -     R     -",
        [Who.Butler] = "              R     R     -     R     -",
        [Who.FormerButler] = "        -     -     -     R     -",
        [Who.City] = "                R     R     -     R     -",
        [Who.AnotherCity] = "         -     -     -     R     -",
        [Who.LeadOfficer] = "         R     R     -     R     -",
        [Who.FormerLead] = "          -     -     -     R     -",
        [Who.Supporter] = "           R     R     -     R     -",
        [Who.SupporterWaived] = "     R     R     -     R     -", // no longer needed, and still told why
        [Who.SupporterCancelled] = "  -     -     -     R     -",
        [Who.AnotherUnit] = "         -     -     -     R     -",
        [Who.Dispatcher] = "          R     R     -     R     -",
        [Who.CentreLead] = "          R     R     -     R     -",
        [Who.TownLeader] = "          R     R     -     R     -",
        [Who.GeneralLiaison] = "      R     R     -     R     -",
        [Who.Administrator] = "       -     R     -     R     -",
        [Who.Auditor] = "             -     -     -     R     -",
        [Who.NobodyWhoClaimedThem] = "-     -     -     R     -", // uploaded them for somebody's subject, and is nothing to it
    };

    [Fact]
    public async Task EveryRelation_ToEveryFile_ReadsWhatTheTableSays()
    {
        var people = await StageAsync();
        var service = new AttachmentService(Town.Runner, Town.Contexts, Town.Clock, Town.Time);
        var expected = new List<string>();
        var found = new List<string>();
        foreach (var who in Enum.GetValues<Who>())
        {
            var cells = Table[who].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(Enum.GetValues<Whose>().Length, cells.Length);
            foreach (var whose in Enum.GetValues<Whose>())
            {
                foreach (var (isInternal, isWhole) in new[] { (false, true), (true, true), (false, false), (true, false) })
                {
                    var id = Files(people[who])[whose](isInternal, isWhole);
                    var outcome = await service.OpenAsync(people[who], id, Cancellation);
                    var file = $"{who}, {whose}, {(isInternal ? "internal" : "open")}, {(isWhole ? "whole" : "still coming in")}: ";
                    expected.Add(file + (isWhole && (cells[(int)whose] == "R" || (cells[(int)whose] == "O" && !isInternal)) ? "read" : Refusal.NotFound.Code));
                    found.Add(file + (outcome.Done ? "read" : outcome.Refusal!.Code));
                }
            }
        }

        Assert.Equal(expected, found);
    }

    private long _ticketId;

    private Caller _uploader;

    private Dictionary<Whose, Func<bool, bool, Guid>> Files(Caller me) => new()
    {
        [Whose.TheDemand] = (inside, whole) => File(_uploader, nameof(Ticket), _ticketId, inside, whole),
        [Whose.TheEnterprise] = (inside, whole) => File(_uploader, nameof(ServicePackage.Core.Enterprises.Enterprise), Enterprise.Id, inside, whole),
        [Whose.AKindNobodyKnows] = (inside, whole) => File(me, "Promise", _ticketId, inside, whole),
        [Whose.MeUnclaimed] = (inside, whole) => File(me, null, null, inside, whole),
        [Whose.AnotherUnclaimed] = (inside, whole) => File(Town.Stranger(), null, null, inside, whole),
    };

    [Fact]
    public async Task Files_OfOneSubject_AreItsOwn()
    {
        await RaisedAsync();
        var (one, kindred) = (File(Applicant, nameof(Ticket), 1, false, true), File(Applicant, nameof(Enterprise), 1, false, true));
        File(Applicant, nameof(Ticket), 2, false, true);
        await using var db = Town.Look();

        Assert.Equal([one], await db.Attachments.Of(new(nameof(Ticket), 1)).Select(a => a.Id).ToListAsync(Cancellation));
        Assert.Equal([kindred], await db.Attachments.Of(new(nameof(Enterprise), 1)).Select(a => a.Id).ToListAsync(Cancellation));
    }

    private Guid File(Caller by, string? kind, long? subjectId, bool isInternal, bool isWhole)
    {
        var file = new Attachment
        {
            Id = Guid.NewGuid(),
            SubjectKind = kind,
            SubjectId = subjectId,
            Internal = isInternal,
            UploadedById = by.AccountId,
            UploadedAt = Town.Clock.Now,
            FileName = "说明.pdf",
            ContentType = "application/pdf",
            Sha256 = isWhole ? "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" : "",
        };
        Town.Write(db => db.Attachments.Add(file));
        return file.Id;
    }

    private async Task<Dictionary<Who, Caller>> StageAsync()
    {
        var (support, waived, cancelled, formerLead) = (Town.Unit("协办单位"), Town.Unit("协办单位"), Town.Unit("协办单位"), Town.Unit("原主办单位"));
        var (butler, formerButler) = (Town.Stranger(), Town.Butler(Enterprise));
        Town.Write(db => db.ButlerAssignments.Single(b => b.AccountId == formerButler.AccountId).Until = Town.Clock.Today);
        Town.Assign(butler, Enterprise);
        var number = await RaisedAsync();
        await DoneAsync(Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = formerLead.Id, SupportingUnitIds = [support.Id, waived.Id, cancelled.Id], TaskText = "协助踏勘管网。" });
        await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = Unit.Id, Text = "由城建办主办。", CarryTasks = true });
        var tasks = (await StoredAsync(number)).Tasks;
        await DoneAsync(Dispatcher, number, Move.WaiveTask, new MoveInput { AboutId = tasks.Single(t => t.UnitId == waived.Id).Id, Text = "已无必要。" });
        Town.Write(db => db.Entry(db.Tickets.Include(t => t.Tasks).Single(t => t.Number == number).Tasks.Single(t => t.UnitId == cancelled.Id)).Property(t => t.State).CurrentValue = SupportingTaskState.Cancelled);
        _ticketId = (await StoredAsync(number)).Id;
        _uploader = Town.Stranger();
        return new Dictionary<Who, Caller>
        {
            [Who.Enterprise] = Applicant,
            [Who.AnotherEnterprise] = Town.EnterpriseUser(Town.Enterprise(City)),
            [Who.Butler] = butler,
            [Who.FormerButler] = formerButler,
            [Who.City] = Specialist,
            [Who.AnotherCity] = Town.Specialist(Town.EconomicCity("马东经济城")),
            [Who.LeadOfficer] = Officer,
            [Who.FormerLead] = Town.Officer(formerLead),
            [Who.Supporter] = Town.Officer(support),
            [Who.SupporterWaived] = Town.Officer(waived),
            [Who.SupporterCancelled] = Town.Officer(cancelled),
            [Who.AnotherUnit] = Town.Officer(Town.Unit("其他单位")),
            [Who.Dispatcher] = Dispatcher,
            [Who.CentreLead] = CentreLead,
            [Who.TownLeader] = Town.TownLeader(),
            [Who.GeneralLiaison] = Town.GeneralLiaison(),
            [Who.Administrator] = Town.Administrator(),
            [Who.Auditor] = Town.Auditor(),
            [Who.NobodyWhoClaimedThem] = _uploader,
        };
    }

    public sealed class OnSqlite(SqliteDatabase database) : AttachmentAccessTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : AttachmentAccessTests(database), IClassFixture<PostgresDatabase>;
}
