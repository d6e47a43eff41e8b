using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Policies;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Policies;

/// <summary>A year of days as they come: clauses appear, windows open and close, a figure is corrected to and fro, and for weeks the program does not run.</summary>
public abstract class YearOfDigestsTests(TestDatabase database) : KeptMatchTestsBase(database)
{
    private const int Days = 365;

    private static readonly DateOnly First = new(2026, 3, 3);

    /// <summary>The Sunday on which the figure of the year that is over is said, and the program runs again.</summary>
    private const int NewYear = 306;

    /// <summary>A week over a weekend; three in summer; the days before and after the National Day; New Year's Eve.</summary>
    private static readonly (int From, int Until)[] Down = [(12, 19), (120, 141), (205, 220), (300, NewYear)];

    [Fact]
    public async Task Year_WithWeeksDown_TellsEachThingOnceAndLosesNothing()
    {
        Town.Write(db => db.CalendarYears.AddRange(CalendarFile.Published().Where(y => !db.CalendarYears.Any(c => c.Year == y.Year)).Select(Year)));
        await MeetAsync();
        await SweepAsync();
        var closes = new Dictionary<long, DateOnly?>();
        for (var day = 0; day < Days; day++)
        {
            var today = First.AddDays(day);
            if (Array.Exists(Down, d => day >= d.From && day < d.Until))
            {
                continue;
            }

            Town.GoTo(today, new TimeOnly(8, 0));
            await HappenAsync(day, closes);
            foreach (var hour in new[] { 8, 16, 23 })
            {
                Town.GoTo(today, new TimeOnly(hour, 31));
                await SweepAsync();
                await TellAsync();
            }
        }

        await using var db = Town.Look();
        var calendar = new WorkingCalendar(await db.CalendarYears.AsNoTracking().ToListAsync(Cancellation));
        var matches = (await db.Matches.AsNoTracking().ToListAsync(Cancellation)).ToLookup(m => m.ClauseId);
        Assert.All(closes, c =>
        {
            Assert.Single(matches[c.Key].Select(m => m.ToldAt).Distinct(), at => at is not null);
            Assert.Single(matches[c.Key].Select(m => m.ServerToldAt).Distinct(), at => at is not null);
            Assert.Equal(c.Value, matches[c.Key].MaxBy(m => m.Id)!.ClosingTold);
        });
        var digests = await db.MatchDigests.AsNoTracking().ToListAsync(Cancellation);
        Assert.Equal(digests.Count(d => d.EnterpriseId is not null), DigestsOf(Own).Count);
        Assert.Equal(digests.Count(d => d.AccountId is not null), DigestsOf(Butler).Count);
        Assert.All(digests, d => Assert.True(DigestWeek.IsOffice(d.At, calendar)));
        Assert.All(digests, d => Assert.Equal(d.Week, DigestWeek.Of(TownTime.DayOf(d.At), calendar).Monday));
        Assert.Equal(digests.Count, digests.DistinctBy(d => (d.Week, d.EnterpriseId, d.AccountId)).Count());
        Assert.All(closes.Keys.SelectMany(id => matches[id]).Where(m => m.ToldAt is not null), m => Assert.Contains(digests, d => d.At == m.ToldAt)); // one that ended before is not told
    }

    /// <summary>What happens on a day: every sixth a clause, of every second of which the window closes; every fortieth a figure that no longer does, and ten days later does again.</summary>
    private async Task HappenAsync(int day, Dictionary<long, DateOnly?> closes)
    {
        if (day % 6 == 0 && day < Days - 40)
        {
            DateOnly? until = day % 12 == 0 ? First.AddDays(day + 26 + (day % 5)) : null;
            var (_, clause) = await AskingAsync(Staff, $"条款{day}号");
            Town.Write(db => db.PolicyClauses.Include(c => c.Windows).Single(c => c.ClauseId == clause).Windows.AddRange(
                until is null ? [] : [new ClauseWindow { Kind = WindowKind.Dated, Until = until }]));
            closes.Add(clause, until);
        }

        if (day % 40 is 23 or 33 || day == NewYear)
        {
            await SayAsync("staff", day % 40 == 23 ? "80" : "120", year: day < NewYear ? 2025 : 2026);
        }
    }

    private static CalendarYear Year(CalendarYearInput input)
    {
        var year = new CalendarYear();
        year.Take(input);
        return year;
    }

    public sealed class OnSqlite(SqliteDatabase database) : YearOfDigestsTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : YearOfDigestsTests(database), IClassFixture<PostgresDatabase>;
}
