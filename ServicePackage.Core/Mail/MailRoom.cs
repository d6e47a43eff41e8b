using ServicePackage.Core.Accounts;
using ServicePackage.Core.History;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Mail;

/// <summary>What the mail's room gives to the house.</summary>
public sealed class MailRoom : IJobs, IRecords
{
    /// <summary>Sends what waits in the outbox.</summary>
    public static Job Sweep { get; } =
        Job.Of<MailSweep>("MailSweep", 6, TimeSpan.FromMinutes(1), (mail, asOf, cancellation) => mail.RunAsync(asOf, cancellation));

    /// <inheritdoc/>
    public IReadOnlyList<Job> Jobs { get; } = [Sweep];

    /// <inheritdoc/>
    public IReadOnlyList<RecordedKind> Recorded { get; } = [new RecordedKind(nameof(Account), "ChooseMail"), new RecordedKind(nameof(Job), MailDesk.SendFailedAgain)];
}
