using Microsoft.Extensions.Options;
using ServicePackage.Core.Operations;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Tickets;

/// <summary>Makes the moment of an operation: its instant with the calendar and the limits in force.</summary>
public sealed class MomentSource(CalendarSource calendars, IOptionsMonitor<ProcedureSettings> settings)
{
    /// <summary>The moment of an operation.</summary>
    public async Task<Moment> OfAsync(Operation op, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(op);
        return new Moment(op.Now, await calendars.CurrentAsync(op.Db, cancellation), settings.CurrentValue, op.ActorId);
    }
}
