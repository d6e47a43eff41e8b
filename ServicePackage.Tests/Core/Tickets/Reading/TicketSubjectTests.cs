using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Search;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>Demands as the shared rooms meet them.</summary>
public abstract class TicketSubjectTests(TestDatabase database) : TicketTests(database)
{
    [Fact]
    public async Task TurnTo_OfADemand_IsTheFirstAskedPersonOfThisOne_ForWhoSeesIt()
    {
        var (first, second) = (await RaisedAsync(), await RaisedAsync());
        var successor = Town.Specialist(City);
        Town.Write(db => db.Tickets.Where(t => t.Number == second).ExecuteUpdate(set => set.SetProperty(t => t.FirstAskedId, successor.AccountId)));

        Assert.Equal((Specialist.AccountId, successor.AccountId), (await TurnToAsync(Applicant, first), await TurnToAsync(Applicant, second)));
        Assert.Null(await TurnToAsync(Town.EnterpriseUser(Town.Enterprise(City)), first));
    }

    [Fact]
    public async Task Search_ShowsADemandInItsOwnState_AndToTheEnterpriseWhatItIsTold()
    {
        var number = await AcceptedAsync();
        var raised = await RaisedAsync();
        await DoneAsync(Officer, number, Move.ReportCannotBeMet, new MoveInput { Text = "规划已定。", Basis = "规划" });

        Assert.Equal((TicketState.ReplyDue, TicketState.Raised), (await FoundAsync(Dispatcher, number), await FoundAsync(Dispatcher, raised)));
        Assert.Equal((TicketState.InProgress, TicketState.Raised), (await FoundAsync(Applicant, number), await FoundAsync(Applicant, raised)));
        await DoneAsync(Dispatcher, number, Move.EnterProceedings, new MoveInput { Proceeding = ProceedingKind.Litigation, CaseNumber = "1号", Day = Town.Clock.Today.AddDays(60) });
        Assert.Equal(TicketState.InLegalProceedings, await FoundAsync(Applicant, number));
    }

    private async Task<Enum?> FoundAsync(Caller who, string number) =>
        (await new FindService(Town.Runner).FindAsync(who, number, Cancellation)).Value.Single(r => r.Name.Number == number).Standing;

    private async Task<long?> TurnToAsync(Caller who, string number)
    {
        await using var db = Town.Look();
        var actor = await ActorLoader.LoadAsync(db, who, Town.Clock.Now, Cancellation);
        return await Town.House.Kind(nameof(Ticket)).TurnToAsync(new Operation(db, actor!, Town.Clock.Now, Town.House), (await StoredAsync(number)).Id, Cancellation);
    }

    public sealed class OnSqlite(SqliteDatabase database) : TicketSubjectTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : TicketSubjectTests(database), IClassFixture<PostgresDatabase>;
}
