using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;
using static ServicePackage.Tests.Core.WorkingTime.Published;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>Whoever loses work, or gets no answer any more, is told so once, and nobody else. Each begins on Monday 2 March 2026, 10:00.</summary>
public abstract class LossTests(TestDatabase database) : TicketTests(database)
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(200, false)]
    [InlineData(201, true)]
    public async Task Loss_IsToldWithItsReason_CutAfterTwoHundredCharacters(int length, bool cut)
    {
        var support = Town.Unit("水务站");
        var supporting = Town.Liaison(support);
        var number = await SupportedAsync(support);
        await DoneAsync(CentreLead, number, Move.End, new MoveInput { EndReason = EndReason.Dissolved, Text = new string('并', length) });

        Assert.EndsWith($"理由：{new string('并', Math.Min(length, 200))}{(cut ? "…" : "")}。", await LastAsync(supporting, number), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Demand_ThatEnds_TellsThoseWhoseInstructionWaits()
    {
        var (answered, waits) = (Town.TownLeader(), Town.TownLeader());
        var number = await AcceptedAsync();
        foreach (var who in new[] { answered, waits, Dispatcher })
        {
            await DoneAsync(who, number, Move.Urge, new MoveInput { Text = "请加快办理。", Day = Day("2026-03-20") });
        }

        await DoneAsync(Officer, number, Move.AnswerUrge, new MoveInput { AboutId = (await StoredAsync(number)).Urges.Single(u => u.ById == answered.AccountId).Id, Text = "本周办结。" });
        Assert.Equal((0, 0, 0), await EndedAsync());
        await DoneAsync(Dispatcher, number, Move.End, new MoveInput { EndReason = EndReason.Dissolved, Text = "企业已注销。" });

        Assert.Equal((0, 1, 0), await EndedAsync()); // who ends it knows

        async Task<(int, int, int)> EndedAsync() =>
            (await ToldAsync(answered, number, "Moved.UrgeEnded"), await ToldAsync(waits, number, "Moved.UrgeEnded"), await ToldAsync(Dispatcher, number, "Moved.UrgeEnded"));
    }

    [Fact]
    public async Task Loss_ByALapse_IsToldThoughTheSweepMetMuchElseSince()
    {
        var support = Town.Unit("水务站");
        var supporting = Town.Liaison(support);
        var number = await SupportedAsync(support);
        await DoneAsync(Officer, number, Move.Accept);
        await DoneAsync(Officer, number, Move.ReportCannotBeMet, new MoveInput { Text = "管网已满。", Basis = "排水条例" });
        await GoToAsync(Day("2026-04-02"), new TimeOnly(9, 30)); // it stands since 4 March, and the reply is late since the 25th

        Assert.Equal(1, await ToldAsync(supporting, number, "Moved.LostTask"));
    }

    [Fact]
    public async Task Loss_OfATask_IsToldOnce_HoweverOftenTheDemandGoesOn()
    {
        var (support, second, third) = (Town.Unit("水务站"), Town.Unit("规土所"), Town.Unit("派出所"));
        var supporting = Town.Liaison(support);
        var number = await SupportedAsync(support);
        foreach (var unit in new[] { second, third })
        {
            await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = unit.Id, Text = "属其他单位事项。" });
        }

        Assert.Equal(1, (await ToldAsync(supporting, number)).Count(n => n.Kind.StartsWith("Moved.LostTask", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Loss_IsToldOfWhatIsLostByThisAct_AndNotToTheUnitThatGetsTheDemand()
    {
        var (waived, takes, loses) = (Town.Unit("水务站"), Town.Unit("规土所"), Town.Unit("派出所"));
        Caller[] liaisons = [Town.Liaison(waived), Town.Liaison(takes), Town.Liaison(loses)];
        var number = await RaisedAsync();
        await DoneAsync(Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = Unit.Id, SupportingUnitIds = [waived.Id, takes.Id, loses.Id], TaskText = "协助踏勘管网。" });
        await DoneAsync(Officer, number, Move.Accept);
        await DoneAsync(Dispatcher, number, Move.WaiveTask, new MoveInput { AboutId = (await StoredAsync(number)).Tasks.Single(t => t.UnitId == waived.Id).Id, Text = "不再需要。" });
        await DoneAsync(Officer, number, Move.ReportProgress, Saying("已约踏勘。"));
        var before = await LostAsync();
        Assert.Equal((0, 0), (before[1], before[2])); // nothing was taken from them
        await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = takes.Id, Text = "由规土所主办。" });

        Assert.Equal([before[0], 0, 1], await LostAsync());
        Assert.Equal((1, 1), (await ToldAsync(liaisons[1], number, "Asked.Review"), await ToldAsync(Officer, number, "Moved.LostLead")));

        async Task<List<int>> LostAsync()
        {
            var lost = new List<int>();
            foreach (var liaison in liaisons)
            {
                lost.Add((await ToldAsync(liaison, number)).Count(n => n.Kind.StartsWith("Moved.LostTask", StringComparison.Ordinal)));
            }

            return lost;
        }
    }

    public sealed class OnSqlite(SqliteDatabase database) : LossTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : LossTests(database), IClassFixture<PostgresDatabase>;
}
