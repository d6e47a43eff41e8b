using ServicePackage.Core.Butlers;

namespace ServicePackage.Core.Boards;

/// <summary>The columns of the butler's board, the most pressing first. A card stands in the first that concerns it.</summary>
public enum BoardColumn
{
    /// <summary>待我处理: something waits on the reader.</summary>
    Mine,

    /// <summary>待评价: the enterprise's confirmation or rating is awaited.</summary>
    Answer,

    /// <summary>待联系: a contact is due, or planned for today or earlier.</summary>
    Contact,

    /// <summary>办理中: a demand is under way.</summary>
    UnderWay,

    /// <summary>平稳: nothing of these.</summary>
    AtEase,
}

/// <summary>What there is to do for an enterprise, counted: all that its column depends on.</summary>
public sealed record CardFacts
{
    /// <summary>Open clocks the reader holds, as a unit's or the Centre's person.</summary>
    public int OwnClocks { get; init; }

    /// <summary>Demands for which the reader, as first-asked person, has to call the enterprise.</summary>
    public int CallsDue { get; init; }

    /// <summary>Demands that await a confirmation or a rating.</summary>
    public int Awaited { get; init; }

    /// <summary>Whether the reader may record a spoken answer to the first of them.</summary>
    public bool MayAnswer { get; init; }

    /// <summary>Whether a contact is due by the cadence, or planned for today or earlier.</summary>
    public bool ContactDue { get; init; }

    /// <summary>Demands that are neither closed nor withdrawn.</summary>
    public int OpenDemands { get; init; }

    /// <summary>Whether the enterprise is on the roster.</summary>
    public bool OnRoster { get; init; } = true;

    /// <summary>The column these facts put the card in.</summary>
    public BoardColumn Column =>
        OwnClocks > 0 || CallsDue > 0 ? BoardColumn.Mine
        : Awaited > 0 ? BoardColumn.Answer
        : ContactDue ? BoardColumn.Contact
        : OpenDemands > 0 ? BoardColumn.UnderWay
        : BoardColumn.AtEase;
}
