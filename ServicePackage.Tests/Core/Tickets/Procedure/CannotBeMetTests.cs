using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;
using static ServicePackage.Tests.Core.WorkingTime.Published;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>"Cannot be met": let stand, refused by the Centre, or standing because the window lapsed. Begins on Monday 2 March 2026.</summary>
public abstract class CannotBeMetTests(TestDatabase database) : TicketTests(database)
{
    private static readonly TimeOnly Morning = new(9, 30);
    private static readonly MoveInput Report = new() { Text = "规划已定。", Basis = "控制性详细规划" };

    [Fact]
    public async Task LetStand_InTheWindow_EndsHandlingAsOfTheReportAndOwesTheReply()
    {
        var number = await ReportedAsync();
        var reported = Town.Clock.Now;
        await RefusedAsync("WindowOpen", Officer, number, Move.FileReply, await ReplyAsync(Officer));
        await GoToAsync(Day("2026-03-05"), Morning);
        await DoneAsync(Dispatcher, number, Move.LetStand, Saying("情况属实。"));

        var handling = await ClockAsync(number, ClockKind.Handling);
        Assert.Equal((ClockOutcome.NotMet, (DateTime?)reported), (handling.Outcome, handling.EndedAt));
        Assert.Equal([(Day("2026-03-26"), null)], await DuesAsync(number, ClockKind.WrittenReply));
        await RefusedAsync("WindowClosed", Dispatcher, number, Move.RefuseCannotBeMet, Saying("请再办理。"));
        await DoneAsync(Officer, number, Move.FileReply, await ReplyAsync(Officer)); // no bad rating, no contact owed
        Assert.Equal(ClosedAs.NotMet, (await StoredAsync(number)).ClosedAs);
    }

    [Fact]
    public async Task RefuseCannotBeMet_InTheWindow_LetsHandlingRunOn()
    {
        var number = await ReportedAsync();
        await GoToAsync(Day("2026-03-05"), Morning);
        var moved = await DoneAsync(Dispatcher, number, Move.RefuseCannotBeMet, Saying("请再与规划部门商议。"));

        Assert.Equal(TicketState.InProgress, moved.State);
        Assert.Equal([(Day("2026-03-24"), null)], await DuesAsync(number, ClockKind.Handling)); // one day was spent suspended
        await DoneAsync(Officer, number, Move.Complete, Saying("已协调解决。"));
    }

    [Fact]
    public async Task StandByLapse_StaysOnTheOverdueBoard_UntilTheCentresLeadHasSeenIt()
    {
        var number = await ReportedAsync();
        await RefusedAsync("NothingUnseen", CentreLead, number, Move.See);
        await GoToAsync(Day("2026-03-09"), Morning); // nobody reviewed it
        var row = (await OnBoardAsync(number))!;
        Assert.Equal((ClockKind.RefusalWindow, Move.See, "无法满足审核时限（逾期未审，待阅）"), (row.Clock.Kind, row.NextStep, row.Stage));
        await RefusedAsync("NotYourMove", Dispatcher, number, Move.See);
        Assert.Equal(Move.See, (await Desk.ListAsync(CentreLead, new DeskFilter { Kinds = [ClockKind.RefusalWindow], Take = 100 }, Cancellation)).Value.Items.Single(r => r.Number == number).Act);
        await DoneAsync(Officer, number, Move.FileReply, await ReplyAsync(Officer));
        Assert.Equal(TicketState.Closed, (await OnBoardAsync(number))!.State); // replied and closed, and not seen yet

        await DoneAsync(CentreLead, number, Move.See);
        Assert.Null(await OnBoardAsync(number));
        await RefusedAsync("NothingUnseen", CentreLead, number, Move.See);
        Assert.DoesNotContain((await SeeAsync(Applicant, number)).Timeline, i => i.Move == Move.See);

        async Task<OverdueRow?> OnBoardAsync(string wanted) =>
            (await new OverdueBoard(Town.Runner, Moments).ReadAsync(CentreLead, new OverdueFilter(), Cancellation)).Value.Rows.SingleOrDefault(r => r.Number == wanted);
    }

    [Fact]
    public async Task Report_UntilItStands_IsADemandInHandToTheEnterprise()
    {
        var number = await ReportedAsync();
        var seen = await SeeAsync(Applicant, number);
        Assert.Equal((TicketState.InProgress, ""), (seen.State, seen.CannotBeMetReason));
        Assert.DoesNotContain(seen.Clocks, c => c.Kind is ClockKind.RefusalWindow or ClockKind.WrittenReply);
        Assert.DoesNotContain(seen.Timeline, i => i.Move == Move.ReportCannotBeMet || i.Entry.To == TicketState.ReplyDue);
        Assert.Equal(TicketState.InProgress, (await RowsAsync(TicketState.InProgress)).Single(r => r.Number == number).State);
        Assert.DoesNotContain(await RowsAsync(TicketState.ReplyDue), r => r.Number == number);
        Assert.All(seen.Clocks.Where(c => c.IsOpen), c => Assert.Equal((PauseReason.None, Lamp.Normal), (c.PausedFor, c.Lamp)));
        Assert.Equal((PauseReason.None, Lamp.Normal), (await RowsAsync(TicketState.InProgress)).Where(r => r.Number == number).Select(r => (r.Clock!.PausedFor, r.Clock.Lamp)).Single());
        Assert.DoesNotContain((await List.ListAsync(Applicant, new TicketFilter { Lamp = Lamp.Paused }, Cancellation)).Value.Items, r => r.Number == number);
        Assert.Contains((await List.ListAsync(Applicant, new TicketFilter { Lamp = Lamp.Normal }, Cancellation)).Value.Items, r => r.Number == number);
        var handling = seen.Clocks.Single(c => c is { Kind: ClockKind.Handling, IsOpen: true });
        Assert.Equal(handling.DueDay, (await Pages.ExplainAsync(Applicant, number, handling.Id, Cancellation)).Value.Due);
        Assert.Null((await Pages.ExplainAsync(Officer, number, handling.Id, Cancellation)).Value.Due); // it stands still
        Assert.Equal(TicketState.ReplyDue, (await SeeAsync(Officer, number)).State);
        var refused = await MakeAsync(Applicant, number, Move.ConfirmDone);
        Assert.Equal(("WrongState", (object?)TicketState.InProgress), (refused.Refusal!.Code, refused.Refusal.Arguments[1]));
        var stale = await Tickets.MakeAsync(Applicant, Guid.NewGuid(), number, 1, Move.Withdraw, Saying("不办了。"), Cancellation);
        Assert.DoesNotContain((object?)TicketState.ReplyDue, stale.Refusal!.Arguments);

        await DoneAsync(Dispatcher, number, Move.LetStand, new MoveInput { Text = "情况属实。", ForEnterprise = "规划调整后可再提出。" });
        seen = await SeeAsync(Applicant, number);
        Assert.Equal((TicketState.ReplyDue, "规划已定。"), (seen.State, seen.CannotBeMetReason));
        Assert.Equal("规划调整后可再提出。", seen.Timeline.Single(i => i.Move == Move.LetStand).Entry.Given!.Text);
        Assert.Contains(await RowsAsync(TicketState.ReplyDue), r => r.Number == number);
        Assert.Equal(1, await ToldAsync(Applicant, number, "Yours.LetStand"));

        async Task<IReadOnlyList<TicketRow>> RowsAsync(TicketState state) =>
            (await List.ListAsync(Applicant, new TicketFilter { States = [state] }, Cancellation)).Value.Items;
    }

    [Fact]
    public async Task Report_ThroughProceedings_IsADemandInHandToTheEnterpriseAllTheSame()
    {
        var number = await ReportedAsync();
        await DoneAsync(Dispatcher, number, Move.EnterProceedings, new MoveInput { Proceeding = ProceedingKind.Litigation, CaseNumber = "1号", Day = Day("2026-06-01") });
        await DoneAsync(Dispatcher, number, Move.LeaveProceedings, Saying("已撤诉。"));

        Assert.Equal([TicketState.InProgress, TicketState.InLegalProceedings], await LastAsync(Applicant));
        Assert.Equal([TicketState.ReplyDue, TicketState.InLegalProceedings], await LastAsync(Officer));

        async Task<IEnumerable<TicketState?>> LastAsync(Caller who) =>
            (await SeeAsync(who, number)).Timeline.Where(i => i.Move is Move.EnterProceedings or Move.LeaveProceedings).Select(i => i.Entry.To);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Withdraw_BeforeItStands_EndsTheDemand(bool inProceedings)
    {
        var number = await ReportedAsync();
        if (inProceedings)
        {
            await DoneAsync(Dispatcher, number, Move.EnterProceedings, new MoveInput { Proceeding = ProceedingKind.Litigation, CaseNumber = "1号", Day = Day("2026-06-01") });
            Assert.Equal(TicketState.InProgress, (await SeeAsync(Applicant, number)).StateBefore);
        }

        await DoneAsync(Applicant, number, Move.Withdraw, Saying("已自行解决。"));

        var stored = await StoredAsync(number);
        Assert.Equal((TicketState.Withdrawn, true), (stored.State, stored.Clocks.TrueForAll(c => !c.Open)));
    }

    [Fact]
    public async Task Withdraw_OnceItStands_IsRefused()
    {
        var number = await ReportedAsync();
        await DoneAsync(Dispatcher, number, Move.LetStand, Saying("情况属实。"));
        await RefusedAsync("WindowClosed", Applicant, number, Move.Withdraw, Saying("已自行解决。"));
    }

    [Fact]
    public async Task Window_WhenItLapses_LetsItStandAndOwesTheReplyFromThatDay()
    {
        var number = await ReportedAsync();
        var reported = Town.Clock.Now;
        await GoToAsync(Day("2026-03-10"), Morning);

        var stored = await StoredAsync(number);
        Assert.Equal(TicketState.ReplyDue, stored.State);
        Assert.Equal([(Day("2026-03-06"), ClockOutcome.Breached)], await DuesAsync(number, ClockKind.RefusalWindow));
        Assert.Equal([(Day("2026-03-27"), null)], await DuesAsync(number, ClockKind.WrittenReply));
        Assert.Equal(reported, (await ClockAsync(number, ClockKind.Handling)).EndedAt);
        Assert.Equal((1, 1), (await ToldAsync(Applicant, number, "Yours.StandByLapse"), await ToldAsync(CentreLead, number, "Moved.StandByLapse")));
    }

    [Fact]
    public async Task Report_WithOpenTasks_PausesThemAndCancelsThemOnceItStands()
    {
        var support = Town.Unit("水务站");
        var number = await SupportedAsync(support);
        await DoneAsync(Officer, number, Move.Accept);
        await DoneAsync(Officer, number, Move.ReportCannotBeMet, Report);
        Assert.True((await ClockAsync(number, ClockKind.SupportingTask)).Paused);
        await DoneAsync(Dispatcher, number, Move.LetStand, Saying("情况属实。"));

        Assert.Equal(SupportingTaskState.Cancelled, (await StoredAsync(number)).Tasks.Single().State);
    }

    [Fact]
    public async Task FileReply_ByTheCentre_WaitsUntilItIsThreeDaysOver()
    {
        var number = await ReportedAsync();
        await DoneAsync(Dispatcher, number, Move.LetStand, Saying("情况属实。")); // due 25 March
        await GoToAsync(Day("2026-03-27"), Morning);
        await RefusedAsync("ReplyNotYetOverdue", Dispatcher, number, Move.FileReply, await ReplyAsync(Dispatcher));
        await GoToAsync(Day("2026-03-30"), new TimeOnly(17, 30));
        await DoneAsync(Dispatcher, number, Move.FileReply, await ReplyAsync(Dispatcher));

        var stored = await StoredAsync(number);
        Assert.Equal((true, Unit.Id), (stored.Replies.Single().FiledByCentre, stored.Replies.Single().UnitId));
        Assert.Equal(ClockOutcome.Breached, (await ClockAsync(number, ClockKind.WrittenReply)).Outcome);
    }

    /// <summary>Reported on Wednesday 4 March.</summary>
    private async Task<string> ReportedAsync()
    {
        var number = await AcceptedAsync();
        await GoToAsync(Day("2026-03-04"), Morning);
        await DoneAsync(Officer, number, Move.ReportCannotBeMet, Report);
        return number;
    }

    public sealed class OnSqlite(SqliteDatabase database) : CannotBeMetTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : CannotBeMetTests(database), IClassFixture<PostgresDatabase>;
}
