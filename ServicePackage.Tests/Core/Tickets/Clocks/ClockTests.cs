using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Support;
using static ServicePackage.Tests.Core.WorkingTime.Published;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>The limits of the clocks on fixed days around Spring Festival and National Day 2026, and what pauses do.</summary>
public abstract class ClockTests(TestDatabase database) : TicketTests(database)
{
    private static readonly TimeOnly Ten = new(10, 0);

    [Theory]
    [InlineData("2026-02-13", "2026-02-14", "2026-02-14", "2026-02-27", "2026-03-12")] // Saturday the 14th and the 28th are worked
    [InlineData("2026-02-18", "2026-02-24", "2026-02-24", "2026-02-28", "2026-03-13")] // raised in the holidays
    [InlineData("2026-09-30", "2026-10-08", "2026-10-08", "2026-10-13", "2026-10-27")] // Saturday 10 October is worked
    [InlineData("2026-03-02", "2026-03-03", "2026-03-03", "2026-03-09", "2026-03-23")]
    public async Task Clocks_RaisedAndDispatchedOnADay_AreDueByTheCalendar(string day, string dispatch, string review, string consultation, string coordination)
    {
        BeginAt(Day(day), Ten);
        var number = await DispatchedAsync();
        var asked = await DispatchedAsync(TicketType.Consultation);

        Assert.Equal([(Day(dispatch), ClockOutcome.Met)], await DuesAsync(number, ClockKind.Dispatch));
        Assert.Equal([(Day(review), null)], await DuesAsync(number, ClockKind.Review));
        Assert.Equal([(Day(coordination), null)], await DuesAsync(number, ClockKind.Handling));
        Assert.Equal([(Day(consultation), null)], await DuesAsync(asked, ClockKind.Handling));
        Assert.Equal(TownTime.CloseOf(Day(coordination)), (await ClockAsync(number, ClockKind.Handling)).DueAt);
    }

    [Theory]
    [InlineData(ClockKind.ReturnDecision, "2026-10-09")]
    [InlineData(ClockKind.Confirmation, "2026-10-10")]
    [InlineData(ClockKind.Supplement, "2026-10-13")]
    [InlineData(ClockKind.RefusalWindow, "2026-10-09")]
    [InlineData(ClockKind.TypeDecision, "2026-10-09")]
    [InlineData(ClockKind.ProceedingsDecision, "2026-10-09")]
    [InlineData(ClockKind.Rating, "2026-10-27")]
    [InlineData(ClockKind.BadRatingContact, "2026-10-08")]
    [InlineData(ClockKind.WrittenReply, "2026-10-27")]
    [InlineData(ClockKind.CourseDecision, "2026-10-09")]
    public async Task Clocks_StartedBeforeNationalDay_AreDueAfterIt(ClockKind kind, string due)
    {
        BeginAt(Day("2026-09-30"), Ten);
        var number = await WithAsync(kind);

        Assert.Equal([(Day(due), null)], await DuesAsync(number, kind));
    }

    /// <summary>The warning comes at opening of the working day before the due; for a day or less, of the due day.</summary>
    [Theory]
    [InlineData("2026-03-03", "2026-03-03")]
    [InlineData("2026-03-04", "2026-03-03")]
    [InlineData("2026-03-09", "2026-03-06")] // Friday, for Monday
    public async Task Warning_OfADayGiven_ComesTheWorkingDayBefore(string due, string warned)
    {
        BeginAt(Day("2026-03-02"), Ten);
        var number = await AcceptedAsync();
        await DoneAsync(Town.TownLeader(), number, Move.Urge, new MoveInput { Text = "请尽快。", Day = Day(due) });

        Assert.Equal(TownTime.At(Day(warned), new TimeOnly(9, 0)), (await ClockAsync(number, ClockKind.Urge)).NextAt);
    }

    [Fact]
    public async Task Warning_OfAnExtendedLimit_ComesTheWorkingDayBefore()
    {
        var number = await AcceptedAsync(TicketType.Consultation);
        await DoneAsync(Dispatcher, number, Move.Extend, new MoveInput { Days = 5, Text = "情况复杂。" });

        var clock = await ClockAsync(number, ClockKind.Handling);
        Assert.Equal((Day("2026-03-16"), TownTime.At(Day("2026-03-13"), new TimeOnly(9, 0))), (clock.DueDay, clock.NextAt));
    }

    [Fact]
    public async Task Warning_OfADayThatStoodStill_ComesOnTheDueDay()
    {
        BeginAt(Day("2026-03-02"), Ten);
        var number = await DispatchedAsync(); // to be reviewed by the 3rd
        await DoneAsync(Dispatcher, number, Move.EnterProceedings, Entering);
        await GoToAsync(Day("2026-03-10"), Ten);
        await DoneAsync(Dispatcher, number, Move.LeaveProceedings, Saying("已撤诉。"));

        var clock = await ClockAsync(number, ClockKind.Review);
        Assert.Equal((Day("2026-03-11"), TownTime.At(Day("2026-03-11"), new TimeOnly(9, 0))), (clock.DueDay, clock.NextAt));
    }

    [Fact]
    public async Task Clock_ThatStoodStillOnItsDueDay_AndEndsLater_WasInTime()
    {
        BeginAt(Day("2026-03-02"), Ten);
        var number = await AcceptedAsync(); // due 23 March
        await DoneAsync(Dispatcher, number, Move.EnterProceedings, Entering);
        await GoToAsync(Day("2026-03-30"), Ten);
        await DoneAsync(Applicant, number, Move.Withdraw, Saying("不再需要。"));

        var clock = await ClockAsync(number, ClockKind.Handling);
        Assert.Equal((ClockOutcome.Cancelled, null), (clock.Outcome, clock.BreachedAt));
        Assert.Equal(Town.Clock.Now, Assert.Single(clock.Pauses).Until);
    }

    [Fact]
    public async Task Breach_OnceWarned_ComesAMillisecondAfterTheDue_AndTheNextLevelThreeWorkingDaysLater()
    {
        BeginAt(Day("2026-03-02"), Ten);
        var number = await AcceptedAsync();
        await GoToAsync(Day("2026-03-20"), Ten);
        var warned = await ClockAsync(number, ClockKind.Handling);
        await GoToAsync(Day("2026-03-24"), Ten);
        var breached = await ClockAsync(number, ClockKind.Handling);

        Assert.Equal((Levels.Breach, warned.DueAt.AddMilliseconds(1)), (warned.NextLevel, warned.NextAt!.Value));
        Assert.Equal((Levels.Breach + 1, TownTime.CloseOf(Day("2026-03-26"))), (breached.NextLevel, breached.NextAt!.Value));
    }

    [Fact]
    public async Task Clocks_ReachingIntoAYearWithoutArrangement_AreProvisional()
    {
        BeginAt(Day("2026-12-25"), Ten);
        Assert.True((await ClockAsync(await DispatchedAsync(), ClockKind.Handling)).Provisional);
        Assert.False((await ClockAsync(await DispatchedAsync(), ClockKind.Review)).Provisional);
    }

    [Fact]
    public async Task Handling_PausedAndResumedOnOneDay_IsUnchanged()
    {
        var number = await AcceptedAsync();
        var before = await ClockAsync(number, ClockKind.Handling);
        await DoneAsync(Officer, number, Move.AskSupplement, Saying("请补充图纸。"));
        await GoToAsync(Day("2026-03-02"), new TimeOnly(16, 0));
        await DoneAsync(Applicant, number, Move.AnswerSupplement, Saying("见附件。"));

        var after = await ClockAsync(number, ClockKind.Handling);
        Assert.Equal((before.DueDay, before.DueVersion, before.NextAt, before.Days), (after.DueDay, after.DueVersion, after.NextAt, after.Days));
        Assert.False(after.MinimumGiven);
    }

    [Fact]
    public async Task Handling_WithLessThanADayLeft_GetsOneDayOnceInItsLife()
    {
        var number = await AcceptedAsync();
        await GoToAsync(Day("2026-03-23"), Ten); // its last day
        await DoneAsync(Officer, number, Move.AskSupplement, Saying("请补充图纸。"));
        await GoToAsync(Day("2026-03-25"), Ten);
        await DoneAsync(Applicant, number, Move.AnswerSupplement, Saying("见附件。"));
        Assert.Equal((Day("2026-03-26"), true), ((await ClockAsync(number, ClockKind.Handling)).DueDay, (await ClockAsync(number, ClockKind.Handling)).MinimumGiven));
        await GoToAsync(Day("2026-03-26"), Ten);
        await DoneAsync(Officer, number, Move.Complete, Saying("已完成。"));
        await GoToAsync(Day("2026-03-27"), Ten);
        await DoneAsync(Applicant, number, Move.ConfirmNotDone, Saying("仍有积水。"));

        Assert.Equal(Day("2026-03-27"), (await ClockAsync(number, ClockKind.Handling)).DueDay); // not a second time
    }

    [Fact]
    public async Task Handling_WithADayLeft_GoesOnWithThat_AndHasTheOneDayStillToCome()
    {
        var number = await AcceptedAsync();
        await GoToAsync(Day("2026-03-20"), Ten); // one day is left
        await DoneAsync(Officer, number, Move.AskSupplement, Saying("请补充图纸。"));
        await GoToAsync(Day("2026-03-24"), Ten);
        await DoneAsync(Applicant, number, Move.AnswerSupplement, Saying("见附件。"));
        Assert.Equal((Day("2026-03-25"), false), ((await ClockAsync(number, ClockKind.Handling)).DueDay, (await ClockAsync(number, ClockKind.Handling)).MinimumGiven));
        await GoToAsync(Day("2026-03-25"), Ten); // none is left
        await DoneAsync(Officer, number, Move.Complete, Saying("已完成。"));
        await GoToAsync(Day("2026-03-26"), Ten);
        await DoneAsync(Applicant, number, Move.ConfirmNotDone, Saying("仍有积水。"));

        Assert.Equal((Day("2026-03-27"), true), ((await ClockAsync(number, ClockKind.Handling)).DueDay, (await ClockAsync(number, ClockKind.Handling)).MinimumGiven));
    }

    [Fact]
    public async Task Handling_RunningOnAtTheInstantItIsDue_IsUnchanged()
    {
        var number = await AcceptedAsync();
        await GoToAsync(Day("2026-03-23"), new TimeOnly(16, 0));
        await DoneAsync(Officer, number, Move.AskSupplement, Saying("请补充图纸。"));
        await GoToAsync(Day("2026-03-23"), new TimeOnly(17, 0));
        await DoneAsync(Applicant, number, Move.AnswerSupplement, Saying("见附件。"));

        var clock = await ClockAsync(number, ClockKind.Handling);
        Assert.Equal((Day("2026-03-23"), false), (clock.DueDay, clock.MinimumGiven));
    }

    [Theory]
    [InlineData(0, ClockOutcome.Met)]
    [InlineData(1, ClockOutcome.Breached)]
    public async Task Review_AtItsClose_IsMet_AndAMomentLaterBreached(int milliseconds, ClockOutcome outcome)
    {
        var number = await DispatchedAsync();
        Town.Time.SetUtcNow(new DateTimeOffset(TownTime.CloseOf(Day("2026-03-03")).AddMilliseconds(milliseconds)));
        await DoneAsync(Officer, number, Move.Accept);

        Assert.Equal(outcome, (await ClockAsync(number, ClockKind.Review)).Outcome);
    }

    [Fact]
    public async Task DaysOver_OnTheEveningOfTheDueDay_AreNone_AndPausedDaysAreNeverAmongThem()
    {
        var number = await AcceptedAsync();
        await GoToAsync(Day("2026-03-23"), new TimeOnly(18, 0)); // due an hour ago
        Assert.Equal(0, (await HandlingAsync()).DaysOver);
        await DoneAsync(Officer, number, Move.AskSupplement, Saying("请补充图纸。"));
        await GoToAsync(Day("2026-03-26"), Ten);
        Assert.Equal(0, (await HandlingAsync()).DaysOver);
        await DoneAsync(Applicant, number, Move.AnswerSupplement, Saying("见附件。"));
        Assert.Equal(TownTime.CloseOf(Day("2026-03-31")), (await ClockAsync(number, ClockKind.Handling)).NextAt); // the third day from there
        await GoToAsync(Day("2026-03-27"), Ten);
        Assert.Equal(1, (await HandlingAsync()).DaysOver);
        await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = Town.Unit("规土所").Id, Text = "职责调整。" });

        Assert.Equal((1, ClockOutcome.Breached), ((await HandlingAsync()).DaysOver, (await StoredAsync(number)).Clocks.Single(c => c.Kind == ClockKind.Handling && c.UnitId == Unit.Id).Outcome));

        async Task<ClockView> HandlingAsync() => (await SeeAsync(Dispatcher, number)).Clocks.First(c => c.Kind == ClockKind.Handling && c.UnitId == Unit.Id);
    }

    [Fact]
    public async Task Clocks_ThatHaveEnded_StandNoMoreStillAndRunNoMoreOn()
    {
        var second = Town.Unit("规土所");
        var number = await AcceptedAsync();
        await GoToAsync(Day("2026-03-04"), Ten); // thirteen of its fifteen days are left
        await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = second.Id, Text = "职责调整。" });
        await DoneAsync(Town.Officer(second), number, Move.Accept);
        await GoToAsync(Day("2026-03-09"), Ten);
        await DoneAsync(Town.Officer(second), number, Move.AskSupplement, Saying("请补充图纸。"));
        await GoToAsync(Day("2026-03-11"), Ten);
        await DoneAsync(Applicant, number, Move.AnswerSupplement, Saying("见附件。"));
        await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = Unit.Id, Text = "职责调整。" });
        Assert.Equal([Day("2026-03-23"), Day("2026-03-27"), Day("2026-03-30")], (await DuesAsync(number, ClockKind.Handling)).Select(d => d.Due));
        Assert.Empty((await StoredAsync(number)).Clocks.First(c => c.Kind == ClockKind.Handling && c.UnitId == Unit.Id && !c.Open).Pauses);

        var reopened = await CompletedAsync();
        await GoToAsync(Day("2026-03-24"), Ten); // deemed confirmed
        await DoneAsync(Applicant, reopened, Move.Reopen, Saying("又积水了。"));
        await DoneAsync(Officer, reopened, Move.Complete, Saying("又疏通了。"));
        await GoToAsync(Day("2026-03-26"), Ten);
        await DoneAsync(Applicant, reopened, Move.ConfirmNotDone, Saying("仍有积水。"));
        Assert.Equal([Day("2026-04-01"), Day("2026-04-17")], (await DuesAsync(reopened, ClockKind.Handling)).Select(d => d.Due));
    }

    [Fact]
    public async Task Handling_PausedBeforeItsCloseAndResumedAfterIt_GetsOneDay()
    {
        var number = await AcceptedAsync();
        await GoToAsync(Day("2026-03-23"), new TimeOnly(16, 0)); // its last day
        await DoneAsync(Officer, number, Move.AskSupplement, Saying("请补充图纸。"));
        await GoToAsync(Day("2026-03-23"), new TimeOnly(17, 30));
        await DoneAsync(Applicant, number, Move.AnswerSupplement, Saying("见附件。"));

        var clock = await ClockAsync(number, ClockKind.Handling);
        Assert.Equal((Day("2026-03-24"), null), (clock.DueDay, clock.BreachedAt));
        Assert.False(clock.IsBreached(Town.Clock.Now));
    }

    [Fact]
    public async Task Handling_PausedOnTheDayOfALevel_ReachesItOnTheDayItRunsOn()
    {
        var number = await AcceptedAsync();
        await GoToAsync(Day("2026-03-26"), Ten); // three days over: the level begins at the close of business
        await DoneAsync(Officer, number, Move.AskSupplement, Saying("请补充图纸。"));
        await GoToAsync(Day("2026-03-30"), Ten);
        await DoneAsync(Applicant, number, Move.AnswerSupplement, Saying("见附件。"));

        var clock = await ClockAsync(number, ClockKind.Handling);
        Assert.Equal((2, TownTime.CloseOf(Day("2026-03-30"))), (clock.NextLevel, clock.NextAt));
    }

    [Theory]
    [InlineData("2026-03-26", 10, 1)] // on its third day, before the close
    [InlineData("2026-03-26", 17, 2)]
    [InlineData("2026-03-27", 10, 2)]
    [InlineData("2026-03-30", 17, 3)]
    [InlineData("2026-03-31", 10, 3)] // the last of all levels, and a day beyond
    public async Task Level_OfABreachedClockThatStandsStill_IsTheOneItHadReached(string paused, int hour, int level)
    {
        var number = await AcceptedAsync(); // due 23 March
        await GoToAsync(Day(paused), new TimeOnly(hour, 0));
        await DoneAsync(Officer, number, Move.AskSupplement, Saying("请补充图纸。"));

        Assert.Equal(level, (await SeeAsync(Officer, number)).Clocks.Single(c => c.Kind == ClockKind.Handling).Level);
        await DoneAsync(Applicant, number, Move.AnswerSupplement, Saying("见附件。"));
        Assert.Equal(level, (await SeeAsync(Officer, number)).Clocks.Single(c => c.Kind == ClockKind.Handling).Level);
    }

    [Theory]
    [InlineData(Move.Complete, Move.ConfirmDone)]
    [InlineData(Move.AskSupplement, Move.Withdraw)]
    public async Task DaysOver_OfAClockThatEndedWhileItStoodStill_AreThoseBefore(Move pauses, Move ends)
    {
        var number = await AcceptedAsync(TicketType.Consultation); // due 9 March
        await GoToAsync(Day("2026-03-11"), Ten);
        await DoneAsync(Officer, number, pauses, Saying("请看说明。"));
        await GoToAsync(Day("2026-03-13"), Ten);
        Assert.Equal(2, (await SeeAsync(Officer, number)).Clocks.Single(c => c.Kind == ClockKind.Handling).DaysOver);
        await DoneAsync(Applicant, number, ends, Saying("已知悉。"));

        Assert.Equal(2, (await SeeAsync(Officer, number)).Clocks.Single(c => c.Kind == ClockKind.Handling).DaysOver);
    }

    [Fact]
    public async Task Handling_PausedOnceBreached_KeepsItsDueAndItsLevelsSkipThePausedDays()
    {
        var number = await AcceptedAsync();
        await GoToAsync(Day("2026-03-24"), new TimeOnly(18, 0)); // due the 23rd: one day over
        await DoneAsync(Officer, number, Move.AskSupplement, Saying("请补充图纸。"));
        Assert.Null((await ClockAsync(number, ClockKind.Handling)).NextAt);
        await GoToAsync(Day("2026-03-27"), Ten);
        await DoneAsync(Applicant, number, Move.AnswerSupplement, Saying("见附件。"));

        var clock = await ClockAsync(number, ClockKind.Handling);
        Assert.Equal(Day("2026-03-23"), clock.DueDay);
        Assert.Equal(TownTime.CloseOf(Day("2026-03-23")), clock.BreachedAt);
        Assert.Equal((2, TownTime.CloseOf(Day("2026-03-31"))), (clock.NextLevel, clock.NextAt)); // two more days: 30 and 31 March
    }

    [Fact]
    public async Task Handling_ConfirmedLate_WasMetWhenItWasReportedInTime()
    {
        var number = await AcceptedAsync(TicketType.Consultation); // due 9 March
        await GoToAsync(Day("2026-03-09"), new TimeOnly(17, 0));
        await DoneAsync(Officer, number, Move.Complete, Saying("已答复。"));
        await GoToAsync(Day("2026-03-11"), Ten);
        await DoneAsync(Applicant, number, Move.ConfirmDone);

        var clock = await ClockAsync(number, ClockKind.Handling);
        Assert.Equal((ClockOutcome.Met, TownTime.CloseOf(Day("2026-03-09"))), (clock.Outcome, clock.EndedAt));
    }

    [Fact]
    public async Task Review_OneMomentPastItsClose_IsBreachedThoughNoSweepRan()
    {
        var number = await DispatchedAsync();
        Town.Time.SetUtcNow(new DateTimeOffset(TownTime.CloseOf(Day("2026-03-03")).AddMilliseconds(1)));
        Assert.Equal(Lamp.Breached, (await SeeAsync(Officer, number)).Clocks.Single(c => c.Kind == ClockKind.Review).Lamp);
        await DoneAsync(Officer, number, Move.Accept);

        var clock = await ClockAsync(number, ClockKind.Review);
        Assert.Equal((ClockOutcome.Breached, clock.DueAt), (clock.Outcome, clock.BreachedAt!.Value));
    }

    [Fact]
    public async Task Clocks_HoweverLateTheSweepRuns_AreTheSame()
    {
        var often = await ScriptAsync(everyHours: 3);
        var once = await ScriptAsync(everyHours: 0);

        Assert.Equal(often, once);
    }

    /// <summary>A supplement nobody answers, a result nobody confirms, a breach with monthly duties; then what the clocks say.</summary>
    private async Task<List<string>> ScriptAsync(int everyHours)
    {
        BeginAt(Day("2026-03-02"), Ten);
        var silent = await AcceptedAsync();
        await DoneAsync(Officer, silent, Move.AskSupplement, Saying("请补充图纸。"));
        var unconfirmed = await CompletedAsync();
        var refused = await AcceptedAsync();
        await DoneAsync(Officer, refused, Move.ReportCannotBeMet, new MoveInput { Text = "规划已定。", Basis = "规划" });
        var unrated = await CompletedAsync();
        await DoneAsync(Applicant, unrated, Move.ConfirmDone);
        await DoneAsync(Town.TownLeader(), unrated, Move.Urge, new MoveInput { Text = "请回访。", Day = Day("2026-03-23") });
        if (everyHours > 0)
        {
            for (var at = Town.Clock.Now; at < TownTime.At(Day("2026-05-08"), Ten); at = at.AddHours(everyHours))
            {
                Town.Time.SetUtcNow(new DateTimeOffset(at));
                await BringUpToNowAsync();
            }
        }

        await GoToAsync(Day("2026-05-08"), Ten);
        var clocks = new List<string>();
        foreach (var number in new[] { silent, unconfirmed, refused, unrated })
        {
            var stored = await StoredAsync(number);
            clocks.Add($"{stored.State} {stored.ClosedAs} {stored.ClosedAt:s} {stored.NextMonthlyDutyAt:s}");
            clocks.AddRange(stored.Clocks.OrderBy(c => c.Kind).ThenBy(c => c.StartedAt).Select(c =>
                $"{c.Kind} {c.StartedAt:s} {c.DueDay} {c.DueVersion} {c.BreachedAt:s} {c.EndedAt:s} {c.Outcome} {c.NextLevel} {c.NextAt:s} {c.Days}"));
        }

        return clocks;
    }

    private async Task<string> WithAsync(ClockKind kind)
    {
        switch (kind)
        {
            case ClockKind.Confirmation:
                return await CompletedAsync();
            case ClockKind.BadRatingContact or ClockKind.WrittenReply:
                return await BadlyRatedAsync();
            case ClockKind.Rating:
                var done = await CompletedAsync();
                await DoneAsync(Applicant, done, Move.ConfirmDone);
                return done;
        }

        var number = await AcceptedAsync();
        switch (kind)
        {
            case ClockKind.ReturnDecision:
                await DoneAsync(Officer, number, Move.ApplyForReturn, Saying("不属于本单位职责。"));
                break;
            case ClockKind.Supplement:
                await DoneAsync(Officer, number, Move.AskSupplement, Saying("请补充图纸。"));
                break;
            case ClockKind.TypeDecision:
                await DoneAsync(Officer, number, Move.ProposeType, new MoveInput { Type = TicketType.Consultation, Text = "只需答复。" });
                break;
            case ClockKind.ProceedingsDecision:
                await DoneAsync(Officer, number, Move.ProposeProceedings, new MoveInput { Proceeding = ProceedingKind.Litigation, Text = "据悉企业已起诉。" });
                break;
            case ClockKind.RefusalWindow:
                await DoneAsync(Officer, number, Move.ReportCannotBeMet, new MoveInput { Text = "规划已定。", Basis = "规划" });
                break;
            default:
                for (var i = 0; i < 2; i++)
                {
                    await DoneAsync(Officer, number, Move.Complete, Saying("已完成。"));
                    await DoneAsync(Applicant, number, Move.ConfirmNotDone, Saying("未完成。"));
                }

                break;
        }

        return number;
    }

    private static MoveInput Entering => new() { Proceeding = ProceedingKind.Litigation, CaseNumber = "(2026)沪0114行初1号", Day = Day("2026-06-01") };

    public sealed class OnSqlite(SqliteDatabase database) : ClockTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : ClockTests(database), IClassFixture<PostgresDatabase>;
}
