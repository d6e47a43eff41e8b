using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Policies;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Policies;

/// <summary>Which enterprise meets which clause is kept as it comes and goes, and only what a change or a day concerns is weighed.</summary>
public abstract class KeptMatchTests(TestDatabase database) : KeptMatchTestsBase(database)
{
    [Fact]
    public async Task Fill_InADatabaseWithoutAny_WeighsTheWholeRoster()
    {
        var (_, clause) = await AskingAsync(Staff);
        await MeetAsync();
        Town.Write(db => db.Unweighed.RemoveRange(db.Unweighed)); // as in a database of an earlier version

        Assert.Equal(1, await SweepAsync());

        Assert.Equal([(Enterprise.Id, clause)], Open());
        Assert.Equal(0, await SweepAsync());
    }

    [Fact]
    public async Task Update_OfTheProgram_WeighsTheWholeRosterAnewOnce()
    {
        var (_, clause) = await AskingAsync(Staff);
        await MeetAsync();
        await SweepAsync();
        Town.Write(db => db.MatchBasis.Single().Edition = Guid.NewGuid()); // weighed by other rules than today's,
        Town.Write(db => db.Matches.RemoveRange(db.Matches)); // by which it was none

        Assert.Equal(1, await SweepAsync());

        Assert.Equal([(Enterprise.Id, clause)], Open());
        Assert.Equal(0, await SweepAsync());
    }

    [Fact]
    public async Task Fact_ThatIsCorrected_OpensAndEndsTheIntervalsOfTheClausesThatAskForIt()
    {
        var (staff, research) = ((await AskingAsync(Staff, "甲")).ClauseId, (await AskingAsync(Research, "乙")).ClauseId);
        await MeetAsync();
        await SweepAsync();
        Assert.Equal([(Enterprise.Id, staff)], Open());

        Town.Time.Advance(TimeSpan.FromHours(1));
        await SayAsync("staff", "20");
        await SayAsync("revenue", "4200");
        await SayAsync("rd", "200");
        Town.Time.Advance(TimeSpan.FromHours(1));
        await SweepAsync();

        Assert.Equal([(Enterprise.Id, research)], Open());
        await using var db = Town.Look();
        Assert.Equal(Town.Clock.Now, (await db.Matches.SingleAsync(m => m.ClauseId == staff, Cancellation)).Until);
        Assert.Empty(db.Unweighed);
    }

    [Fact]
    public async Task Fact_OfOneEnterprise_WeighsItAgainstTheClausesThatAskForItAlone()
    {
        await AskingAsync(Staff, "甲");
        await AskingAsync(Research, "乙");
        await SweepAsync();
        await SayAsync("rd", "200");
        await using var db = Town.Look();

        Assert.Equal(["rd"], db.Unweighed.Where(u => u.EnterpriseId == Enterprise.Id).Select(u => u.Code!));
        Assert.Equal(1, await SweepAsync());
        Assert.Equal(0, await SweepAsync());
    }

    [Fact]
    public async Task Judgement_StillOpen_IsAMatch_AndADeniedOneEndsIt()
    {
        var clause = await AskingAsync($$"""{"is":"all","of":[{{Staff}},{{Judgement}}]}""");
        await MeetAsync();
        await SweepAsync();
        Assert.Equal([(Enterprise.Id, clause.ClauseId)], Open());

        Must(await Judgements.JudgeAsync(Drafter, Guid.NewGuid(), new JudgementInput { PolicyId = clause.PolicyId, ClauseId = clause.ClauseId, EnterpriseId = Enterprise.Id, Key = "front", Holds = false, Note = "走访核实" }, Cancellation));
        await SweepAsync();

        Assert.Empty(Open());
    }

    [Fact]
    public async Task Policy_ThatIsPublishedOrWithdrawn_IsWeighedAgainstTheRoster()
    {
        await MeetAsync();
        await SweepAsync();
        var clause = await AskingAsync(Staff);
        await SweepAsync();
        Assert.Equal([(Enterprise.Id, clause.ClauseId)], Open());

        Must(await Review.WithdrawAsync(Lead, Guid.NewGuid(), new WithdrawInput { PolicyId = clause.PolicyId, Version = (await ReadAsync(Lead, clause.PolicyId)).Version, Reason = "上级文件已废止" }, Cancellation));
        await SweepAsync();

        Assert.Empty(Open());
    }

    [Fact]
    public async Task Roster_LeftAndJoinedAgain_EndsAndOpensAllItsClauses()
    {
        var (_, clause) = await AskingAsync(Staff);
        await MeetAsync();
        await SweepAsync();
        var enterprises = new EnterpriseService(Town.Runner);
        Must(await enterprises.LeaveRosterAsync(Dispatcher, Guid.NewGuid(), new RosterInput { Id = Enterprise.Id, Version = 0, Day = Town.Clock.Today, Reason = "注销" }));
        await SweepAsync();
        Assert.Empty(Open());

        Must(await enterprises.RejoinRosterAsync(Dispatcher, Guid.NewGuid(), new RosterInput { Id = Enterprise.Id, Version = 1, Day = Town.Clock.Today, Reason = "恢复" }));
        await SweepAsync();

        Assert.Equal([(Enterprise.Id, clause)], Open());
    }

    [Fact]
    public async Task Turn_IsTheEarliestDay_OfAPolicyThatBeginsOrEnds()
    {
        var (begins, _) = await AskingAsync(Staff, "将施行");
        var (ends, _) = await AskingAsync(Staff, "将到期");
        Town.Write(db =>
        {
            db.PolicyVersions.Single(v => v.PolicyId == begins).From = Town.Clock.Today.AddDays(5);
            db.PolicyVersions.Single(v => v.PolicyId == ends).Until = Town.Clock.Today.AddDays(2);
        });
        await MeetAsync();
        await SweepAsync();
        Assert.Equal((1, Town.Clock.Today.AddDays(3)), (Open().Count, Turn()));
        Town.Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(0, await SweepAsync()); // nothing has come

        Town.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await SweepAsync());
        Assert.Equal((0, Town.Clock.Today.AddDays(2)), (Open().Count, Turn()));

        Town.Time.Advance(TimeSpan.FromDays(2));
        await SweepAsync();
        Assert.Single(Open());
        Assert.Equal(new DateOnly(2027, 1, 1), Turn()); // the next year's figure is asked then
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public async Task Match_FoundAgain_IsNoNewsWithin30DaysOfItsEnd_AndIsNewsAMinuteLater(int minutesAfter, bool isNews)
    {
        var (_, clause) = await AskingAsync(Staff);
        await MeetAsync();
        await SweepAsync();
        var told = Town.Clock.Now;
        Town.Write(db => db.Matches.Single().ToldAt = told);
        await SayAsync("staff", "20");
        await SweepAsync();
        Assert.Empty(Open());

        Town.Time.Advance(TimeSpan.FromDays(30) + TimeSpan.FromMinutes(minutesAfter));
        await SayAsync("staff", "120");
        await SweepAsync();

        Assert.Equal([(Enterprise.Id, clause)], Open());
        await using var db = Town.Look();
        Assert.Equal(isNews ? null : told, (await db.Matches.SingleAsync(m => m.Until == null, Cancellation)).ToldAt);
    }

    [Fact]
    public async Task Clause_ThatFailsWithAnEnterprise_KeepsNothingFromTheOthers_AndIsWeighedOnceMendedAgain()
    {
        var bad = await AskingAsync("""{"is":"figure","of":{"is":"age","fact":"founded","inDays":true},"to":100}""", "甲");
        var (_, good) = await AskingAsync(Judgement, "乙"); // no figure of a year: one before the day it was founded does not count
        var other = Town.Enterprise(City);
        await MeetAsync();
        await MeetAsync(other);
        Town.Write(db => db.EnterpriseFacts.AddRange(Founded(Enterprise, DateOnly.MaxValue), Founded(other, new DateOnly(2020, 1, 1))));

        await SweepAsync();
        await SweepAsync();

        Assert.Equal(new[] { (Enterprise.Id, good), (other.Id, good), (other.Id, bad.ClauseId) }.Order(), Open().Order());
        await using (var db = Town.Look())
        {
            var item = await db.FailedItems.SingleAsync(Cancellation);
            Assert.Equal((nameof(Unweighed), (await db.Unweighed.SingleAsync(Cancellation)).Id, $"{Enterprise.CreditCode} 甲"), (item.SubjectKind, item.SubjectId, item.Name));
        }

        var third = Town.Enterprise(City);
        await MeetAsync(third);
        Town.Write(db =>
        {
            db.EnterpriseFacts.Add(Founded(third, new DateOnly(2020, 1, 1)));
            db.Unweighed.RemoveRange(db.Unweighed.Where(u => u.EnterpriseId == third.Id));
            db.Unweighed.Add(new Unweighed { ClauseId = bad.ClauseId, Again = true, At = Town.Clock.Now }); // published anew meanwhile
        });
        await SweepAsync();
        Assert.Contains((third.Id, bad.ClauseId), Open());
        await using (var db = Town.Look())
        {
            Assert.True((await db.Unweighed.SingleAsync(u => u.EnterpriseId == Enterprise.Id, Cancellation)).Again);
        }

        Town.Write(db => db.EnterpriseFacts.Single(f => f.Code == "founded" && f.EnterpriseId == Enterprise.Id).Day = new DateOnly(2020, 1, 1)); // somebody has seen to it
        Town.Time.Advance(TimeSpan.FromMinutes(2));
        await SweepAsync();

        Assert.Equal(6, Open().Count);
        await using var after = Town.Look();
        Assert.Empty(after.FailedItems);
        Assert.Empty(after.Unweighed);
    }

    [Fact]
    public async Task Clause_BesideMoreEnterprisesThanAPage_IsWeighedAgainstEachOfThem()
    {
        var (_, clause) = await AskingAsync(Staff);
        await MeetAsync();
        await SweepAsync();
        var year = FactPeriod.Of(FactShape.EndOfYear, TownTime.DayOf(Town.Clock.Now).Year - 1)!.Value;
        var many = Enumerable.Range(1, 1_200).Select(i => new Enterprise { Name = $"第{i}家企业", CreditCode = $"{i}", EconomicCityId = City.Id, OnRosterFrom = new DateOnly(2025, 1, 1) }).ToList();
        Town.Write(db => db.Enterprises.AddRange(many));
        Town.Write(db =>
        {
            db.Unweighed.RemoveRange(db.Unweighed.ToList());
            db.MatchTurns.AddRange(many.Select(e => new MatchTurn { EnterpriseId = e.Id })); // weighed before
            db.EnterpriseFacts.AddRange(many.SelectMany((e, i) => (EnterpriseFact[])[
                new() { EnterpriseId = e.Id, Code = "reg_place", Shape = FactShape.State, From = new DateOnly(2025, 1, 1), Choice = "310114106", RecordedAt = Town.Clock.Now },
                new() { EnterpriseId = e.Id, Code = "staff", Shape = year.Shape, From = year.From, Until = year.Until, Low = i % 2 == 0 ? 120 : 20, High = i % 2 == 0 ? 120 : 20, RecordedAt = Town.Clock.Now },
            ]));
            db.Unweighed.Add(new Unweighed { ClauseId = clause, At = Town.Clock.Now });
        });

        Assert.Equal(1, await SweepAsync());

        Assert.Equal(many.Where((_, i) => i % 2 == 0).Select(e => (e.Id, clause)).Prepend((Enterprise.Id, clause)).Order(), Open().Order());
        await using var db = Town.Look();
        Assert.Empty(db.Unweighed);
    }

    [Fact]
    public async Task Rows_TakenTwiceAndSweepsAtOnce_KeepOneOpenInterval()
    {
        var (_, clause) = await AskingAsync(Staff);
        await MeetAsync();
        Town.Write(db => db.Unweighed.AddRange(
            new Unweighed { EnterpriseId = Enterprise.Id, At = Town.Clock.Now }, new Unweighed { EnterpriseId = Enterprise.Id, Code = "staff", At = Town.Clock.Now }, new Unweighed { ClauseId = clause, At = Town.Clock.Now }));

        await Task.WhenAll(SweepAsync(), SweepAsync());
        await SweepAsync();

        await using var db = Town.Look();
        var kept = await db.Matches.SingleAsync(Cancellation);
        Assert.Equal((Enterprise.Id, clause), (kept.EnterpriseId, kept.ClauseId));
        Assert.Empty(db.Unweighed);
    }

    [Fact]
    public async Task Clock_SetBack_EndsNoIntervalBeforeItBegan()
    {
        await AskingAsync(Staff);
        await MeetAsync();
        await SweepAsync();
        await SayAsync("staff", "20");

        await SweepAsync(Town.Clock.Now.AddHours(-2));
        Assert.Single(Open()); // what was said is not known yet at that hour
        await SweepAsync();

        await using var db = Town.Look();
        Assert.All(db.Matches, m => Assert.True(m.Until >= m.Since));
    }

    [Fact]
    public async Task Page_OfEnterprises_IsReadInAFewQueries()
    {
        await AskingAsync(Staff);
        await SweepAsync();
        var few = await QueriesOfSweepAsync(2);
        var many = await QueriesOfSweepAsync(20);

        Assert.True(many - few <= 18 * 8, $"{few} and {many}"); // each writes its own; none reads the facts by itself
    }

    private EnterpriseFact Founded(Enterprise enterprise, DateOnly day) => new()
    {
        EnterpriseId = enterprise.Id,
        Code = "founded",
        Shape = FactShape.Day,
        From = FactPeriod.OfDay.From,
        Until = FactPeriod.OfDay.Until,
        Day = day,
        RecordedAt = Town.Clock.Now,
    };

    private async Task<int> QueriesOfSweepAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var one = Town.Enterprise(City);
            Town.Write(db => db.Unweighed.Add(new Unweighed { EnterpriseId = one.Id, At = Town.Clock.Now }));
        }

        return await QueriesAsync(() => SweepAsync());
    }

    public sealed class OnSqlite(SqliteDatabase database) : KeptMatchTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : KeptMatchTests(database), IClassFixture<PostgresDatabase>;
}
