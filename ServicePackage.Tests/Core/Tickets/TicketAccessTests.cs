using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>
/// Who sees what of a demand. S: sees it · C: sees its contact · L: sees its contact, and the look is logged · I: sees what is internal ·
/// A: may comment · E: sees the enterprise's file, with the contact person by the same rule. Every relation is tried in every state; one that does not stand in the table fails.
/// </summary>
public abstract class TicketAccessTests(TestDatabase database) : TicketTests(database)
{
    /// <summary>What one can be to a demand, those who were it once among them.</summary>
    public enum Who
    {
        Enterprise, AnotherEnterprise, FirstAsked, Butler, FormerButler, AnotherButler, City, AnotherCity, LeadOfficer, LeadLiaison, FormerLead,
        Supporter, SupporterDone, SupporterUntilItEnded, SupporterRelieved, AnotherUnit, Dispatcher, CentreLead, TownLeader, GeneralLiaison, Administrator, Auditor,
    }

    private static readonly Dictionary<Who, (string Open, string Ended)> Table = new()
    {
        //                                open     ended
        [Who.Enterprise] = ("SC-AE", "SC--E"),
        [Who.AnotherEnterprise] = ("-----", "-----"),
        [Who.FirstAsked] = ("SCIA-", "SLI--"),
        [Who.Butler] = ("SCIAE", "SCI-E"),
        [Who.FormerButler] = ("-----", "-----"),
        [Who.AnotherButler] = ("-----", "-----"),
        [Who.City] = ("SCIAE", "SCI-E"),
        [Who.AnotherCity] = ("-----", "-----"),
        [Who.LeadOfficer] = ("SCIAE", "SLI--"),
        [Who.LeadLiaison] = ("SCIAE", "SLI--"),
        [Who.FormerLead] = ("-----", "-----"),
        [Who.Supporter] = ("SCIAE", "SLI--"),
        [Who.SupporterDone] = ("SLIAE", "SLI--"),
        [Who.SupporterUntilItEnded] = ("-----", "SLI--"), // its task fell away with the demand
        [Who.SupporterRelieved] = ("-----", "-----"), // its task fell away before, when another unit took the demand
        [Who.AnotherUnit] = ("-----", "-----"),
        [Who.Dispatcher] = ("SCIAE", "SCI-E"),
        [Who.CentreLead] = ("SCIAE", "SCI-E"),
        [Who.TownLeader] = ("S-IAE", "S-I-E"),
        [Who.GeneralLiaison] = ("S-IAE", "S-I-E"),
        [Who.Administrator] = ("----E", "----E"),
        [Who.Auditor] = ("-----", "-----"),
    };

    private static readonly Dictionary<TicketState, bool> IsOpen = new()
    {
        [TicketState.Raised] = true,
        [TicketState.Dispatched] = true,
        [TicketState.InProgress] = true,
        [TicketState.ReturnRequested] = true,
        [TicketState.AwaitingSupplement] = true,
        [TicketState.InLegalProceedings] = true,
        [TicketState.AwaitingConfirmation] = true,
        [TicketState.AwaitingRating] = true,
        [TicketState.ReplyDue] = true,
        [TicketState.Closed] = false,
        [TicketState.Withdrawn] = false,
    };

    [Fact]
    public async Task EveryRelation_InEveryState_SeesWhatTheTableSays()
    {
        var number = await StageAsync();
        var people = People();
        var expected = new List<string>();
        var found = new List<string>();
        foreach (var state in Enum.GetValues<TicketState>())
        {
            await using (var db = Town.Look())
            {
                var ended = IsOpen[state] ? (DateTime?)null : _endedAt;
                await db.Tickets.Where(t => t.Number == number).ExecuteUpdateAsync(s => s.SetProperty(t => t.State, state).SetProperty(t => t.ClosedAt, ended), Cancellation);
            }

            foreach (var who in Enum.GetValues<Who>())
            {
                expected.Add($"{state} {who} {(IsOpen[state] ? Table[who].Open : Table[who].Ended)}");
                found.Add($"{state} {who} {await SeenAsync(people[who], number)}");
            }

            Town.Time.Advance(ContactPersonAccess.OneLook); // whoever looks now, looks again
        }

        Assert.Equal(expected, found);
    }

    private async Task<string> SeenAsync(Caller who, string number)
    {
        var looks = await LooksAsync();
        var view = await Pages.GetAsync(who, number, Cancellation);
        var files = new AttachmentService(Town.Runner, Town.Contexts, Town.Clock, Town.Time);
        var (open, inside) = (await ReadsAsync(files, who, "公开.pdf"), await ReadsAsync(files, who, "内部.pdf"));
        Assert.Equal(view.Done, open);
        if (!view.Done)
        {
            Assert.Equal((Refusal.NotFound, false, looks), (view.Refusal, inside, await LooksAsync()));
            return $"----{await FileAsync(who, null)}";
        }

        var contact = view.Value.ContactPhone.Length == 0 ? '-' : await LooksAsync() > looks ? 'L' : 'C';
        Assert.Equal(inside, view.Value.Timeline.Any(t => t.Internal));
        return $"S{contact}{(inside ? 'I' : '-')}{(view.Value.Moves.Any(m => m.Move == Move.Comment) ? 'A' : '-')}{await FileAsync(who, contact != '-')}";
    }

    private async Task<char> FileAsync(Caller who, bool? contact)
    {
        var file = await new EnterpriseService(Town.Runner).GetAsync(who, Enterprise.Id);
        Assert.True(contact is null || !file.Done || contact == file.Value.ContactPerson is not null, "The file and the demand show the contact by one rule.");
        return file.Done ? 'E' : '-';
    }

    private async Task<bool> ReadsAsync(AttachmentService files, Caller who, string name)
    {
        await using var db = Town.Look();
        var id = await db.Attachments.Where(a => a.FileName == name && a.UploadedById == Dispatcher.AccountId).Select(a => a.Id).SingleAsync(Cancellation);
        return (await files.OpenAsync(who, id, Cancellation)).Done;
    }

    private async Task<int> LooksAsync()
    {
        await using var db = Town.Look();
        return await db.History.CountAsync(h => h.Subject == nameof(Enterprise) && h.SubjectId == Enterprise.Id && h.Act == ContactPersonAccess.Look, Cancellation);
    }

    private Organisation[] Units { get; } = new Organisation[5];

    private Caller _firstAsked;
    private DateTime _endedAt;

    private async Task<string> StageAsync()
    {
        for (var i = 0; i < Units.Length; i++)
        {
            Units[i] = Town.Unit("协办单位");
        }

        (_firstAsked, _endedAt) = (Town.Stranger(), Town.Clock.Now);
        var number = await RaisedAsync();
        await DoneAsync(Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = Units[3].Id, SupportingUnitIds = [Units[0].Id, Units[1].Id, Units[2].Id, Units[4].Id], TaskText = "协助踏勘管网。" });
        await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = Unit.Id, Text = "由城建办主办。", CarryTasks = true });
        await DoneAsync(Dispatcher, number, Move.Remind, Saying("请尽快。"));
        Town.Write(db =>
        {
            var ticket = db.Tickets.Include(t => t.Tasks).Single(t => t.Number == number);
            db.Entry(ticket).Property(t => t.FirstAskedId).CurrentValue = _firstAsked.AccountId;
            db.Entry(ticket.Tasks.Single(t => t.UnitId == Units[1].Id)).Property(t => t.State).CurrentValue = SupportingTaskState.Done;
            Cancel(Units[2], _endedAt);
            Cancel(Units[4], _endedAt.AddDays(-1));
            db.Attachments.AddRange(File("公开.pdf", false), File("内部.pdf", true));

            void Cancel(Organisation unit, DateTime at)
            {
                var task = db.Entry(ticket.Tasks.Single(t => t.UnitId == unit.Id));
                task.Property(t => t.State).CurrentValue = SupportingTaskState.Cancelled;
                task.Property(t => t.EndedAt).CurrentValue = at;
            }

            Attachment File(string name, bool isInternal) => new()
            {
                Id = Guid.NewGuid(),
                SubjectKind = nameof(Ticket),
                SubjectId = ticket.Id,
                Internal = isInternal,
                UploadedById = Dispatcher.AccountId,
                UploadedAt = Town.Clock.Now,
                FileName = name,
                ContentType = "application/pdf",
                Length = 0,
                Sha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            };
        });
        return number;
    }

    private Dictionary<Who, Caller> People()
    {
        var (butler, former) = (Town.Stranger(), Town.Butler(Enterprise));
        Town.Write(db => db.ButlerAssignments.Single(b => b.AccountId == former.AccountId).Until = Town.Clock.Today);
        Town.Assign(butler, Enterprise);
        return new Dictionary<Who, Caller>
        {
            [Who.Enterprise] = Applicant,
            [Who.AnotherEnterprise] = Town.EnterpriseUser(Town.Enterprise(City)),
            [Who.FirstAsked] = _firstAsked,
            [Who.Butler] = butler,
            [Who.FormerButler] = former,
            [Who.AnotherButler] = Town.Butler(Town.Enterprise(City)),
            [Who.City] = Town.Officer(City),
            [Who.AnotherCity] = Town.Specialist(Town.EconomicCity("马东经济城")),
            [Who.LeadOfficer] = Officer,
            [Who.LeadLiaison] = Liaison,
            [Who.FormerLead] = Town.Officer(Units[3]),
            [Who.Supporter] = Town.Officer(Units[0]),
            [Who.SupporterDone] = Town.Officer(Units[1]),
            [Who.SupporterUntilItEnded] = Town.Officer(Units[2]),
            [Who.SupporterRelieved] = Town.Officer(Units[4]),
            [Who.AnotherUnit] = Town.Officer(Town.Unit("其他单位")),
            [Who.Dispatcher] = Dispatcher,
            [Who.CentreLead] = CentreLead,
            [Who.TownLeader] = Town.TownLeader(),
            [Who.GeneralLiaison] = Town.GeneralLiaison(),
            [Who.Administrator] = Town.Administrator(),
            [Who.Auditor] = Town.Auditor(),
        };
    }

    public sealed class OnSqlite(SqliteDatabase database) : TicketAccessTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : TicketAccessTests(database), IClassFixture<PostgresDatabase>;
}
