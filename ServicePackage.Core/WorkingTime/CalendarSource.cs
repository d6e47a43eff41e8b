using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;

namespace ServicePackage.Core.WorkingTime;

/// <summary>
/// The working calendar as the database has it at this moment. Building it takes a millisecond, so it is kept until a
/// year changes; each reading compares the versions of the years, so a change by another process is seen at once.
/// </summary>
public sealed class CalendarSource
{
    private const long Lock = 0x4361_6C65_6E64_6172;

    private volatile Kept? _kept;

    /// <summary>
    /// Before the calendar is changed: waits until every change counted by the present calendar is committed, and lets
    /// later ones wait for the new calendar. SQLite has one writer anyway.
    /// </summary>
    public static async Task LockAsync(AppDbContext db, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})", cancellation);
        }
    }

    /// <summary>The calendar in force, read in the transaction of <paramref name="db"/>.</summary>
    public async Task<WorkingCalendar> CurrentAsync(AppDbContext db, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (db.ChangeTracker.Entries<CalendarYear>().Any())
        {
            // A year is being changed here and may yet be rolled back: nothing read now may be kept for others.
            return new WorkingCalendar(await db.CalendarYears.AsNoTracking().ToListAsync(cancellation));
        }

        if (db.Database.IsNpgsql() && db.Database.CurrentTransaction is not null)
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock_shared({Lock})", cancellation);
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
