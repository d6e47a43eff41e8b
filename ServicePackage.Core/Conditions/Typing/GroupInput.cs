namespace ServicePackage.Core.Conditions;

/// <summary>What holds conditions together, and the parts of what does.</summary>
public enum GroupKind
{
    /// <summary>全部满足.</summary>
    All,

    /// <summary>满足任一.</summary>
    Any,

    /// <summary>至少满足几项.</summary>
    AtLeast,

    /// <summary>按指标分档.</summary>
    Bands,

    /// <summary>评分.</summary>
    Score,

    /// <summary>One band of a figure.</summary>
    Band,

    /// <summary>A part of a score.</summary>
    Part,

    /// <summary>What points are given for.</summary>
    Item,

    /// <summary>So many points where something is met.</summary>
    Step,
}

/// <summary>What a group or a part of one says of itself, as it is typed; what its kind does not ask is left alone.</summary>
public sealed class GroupInput : MeasureInput
{
    public GroupKind Kind { get; set; }

    /// <summary>How many of them have to be met.</summary>
    public string Count { get; set; } = "1";

    /// <summary>The figure of whose band it is; null of everything else.</summary>
    public Measure? Of { get; set; }

    /// <summary>The upper end of a band; empty of the last.</summary>
    public string UpTo { get; set; } = "";

    /// <summary>Whether the upper end itself belongs to the next band.</summary>
    public bool Below { get; set; }

    /// <summary>The least points of a score or a part of one, the points of a step, those of an item that meets none.</summary>
    public string Points { get; set; } = "";

    /// <summary>The name of a part or an item.</summary>
    public string Chinese { get; set; } = "";

    /// <summary>The same in English; may be empty.</summary>
    public string English { get; set; } = "";
}

/// <summary>What a group or a part of one says of itself.</summary>
/// <param name="Kind">Which sort it is.</param>
public sealed record GroupSettings(GroupKind Kind)
{
    /// <summary>How many have to be met.</summary>
    public int Count { get; init; } = 1;

    /// <summary>The figure by which bands are parted.</summary>
    public Measure? By { get; init; }

    /// <summary>The upper end of a band; null of the last.</summary>
    public decimal? UpTo { get; init; }

    /// <summary>Whether the upper end itself belongs to the next band.</summary>
    public bool Below { get; init; }

    /// <summary>The least points of a score or a part, the points of a step, those of an item that meets none.</summary>
    public decimal Points { get; init; }

    /// <summary>The name of a part or an item.</summary>
    public string Chinese { get; init; } = "";

    /// <summary>The same in English; may be empty.</summary>
    public string English { get; init; } = "";
}
