using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Packages;

/// <summary>The doors of packages.</summary>
public static class PackageDoors
{
    /// <summary>The package of the person's own enterprise.</summary>
    public static Door OwnPackage { get; } = new("OwnPackage", op => op.Actor.EnterpriseId is not null);

    /// <summary>The packages of the enterprises that the person serves.</summary>
    public static Door Packages { get; } = new("Packages", PackageAccess.ServesAnyAsync);
}
