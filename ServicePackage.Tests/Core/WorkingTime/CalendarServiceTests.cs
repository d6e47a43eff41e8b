using ServicePackage.Core.Operations;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Support;
using static ServicePackage.Tests.Core.WorkingTime.Published;

namespace ServicePackage.Tests.Core.WorkingTime;

/// <summary>A year of the calendar as everybody reads it.</summary>
public abstract class CalendarServiceTests : TownTests
{
    private readonly CalendarService _calendar;

    protected CalendarServiceTests(TestDatabase database)
        : base(database)
    {
        _calendar = new CalendarService(Town.Runner, new CalendarSource());
        new CalendarSeeder(Town.Runner, Town.Clock).SeedAsync().GetAwaiter().GetResult();
    }

    [Theory]
    [InlineData(1999, false)]
    [InlineData(2000, true)]
    [InlineData(2100, true)]
    [InlineData(2101, false)]
    public async Task Year_OutsideTheCalendar_IsNotFound(int year, bool found)
    {
        var outcome = await _calendar.YearAsync(Town.Dispatcher(), year, Cancellation);

        Assert.Equal((found, found ? null : Refusal.NotFound), (outcome.Done, outcome.Refusal));
    }

    [Fact]
    public async Task Year_ThatWasPublished_IsReadAsItsNoticeArrangesIt()
    {
        var published = CalendarFile.Published().Single(y => y.Year == 2025);

        var year = (await _calendar.YearAsync(Town.Dispatcher(), 2025, Cancellation)).Value;

        Assert.Equal((2025, published.Source, published.Issued, true), (year.Input.Year, year.Input.Source, year.Input.Issued, year.Input.Certain));
        Assert.Equal(published.Holidays.Order(), year.Input.Holidays);
        Assert.Equal(published.Workdays.Order(), year.Input.Workdays);
        Assert.Equal((1, false, CalendarYearValidator.WorkingDaysOf(published), true), (year.Version, year.Provisional, year.WorkingDays, year.MayEdit));
        Assert.False(year.Turn.Provisional); // the next is there, too
        Assert.Empty(year.Turn.Days); // and arranges none of its days
        Assert.False((await _calendar.YearAsync(Town.EnterpriseUser(Town.Enterprise()), 2025, Cancellation)).Value.MayEdit);
    }

    [Fact]
    public async Task Year_WithoutANotice_IsEmptyAndProvisional_AndCountsByWeekendsAlone()
    {
        var year = (await _calendar.YearAsync(Town.Dispatcher(), 2027, Cancellation)).Value; // its first and its last day are Fridays

        Assert.Equal((2027, "", 0, 0), (year.Input.Year, year.Input.Source, year.Input.Holidays.Count, year.Input.Workdays.Count));
        Assert.Equal((0, true, 261, true), (year.Version, year.Provisional, year.WorkingDays, year.Turn.Provisional));
    }

    [Fact]
    public async Task Year_ThatIsOnlyExpected_IsProvisional()
    {
        Town.Write(db => db.CalendarYears.Add(Year(new CalendarYearInput(2027, [Day("2027-01-01")], [], "", Certain: false))));

        var year = (await _calendar.YearAsync(Town.Dispatcher(), 2027, Cancellation)).Value;

        Assert.Equal((1, true, 260, false), (year.Version, year.Provisional, year.WorkingDays, year.Input.Certain));
    }

    public sealed class OnSqlite(SqliteDatabase database) : CalendarServiceTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : CalendarServiceTests(database), IClassFixture<PostgresDatabase>;
}
