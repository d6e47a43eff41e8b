using Quartz;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.History;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Web.Jobs;

/// <summary>Lets time pass for the demands in which something is due.</summary>
[DisallowConcurrentExecution]
internal sealed class TicketSweepJob(TicketSweep sweep, TownClock clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await sweep.RunAsync(clock.Now, cancellationToken);
}

/// <summary>Seals what was added to the histories.</summary>
[DisallowConcurrentExecution]
internal sealed class HistorySealJob(HistorySealer sealer, TownClock clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await sealer.SealAsync(clock.Now, cancellationToken);
}

/// <summary>Deletes files that no command has used.</summary>
[DisallowConcurrentExecution]
internal sealed class AttachmentSweepJob(AttachmentService attachments, TownClock clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await attachments.SweepAsync(clock.Now, cancellationToken);
}

/// <summary>Forgets the results of old commands.</summary>
[DisallowConcurrentExecution]
internal sealed class ReceiptSweepJob(OperationRunner runner, TownClock clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await runner.SweepReceiptsAsync(clock.Now, cancellationToken);
}

/// <summary>Deletes sessions that ended long ago; on real time, as they run.</summary>
[DisallowConcurrentExecution]
internal sealed class SessionSweepJob(SessionService sessions, TimeProvider time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await sessions.SweepAsync(time.GetUtcNow().UtcDateTime, cancellationToken);
}
