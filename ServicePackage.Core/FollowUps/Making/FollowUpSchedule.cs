using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;
using ServicePackage.Core.Operations;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.FollowUps;

/// <summary>
/// Keeps the instant at which the next month's runs are due: 08:30 of its first working day (RULES §6). It is stored beforehand and follows an amended calendar until it has come.
/// </summary>
public sealed class FollowUpSchedule(IDbContextFactory<AppDbContext> contexts, OperationRunner operations, CalendarSource calendars)
{
    /// <summary>When the runs of a month are due (UTC).</summary>
    public static DateTime DueOf(DateOnly month, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return TownTime.At(calendar.FirstOfMonth(month), TownTime.CalendarDuties);
    }

    /// <summary>
    /// The month whose runs are due at an instant (UTC) and not all made; null where none is. A month that was slept through until the next was due is passed over; before the first
    /// month that is stored nothing is due, so that a new town begins with the next.
    /// </summary>
    internal async Task<FollowUpMonth?> DueAsync(DateTime asOf, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var due = await PutAsync(db, asOf, cancellation);
        if (db.ChangeTracker.HasChanges())
        {
            var stored = await operations.ActAsSystemAsync(asOf, async op => due = await PutAsync(op.Db, asOf, cancellation), cancellation);
            due = stored ? due : null; // another sweep stored it: the next one finds it
        }

        return due is { CompleteAt: null } ? due : null;
    }

    /// <summary>The runs of all were made.</summary>
    internal Task<bool> CompleteAsync(DateOnly month, DateTime asOf, CancellationToken cancellation) =>
        operations.ActAsSystemAsync(asOf, async op => (await op.Db.FollowUpMonths.FirstAsync(m => m.Month == month, cancellation)).CompleteAt = op.Now, cancellation);

    /// <summary>Puts into the context what is to be stored, and gives the month that is due.</summary>
    private async Task<FollowUpMonth?> PutAsync(AppDbContext db, DateTime asOf, CancellationToken cancellation)
    {
        var (calendar, today) = (await calendars.CurrentAsync(db, cancellation), TownTime.DayOf(asOf));
        var present = new DateOnly(today.Year, today.Month, 1);
        var (month, next) = DueOf(present, calendar) <= asOf ? (present, present.AddMonths(1)) : (present.AddMonths(-1), present);
        var rows = await db.FollowUpMonths.Where(m => m.CompleteAt == null || m.Month >= month).ToListAsync(cancellation);
        var isBegun = rows.Exists(m => m.Month < month) || await db.FollowUpMonths.AnyAsync(m => m.Month < month, cancellation);
        Store(db, rows, next, DueOf(next, calendar));
        rows.Where(m => m.Month < month && m.CompleteAt is null).ToList().ForEach(m => m.CompleteAt = asOf);
        return rows.Find(m => m.Month == month) ?? (isBegun ? Store(db, rows, month, DueOf(month, calendar)) : null);
    }

    /// <summary>A month that is to come, or came while the program was down.</summary>
    private static FollowUpMonth Store(AppDbContext db, List<FollowUpMonth> rows, DateOnly month, DateTime dueAt)
    {
        var row = rows.Find(m => m.Month == month) ?? db.FollowUpMonths.Add(new FollowUpMonth { Month = month }).Entity;
        row.DueAt = dueAt;
        return row;
    }
}
