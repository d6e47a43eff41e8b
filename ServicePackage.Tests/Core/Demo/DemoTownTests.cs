using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Boards;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.FollowUps;
using ServicePackage.Core.History;
using ServicePackage.Core.Live;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Policies;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Demo;

/// <summary>What the demo town has to show, on both databases and at the turn of a year.</summary>
public abstract class DemoTownTests
{
    private static readonly TimeSpan LongestUnread = TimeSpan.FromDays(12);

    private readonly FilledTown _town;

    protected DemoTownTests(FilledTown town)
    {
        ArgumentNullException.ThrowIfNull(town);
        town.Database.Require();
        _town = town;
    }

    private OperationRunner Runner => new(
        _town.Database.Contexts, new TownClock(new FakeTimeProvider(new DateTimeOffset(_town.Now))), TimeProvider.System, new LiveFeed(NullLogger<LiveFeed>.Instance), Support.Town.House);

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fill_WhenFilledAlready_AddsNothing()
    {
        await using var db = _town.Look();
        var before = (await db.Tickets.CountAsync(Cancellation), await db.History.CountAsync(Cancellation));

        Assert.False((await _town.Demo.FillAsync("Development", true, Cancellation)).Value);
        Assert.Equal(before, (await db.Tickets.CountAsync(Cancellation), await db.History.CountAsync(Cancellation)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(false)]
    public async Task Fill_InProductionOverADemoTown_IsRefused(bool? asked)
    {
        var refused = await _town.Demo.FillAsync("Production", asked, Cancellation);

        Assert.Equal("DemoInProduction", refused.Refusal?.Code);
        Assert.Contains("演示数据", refused.Refusal!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Draft_LeftByAFillingBrokenOff_IsThrownAway() =>
        Assert.False(_town.DraftPath is { } path && File.Exists(path));

    [Fact]
    public async Task Demands_WhenFilled_StandInEveryStateAndEveryKindOfClosing()
    {
        await using var db = _town.Look();
        var found = await db.Tickets.Select(t => new { t.State, t.ClosedAs }).Distinct().ToListAsync(Cancellation);

        Assert.Empty(Enum.GetValues<TicketState>().Except(found.Select(f => f.State)));
        Assert.Empty(Enum.GetValues<ClosedAs>().Except(found.Select(f => f.ClosedAs).OfType<ClosedAs>()));
        Assert.Equal(_town.Whole ? 600 : 74, await db.Tickets.CountAsync(Cancellation));
    }

    [Fact]
    public async Task Moves_WhenFilled_HaveAllBeenMade()
    {
        Move[] left = [Move.Rule, Move.AmendCalendar, Move.MergeUnit]; // with deeming turned off, by the Centre's editing the calendar, and by the administrator's merging units
        await using var db = _town.Look();
        var acts = await db.History.Where(h => h.Subject == nameof(Ticket)).Select(h => h.Act).Distinct().ToListAsync(Cancellation);

        Assert.Empty(Enum.GetValues<Move>().Except(left).Select(m => m.ToString()).Except(acts));
    }

    [Fact]
    public async Task Clocks_WhenFilled_AreOverdueAtEveryLevelAndNearlyDue()
    {
        await using var db = _town.Look();
        var open = await db.TicketClocks.Where(c => c.EndedAt == null).ToListAsync(Cancellation);
        var levels = await db.Escalations.Where(e => db.TicketClocks.Any(c => c.Id == e.ClockId && c.EndedAt == null))
            .GroupBy(e => e.ClockId).Select(g => g.Max(e => e.Level))
            .ToListAsync(Cancellation);

        Assert.Equal([0, 1, 2, 3], levels.Distinct().Order());
        Assert.Contains(open, c => c.Kind == ClockKind.MonthlyProgress && c.BreachedAt != null);
        Assert.DoesNotContain(open, c => c.NextAt < _town.Now);
    }

    [Fact]
    public async Task Boards_WhenFilled_HaveCardsInEveryColumn()
    {
        var boards = new BoardService(Runner, new MomentSource(new CalendarSource(), new Unchanging<ProcedureSettings>()), new Unchanging<ContactSettings>());
        await using var db = _town.Look();
        var butlers = await db.ButlerAssignments.Select(b => b.AccountId).Distinct().ToListAsync(Cancellation);

        var columns = new HashSet<BoardColumn>();
        foreach (var butler in butlers)
        {
            columns.UnionWith((await boards.GetAsync(new Caller(butler), new BoardFilter(), Cancellation)).Value.Cards.Select(c => c.Column));
        }

        Assert.Equal(Enum.GetValues<BoardColumn>(), columns.Order());
    }

    [Fact]
    public async Task FollowUps_WhenFilled_AreThreeMonthsOfRuns_WithWhatIsOpenSeenToAndLeftOver()
    {
        await using var db = _town.Look();
        var ends = await db.FollowUpItems.Select(i => i.ClosedAs).Distinct().ToListAsync(Cancellation);

        Assert.InRange(await db.FollowUpRuns.Select(r => r.Month).Distinct().CountAsync(Cancellation), 3, 4);
        Assert.Superset(new HashSet<FollowUpEnd?> { null, FollowUpEnd.Itself, FollowUpEnd.Word, FollowUpEnd.Carried }, ends.ToHashSet());
        Assert.True(await db.FollowUpItems.AnyAsync(i => i.ClosedAt == null && i.LeftSince != null, Cancellation));
    }

    [Fact]
    public async Task Accounts_WhenFilled_CoverEveryPostAndAnEnterpriseAndCanSignIn()
    {
        await using var db = _town.Look();
        var shown = await new DemoAccounts(_town.Database.Contexts).ListAsync(Cancellation);

        Assert.Empty(Enum.GetValues<PostKind>().Except(shown.SelectMany(a => a.Posts).Select(p => p.Kind)));
        Assert.Contains(shown, a => a.EnterpriseName is not null);
        Assert.Contains(await db.Users.Where(a => a.EnterpriseId != null).GroupBy(a => a.EnterpriseId).Select(g => g.Count()).ToListAsync(Cancellation), n => n > 1);
        Assert.False(await db.Users.AnyAsync(a => a.MustChangePassword || !a.NormalizedUserName!.StartsWith("DEMO-"), Cancellation));
        Assert.Single(await db.Users.Select(a => a.PasswordHash).Distinct().Take(3).ToListAsync(Cancellation), h => h is not null);
    }

    [Fact]
    public async Task Enterprises_WhenFilled_AreMarkedAndServedByFittingButlers()
    {
        await using var db = _town.Look();
        var enterprises = await db.Enterprises.ToListAsync(Cancellation);
        var assigned = await db.ButlerAssignments.Include(b => b.Enterprise).Include(b => b.Account).ThenInclude(a => a.Posts).ToListAsync(Cancellation);

        Assert.Equal(_town.Whole ? 217 : 20, enterprises.Count);
        Assert.Equal(enterprises.Count, enterprises.Select(e => e.Name).Distinct().Count());
        Assert.All(enterprises, e => Assert.Equal(CreditCodeFault.None, CreditCode.FaultOf(e.CreditCode)));
        Assert.All(enterprises, e => Assert.Contains("演示", e.Name, StringComparison.Ordinal));
        Assert.Equal(_town.Whole ? 13 : 3, enterprises.Count(e => e.Tier == EnterpriseTier.District));
        Assert.All(assigned, b => Assert.Contains(b.Account.Posts, p => ButlerRules.Qualifies(p.Kind, p.OrganisationId, b.Enterprise.Tier, b.Enterprise.EconomicCityId)));
    }

    [Fact]
    public async Task Facts_WhenFilled_AreAFewThousandWithRangesCorrectionsAndDifferences()
    {
        await using var db = _town.Look();
        var facts = await db.EnterpriseFacts.AsNoTracking().ToListAsync(Cancellation);

        Assert.InRange(facts.Count, _town.Whole ? 4000 : 800, _town.Whole ? 12000 : 2400);
        Assert.Equal(FactCatalogue.All.Select(d => d.Code).Order(StringComparer.Ordinal), facts.Select(f => f.Code).Distinct().Order(StringComparer.Ordinal));
        Assert.All(facts, f => Assert.Contains(f.Shape, FactCatalogue.Find(f.Code)!.Shapes));
        Assert.All(facts, f => Assert.True(f.RecordedAt < _town.Now && (f.Until is null || f.Until < TownTime.DayOf(f.RecordedAt))));
        Assert.All(facts.Where(f => f.Standing != FactStanding.Declared), f => Assert.Contains("演示", f.Evidence, StringComparison.Ordinal));
        Assert.Contains(facts, f => f.Low < f.High);
        Assert.Contains(facts, f => f.Answer == FactAnswer.None);
        Assert.Contains(facts, f => f.ReplacedAt is not null);
        Assert.Contains(facts.Where(f => f.Code == "staff").GroupBy(f => (f.EnterpriseId, f.From)), g => g.Select(f => f.Low).Distinct().Count() > 1);
    }

    [Fact]
    public async Task FirstFirm_StandsToClausesInEveryWayThatCanBeActedOn()
    {
        await using var db = _town.Look();
        var firm = await db.Enterprises.OrderBy(e => e.Id).Select(e => e.Id).FirstAsync(Cancellation);
        var own = await db.Users.Where(a => a.EnterpriseId == firm).Select(a => a.Id).FirstAsync(Cancellation);

        var sheet = await new MatchService(Runner).OfEnterpriseAsync(new Caller(own), firm, null, Cancellation);

        Eligibility[] expected = LastYearIsOpen ? [Eligibility.Met, Eligibility.Undecided] : [Eligibility.Met, Eligibility.ToVerify, Eligibility.Near, Eligibility.Undecided];
        Assert.Empty(expected.Except(sheet.Value.Clauses.Select(c => c.Eligibility)));
    }

    [Theory]
    [InlineData("""{"is":"all","of":[{"is":"named","criterion":"sme"},{"is":"judged","key":"front","chinese":"位居行业前列"}]}""", Eligibility.ToVerify)]
    [InlineData("""{"is":"figure","of":{"is":"share","part":{"is":"fact","code":"rd"},"whole":{"is":"fact","code":"revenue"}},"to":0.03}""", Eligibility.Near)]
    public async Task SomeFirms_LackAJudgementAlone_OrAreNear(string condition, Eligibility eligibility)
    {
        await using var db = _town.Look();
        var centre = await db.Posts.Where(p => p.Kind == PostKind.CentreLead).Select(p => p.AccountId).FirstAsync(Cancellation);
        var clause = await db.PolicyClauses.Where(c => c.PolicyVersion.State == PolicyState.Submitted).Select(c => new { c.PolicyVersion.PolicyId, c.ClauseId }).FirstAsync(Cancellation);

        var preview = await new ClausePreviewService(Runner).PreviewAsync(new Caller(centre), clause.PolicyId, clause.ClauseId, ConditionJson.Read(condition)!, Cancellation);

        Assert.True(LastYearIsOpen || preview.Value.Groups.Single(g => g.Eligibility == eligibility).Count > 0);
    }

    /// <summary>In the first days of a year nobody has told the figures of the one that is just over.</summary>
    private bool LastYearIsOpen => _town.Anchor.DayOfYear <= 31;

    [Fact]
    public async Task Titles_WhenFilled_HaveDatesAFewOpenAndAFewThatEndSoon()
    {
        await using var db = _town.Look();
        var titles = await db.EnterpriseListItems.AsNoTracking().Where(i => i.List == ListCatalogue.Title && i.ReplacedAt == null).ToListAsync(Cancellation);
        var (held, firms) = (titles.Where(t => EnterpriseListScopes.IsHeldOn.Holds(t, _town.Anchor)).ToList(), await db.Enterprises.CountAsync(Cancellation));

        Assert.All(titles, t => Assert.True(ListCatalogue.Titles.Kind(t.Kind) is not null && !(t.From > _town.Anchor)));
        Assert.InRange(held.Count(t => t.From is not null), firms / 2, titles.Count);
        Assert.Contains(held, t => t.From is null);
        Assert.Contains(held, t => t.Until < _town.Anchor.AddDays(60));
        Assert.Contains(titles, t => t.Until < _town.Anchor && !held.Exists(h => h.EnterpriseId == t.EnterpriseId && h.Kind == t.Kind));
        Assert.Contains(held, t => t.First == FirstTime.Recheck);
        Assert.InRange(await db.EnterpriseListClosings.CountAsync(c => c.List == ListCatalogue.Title, Cancellation), firms * 6 / 10, firms * 8 / 10);
    }

    [Fact]
    public async Task Notices_WhenFilled_AreOldOnesReadAndNoneLate()
    {
        var before = _town.Now - LongestUnread;
        await using var db = _town.Look();

        Assert.False(await db.Notices.AnyAsync(n => n.ReadAt == null && n.At < before, Cancellation));
        Assert.True(await db.Notices.AnyAsync(n => n.ReadAt == null, Cancellation));
        Assert.False(await db.Notices.AnyAsync(n => n.Late || n.At > _town.Now, Cancellation));
    }

    [Fact]
    public async Task Demand_DeemedConfirmedLately_CanBeReopened()
    {
        await using var db = _town.Look();
        var closed = await db.Tickets.Where(t => t.ClosedAs == ClosedAs.Deemed && !t.Reopened).Select(t => t.ClosedAt).ToListAsync(Cancellation);

        Assert.Contains(closed, at => TownTime.DayOf(at!.Value).AddDays(30) >= _town.Anchor);
        Assert.True(await db.Tickets.AnyAsync(t => t.Reopened, Cancellation));
    }

    [Fact]
    public async Task Histories_WhenFilled_VerifyAndAreSealed()
    {
        var tally = (await new HistoryVerifier(_town.Database.Contexts).VerifyAsync(Cancellation)).Value;

        Assert.True(tally is { Entries: > 500, Seals: > 0 });
    }

    [Collection(typeof(November))]
    public sealed class OnSqlite(NovemberOnSqlite town) : DemoTownTests(town);

    [Collection(typeof(November))]
    public sealed class OnPostgres(NovemberOnPostgres town, NovemberOnSqlite other) : DemoTownTests(town)
    {
        [Fact]
        public async Task Fill_WhenFilledElsewhereAsOfTheSameDay_GivesTheSameNumbersAndDueDays() =>
            Assert.Equal(await other.OutlineAsync(), await Town.OutlineAsync());
    }

    public sealed class InJanuary(JanuaryOnSqlite town) : DemoTownTests(town), IClassFixture<JanuaryOnSqlite>
    {
        [Fact]
        public async Task Demands_OfAYear_AreMostlyDoneAndAreSpreadOverIt()
        {
            await using var db = Town.Look();
            var raised = await db.Tickets.Select(t => new { t.RaisedAt, t.State }).ToListAsync(Cancellation);

            Assert.InRange(raised.Select(r => (r.RaisedAt.Year, r.RaisedAt.Month)).Distinct().Count(), 12, 13);
            Assert.InRange(raised.Count(r => r.State != TicketState.Closed), 60, 160);
        }

        [Fact]
        public async Task Clocks_InAYearWithoutArrangement_AreProvisional()
        {
            await using var db = Town.Look();

            Assert.True(await db.TicketClocks.AnyAsync(c => c.Provisional && c.EndedAt == null, Cancellation));
        }
    }

    private protected FilledTown Town => _town;
}
