using ServicePackage.Core.History;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Demo;

/// <summary>What the demo gives to the house.</summary>
public sealed class DemoRoom : IRecords
{
    /// <inheritdoc/>
    public IReadOnlyList<RecordedKind> Recorded { get; } = [new RecordedKind(FillingMark.Name, FillingMark.Begun, FillingMark.Complete, FillingMark.ClockMoved)];
}
