using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;
using ServicePackage.Core.History;

namespace ServicePackage.Core.Demo;

/// <summary>Stands in the history for the filling of the demo town: begun, and complete.</summary>
internal sealed class FillingMark : IHistoried
{
    public const string Begun = "Begin";
    public const string Complete = "Complete";

    public const string ClockMoved = "MoveClock";

    public const string Name = "DemoTown";

    string IHistoried.Subject => Name;

    long IHistoried.SubjectId => 1;

    /// <summary>Whether this database holds a demo town.</summary>
    public static Task<bool> IsCompleteAsync(AppDbContext db, CancellationToken cancellation) =>
        db.History.AnyAsync(h => h.Subject == Name && h.Act == Complete, cancellation);

    /// <summary>Whether a filling was ever begun here.</summary>
    public static Task<bool> IsBegunAsync(AppDbContext db, CancellationToken cancellation) => db.History.AnyAsync(h => h.Subject == Name, cancellation);

    /// <summary>Whether a filling was begun here and never completed.</summary>
    public static async Task<bool> IsUnfinishedAsync(AppDbContext db, CancellationToken cancellation)
    {
        var acts = await db.History.Where(h => h.Subject == Name).Select(h => h.Act).ToListAsync(cancellation);
        return acts.Contains(Begun) && !acts.Contains(Complete);
    }
}
