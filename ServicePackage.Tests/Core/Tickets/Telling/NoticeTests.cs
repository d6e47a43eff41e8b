using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Notices;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;
using static ServicePackage.Tests.Core.WorkingTime.Published;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>Who is asked to act, by which day; who is only told. Each begins on Monday 2 March 2026, 10:00.</summary>
public abstract class NoticeTests(TestDatabase database) : TicketTests(database)
{
    private static readonly TimeOnly Morning = new(9, 30);

    [Fact]
    public async Task Dispatch_AsksLeadAndSupportingUnits_EachByTheirDay()
    {
        var support = Town.Unit("水务站");
        var supporter = Town.Officer(support);
        var liaison = Town.Liaison(support);
        var number = await SupportedAsync(support);

        Assert.Equal($"诉求{number}“厂区门口道路积水”已交贵单位主办，请于2026年3月3日下班前审核接收。", await LastAsync(Liaison, number));
        Assert.Equal($"诉求{number}“厂区门口道路积水”的协办任务已交贵单位，请于2026年3月23日下班前完成。", await LastAsync(liaison, number));
        Assert.Empty(await ToldAsync(supporter, number));
    }

    [Fact]
    public async Task Dispatch_WithoutSupportingUnits_NamesNoneInTheHistory() =>
        Assert.Null((await SeeAsync(Officer, await DispatchedAsync())).Timeline.Single(e => e.Move == Move.Dispatch).Entry.SupportingUnits);

    [Fact]
    public async Task Reassign_TellsWhoeverLosesIt_WhoHasItNowAndWhy()
    {
        var (support, second) = (Town.Unit("水务站"), Town.Unit("规土所"));
        var supporting = Town.Liaison(support);
        var number = await SupportedAsync(support);
        await DoneAsync(Officer, number, Move.Accept);

        await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = second.Id, Text = "属规划事项。" });

        var lost = await LastAsync(Officer, number);
        Assert.StartsWith("经", lost, StringComparison.Ordinal);
        Assert.EndsWith($"改派，诉求{number}“厂区门口道路积水”已改由{second.Name}主办，贵单位不再办理。理由：属规划事项。", lost, StringComparison.Ordinal);
        Assert.Equal($"诉求{number}“厂区门口道路积水”已改由{second.Name}主办，原协办任务取消（改派），贵单位不再协办。理由：属规划事项。", await LastAsync(supporting, number));
    }

    [Theory]
    [InlineData(true, "撤回")]
    [InlineData(false, "终止办理")]
    public async Task DemandThatEnds_TellsItsSupportersWhy(bool withdrawn, string how)
    {
        var support = Town.Unit("水务站");
        var supporting = Town.Liaison(support);
        var number = await SupportedAsync(support);
        await DoneAsync(withdrawn ? Applicant : CentreLead, number, withdrawn ? Move.Withdraw : Move.End, new MoveInput { Text = "企业已迁出。", EndReason = withdrawn ? null : EndReason.Dissolved });

        var told = await LastAsync(supporting, number);
        Assert.StartsWith($"诉求{number}“厂区门口道路积水”的协办任务已取消（", told, StringComparison.Ordinal);
        Assert.Contains(how, told, StringComparison.Ordinal);
        Assert.EndsWith("理由：企业已迁出。", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("改由规土所办理，请放心。")]
    [InlineData("好")]
    public async Task WhatIsWrittenForTheEnterprise_IsToldToIt(string words)
    {
        var (second, silent, said) = (Town.Unit("规土所"), await AcceptedAsync(), await AcceptedAsync());
        await DoneAsync(Dispatcher, silent, Move.Reassign, new MoveInput { UnitId = second.Id, Text = "属规划事项。" });
        await DoneAsync(Dispatcher, said, Move.Reassign, new MoveInput { UnitId = second.Id, Text = "属规划事项。", ForEnterprise = words });

        Assert.Equal((0, 1), (await ToldAsync(Applicant, silent, "Yours.Reassign"), await ToldAsync(Applicant, said, "Yours.Reassign")));
    }

    [Fact]
    public async Task Reassign_WithALongReason_IsToldWithItsBeginningWhole()
    {
        var number = await AcceptedAsync();

        await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = Town.Unit("规土所").Id, Text = new string('由', 199) + "𠮷是规划事项。" });

        Assert.EndsWith($"理由：{new string('由', 199)}…。", await LastAsync(Officer, number), StringComparison.Ordinal); // no half of a rare character
    }

    [Fact]
    public async Task CannotBeMet_ThatStandsByLapse_TellsTheSupportersThatTheirTaskIsGone()
    {
        var support = Town.Unit("水务站");
        var supporting = Town.Liaison(support);
        var number = await SupportedAsync(support);
        await DoneAsync(Officer, number, Move.Accept);
        await DoneAsync(Officer, number, Move.ReportCannotBeMet, new MoveInput { Text = "管网已满。", Basis = "排水条例" });
        await GoToAsync(Day("2026-03-05"), Morning);

        Assert.Equal(1, await ToldAsync(supporting, number, "Moved.LostTask"));
    }

    [Fact]
    public async Task Extend_TakesTheTasksAlong_AndTellsTheEnterprise()
    {
        var support = Town.Unit("水务站");
        var number = await SupportedAsync(support);
        await DoneAsync(Officer, number, Move.Accept);
        await DoneAsync(Officer, number, Move.GiveTask, new MoveInput { UnitId = Town.Unit("派出所").Id, Text = "维持秩序。", Day = Day("2026-03-10") });

        await DoneAsync(Dispatcher, number, Move.Extend, new MoveInput { Days = 5, Text = "须等汛期过后施工。" });

        Assert.Equal([(Day("2026-03-30"), null), (Day("2026-03-10"), null)], await DuesAsync(number, ClockKind.SupportingTask));
        Assert.Equal($"贵企业提出的诉求{number}“厂区门口道路积水”的办理期限延长至2026年3月30日，理由请见诉求页面。", await LastAsync(Applicant, number));
        Assert.Equal(1, await ToldAsync(Specialist, number, "Moved.Extend"));
    }

    [Fact]
    public async Task Complete_AsksTheEnterpriseByTheLimitInForce_AndTellsTheFirstAskedPerson()
    {
        Settings.CurrentValue = Settings.CurrentValue with { Days = new() { [ClockKind.Confirmation] = 4 } };
        var number = await CompletedAsync();

        Assert.Equal($"贵企业提出的诉求{number}“厂区门口道路积水”已报送办结，请于2026年3月6日下班前确认是否办结。", await LastAsync(Applicant, number));
        Assert.Equal($"诉求{number}“厂区门口道路积水”已报送办结，待企业于2026年3月6日前确认。", await LastAsync(Specialist, number));
    }

    [Fact]
    public async Task ConfirmNotDone_Twice_AsksTheUnitToGoOnAndTheCentreToDecide()
    {
        var number = await CompletedAsync();
        await DoneAsync(Applicant, number, Move.ConfirmNotDone, Saying("仍有积水。"));
        await DoneAsync(Officer, number, Move.Complete, Saying("再次疏通。"));
        await DoneAsync(Applicant, number, Move.ConfirmNotDone, Saying("仍有积水。"));

        Assert.Equal((2, 1, 1), (await ToldAsync(Liaison, number, "Asked.Handling"), await ToldAsync(Dispatcher, number, "Asked.CourseDecision"), await ToldAsync(Dispatcher, number, "Moved.ConfirmNotDone")));
    }

    [Fact]
    public async Task Comment_OfTheEnterprise_GoesToWhoeverHoldsTheDemand_AndTheAnswerToWhoAsked()
    {
        var number = await RaisedAsync();
        await DoneAsync(Applicant, number, Move.Comment, Saying("何时办理？"));
        Assert.Equal((1, 1), (await ToldAsync(Dispatcher, number, "Moved.Comment"), await ToldAsync(Specialist, number, "Moved.Comment")));
        await DoneAsync(Dispatcher, number, Move.Comment, Saying("今日分派。"));
        Assert.Equal(1, await ToldAsync(Applicant, number, "Yours.Comment"));

        var support = Town.Officer(City); // asks, and is neither lead nor first-asked
        await DoneAsync(Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = Unit.Id, SupportingUnitIds = [City.Id], TaskText = "协助。" });
        await DoneAsync(support, number, Move.Comment, new MoveInput { Text = "需要协助什么？", Internal = true });
        Assert.Equal(1, await ToldAsync(Liaison, number, "Moved.Comment"));
        await DoneAsync(Officer, number, Move.Comment, new MoveInput { Text = "协助踏勘。", Internal = true });

        Assert.Equal((1, 1), (await ToldAsync(support, number, "Moved.Comment"), await ToldAsync(Applicant, number, "Yours.Comment")));
    }

    [Fact]
    public async Task Comment_InternalAfterTheEnterprisesQuestion_IsNotToldToTheEnterprise()
    {
        var number = await AcceptedAsync();
        await DoneAsync(Applicant, number, Move.Comment, Saying("请问进度？"));
        await DoneAsync(Officer, number, Move.Comment, new MoveInput { Text = "内部研究。", Internal = true });

        Assert.Equal(0, await ToldAsync(Applicant, number, "Yours.Comment"));
    }

    [Fact]
    public async Task DeemConfirmed_TellsTheEnterprise_UntilWhenItCanComeBack()
    {
        var number = await CompletedAsync();
        await GoToAsync(Day("2026-03-13"), Morning); // deemed on the 12th

        Assert.Equal($"贵企业提出的诉求{number}“厂区门口道路积水”逾期未确认，已视同确认并归档。如未解决，可于2026年4月11日前要求重新办理。", await LastAsync(Applicant, number));
    }

    [Fact]
    public async Task CloseUnrated_TellsTheEnterprise_UntilWhenItCanRate()
    {
        var number = await CompletedAsync();
        await DoneAsync(Applicant, number, Move.ConfirmDone);
        await GoToAsync(Day("2026-03-25"), Morning); // closed on the 23rd

        Assert.Equal($"贵企业提出的诉求{number}“厂区门口道路积水”逾期未评价，已归档。2026年4月22日前仍可补充评价。", await LastAsync(Applicant, number));
    }

    [Fact]
    public async Task Accept_NamingAnOfficer_TellsThem()
    {
        var number = await DispatchedAsync();
        await DoneAsync(Liaison, number, Move.Accept, new MoveInput { PersonId = Officer.AccountId });

        Assert.Equal((1, 0), (await ToldAsync(Officer, number, "Moved.Accept"), await ToldAsync(Dispatcher, number, "Moved.Accept")));
    }

    [Fact]
    public async Task WaiveTask_TellsTheUnitWhoseTaskItWas()
    {
        var support = Town.Unit("水务站");
        var supporter = Town.Liaison(support);
        var number = await SupportedAsync(support);
        await DoneAsync(Dispatcher, number, Move.WaiveTask, new MoveInput { AboutId = await TaskAsync(number), Text = "不再需要。" });

        Assert.Equal(1, await ToldAsync(supporter, number, "Moved.WaiveTask"));
    }

    [Fact]
    public async Task Levels_AreSaidToTheHolder_TheCallerAndTheOthers_EachInTheirWords()
    {
        var number = await CompletedAsync();
        await GoToAsync(Day("2026-03-05"), new TimeOnly(17, 1));
        Assert.Equal(["Level.DueSoon.Yours"], (await ToldAsync(Applicant, number)).Where(IsLevel).Select(n => n.Kind).Take(1));
        Assert.Contains(await ToldAsync(Specialist, number), n => n.Kind == "Level.Breach.Call");

        var left = await DispatchedAsync();
        await GoToAsync(Day("2026-03-11"), new TimeOnly(17, 1));
        Assert.Contains(await ToldAsync(Liaison, left), n => n.Kind == "Level.Further");
        Assert.Contains(await ToldAsync(CentreLead, left), n => n.Kind == "Level.Further.Told");
    }

    [Fact]
    public async Task Asking_OnceItIsDoneByAnybody_StopsForAll_AndSaysWhoDidIt()
    {
        var colleague = Town.EnterpriseUser(Enterprise);
        var number = await CompletedAsync();
        await DoneAsync(Applicant, number, Move.ConfirmDone);

        foreach (var who in new[] { Applicant, colleague })
        {
            var asked = (await ToldAsync(who, number)).Single(n => n.Kind == "Asked.Confirmation");
            Assert.Equal((Town.Clock.Now, Town.Clock.Now, Applicant.AccountId), (asked.DoneAt, asked.ReadAt, asked.DoneById));
        }

        var rows = (await new NoticeService(Town.Runner).ListAsync(colleague, new NoticeFilter { Text = number }, Cancellation)).Value.Items;
        var (confirmation, rating) = (rows.Single(r => r.Kind == "Asked.Confirmation"), rows.SingleOrDefault(r => r.Kind == "Asked.Rating"));
        Assert.Equal((false, false, null), (confirmation.Unread, confirmation.Done!.Own, confirmation.Waits));
        Assert.NotEmpty(confirmation.Done.By);
        Assert.Equal("Rating", rating?.Waits);
        Assert.Equal(["Asked.Rating"], (await new NoticeService(Town.Runner).ListAsync(colleague, new NoticeFilter { Asks = true }, Cancellation)).Value.Items.Select(r => r.Kind));
    }

    [Fact]
    public async Task Asking_WhenTimeEndsIt_StopsWithNobodysName()
    {
        var number = await CompletedAsync();
        await GoToAsync(Day("2026-03-20"), Morning);

        Assert.All((await ToldAsync(Applicant, number)).Where(n => n.Asks == nameof(ClockKind.Confirmation)), n => Assert.True(n is { DoneAt: not null, DoneById: null, ReadAt: not null }));
    }

    /// <summary>Once the time to confirm is over it can be confirmed until it is deemed to have been.</summary>
    [Fact]
    public async Task Asking_ToConfirm_StandsUntilItIsDeemedConfirmed()
    {
        var number = await CompletedAsync();
        await GoToAsync(Day("2026-03-06"), Morning);
        Assert.All(await AskedAsync(), n => Assert.Null(n.DoneAt));

        await DoneAsync(Applicant, number, Move.ConfirmDone);
        Assert.All(await AskedAsync(), n => Assert.Equal(Applicant.AccountId, n.DoneById));

        async Task<List<Notice>> AskedAsync() => (await ToldAsync(Applicant, number)).FindAll(n => n.Asks == nameof(ClockKind.Confirmation));
    }

    [Fact]
    public async Task Asking_WhenItIsTakenAway_StopsAndNamesNobodyAsWhoDidIt()
    {
        var number = await DispatchedAsync();
        await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = Town.Unit("水务站").Id, Text = "职责调整。" });

        var review = (await ToldAsync(Liaison, number)).Single(n => n.Asks == nameof(ClockKind.Review));
        Assert.True(review is { DoneAt: not null, ReadAt: not null, DoneById: null });
    }

    [Fact]
    public async Task Asking_OfTwoSupportingUnits_StopsForTheOneThatIsDone()
    {
        var (one, other) = (Town.Unit("水务站"), Town.Unit("规土所"));
        var (first, second, officer) = (Town.Liaison(one), Town.Liaison(other), Town.Officer(one));
        var number = await DispatchedAsync();
        await DoneAsync(Officer, number, Move.Accept);
        foreach (var unit in new[] { one, other })
        {
            await DoneAsync(Liaison, number, Move.GiveTask, new MoveInput { UnitId = unit.Id, Text = "协助排查。" });
            Town.Time.Advance(TimeSpan.FromMinutes(1));
        }

        var task = (await StoredAsync(number)).Tasks.Single(t => t.UnitId == one.Id).Id;

        await DoneAsync(officer, number, Move.FinishTask, new MoveInput { AboutId = task, Text = "已排查。" });

        Assert.NotNull((await ToldAsync(first, number)).Single(n => n.Asks == nameof(ClockKind.SupportingTask)).DoneAt);
        Assert.Null((await ToldAsync(second, number)).Single(n => n.Asks == nameof(ClockKind.SupportingTask)).DoneAt);
    }

    [Fact]
    public async Task Decisions_AreToldAsWhatWasDecided()
    {
        var typed = await AcceptedAsync();
        await DoneAsync(Officer, typed, Move.ProposeType, new MoveInput { Type = TicketType.Consultation, Text = "只需答复。" });
        await DoneAsync(Dispatcher, typed, Move.DecideType, new MoveInput { Agreed = false, Text = "涉及工程。" });
        var returned = await DispatchedAsync();
        await DoneAsync(Officer, returned, Move.Accept);
        await DoneAsync(Officer, returned, Move.ApplyForReturn, Saying("非本单位职责。"));
        await DoneAsync(Dispatcher, returned, Move.DecideReturn, new MoveInput { UnitId = Unit.Id, Text = "属你单位职责。" });
        var court = await AcceptedAsync();
        await DoneAsync(Applicant, court, Move.TellProceedings, new MoveInput { Proceeding = ProceedingKind.Litigation, Text = "已向法院起诉。" });
        await DoneAsync(Dispatcher, court, Move.DecideProceedings, new MoveInput { Agreed = false, ForEnterprise = "法院尚未受理。" });

        Assert.Contains("：不同意变更。请贵单位办理", await LastAsync(Officer, typed), StringComparison.Ordinal);
        Assert.Contains("：不同意退回，由原单位继续办理。", await LastAsync(Officer, returned), StringComparison.Ordinal);
        Assert.Contains("：不予登记，继续办理。", await LastAsync(Officer, court), StringComparison.Ordinal);
        Assert.EndsWith("审核：不予登记，继续办理。理由请见诉求页面。", await LastAsync(Applicant, court), StringComparison.Ordinal);
    }

    private static bool IsLevel(Notice notice) => notice.Kind.StartsWith("Level.", StringComparison.Ordinal);

    public sealed class OnSqlite(SqliteDatabase database) : NoticeTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : NoticeTests(database), IClassFixture<PostgresDatabase>;
}
