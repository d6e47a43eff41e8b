using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Butlers;

/// <summary>The doors of the butlers' room.</summary>
public static class ButlerDoors
{
    /// <summary>The board of the enterprises one serves.</summary>
    public static Door Board { get; } = new("Board", BoardService.MayOpenAsync);
}
