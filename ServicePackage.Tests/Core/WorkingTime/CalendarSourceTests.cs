using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.WorkingTime;

public abstract class CalendarSourceTests(TestDatabase database) : TownTests(database)
{
    private readonly CalendarSource _source = new();

    [Fact]
    public async Task Current_WhenNothingChanged_IsTheSameCalendar()
    {
        await using var db = Town.Look();
        var first = await _source.CurrentAsync(db, Cancellation);

        Assert.Same(first, await _source.CurrentAsync(db, Cancellation));
    }

    [Fact]
    public async Task Current_WhenAnotherProcessChangedAYear_IsNew()
    {
        await using var db = Town.Look();
        Assert.True((await _source.CurrentAsync(db, Cancellation)).IsWorkingDay(new DateOnly(2031, 5, 1)));

        Town.Write(other => other.CalendarYears.Add(Published.Year(new CalendarYearInput(2031, [new DateOnly(2031, 5, 1)], [], "通知"))));
        Assert.Equal(DayKind.Holiday, (await _source.CurrentAsync(db, Cancellation)).KindOf(new DateOnly(2031, 5, 1)));

        Town.Write(other => other.CalendarYears.Single(y => y.Year == 2031).Take(new CalendarYearInput(2031, [], [], "更正")));
        Assert.Equal(DayKind.Workday, (await _source.CurrentAsync(db, Cancellation)).KindOf(new DateOnly(2031, 5, 1)));
    }

    [Fact]
    public async Task Current_WhenAChangeIsRolledBack_KeepsNothingOfIt()
    {
        await using (var db = Town.Look())
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Cancellation);
            db.CalendarYears.Add(Published.Year(new CalendarYearInput(2033, [new DateOnly(2033, 5, 3)], [], "通知")));
            await db.SaveChangesAsync(Cancellation);
            Assert.False((await _source.CurrentAsync(db, Cancellation)).IsWorkingDay(new DateOnly(2033, 5, 3)));
        }

        Town.Write(other => other.CalendarYears.Add(Published.Year(new CalendarYearInput(2033, [], [], "通知"))));

        await using var look = Town.Look();
        Assert.True((await _source.CurrentAsync(look, Cancellation)).IsWorkingDay(new DateOnly(2033, 5, 3)));
    }

    public sealed class OnSqlite(SqliteDatabase database) : CalendarSourceTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : CalendarSourceTests(database), IClassFixture<PostgresDatabase>;
}
