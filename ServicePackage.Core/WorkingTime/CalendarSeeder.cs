using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.WorkingTime;

/// <summary>
/// Puts the arrangements that ship with the program into a database that has none. Years already there, amended or not,
/// are left as they are: from then on the calendar is the Centre's.
/// </summary>
public sealed class CalendarSeeder(OperationRunner runner, TownClock clock)
{
    internal const string Seed = "Seed";

    /// <summary>Fills an empty calendar; does nothing otherwise, nor when another process has just done so.</summary>
    public Task SeedAsync(CancellationToken cancellation = default) =>
        runner.ActAsSystemAsync(clock.Now, async operation =>
        {
            if (await operation.Db.CalendarYears.AnyAsync(cancellation))
            {
                return;
            }

            foreach (var input in CalendarFile.Published())
            {
                var year = new CalendarYear();
                year.Take(input);
                operation.Db.CalendarYears.Add(year);
                operation.Note(year, Seed);
            }
        }, cancellation);
}
