using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Jobs;

/// <summary>The doors of the jobs' room.</summary>
public static class JobDoors
{
    /// <summary>The jobs.</summary>
    public static Door Jobs { get; } = new("Jobs", op => op.Actor.IsAdministrator);
}
