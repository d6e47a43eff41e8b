using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Policies;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Policies;

/// <summary>A clause is pushed to a selection; interests wait until somebody has called.</summary>
public abstract class ClausePushTests(TestDatabase database) : KeptMatchTestsBase(database)
{
    [Fact]
    public async Task Push_StandsOnThePageAtOnce_AndComesWithTheNextDigest_NamedByTheUnit()
    {
        var clause = await AskingAsync(Staff);
        await SayAsync("reg_place", "310114106"); // its staff is not known yet

        Assert.Equal(new Pushed(1, 0, 0), Must(await PushAsync(Drafter, clause, Enterprise.Id)));

        var push = (await MatchAsync(clause.ClauseId)).Push!;
        Assert.Equal((Unit.Name, "可补充从业人数后申报"), (push.Unit.Name, push.Word));
        Assert.NotNull((await SideAsync(Drafter, clause, ServicePackage.Core.Conditions.Eligibility.Undecided)).Enterprises.Single().PushedAt);
        Town.GoTo(new DateOnly(2026, 3, 9), new TimeOnly(8, 30));
        await SweepAsync();
        await TellAsync();
        Assert.StartsWith($"本周惠企政策：{Unit.Name}推送了“稳岗补贴”。", Assert.Single(DigestsOf(Own)), StringComparison.Ordinal);
        await using var db = Town.Look();
        Assert.Contains(await db.History.Where(h => h.Subject == nameof(Policy)).Select(h => h.Act).ToListAsync(Cancellation), a => a == ClausePushService.Push);
    }

    [Fact]
    public async Task Push_LeavesOutWhoDeclined_AndWhoHasNotAnsweredYet()
    {
        var clause = await AskingAsync(Staff);
        var (declined, fresh) = (Town.Enterprise(City), Town.Enterprise(City));
        Must(await Answers.SayAsync(Town.EnterpriseUser(declined), Guid.NewGuid(), new ClauseAnswerInput { EnterpriseId = declined.Id, ClauseId = clause.ClauseId, Wish = ClauseWish.NotForUs, Reason = "已享受" }, Cancellation));
        Must(await PushAsync(Dispatcher, clause, Enterprise.Id));

        Assert.Equal(new Pushed(1, 1, 1), Must(await PushAsync(Drafter, clause, Enterprise.Id, declined.Id, fresh.Id)));

        Must(await Answers.SayAsync(Own, Guid.NewGuid(), new ClauseAnswerInput { EnterpriseId = Enterprise.Id, ClauseId = clause.ClauseId, Wish = ClauseWish.Interested }, Cancellation));
        Assert.Null((await MatchAsync(clause.ClauseId)).Push); // answered
        Assert.Equal(new Pushed(0, 0, 1), Must(await PushAsync(Drafter, clause, Enterprise.Id)));
    }

    [Fact]
    public async Task Push_OfWhatIsBad_IsRefused_AndNothingIsWritten()
    {
        var clause = await AskingAsync(Staff);
        var unconditioned = await AskingAsync(null, "无条件");
        await SayAsync("reg_place", "310114106");
        await SayAsync("staff", "20");

        Assert.Equal("Push.Nobody", (await PushAsync(Drafter, clause)).Refusal?.Code);
        Assert.Equal("Push.NotFor", (await PushAsync(Drafter, clause, Enterprise.Id)).Refusal?.Code);
        Assert.Equal("Push.NotFor", (await PushAsync(Drafter, clause, 99_999)).Refusal?.Code);
        Assert.Equal("Push.NoCondition", (await PushAsync(Drafter, unconditioned, Enterprise.Id)).Refusal?.Code);
        Assert.Equal("Missing", (await Pushes.PushAsync(Drafter, Guid.NewGuid(), new ClausePushInput { PolicyId = clause.PolicyId, ClauseId = clause.ClauseId, EnterpriseIds = [Enterprise.Id], Word = " " }, Cancellation)).Refusal?.Code);
        Assert.Equal(Refusal.NotAllowed, (await PushAsync(Town.Officer(Town.Unit("税务服务所")), clause, Enterprise.Id)).Refusal);
        await using var db = Town.Look();
        Assert.Empty(db.ClausePushes);
    }

    [Fact]
    public async Task Push_OutsideThePeriodOfItsPolicy_IsRefused()
    {
        var clause = await AskingAsync(Staff);
        await SayAsync("reg_place", "310114106");
        Town.Write(db => db.PolicyVersions.Single(v => v.PolicyId == clause.PolicyId).Until = Town.Clock.Today.AddDays(-1));

        Assert.Equal("Push.NotInForce", (await PushAsync(Drafter, clause, Enterprise.Id)).Refusal?.Code);

        await using var db = Town.Look();
        Assert.Empty(db.ClausePushes);
    }

    [Fact]
    public async Task Push_ThatCouldNoLongerBeMade_IsNotTold()
    {
        var (clause, personal) = (await AskingAsync(Staff, "甲"), await AskingAsync(Staff, "乙"));
        var gone = Town.Enterprise(City);
        await SayAsync("reg_place", "310114106");
        await SayAsync("reg_place", "310114106", gone);
        Must(await PushAsync(Drafter, clause, Enterprise.Id, gone.Id));
        Must(await PushAsync(Drafter, personal, Enterprise.Id));
        var people = Town.EnterpriseUser(gone);
        Must(await new EnterpriseService(Town.Runner).LeaveRosterAsync(Dispatcher, Guid.NewGuid(), new RosterInput { Id = gone.Id, Version = 0, Day = Town.Clock.Today, Reason = "注销" }));
        Town.Write(db => db.PolicyClauses.Single(c => c.ClauseId == personal.ClauseId).Personalised = true);

        Town.GoTo(new DateOnly(2026, 3, 9), new TimeOnly(8, 30));
        await SweepAsync();
        await TellAsync();

        Assert.Empty(DigestsOf(people));
        Assert.StartsWith($"本周惠企政策：{Unit.Name}推送了“甲”。", Assert.Single(DigestsOf(Own)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenedOrAnsweredBeforeItWasTold_IsToldAsNewNoMore()
    {
        var (opened, answered) = ((await AskingAsync(Staff, "甲")).ClauseId, (await AskingAsync(Staff, "乙")).ClauseId);
        var named = (await AskingAsync(null, "丙", named: Enterprise)).ClauseId;
        await MeetAsync();
        await SweepAsync();
        Assert.True((await MatchAsync(opened)).IsUnread);
        Must(await new MatchReadService(Town.Runner).ReadAsync(Own, Guid.NewGuid(), opened, Cancellation));
        Must(await Answers.SayAsync(Own, Guid.NewGuid(), new ClauseAnswerInput { EnterpriseId = Enterprise.Id, ClauseId = answered, Wish = ClauseWish.Interested }, Cancellation));
        Must(await Answers.SayAsync(Own, Guid.NewGuid(), new ClauseAnswerInput { EnterpriseId = Enterprise.Id, ClauseId = named, Wish = ClauseWish.Interested }, Cancellation));
        Assert.DoesNotContain((await SheetAsync()).Clauses, c => c.IsNew || c.IsUnread);

        Town.GoTo(new DateOnly(2026, 3, 9), new TimeOnly(8, 30));
        await TellAsync();

        Assert.Empty(DigestsOf(Own));
    }

    [Fact]
    public async Task Told_AndOpenedByTheEnterprise_IsReadOnce_AndNewNoMore()
    {
        var (_, clause) = await AskingAsync(Staff);
        await MeetAsync();
        await SweepAsync();
        var reads = new MatchReadService(Town.Runner);
        Assert.Equal((true, true), ((await MatchAsync(clause)).IsNew, (await MatchAsync(clause)).IsUnread));

        Town.GoTo(new DateOnly(2026, 3, 9), new TimeOnly(8, 30));
        await TellAsync();
        Assert.Equal((true, true), ((await MatchAsync(clause)).IsNew, (await MatchAsync(clause)).IsUnread));
        Must(await reads.ReadAsync(Own, Guid.NewGuid(), clause, Cancellation));
        Town.Time.Advance(TimeSpan.FromHours(1));
        Must(await reads.ReadAsync(Own, Guid.NewGuid(), clause, Cancellation));

        Assert.Equal((false, false), ((await MatchAsync(clause)).IsNew, (await MatchAsync(clause)).IsUnread));
        await using var db = Town.Look();
        Assert.Equal(Town.Clock.Now.AddHours(-1), (await db.Matches.SingleAsync(Cancellation)).ReadAt);
    }

    [Fact]
    public async Task Push_OfWhatIsForTheNamedAlone_TakesThoseAndNoOther()
    {
        var clause = await AskingAsync(null, "一企一策", named: Enterprise);

        Assert.Equal("Push.NotFor", (await PushAsync(Drafter, clause, Town.Enterprise(City).Id)).Refusal?.Code);
        Assert.Equal(new Pushed(1, 0, 0), Must(await PushAsync(Drafter, clause, Enterprise.Id)));
    }

    [Fact]
    public async Task Enterprises_WhosePeopleAllTurnedTheWeeklyNoticeOff_AreSaidToWhoPushes()
    {
        var clause = await AskingAsync(Staff);
        var nobody = Town.Enterprise(City);
        Assert.DoesNotContain(await RowsAsync(), r => r.IsWeeklyOff);

        Town.Write(db => db.MailWishes.Add(new ServicePackage.Core.Mail.MailWish { AccountId = Own.AccountId, WeeklyOff = true }));
        Assert.Equal([Enterprise.Id], (await RowsAsync()).Where(r => r.IsWeeklyOff).Select(r => r.EnterpriseId));
        Assert.Contains(await RowsAsync(), r => r.EnterpriseId == nobody.Id); // without people nobody has turned it off
        Town.EnterpriseUser(Enterprise);
        Assert.DoesNotContain(await RowsAsync(), r => r.IsWeeklyOff);

        async Task<IReadOnlyList<EnterpriseMatch>> RowsAsync() => (await SideAsync(Drafter, clause, ServicePackage.Core.Conditions.Eligibility.Undecided)).Enterprises;
    }

    [Fact]
    public async Task Served_NamesThreeClauses_AndWhomToCall()
    {
        foreach (var title in new[] { "甲", "乙", "丙", "丁" })
        {
            await AskingAsync(Staff, title);
        }

        await MeetAsync();
        await SweepAsync();
        var served = new ServedMatchService(Town.Runner);

        var row = Assert.Single(Must(await served.ListAsync(Butler, withContacts: true, Cancellation)));

        Assert.Equal((4, 3), (row.New, row.NewTitles.Count));
        Assert.Equal((Enterprise.ContactName, Enterprise.ContactPhone), (row.Contact!.Name, row.Contact.Phone));
        Assert.Null(Assert.Single(Must(await served.ListAsync(Butler, cancellation: Cancellation))).Contact); // not shown, not read
    }

    [Fact]
    public async Task Interest_WaitsWithTheButler_UntilTheCallIsRecorded()
    {
        var (_, clause) = await AskingAsync(Staff);
        await MeetAsync();
        Must(await Answers.SayAsync(Own, Guid.NewGuid(), new ClauseAnswerInput { EnterpriseId = Enterprise.Id, ClauseId = clause, Wish = ClauseWish.Interested }, Cancellation));
        var (served, interests) = (new ServedMatchService(Town.Runner), new InterestService(Town.Runner));
        var open = Assert.Single(Assert.Single(Must(await served.ListAsync(Butler, cancellation: Cancellation))).Interests);
        Assert.Equal("稳岗补贴", open.Title);

        Assert.Equal("Interest.DayToCome", (await CalledAsync(Town.Clock.Today.AddDays(1))).Refusal?.Code);
        Assert.Equal("Interest.BeforeSaid", (await CalledAsync(Town.Clock.Today.AddDays(-1))).Refusal?.Code);
        Assert.Equal("NotChosen", (await CalledAsync(null)).Refusal?.Code);
        Must(await CalledAsync(Town.Clock.Today));
        Assert.Equal(Refusal.Stale, (await CalledAsync(Town.Clock.Today)).Refusal);

        Assert.Empty(Must(await served.ListAsync(Butler, cancellation: Cancellation)));
        Assert.Equal(Town.Clock.Today, (await MatchAsync(clause)).Answer?.CalledOn);

        Task<Outcome<Nothing>> CalledAsync(DateOnly? day) => interests.CalledAsync(Butler, Guid.NewGuid(), new CalledInput { AnswerId = open.AnswerId, Day = day }, Cancellation);
    }

    private Task<Outcome<Pushed>> PushAsync(Caller who, (long PolicyId, long ClauseId) clause, params long[] enterprises) =>
        Pushes.PushAsync(who, Guid.NewGuid(), new ClausePushInput { PolicyId = clause.PolicyId, ClauseId = clause.ClauseId, EnterpriseIds = enterprises, Word = "可补充从业人数后申报" }, Cancellation);

    public sealed class OnSqlite(SqliteDatabase database) : ClausePushTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : ClausePushTests(database), IClassFixture<PostgresDatabase>;
}
