using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Butlers;

/// <summary>What the butlers' room gives to the house.</summary>
public sealed class ButlerRoom : IDoors
{
    /// <inheritdoc/>
    public IReadOnlyList<Door> Doors { get; } = [ButlerDoors.Board];
}
