using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.History;

/// <summary>What the history gives to the house.</summary>
public sealed class HistoryRoom : IDoors, IJobs, IRecords
{
    /// <inheritdoc/>
    public IReadOnlyList<Door> Doors { get; } = [HistoryDoors.History];

    /// <inheritdoc/>
    public IReadOnlyList<Job> Jobs { get; } =
        [Job.Of<HistorySealer>("HistorySeal", 2, TimeSpan.FromMinutes(1), (sealer, asOf, cancellation) => sealer.SealAsync(asOf, cancellation))];

    /// <inheritdoc/>
    public IReadOnlyList<RecordedKind> Recorded { get; } = [new RecordedKind(nameof(HistoryEntry), HistorySearch.Look)];
}
