using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Boards;

/// <summary>The door of the board.</summary>
public static class BoardDoors
{
    /// <summary>The board of the enterprises one serves.</summary>
    public static Door Board { get; } = new("Board", BoardService.MayOpenAsync);
}
