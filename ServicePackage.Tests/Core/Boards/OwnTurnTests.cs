using ServicePackage.Core.Boards;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Core.Tickets;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Boards;

/// <summary>The card of an enterprise says that something is the reader's turn where the reader's desk does, whatever else the butler is.</summary>
public abstract class OwnTurnTests(TestDatabase database) : TurnTests(database)
{
    private BoardService Boards => new(Town.Runner, Moments, new Unchanging<ContactSettings>());

    [Theory]
    [MemberData(nameof(Situations))]
    public async Task Card_SaysWhatTheDeskSays(Situation situation)
    {
        await StageAsync(situation);
        List<string> onBoard = [];
        List<string> onDesk = [];
        foreach (var who in Enum.GetValues<Who>().Where(w => w != Who.Enterprise))
        {
            Town.Write(db => db.ButlerAssignments.Single().AccountId = People[who].AccountId);
            onBoard.Add(Cell(who, await OnBoardAsync(People[who])));
            onDesk.Add(Cell(who, LettersOf((await Desk.ListAsync(People[who], new DeskFilter(), Cancellation)).Value.Items.Select(r => r.Clock.Kind))));
        }

        Assert.Equal(onDesk, onBoard);
        Assert.Equal(Cells(Mine[situation])[..^1], onBoard); // an enterprise has no board
    }

    /// <summary>What the card counts as the reader's own: the clocks held, and the calls the enterprise waits for.</summary>
    private async Task<string> OnBoardAsync(Caller who)
    {
        var card = (await Boards.CardAsync(who, Enterprise.Id, Cancellation)).Value;
        var (owed, own) = (card.Dues.Where(d => IsTheEnterprises(d.Kind)).ToList(), card.Dues.Where(d => !IsTheEnterprises(d.Kind)).ToList());
        Assert.Equal(card.Facts.OwnClocks, own.Count);
        Assert.Equal(card.Facts.CallsDue > 0, card.Owed?.CallDue == true);
        Assert.Equal(own.Count > 0 || card.Facts.CallsDue > 0, card.Column == BoardColumn.Mine);
        return LettersOf([.. own.Select(d => d.Kind), .. owed.Where(_ => card.Facts.CallsDue > 0).Select(d => d.Kind)]);
    }

    private static bool IsTheEnterprises(ClockKind kind) => ClockRules.For(kind).Holder == ClockHolder.Enterprise;

    public sealed class OnSqlite(SqliteDatabase database) : OwnTurnTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : OwnTurnTests(database), IClassFixture<PostgresDatabase>;
}
