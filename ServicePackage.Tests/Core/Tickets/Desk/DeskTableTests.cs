using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>What stands on whose desk. The tables of the units' and the Centre's desks have a dash for who has no such desk.</summary>
public abstract class DeskTableTests(TestDatabase database) : TurnTests(database)
{
    private static readonly Dictionary<Situation, string> OfUnits = new()
    {
        [Situation.Raised] = "....  ...  -.---",
        [Situation.Dispatched] = "RRRR  TTT  -.---", // handling waits for nothing before acceptance
        [Situation.Accepted] = "HHHH  ...  -.---",
        [Situation.Supported] = "HHHH  TTT  -.---",
        [Situation.Declined] = "HHHH  ...  -.---",
        [Situation.TypeProposed] = "HHHH  ...  -.---",
        [Situation.Supplement] = "....  ...  -.---",
        [Situation.SupplementDue] = "....  ...  -.---",
        [Situation.Completed] = "....  ...  -.---",
        [Situation.CallDue] = "....  ...  -.---",
    };

    private static readonly Dictionary<Situation, string> OfTheCentre = new()
    {
        [Situation.Raised] = "----  ---  --D--",
        [Situation.Dispatched] = "----  ---  --.--",
        [Situation.Accepted] = "----  ---  --.--",
        [Situation.Supported] = "----  ---  --.--",
        [Situation.Declined] = "----  ---  --X--",
        [Situation.TypeProposed] = "----  ---  --P--",
        [Situation.Supplement] = "----  ---  --.--",
        [Situation.SupplementDue] = "----  ---  --.--",
        [Situation.Completed] = "----  ---  --.--",
        [Situation.CallDue] = "----  ---  --.--",
    };

    [Theory]
    [MemberData(nameof(Situations))]
    public async Task OnesOwnDesk_HoldsWhatTheTableSays(Situation situation)
    {
        await StageAsync(situation);

        Assert.Equal(Cells(Mine[situation]), await FoundAsync(DeskScope.Mine));
    }

    [Theory]
    [MemberData(nameof(Situations))]
    public async Task DesksOfUnitsAndOfTheCentre_HoldWhatTheTablesSay(Situation situation)
    {
        await StageAsync(situation);

        Assert.Equal(Cells(OfUnits[situation]), await FoundAsync(DeskScope.Unit));
        Assert.Equal(Cells(OfTheCentre[situation]), await FoundAsync(DeskScope.Centre));
    }

    private async Task<List<string>> FoundAsync(DeskScope scope)
    {
        List<string> found = [];
        foreach (var who in Enum.GetValues<Who>())
        {
            found.Add(Cell(who, await OnDeskAsync(People[who], scope)));
        }

        return found;
    }

    private async Task<string> OnDeskAsync(Caller who, DeskScope scope)
    {
        var rows = await Desk.ListAsync(who, new DeskFilter { Scope = scope }, Cancellation);
        var counts = await Desk.CountsAsync(who, scope, Cancellation);
        Assert.Equal(rows.Refusal, counts.Refusal);
        if (!rows.Done)
        {
            Assert.Equal(Refusal.NotFound, rows.Refusal);
            return "-";
        }

        var letters = LettersOf(rows.Value.Items.Select(r => r.Clock.Kind));
        Assert.Equal(letters, LettersOf(counts.Value.Where(c => !c.Paused).SelectMany(c => Enumerable.Repeat(c.Kind, c.Count))));
        return letters;
    }

    public sealed class OnSqlite(SqliteDatabase database) : DeskTableTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : DeskTableTests(database), IClassFixture<PostgresDatabase>;
}
