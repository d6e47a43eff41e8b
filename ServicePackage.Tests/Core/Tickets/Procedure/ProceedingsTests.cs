using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;
using static ServicePackage.Tests.Core.WorkingTime.Published;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>Reconsideration and litigation hold the clocks. Begins on Monday 2 March 2026.</summary>
public abstract class ProceedingsTests(TestDatabase database) : TicketTests(database)
{
    private static readonly TimeOnly Morning = new(9, 30);

    [Fact]
    public async Task EnterProceedings_WhenClocksRun_PausesAllButLegalDateMonthlyAndUrge()
    {
        var support = Town.Unit("水务站");
        var number = await SupportedAsync(support);
        await DoneAsync(Officer, number, Move.Accept);
        await RefusedAsync("SameType", Officer, number, Move.ProposeType, new MoveInput { Type = TicketType.Coordination, Text = "只需答复。" });
        await DoneAsync(Officer, number, Move.ProposeType, new MoveInput { Type = TicketType.Consultation, Text = "只需答复。" });
        await DoneAsync(Town.TownLeader(), number, Move.Urge, new MoveInput { Text = "请尽快。", Day = Day("2026-05-20") });
        await EnterAsync(number);

        var open = (await StoredAsync(number)).Clocks.Where(c => c.Open).ToList();
        Assert.Equal([ClockKind.Handling, ClockKind.TypeDecision, ClockKind.SupportingTask], open.Where(c => c.Paused).Select(c => c.Kind).Order());
        Assert.Equal([ClockKind.LegalDate, ClockKind.Urge], open.Where(c => !c.Paused).Select(c => c.Kind).Order());
        await RefusedAsync("WrongState", Officer, number, Move.Complete, Saying("已完成。"));
    }

    [Fact]
    public async Task LeaveProceedings_AfterSomeDays_ReturnsToWhereItWasAndResumes()
    {
        var number = await AcceptedAsync();
        await DoneAsync(Town.TownLeader(), number, Move.Urge, new MoveInput { Text = "请尽快。", Day = Day("2026-05-20") });
        await EnterAsync(number);
        await GoToAsync(Day("2026-03-09"), Morning);
        var moved = await DoneAsync(Officer, number, Move.LeaveProceedings, Saying("已撤诉。"));

        Assert.Equal(TicketState.InProgress, moved.State);
        Assert.Equal([(Day("2026-03-30"), null)], await DuesAsync(number, ClockKind.Handling)); // 15 days left on 2 March
        Assert.Equal([(Day("2026-06-01"), ClockOutcome.Met)], await DuesAsync(number, ClockKind.LegalDate));
        Assert.Equal([(Day("2026-05-20"), null)], await DuesAsync(number, ClockKind.Urge)); // it never stood still
    }

    [Fact]
    public async Task LeaveProceedings_EnteredWhileASupplementWasAwaited_LeavesHandlingPausedForIt()
    {
        var number = await AcceptedAsync();
        await DoneAsync(Officer, number, Move.AskSupplement, Saying("请补充图纸。"));
        await EnterAsync(number);
        await GoToAsync(Day("2026-03-04"), Morning);
        await DoneAsync(Dispatcher, number, Move.LeaveProceedings, Saying("已撤诉。"));

        Assert.Equal(TicketState.AwaitingSupplement, (await StoredAsync(number)).State);
        Assert.Equal(PauseReason.Supplement, (await ClockAsync(number, ClockKind.Handling)).PausedFor);
        Assert.Equal([(Day("2026-03-11"), null)], await DuesAsync(number, ClockKind.Supplement));
        await GoToAsync(Day("2026-03-06"), Morning);
        await DoneAsync(Applicant, number, Move.AnswerSupplement, Saying("见附件。"));
        var handling = await ClockAsync(number, ClockKind.Handling);
        Assert.Equal((1, Day("2026-03-27")), (handling.Pauses.Count, handling.DueDay)); // one standstill for two reasons
    }

    [Fact]
    public async Task EnterProceedings_WhileTheConfirmationIsAwaited_KeepsTheMomentOfCompletion()
    {
        var number = await CompletedAsync();
        var completed = Town.Clock.Now;
        await GoToAsync(Day("2026-03-03"), Morning);
        await EnterAsync(number);
        await GoToAsync(Day("2026-03-20"), Morning);
        await DoneAsync(Officer, number, Move.LeaveProceedings, Saying("已终结。"));
        Assert.Equal([(Day("2026-03-24"), null)], await DuesAsync(number, ClockKind.Confirmation)); // two days were left
        await DoneAsync(Applicant, number, Move.ConfirmDone);

        var handling = await ClockAsync(number, ClockKind.Handling);
        Assert.Equal((ClockOutcome.Met, (DateTime?)completed), (handling.Outcome, handling.EndedAt));
    }

    [Fact]
    public async Task ChangeLegalDate_InProceedings_EndsTheOldAndHoldsToTheNew()
    {
        var number = await AcceptedAsync();
        await EnterAsync(number);
        await DoneAsync(Dispatcher, number, Move.ChangeLegalDate, new MoveInput { Day = Day("2026-06-20"), Text = "延期审理。" }); // a Saturday

        Assert.Equal([(Day("2026-06-01"), ClockOutcome.Met), (Day("2026-06-22"), null)], await DuesAsync(number, ClockKind.LegalDate));
        await RefusedAsync("DayPast", Dispatcher, number, Move.ChangeLegalDate, new MoveInput { Day = Day("2026-03-01"), Text = "更正。" });
    }

    [Fact]
    public async Task TellProceedings_ByTheEnterprise_ChangesNothingButIsTold()
    {
        var number = await AcceptedAsync();
        await DoneAsync(Applicant, number, Move.TellProceedings, new MoveInput { Proceeding = ProceedingKind.Litigation, Text = "已向法院起诉。" });

        Assert.Equal(TicketState.InProgress, (await StoredAsync(number)).State);
        Assert.Equal(1, await ToldAsync(Dispatcher, number, "Moved.TellProceedings"));
    }

    private Task<Moved> EnterAsync(string number) =>
        DoneAsync(Officer, number, Move.EnterProceedings, new MoveInput { Proceeding = ProceedingKind.Litigation, CaseNumber = "(2026)沪0114行初1号", Day = Day("2026-06-01") });

    public sealed class OnSqlite(SqliteDatabase database) : ProceedingsTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : ProceedingsTests(database), IClassFixture<PostgresDatabase>;
}
