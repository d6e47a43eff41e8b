using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Organisations;

/// <summary>The doors of the organisations' room.</summary>
public static class OrganisationDoors
{
    /// <summary>The organisations of the town.</summary>
    public static Door Organisations { get; } = new("Organisations", op => OrganisationService.IsOfTheTown(op.Actor));
}
