using ServicePackage.Core.History;

namespace ServicePackage.Core.Jobs;

/// <summary>What the scheduler starts. Each only asks Core to handle what is due.</summary>
public enum Job
{
    /// <summary>Due dates: warnings, escalation, lapses, the month's duties.</summary>
    TicketSweep = 1,

    /// <summary>Seals what was added to the histories.</summary>
    HistorySeal = 2,

    /// <summary>Deletes files that no command has used.</summary>
    AttachmentSweep = 3,

    /// <summary>Forgets the results of old commands.</summary>
    ReceiptSweep = 4,

    /// <summary>Deletes sessions that ended long ago.</summary>
    SessionSweep = 5,

    /// <summary>Sends what waits in the outbox.</summary>
    MailSweep = 6,
}

/// <summary>A job as a subject of the history: who had it run out of turn.</summary>
internal sealed class JobMark(Job job) : IHistoried
{
    public const string RunNow = "RunNow";
    public const string SendFailedAgain = "SendFailedAgain";

    string IHistoried.Subject => nameof(Job);

    long IHistoried.SubjectId => (long)job;
}
