using Bunit;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.Words;
using ServicePackage.Tests.Support;
using ServicePackage.Web.Features.Tickets;

namespace ServicePackage.Tests.Web.Tickets;

/// <summary>Where the moves stand on a demand's page.</summary>
public sealed class MoveOrderTests(SqliteDatabase database) : PageTests(database), IClassFixture<SqliteDatabase>
{
    /// <summary>Those that stand behind "more" although a clock waits for them: the form of WaiveTask is one step from GiveBackTask's; desks and notices lead to the form of either.</summary>
    private static readonly Move[] Behind = [Move.WaiveTask, Move.LeaveProceedings];

    [Fact]
    public async Task Moves_ThatAClockWaitsForOrADeskLeadsTo_StandBeforeMore()
    {
        using var chinese = new Reading("zh-CN");
        var every = TicketProcedure.Rules.Where(r => r.Who != Relation.System).DistinctBy(r => r.Move).ToList();
        var ticket = await SeeAsync(Officer, await AcceptedAsync()) with { Moves = every };
        var moves = await DrawAsync<TicketMoves>(Officer, (p, _) => p.Add(m => m.Ticket, ticket));
        var (all, behind) = (NamesIn(".move-buttons"), NamesIn(".more"));
        Assert.Equal((every.Count, every.Count), (all.Count, all.Distinct().Count()));

        var waited = ClockRules.Rows.SelectMany(r => new[] { r.WaitsFor, r.LeadsTo }).Distinct().Where(m => every.Exists(r => r.Move == m)).ToList();

        Assert.NotEmpty(waited);
        Assert.Equal(Behind.Select(Name).Order(), waited.Select(Name).Where(behind.Contains).Order());

        List<string> NamesIn(string part) => [.. moves.FindAll($"{part} button").Select(b => b.TextContent)];

        string Name(Move move) => Wording.Find($"MoveBy.Town.{move}") ?? Wording.Name(move);
    }
}
