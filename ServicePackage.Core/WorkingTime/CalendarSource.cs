using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;

namespace ServicePackage.Core.WorkingTime;

/// <summary>
/// The working calendar as the database has it at this moment. Building it takes a millisecond, so it is kept until a
/// year changes; each reading compares the versions of the years, so a change by another process is seen at once.
/// </summary>
public sealed class CalendarSource
{
    private volatile Kept? _kept;

    /// <summary>The calendar in force, read in the transaction of <paramref name="db"/>.</summary>
    public async Task<WorkingCalendar> CurrentAsync(AppDbContext db, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (db.ChangeTracker.Entries<CalendarYear>().Any())
        {
            // A year is being changed here and may yet be rolled back: nothing read now may be kept for others.
            return new WorkingCalendar(await db.CalendarYears.AsNoTracking().ToListAsync(cancellation));
        }

        var versions = await db.CalendarYears.OrderBy(y => y.Year).Select(y => new YearVersion(y.Year, y.Version)).ToListAsync(cancellation);
        if (_kept is { } kept && kept.Versions.SequenceEqual(versions))
        {
            return kept.Calendar;
        }

        var years = await db.CalendarYears.AsNoTracking().OrderBy(y => y.Year).ToListAsync(cancellation);
        var calendar = new WorkingCalendar(years);
        _kept = new Kept([.. years.Select(y => new YearVersion(y.Year, y.Version))], calendar);
        return calendar;
    }

    private sealed record Kept(IReadOnlyList<YearVersion> Versions, WorkingCalendar Calendar);

    private sealed record YearVersion(int Year, int Version);
}
