using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Catalogue;

/// <summary>The doors of the catalogue.</summary>
public static class ServiceDoors
{
    /// <summary>The catalogue: everybody who is signed in.</summary>
    public static Door Services { get; } = new("Services", _ => true);

    /// <summary>What is suggested to the person's own enterprise, and what it has picked.</summary>
    public static Door OwnServices { get; } = new("OwnServices", op => op.Actor.EnterpriseId is not null);

    /// <summary>What enterprises have picked: the people of providers and the Centre.</summary>
    public static Door Requests { get; } = new("ServiceRequests", op => op.Actor.IsCentre || op.Actor.ProviderIds.Count > 0);

    /// <summary>Drafts and their review.</summary>
    public static Door Drafts { get; } = new("ServiceDrafts", op => ServiceAccess.MayEnter(op.Actor));
}
