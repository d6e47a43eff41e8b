using ServicePackage.Core.Enterprises;
using ServicePackage.Core.History;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Core.Tickets;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.History;

/// <summary>The history grows for as long as the town works: a search walks an index, whatever is searched for, and reads no value of an entry.</summary>
public sealed class HistorySearchPlanTests(SqliteDatabase database) : TicketTests(database), IClassFixture<SqliteDatabase>
{
    private readonly string _connection = database.ConnectionString;

    public static TheoryData<string> Searches => ["all", "person", "system", "kind", "demand", "name", "act", "days", "page"];

    [Theory]
    [MemberData(nameof(Searches))]
    public async Task Search_WalksAnIndex_AndReadsNoValues(string what)
    {
        var number = await DispatchedAsync();
        using var seen = new SeenCommands(_connection);
        var search = new HistorySearch(new OperationRunner(seen, Town.Clock, Town.Time, Town.Feed, Town.House), Town.House);
        var filter = what switch
        {
            "person" => new HistoryFilter { AccountId = Dispatcher.AccountId },
            "system" => new HistoryFilter { BySystem = true },
            "kind" => new HistoryFilter { Kind = nameof(Organisation) },
            "demand" => new HistoryFilter { Kind = nameof(Ticket), Thing = number },
            "name" => new HistoryFilter { Kind = nameof(Enterprise), Thing = Enterprise.Name },
            "act" => new HistoryFilter { Act = nameof(Move.Dispatch) },
            "days" => new HistoryFilter { From = new DateOnly(2026, 3, 2), Until = new DateOnly(2026, 3, 2) },
            "page" => new HistoryFilter { Before = 2 },
            _ => new HistoryFilter(),
        };

        Assert.True((await search.SearchAsync(Town.Administrator(), filter, Cancellation)).Done);

        foreach (var text in seen.Texts.Where(t => t.Contains("\"History\"", StringComparison.Ordinal)))
        {
            Assert.DoesNotContain("\"Content\"", text, StringComparison.Ordinal);
            Assert.DoesNotContain("\"Changes\"", text, StringComparison.Ordinal);
            var plan = await seen.PlanAsync(t => t == text, Cancellation);
            Assert.DoesNotContain(plan, p => p.StartsWith("SCAN h", StringComparison.Ordinal) && !p.Contains("USING", StringComparison.Ordinal) && !plan.Contains($"CO-ROUTINE {p[5..]}"));
            Assert.True(what is "demand" or "name" || !plan.Any(p => p.Contains("TEMP B-TREE", StringComparison.Ordinal)), string.Join('\n', plan)); // those of one thing are few enough to be sorted
        }
    }
}
