using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.FollowUps;

/// <summary>The doors of the monthly runs.</summary>
public static class FollowUpDoors
{
    /// <summary>What is to be followed up this month, of the enterprises one serves.</summary>
    public static Door FollowUps { get; } = new("FollowUps", FollowUpAccess.MayOpenAsync);
}
