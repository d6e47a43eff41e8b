using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.History;

/// <summary>What the history gives to the house.</summary>
public sealed class HistoryRoom : IJobs
{
    /// <inheritdoc/>
    public IReadOnlyList<Job> Jobs { get; } =
        [Job.Of<HistorySealer>("HistorySeal", 2, TimeSpan.FromMinutes(1), (sealer, asOf, cancellation) => sealer.SealAsync(asOf, cancellation))];
}
