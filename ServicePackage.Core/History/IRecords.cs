using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.History;

/// <summary>A room whose acts stand in the history. <see cref="HistoryWording"/> gives the words.</summary>
public interface IRecords : IRoom
{
    /// <summary>What it notes, by the kind of thing it notes it of; several rooms may note acts of one kind.</summary>
    IReadOnlyList<RecordedKind> Recorded { get; }
}
