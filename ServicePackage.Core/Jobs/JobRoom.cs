using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Jobs;

/// <summary>What the jobs' room gives to the house.</summary>
public sealed class JobRoom : IDoors
{
    /// <inheritdoc/>
    public IReadOnlyList<Door> Doors { get; } = [JobDoors.Jobs];
}
