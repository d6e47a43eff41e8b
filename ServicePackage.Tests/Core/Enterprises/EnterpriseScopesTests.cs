using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Enterprises;

/// <summary>The day of joining counts, the day of leaving does not: asked of the database, of a row in hand and by the list.</summary>
public abstract class EnterpriseScopesTests(TestDatabase database) : TownTests(database)
{
    [Theory]
    [InlineData(-2, null, true)]
    [InlineData(0, null, true)]
    [InlineData(1, null, false)]
    [InlineData(-2, 1, true)]
    [InlineData(-2, 0, false)]
    [InlineData(-2, -1, false)]
    [InlineData(0, 0, false)]
    public async Task OnRoster_FromTheDayOfJoiningToTheDayBeforeLeaving(int joined, int? left, bool isOnRoster)
    {
        var (today, enterprise) = (Town.Clock.Today, Town.Enterprise());
        Town.Write(db =>
        {
            var row = db.Enterprises.Single(e => e.Id == enterprise.Id);
            (row.OnRosterFrom, row.LeftRosterOn) = (today.AddDays(joined), left is { } days ? today.AddDays(days) : null);
        });
        await using var db = Town.Look();
        var service = new EnterpriseService(Town.Runner);
        var (dispatcher, found) = (Town.Dispatcher(), new EnterpriseFilter());

        Assert.Equal(isOnRoster, await db.Enterprises.OnRoster(today).AnyAsync(Cancellation));
        Assert.Equal(isOnRoster, EnterpriseScopes.IsOnRoster.Holds(await db.Enterprises.SingleAsync(Cancellation), today));
        Assert.Equal(isOnRoster, (await service.ListAsync(dispatcher, found)).Value.Total == 1);
        Assert.Equal(!isOnRoster, (await service.ListAsync(dispatcher, found with { Roster = RosterFilter.Left })).Value.Total == 1);
    }

    public sealed class OnSqlite(SqliteDatabase database) : EnterpriseScopesTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : EnterpriseScopesTests(database), IClassFixture<PostgresDatabase>;
}
