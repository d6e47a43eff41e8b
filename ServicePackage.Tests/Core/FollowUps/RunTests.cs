using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Data;
using ServicePackage.Core.FollowUps;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.FollowUps;

/// <summary>When the monthly runs are made, for whom, and how often: once.</summary>
public abstract class RunTests(TestDatabase database) : FollowUpTestsBase(database)
{
    private static readonly TimeOnly Due = new(8, 30);

    [Fact]
    public async Task Runs_AreMadeAtTheStoredInstantOfTheMonthsFirstWorkingDay_Once()
    {
        Assert.Equal(0, await SweepAsync());
        Assert.Equal((April, TownTime.At(April, Due)), Stored());
        Town.GoTo(April, new TimeOnly(8, 29));
        Assert.Equal(0, await SweepAsync());

        Town.GoTo(April, Due);
        Assert.Equal(1, await SweepAsync());
        Assert.Equal(0, await SweepAsync());

        Assert.Equal(("2026-04-001", (long?)Butler.AccountId), (Assert.Single(Runs()).Label, Runs()[0].AccountId));
        Assert.Equal([("月度跟进单2026-04-001已生成，待跟进企业1家。", false)], ToldTo(Butler));
        Assert.Equal((May, TownTime.At(May, Due)), Stored());
        Assert.Equal("尚未联系过，应于2026年4月1日前联系", FollowUpWording.Say(Assert.Single((await RowAsync()).Reasons)));
    }

    [Fact]
    public async Task Runs_MissedWhileTheProgramWasDown_AreMadeLate_Once()
    {
        await MadeAsync(April.AddDays(9));

        await SweepAsync();
        Assert.Single(Runs());
        Assert.Equal([("月度跟进单2026-04-001已生成，待跟进企业1家。", true)], ToldTo(Butler));
        Assert.True((await ReadAsync()).Run!.IsLate);
    }

    [Fact]
    public async Task Month_SleptThroughUntilTheNextWasDue_IsPassedOver()
    {
        await MadeAsync(new DateOnly(2026, 6, 3));

        Assert.Equal([new DateOnly(2026, 6, 1)], Runs().Select(r => r.Month));
        await using var db = Town.Look();
        Assert.Equal([(April, true), (new DateOnly(2026, 6, 1), true), (new DateOnly(2026, 7, 1), false)],
            (await db.FollowUpMonths.OrderBy(m => m.Month).ToListAsync(Cancellation)).Select(m => (m.Month, m.CompleteAt is not null)));
    }

    [Fact]
    public async Task Instant_FollowsAnAmendedCalendar_UntilItHasCome()
    {
        await SweepAsync();
        Town.Write(db =>
        {
            var year = new CalendarYear();
            year.Take(new CalendarYearInput(2026, [April, April.AddDays(1)], [], "国办发明电〔2025〕7号"));
            db.CalendarYears.Add(year);
        });
        await SweepAsync();
        Assert.Equal((April, TownTime.At(April.AddDays(2), Due)), Stored());

        Town.GoTo(April.AddDays(1), new TimeOnly(12, 0));
        Assert.Equal(0, await SweepAsync());
        Town.GoTo(April.AddDays(2), Due);
        Assert.Equal(1, await SweepAsync());
        Assert.False(ToldTo(Butler)[0].Late);
    }

    [Fact]
    public async Task SeveralSweepsAtOnce_MakeEachRunOnce()
    {
        for (var i = 0; i < 4; i++)
        {
            Town.Butler(Town.Enterprise(City));
        }

        await SweepAsync();
        Town.GoTo(April, Due);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Town.FollowingUp.RunAsync(Town.Clock.Now, Cancellation), Cancellation)));
        await SweepAsync(); // whoever lost a race is met again

        Assert.Equal(Enumerable.Range(1, 5), Runs().Select(r => r.Number));
        Assert.Equal(5, Runs().Select(r => r.AccountId).Distinct().Count());
        Assert.Single(ToldTo(Butler));
    }

    [Fact]
    public async Task Butler_WhoseRunFails_IsNamed_AndKeepsItFromNobody()
    {
        var (other, failing) = (Town.Enterprise(City), new FailingReasons(Enterprise.Id));
        var colleague = Town.Butler(other);
        await SweepAsync();
        Town.GoTo(April, Due);

        await Town.FollowingUpWith(new FollowUpReasons(Town.HouseWith(failing))).RunAsync(Town.Clock.Now, Cancellation);

        Assert.Equal([colleague.AccountId], Runs().Select(r => r.AccountId));
        await using var db = Town.Look();
        var failed = await db.FailedItems.SingleAsync(Cancellation);
        Assert.Equal((nameof(Account), Butler.AccountId), (failed.SubjectKind, failed.SubjectId));
        Assert.Null((await db.FollowUpMonths.SingleAsync(m => m.Month == April, Cancellation)).CompleteAt);

        Town.GoTo(April.AddDays(1), Due);
        await SweepAsync();
        Assert.Equal([colleague.AccountId, Butler.AccountId], Runs().Select(r => r.AccountId));
        Assert.Empty(db.FailedItems);
    }

    [Fact]
    public async Task Office_ThatNobodyLeads_HasARun_AndWhoeverLeadsItLaterSeesIt()
    {
        var alone = Town.Enterprise(Town.EconomicCity());
        await MadeAsync();

        var run = Assert.Single(Runs(), r => r.OfficeId == alone.EconomicCityId);
        Assert.Null(run.AccountId);
        var manager = Town.GeneralManager(new ServicePackage.Core.Organisations.Organisation { Id = alone.EconomicCityId });
        Assert.Equal(alone.Id, (await RowAsync(manager)).EnterpriseId);
    }

    [Fact]
    public async Task Butler_WithNothingToLookAt_HasARunWithoutItems_AndIsNotTold()
    {
        Town.GoTo(new DateOnly(2026, 3, 20), new TimeOnly(10, 0));
        await ContactAsync();
        await MadeAsync();

        Assert.Single(Runs());
        Assert.Empty(Items());
        Assert.Empty(ToldTo(Butler));
    }

    [Fact]
    public async Task Enterprise_IsNotPromptedByARun()
    {
        var own = Town.EnterpriseUser(Enterprise);
        await MadeAsync();

        Assert.Empty(ToldTo(own));
        Assert.Equal("NotFound", (await Town.FollowUps.ReadAsync(own, new FollowUpFilter(), Cancellation)).Refusal?.Code);
    }

    private (DateOnly Month, DateTime DueAt) Stored()
    {
        using var db = Town.Look();
        var row = db.FollowUpMonths.AsNoTracking().OrderByDescending(m => m.Month).First();
        return (row.Month, row.DueAt);
    }

    /// <summary>A room that cannot say what stands for one enterprise.</summary>
    private sealed class FailingReasons(long enterprise) : IFollowUpReasons
    {
        public IReadOnlyCollection<string> FollowUpKinds => ["Failing"];

        public Task<IReadOnlyList<FollowUpReason>> StandingAsync(AppDbContext db, DateTime at, IReadOnlyCollection<long> enterpriseIds, CancellationToken cancellation) =>
            enterpriseIds.Contains(enterprise) ? throw new InvalidOperationException("spoilt") : Task.FromResult<IReadOnlyList<FollowUpReason>>([]);

        public Task<IReadOnlyDictionary<FollowUpKey, FollowUpDone>> DoneAsync(AppDbContext db, DateTime at, IReadOnlyCollection<FollowUpReason> gone, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyDictionary<FollowUpKey, FollowUpDone>>(new Dictionary<FollowUpKey, FollowUpDone>());
    }

    public sealed class OnSqlite(SqliteDatabase database) : RunTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : RunTests(database), IClassFixture<PostgresDatabase>;
}
