using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>The main road of a demand, from being raised to its written reply.</summary>
public abstract class StoryTests(TestDatabase database) : TicketTests(database)
{
    [Fact]
    public async Task Demand_WhenHandedBackSupplementedRefusedAndBadlyRated_EndsWithTheWrittenReply()
    {
        var second = Town.Unit("规土所");
        var support = Town.Unit("水务站");
        var (secondLiaison, secondOfficer, supportOfficer) = (Town.Liaison(second), Town.Officer(second), Town.Officer(support));

        var number = await RaisedAsync();
        Assert.Equal("2026-00001", number);
        await DoneAsync(Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = Unit.Id, SupportingUnitIds = [support.Id], TaskText = "协助踏勘管网。" });
        await DoneAsync(Officer, number, Move.ApplyForReturn, Saying("不属于本单位职责。"));
        await DoneAsync(Dispatcher, number, Move.DecideReturn, new MoveInput { UnitId = second.Id, Text = "由规土所主办。", CarryTasks = true });

        await DoneAsync(secondOfficer, number, Move.Accept);
        await DoneAsync(secondLiaison, number, Move.Assign, new MoveInput { PersonId = secondOfficer.AccountId });
        await DoneAsync(secondOfficer, number, Move.AskSupplement, Saying("请提供排水图纸。"));
        Assert.Equal(PauseReason.Supplement, (await ClockAsync(number, ClockKind.Handling)).PausedFor);
        await DoneAsync(Applicant, number, Move.AnswerSupplement, Saying("图纸见附件。"));
        await DoneAsync(secondOfficer, number, Move.ReportProgress, Saying("已约排水公司踏勘。"));
        await RefusedAsync("TaskOpen", secondOfficer, number, Move.Complete, Saying("已办结。"));
        var task = (await StoredAsync(number)).Tasks.Single();
        await DoneAsync(supportOfficer, number, Move.FinishTask, new MoveInput { AboutId = task.Id, Text = "踏勘完成。" });
        await DoneAsync(secondOfficer, number, Move.Complete, Saying("已改造。"));

        await DoneAsync(Applicant, number, Move.ConfirmNotDone, Saying("仍有积水。"));
        await DoneAsync(secondOfficer, number, Move.Complete, Saying("再次疏通。"));
        await DoneAsync(Applicant, number, Move.ConfirmDone);
        await RefusedAsync("Missing", Applicant, number, Move.Rate, new MoveInput { Rating = RatingLevel.Dissatisfied });
        await DoneAsync(Applicant, number, Move.Rate, new MoveInput { Rating = RatingLevel.Dissatisfied, Text = "办理时间太长。" });

        var reply = await ReplyAsync(secondOfficer);
        await RefusedAsync("ContactFirst", secondOfficer, number, Move.FileReply, reply);
        await DoneAsync(secondOfficer, number, Move.NoteContact, new MoveInput { When = new DateTime(2026, 3, 2, 9, 30, 0), WithWhom = "陈晓明", Text = "已说明情况。" });
        await DoneAsync(secondOfficer, number, Move.FileReply, reply);

        var seen = await SeeAsync(Applicant, number);
        Assert.Equal((TicketState.Closed, ClosedAs.Replied), (seen.State, seen.ClosedAs));
        Assert.Equal("回复如下。", seen.Reply?.Text);
        Assert.NotNull(seen.Reply?.Scan);
        Assert.Equal(1, seen.HandBacks);
        Assert.All((await StoredAsync(number)).Clocks, c => Assert.False(c.Open));
    }

    public sealed class OnSqlite(SqliteDatabase database) : StoryTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : StoryTests(database), IClassFixture<PostgresDatabase>;
}
