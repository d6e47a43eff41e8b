using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Attachments;

/// <summary>What the files' room gives to the house.</summary>
public sealed class AttachmentRoom : IJobs
{
    /// <inheritdoc/>
    public IReadOnlyList<Job> Jobs { get; } =
        [Job.Of<AttachmentService>("AttachmentSweep", 3, TimeSpan.FromHours(1), (attachments, asOf, cancellation) => attachments.SweepAsync(asOf, cancellation))];
}
