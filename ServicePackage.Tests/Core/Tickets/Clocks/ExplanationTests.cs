using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Support;
using static ServicePackage.Tests.Core.WorkingTime.Published;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>The due date of a demand's clock explains itself day by day, whatever befell the clock. Each test begins on Monday 2 March 2026.</summary>
public abstract class ExplanationTests(TestDatabase database) : TicketTests(database)
{
    [Fact]
    public async Task Explain_AStatutoryDateThatStoodStill_NamesNoLengthThatItNeverHad()
    {
        var number = await AcceptedAsync(TicketType.Approval); // within 60 days
        await DoneAsync(Officer, number, Move.AskSupplement, Saying("请提供排水图纸。"));
        await GoToAsync(Day("2026-03-05"), new TimeOnly(9, 30));
        await DoneAsync(Applicant, number, Move.AnswerSupplement, Saying("见附件。"));

        var explanation = (await Pages.ExplainAsync(Applicant, number, (await ClockAsync(number, ClockKind.Handling)).Id, Cancellation)).Value;
        Assert.Equal((null, true), (explanation.Limit, explanation.Agrees));
        Assert.DoesNotContain(explanation.Days, d => d.Role == DayRole.Given);
    }

    [Fact]
    public async Task Explanation_OfAnExtendedClock_CountsTheExtensionToo()
    {
        var number = await AcceptedAsync();
        await DoneAsync(Dispatcher, number, Move.Extend, new MoveInput { Days = 5, Text = "情况复杂。" });

        var explanation = await ExplainAsync(number);

        Assert.Equal((20, Day("2026-03-30"), true), (explanation.Limit, explanation.Due, explanation.Agrees));
        Assert.Equal(20, explanation.Days[^1].Number);
    }

    [Fact]
    public async Task Explanation_OfAPausedClock_CountsUpToToday_AndNamesNoDueDay()
    {
        var number = await AcceptedAsync();
        await DoneAsync(Officer, number, Move.AskSupplement, Saying("请补充图纸。"));
        await GoToAsync(Day("2026-03-05"), new TimeOnly(10, 0));

        var explanation = await ExplainAsync(number);

        Assert.Null(explanation.Due);
        Assert.Equal([DayRole.Paused, DayRole.Paused, DayRole.Paused], explanation.Days.Select(d => d.Role));
    }

    [Fact]
    public async Task Explanation_OfAClockPausedAfterItsBreach_StillEndsOnItsDueDay()
    {
        var number = await AcceptedAsync();
        await GoToAsync(Day("2026-03-24"), new TimeOnly(10, 0));
        await DoneAsync(Officer, number, Move.AskSupplement, Saying("请补充图纸。"));
        await GoToAsync(Day("2026-03-26"), new TimeOnly(10, 0));

        var explanation = await ExplainAsync(number);

        Assert.Equal((Day("2026-03-23"), true), (explanation.Due, explanation.Agrees));
        Assert.Equal(15, explanation.Days[^1].Number);
        Assert.DoesNotContain(explanation.Days, d => d.Role == DayRole.Paused);
        await DoneAsync(Applicant, number, Move.AnswerSupplement, Saying("见附件。"));
        await GoToAsync(Day("2026-03-27"), new TimeOnly(10, 0));
        explanation = await ExplainAsync(number);
        Assert.Equal((Day("2026-03-23"), true), (explanation.Due, explanation.Agrees)); // nor once it runs on
        Assert.DoesNotContain(explanation.Days, d => d.Role == DayRole.Paused);
    }

    [Fact]
    public async Task Explanation_OfAPauseOnTheDayOfTheBreach_IsPassed()
    {
        var number = await AcceptedAsync();
        await GoToAsync(Day("2026-03-23"), new TimeOnly(10, 0));
        await DoneAsync(Officer, number, Move.AskSupplement, Saying("请补充图纸。"));
        await GoToAsync(Day("2026-03-25"), new TimeOnly(10, 0));
        await DoneAsync(Applicant, number, Move.AnswerSupplement, Saying("见附件。"));

        var explanation = await ExplainAsync(number);

        Assert.True(explanation.Agrees);
        Assert.Equal([DayRole.Paused, DayRole.Paused, DayRole.Given], explanation.Days.TakeLast(3).Select(d => d.Role));
        await GoToAsync(Day("2026-03-27"), new TimeOnly(10, 0)); // past due: the pause before that explains it still
        Assert.Equal([DayRole.Paused, DayRole.Paused, DayRole.Given], (await ExplainAsync(number)).Days.TakeLast(3).Select(d => d.Role));
    }

    [Fact]
    public async Task Explanation_OfAResultConfirmed_StillEndsOnItsDueDay()
    {
        var number = await CompletedAsync();
        await GoToAsync(Day("2026-03-04"), new TimeOnly(10, 0));
        await DoneAsync(Applicant, number, Move.ConfirmDone);

        var explanation = await ExplainAsync(number);

        Assert.Equal((Day("2026-03-23"), 15, true), (explanation.Due, explanation.Days[^1].Number, explanation.Agrees));
    }

    [Fact]
    public async Task Explanation_OfAClockThatEndedStandingStill_NamesNoAmendment()
    {
        var number = await AcceptedAsync();
        await DoneAsync(Officer, number, Move.ApplyForReturn, Saying("不属于本单位职责。"));
        await GoToAsync(Day("2026-04-20"), new TimeOnly(10, 0));
        await DoneAsync(Dispatcher, number, Move.DecideReturn, new MoveInput { UnitId = Town.Unit("规土所").Id, Text = "改派。" });
        var former = (await StoredAsync(number)).Clocks.Single(c => c.Kind == ClockKind.Handling && c.UnitId == Unit.Id);

        var explanation = (await Pages.ExplainAsync(Dispatcher, number, former.Id, Cancellation)).Value;
        Assert.Equal((Day("2026-03-23"), true), (explanation.Due, explanation.Agrees));
        Assert.Equal((ClockOutcome.Cancelled, former.EndedAt), (former.Outcome, former.Pauses.Single().Until)); // no breach while it stood still
    }

    [Fact]
    public async Task Explanation_OfAClockThatEndedAfterItsPauses_NamesThemAll()
    {
        var second = Town.Unit("规土所");
        var number = await AcceptedAsync();
        await DoneAsync(Officer, number, Move.AskSupplement, Saying("请补充图纸。"));
        await GoToAsync(Day("2026-03-04"), new TimeOnly(10, 0));
        await DoneAsync(Applicant, number, Move.AnswerSupplement, Saying("见附件。")); // due on the 25th now
        await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = second.Id, Text = "改派。" });
        var former = (await StoredAsync(number)).Clocks.Single(c => c.Kind == ClockKind.Handling && c.UnitId == Unit.Id);
        var explanation = (await Pages.ExplainAsync(Dispatcher, number, former.Id, Cancellation)).Value;
        Assert.Equal((Day("2026-03-25"), true, 2), (explanation.Due, explanation.Agrees, explanation.Days.Count(d => d.Role == DayRole.Paused))); // running to its end

        var still = await AcceptedAsync();
        await DoneAsync(Officer, still, Move.AskSupplement, Saying("请补充图纸。"));
        await GoToAsync(Day("2026-03-05"), new TimeOnly(10, 0));
        await DoneAsync(Applicant, still, Move.AnswerSupplement, Saying("见附件。"));
        await DoneAsync(Officer, still, Move.Complete, Saying("已完成。"));
        await GoToAsync(Day("2026-03-06"), new TimeOnly(10, 0));
        await DoneAsync(Applicant, still, Move.ConfirmDone);
        explanation = await ExplainAsync(still);
        Assert.Equal((Day("2026-03-26"), true, 1), (explanation.Due, explanation.Agrees, explanation.Days.Count(d => d.Role == DayRole.Paused))); // it ended standing still a second time
    }

    [Fact]
    public async Task Explanation_ForAnEnterpriseThatIsNotToldWhyItStandsStill_IsThatOfOneRunning()
    {
        var number = await AcceptedAsync();
        await GoToAsync(Day("2026-03-03"), new TimeOnly(10, 0));
        await DoneAsync(Officer, number, Move.ReportCannotBeMet, new MoveInput { Text = "管线权属不清。", Basis = "城镇排水条例" });
        await GoToAsync(Day("2026-03-04"), new TimeOnly(10, 0));

        var explanation = (await Pages.ExplainAsync(Applicant, number, (await ClockAsync(number, ClockKind.Handling)).Id, Cancellation)).Value;
        Assert.Equal((Day("2026-03-23"), true, 0), (explanation.Due, explanation.Agrees, explanation.Days.Count(d => d.Role == DayRole.Paused)));
    }

    [Fact]
    public async Task Explanation_OfABreachedClockWhoseTypeWasChanged_NamesNoAmendment()
    {
        var number = await AcceptedAsync(TicketType.Consultation);
        await GoToAsync(Day("2026-03-11"), new TimeOnly(10, 0));
        await DoneAsync(Dispatcher, number, Move.SetType, new MoveInput { Type = TicketType.Coordination, Text = "须多部门协调。" });

        var explanation = await ExplainAsync(number);
        Assert.Equal((5, Day("2026-03-09"), true), (explanation.Limit, explanation.Due, explanation.Agrees));
    }

    private async Task<DueExplanation> ExplainAsync(string number) =>
        (await Pages.ExplainAsync(Officer, number, (await ClockAsync(number, ClockKind.Handling)).Id, Cancellation)).Value;

    public sealed class OnSqlite(SqliteDatabase database) : ExplanationTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : ExplanationTests(database), IClassFixture<PostgresDatabase>;
}
