using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Core.Tickets;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Rooms;

/// <summary>Whether somebody sees one thing is asked of that one, whatever there is besides: no read of all demands or enterprises for a file, a name or a sheet.</summary>
public sealed class VisibilityPlanTests(SqliteDatabase database) : TicketTests(database), IClassFixture<SqliteDatabase>
{
    private readonly string _connection = database.ConnectionString;

    [Fact]
    public Task Files_OfOneDemand_AreLookedUp() =>
        LooksUpAsync(op => op.Db.Attachments.VisibleTo(op).Of(new Subject(nameof(Ticket), 1)).ToListAsync(Cancellation));

    [Fact]
    public Task TheFile_OfOneEnterprise_IsLookedUp() =>
        LooksUpAsync(op => op.Db.Enterprises.VisibleTo(op).Where(e => e.Id == 1).ToListAsync(Cancellation));

    [Fact]
    public Task Names_OfSomeDemands_AreLookedUp() =>
        LooksUpAsync(op => op.House.Kind(nameof(Ticket)).SeenAsync(op, [1, 2], Cancellation));

    [Fact]
    public Task Names_OfSomeEnterprises_AreLookedUp() =>
        LooksUpAsync(op => op.House.Kind(nameof(Enterprise)).SeenAsync(op, [1, 2], Cancellation));

    [Fact]
    public Task TheContactPersons_OfSomeEnterprises_AreLookedUp() =>
        LooksUpAsync(op => op.SeeContactPersonsAsync([1, 2], Cancellation));

    [Fact]
    public Task UnclaimedFiles_PastTheirTime_AreLookedUp() =>
        LooksUpAsync(op => op.Db.Attachments.Where(a => a.SubjectKind == null && a.SubjectId == null && a.UploadedAt < op.Now).ToListAsync(Cancellation));

    private async Task LooksUpAsync(Func<Operation, Task> read)
    {
        using var seen = new SeenCommands(_connection);
        var runner = new OperationRunner(seen, Town.Clock, Town.Time, Town.Feed, Town.House);
        foreach (var who in new[] { Officer, Town.Butler(Enterprise), Specialist, Applicant })
        {
            seen.Texts.Clear();
            Assert.True((await runner.ReadAsync<Nothing>(who, async op =>
            {
                await read(op);
                return Nothing.Value;
            }, Cancellation)).Done);
            foreach (var text in seen.Texts.Where(t => t.Contains("\"Tickets\"", StringComparison.Ordinal) || t.Contains("\"Enterprises\"", StringComparison.Ordinal) || t.Contains("\"Attachments\"", StringComparison.Ordinal)))
            {
                Assert.Empty((await seen.PlanAsync(t => t == text, Cancellation)).Where(p => p.StartsWith("SCAN", StringComparison.Ordinal) && !p.Contains("VIRTUAL TABLE", StringComparison.Ordinal)).Select(p => $"{p}: {text}"));
            }
        }
    }
}
