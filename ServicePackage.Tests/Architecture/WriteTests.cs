using System.Text.RegularExpressions;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Architecture;

/// <summary>
/// Where something is written outside an operation, which alone turns a full disk, a held lock or a database that is gone into a refusal: each such
/// file stands here with what takes the operation's place.
/// </summary>
public sealed partial class WriteTests
{
    private const string Job = "A job: its run fails, is written down, and comes again.";
    private const string Start = "At the start, which says what is wrong and ends.";
    private const string Guarded = "StorageTrouble.GuardAsync around each write.";

    private static readonly Dictionary<string, string> Known = new()
    {
        ["Operations/OperationRunner.cs"] = "The operation itself.",
        ["Accounts/SessionService.cs"] = Guarded,
        ["Accounts/PasswordTries.cs"] = "Called by PasswordService alone, which guards it.",
        ["Attachments/AttachmentService.cs"] = Guarded,
        ["Tickets/Raising/TicketNumbers.cs"] = Guarded,
        ["Jobs/JobJournal.cs"] = Job,
        ["Jobs/ItemByItem.cs"] = Job,
        ["Mail/MailSweep.cs"] = Job,
        ["Search/SearchRenewal.cs"] = Job,
        ["Data/DatabaseStart.cs"] = Start,
        ["Tickets/Raising/TopicSeeder.cs"] = Start,
        ["Data/DatabaseProbe.cs"] = "Taken back at once; whatever it meets with is said by the doctor.",
        ["Demo/DemoTown.cs"] = Start,
        ["Demo/Filling.cs"] = Start,
        ["Demo/Founding.cs"] = Start,
        ["Demo/DemoClock.cs"] = "The clock of a demo run, moved by an operation; at the start it is only read.",
    };

    [Fact]
    public void Writes_OutsideAnOperation_AreGuarded()
    {
        var found = Repository.Files("ServicePackage.Core", ".cs").Concat(Repository.Files("ServicePackage.Web", ".cs"))
            .Where(f => !f.Contains("/Migrations/", StringComparison.Ordinal))
            .Where(f => Repository.Read(f) is var text && Context().IsMatch(text) && Write().IsMatch(text))
            .Select(f => f[(f.IndexOf('/', StringComparison.Ordinal) + 1)..]).Order(StringComparer.Ordinal);

        Assert.Equal(Known.Keys.Order(StringComparer.Ordinal), found);
    }

    [Fact]
    public void Files_ThatAreSaidToBeGuarded_Are() =>
        Assert.All(Known.Where(k => k.Value == Guarded), k => Assert.Contains("StorageTrouble.", Repository.Read($"ServicePackage.Core/{k.Key}"), StringComparison.Ordinal));

    [GeneratedRegex(@"\.CreateDbContext(Async)?\(")]
    private static partial Regex Context();

    [GeneratedRegex(@"\.SaveChanges(Async)?\(|\.ExecuteUpdateAsync\(|\.ExecuteDeleteAsync\(|\.ExecuteSql\w*\(|INSERT INTO|\.MigrateAsync\(")]
    private static partial Regex Write();
}
