using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Operations;

/// <summary>What those who run the acts give to the house.</summary>
public sealed class OperationRoom : IJobs
{
    /// <inheritdoc/>
    public IReadOnlyList<Job> Jobs { get; } =
        [Job.Of<OperationRunner>("ReceiptSweep", 4, TimeSpan.FromDays(1), (runner, asOf, cancellation) => runner.SweepReceiptsAsync(asOf, cancellation))];
}
