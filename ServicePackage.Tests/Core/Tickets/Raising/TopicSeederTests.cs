using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Tickets;

public abstract class TopicSeederTests(TestDatabase database) : TownTests(database)
{
    [Fact]
    public async Task Seed_BySeveralServersAtOnce_MakesOneList()
    {
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => new TopicSeeder(Town.Contexts).SeedAsync(Cancellation), Cancellation)));

        await using var db = Town.Look();
        var topics = await db.Topics.OrderBy(t => t.Order).ToListAsync(Cancellation);
        Assert.Equal(Enumerable.Range(1, topics.Count), topics.Select(t => t.Order));
        Assert.Equal(14, topics.Count);
    }

    public sealed class OnSqlite(SqliteDatabase database) : TopicSeederTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : TopicSeederTests(database), IClassFixture<PostgresDatabase>;
}
