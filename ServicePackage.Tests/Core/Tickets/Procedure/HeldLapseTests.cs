using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Support;
using static ServicePackage.Tests.Core.WorkingTime.Published;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>What the enterprise says while it owes an answer may be that answer: nothing lapses before somebody has called. Begins on Monday 2 March 2026.</summary>
public abstract class HeldLapseTests(TestDatabase database) : TicketTests(database)
{
    private static readonly TimeOnly Morning = new(9, 30);

    [Fact]
    public async Task Comment_WhileTheConfirmationIsAwaited_HoldsTheLapseUntilSomebodyHasCalled()
    {
        var number = await CompletedAsync(); // to be confirmed by 5 March
        await GoToAsync(Day("2026-03-04"), Morning);
        await DoneAsync(Applicant, number, Move.Comment, Saying("积水没有解决。"));
        await GoToAsync(Day("2026-03-04"), new TimeOnly(14, 0));
        await DoneAsync(Applicant, number, Move.Comment, Saying("请再来看看。"));

        Assert.Equal(PauseReason.Call, (await ClockAsync(number, ClockKind.Confirmation)).PausedFor);
        Assert.Equal([(Day("2026-03-06"), null)], await DuesAsync(number, ClockKind.Call)); // one call for both
        Assert.Equal((1, 1), (await ToldAsync(Specialist, number, "Asked.Call"), await ToldAsync(Specialist, number, "Moved.Comment")));
        Assert.Equal((true, false), (await OnDeskAsync(Specialist, DeskScope.Mine, number), await OnDeskAsync(Dispatcher, DeskScope.Centre, number)));

        await GoToAsync(Day("2026-03-16"), Morning);
        Assert.Equal(TicketState.AwaitingConfirmation, (await StoredAsync(number)).State);
        Assert.Equal((1, 1), (await ToldAsync(Dispatcher, number, "Level.Breach"), await ToldAsync(CentreLead, number, "Level.Breach")));
        Assert.True(await OnDeskAsync(Dispatcher, DeskScope.Centre, number)); // nobody called: the Centre must
        await RefusedAsync("NotYourMove", Officer, number, Move.NoteCall, Called);
        await RefusedAsync("Missing", Dispatcher, number, Move.NoteCall, Saying("企业认为未解决。"));
        await RefusedAsync("WhenAhead", Dispatcher, number, Move.NoteCall, new MoveInput { WithWhom = "陈晓明", When = TownTime.Local(Town.Clock.Now.AddHours(1)), Text = "企业认为未解决。" });
        await DoneAsync(Dispatcher, number, Move.NoteCall, Called);

        Assert.Equal([(Day("2026-03-17"), null)], await DuesAsync(number, ClockKind.Confirmation)); // one day was left
        Assert.Equal([(Day("2026-03-06"), ClockOutcome.Breached)], await DuesAsync(number, ClockKind.Call));
        await RefusedAsync("NoCallOwed", Dispatcher, number, Move.NoteCall, Called);
        await DoneAsync(Applicant, number, Move.Comment, Saying("仍未解决。"));
        Assert.False((await ClockAsync(number, ClockKind.Confirmation)).Paused); // once a clock
    }

    [Fact]
    public async Task Comment_OnceTheConfirmationHasPassed_HoldsWhatWouldBeDeemed()
    {
        var number = await CompletedAsync();
        await GoToAsync(Day("2026-03-06"), Morning);
        await DoneAsync(Applicant, number, Move.Comment, Saying("积水没有解决。"));
        await GoToAsync(Day("2026-04-15"), Morning);

        Assert.Equal(TicketState.AwaitingConfirmation, (await StoredAsync(number)).State);
        await DoneAsync(Specialist, number, Move.NoteCall, Called);
        await DoneAsync(Specialist, number, Move.ConfirmNotDone, Spoken("门口仍积水。")); // what was meant
        Assert.Equal(TicketState.InProgress, (await StoredAsync(number)).State);
    }

    [Theory]
    [InlineData(ClockKind.Supplement, Move.AnswerSupplement, TicketState.InProgress)]
    [InlineData(ClockKind.Rating, Move.Rate, TicketState.Closed)]
    [InlineData(ClockKind.Confirmation, Move.ConfirmNotDone, TicketState.InProgress)]
    public async Task Comment_FollowedByTheAnswerItself_OwesNoCall(ClockKind kind, Move answer, TicketState state)
    {
        var number = await OwingAsync(kind);
        await DoneAsync(Applicant, number, Move.Comment, Saying("材料见附件。"));
        Assert.Equal(PauseReason.Call, (await ClockAsync(number, kind)).PausedFor);
        await GoToAsync(Day("2026-03-30"), Morning);
        await DoneAsync(Applicant, number, answer, new MoveInput { Text = "门口仍积水。", Rating = RatingLevel.Satisfied });

        Assert.Equal((state, ClockOutcome.Breached), ((await StoredAsync(number)).State, (await ClockAsync(number, ClockKind.Call)).Outcome));
    }

    [Fact]
    public async Task Comment_ByTheTown_HoldsNothing()
    {
        var number = await CompletedAsync();
        await DoneAsync(Officer, number, Move.Comment, Saying("请确认。"));

        Assert.Equal((false, 0), ((await ClockAsync(number, ClockKind.Confirmation)).Paused, await ToldAsync(Specialist, number, "Asked.Call")));
    }

    [Fact]
    public async Task NoteCall_ByWhoHandlesTheDemand_IsRefused()
    {
        var number = await RaisedAsync();
        await DoneAsync(Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = City.Id });
        await DoneAsync(Specialist, number, Move.Accept);
        await DoneAsync(Specialist, number, Move.Complete, Saying("已办。"));
        await DoneAsync(Applicant, number, Move.Comment, Saying("没有办。"));

        Assert.Equal((1, 0), (await ToldAsync(Dispatcher, number, "Asked.Call"), await ToldAsync(Specialist, number, "Asked.Call")));
        Assert.Equal((false, true), (await OnDeskAsync(Specialist, DeskScope.Mine, number), await OnDeskAsync(Dispatcher, DeskScope.Centre, number)));
        await RefusedAsync("HandlingUnit", Specialist, number, Move.NoteCall, Called);
        await DoneAsync(Dispatcher, number, Move.NoteCall, Called);
    }

    [Fact]
    public async Task NoteCall_OfACallBeforeTheComment_IsRefused()
    {
        var number = await CompletedAsync();
        await GoToAsync(Day("2026-03-03"), Morning);
        await DoneAsync(Applicant, number, Move.Comment, Saying("没有办。"));
        var call = Called;
        call.When = TownTime.Local(Town.Clock.Now.AddMinutes(-10));

        await RefusedAsync("BeforeComment", Specialist, number, Move.NoteCall, call);
    }

    private MoveInput Called => new() { WithWhom = "陈晓明", When = TownTime.Local(Town.Clock.Now), Text = "企业认为未解决。" };

    private async Task<string> OwingAsync(ClockKind kind)
    {
        if (kind == ClockKind.Supplement)
        {
            var asked = await AcceptedAsync();
            await DoneAsync(Officer, asked, Move.AskSupplement, Saying("请补充图纸。"));
            return asked;
        }

        var number = await CompletedAsync();
        if (kind == ClockKind.Rating)
        {
            await DoneAsync(Applicant, number, Move.ConfirmDone);
        }

        return number;
    }

    private async Task<bool> OnDeskAsync(Caller who, DeskScope scope, string number) =>
        (await Desk.ListAsync(who, new DeskFilter { Scope = scope, Kinds = [ClockKind.Call] }, Cancellation)).Value.Items.Any(r => r.Number == number);

    public sealed class OnSqlite(SqliteDatabase database) : HeldLapseTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : HeldLapseTests(database), IClassFixture<PostgresDatabase>;
}
