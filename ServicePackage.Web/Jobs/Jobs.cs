using Quartz;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.History;
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
