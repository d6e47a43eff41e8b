using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>
/// Every relation × state × move: what the table does not allow is refused and writes nothing; what it allows is not refused
/// for the state or the person. All of it on SQLite, a sample on PostgreSQL.
/// </summary>
public abstract class MoveMatrixTests(TestDatabase database, int every) : TicketTests(database)
{
    [Theory]
    [MemberData(nameof(States))]
    public async Task Moves_FromAState_AreThoseOfTheTable(TicketState state)
    {
        var support = Town.Unit("水务站");
        var number = await InAsync(state, support);
        Assert.Equal(state, (await StoredAsync(number)).State);
        var version = (await StoredAsync(number)).Version;
        var strangers = Strangers();
        List<(Relation, Caller?)> people = [(Relation.None, null), .. People(state, support)];
        var index = 0;
        foreach (var (relation, someone) in people)
        {
            var before = await RowsAsync();
            foreach (var move in Enum.GetValues<Move>())
            {
                if (index++ % every != 0)
                {
                    continue;
                }

                // An empty input is never enough for an allowed move with needs, so that the demand stays as it is.
                var rows = TicketProcedure.Rules.Where(r => r.Move == move && r.From.Contains(state)).ToList();
                var allowed = rows.Exists(r => (r.Who & relation) != 0);
                if (rows.Exists(r => (r.Who & relation) != 0 && r.Gives.All(n => !n.Required)))
                {
                    continue; // it would be made; the stories make it
                }

                var who = someone ?? strangers[index % strangers.Count];
                var outcome = await Tickets.MakeAsync(who, Guid.NewGuid(), number, version, move, new MoveInput(), Cancellation);

                Assert.False(outcome.Done, $"{relation} {move} from {state}");
                if (relation == Relation.None)
                {
                    Assert.Equal(Refusal.NotFound.Code, outcome.Refusal!.Code);
                }
                else
                {
                    Assert.Equal(!allowed, outcome.Refusal!.Code is "WrongState" or "NotYourMove");
                }
            }

            Assert.Equal(before, await RowsAsync());
        }
    }

    public static TheoryData<TicketState> States => [.. Enum.GetValues<TicketState>()];

    /// <summary>People who are nothing to the demand; they take turns.</summary>
    private List<Caller> Strangers() =>
        [Town.Stranger(), Town.Officer(Town.Unit("文广中心")), Town.EnterpriseUser(Town.Enterprise(City)), Town.Administrator()];

    private List<(Relation, Caller?)> People(TicketState state, Organisation support)
    {
        var cityManager = Town.GeneralManager(City);
        List<(Relation Relation, Caller? Who)> people =
        [
            (Relation.Enterprise, Applicant),
            (Relation.FirstAsked | Relation.EconomicCity, Specialist),
            (Relation.EconomicCity, cityManager),
            (Relation.Butler, Town.Butler(Enterprise)),
            (Relation.LeadUnit, Officer),
            (Relation.LeadUnit | Relation.LeadLiaison, Liaison),
            (Relation.SupportingUnit, Town.Officer(support)),
            (Relation.SupportingUnit | Relation.SupportingLiaison, Town.Liaison(support)),
            (Relation.Centre, Dispatcher),
            (Relation.Centre | Relation.CentreLead, CentreLead),
            (Relation.TownLeader, Town.TownLeader()),
        ];
        const Relation OfUnits = Relation.LeadUnit | Relation.SupportingUnit;
        return state == TicketState.Raised ? people.ConvertAll(p => ((p.Relation & OfUnits) == 0 ? p.Relation : Relation.None, p.Who)) : people;
    }

    /// <summary>A demand in a state, led by the unit and supported by another wherever the state allows it.</summary>
    private async Task<string> InAsync(TicketState state, Organisation support)
    {
        var number = await RaisedAsync();
        if (state == TicketState.Raised)
        {
            return number;
        }

        await DoneAsync(Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = Unit.Id, SupportingUnitIds = [support.Id], TaskText = "协助踏勘。" });
        if (state == TicketState.Dispatched)
        {
            return number;
        }

        await DoneAsync(Officer, number, Move.Accept);
        switch (state)
        {
            case TicketState.ReturnRequested:
                await DoneAsync(Officer, number, Move.ApplyForReturn, Saying("不属于本单位职责。"));
                return number;
            case TicketState.AwaitingSupplement:
                await DoneAsync(Officer, number, Move.AskSupplement, Saying("请补充图纸。"));
                return number;
            case TicketState.InLegalProceedings:
                await DoneAsync(Dispatcher, number, Move.EnterProceedings, new MoveInput { Proceeding = ProceedingKind.Litigation, CaseNumber = "(2026)沪0114行初1号", Day = new DateOnly(2026, 9, 1) });
                return number;
            case TicketState.Withdrawn:
                await DoneAsync(Applicant, number, Move.Withdraw, Saying("已自行解决。"));
                return number;
            case TicketState.InProgress:
                return number;
        }

        if (state == TicketState.ReplyDue)
        {
            await DoneAsync(Officer, number, Move.ReportCannotBeMet, new MoveInput { Text = "规划已定。", Basis = "控制性详细规划" });
            return number;
        }

        var task = (await StoredAsync(number)).Tasks.Single();
        await DoneAsync(Town.Officer(support), number, Move.FinishTask, new MoveInput { AboutId = task.Id, Text = "已踏勘。" });
        await DoneAsync(Officer, number, Move.Complete, Saying("已完成。"));
        if (state is TicketState.AwaitingRating or TicketState.Closed)
        {
            await DoneAsync(Applicant, number, Move.ConfirmDone);
        }

        if (state == TicketState.Closed)
        {
            await DoneAsync(Applicant, number, Move.Rate, new MoveInput { Rating = RatingLevel.Satisfied });
        }

        return number;
    }

    private async Task<(int, int, int)> RowsAsync()
    {
        await using var db = Town.Look();
        return (db.Tickets.Sum(t => t.Version), db.History.Count(), db.CommandReceipts.Count());
    }

    public sealed class OnSqlite(SqliteDatabase database) : MoveMatrixTests(database, every: 1), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : MoveMatrixTests(database, every: 13), IClassFixture<PostgresDatabase>;
}
