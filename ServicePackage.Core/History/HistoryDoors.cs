using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.History;

/// <summary>The doors of the history's room.</summary>
public static class HistoryDoors
{
    public static Door History { get; } = new("History", HistorySearch.Allows);
}
