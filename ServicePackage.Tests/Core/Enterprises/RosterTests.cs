using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Enterprises;

/// <summary>Which days an enterprise can join the roster, leave it and come back.</summary>
public abstract class RosterTests(TestDatabase database) : TownTests(database)
{
    private EnterpriseService Service => new(Town.Runner);

    [Theory]
    [InlineData("2022-12-31", "Enterprise.DayTooEarly")]
    [InlineData("2023-01-01", null)] // the first day of the plan
    [InlineData("2026-03-02", null)] // today
    [InlineData("2026-03-03", "Enterprise.DayToCome")]
    public async Task Create_OnADay_IsDoneFromTheFirstYearOfThePlanToToday(string day, string? refusal)
    {
        var input = new NewEnterpriseInput { Name = "上海演示新材料有限公司", CreditCode = Town.CreditCode(600_001), EconomicCityId = Town.EconomicCity().Id, OnRosterFrom = Day(day) };

        var outcome = await Service.CreateAsync(Town.Dispatcher(), Guid.NewGuid(), input);

        Assert.Equal((refusal, refusal is null ? null : nameof(input.OnRosterFrom)), (outcome.Refusal?.Code, outcome.Refusal?.Field));
        await using var db = Town.Look();
        Assert.Equal(refusal is null ? [Day(day)] : [], await db.Enterprises.Select(e => e.OnRosterFrom).ToListAsync(Cancellation));
    }

    [Theory]
    [InlineData("2025-05-05", "Enterprise.BeforeJoining")]
    [InlineData("2025-05-06", null)] // the day of joining
    [InlineData("2026-03-02", null)]
    [InlineData("2026-03-03", "Enterprise.DayToCome")]
    public async Task Leave_OnADay_IsDoneFromTheDayOfJoiningToToday(string day, string? refusal)
    {
        var enterprise = Standing(Day("2025-05-06"), null);

        var outcome = await Service.LeaveRosterAsync(Town.Dispatcher(), Guid.NewGuid(), new RosterInput { Id = enterprise.Id, Day = Day(day), Reason = "迁出本镇" });

        Assert.Equal((refusal, refusal is null ? null : nameof(RosterInput.Day)), (outcome.Refusal?.Code, outcome.Refusal?.Field));
        Assert.Equal((Day("2025-05-06"), refusal is null ? Day(day) : null), await StandingAsync(enterprise));
    }

    [Theory]
    [InlineData("2025-11-10", "迁回", "Enterprise.BeforeLeaving@Day")]
    [InlineData("2025-11-11", "迁回", null)] // the day of leaving
    [InlineData("2026-03-02", "迁回", null)]
    [InlineData("2026-03-03", "迁回", "Enterprise.DayToCome@Day")]
    [InlineData("2026-03-02", " ", "Missing@Reason")]
    [InlineData(null, "迁回", "Missing@Day")]
    public async Task Rejoin_OnADay_IsDoneFromTheDayOfLeavingToToday(string? day, string reason, string? refusal)
    {
        var enterprise = Standing(Day("2025-05-06"), Day("2025-11-11"));
        var input = new RosterInput { Id = enterprise.Id, Day = day is null ? null : Day(day), Reason = reason };

        var outcome = await Service.RejoinRosterAsync(Town.Dispatcher(), Guid.NewGuid(), input);

        Assert.Equal(refusal, outcome.Refusal is { } no ? $"{no.Code}@{no.Field}" : null);
        Assert.Equal(refusal is null ? (Day(day!), null) : (Day("2025-05-06"), Day("2025-11-11")), await StandingAsync(enterprise));
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>An enterprise that joined on a day and left on another, with a neighbour on the roster.</summary>
    private Enterprise Standing(DateOnly joined, DateOnly? left)
    {
        var (enterprise, _) = (Town.Enterprise(), Town.Enterprise());
        Town.Write(db =>
        {
            var row = db.Enterprises.Single(e => e.Id == enterprise.Id);
            (row.OnRosterFrom, row.LeftRosterOn) = (joined, left);
            var place = db.RosterMemberships.Single(m => m.EnterpriseId == enterprise.Id);
            (place.Joined, place.Left) = (joined, left);
        });
        return enterprise;
    }

    private async Task<(DateOnly, DateOnly?)> StandingAsync(Enterprise enterprise)
    {
        await using var db = Town.Look();
        var row = await db.Enterprises.SingleAsync(e => e.Id == enterprise.Id, Cancellation);
        return (row.OnRosterFrom, row.LeftRosterOn);
    }

    public sealed class OnSqlite(SqliteDatabase database) : RosterTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : RosterTests(database), IClassFixture<PostgresDatabase>;
}
