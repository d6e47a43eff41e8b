using Quartz;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.History;
using ServicePackage.Core.Jobs;
using ServicePackage.Core.Mail;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Web.Jobs;

/// <summary>Lets time pass for the demands in which something is due.</summary>
[DisallowConcurrentExecution]
internal sealed class TicketSweepJob(JobJournal journal, TicketSweep sweep, TownClock clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await journal.RunAsync(Job.TicketSweep, cancellation => sweep.RunAsync(clock.Now, cancellation), cancellationToken);
}

/// <summary>Seals what was added to the histories.</summary>
[DisallowConcurrentExecution]
internal sealed class HistorySealJob(JobJournal journal, HistorySealer sealer, TownClock clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await journal.RunAsync(Job.HistorySeal, cancellation => sealer.SealAsync(clock.Now, cancellation), cancellationToken);
}

/// <summary>Deletes files that no command has used.</summary>
[DisallowConcurrentExecution]
internal sealed class AttachmentSweepJob(JobJournal journal, AttachmentService attachments, TownClock clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await journal.RunAsync(Job.AttachmentSweep, cancellation => attachments.SweepAsync(clock.Now, cancellation), cancellationToken);
}

/// <summary>Forgets the results of old commands.</summary>
[DisallowConcurrentExecution]
internal sealed class ReceiptSweepJob(JobJournal journal, OperationRunner runner, TownClock clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await journal.RunAsync(Job.ReceiptSweep, cancellation => runner.SweepReceiptsAsync(clock.Now, cancellation), cancellationToken);
}

/// <summary>Deletes sessions that ended long ago; on real time, as they run.</summary>
[DisallowConcurrentExecution]
internal sealed class SessionSweepJob(JobJournal journal, SessionService sessions, TimeProvider time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await journal.RunAsync(Job.SessionSweep, cancellation => sessions.SweepAsync(time.GetUtcNow().UtcDateTime, cancellation), cancellationToken);
}

/// <summary>Sends what is due in the outbox.</summary>
[DisallowConcurrentExecution]
internal sealed class MailSweepJob(JobJournal journal, MailSweep mail, TownClock clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await journal.RunAsync(Job.MailSweep, cancellation => mail.RunAsync(clock.Now, cancellation), cancellationToken);
}
