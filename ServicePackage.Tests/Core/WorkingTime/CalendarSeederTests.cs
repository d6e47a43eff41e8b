using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.WorkingTime;

public abstract class CalendarSeederTests(TestDatabase database) : TownTests(database)
{
    [Fact]
    public async Task Seed_WhenAYearWasAmended_LeavesItAlone()
    {
        var seeder = new CalendarSeeder(Town.Runner, Town.Clock);
        await seeder.SeedAsync(Cancellation);
        await using (var db = Town.Look())
        {
            var year = await db.CalendarYears.SingleAsync(y => y.Year == 2023, Cancellation);
            year.Take(new CalendarYearInput(2023, [new DateOnly(2023, 1, 1)], [], "更正"));
            await db.SaveChangesAsync(Cancellation);
        }

        await seeder.SeedAsync(Cancellation);

        await using var look = Town.Look();
        Assert.Equal("更正", (await look.CalendarYears.SingleAsync(y => y.Year == 2023, Cancellation)).Source);
        Assert.Equal(6, (await look.CalendarYears.SingleAsync(y => y.Year == 2026, Cancellation)).Workdays.Count);
        Assert.Single(await look.History.Where(h => h.Subject == nameof(CalendarYear) && h.SubjectId == 2026).ToListAsync(Cancellation));
    }

    public sealed class OnSqlite(SqliteDatabase database) : CalendarSeederTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : CalendarSeederTests(database), IClassFixture<PostgresDatabase>;
}
