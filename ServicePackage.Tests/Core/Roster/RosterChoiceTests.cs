using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Roster;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Roster;

/// <summary>The Centre chooses and publishes the roster of a year, and changes it during the year (plan §二, §七(二)).</summary>
public abstract class RosterChoiceTests(TestDatabase database) : RosterTestsBase(database)
{
    [Fact]
    public async Task Publish_LetsFirmsJoinStayAndLeave_AndTellsThem()
    {
        var city = Town.EconomicCity();
        var (stays, leaves, comesBack) = (Town.Enterprise(city), Town.Enterprise(city), Town.Enterprise(city));
        var (own, butler) = (Town.EnterpriseUser(leaves), Town.Butler(leaves));
        var back = Town.EnterpriseUser(comesBack);
        await OpenAsync();
        Must(await new EnterpriseService(Town.Runner).LeaveRosterAsync(Centre, Guid.NewGuid(), new RosterInput { Id = comesBack.Id, Day = new DateOnly(2025, 6, 1), Reason = "停产" }));
        var (specialist, unit) = (Town.Specialist(city), Town.Unit());
        await NominateAsync(specialist, city, NewCode(1), "上海新芯微电子有限公司");
        await NominateAsync(Town.Liaison(unit), unit, NewCode(1), "上海新芯微电子有限公司");
        await NominateAsync(specialist, city, stays.CreditCode, "上海更名后精密机械有限公司");
        await NominateAsync(specialist, city, comesBack.CreditCode, comesBack.Name);
        await CloseAsync();

        var view = await ViewAsync();
        Assert.Equal(4, view.Rows.Total);
        Assert.Equal(2, Assert.Single((await ViewAsync(ChoiceShow.SeveralProposers)).Rows.Items).Proposals.Count);
        Assert.Equal("Roster.Undecided", (await Publishing.PublishAsync(Centre, Guid.NewGuid(), await ActAsync(), cancellation: Cancellation)).Refusal?.Code);
        Must(await DecideAsync(true, "符合条件", NewCode(1), stays.CreditCode, comesBack.CreditCode));
        Must(await DecideAsync(false, "已迁出本镇。", leaves.CreditCode));
        Assert.Equal((2, 1, 1), await CountsAsync());

        var published = Must(await Publishing.PublishAsync(Centre, Guid.NewGuid(), await ActAsync(), cancellation: Cancellation));

        Assert.Equal((2, 1, 1, 0), (published.Joined, published.Stayed, published.Left, published.Failed.Count));
        await using var db = Town.Look();
        var joined = await db.Enterprises.SingleAsync(e => e.CreditCode == NewCode(1), Cancellation);
        Assert.Equal((city.Id, EnterpriseTier.Town, Town.Clock.Today, null), (joined.EconomicCityId, joined.Tier, joined.OnRosterFrom, joined.LeftRosterOn));
        var kept = await db.Enterprises.SingleAsync(e => e.Id == stays.Id, Cancellation);
        Assert.Equal(("上海更名后精密机械有限公司", stays.OnRosterFrom), (kept.Name, kept.OnRosterFrom));
        Assert.Equal([(stays.Name, Town.Clock.Today)], (await db.EarlierNames.Where(n => n.EnterpriseId == stays.Id).ToListAsync(Cancellation)).Select(n => (n.Name, n.Until)));
        Assert.Equal(Town.Clock.Today, (await db.Enterprises.SingleAsync(e => e.Id == leaves.Id, Cancellation)).LeftRosterOn);
        Assert.Equal([(2024, Town.Clock.Today, false, true), (2026, (DateOnly?)null, true, false)], (await MembershipsAsync(stays.Id)).Select(m => (m.Year, m.Left, m.Continues, m.Continued)));
        Assert.Contains("RosterLeft", await ToldAsync(own));
        Assert.Contains("RosterLeftServed", await ToldAsync(butler));
        Assert.Contains(await ToldAsync(back), k => k.StartsWith("RosterJoined", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Roster_ReadsAsOfAnyDay()
    {
        var city = Town.EconomicCity();
        var (one, other) = (Town.Enterprise(city), Town.Enterprise(city, EnterpriseTier.District));
        await OpenAsync();
        Must(await new EnterpriseService(Town.Runner).LeaveRosterAsync(Centre, Guid.NewGuid(), new RosterInput { Id = one.Id, Day = new DateOnly(2026, 2, 1), Reason = "停产" }));

        Assert.Equal([one.Id, other.Id], (await ReadAsync(new DateOnly(2026, 1, 31))).Rows.Items.Select(r => r.EnterpriseId).Order());
        var today = await ReadAsync(Town.Clock.Today);
        Assert.Equal((new TierCounts(1, 0), new TierCounts(1, 1), 0, 1), (today.Counts, today.LastYear, today.Joined, today.Left));
        Assert.Equal("停产", Assert.Single((await ReadAsync(Town.Clock.Today, RosterShow.Left)).Rows.Items).LeaveReason);
        Assert.Equal("Enterprise.DayToCome", (await Reader.ReadAsync(Centre, new RosterReadFilter(Town.Clock.Today.AddDays(1)), Cancellation)).Refusal?.Code);
        Assert.Empty((await ReadAsync(new DateOnly(2023, 12, 31))).Rows.Items);
        Assert.Equal([one.Id, other.Id], (await MustReadAsync(Town.Specialist(city), new DateOnly(2026, 1, 31))).Select(r => r.EnterpriseId).Order());
        Assert.Empty(await MustReadAsync(Town.Specialist(Town.EconomicCity()), new DateOnly(2026, 1, 31)));
        Assert.Equal(Refusal.NotFound, (await Reader.ReadAsync(Town.EnterpriseUser(other), new RosterReadFilter(), Cancellation)).Refusal);
    }

    [Fact]
    public async Task Firm_ThatFails_IsNamed_TheOthersGoOn_AndItFollowsLater()
    {
        var (city, gone) = (Town.EconomicCity(), Town.EconomicCity());
        await OpenAsync();
        await NominateAsync(Town.Specialist(city), city, NewCode(2), "上海甲有限公司");
        await NominateAsync(Town.Specialist(gone), gone, NewCode(3), "上海乙有限公司");
        await CloseAsync();
        Must(await DecideAsync(true, "符合条件", NewCode(2), NewCode(3)));
        Town.Write(db => db.Organisations.Single(o => o.Id == gone.Id).DisabledAt = Town.Clock.Now);

        var published = Must(await Publishing.PublishAsync(Centre, Guid.NewGuid(), await ActAsync(), cancellation: Cancellation));

        Assert.Equal((1, "上海乙有限公司", "Enterprise.CityMissing"), (published.Joined, Assert.Single(published.Failed).Name, published.Failed[0].Reason.Code));
        Assert.Equal(1, (await ViewAsync()).Counts.Failed);
        Town.Write(db => db.Organisations.Single(o => o.Id == gone.Id).DisabledAt = null);
        var rest = Must(await Publishing.PublishAsync(Centre, Guid.NewGuid(), await ActAsync(), cancellation: Cancellation));
        Assert.Equal((1, 0), (rest.Joined, rest.Failed.Count));
    }

    [Fact]
    public async Task Decision_ThatCannotBe_IsRefused()
    {
        var city = Town.EconomicCity();
        var unit = Town.Unit();
        await OpenAsync();
        await NominateAsync(Town.Liaison(unit), unit, NewCode(4), "上海丙有限公司", EnterpriseTier.District);
        Assert.Equal("Roster.NotChoosing", (await DecideAsync(true, "符合", NewCode(4))).Refusal?.Code);
        await CloseAsync();

        Assert.Equal("Roster.NoCandidate", (await DecideAsync(true, "符合", NewCode(5))).Refusal?.Code);
        Assert.Equal("Missing", (await DecideAsync(true, " ", NewCode(4))).Refusal?.Code);
        Assert.Equal("Roster.DistrictListMissing", (await DecideAsync(true, "符合", NewCode(4))).Refusal?.Code);
        await RecordDistrictListAsync();
        Assert.Equal("Roster.CityNeeded", (await DecideAsync(true, "符合", NewCode(4))).Refusal?.Code); // no economic city proposes it
        var input = new DecideInput { Year = Year, Taken = true, Reason = "符合", EconomicCityId = city.Id, Firms = [new ChosenFirm(NewCode(4), 0)] };
        Must(await Choosing.DecideAsync(Centre, Guid.NewGuid(), input, Cancellation));
        Assert.Equal(Refusal.Stale, (await Choosing.DecideAsync(Town.CentreLead(), Guid.NewGuid(), input, Cancellation)).Refusal); // the first is there already
        Assert.Equal((1, 0), ((await ViewAsync()).Counts.District, (await ViewAsync()).Counts.Town));
    }

    [Fact]
    public async Task Enterprise_IsAddedAndRemovedDuringTheYear()
    {
        var city = Town.EconomicCity();
        var there = Town.Enterprise(city);
        await OpenAsync();
        var add = new RosterAddInput { Year = Year, CreditCode = NewCode(6), Name = "上海丁有限公司", Tier = EnterpriseTier.Town, EconomicCityId = city.Id, Reason = "新引进" };
        Assert.Equal("Roster.NotPublished", (await Changes.AddAsync(Centre, Guid.NewGuid(), add, Cancellation)).Refusal?.Code);
        await CloseAsync();
        Must(await DecideAsync(true, "符合", there.CreditCode));
        Must(await Publishing.PublishAsync(Centre, Guid.NewGuid(), await ActAsync(), cancellation: Cancellation));

        Town.GoTo(new DateOnly(2026, 5, 11), new TimeOnly(9, 0));
        var id = Must(await Changes.AddAsync(Centre, Guid.NewGuid(), add, Cancellation));
        Assert.Equal("Enterprise.OnRosterAlready", (await Changes.AddAsync(Centre, Guid.NewGuid(), add, Cancellation)).Refusal?.Code);
        var remove = new RosterRemoveInput { Year = Year, EnterpriseId = there.Id, Version = 0, Reason = "迁出" };
        Assert.Equal(Refusal.Stale, (await Changes.RemoveAsync(Centre, Guid.NewGuid(), remove, Cancellation)).Refusal);
        remove.Version = (await ReadAsync(Town.Clock.Today)).Rows.Items.Single(r => r.EnterpriseId == there.Id).Version;
        Must(await Changes.RemoveAsync(Centre, Guid.NewGuid(), remove, Cancellation));

        Assert.Equal([id], (await ReadAsync(Town.Clock.Today)).Rows.Items.Select(r => r.EnterpriseId));
        Assert.Equal([there.Id], (await ReadAsync(new DateOnly(2026, 5, 10))).Rows.Items.Select(r => r.EnterpriseId));
        Assert.Equal("Enterprise.LeftAlready", (await Changes.RemoveAsync(Centre, Guid.NewGuid(), remove, Cancellation)).Refusal?.Code);
    }

    [Fact]
    public async Task Tiers_OfAnEnterprise_NeverOverlap()
    {
        var enterprise = Town.Enterprise(Town.EconomicCity());
        var centre = Town.Dispatcher();
        var service = new EnterpriseService(Town.Runner);
        await ChangeTierAsync(EnterpriseTier.District);
        await ChangeTierAsync(EnterpriseTier.Town); // on the same day: the later one counts
        Town.GoTo(new DateOnly(2026, 4, 1), new TimeOnly(9, 0));
        await ChangeTierAsync(EnterpriseTier.District);

        Assert.Equal(
            [(EnterpriseTier.Town, new DateOnly(2024, 1, 1), new DateOnly(2026, 3, 2)), (EnterpriseTier.Town, new DateOnly(2026, 3, 2), new DateOnly(2026, 4, 1)), (EnterpriseTier.District, new DateOnly(2026, 4, 1), (DateOnly?)null)],
            (await MembershipsAsync(enterprise.Id)).Select(m => (m.Tier, m.Joined, m.Left)));
        Assert.Throws<DbUpdateException>(() => Town.Write(db => db.RosterMemberships.Add(new RosterMembership { EnterpriseId = enterprise.Id, Year = 2026, Joined = Town.Clock.Today })));

        async Task ChangeTierAsync(EnterpriseTier tier)
        {
            var seen = Must(await service.GetAsync(centre, enterprise.Id));
            Must(await service.ChangeAsync(centre, Guid.NewGuid(), new EnterpriseInput { Id = seen.Id, Version = seen.Version, Name = seen.Name, Tier = tier, EconomicCityId = seen.EconomicCityId }));
        }
    }

    private async Task<(int Joins, int Stays, int Leaves)> CountsAsync() => (await ViewAsync()).Counts is var c ? (c.Joins, c.Stays, c.Leaves) : default;

    private async Task<RosterView> ReadAsync(DateOnly day, RosterShow show = RosterShow.On) => Must(await Reader.ReadAsync(Centre, new RosterReadFilter(day, show), Cancellation));

    private async Task<IReadOnlyList<RosterRow>> MustReadAsync(Caller who, DateOnly day) => Must(await Reader.ReadAsync(who, new RosterReadFilter(day), Cancellation)).Rows.Items;

    public sealed class OnSqlite(SqliteDatabase database) : RosterChoiceTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : RosterChoiceTests(database), IClassFixture<PostgresDatabase>;
}
