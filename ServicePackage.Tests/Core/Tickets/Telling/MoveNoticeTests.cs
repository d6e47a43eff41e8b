using ServicePackage.Core.Accounts;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;
using static ServicePackage.Tests.Core.WorkingTime.Published;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>Which sentence of a move reaches whom: what is asked comes before what is only told. Each begins on Monday 2 March 2026, 10:00.</summary>
public abstract class MoveNoticeTests(TestDatabase database) : TicketTests(database)
{
    [Fact]
    public async Task AnswerRecordedForTheEnterprise_NamesTheLastDayToContradict_AndAsksTheUnitForItsPart()
    {
        var number = await AcceptedAsync();
        await DoneAsync(Officer, number, Move.AskSupplement, Saying("请补充图纸。"));
        await DoneAsync(Applicant, number, Move.Comment, Saying("图纸在哪里交？"));
        await DoneAsync(Specialist, number, Move.NoteCall, Spoken("将当面交来。"));
        await DoneAsync(Specialist, number, Move.AnswerSupplement, Spoken("图纸已当面交来。"));

        Assert.EndsWith("请于2026年3月5日下班前在该页面提出异议。", await LastAsync(Applicant, number), StringComparison.Ordinal);
        Assert.EndsWith("企业可于2026年3月5日下班前提出异议。", await LastAsync(Dispatcher, number), StringComparison.Ordinal);
        Assert.Equal("Asked.Handling", (await ToldAsync(Officer, number))[^1].Kind);

        await DoneAsync(Officer, number, Move.Complete, Saying("已完成排水改造。"));
        await DoneAsync(Specialist, number, Move.ConfirmDone, Spoken("电话确认。"));

        Assert.EndsWith("请于2026年3月5日下班前在诉求页面提出异议；相符的，请于2026年3月23日下班前评价，评价后不能再对该答复提出异议。", await LastAsync(Applicant, number), StringComparison.Ordinal);
        Assert.EndsWith("企业可于2026年3月5日下班前提出异议。", await LastAsync(Officer, number), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GiveBackTask_ToSomebodyOfBothUnits_AsksThem_AndTellsTheirColleague()
    {
        var support = Town.Unit("水务站");
        var both = Town.Liaison(support);
        Town.Write(db => db.Posts.Add(new Post { AccountId = both.AccountId, OrganisationId = Unit.Id, Kind = PostKind.Liaison }));
        var number = await SupportedAsync(support);
        var about = await TaskAsync(number);
        await DoneAsync(Town.Officer(support), number, Move.DeclineTask, new MoveInput { AboutId = about, Text = "不属于我站职责。" });
        await DoneAsync(Dispatcher, number, Move.GiveBackTask, new MoveInput { AboutId = about, Text = "属贵站职责。" });

        Assert.Equal(("Asked.SupportingTask.Back", 0), ((await ToldAsync(both, number))[^1].Kind, await ToldAsync(both, number, "Moved.GiveBackTask")));
        Assert.Equal(1, await ToldAsync(Liaison, number, "Moved.GiveBackTask"));
    }

    [Fact]
    public async Task WaiveTask_IsToldToItsUnitAlone()
    {
        var (support, other) = (Town.Unit("水务站"), Town.Unit("派出所"));
        var (supporting, otherSupporting) = (Town.Liaison(support), Town.Liaison(other));
        var number = await SupportedAsync(support);
        await DoneAsync(Officer, number, Move.Accept);
        await DoneAsync(Officer, number, Move.GiveTask, new MoveInput { UnitId = other.Id, Text = "维持秩序。" });
        await DoneAsync(Dispatcher, number, Move.WaiveTask, new MoveInput { AboutId = (await StoredAsync(number)).Tasks.Single(t => t.UnitId == support.Id).Id, Text = "不再需要。" });

        Assert.Equal((1, 0, 0, 0), (await ToldAsync(supporting, number, "Moved.WaiveTask"), await ToldAsync(otherSupporting, number, "Moved.WaiveTask"), await ToldAsync(Officer, number, "Moved.WaiveTask"), await ToldAsync(Liaison, number, "Moved.WaiveTask")));
    }

    [Fact]
    public async Task Comment_WhileACallIsOwed_AsksForItOnce_InTheCentreWhereTheFirstAskedPersonHandlesIt()
    {
        var number = await CompletedAsync();
        await DoneAsync(Applicant, number, Move.Comment, Saying("还没有解决。"));
        Town.Time.Advance(TimeSpan.FromHours(1));
        await DoneAsync(Applicant, number, Move.Comment, Saying("请尽快来电。"));
        Assert.Equal((1, 1), (await ToldAsync(Specialist, number, "Asked.Call"), await ToldAsync(Specialist, number, "Moved.Comment")));
        Assert.Equal((0, 0), (await ToldAsync(Dispatcher, number, "Asked.Call"), await ToldAsync(Dispatcher, number, "Moved.Comment")));

        Town.Write(db => db.Posts.Add(new Post { AccountId = Specialist.AccountId, OrganisationId = Unit.Id, Kind = PostKind.Officer }));
        var handled = await CompletedAsync();
        await DoneAsync(Applicant, handled, Move.Comment, Saying("还没有解决。"));
        Assert.Equal((0, 1), (await ToldAsync(Specialist, handled, "Asked.Call"), await ToldAsync(Dispatcher, handled, "Asked.Call")));
    }

    [Fact]
    public async Task Proceedings_OnceAgreed_AreToldByTheLegalDate_NotByWhatStandsStill()
    {
        var number = await AcceptedAsync();
        await DoneAsync(Applicant, number, Move.TellProceedings, new MoveInput { Proceeding = ProceedingKind.Litigation, Text = "已向法院起诉。" });
        await DoneAsync(Dispatcher, number, Move.DecideProceedings, new MoveInput { Agreed = true, Proceeding = ProceedingKind.Litigation, CaseNumber = "1号", Day = Day("2026-06-01"), ForEnterprise = "已登记。" });

        Assert.Equal("Asked.LegalDate", (await ToldAsync(Officer, number))[^1].Kind);
        Assert.Equal($"贵企业提出的诉求{number}“厂区门口道路积水”已登记复议诉讼，相关时限暂停计时，法定期限为2026年6月1日。与实际不符的，可在诉求页面提出异议。", await LastAsync(Applicant, number));
    }

    [Fact]
    public async Task Proceedings_Contested_AreDecidedInOtherWordsThanThoseToldOf()
    {
        var number = await AcceptedAsync();
        await DoneAsync(Dispatcher, number, Move.EnterProceedings, new MoveInput { Proceeding = ProceedingKind.Litigation, CaseNumber = "1号", Day = Day("2026-06-01") });
        await DoneAsync(Applicant, number, Move.ContestProceedings, Saying("公司没有起诉。"));
        await DoneAsync(Dispatcher, number, Move.DecideProceedings, new MoveInput { Agreed = false, ForEnterprise = "登记有误。" });

        Assert.Contains("：撤销登记，恢复计时。", await LastAsync(Officer, number), StringComparison.Ordinal);
    }

    public sealed class OnSqlite(SqliteDatabase database) : MoveNoticeTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : MoveNoticeTests(database), IClassFixture<PostgresDatabase>;
}
