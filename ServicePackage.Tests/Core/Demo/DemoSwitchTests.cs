using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using ServicePackage.Core.Demo;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Demo;

/// <summary>When the demo town is filled, and when not.</summary>
public abstract class DemoSwitchTests(TestDatabase database) : TownTests(database)
{
    [Theory]
    [InlineData("Development", null, true)]
    [InlineData("Development", false, false)]
    [InlineData("Staging", null, false)]
    [InlineData("Staging", true, true)]
    [InlineData("Production", null, false)]
    [InlineData("Production", true, false)]
    [InlineData("production", true, false)]
    public void Wanted_ByEnvironmentAndSwitch(string environment, bool? asked, bool wanted) =>
        Assert.Equal(wanted, DemoTown.IsWanted(environment, asked));

    [Theory]
    [InlineData("Production", true)]
    [InlineData("Development", false)]
    public async Task Fill_WhenNotWanted_WritesNothing(string environment, bool asked)
    {
        await using var db = Town.Look();
        var before = await db.Users.CountAsync(Cancellation);

        Assert.False((await Demo.FillAsync(environment, asked, Cancellation)).Value);
        Assert.Equal(before, await db.Users.CountAsync(Cancellation));
    }

    [Fact]
    public async Task Fill_WhenSomebodyIsThere_WritesNothing()
    {
        Town.Administrator();

        Assert.False((await Demo.FillAsync("Development", true, Cancellation)).Value);
        await using var db = Town.Look();
        Assert.False(await db.Tickets.AnyAsync(Cancellation));
    }

    private DemoTown Demo => new(Town.Contexts, Town.Clock, NullLoggerFactory.Instance);

    public sealed class OnSqlite(SqliteDatabase database) : DemoSwitchTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : DemoSwitchTests(database), IClassFixture<PostgresDatabase>;
}
