using ServicePackage.Core.Operations;
using ServicePackage.Core.Policies;
using ServicePackage.Core.Search;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Policies;

/// <summary>Reading the library: windows, legal periods, personalised clauses, interpretations. The town's day is 2 March 2026.</summary>
public abstract class ReadingTests(TestDatabase database) : PolicyTestsBase(database)
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Theory]
    [InlineData("Standing", null, null, WindowState.Open)]
    [InlineData("Dated", 0, 0, WindowState.Open)]
    [InlineData("Dated", null, 0, WindowState.Open)]
    [InlineData("Dated", -1, null, WindowState.Open)]
    [InlineData("Dated", 1, 5, WindowState.ToCome)]
    [InlineData("Dated", -5, -1, WindowState.Closed)]
    [InlineData("ToBeAnnounced", null, null, WindowState.ToBeAnnounced)]
    public async Task Window_StandsOnADay_AsQueriesAndRowsSay(string kind, int? from, int? until, WindowState state)
    {
        var window = new WindowInput { Kind = Enum.Parse<WindowKind>(kind), From = from is { } f ? Today.AddDays(f) : null, Until = until is { } u ? Today.AddDays(u) : null };
        await PublishedAsync(Input(), Clause("甲", c => c.Windows = [window]));

        foreach (var asked in Enum.GetValues<WindowState>())
        {
            Assert.Equal(asked == state ? 1 : 0, (await ListAsync(Drafter, new PolicyFilter(Window: asked))).Count);
        }

        Assert.Equal(state, (await ListAsync(Drafter))[0].Windows.StateOn(Today));
    }

    [Fact]
    public async Task List_SortsByTheWindowThatClosesFirst()
    {
        await PublishedAsync(Input("甲策"), Clause("不截止"), Clause("晚截止", c => c.Windows = Dated(0, 20)), Clause("早截止", c => c.Windows = Dated(-3, 3)));
        await PublishedAsync(Input("乙策"), Clause("中截止", c => c.Windows = [.. Dated(30, 40), .. Dated(0, 10)]), Clause("已截止", c => c.Windows = Dated(-9, -1)));

        Assert.Equal(["早截止", "中截止", "晚截止", "已截止", "不截止"], (await ListAsync(Drafter)).Select(c => c.Title));
    }

    [Fact]
    public async Task List_IsNarrowedByLevelKindUnitTopicAndText()
    {
        await PublishedAsync(Input("市策", i => (i.Level, i.Kind, i.DocumentNumber) = (PolicyLevel.City, PolicyKind.Funds, "沪经信规〔2024〕3号")), Clause("技改奖励", c => (c.ExecutingUnitId, c.Topics) = (Unit.Id, ClauseTopics.Upgrading | ClauseTopics.Loans)));
        await PublishedAsync(Input("镇策"), Clause("用工补贴", c => c.Topics = ClauseTopics.Hiring));

        (PolicyFilter Filter, string[] Found)[] table =
        [
            (new(Level: PolicyLevel.City), ["技改奖励"]), (new(Kind: PolicyKind.Talent), ["用工补贴"]), (new(UnitId: Unit.Id), ["技改奖励"]), (new(Topic: ClauseTopics.Loans), ["技改奖励"]),
            (new("补贴"), ["用工补贴"]), (new("沪经信规 2024"), ["技改奖励"]), (new("镇策"), ["用工补贴"]), (new("，。"), []),
        ];
        foreach (var (filter, found) in table)
        {
            Assert.Equal(found, (await ListAsync(Drafter, filter)).Select(c => c.Title));
        }

        Assert.Equal("TooLong", (await Policies.ListAsync(Drafter, new PolicyFilter(new string('长', 101)), Cancellation)).Refusal?.Code);
    }

    [Theory]
    [InlineData(0, PolicyStanding.InForce)]
    [InlineData(-1, PolicyStanding.Expired)]
    [InlineData(null, PolicyStanding.InForce)]
    public async Task Policy_HasExpiredTheDayAfterItsLast(int? until, PolicyStanding standing)
    {
        var id = await PublishedAsync(Input(fill: i => i.Until = until is { } u ? Today.AddDays(u) : null), Clause("甲"));

        foreach (var asked in Enum.GetValues<PolicyStanding>())
        {
            Assert.Equal(asked == standing ? 1 : 0, (await ListAsync(Drafter, new PolicyFilter(Standing: asked))).Count);
        }

        Assert.Equal(standing == PolicyStanding.Expired, (await ReadAsync(Drafter, id)).Facts.HasExpiredOn(Today));
    }

    [Fact]
    public async Task ClauseGrantedWithoutApplication_IsOfferedByItsUnitAndTheCentre_NotByWhoDrafts()
    {
        var other = Town.Unit("税务服务所");
        var id = await PublishedAsync(Input(), Clause("甲", c => (c.ExecutingUnitId, c.WithoutApplication) = (other.Id, true)), Clause("乙", c => c.ExecutingUnitId = other.Id));

        Assert.Equal([true, false], (await ReadAsync(Town.Officer(other), id)).Clauses.Select(c => c.MayOffer));
        Assert.Equal([true, false], (await ReadAsync(Dispatcher, id)).Clauses.Select(c => c.MayOffer));
        Assert.Equal([false, false], (await ReadAsync(Drafter, id)).Clauses.Select(c => c.MayOffer));
        Assert.Equal((true, true), ((await ReadAsync(Drafter, id)).Facts.IsInForceOn(Today), (await ReadAsync(Drafter, id)).Facts.IsInForceOn(DateOnly.MaxValue)));
    }

    [Theory]
    [InlineData(1, PolicyStanding.NotBegun)]
    [InlineData(0, PolicyStanding.InForce)]
    public async Task Policy_IsInForceFromItsFirstDayOn(int from, PolicyStanding standing)
    {
        await PublishedAsync(Input(fill: i => (i.From, i.Until) = (Today.AddDays(from), Today.AddDays(90))), Clause("甲"));

        foreach (var asked in Enum.GetValues<PolicyStanding>())
        {
            Assert.Equal(asked == standing ? 1 : 0, (await ListAsync(Drafter, new PolicyFilter(Standing: asked))).Count);
        }
    }

    [Fact]
    public async Task PersonalisedClause_IsSeenByWhomItNamesAlone_AlsoBySearchAndAddress()
    {
        var (named, other, city) = (Town.Enterprise(), Town.Enterprise(), Town.EconomicCity());
        var id = await DraftAsync(Dispatcher, Input("专项支持", i => i.Text = "第一条 隐秘扶持。\n第二条 普惠。"), Clause("隐秘扶持", c => (c.Personalised, c.EnterpriseIds) = (true, [named.Id])), Clause("普惠条款"));
        var only = await DraftAsync(Dispatcher, Input("仅此一家"), Clause("独家扶持", c => (c.Personalised, c.EnterpriseIds) = (true, [named.Id])));
        foreach (var policy in new[] { id, only })
        {
            Must(await Drafts.SubmitAsync(Dispatcher, Guid.NewGuid(), await ActAsync(policy), Cancellation));
            Must(await Review.PublishAsync(Lead, Guid.NewGuid(), new PublishInput { PolicyId = policy, Version = (await DraftOf(policy)).Version }, Cancellation));
        }

        var (own, stranger, officer) = (Town.EnterpriseUser(named), Town.EnterpriseUser(other), Town.Specialist(city));
        var hidden = (await ReadAsync(own, id)).Clauses[0].ClauseId;
        Assert.Equal(["隐秘扶持", "普惠条款"], (await ReadAsync(own, id)).Clauses.Select(c => c.Title));
        Assert.Equal(["隐秘扶持", "独家扶持"], (await ListAsync(own, new PolicyFilter("扶持"))).Select(c => c.Title).OrderDescending());
        foreach (var who in new[] { stranger, officer })
        {
            var read = await ReadAsync(who, id);
            Assert.Equal(["普惠条款"], read.Clauses.Select(c => c.Title));
            Assert.Empty(read.Text);
            Assert.Empty(await ListAsync(who, new PolicyFilter("扶持")));
            Assert.Equal(Refusal.NotFound, (await Policies.OfClauseAsync(who, hidden, Cancellation)).Refusal);
            Assert.Equal(Refusal.NotFound, (await Policies.GetAsync(who, only, null, Cancellation)).Refusal);
            Assert.Empty(Must(await new FindService(Town.Runner).FindAsync(who, "扶持", Cancellation)));
            Assert.Empty(Must(await new FindService(Town.Runner).FindAsync(who, "仅此一家", Cancellation)));
        }

        Assert.Equal(["PolicyClause 隐秘扶持", "PolicyClause 独家扶持"], Must(await new FindService(Town.Runner).FindAsync(own, "扶持", Cancellation)).Select(f => $"{f.Name.Kind} {f.Name.Title}").OrderDescending());
        Assert.Equal(named.Name, Assert.Single((await ReadAsync(own, id)).Clauses[0].Enterprises).Name);
        Assert.Equal((0, 1), ((await ReadAsync(own, id)).Clauses[0].NamedInAll, (await ReadAsync(Dispatcher, id)).Clauses[0].NamedInAll));
    }

    [Fact]
    public async Task Interpret_ByTheExecutingUnit_IsDatedAndSigned_AndRenewedOnesStay()
    {
        var id = await PublishedAsync(Input(), Clause("甲", c => c.ExecutingUnitId = Unit.Id), Clause("乙"));
        var key = (await ReadAsync(Drafter, id)).Clauses[0].ClauseId;
        Assert.Equal(["甲"], Must(await Interpretations.UninterpretedAsync(Drafter, cancellation: Cancellation)).Items.Select(u => u.Title));
        Assert.Equal(["甲", "乙"], Must(await Interpretations.UninterpretedAsync(Dispatcher, cancellation: Cancellation)).Items.Select(u => u.Title));

        foreach (var who in new[] { Town.Officer(Town.Unit("税务服务所")), Dispatcher, Town.EnterpriseUser(Town.Enterprise()) })
        {
            Assert.Equal(Refusal.NotAllowed, (await WriteAsync(who, key, 0, "不该写")).Refusal);
        }

        Must(await WriteAsync(Drafter, key, 0, "一句话说清。"));
        Assert.Equal(Refusal.Stale, (await WriteAsync(Drafter, key, 0, "另一人同时写。")).Refusal);
        Town.Time.Advance(TimeSpan.FromDays(1));
        Must(await WriteAsync(Drafter, key, 1, "更清楚地说。"));

        var read = (await ReadAsync(Town.Stranger(), id)).Clauses[0].Interpretations;
        Assert.Equal(["更清楚地说。", "一句话说清。"], read.Select(i => i.Text));
        Assert.Equal((Unit.Id, Town.Clock.Now), (read[0].Unit.Id, read[0].WrittenAt));
        Assert.Empty(Must(await Interpretations.UninterpretedAsync(Drafter, cancellation: Cancellation)).Items);
    }

    [Fact]
    public async Task Interpretation_HangsOnTheClauseThroughItsVersions()
    {
        var id = await PublishedAsync(Input(), Clause("甲", c => c.ExecutingUnitId = Unit.Id));
        var key = (await ReadAsync(Drafter, id)).Clauses[0].ClauseId;
        Must(await WriteAsync(Drafter, key, 0, "一句话说清。"));
        Must(await Drafts.NewVersionAsync(Drafter, Guid.NewGuid(), new DraftAct(id, (await ReadAsync(Drafter, id)).Version), Cancellation));
        await SubmitAndPublishAsync(id, "文字调整");

        Assert.Equal("一句话说清。", Assert.Single((await ReadAsync(Drafter, id)).Clauses[0].Interpretations).Text);
    }

    [Fact]
    public async Task List_AsksAsManyQueriesForOneClauseAsForMany()
    {
        await PublishedAsync(Input("甲策"), Clause("甲"));
        var one = await QueriesAsync(() => ListAsync(Drafter));
        await PublishedAsync(Input("乙策"), [.. Enumerable.Range(1, 8).Select(i => Clause($"乙{i}", c => c.Windows = Dated(0, i)))]);

        Assert.Equal(one, await QueriesAsync(() => ListAsync(Drafter)));
    }

    private static List<WindowInput> Dated(int from, int until) => [new WindowInput { Kind = WindowKind.Dated, From = Today.AddDays(from), Until = Today.AddDays(until) }];

    private Task<Outcome<Nothing>> WriteAsync(Caller who, long clauseId, int seen, string text) =>
        Interpretations.WriteAsync(who, Guid.NewGuid(), new InterpretationInput { ClauseId = clauseId, Seen = seen, Text = text }, Cancellation);

    public sealed class OnSqlite(SqliteDatabase database) : ReadingTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : ReadingTests(database), IClassFixture<PostgresDatabase>;
}
