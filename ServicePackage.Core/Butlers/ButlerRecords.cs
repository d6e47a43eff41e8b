using ServicePackage.Core.Enterprises;
using ServicePackage.Core.History;

namespace ServicePackage.Core.Butlers;

/// <summary>What the butlers' room notes in the history: all of it in that of the enterprise.</summary>
public sealed class ButlerRecords : IRecords
{
    /// <inheritdoc/>
    public IReadOnlyList<RecordedKind> Recorded { get; } =
    [
        new RecordedKind(nameof(Enterprise), "AssignButler", "HandOverButler", "PlanContact", "MoveContact", "GiveUpContact", "RecordContact", "RecordCall"),
    ];
}
