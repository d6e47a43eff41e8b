using ServicePackage.Core.Butlers.Demo;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Butlers;

/// <summary>What the butlers' room gives to the house.</summary>
public sealed class ButlerRoom : IDoors, ISeeds
{
    /// <inheritdoc/>
    public IReadOnlyList<Door> Doors { get; } = [ButlerDoors.Board];

    /// <inheritdoc/>
    public IEnumerable<Scene> Scenes(Stage stage) => new Rounds(stage).Scenes();
}
