using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Mail;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Policies;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Policies;

/// <summary>Who is told once a week, of what, and when. The town's day is Monday 2 March 2026, 10:00.</summary>
public abstract class WeeklyTests(TestDatabase database) : KeptMatchTestsBase(database)
{
    private static readonly DateOnly NextMonday = new(2026, 3, 9);

    [Fact]
    public async Task Match_FoundAfterTheWeeksDigestWasDue_IsToldOnTheNextFirstWorkingDay_Once()
    {
        var (_, clause) = await AskingAsync(Staff);
        await MeetAsync();
        await SweepAsync();
        Assert.Equal(0, await TellAsync());
        Town.GoTo(NextMonday, new TimeOnly(8, 29));
        Assert.Equal(0, await TellAsync());

        Town.GoTo(NextMonday, new TimeOnly(8, 30));
        Assert.Equal(2, await TellAsync());
        Assert.Equal(0, await TellAsync());

        Assert.Equal(["本周惠企政策：新增符合或待核实：“稳岗补贴”。请到“我的政策”查看；不需要时可在那里停止每周提示。"], DigestsOf(Own));
        Assert.Equal([$"您服务的企业本周惠企政策：新增符合或待核实1项，涉及{Enterprise.Name}。"], DigestsOf(Butler));
        await using var db = Town.Look();
        var kept = await db.Matches.SingleAsync(m => m.ClauseId == clause, Cancellation);
        Assert.Equal((Town.Clock.Now, Town.Clock.Now), (kept.ToldAt, kept.ServerToldAt));
    }

    [Fact]
    public async Task Digest_MissedWhileTheProgramWasDown_ComesInThatWeek_MarkedLate()
    {
        await AskingAsync(Staff);
        await MeetAsync();
        await SweepAsync();

        Town.GoTo(NextMonday.AddDays(2), new TimeOnly(20, 0));
        Assert.Equal(0, await TellAsync()); // nobody is told at night
        Town.GoTo(NextMonday.AddDays(3), new TimeOnly(9, 0));
        Assert.Equal(2, await TellAsync());

        await using var db = Town.Look();
        Assert.All(db.Notices.Where(n => n.Kind.StartsWith("Weekly.")), n => Assert.True(n.Late));
        Town.GoTo(NextMonday.AddDays(7), new TimeOnly(9, 0));
        Assert.Equal(0, await TellAsync());
    }

    [Fact]
    public async Task Week_WhoseMondayIsOff_BeginsOnItsFirstWorkingDay()
    {
        Calendar(holidays: [NextMonday], workdays: []);
        await AskingAsync(Staff);
        await MeetAsync();
        await SweepAsync();

        Town.GoTo(NextMonday, new TimeOnly(9, 0));
        Assert.Equal(0, await TellAsync());
        Town.GoTo(NextMonday.AddDays(1), new TimeOnly(8, 30));
        Assert.Equal(2, await TellAsync());
    }

    [Fact]
    public void Sunday_OnWhichOfficesWork_IsTheLastDayOfItsWeek()
    {
        var sunday = NextMonday.AddDays(6);
        var calendar = new WorkingCalendar([Year(Enumerable.Range(0, 5).Select(NextMonday.AddDays), [sunday])]);

        Assert.Equal(new DigestWeek(NextMonday, sunday, sunday.AddDays(1)), DigestWeek.Of(sunday, calendar));
        Assert.Equal(NextMonday, DigestWeek.Of(NextMonday, calendar).Monday);
        Assert.Null(DigestWeek.Of(NextMonday, new WorkingCalendar([Year(Enumerable.Range(0, 5).Select(NextMonday.AddDays), [])])).First);
    }

    [Fact]
    public async Task Window_ThatClosesBeforeTheNextDigest_BringsTheWeeksDigestAtOnce_ButNoSecondOne()
    {
        var first = await AskingAsync(Staff, "急件");
        Window(first.ClauseId, Town.Clock.Today.AddDays(3));
        await MeetAsync();
        await SweepAsync();

        Assert.Equal(2, await TellAsync());
        Assert.Equal(["本周惠企政策：新增符合或待核实：“急件”；30天内截止：“急件”。请到“我的政策”查看；不需要时可在那里停止每周提示。"], DigestsOf(Own));

        var second = await AskingAsync(Staff, "又一件");
        Window(second.ClauseId, Town.Clock.Today.AddDays(2));
        await SweepAsync();
        Assert.Equal(0, await TellAsync()); // the week's has gone out
        Assert.True((await MatchAsync(second.ClauseId)).IsNew);
        Assert.Contains(Must(await new ServedMatchService(Town.Runner).ListAsync(Butler, cancellation: Cancellation)), r => r.ClosingTitles.Contains("又一件"));
    }

    [Fact]
    public async Task Window_IsToldOnceWhenItComesWithin30Days()
    {
        var clause = await AskingAsync(Staff);
        Window(clause.ClauseId, new DateOnly(2026, 4, 20));
        await MeetAsync();
        await SweepAsync();
        await MondaysAsync(NextMonday, 6);

        Assert.Equal(2, DigestsOf(Own).Count);
        Assert.Contains("30天内截止：“稳岗补贴”", DigestsOf(Own)[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Match_ThatEndsOrIsWithdrawnBeforeItWasTold_IsNotTold()
    {
        await AskingAsync(Staff, "甲");
        var withdrawn = await AskingAsync(Research, "乙");
        await MeetAsync();
        await SayAsync("revenue", "4200");
        await SayAsync("rd", "200");
        await SweepAsync();
        await SayAsync("staff", "20");
        Must(await Review.WithdrawAsync(Lead, Guid.NewGuid(), new WithdrawInput { PolicyId = withdrawn.PolicyId, Version = (await ReadAsync(Lead, withdrawn.PolicyId)).Version, Reason = "已废止" }, Cancellation));
        Town.GoTo(NextMonday, new TimeOnly(8, 30));
        await SweepAsync();

        Assert.Equal(0, await TellAsync());
    }

    [Fact]
    public async Task NotForUs_IsNeverToldAgain_AndAFigureCorrectedToAndFroIsNoNews()
    {
        var (declined, clause) = ((await AskingAsync(Staff, "甲")).ClauseId, (await AskingAsync(Staff, "乙")).ClauseId);
        await MeetAsync();
        await SweepAsync();
        Must(await Answers.SayAsync(Own, Guid.NewGuid(), new ClauseAnswerInput { EnterpriseId = Enterprise.Id, ClauseId = declined, Wish = ClauseWish.NotForUs, Reason = "已享受同类补贴" }, Cancellation));
        await MondaysAsync(NextMonday, 1);
        await SayAsync("staff", "20");
        await SweepAsync();
        await SayAsync("staff", "120");
        await SweepAsync();
        await MondaysAsync(NextMonday.AddDays(7), 2);

        Assert.Contains("新增符合或待核实：“乙”。", Assert.Single(DigestsOf(Own)), StringComparison.Ordinal);
        await using var db = Town.Look();
        Assert.Equal(2, await db.Matches.CountAsync(m => m.ClauseId == clause, Cancellation));
    }

    [Fact]
    public async Task Off_TellsNothing_ItStandsOnThePage_AndComesInNoBacklogWhenItIsOnAgain()
    {
        var (_, clause) = await AskingAsync(Staff);
        var colleague = Town.EnterpriseUser(Enterprise);
        var wishes = new MailWishService(Town.Runner, Microsoft.Extensions.Options.Options.Create(new MailSettings()));
        Must(await wishes.SetWeeklyAsync(Own, Guid.NewGuid(), off: true, Cancellation));
        Must(await wishes.SetWeeklyAsync(Butler, Guid.NewGuid(), off: true, Cancellation));
        await MeetAsync();
        await SweepAsync();
        await MondaysAsync(NextMonday, 1);
        Assert.Equal((0, 1, 0), (DigestsOf(Own).Count, DigestsOf(colleague).Count, DigestsOf(Butler).Count));
        Assert.True((await MatchAsync(clause)).IsNew);

        Must(await wishes.SetWeeklyAsync(colleague, Guid.NewGuid(), off: true, Cancellation));
        await AskingAsync(Staff, "又一件");
        await SweepAsync();
        await MondaysAsync(NextMonday.AddDays(7), 1);
        Assert.Single(DigestsOf(colleague));
        Assert.False((await MatchAsync(clause)).IsNew);

        Must(await wishes.SetWeeklyAsync(Own, Guid.NewGuid(), off: false, Cancellation));
        await AskingAsync(Staff, "再一件");
        await SweepAsync();
        await MondaysAsync(NextMonday.AddDays(14), 1);
        Assert.Contains("新增符合或待核实：“再一件”。", Assert.Single(DigestsOf(Own)), StringComparison.Ordinal);
        await using var db = Town.Look();
        Assert.All(db.Matches, m => Assert.NotNull(m.ServerToldAt));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task Policy_ThatBeginsOnTheFirstWorkingDay_IsToldInThatWeek_OnceItIsWeighed(int daysDown)
    {
        var (begins, _) = await AskingAsync(Staff, "将施行");
        await AskingAsync(Staff, "已施行");
        Town.Write(db => db.PolicyVersions.Single(v => v.PolicyId == begins).From = NextMonday);
        await MeetAsync();
        await SweepAsync();
        Town.GoTo(NextMonday.AddDays(daysDown), new TimeOnly(8, 30));

        Assert.Equal(0, await TellAsync()); // still to be weighed
        await SweepAsync();
        Assert.Equal(2, await TellAsync());

        Assert.Contains("等2项", Assert.Single(DigestsOf(Own)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enterprise_ThatCannotBeWeighed_IsWaitedForNoLonger()
    {
        await AskingAsync(Staff);
        await MeetAsync();
        await SweepAsync();
        Town.GoTo(NextMonday, new TimeOnly(8, 30));
        Town.Write(db => db.Unweighed.Add(new Unweighed { EnterpriseId = Enterprise.Id, At = Town.Clock.Now }));
        Assert.Equal(0, await TellAsync());

        Town.Write(db => db.FailedItems.Add(new ServicePackage.Core.Jobs.FailedItem { Job = PolicyRoom.Weighing.Name, SubjectKind = nameof(ServicePackage.Core.Enterprises.Enterprise), SubjectId = Enterprise.Id, Name = "1", FirstAt = Town.Clock.Now, LastAt = Town.Clock.Now }));

        Assert.Equal(2, await TellAsync());
    }

    [Fact]
    public async Task Clause_WhoseWindowsAreOver_IsToldOnceOneIsToComeAgain()
    {
        var (_, clause) = await AskingAsync(Staff);
        Window(clause, Town.Clock.Today.AddDays(-1));
        await MeetAsync();
        await SweepAsync();
        await MondaysAsync(NextMonday, 1);
        Assert.Empty(DigestsOf(Own));
        Assert.False((await MatchAsync(clause)).IsNew);
        Assert.DoesNotContain(Must(await new ServedMatchService(Town.Runner).ListAsync(Butler, cancellation: Cancellation)), r => r.New > 0);

        Window(clause, new DateOnly(2026, 9, 1));
        await MondaysAsync(NextMonday.AddDays(7), 1);

        Assert.Contains("新增符合或待核实：“稳岗补贴”。", Assert.Single(DigestsOf(Own)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Window_BroughtForward_IsToldAgain()
    {
        var (_, clause) = await AskingAsync(Staff, "关于“稳岗”的补贴");
        Window(clause, new DateOnly(2026, 4, 5));
        await MeetAsync();
        await SweepAsync();
        await MondaysAsync(NextMonday, 1);
        Town.Write(db => db.PolicyClauses.Include(c => c.Windows).Single(c => c.ClauseId == clause).Windows.Single().Until = new DateOnly(2026, 3, 25));
        await MondaysAsync(NextMonday.AddDays(7), 2);

        Assert.Equal(2, DigestsOf(Own).Count);
        Assert.StartsWith("本周惠企政策：30天内截止：“关于‘稳岗’的补贴”。", DigestsOf(Own)[1], StringComparison.Ordinal);
        Assert.Equal($"您服务的企业本周惠企政策：30天内截止1项，涉及{Enterprise.Name}。", DigestsOf(Butler)[1]);
    }

    [Fact]
    public async Task Withdrawal_IsToldToWhoWasToldOfIt_OrHasApplied_NotToWhoDeclined()
    {
        var clause = await AskingAsync(Staff);
        var (declined, applied, stranger) = (Town.Enterprise(City), Town.Enterprise(City), Town.Enterprise(City));
        var people = new[] { Own, Town.EnterpriseUser(declined), Town.EnterpriseUser(applied), Town.EnterpriseUser(stranger) };
        await MeetAsync();
        await MeetAsync(declined);
        await SweepAsync();
        await MondaysAsync(NextMonday, 1);
        Must(await Answers.SayAsync(people[1], Guid.NewGuid(), new ClauseAnswerInput { EnterpriseId = declined.Id, ClauseId = clause.ClauseId, Wish = ClauseWish.NotForUs, Reason = "已享受" }, Cancellation));
        Town.Write(db => db.ClauseApplications.Add(new ClauseApplication
        {
            EnterpriseId = applied.Id,
            ClauseId = clause.ClauseId,
            PolicyClauseId = db.PolicyClauses.Single(c => c.ClauseId == clause.ClauseId).Id,
            State = ApplicationState.Applied,
            BegunOn = Town.Clock.Today,
            BegunById = Drafter.AccountId,
        }));

        Must(await Review.WithdrawAsync(Lead, Guid.NewGuid(), new WithdrawInput { PolicyId = clause.PolicyId, Version = (await ReadAsync(Lead, clause.PolicyId)).Version, Reason = "已有新办法" }, Cancellation));

        await using var db = Town.Look();
        Assert.Equal([1, 0, 1, 0], people.Select(p => db.Notices.Count(n => n.AccountId == p.AccountId && n.Kind == "PolicyNoLonger")));
    }

    [Fact]
    public async Task Enterprise_WithoutPeople_IsToldByItsButlerAlone_WhoIsToldOfAllTogether()
    {
        var other = Town.Enterprise(City);
        Town.Assign(Butler, other);
        await AskingAsync(Staff);
        await MeetAsync();
        await MeetAsync(other);
        await SweepAsync();
        await MondaysAsync(NextMonday, 1);

        Assert.Single(DigestsOf(Own));
        Assert.Contains("新增符合或待核实1项", Assert.Single(DigestsOf(Butler)), StringComparison.Ordinal);
        Assert.Contains("等2家企业", DigestsOf(Butler)[0], StringComparison.Ordinal);
        await using var db = Town.Look();
        Assert.Equal(2, await db.MatchDigests.CountAsync(Cancellation));
    }

    [Fact]
    public async Task TwoSweepsAtOnce_TellOnce()
    {
        await AskingAsync(Staff);
        await MeetAsync();
        await SweepAsync();
        Town.GoTo(NextMonday, new TimeOnly(8, 30));

        await Task.WhenAll(TellAsync(), TellAsync());
        await TellAsync();

        Assert.Single(DigestsOf(Own));
        Assert.Single(DigestsOf(Butler));
    }

    [Fact]
    public async Task NewVersion_ThatTellsAgain_IsToldAgain()
    {
        var clause = await AskingAsync(Staff);
        await MeetAsync();
        await SweepAsync();
        await MondaysAsync(NextMonday, 1);
        Must(await Drafts.NewVersionAsync(Drafter, Guid.NewGuid(), new DraftAct(clause.PolicyId, (await ReadAsync(Lead, clause.PolicyId)).Version), Cancellation));
        Must(await Drafts.SubmitAsync(Drafter, Guid.NewGuid(), await ActAsync(clause.PolicyId), Cancellation));
        Must(await Review.PublishAsync(Dispatcher, Guid.NewGuid(), new PublishInput { PolicyId = clause.PolicyId, Version = (await DraftOf(clause.PolicyId)).Version, ChangeNote = "提高标准", TellAgain = true }, Cancellation));
        await SweepAsync();
        await MondaysAsync(NextMonday.AddDays(7), 2);

        Assert.Equal(2, DigestsOf(Own).Count);
    }

    private async Task MondaysAsync(DateOnly first, int weeks)
    {
        for (var week = 0; week < weeks; week++)
        {
            Town.GoTo(first.AddDays(7 * week), new TimeOnly(8, 30));
            await SweepAsync();
            await TellAsync();
        }
    }

    private void Window(long clauseId, DateOnly until) =>
        Town.Write(db => db.PolicyClauses.Include(c => c.Windows).Single(c => c.ClauseId == clauseId).Windows.Add(new ClauseWindow { Kind = WindowKind.Dated, Until = until }));

    private static CalendarYear Year(IEnumerable<DateOnly> holidays, IEnumerable<DateOnly> workdays) => new() { Year = 2026, Holidays = [.. holidays], Workdays = [.. workdays], Source = "通知" };

    private void Calendar(IEnumerable<DateOnly> holidays, IEnumerable<DateOnly> workdays) => Town.Write(db => db.CalendarYears.Add(Year(holidays, workdays)));

    public sealed class OnSqlite(SqliteDatabase database) : WeeklyTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : WeeklyTests(database), IClassFixture<PostgresDatabase>;
}
