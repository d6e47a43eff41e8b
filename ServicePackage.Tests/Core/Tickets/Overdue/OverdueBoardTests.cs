using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.Words;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Tickets;

public abstract class OverdueBoardTests(TestDatabase database) : OverdueTests(database)
{
    [Fact]
    public async Task Board_ForAnybodyButTheCentreAndTheLeaders_DoesNotExist()
    {
        Caller[] others = [Officer, Liaison, Specialist, Applicant, Town.Administrator(), Town.Auditor(), Town.Stranger()];
        foreach (var who in others)
        {
            Assert.Equal(Refusal.NotFound, (await Board.ReadAsync(who, new OverdueFilter(), Cancellation)).Refusal);
            Assert.Equal(Refusal.NotFound, (await Sheet.WriteAsync(who, new OverdueFilter(), Cancellation)).Refusal);
        }

        Caller[] readers = [Dispatcher, CentreLead, Town.TownLeader(), Town.GeneralLiaison()];
        foreach (var who in readers)
        {
            Assert.True((await Board.ReadAsync(who, new OverdueFilter(), Cancellation)).Done);
        }
    }

    [Theory]
    [InlineData("(演示)")]
    [InlineData("bengbu")]
    [InlineData("bbsm 演示")]
    [InlineData("工业用地")]
    public async Task Board_WhenSearchedInOtherSigns_FindsTheDemand(string text)
    {
        var number = await AcceptedAsync();
        Town.Write(db =>
        {
            db.Enterprises.Single(e => e.Id == Enterprise.Id).Name = "蚌埠商贸（演示）";
            db.Tickets.Where(t => t.Number == number).ExecuteUpdate(t => t.SetProperty(x => x.Title, "⼯业⽤地咨询"));
        });
        await GoToAsync(DayAfterDue, Morning);

        Assert.Contains(number, (await ReadAsync(Own with { Text = text })).Rows.Select(r => r.Number));
        Assert.Empty((await ReadAsync(Own with { Text = text + "不在" })).Rows);
    }

    [Fact]
    public async Task Row_WhenHandlingIsPastDue_TellsWhoHasItAndWhatComesNext()
    {
        var number = await AcceptedAsync();
        await DoneAsync(Officer, number, Move.ReportProgress, Saying(" 已约排水公司踏勘。 "));
        await GoToAsync(new DateOnly(2026, 3, 23), new TimeOnly(16, 59));
        Assert.Null(await RowAsync(number, ClockKind.Handling));

        await GoToAsync(DayAfterDue, Morning);

        var row = await RowAsync(number, ClockKind.Handling);
        Assert.NotNull(row);
        Assert.Equal((Lamp.Breached, 1, 1, OverdueAge.FirstWeek), (row.Clock.Lamp, row.Clock.Level, row.Clock.DaysOver, row.Age));
        Assert.Equal((Unit.Id, Unit.Name, Enterprise.Name), (row.UnitId, row.Unit, row.Enterprise));
        Assert.Equal((Move.Complete, TicketState.InProgress, 0), (row.NextStep, row.State, row.HandBacks));
        Assert.Equal((Move.ReportProgress, "已约排水公司踏勘。"), (row.ProgressBy!.Value, row.Progress));
        Assert.True(row.Assigned); // to whoever accepted it
        Assert.NotEmpty(row.Person);
    }

    [Fact]
    public async Task DaysOver_LeaveOutWeekendsAndHolidays()
    {
        var number = await AcceptedAsync();

        await GoToAsync(new DateOnly(2026, 4, 7), Morning); // after Qingming: nine working days and this one

        var row = await RowAsync(number, ClockKind.Handling);
        Assert.Equal((10, 3, OverdueAge.WithinMonth), (row!.Clock.DaysOver, row.Clock.Level, row.Age));
    }

    [Fact]
    public async Task Board_ShowsTheCentresOwnClocksAndNotTheEnterprises()
    {
        var raised = await RaisedAsync();
        var completed = await CompletedAsync();

        await GoToAsync(new DateOnly(2026, 3, 9), Morning);

        var row = await RowAsync(raised, ClockKind.Dispatch);
        Assert.Equal((Town.Centre().Id, Town.Centre().Name, "", Move.Dispatch), (row!.UnitId, row.Unit, row.Person, row.NextStep));
        Assert.Equal(0, (await ReadAsync(new OverdueFilter { Text = completed, Show = OverdueShow.WithApproaching })).Total);
    }

    [Fact]
    public async Task Row_OfADecisionOfTheCentre_NamesNobodyOfTheUnitThatHasTheDemand()
    {
        var number = await AcceptedAsync(); // with an officer
        await DoneAsync(Officer, number, Move.ProposeType, new MoveInput { Type = TicketType.Consultation, Text = "属咨询事项。" });

        await GoToAsync(new DateOnly(2026, 3, 5), Morning); // two working days have passed

        var row = await RowAsync(number, ClockKind.TypeDecision);
        Assert.Equal((Town.Centre().Id, Town.Centre().Name, "", false, Move.DecideType), (row!.UnitId, row.Unit, row.Person, row.Assigned, row.NextStep));
    }

    [Fact]
    public async Task Row_OfADecisionOnATaskDeclined_NamesNobodyOfTheUnitThatDeclinedIt()
    {
        var support = Town.Unit("规土所");
        var (officer, liaison) = (Town.Officer(support), Town.Liaison(support));
        var number = await SupportedAsync(support);
        await DoneAsync(liaison, number, Move.Assign, new MoveInput { PersonId = officer.AccountId });
        await DoneAsync(officer, number, Move.DeclineTask, new MoveInput { AboutId = await TaskAsync(number), Text = "不属本单位职责。" });

        await GoToAsync(new DateOnly(2026, 3, 5), Morning);

        var row = await RowAsync(number, ClockKind.TaskDecision);
        Assert.Equal((Town.Centre().Id, "", false), (row!.UnitId, row.Person, row.Assigned));
    }

    [Fact]
    public async Task Age_ChangesAtFiveTenAndTwentyWorkingDays()
    {
        var number = await AcceptedAsync(); // due on Monday 23 March
        foreach (var (day, over, age) in new[]
        {
            (new DateOnly(2026, 3, 27), 4, OverdueAge.FirstWeek),
            (new DateOnly(2026, 3, 30), 5, OverdueAge.SecondWeek),
            (new DateOnly(2026, 4, 3), 9, OverdueAge.SecondWeek),
            (new DateOnly(2026, 4, 7), 10, OverdueAge.WithinMonth),
            (new DateOnly(2026, 4, 20), 19, OverdueAge.WithinMonth),
            (new DateOnly(2026, 4, 21), 20, OverdueAge.Longer),
        })
        {
            await GoToAsync(day, Morning);
            var row = Assert.Single((await ReadAsync(new OverdueFilter { Text = number, Stage = ClockKind.Handling, Age = age })).Rows);
            Assert.Equal((over, age), (row.Clock.DaysOver, row.Age));
        }
    }

    [Fact]
    public async Task Approaching_IsShownOnRequestAlone()
    {
        var number = await AcceptedAsync();

        await GoToAsync(new DateOnly(2026, 3, 20), new TimeOnly(9, 0)); // the working day before Monday the 23rd

        Assert.Null(await RowAsync(number, ClockKind.Handling));
        Assert.NotNull(await RowAsync(number, ClockKind.Handling, OverdueShow.WithApproaching));
        var row = await RowAsync(number, ClockKind.Handling, OverdueShow.Approaching);
        Assert.Equal((Lamp.Approaching, OverdueAge.NotOver), (row!.Clock.Lamp, row.Age));
    }

    [Fact]
    public async Task Supervision_ThatEndedUnanswered_IsNotSaidToBeAnswered()
    {
        var number = await CompletedAsync();
        await DoneAsync(Dispatcher, number, Move.Urge, new MoveInput { Text = "请说明进展。", Day = new DateOnly(2026, 3, 20) });
        await GoToAsync(new DateOnly(2026, 3, 16), Morning); // deemed confirmed, and the urge with it
        await DoneAsync(Applicant, number, Move.Reopen, Saying("雨后仍有积水。"));
        await GoToAsync(new DateOnly(2026, 4, 8), Morning);

        Assert.Empty((await RowAsync(number, ClockKind.Handling))!.Supervision.Lines(Wording.Date));
    }

    [Fact]
    public async Task Row_ReachesALevelAtTheInstantAtWhichItIsTold()
    {
        var number = await AcceptedAsync(); // due on Monday 23 March
        await GoToAsync(new DateOnly(2026, 3, 26), new TimeOnly(16, 59));
        Assert.Equal((3, 1), ((await RowAsync(number, ClockKind.Handling))!.Clock.DaysOver, (await RowAsync(number, ClockKind.Handling))!.Clock.Level));
        Assert.Equal(0, await ToldAsync(CentreLead, number, "Level.2"));

        await GoToAsync(new DateOnly(2026, 3, 26), new TimeOnly(17, 0));

        Assert.Equal(2, (await RowAsync(number, ClockKind.Handling))!.Clock.Level);
        Assert.Equal(1, await ToldAsync(CentreLead, number, "Level.2"));
    }

    [Fact]
    public async Task Row_WhenItsClockStandsStill_StaysAndNamesWhatItWaitsFor()
    {
        var number = await AcceptedAsync();
        await GoToAsync(DayAfterDue, Morning);
        await DoneAsync(Officer, number, Move.AskSupplement, Saying("请补充管网图。"));

        await GoToAsync(new DateOnly(2026, 3, 30), Morning);

        var row = await RowAsync(number, ClockKind.Handling);
        Assert.Equal((1, PauseReason.Supplement, Move.AnswerSupplement), (row!.Clock.DaysOver, row.Clock.PausedFor, row.NextStep));
    }

    [Fact]
    public async Task NextStep_NamesWhatStandsInTheWay()
    {
        var dispatched = await DispatchedAsync();
        var supported = await SupportedAsync(Town.Unit("规土所"));
        await DoneAsync(Officer, supported, Move.Accept);
        await GoToAsync(DayAfterDue, Morning);

        Assert.Equal(Move.Accept, (await RowAsync(dispatched, ClockKind.Handling))!.NextStep);
        Assert.Equal(Move.Accept, (await RowAsync(dispatched, ClockKind.Review))!.NextStep);
        Assert.Equal(Move.FinishTask, (await RowAsync(supported, ClockKind.Handling))!.NextStep);
    }

    [Fact]
    public async Task NextStep_IsTheSameOnTheDeskOfWhoHoldsTheClock_WhichLeadsOnlyToTheirOwn()
    {
        var supported = await SupportedAsync(Town.Unit("规土所"));
        await DoneAsync(Officer, supported, Move.Accept);
        var inHand = await AcceptedAsync();
        Assert.Equal((Move.ReportProgress, Move.ReportProgress), await OnDeskAsync(inHand)); // there is time

        await GoToAsync(DayAfterDue, Morning);

        Assert.Equal((Move.Complete, Move.Complete), await OnDeskAsync(inHand));
        Assert.Equal(Move.Complete, (await RowAsync(inHand, ClockKind.Handling))!.NextStep);
        Assert.Equal((Move.FinishTask, null), await OnDeskAsync(supported));
        Assert.Equal(Move.FinishTask, (await RowAsync(supported, ClockKind.Handling))!.NextStep);

        async Task<(Move, Move?)> OnDeskAsync(string number) =>
            (await new DeskService(Town.Runner, Moments).ListAsync(Officer, new DeskFilter(), Cancellation)).Value.Items
                .Single(r => r.Number == number && r.Clock.Kind == ClockKind.Handling) is var row ? (row.NextStep, row.Act) : default;
    }

    [Fact]
    public async Task Demand_WithSeveralClocksOverdue_IsOneRow_TheWorstLeadingAndTheOthersInIt()
    {
        var second = Town.Unit("规土所");
        var number = await SupportedAsync(second);
        await GoToAsync(new DateOnly(2026, 3, 30), Morning);

        var row = Assert.Single((await ReadAsync(new OverdueFilter { Text = number })).Rows);
        var others = row.Further.Select(f => f.Clock).ToList();
        Assert.NotEmpty(others);
        Assert.All(others, other => Assert.True(row.Clock.DaysOver >= other.DaysOver));
        Assert.DoesNotContain(row.Clock.Id, others.Select(o => o.Id));

        var theirs = Assert.Single((await ReadAsync(new OverdueFilter { UnitId = second.Id })).Rows);
        Assert.Equal((number, ClockKind.SupportingTask), (theirs.Number, theirs.Clock.Kind));
        Assert.Contains(row.Clock.Id, theirs.Further.Select(f => f.Clock.Id));
        var whole = await ReadAsync(new OverdueFilter { Take = 500 });
        Assert.Equal(whole.Total, whole.Rows.Select(r => r.Number).Distinct().Count());
        Assert.Equal(0, whole.Hidden);
        using var chinese = new Reading("zh-CN");
        Assert.Contains(theirs.Further, f => f.Line.StartsWith($"{f.Stage}（{Unit.Name}），超期", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Supervision_LeavesATraceWhereTheNextOneLooks_AndIsFilteredBy()
    {
        var (untouched, urged, reminded) = (await AcceptedAsync(), await AcceptedAsync(), await AcceptedAsync());
        await GoToAsync(DayAfterDue, Morning);
        await DoneAsync(Dispatcher, urged, Move.Urge, new MoveInput { Text = "请报送处理方案。", Day = new DateOnly(2026, 3, 27) });
        await DoneAsync(CentreLead, reminded, Move.Remind, Saying("请抓紧办理。"));

        await SaysAsync(untouched, OverdueUrging.Untouched);
        await SaysAsync(urged, OverdueUrging.Awaited, "督办 · 2026年3月27日前答复");
        await SaysAsync(reminded, OverdueUrging.Reminded, "催办 · 2026年3月24日");

        await GoToAsync(new DateOnly(2026, 3, 30), Morning);
        await DoneAsync(CentreLead, reminded, Move.Remind, Saying("再次提醒。"));
        await SaysAsync(urged, OverdueUrging.Unanswered, "督办 · 逾期未答");
        await SaysAsync(reminded, OverdueUrging.Reminded, "催办2次 · 最近2026年3月30日");

        await DoneAsync(Liaison, urged, Move.AnswerUrge, new MoveInput { Text = "方案已报。", AboutId = (await StoredAsync(urged)).Urges.Single().Id });
        await SaysAsync(urged, OverdueUrging.Answered, "督办 · 已答复");

        async Task SaysAsync(string number, OverdueUrging urging, params string[] lines)
        {
            using var chinese = new Reading("zh-CN");
            var left = (await ReadAsync(Own with { Urging = urging })).Rows.ToList();
            var row = Assert.Single(left, r => r.Number == number);
            Assert.Equal(lines, row.Supervision.Lines(Wording.Date));
            Assert.DoesNotContain(left, r => r.Number != number);
            var sheet = (await Board.ReadAsync(Dispatcher, Own with { Sort = OverdueColumn.Urging, Group = OverdueGrouping.None }, Cancellation)).Value;
            Assert.True(urging != OverdueUrging.Unanswered || sheet.Rows.First().Number == number);
        }
    }

    [Fact]
    public async Task Reminder_OnTheSameDay_IsMadeOnlyIfItIsMeant()
    {
        var number = await AcceptedAsync();
        await GoToAsync(DayAfterDue, Morning);
        await DoneAsync(Dispatcher, number, Move.Remind, Saying("请抓紧办理。"));

        var refusal = (await MakeAsync(CentreLead, number, Move.Remind, Saying("请抓紧办理。"))).Refusal;
        Assert.Equal(("RemindedToday", nameof(MoveInput.Again)), (refusal?.Code, refusal?.Field));
        await using var db = Town.Look();
        Assert.Contains($"今日10:00已由{db.Users.Single(a => a.Id == Dispatcher.AccountId).DisplayName}", refusal!.Sentence, StringComparison.Ordinal);
        Assert.Equal(1, (await RowAsync(number, ClockKind.Handling))!.Supervision.Reminders);

        await DoneAsync(CentreLead, number, Move.Remind, new MoveInput { Text = "企业已来电。", Again = true });
        Assert.Equal(2, (await RowAsync(number, ClockKind.Handling))!.Supervision.Reminders);
        await GoToAsync(DayAfterDue.AddDays(1), new TimeOnly(0, 0)); // the next day has begun in Shanghai, not yet in UTC
        await DoneAsync(CentreLead, number, Move.Remind, Saying("请抓紧办理。"));
        await GoToAsync(DayAfterDue.AddDays(1), Morning);
        await RefusedAsync("RemindedToday", Dispatcher, number, Move.Remind, Saying("请抓紧办理。"));
    }

    [Fact]
    public async Task Replies_AreThoseOwedWhetherDueOrNot()
    {
        var number = await BadlyRatedAsync();

        Assert.Null(await RowAsync(number, ClockKind.WrittenReply));
        var row = await RowAsync(number, ClockKind.WrittenReply, OverdueShow.Replies);
        Assert.Equal((Lamp.Normal, Move.NoteContact), (row!.Clock.Lamp, row.NextStep));
    }

    [Fact]
    public async Task MonthlyDuty_MissedTwice_IsOneRowOfTheLongestOverdue()
    {
        var number = await AcceptedAsync();
        foreach (var day in new[] { new DateOnly(2026, 4, 1), new DateOnly(2026, 4, 2), new DateOnly(2026, 5, 6) })
        {
            await GoToAsync(day, Morning);
        }

        Assert.Equal(1, (await RowAsync(number, ClockKind.MonthlyProgress))!.Times); // May's is due today, not missed
        await GoToAsync(new DateOnly(2026, 5, 7), Morning);

        var rows = (await ReadAsync(new OverdueFilter { Text = number, Stage = ClockKind.MonthlyProgress })).Rows.ToList();
        var row = Assert.Single(rows);
        Assert.Equal((2, new DateOnly(2026, 4, 1)), (row.Times, row.Clock.DueDay));
        using var chinese = new Reading("zh-CN");
        Assert.Equal("月度进展报送（2次）", row.Stage);
        Assert.Equal(1, (await ReadAsync(new OverdueFilter { TicketIds = [row.TicketId] })).Total);
    }

    [Fact]
    public async Task Person_OnceAssigned_IsTheOfficer()
    {
        var number = await AcceptedAsync();
        await DoneAsync(Liaison, number, Move.Assign, new MoveInput { PersonId = Officer.AccountId });

        await GoToAsync(DayAfterDue, Morning);

        await using var db = Town.Look();
        var name = await db.Users.Where(a => a.Id == Officer.AccountId).Select(a => a.DisplayName).SingleAsync(Cancellation);
        var row = await RowAsync(number, ClockKind.Handling);
        Assert.Equal((name, true), (row!.Person, row.Assigned));
    }

    [Fact]
    public async Task Filters_LeaveWhatTheyNameAndCountTheRest()
    {
        var coordination = await AcceptedAsync();
        var consultation = await AcceptedAsync(TicketType.Consultation);
        await GoToAsync(DayAfterDue, Morning);

        await LeavesAsync(coordination, Own with { Type = TicketType.Coordination });
        await LeavesAsync(coordination, Own with { Level = 1 });
        await LeavesAsync(consultation, Own with { Level = 3 });
        await LeavesAsync(consultation, Own with { Age = OverdueAge.WithinMonth });
        await LeavesAsync(coordination, Own with { Text = $" {coordination} " });
        Assert.Equal(2, (await ReadAsync(Own with { Stage = ClockKind.Handling, Tier = EnterpriseTier.Town, Show = OverdueShow.NewThisMonth })).Total);
        Assert.Equal(0, (await ReadAsync(Own with { Tier = EnterpriseTier.District })).Total);
        Assert.Equal(0, (await ReadAsync(Own with { Stage = ClockKind.Review })).Total);
        var all = await ReadAsync(new OverdueFilter());
        Assert.Equal(all.Total - 2, (await ReadAsync(Own)).Hidden);

        async Task LeavesAsync(string number, OverdueFilter filter) => Assert.Equal(number, Assert.Single((await ReadAsync(filter)).Rows).Number);
    }

    [Fact]
    public async Task NewThisMonth_LeavesOutWhatFellDueBefore()
    {
        var number = await AcceptedAsync();
        await GoToAsync(new DateOnly(2026, 4, 1), Morning);

        Assert.NotNull(await RowAsync(number, ClockKind.Handling));
        Assert.Null(await RowAsync(number, ClockKind.Handling, OverdueShow.NewThisMonth));
    }

    [Fact]
    public async Task NewThisMonth_HoldsWhatFellDueOnItsVeryFirst()
    {
        var number = await AcceptedAsync();
        await GoToAsync(new DateOnly(2026, 4, 1), Morning); // the month's progress is due today
        Assert.Null(await RowAsync(number, ClockKind.MonthlyProgress, OverdueShow.NewThisMonth));

        await GoToAsync(new DateOnly(2026, 4, 2), Morning);

        Assert.Equal(new DateOnly(2026, 4, 1), (await RowAsync(number, ClockKind.MonthlyProgress, OverdueShow.NewThisMonth))!.Clock.DueDay);
        Assert.Null(await RowAsync(number, ClockKind.Handling, OverdueShow.NewThisMonth)); // fell due in March
    }

    [Fact]
    public async Task Figures_AreThoseOfTheRowsTheyLeadTo()
    {
        await AcceptedAsync();
        await BadlyRatedAsync();
        await DispatchedAsync(TicketType.Consultation);
        await GoToAsync(DayAfterDue, Morning);

        var figures = (await ReadAsync(Own with { Text = "nothing" })).Figures;

        Assert.Equal(figures.Overdue, figures.ByLevel.Sum(l => l.Count));
        await LeadsToAsync(figures.Overdue, new OverdueFilter());
        await LeadsToAsync(figures.ByLevel.Single(l => l.Level == 3).Count, new OverdueFilter { Level = 3 });
        await LeadsToAsync(figures.Approaching, new OverdueFilter { Show = OverdueShow.Approaching });
        await LeadsToAsync(figures.NewThisMonth, new OverdueFilter { Show = OverdueShow.NewThisMonth });
        await LeadsToAsync(figures.Replies, new OverdueFilter { Show = OverdueShow.Replies });
        Assert.True(figures is { Replies: > 0, NewThisMonth: > 0 } && figures.ByLevel.Single(l => l.Level == 3).Count > 0);

        async Task LeadsToAsync(int figure, OverdueFilter filter) => Assert.Equal(figure, (await ReadAsync(filter)).Total);
    }

    [Fact]
    public async Task Groups_TellTheirCountAndLongestOverAllPages_TheWorstFirst()
    {
        await AcceptedAsync();
        await AcceptedAsync(TicketType.Consultation);
        await AcceptedAsync(TicketType.Consultation);
        await GoToAsync(DayAfterDue, Morning);

        var first = await ReadAsync(Own with { Group = OverdueGrouping.Level, Take = 1 });
        var last = await ReadAsync(Own with { Group = OverdueGrouping.Level, Skip = 1, Take = 2 });

        Assert.Equal((2, 11, 1, 3), (first.Groups[0].Count, first.Groups[0].Longest, first.Rows.Count(), first.Total));
        Assert.Equal([3, 1], last.Groups.Select(g => g.Sample.Clock.Level));
        Assert.Single((await ReadAsync(Own)).Groups);
        Assert.Equal(2, (await ReadAsync(Own with { Group = OverdueGrouping.Age })).Groups.Count);
        Assert.Single((await ReadAsync(Own with { Group = OverdueGrouping.Stage })).Groups);
    }

    [Theory]
    [MemberData(nameof(Columns))]
    public async Task Sort_ByEachColumn_HasBothDirections(OverdueColumn column)
    {
        await AcceptedAsync();
        var told = await AcceptedAsync(TicketType.Consultation);
        await DoneAsync(Officer, told, Move.ReportProgress, Saying("已踏勘。"));
        await GoToAsync(DayAfterDue, Morning);

        var up = (await ReadAsync(Own with { Sort = column, Descending = false, Group = OverdueGrouping.None })).Rows.Select(r => r.Number).ToList();
        var down = (await ReadAsync(Own with { Sort = column, Group = OverdueGrouping.None })).Rows.Select(r => r.Number).ToList();

        Assert.Equal(2, up.Count);
        OverdueColumn[] alike = [OverdueColumn.Enterprise, OverdueColumn.Tier, OverdueColumn.Title, OverdueColumn.Stage, OverdueColumn.Unit, OverdueColumn.Person, OverdueColumn.NextStep, OverdueColumn.Returned, OverdueColumn.Urging, OverdueColumn.Further];
        Assert.Equal(alike.Contains(column), up.SequenceEqual(down));
        Assert.True(column != OverdueColumn.Progress || down[0] == told);
    }

    [Fact]
    public async Task Sort_ByNames_FollowsTheirPinyin_WhateverTheReaderSpeaks()
    {
        foreach (var title in new[] { "睿园路积水", "菁园路积水" }) // rui and jing; by their characters the other way round
        {
            await RaisedAsync(title: title);
        }

        await GoToAsync(new DateOnly(2026, 3, 9), Morning);
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var culture in new[] { "zh-CN", "en" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                var rows = (await ReadAsync(new OverdueFilter { Text = "园路积水", Sort = OverdueColumn.Title, Descending = false, Group = OverdueGrouping.None })).Rows;
                Assert.Equal(["菁园路积水", "睿园路积水"], rows.Select(r => r.Title));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task Search_WhenTooLong_IsRefused() =>
        Assert.Equal("TooLong", (await Board.ReadAsync(Dispatcher, new OverdueFilter { Text = new string('长', 101) }, Cancellation)).Refusal?.Code);

    public static TheoryData<OverdueColumn> Columns => [.. Enum.GetValues<OverdueColumn>()];

    public sealed class OnSqlite(SqliteDatabase database) : OverdueBoardTests(database), IClassFixture<SqliteDatabase>
    {
        [Fact]
        public async Task Board_HoweverManyItsRows_TakesTheSameFewQueries_LedByTheIndexOfOpenClocks()
        {
            using var seen = new SeenCommands(database.ConnectionString);
            var board = new OverdueBoard(new OperationRunner(seen, Town.Clock, Town.Time, Town.Feed, Town.House), Moments);
            await AcceptedAsync();
            await GoToAsync(DayAfterDue, Morning);
            await board.ReadAsync(Dispatcher, Own, Cancellation);
            var one = seen.Texts.Count;
            await AcceptedAsync();
            await AcceptedAsync();
            await GoToAsync(DayAfterDue.AddMonths(1), Morning);
            seen.Texts.Clear();

            Assert.Equal(3, (await board.ReadAsync(Dispatcher, Own with { Stage = ClockKind.Handling }, Cancellation)).Value.Total);

            Assert.Equal(one, seen.Texts.Count);
            var plan = await seen.PlanAsync(t => t.Contains("\"TicketClocks\"", StringComparison.Ordinal), Cancellation);
            Assert.Contains(plan, p => p.Contains("USING INDEX IX_TicketClocks_EndedAt_DueAt (EndedAt=?", StringComparison.Ordinal));
            Assert.DoesNotContain(plan, p => p.StartsWith("SCAN", StringComparison.Ordinal) && !p.EndsWith("IX_TicketClocks_Unseen", StringComparison.Ordinal)); // that index holds no other rows
        }
    }

    public sealed class OnPostgres(PostgresDatabase database) : OverdueBoardTests(database), IClassFixture<PostgresDatabase>;
}
