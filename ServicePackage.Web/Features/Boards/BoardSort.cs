namespace ServicePackage.Web.Features.Boards;

/// <summary>The columns of the list, each of which it can be sorted by.</summary>
public enum BoardSort
{
    /// <summary>By what is to be done, as the board's columns stand.</summary>
    Need,

    /// <summary>By lamp.</summary>
    Lamp,

    /// <summary>By name, in the order of its pinyin.</summary>
    Name,

    /// <summary>By tier.</summary>
    Tier,

    /// <summary>By open demands.</summary>
    Demands,

    /// <summary>By days since the last contact.</summary>
    Days,

    /// <summary>By the day of the next contact, planned or due.</summary>
    Next,
}
