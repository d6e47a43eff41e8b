using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Organisations;

/// <summary>What the organisations' room gives to the house.</summary>
public sealed class OrganisationRoom : IDoors
{
    /// <inheritdoc/>
    public IReadOnlyList<Door> Doors { get; } = [OrganisationDoors.Organisations];
}
