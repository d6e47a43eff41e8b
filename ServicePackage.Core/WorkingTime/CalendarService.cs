using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.WorkingTime;

/// <summary>A year of the working calendar as a screen shows it.</summary>
/// <param name="Input">The arrangement; empty where none is entered.</param>
/// <param name="Version">The version of the arrangement; 0 where none is entered.</param>
/// <param name="Provisional">Whether due dates that reach into it are provisional (暂定).</param>
/// <param name="WorkingDays">How many working days it has.</param>
/// <param name="Turn">Its last days, as the notice of the next year arranges them.</param>
/// <param name="MayEdit">Whether the reader may amend it.</param>
public sealed record CalendarYearView(CalendarYearInput Input, int Version, bool Provisional, int WorkingDays, YearTurn Turn, bool MayEdit);

/// <summary>The end of a year, which belongs to the notice of the next as well.</summary>
/// <param name="Days">The days that notice arranges, with what they are.</param>
/// <param name="Provisional">Whether the last days are provisional, for want of that notice.</param>
public sealed record YearTurn(IReadOnlyDictionary<DateOnly, DayKind> Days, bool Provisional);

/// <summary>Shows the working calendar (Civil Code art. 203 counts by it); amending it moves due dates and belongs to the demands.</summary>
public sealed class CalendarService(OperationRunner operations, CalendarSource calendars)
{
    /// <summary>One year, for everybody who is signed in. Refuses a year outside 2000–2100 with NotFound.</summary>
    public Task<Outcome<CalendarYearView>> YearAsync(Caller caller, int year, CancellationToken cancellation = default) =>
        operations.ReadAsync<CalendarYearView>(caller, async op =>
        {
            if (year < WorkingCalendar.FirstDay.Year || year > WorkingCalendar.LastDay.Year)
            {
                return Refusal.NotFound;
            }

            var row = await op.Db.CalendarYears.FirstOrDefaultAsync(y => y.Year == year, cancellation);
            var input = row is null
                ? new CalendarYearInput(year, [], [], "")
                : new CalendarYearInput(year, row.Holidays, row.Workdays, row.Source, row.Issued, row.Certain);
            var (calendar, first, last) = (await calendars.CurrentAsync(op.Db, cancellation), new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            return new CalendarYearView(
                input, row?.Version ?? 0, row is not { Certain: true },
                calendar.Count(first, last) + (calendar.IsWorkingDay(first) ? 1 : 0),
                new YearTurn(calendar.ArrangedByNext(year).ToDictionary(d => d, calendar.KindOf), calendar.IsProvisional(last, last)),
                op.Actor.IsCentre);
        }, cancellation);
}
