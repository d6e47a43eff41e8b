using ServicePackage.Core.Boards;

namespace ServicePackage.Web.Features.Boards;

/// <summary>How the butler's board shows its enterprises.</summary>
public enum BoardView
{
    /// <summary>Columns by what is to be done.</summary>
    Board,

    /// <summary>A table to sort.</summary>
    List,

    /// <summary>A month, day by day.</summary>
    Calendar,
}
