using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;
using static ServicePackage.Tests.Core.WorkingTime.Published;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>What the enterprise answers, or does not. Begins on Monday 2 March 2026, 10:00; a result reported then is to be confirmed by 5 March.</summary>
public abstract class AnswerTests(TestDatabase database) : TicketTests(database)
{
    private static readonly TimeOnly Morning = new(9, 30);
    private static readonly MoveInput Good = new() { Rating = RatingLevel.Satisfied };
    private static readonly MoveInput Bad = new() { Rating = RatingLevel.VeryDissatisfied, Text = "未解决。" };

    [Fact]
    public async Task ConfirmNotDone_Once_LetsHandlingRunOn()
    {
        var number = await CompletedAsync();
        await GoToAsync(Day("2026-03-04"), Morning);
        await DoneAsync(Applicant, number, Move.ConfirmNotDone, Saying("仍有积水。"));

        Assert.Equal([(Day("2026-03-25"), null)], await DuesAsync(number, ClockKind.Handling));
        Assert.Equal([(Day("2026-03-05"), ClockOutcome.Met)], await DuesAsync(number, ClockKind.Confirmation));
        Assert.Empty(await DuesAsync(number, ClockKind.CourseDecision));
    }

    [Theory]
    [InlineData(Course.Continue, TicketState.InProgress)]
    [InlineData(Course.Redispatch, TicketState.Dispatched)]
    [InlineData(Course.CannotBeMet, TicketState.ReplyDue)]
    public async Task ConfirmNotDone_Twice_IsForTheCentreToDecide(Course course, TicketState state)
    {
        var number = await NotDoneTwiceAsync();
        await RefusedAsync("CourseOpen", Officer, number, Move.Complete, Saying("再次完成。"));
        await RefusedAsync("NoCourseOpen", Dispatcher, await AcceptedAsync(), Move.DecideCourse, new MoveInput { Course = Course.Continue, Text = "继续。" });
        var other = Town.Unit("规土所");
        await RefusedAsync("NotChosen", Dispatcher, number, Move.DecideCourse, new MoveInput { Course = Course.Redispatch, Text = "改派。" });
        await RefusedAsync("SameUnit", Dispatcher, number, Move.DecideCourse, new MoveInput { Course = Course.Redispatch, UnitId = Unit.Id, Text = "改派。" });
        var moved = await DoneAsync(Dispatcher, number, Move.DecideCourse, new MoveInput { Course = course, UnitId = course == Course.Redispatch ? other.Id : Unit.Id, Text = "经研究决定。", ForEnterprise = "规划已定，无法实施。" });

        Assert.Equal(state, moved.State);
        Assert.Equal((1, 1), (await ToldAsync(Applicant, number, "Yours.DecideCourse"), await ToldAsync(Specialist, number, "Moved.DecideCourse")));
        Assert.Equal(ClockOutcome.Met, (await ClockAsync(number, ClockKind.CourseDecision)).Outcome);
        var stored = await StoredAsync(number);
        Assert.Equal(course == Course.Redispatch ? other.Id : Unit.Id, stored.LeadUnitId);
        Assert.Equal(course == Course.Redispatch ? other.Name : null, (await SeeAsync(Dispatcher, number)).Timeline.Single(e => e.Move == Move.DecideCourse).Entry.Unit); // chosen before the course was, it counts for nothing
        if (course == Course.CannotBeMet)
        {
            Assert.Equal(ClockOutcome.NotMet, (await ClockAsync(number, ClockKind.Handling)).Outcome);
            await DoneAsync(Officer, number, Move.FileReply, await ReplyAsync(Officer)); // it stands at once
            Assert.Equal(ClosedAs.NotMet, (await StoredAsync(number)).ClosedAs);
        }
    }

    [Fact]
    public async Task ConfirmNotDone_AThirdTime_IsDecidedAgain()
    {
        var number = await NotDoneTwiceAsync();
        await DoneAsync(Dispatcher, number, Move.DecideCourse, new MoveInput { Course = Course.Continue, Text = "继续。" });
        await DoneAsync(Officer, number, Move.Complete, Saying("再次完成。"));
        await DoneAsync(Applicant, number, Move.ConfirmNotDone, Saying("仍未完成。"));

        Assert.Equal(2, (await DuesAsync(number, ClockKind.CourseDecision)).Count);
        await RefusedAsync("CourseOpen", Officer, number, Move.Complete, Saying("再次完成。"));
    }

    [Fact]
    public async Task Confirmation_WhenNobodyAnswers_IsDeemedAndReopenedOnce()
    {
        var number = await CompletedAsync();
        var completed = Town.Clock.Now;
        await GoToAsync(Day("2026-03-06"), Morning);
        Assert.Equal(TicketState.AwaitingConfirmation, (await StoredAsync(number)).State);
        await GoToAsync(Day("2026-03-13"), Morning); // 5 March, and five working days

        var deemed = await StoredAsync(number);
        Assert.Equal((TicketState.Closed, ClosedAs.Deemed), (deemed.State, deemed.ClosedAs));
        Assert.Equal([(Day("2026-03-05"), ClockOutcome.Breached)], await DuesAsync(number, ClockKind.Confirmation));
        Assert.Equal([(Day("2026-03-12"), ClockOutcome.Breached)], await DuesAsync(number, ClockKind.Deeming));
        Assert.Equal((ClockOutcome.Met, (DateTime?)completed), (deemed.Clocks.Single(c => c.Kind == ClockKind.Handling).Outcome, deemed.Clocks.Single(c => c.Kind == ClockKind.Handling).EndedAt));

        await DoneAsync(Applicant, number, Move.Reopen, Saying("积水再次出现。"));
        var handling = await ClockAsync(number, ClockKind.Handling);
        Assert.Equal((2, Day("2026-04-03")), (handling.Cycle, handling.DueDay));
        Assert.Equal(Unit.Id, (await StoredAsync(number)).LeadUnitId);

        await DoneAsync(Officer, number, Move.Complete, Saying("再次疏通。"));
        await GoToAsync(Day("2026-03-30"), Morning);
        Assert.Equal(ClosedAs.Deemed, (await StoredAsync(number)).ClosedAs);
        await RefusedAsync("ReopenedBefore", Applicant, number, Move.Reopen, Saying("又出现。"));
    }

    [Fact]
    public async Task Reopen_AfterThirtyDaysOrAfterARating_IsRefused()
    {
        var number = await CompletedAsync();
        var rated = await CompletedAsync();
        await DoneAsync(Applicant, rated, Move.ConfirmDone);
        await DoneAsync(Applicant, rated, Move.Rate, Good);
        await RefusedAsync("NotDeemed", Applicant, rated, Move.Reopen, Saying("又出现。"));
        await GoToAsync(Day("2026-04-12"), Morning); // deemed on 12 March: 31 days

        await RefusedAsync("TooLate", Applicant, number, Move.Reopen, Saying("又出现。"));
        await RefusedAsync("TooLate", Applicant, number, Move.RateLate, Good);
    }

    [Theory]
    [InlineData(Move.Reopen)]
    [InlineData(Move.RateLate)]
    public async Task WhatComesAfterClosing_OnTheThirtiethDay_IsStillInTime(Move move)
    {
        var number = await CompletedAsync();
        await GoToAsync(Day("2026-04-11"), new TimeOnly(23, 59)); // deemed on 12 March: 30 days

        await DoneAsync(Applicant, number, move, move == Move.RateLate ? Good : Saying("又出现。"));
    }

    [Theory]
    [InlineData(true, TicketState.Closed)]
    [InlineData(false, TicketState.InProgress)]
    public async Task Confirmation_WhenDeemingIsOff_IsRuledByTheCentre(bool done, TicketState state)
    {
        Settings.CurrentValue = Settings.CurrentValue with { DeemingOn = false };
        var number = await CompletedAsync();
        await RefusedAsync("NoRulingOpen", Dispatcher, number, Move.Rule, new MoveInput { Agreed = done, Text = "经核实。" });
        await GoToAsync(Day("2026-03-09"), Morning);
        Assert.Equal([(Day("2026-03-09"), null)], await DuesAsync(number, ClockKind.Ruling));
        var moved = await DoneAsync(Dispatcher, number, Move.Rule, new MoveInput { Agreed = done, Text = "经核实。" });

        Assert.Equal(state, moved.State);
        Assert.Equal(done ? ClosedAs.Deemed : null, (await StoredAsync(number)).ClosedAs);
        Assert.Equal(done ? ClockOutcome.Met : null, (await ClockAsync(number, ClockKind.Handling)).Outcome);
    }

    [Fact]
    public async Task ConfirmDone_WhileTheCentreIsToRule_StillCounts()
    {
        Settings.CurrentValue = Settings.CurrentValue with { DeemingOn = false };
        var number = await CompletedAsync();
        await GoToAsync(Day("2026-03-06"), Morning);
        await DoneAsync(Applicant, number, Move.ConfirmDone);

        Assert.Equal(ClockOutcome.Cancelled, (await ClockAsync(number, ClockKind.Ruling)).Outcome);
    }

    [Fact]
    public async Task Rating_WhenNobodyRates_ClosesUnratedAndMayBeRatedLate()
    {
        var number = await UnratedAsync();
        Assert.Equal(ClosedAs.Unrated, (await StoredAsync(number)).ClosedAs);
        await RefusedAsync("NotDeemed", Applicant, number, Move.Reopen, Saying("又出现。"));
        await DoneAsync(Applicant, number, Move.RateLate, Good);

        Assert.Equal(ClosedAs.Rated, (await StoredAsync(number)).ClosedAs);
        await RefusedAsync("NotUnrated", Applicant, number, Move.RateLate, Good);
    }

    [Fact]
    public async Task RateLate_WhenBad_OwesContactAndReply()
    {
        var number = await UnratedAsync();
        await RefusedAsync("Missing", Applicant, number, Move.RateLate, new MoveInput { Rating = RatingLevel.Dissatisfied });
        await RefusedAsync("Missing", Applicant, number, Move.RateLate, new MoveInput { Rating = RatingLevel.VeryDissatisfied });
        Assert.Equal(TicketState.ReplyDue, (await DoneAsync(Applicant, number, Move.RateLate, Bad)).State);

        Assert.Equal([(Day("2026-03-26"), null)], await DuesAsync(number, ClockKind.BadRatingContact));
        Assert.Equal([(Day("2026-04-16"), null)], await DuesAsync(number, ClockKind.WrittenReply));
    }

    [Fact]
    public async Task RateLate_OfADeemedDemand_EndsTheRightToReopen()
    {
        var number = await CompletedAsync();
        await GoToAsync(Day("2026-03-13"), Morning);
        await DoneAsync(Applicant, number, Move.RateLate, Good);

        await RefusedAsync("NotDeemed", Applicant, number, Move.Reopen, Saying("又出现。"));
    }

    [Fact]
    public async Task ConfirmDone_SpokenToTheFirstAskedPerson_IsRecordedByThem()
    {
        var number = await CompletedAsync();
        await RefusedAsync("NotYourMove", Officer, number, Move.ConfirmDone, Saying("电话确认。"));
        await RefusedAsync("FirstAskedRecords", Dispatcher, number, Move.ConfirmDone, Spoken("电话确认。"));
        await RefusedAsync("Missing", Specialist, number, Move.ConfirmDone, Saying("电话确认。")); // with whom, when, how
        await DoneAsync(Specialist, number, Move.ConfirmDone, Spoken("电话确认。"));
        await RefusedAsync("HasAccount", Specialist, number, Move.Rate, Spoken(rating: RatingLevel.Satisfied)); // a rating is the enterprise's own

        Assert.Equal(TicketState.AwaitingRating, (await StoredAsync(number)).State);
        Assert.Contains((await SeeAsync(Applicant, number)).Timeline, e => e.Move == Move.ConfirmDone);
    }

    [Fact]
    public async Task ConfirmDone_WhenTheFirstAskedPersonsCityHandlesIt_IsRecordedByTheCentre()
    {
        var number = await RaisedAsync();
        await DoneAsync(Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = City.Id });
        await DoneAsync(Specialist, number, Move.Accept);
        await DoneAsync(Specialist, number, Move.Complete, Saying("已办。"));

        await RefusedAsync("HandlingUnit", Specialist, number, Move.ConfirmDone, Spoken("电话确认。"));
        await RefusedAsync("HandlingUnit", Specialist, number, Move.ConfirmNotDone, Spoken("电话答复未完成。"));
        await DoneAsync(Dispatcher, number, Move.ConfirmDone, Spoken("电话确认。")); // the Centre in that person's place
        Assert.Equal(1, await ToldAsync(Specialist, number, "Moved.Spoken"));
    }

    [Fact]
    public async Task ConfirmDone_WhenTheFirstAskedPersonSupports_IsRecordedByTheCentre()
    {
        var number = await SupportedAsync(City);
        await DoneAsync(Officer, number, Move.Accept);
        await DoneAsync(Specialist, number, Move.FinishTask, new MoveInput { AboutId = await TaskAsync(number), Text = "已协助。" });
        await DoneAsync(Officer, number, Move.Complete, Saying("已办。"));

        await RefusedAsync("HandlingUnit", Specialist, number, Move.ConfirmDone, Spoken("电话确认。"));
        await DoneAsync(Dispatcher, number, Move.ConfirmDone, Spoken("电话确认。"));
    }

    [Fact]
    public async Task FileReply_AfterABadRating_AsksForTheContactAndWhatFollows()
    {
        var number = await BadlyRatedAsync();
        var reply = await ReplyAsync(Officer);
        await RefusedAsync("ContactFirst", Officer, number, Move.FileReply, reply);
        var contact = new MoveInput { When = new DateTime(2026, 3, 2, 10, 0, 0), WithWhom = "陈晓明", Text = "已说明。" }; // this moment
        await RefusedAsync("WhenAhead", Officer, number, Move.NoteContact, new MoveInput { When = new DateTime(2026, 3, 2, 11, 0, 0), WithWhom = "陈晓明", Text = "将说明。" });
        await RefusedAsync("BeforeRating", Officer, number, Move.NoteContact, new MoveInput { When = new DateTime(2026, 3, 1, 17, 0, 0), WithWhom = "陈晓明", Text = "早已说明。" });
        await DoneAsync(Officer, number, Move.NoteContact, contact);
        await RefusedAsync("NoContactOwed", Officer, number, Move.NoteContact, contact);
        await RefusedAsync("Missing", Officer, number, Move.FileReply, new MoveInput { Text = "回复。", ScanId = reply.ScanId });
        await RefusedAsync("Missing", Officer, number, Move.FileReply, new MoveInput { Text = "回复。", ScanId = reply.ScanId, Improvement = "改进流程。" });
        await RefusedAsync("ScanKind", Officer, number, Move.FileReply, new MoveInput { Text = "回复。", ScanId = Guid.NewGuid(), WhyNothing = "已整改。" });
        await RefusedAsync("DayPast", Officer, number, Move.FileReply, new MoveInput { Text = "回复。", ScanId = reply.ScanId, Improvement = "改进流程。", ImprovementBy = "李科长", SecondDay = Day("2026-03-01") });
        await DoneAsync(Officer, number, Move.FileReply, new MoveInput
        {
            Text = "回复。",
            ScanId = reply.ScanId,
            Improvement = "改进流程。",
            ImprovementBy = "李科长",
            SecondDay = Day("2026-06-30"),
        });

        Assert.Equal(ClosedAs.Replied, (await StoredAsync(number)).ClosedAs);
    }

    [Theory]
    [InlineData("pdf", true, null)]
    [InlineData("jpg", true, null)]
    [InlineData("png", true, null)]
    [InlineData("docx", true, "ScanKind")]
    [InlineData("pdf", false, "ScanKind")]
    public async Task FileReply_WithAScan_TakesAPictureOrAPdfUploadedByOneself(string kind, bool own, string? code)
    {
        var number = await AcceptedAsync();
        await DoneAsync(Officer, number, Move.ReportCannotBeMet, new MoveInput { Text = "规划已定。", Basis = "规划" });
        await DoneAsync(Dispatcher, number, Move.LetStand, Saying("情况属实。"));

        Assert.Equal(code, (await MakeAsync(Officer, number, Move.FileReply, await ReplyAsync(own ? Officer : Liaison, kind))).Refusal?.Code);
    }

    [Fact]
    public async Task FileReply_WithTheScanOfAnotherReply_IsRefused()
    {
        var scans = new List<Guid?>();
        for (var i = 0; i < 2; i++)
        {
            var number = await AcceptedAsync();
            await DoneAsync(Officer, number, Move.ReportCannotBeMet, new MoveInput { Text = "规划已定。", Basis = "规划" });
            await DoneAsync(Dispatcher, number, Move.LetStand, Saying("情况属实。"));
            var reply = await ReplyAsync(Officer);
            if (i == 1)
            {
                await RefusedAsync("ScanKind", Officer, number, Move.FileReply, new MoveInput { Text = "回复。", ScanId = scans[0], WhyNothing = "已整改。" });
            }

            await DoneAsync(Officer, number, Move.FileReply, reply);
            scans.Add(reply.ScanId);
        }
    }

    [Fact]
    public async Task NoteContact_ByTheCentre_WaitsUntilTheReplyIsThreeDaysOver()
    {
        var number = await BadlyRatedAsync(); // the reply is due on 23 March
        var contact = new MoveInput { When = new DateTime(2026, 3, 25, 9, 0, 0), WithWhom = "陈晓明", Text = "已代为说明。" };
        await GoToAsync(Day("2026-03-25"), new TimeOnly(17, 30));
        await RefusedAsync("ReplyNotYetOverdue", Dispatcher, number, Move.NoteContact, contact);
        await RefusedAsync("NotYourMove", Specialist, number, Move.NoteContact, contact);
        await GoToAsync(Day("2026-03-26"), Morning);
        await RefusedAsync("ContactFirst", Dispatcher, number, Move.FileReply, await ReplyAsync(Dispatcher));
        await DoneAsync(Dispatcher, number, Move.NoteContact, contact);
        await DoneAsync(Dispatcher, number, Move.FileReply, await ReplyAsync(Dispatcher));

        Assert.Equal(ClosedAs.Replied, (await StoredAsync(number)).ClosedAs);
        Assert.Equal([(Day("2026-03-03"), ClockOutcome.Breached)], await DuesAsync(number, ClockKind.BadRatingContact));
        Assert.Equal(1, await ToldAsync(Liaison, number, "Moved.NoteContact"));
    }

    [Fact]
    public async Task Complete_WithAPromise_IsAskedAfterOnceWhenTheDayComes()
    {
        var number = await AcceptedAsync();
        await RefusedAsync("DayPast", Officer, number, Move.Complete, new MoveInput { Text = "已完成绿化。", SecondDay = Day("2026-03-01") });
        await DoneAsync(Officer, number, Move.Complete, new MoveInput { Text = "将于四月完成绿化。", SecondDay = Day("2026-04-10") });
        await DoneAsync(Applicant, number, Move.ConfirmDone);
        await DoneAsync(Applicant, number, Move.Rate, Good);
        await GoToAsync(Day("2026-04-10"), new TimeOnly(8, 29));
        Assert.Equal(0, await ToldAsync(Specialist, number, "Moved.AskAfterPromise"));
        await GoToAsync(Day("2026-04-10"), new TimeOnly(8, 30));
        await GoToAsync(Day("2026-04-13"), Morning);

        Assert.Equal((1, 1), (await ToldAsync(Specialist, number, "Moved.AskAfterPromise"), await ToldAsync(Officer, number, "Moved.AskAfterPromise")));
    }

    /// <summary>Reopened on Friday 13 March: an approval is held to its statutory date while that lies ahead.</summary>
    [Theory]
    [InlineData("2026-05-20", "2026-05-20")]
    [InlineData("2026-03-16", "2026-03-16")]
    [InlineData("2026-03-13", "2026-04-03")]
    [InlineData("2026-03-10", "2026-04-03")]
    public async Task Reopen_OfAnApproval_HoldsItToItsDateWhileThatIsAhead(string statutory, string due)
    {
        var number = await DispatchedAsync(TicketType.Approval);
        await DoneAsync(Officer, number, Move.Accept, new MoveInput { Day = Day(statutory), Basis = "行政许可法第四十二条" });
        await DoneAsync(Officer, number, Move.Complete, Saying("已许可。"));
        await GoToAsync(Day("2026-03-13"), Morning);
        await DoneAsync(Applicant, number, Move.Reopen, Saying("没有收到许可。"));

        Assert.Equal(Day(due), (await ClockAsync(number, ClockKind.Handling)).DueDay);
    }

    [Fact]
    public async Task Reopen_AfterOneNotDone_CountsThoseAnswersAfresh()
    {
        var number = await CompletedAsync();
        await DoneAsync(Applicant, number, Move.ConfirmNotDone, Saying("仍有积水。"));
        await DoneAsync(Officer, number, Move.Complete, Saying("再次疏通。"));
        await GoToAsync(Day("2026-03-16"), Morning); // deemed confirmed
        await DoneAsync(Applicant, number, Move.Reopen, Saying("又积水了。"));
        await DoneAsync(Officer, number, Move.Complete, Saying("又疏通了。"));
        await DoneAsync(Applicant, number, Move.ConfirmNotDone, Saying("仍有积水。"));

        Assert.Empty(await DuesAsync(number, ClockKind.CourseDecision)); // the second in all, the first since
        await DoneAsync(Officer, number, Move.Complete, Saying("再疏通。"));
        await DoneAsync(Applicant, number, Move.ConfirmNotDone, Saying("仍有积水。"));
        Assert.Single(await DuesAsync(number, ClockKind.CourseDecision));
    }

    [Theory]
    [InlineData(Course.Redispatch, SupportingTaskState.Open)]
    [InlineData(Course.Continue, SupportingTaskState.Open)]
    public async Task DecideCourse_WithTasksCarried_LeavesThemToTheirUnits(Course course, SupportingTaskState state)
    {
        var number = await NotDoneTwiceAsync();
        await DoneAsync(Officer, number, Move.GiveTask, new MoveInput { UnitId = Town.Unit("水务站").Id, Text = "请踏勘管网。" });
        await DoneAsync(Dispatcher, number, Move.DecideCourse, new MoveInput { Course = course, UnitId = Town.Unit("规土所").Id, CarryTasks = true, Text = "再议。", ForEnterprise = "继续办理。" });

        Assert.Equal(state, (await StoredAsync(number)).Tasks.Single().State);
    }

    [Theory]
    [InlineData("2026-03-10", "2026-03-31", true)] // late since before the month began
    [InlineData("2026-03-11", "2026-04-01", false)] // late since the day of the duty, after its hour
    public async Task ConfirmNotDone_OfWhatWasLateWhenTheMonthBegan_OwesItsProgressByTheNextWorkingDay(string raised, string due, bool owed)
    {
        BeginAt(Day(raised), new TimeOnly(10, 0));
        var number = await AcceptedAsync();
        await GoToAsync(Day(due), new TimeOnly(17, 30)); // just past due
        Assert.NotNull((await ClockAsync(number, ClockKind.Handling)).BreachedAt);
        await DoneAsync(Officer, number, Move.Complete, Saying("已完成排水改造。"));
        await GoToAsync(Day("2026-04-02"), Morning);
        await DoneAsync(Applicant, number, Move.ConfirmNotDone, Saying("仍有积水。"));

        Assert.Equal(owed ? [(Day("2026-04-03"), null)] : [], await DuesAsync(number, ClockKind.MonthlyProgress));
    }

    [Fact]
    public async Task Reopen_WithAPromiseOfTheEarlierResult_DropsIt()
    {
        var number = await AcceptedAsync();
        await DoneAsync(Officer, number, Move.Complete, new MoveInput { Text = "将于四月完成。", SecondDay = Day("2026-04-10") });
        await GoToAsync(Day("2026-03-13"), Morning);
        await DoneAsync(Applicant, number, Move.Reopen, Saying("没有动工。"));

        Assert.Null((await StoredAsync(number)).AskAfterPromiseAt);
    }

    private async Task<string> NotDoneTwiceAsync()
    {
        var number = await CompletedAsync();
        await DoneAsync(Applicant, number, Move.ConfirmNotDone, Saying("仍有积水。"));
        await DoneAsync(Officer, number, Move.Complete, Saying("再次疏通。"));
        await DoneAsync(Applicant, number, Move.ConfirmNotDone, Saying("仍有积水。"));
        return number;
    }

    /// <summary>Confirmed on 2 March, closed unrated on 23 March; it is the 25th.</summary>
    private async Task<string> UnratedAsync()
    {
        var number = await CompletedAsync();
        await DoneAsync(Applicant, number, Move.ConfirmDone);
        await GoToAsync(Day("2026-03-25"), Morning);
        return number;
    }

    public sealed class OnSqlite(SqliteDatabase database) : AnswerTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : AnswerTests(database), IClassFixture<PostgresDatabase>;
}
