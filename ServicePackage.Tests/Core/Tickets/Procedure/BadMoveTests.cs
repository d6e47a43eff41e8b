using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;
using static ServicePackage.Tests.Core.WorkingTime.Published;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>Moves given nonsense, twice, at once or too late: one clear reason, nothing written.</summary>
public abstract class BadMoveTests(TestDatabase database) : TicketTests(database)
{
    [Theory]
    [InlineData("", "Missing")]
    [InlineData(" 　 ", "Missing")]
    [InlineData("\u200B\u2060", "Missing")]
    [InlineData("完成\0", "Unreadable")]
    [InlineData("<half>完成", "Unreadable")] // half a surrogate pair does not survive in an attribute
    public async Task Make_WithATextThatSaysNothing_IsRefused(string text, string code)
    {
        text = text.Replace("<half>", "\uDFB7", StringComparison.Ordinal);
        var number = await AcceptedAsync();
        await RefusedAsync(code, Officer, number, Move.Complete, Saying(text));
        await RefusedAsync(code, Officer, number, Move.ReportCannotBeMet, new MoveInput { Text = "规划已定。", Basis = text });
    }

    [Fact]
    public async Task Make_WithMoreThanTwentyThousandCharacters_SaysLimitAndLength()
    {
        var number = await AcceptedAsync();
        var outcome = await MakeAsync(Officer, number, Move.ReportProgress, Saying(string.Concat(Enumerable.Repeat("𠮷", 20_001))));
        Assert.Equal("TooLong", outcome.Refusal?.Code);
        Assert.Equal([20_000, 20_001], outcome.Refusal!.Arguments.Skip(1));
        await DoneAsync(Officer, number, Move.ReportProgress, Saying(string.Concat(Enumerable.Repeat("𠮷", 20_000))));
        await RefusedAsync("TooLong", Officer, number, Move.ReportCannotBeMet, new MoveInput { Text = "规划已定。", Basis = new string('据', 501) });
    }

    [Theory]
    [InlineData("0001-01-01", "DayOutOfRange")]
    [InlineData("9999-12-31", "DayOutOfRange")]
    [InlineData("1999-12-31", "DayOutOfRange")]
    [InlineData("2000-01-01", "DayPast")]
    [InlineData("2099-12-31", "DayTooFar")]
    [InlineData("2100-01-01", "DayOutOfRange")]
    [InlineData("2026-03-01", "DayPast")]
    public async Task Make_WithADayThatCannotBe_IsRefused(string day, string code)
    {
        var number = await AcceptedAsync();
        await RefusedAsync(code, Dispatcher, number, Move.EnterProceedings, new MoveInput { Proceeding = ProceedingKind.Litigation, CaseNumber = "1号", Day = Day(day) });
        await RefusedAsync(code, Dispatcher, number, Move.Urge, new MoveInput { Text = "请尽快。", Day = Day(day) });
        await RefusedAsync(code, Officer, number, Move.Complete, new MoveInput { Text = "已完成。", SecondDay = Day(day) });
        await RefusedAsync(code == "DayTooFar" ? "TaskDay" : code, Officer, number, Move.GiveTask, new MoveInput { UnitId = Town.Unit("水务站").Id, Text = "踏勘。", Day = Day(day) });
    }

    /// <summary>A promise for the end of the century is none.</summary>
    [Fact]
    public async Task Days_OfPromisesAndInstructions_LieWithinAYear()
    {
        var number = await AcceptedAsync();
        var last = Town.Clock.Today.AddDays(365);
        await RefusedAsync("DayTooFar", Officer, number, Move.ReferUpward, new MoveInput { Body = "区规划资源局", Level = BodyLevel.District, Text = "请予研究。", Day = last.AddDays(1) });
        await RefusedAsync("DayTooFar", Dispatcher, number, Move.Urge, new MoveInput { Text = "请尽快。", Day = last.AddDays(1) });
        await RefusedAsync("DayTooFar", Officer, number, Move.Complete, new MoveInput { Text = "已完成，绿化随后补种。", SecondDay = last.AddDays(1) });
        await DoneAsync(Officer, number, Move.Complete, new MoveInput { Text = "已完成，绿化随后补种。", SecondDay = last });
        await DoneAsync(Officer, await AcceptedAsync(), Move.Complete, new MoveInput { Text = "今日补种绿化。", SecondDay = Town.Clock.Today }); // today is no day gone by
        var tooFar = (await MakeAsync(Dispatcher, number, Move.Urge, new MoveInput { Text = "请尽快。", Day = last.AddDays(1) })).Refusal!.Sentence;
        Assert.Contains("2027年3月2日", tooFar, StringComparison.Ordinal); // which day would do
        Assert.Contains("365", tooFar, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Extend_ByOneDay_IsDone_AndByNoneRefused()
    {
        var number = await AcceptedAsync();
        await RefusedAsync("ExtensionLength", Dispatcher, number, Move.Extend, new MoveInput { Days = 0, Text = "情况复杂。" });
        await DoneAsync(Dispatcher, number, Move.Extend, new MoveInput { Days = 1, Text = "情况复杂。" });

        Assert.Equal(Day("2026-03-24"), (await ClockAsync(number, ClockKind.Handling)).DueDay);
    }

    /// <summary>Punctuation and spaces are no words.</summary>
    [Theory]
    [InlineData("已完成。", false)]
    [InlineData("已完成！！！……，，，、、。", false)]
    [InlineData("排水管均已改造完成。", false)] // nine
    [InlineData("排水管均已经改造完成。", true)] // ten
    [InlineData("排水管已改造完成，已试水。", true)]
    public async Task Complete_InFewWords_IsAskedBackUntilItIsMeant(string text, bool done)
    {
        var number = await AcceptedAsync();
        var version = (await StoredAsync(number)).Version;
        var given = Saying(text);
        var outcome = await Tickets.MakeAsync(Officer, Guid.NewGuid(), number, version, Move.Complete, given, Cancellation);

        Assert.Equal((done, done ? null : "FewWords", done ? null : nameof(MoveInput.Again)), (outcome.Done, outcome.Refusal?.Code, outcome.Refusal?.Field));
        given.Again = true;
        Assert.Equal(!done, (await Tickets.MakeAsync(Officer, Guid.NewGuid(), number, version, Move.Complete, given, Cancellation)).Done);
    }

    [Fact]
    public async Task Make_WithTheLastDayThatCanBe_IsDone()
    {
        var number = await AcceptedAsync();
        var last = Town.Clock.Today.AddDays(730);
        await RefusedAsync("DayTooFar", Dispatcher, number, Move.EnterProceedings, new MoveInput { Proceeding = ProceedingKind.Litigation, CaseNumber = "1号", Day = last.AddDays(1) });
        await DoneAsync(Dispatcher, number, Move.EnterProceedings, new MoveInput { Proceeding = ProceedingKind.Litigation, CaseNumber = "1号", Day = last });
        Assert.Equal(last, (await ClockAsync(number, ClockKind.LegalDate)).GivenDay);
        var tooFar = await MakeAsync(Dispatcher, number, Move.ChangeLegalDate, new MoveInput { Day = last.AddDays(1), Text = "法院延期。" });
        Assert.Contains("2028年3月1日", tooFar.Refusal!.Sentence, StringComparison.Ordinal); // which day would do
        await RefusedAsync("DayTooFar", Dispatcher, number, Move.ChangeLegalDate, new MoveInput { Day = last.AddDays(1), Text = "法院延期。" });
        await DoneAsync(Dispatcher, number, Move.LeaveProceedings, Saying("已审结。"));

        var approval = await DispatchedAsync(TicketType.Approval);
        await RefusedAsync("DayTooFar", Officer, approval, Move.Accept, new MoveInput { Day = Town.Clock.Today.AddDays(366), Basis = "行政许可法第四十二条" });
        await DoneAsync(Officer, approval, Move.Accept, new MoveInput { Day = Town.Clock.Today.AddDays(365), Basis = "行政许可法第四十二条" });
        Assert.Equal((1, 1), (await ToldAsync(Dispatcher, approval, "Moved.Accept"), await ToldAsync(Applicant, approval, "Yours.Accept")));
    }

    [Fact]
    public async Task Make_WithAMemberThatIsNone_IsRefused()
    {
        var number = await CompletedAsync();
        await DoneAsync(Applicant, number, Move.ConfirmDone);
        await RefusedAsync("NotChosen", Applicant, number, Move.Rate, new MoveInput { Rating = (RatingLevel)9 });
        await RefusedAsync("NotChosen", Dispatcher, number, Move.EnterProceedings, new MoveInput { Proceeding = (ProceedingKind)9, CaseNumber = "1号", Day = Day("2026-06-01") });
    }

    [Fact]
    public async Task Make_OnWhatOneDoesNotSee_IsNotFoundAsIfThereWereNone()
    {
        var number = await AcceptedAsync();
        var stranger = Town.EnterpriseUser(Town.Enterprise(City));
        foreach (var other in new[] { number, "2026-99999", "-1", "9e99", "'; DROP TABLE" })
        {
            var outcome = await Tickets.MakeAsync(stranger, Guid.NewGuid(), other, 1, Move.Comment, Saying("你好。"), Cancellation);
            Assert.Equal(Refusal.NotFound, outcome.Refusal);
        }
    }

    [Fact]
    public async Task Make_AgainWithTheSameCommand_GivesTheFirstResult()
    {
        var number = await DispatchedAsync();
        var (command, version) = (Guid.NewGuid(), (await StoredAsync(number)).Version);
        var first = await Tickets.MakeAsync(Officer, command, number, version, Move.Accept, new MoveInput(), Cancellation);
        var again = await Tickets.MakeAsync(Officer, command, number, version, Move.Accept, new MoveInput(), Cancellation);

        Assert.Equal(first.Value, again.Value);
        Assert.Equal(1, await CountAsync(number, Move.Accept));
    }

    [Fact]
    public async Task Make_FiveTimesAtOnce_IsMadeOnce()
    {
        var number = await CompletedAsync();
        var (command, version) = (Guid.NewGuid(), (await StoredAsync(number)).Version);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() =>
            Tickets.MakeAsync(Applicant, command, number, version, Move.ConfirmDone, new MoveInput(), Cancellation), Cancellation)));

        Assert.All(outcomes, o => Assert.Equal(TicketState.AwaitingRating, o.Value.State));
        Assert.Equal(1, await CountAsync(number, Move.ConfirmDone));
    }

    [Fact]
    public async Task Make_ByTwoAtOnce_LetsOneThrough()
    {
        var number = await DispatchedAsync();
        var version = (await StoredAsync(number)).Version;
        var outcomes = await Task.WhenAll(new[] { Officer, Liaison }.Select(who => Task.Run(() =>
            Tickets.MakeAsync(who, Guid.NewGuid(), number, version, Move.Accept, new MoveInput(), Cancellation), Cancellation)));

        Assert.Single(outcomes, o => o.Done);
        Assert.Contains(outcomes.Single(o => !o.Done).Refusal!.Code, (string[])["Stale", "StaleTicket"]);
        Assert.Equal(1, await CountAsync(number, Move.Accept));
    }

    [Fact]
    public async Task Make_OnAStaleCopy_NamesWhoDidWhat()
    {
        var number = await DispatchedAsync();
        var version = (await StoredAsync(number)).Version;
        await DoneAsync(Officer, number, Move.Accept);
        var stale = (await Tickets.MakeAsync(Liaison, Guid.NewGuid(), number, version, Move.Accept, new MoveInput(), Cancellation)).Refusal!;
        Assert.Equal("StaleTicket", stale.Code);
        await using var db = Town.Look();
        var name = await db.Users.Where(a => a.Id == Officer.AccountId).Select(a => a.DisplayName).SingleAsync(Cancellation);
        Assert.Equal([name, Move.Accept, TicketState.InProgress], stale.Arguments);

        await DoneAsync(Officer, number, Move.Comment, new MoveInput { Text = "内部研究。", Internal = true });
        var forEnterprise = (await Tickets.MakeAsync(Applicant, Guid.NewGuid(), number, version, Move.Withdraw, Saying("不需要了。"), Cancellation)).Refusal!;
        Assert.Equal(Move.Accept, forEnterprise.Arguments[1]); // nothing internal is given away
    }

    [Fact]
    public async Task Make_OnAStaleCopy_NamesTheLastActOnThisDemand_ThoughItWasInternal()
    {
        var (number, neighbour) = (await AcceptedAsync(), await AcceptedAsync());
        var version = (await StoredAsync(number)).Version;
        await DoneAsync(Dispatcher, number, Move.Mark, new MoveInput { Marks = Marks.Common });
        await DoneAsync(Officer, neighbour, Move.ReportProgress, Saying("已踏勘。"));
        await DoneAsync(Officer, neighbour, Move.ReportProgress, Saying("已开工。")); // more has been written of this one
        await GoToAsync(Day("2026-03-23"), new TimeOnly(17, 1)); // a level has been told meanwhile, of which no copy is stale

        var stale = (await Tickets.MakeAsync(Liaison, Guid.NewGuid(), number, version, Move.ReportProgress, new MoveInput { Text = "已踏勘。", Again = true }, Cancellation)).Refusal!;

        Assert.Equal(("StaleTicket", (object?)Move.Mark), (stale.Code, stale.Arguments[1]));
    }

    [Fact]
    public async Task Make_ByWhoSeesThisDemandAlone_CountsWhatFellDueBefore()
    {
        var number = await CompletedAsync();
        var version = (await StoredAsync(number)).Version;
        Town.GoTo(Day("2026-04-02"), new TimeOnly(10, 0)); // deemed to have been confirmed, though no sweep has run

        var refusal = (await Tickets.MakeAsync(Applicant, Guid.NewGuid(), number, version, Move.ConfirmNotDone, Saying("又积水了。"), Cancellation)).Refusal!;

        Assert.Equal(("StaleBySystem", (object?)Move.DeemConfirmed), (refusal.Code, refusal.Arguments[0]));
    }

    [Fact]
    public async Task Make_AfterReassignment_IsRefusedForTheOldUnit()
    {
        var second = Town.Unit("规土所");
        var number = await DispatchedAsync();
        await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = second.Id, Text = "职责调整。" });
        await RefusedAsync("NotFound", Officer, number, Move.Accept);
        await DoneAsync(Town.Officer(second), number, Move.Accept);
        await RefusedAsync("WrongState", Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = Unit.Id });
    }

    [Fact]
    public async Task Make_WithFieldsTheMoveDoesNotTake_KeepsNothingOfThem()
    {
        var number = await AcceptedAsync();
        await DoneAsync(Officer, number, Move.Complete, new MoveInput { Text = "已完成。", Rating = RatingLevel.VerySatisfied, UnitId = 1, Basis = new string('x', 9999), Marks = Marks.Overall });

        var stored = await StoredAsync(number);
        Assert.Equal((null, Unit.Id, Marks.None), (stored.Rating, stored.LeadUnitId!.Value, stored.Marks));
        await using var db = Town.Look();
        var content = await db.History.Where(h => h.Subject == nameof(Ticket) && h.SubjectId == stored.Id && h.Act == nameof(Move.Complete)).Select(h => h.Content).SingleAsync(Cancellation);
        Assert.DoesNotContain("xxx", content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Make_WithWhatIsAskedForInOtherCasesOnly_KeepsNothingOfIt()
    {
        var (number, yesterday) = (await RaisedAsync(), Town.Clock.Today.AddDays(-1));
        await DoneAsync(Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = Unit.Id, TaskText = "协助踏勘。" }); // nobody supports
        await DoneAsync(Officer, number, Move.Accept, new MoveInput { Day = yesterday, Basis = "行政许可法" }); // no approval
        await DoneAsync(Officer, number, Move.ProposeType, new MoveInput { Type = TicketType.Consultation, Text = "只需答复。", Day = yesterday, Basis = "行政许可法" });

        var given = (await SeeAsync(Officer, number)).Timeline.Select(e => e.Entry.Given).OfType<MoveInput>().ToList();
        Assert.NotEmpty(given);
        Assert.All(given, g => Assert.Equal(("", null, ""), (g.TaskText, g.Day, g.Basis)));
    }

    private async Task<int> CountAsync(string number, Move move)
    {
        var (id, act) = ((await StoredAsync(number)).Id, move.ToString());
        await using var db = Town.Look();
        return await db.History.CountAsync(h => h.Subject == nameof(Ticket) && h.SubjectId == id && h.Act == act, Cancellation);
    }

    public sealed class OnSqlite(SqliteDatabase database) : BadMoveTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : BadMoveTests(database), IClassFixture<PostgresDatabase>;
}
