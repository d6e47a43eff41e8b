using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Support;
using static ServicePackage.Tests.Core.WorkingTime.Published;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>Who is told at each level (docs/procedure.md), and when. Each begins on Monday 2 March 2026, 10:00.</summary>
public abstract class EscalationTests : TicketTests
{
    private const string Soon = "Level.DueSoon";
    private const string Breach = "Level.Breach";
    private const string Second = "Level.2";
    private const string Third = "Level.3";

    private static readonly TimeOnly Close = new(17, 1);
    private readonly Caller _generalLiaison;
    private readonly Caller _butler;
    private readonly Caller _head;

    protected EscalationTests(TestDatabase database)
        : base(database) => (_generalLiaison, _butler, _head) = (Town.GeneralLiaison(), Town.Butler(Enterprise), Town.Head(Unit));

    [Fact]
    public async Task Dispatch_LeftAlone_TellsDispatcherLeadFirstAskedAndGeneralLiaison()
    {
        var number = await RaisedAsync(); // due 3 March
        await GoToAsync(Day("2026-03-10"), Close);

        await ToldAtAsync(number, (Dispatcher, 4), (CentreLead, 3), (Specialist, 3), (_generalLiaison, 2), (_butler, 0), (Applicant, 0));
        Assert.True((await StoredAsync(number)).OnAgenda);
    }

    [Fact]
    public async Task Review_LeftAlone_TellsLiaisonCentreLeadAndGeneralLiaison()
    {
        var number = await DispatchedAsync();
        await GoToAsync(Day("2026-03-10"), Close);

        await ToldAtAsync(number, (Liaison, 4), (CentreLead, 2), (_generalLiaison, 1), (Dispatcher, 0), (_butler, 0), (Specialist, 0), (Applicant, 0));
        Assert.False((await StoredAsync(number)).OnAgenda);
        Assert.Null((await StoredAsync(number)).NextMonthlyDutyAt); // progress is owed where handling is late
    }

    [Fact]
    public async Task Review_WithALadderOfTheTownsOwn_TellsThoseAlone()
    {
        Settings.CurrentValue = new ProcedureSettings { Ladders = { [ClockKind.Review] = new() { [0] = [Recipient.Liaison], [2] = [Recipient.Head] } } };
        var number = await DispatchedAsync();
        await GoToAsync(Day("2026-03-10"), Close);

        await ToldAtAsync(number, (Liaison, 2), (_head, 1), (CentreLead, 0), (_generalLiaison, 0)); // at the breach it names nobody
    }

    [Fact]
    public async Task Handling_LeftAlone_TellsEachLevelAtItsMoment()
    {
        var number = await AcceptedAsync(); // due Monday 23 March
        await DoneAsync(Liaison, number, Move.Assign, new MoveInput { PersonId = Officer.AccountId });
        await GoToAsync(Day("2026-03-20"), new TimeOnly(8, 59));
        await ToldAtAsync(number, (Officer, 0));
        await GoToAsync(Day("2026-03-20"), new TimeOnly(9, 0));
        await ToldAtAsync(number, (Officer, 1), (Liaison, 0));
        await GoToAsync(Day("2026-03-23"), new TimeOnly(17, 0));
        await ToldAtAsync(number, (Officer, 1));
        await GoToAsync(Day("2026-03-23"), Close);
        await ToldAtAsync(number, (Officer, 2), (Liaison, 1), (Specialist, 1), (_butler, 1), (CentreLead, 0));
        await GoToAsync(Day("2026-03-26"), new TimeOnly(16, 59));
        await ToldAtAsync(number, (CentreLead, 0));
        await GoToAsync(Day("2026-03-26"), Close);
        await ToldAtAsync(number, (CentreLead, 1), (_generalLiaison, 0));
        await GoToAsync(Day("2026-03-30"), Close);

        await ToldAtAsync(number, (Officer, 4), (Liaison, 3), (Specialist, 3), (_butler, 3), (CentreLead, 2), (_generalLiaison, 1), (_head, 0), (Applicant, 0));
    }

    [Fact]
    public async Task SupportingTask_LeftAlone_TellsItsUnitTheLeadsOfficerAndTheCentresLead()
    {
        var support = Town.Unit("水务站");
        var (supportLiaison, number) = (Town.Liaison(support), await AcceptedAsync());
        await DoneAsync(Liaison, number, Move.Assign, new MoveInput { PersonId = Officer.AccountId });
        await DoneAsync(Officer, number, Move.GiveTask, new MoveInput { UnitId = support.Id, Text = "踏勘。", Day = Day("2026-03-05") });
        await GoToAsync(Day("2026-03-13"), Close);

        await ToldAtAsync(number, (supportLiaison, 3), (Officer, 2), (CentreLead, 1), (_generalLiaison, 0), (Liaison, 0));
    }

    [Fact]
    public async Task Tasks_OfTwoUnitsAtOneMoment_TellTheLeadsOfficerOfEach()
    {
        var number = await AcceptedAsync();
        await DoneAsync(Liaison, number, Move.Assign, new MoveInput { PersonId = Officer.AccountId });
        foreach (var name in new[] { "水务站", "派出所" })
        {
            await DoneAsync(Officer, number, Move.GiveTask, new MoveInput { UnitId = Town.Unit(name).Id, Text = "踏勘。", Day = Day("2026-03-05") });
        }

        await GoToAsync(Day("2026-03-05"), Close);

        Assert.Equal(2, await ToldAsync(Officer, number, Breach));
    }

    [Fact]
    public async Task Supplement_LeftAlone_RemindsTheEnterpriseOnceThenTheFirstAskedPerson()
    {
        var number = await AcceptedAsync();
        await DoneAsync(Officer, number, Move.AskSupplement, Saying("请补充图纸。")); // due 9 March
        await GoToAsync(Day("2026-03-09"), Close);

        await ToldAtAsync(number, (Applicant, 1), (Specialist, 1), (Liaison, 0));
        Assert.Equal((1, 1), (await ToldAsync(Applicant, number, Soon), await ToldAsync(Specialist, number, Breach)));
    }

    [Fact]
    public async Task Confirmation_LeftAlone_RemindsTheEnterpriseTwiceInAll()
    {
        var number = await CompletedAsync();
        await GoToAsync(Day("2026-03-05"), Close);
        await ToldAtAsync(number, (Applicant, 1), (Specialist, 1));
        await GoToAsync(Day("2026-03-20"), Close); // deemed on the 12th

        await ToldAtAsync(number, (Applicant, 2), (Specialist, 2), (CentreLead, 0));
        Assert.Equal(2, await ToldAsync(Applicant, number, Soon));
    }

    [Fact]
    public async Task Rating_LeftAlone_RemindsOnceAndTellsNobodyOfItsEnd()
    {
        var number = await CompletedAsync();
        await DoneAsync(Applicant, number, Move.ConfirmDone);
        await GoToAsync(Day("2026-03-31"), Close);

        await ToldAtAsync(number, (Applicant, 1), (Specialist, 1));
    }

    [Fact]
    public async Task RefusalWindow_LeftAlone_TellsTheDispatcherOnce()
    {
        var number = await AcceptedAsync();
        await DoneAsync(Officer, number, Move.ReportCannotBeMet, new MoveInput { Text = "规划已定。", Basis = "规划" });
        await GoToAsync(Day("2026-03-05"), Close);

        await ToldAtAsync(number, (Dispatcher, 1), (CentreLead, 0), (Specialist, 0));
    }

    [Fact]
    public async Task ContactAndReply_LeftAlone_TellTheUnitItsHeadTheButlerAndUpward()
    {
        var number = await BadlyRatedAsync(); // contact due 3 March, reply 23 March
        await GoToAsync(Day("2026-03-10"), Close);
        await ToldAtAsync(number, (Liaison, 4), (_head, 3), (_butler, 3), (CentreLead, 2), (_generalLiaison, 1), (Applicant, 0));
        await GoToAsync(Day("2026-03-30"), Close);

        await ToldAtAsync(number, (Liaison, 8), (_head, 6), (_butler, 6), (CentreLead, 4), (_generalLiaison, 2));
    }

    [Fact]
    public async Task LegalDateAndUrge_LeftAlone_StopAtTheCentresLead()
    {
        var leader = Town.TownLeader();
        var number = await AcceptedAsync();
        await DoneAsync(leader, number, Move.Urge, new MoveInput { Text = "请尽快。", Day = Day("2026-03-05") });
        await GoToAsync(Day("2026-03-18"), Close);
        await ToldAtAsync(number, (Officer, 3), (Liaison, 0), (leader, 2), (CentreLead, 1), (_generalLiaison, 0));

        var sued = await AcceptedAsync();
        await DoneAsync(Applicant, sued, Move.TellProceedings, new MoveInput { Proceeding = ProceedingKind.Litigation, Text = "已起诉。" });
        await DoneAsync(Officer, sued, Move.EnterProceedings, new MoveInput { Proceeding = ProceedingKind.Litigation, CaseNumber = "1号", Day = Day("2026-03-23") });
        await GoToAsync(Day("2026-03-31"), Close);
        await ToldAtAsync(sued, (Officer, 3), (Liaison, 2), (CentreLead, 1), (_generalLiaison, 0), (leader, 0));
    }

    [Fact]
    public async Task MonthlyProgress_LeftAlone_TellsLiaisonDispatcherAndUpward()
    {
        var number = await AcceptedAsync(); // breached on 23 March
        await GoToAsync(Day("2026-03-31"), Close);
        var before = await ToldAsync(Liaison, number);
        await GoToAsync(Day("2026-04-10"), Close);

        var levels = (await ToldAsync(Liaison, number)).Skip(before.Count).Where(n => n.Arguments.Contains("ProgressOf", StringComparison.Ordinal) || n.Kind == "Asked.MonthlyProgress").Select(KindOf);
        Assert.Equal(["Asked.MonthlyProgress", Soon, Breach, Second, Third], levels);
        Assert.Equal((1, 0), (await ToldAsync(Dispatcher, number, Breach), await ToldAsync(Dispatcher, number, Soon)));
    }

    [Fact]
    public async Task Level_WhenARecipientIsMissing_PassesUpwardAndTellsOnePersonOnce()
    {
        Town.Write(db => db.Posts.Where(p => p.AccountId == Liaison.AccountId).ExecuteDelete());
        var number = await DispatchedAsync();
        await GoToAsync(Day("2026-03-03"), Close);
        await ToldAtAsync(number, (_head, 2), (Liaison, 0)); // officer and liaison are both the head now: once a level
        Town.Write(db => db.Users.Single(a => a.Id == _head.AccountId).DisabledAt = Town.Clock.Now);
        await GoToAsync(Day("2026-03-06"), Close);

        Assert.Equal(1, await ToldAsync(Dispatcher, number, Second));
    }

    [Fact]
    public async Task Level_ForTheButler_TellsWhoCoversBeside_OnTheDaysOfTheCoverAlone()
    {
        var (covers, covered) = (Town.Stranger(), Town.Stranger());
        Town.Cover(_butler, covered, Day("2026-03-02"), Day("2026-03-22"));
        Town.Cover(_butler, covers, Day("2026-03-23"), Day("2026-03-23"));
        var number = await AcceptedAsync();
        await GoToAsync(Day("2026-03-23"), Close);

        await ToldAtAsync(number, (_butler, 1), (covers, 1), (covered, 0));
        Assert.Equal([true, false], new[] { covers, covered }.Select(Sees));

        bool Sees(Caller who)
        {
            using var db = Town.Look();
            return db.Tickets.VisibleTo(new Actor(who.AccountId, "", null, []) { Today = Town.Clock.Today }, db).Any(t => t.Number == number);
        }
    }

    [Fact]
    public async Task Level_WhenFirstAskedAndButlerAreMissing_GoesToTheCitysGeneralManager()
    {
        var manager = Town.GeneralManager(City);
        var number = await AcceptedAsync();
        Town.Write(db =>
        {
            db.Users.Single(a => a.Id == Specialist.AccountId).DisabledAt = Town.Clock.Now;
            db.ButlerAssignments.Where(b => b.AccountId == _butler.AccountId).ExecuteDelete();
        });
        await GoToAsync(Day("2026-03-23"), Close);

        await ToldAtAsync(number, (manager, 1), (Specialist, 0), (_butler, 0));
    }

    [Fact]
    public async Task LevelThree_OfADistrictTierEnterprise_AlsoTellsTheLeaderOfTheSettings()
    {
        var leader = Town.TownLeader();
        await using (var db = Town.Look())
        {
            Settings.CurrentValue = Settings.CurrentValue with { DistrictLeader = (await db.Users.SingleAsync(a => a.Id == leader.AccountId, Cancellation)).UserName! };
        }

        var town = await RaisedAsync();
        Town.Write(db => db.Enterprises.Single(e => e.Id == Enterprise.Id).Tier = EnterpriseTier.District);
        var number = await RaisedAsync();
        await GoToAsync(Day("2026-03-10"), new TimeOnly(16, 0));
        await ToldAtAsync(number, (leader, 0));
        await GoToAsync(Day("2026-03-10"), Close);
        Assert.Equal(1, await ToldAsync(leader, number, Third));
        Assert.Equal(1, await ToldAsync(leader, town, Third)); // the tier of now counts

        Town.Write(db => db.Enterprises.Single(e => e.Id == Enterprise.Id).Tier = EnterpriseTier.Town);
        var third = await RaisedAsync();
        await GoToAsync(Day("2026-03-20"), Close);
        await ToldAtAsync(third, (leader, 0));
    }

    [Fact]
    public async Task LevelThree_MetWithThoseBelowIt_TellsTheLeaderOfNoneOfThose()
    {
        var leader = Town.TownLeader();
        await using (var db = Town.Look())
        {
            Settings.CurrentValue = Settings.CurrentValue with { DistrictLeader = (await db.Users.SingleAsync(a => a.Id == leader.AccountId, Cancellation)).UserName! };
        }

        Town.Write(db => db.Enterprises.Single(e => e.Id == Enterprise.Id).Tier = EnterpriseTier.District);
        var number = await RaisedAsync();
        await GoToAsync(Day("2026-03-10"), Close); // the program was down since it was raised

        Assert.Equal([Third], (await ToldAsync(leader, number)).Select(KindOf));
    }

    [Fact]
    public async Task LevelThree_WhenTheLeaderOfTheSettingsIsDisabled_TellsThemNothing()
    {
        var leader = Town.TownLeader();
        await using (var db = Town.Look())
        {
            Settings.CurrentValue = Settings.CurrentValue with { DistrictLeader = (await db.Users.SingleAsync(a => a.Id == leader.AccountId, Cancellation)).UserName! };
        }

        Town.Write(db =>
        {
            db.Users.Single(a => a.Id == leader.AccountId).DisabledAt = Town.Clock.Now;
            db.Enterprises.Single(e => e.Id == Enterprise.Id).Tier = EnterpriseTier.District;
        });
        var number = await RaisedAsync();
        await GoToAsync(Day("2026-03-10"), Close);

        await ToldAtAsync(number, (leader, 0));
    }

    [Fact]
    public async Task Enterprise_ThatLeftTheRoster_IsNotPromptedButStillAnswers()
    {
        var number = await CompletedAsync();
        Town.Write(db => db.Enterprises.Single(e => e.Id == Enterprise.Id).LeftRosterOn = Day("2026-03-03"));
        await GoToAsync(Day("2026-03-05"), Close);
        await ToldAtAsync(number, (Applicant, 0), (Specialist, 1));

        await DoneAsync(Applicant, number, Move.ConfirmDone);
    }

    [Fact]
    public async Task Enterprise_WithoutAnAccount_IsCalledByTheFirstAskedPerson()
    {
        var number = await CompletedAsync();
        Town.Write(db => db.Users.Single(a => a.Id == Applicant.AccountId).DisabledAt = Town.Clock.Now);
        await GoToAsync(Day("2026-03-04"), Close);

        Assert.Equal(1, await ToldAsync(Specialist, number, Soon));
    }

    [Theory]
    [InlineData("2026-03-20", "08:59", Lamp.Normal, 0)]
    [InlineData("2026-03-20", "09:00", Lamp.Approaching, 0)]
    [InlineData("2026-03-23", "17:00", Lamp.Approaching, 0)]
    [InlineData("2026-03-23", "17:01", Lamp.Breached, 1)]
    [InlineData("2026-03-27", "09:00", Lamp.Breached, 2)]
    [InlineData("2026-03-31", "09:00", Lamp.Breached, 3)]
    public async Task Lamp_OfHandlingDueOnMonday_ChangesAtItsMoment(string day, string time, Lamp lamp, int level)
    {
        var number = await AcceptedAsync();
        Town.GoTo(Day(day), TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture)); // the sweep has not run

        var clock = (await SeeAsync(Officer, number)).Clocks.Single(c => c.Kind == ClockKind.Handling);
        Assert.Equal((lamp, level), (clock.Lamp, clock.Level));
    }

    [Fact]
    public async Task Lamp_OfAOneDayLimit_IsDueSoonFromNineOfTheDueDay()
    {
        var number = await RaisedAsync(); // at 10:00, due the next day
        Assert.Equal(TownTime.At(Day("2026-03-03"), new TimeOnly(9, 0)), (await ClockAsync(number, ClockKind.Dispatch)).NextAt);
    }

    [Fact]
    public async Task Lamp_OfALongLimitWithOneDayLeftAfterAPause_IsDueSoonAtOnce()
    {
        var number = await AcceptedAsync();
        await GoToAsync(Day("2026-03-20"), new TimeOnly(8, 0));
        await DoneAsync(Officer, number, Move.AskSupplement, Saying("请补充图纸。"));
        await GoToAsync(Day("2026-03-24"), new TimeOnly(10, 0));
        await DoneAsync(Applicant, number, Move.AnswerSupplement, Saying("见附件。"));
        await BringUpToNowAsync();

        Assert.Equal(Day("2026-03-25"), (await ClockAsync(number, ClockKind.Handling)).DueDay);
        await ToldAtAsync(number, (Officer, 1), (Liaison, 0));
    }

    /// <summary>How many levels each has been told of, all clocks together; the later figures include the earlier.</summary>
    private async Task ToldAtAsync(string number, params (Caller Who, int Times)[] expected)
    {
        var told = new List<int>();
        foreach (var (who, _) in expected)
        {
            told.Add((await ToldAsync(who, number)).Count(n => n.Kind.StartsWith("Level.", StringComparison.Ordinal)));
        }

        Assert.Equal(expected.Select(e => e.Times), told);
    }

    public sealed class OnSqlite(SqliteDatabase database) : EscalationTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : EscalationTests(database), IClassFixture<PostgresDatabase>;
}
