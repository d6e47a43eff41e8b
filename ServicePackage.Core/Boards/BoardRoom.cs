using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Boards;

/// <summary>What the boards' room gives to the house. It stands above the rooms whose parts it shows together.</summary>
public sealed class BoardRoom : IDoors
{
    /// <inheritdoc/>
    public IReadOnlyList<Door> Doors { get; } = [BoardDoors.Board];
}
