using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.FollowUps;

/// <summary>Which items of a run are shown.</summary>
public enum FollowUpShow
{
    /// <summary>待跟进.</summary>
    Open,

    /// <summary>上期遗留: of these, those that stood on an earlier run already.</summary>
    Left,

    /// <summary>已销项.</summary>
    Done,

    /// <summary>全部.</summary>
    All,
}

/// <summary>What is asked of the runs; every part may be left out. Kept in the page's address.</summary>
public sealed record FollowUpFilter
{
    /// <summary>A day of the month; null for the last there is.</summary>
    public DateOnly? Month { get; init; }

    /// <summary>One run; null for the reader's own items.</summary>
    public long? RunId { get; init; }

    public FollowUpShow Show { get; init; }

    public int Skip { get; init; }

    public int Take { get; init; } = 50;
}

/// <summary>A run as it is named.</summary>
/// <param name="Id">Key.</param>
/// <param name="Label">Its number, such as 2026-12-003.</param>
/// <param name="Name">Whose it is: the person's name or the office's.</param>
/// <param name="EnglishName">The office's name on English screens; a person's own name otherwise.</param>
/// <param name="MadeAt">When it was made (UTC).</param>
/// <param name="IsLate">Whether it was made later than it was due, because the program was down.</param>
public sealed record FollowUpRunName(long Id, string Label, string Name, string EnglishName, DateTime MadeAt, bool IsLate);

/// <summary>An enterprise to look at.</summary>
public sealed record FollowUpRow
{
    public required long Id { get; init; }

    /// <summary>To be given back when it is ended.</summary>
    public required int Version { get; init; }

    public required long EnterpriseId { get; init; }

    public required string Name { get; init; }

    public required EnterpriseTier Tier { get; init; }

    /// <summary>The run it stands on.</summary>
    public required FollowUpRunName Run { get; init; }

    /// <summary>Whether that is somebody else's: the enterprise was handed over since.</summary>
    public bool IsOfAnother { get; init; }

    /// <summary>The month of the run from which on it has been left over; null where it is new.</summary>
    public DateOnly? LeftSince { get; init; }

    /// <summary>Its reasons; of one still open as they are at this moment.</summary>
    public required IReadOnlyList<FollowUpReason> Reasons { get; init; }

    /// <summary>How it ended; null while open.</summary>
    public FollowUpEnd? ClosedAs { get; init; }

    /// <summary>When it ended (UTC).</summary>
    public DateTime? ClosedAt { get; init; }

    /// <summary>Who ended it by a word; empty otherwise.</summary>
    public string ClosedBy { get; init; } = "";

    public string Word { get; init; } = "";

    /// <summary>Whether the reader may end it with a word.</summary>
    public bool MayEnd { get; init; }

    /// <summary>Whether it is open, and all of it was seen to since.</summary>
    public bool IsSeenTo => ClosedAs is null && Reasons.Count > 0 && Reasons.All(r => r.Done is not null);
}

/// <summary>The items of a month, or of one run.</summary>
public sealed record FollowUpSheet
{
    /// <summary>The first day of the month; null where there was no run yet.</summary>
    public DateOnly? Month { get; init; }

    /// <summary>The months there are, the last first.</summary>
    public IReadOnlyList<DateOnly> Months { get; init; } = [];

    /// <summary>The run opened, or the reader's own of the month; null where there is none.</summary>
    public FollowUpRunName? Run { get; init; }

    public Page<FollowUpRow> Rows { get; init; } = new([], 0);

    /// <summary>How many items there are of each sort, whatever is shown.</summary>
    public IReadOnlyDictionary<FollowUpShow, int> Counts { get; init; } = new Dictionary<FollowUpShow, int>();

    /// <summary>When the next runs are due (UTC).</summary>
    public DateTime NextAt { get; init; }

    /// <summary>Whether the reader also reads the runs of the whole town.</summary>
    public bool SeesTown { get; init; }
}

/// <summary>A run in the list of the town.</summary>
/// <param name="Run">The run.</param>
/// <param name="All">How many enterprises stand on it.</param>
/// <param name="Open">How many of them wait.</param>
/// <param name="Left">Of these, how many stood on an earlier run already.</param>
/// <param name="Done">How many were seen to.</param>
/// <param name="LeftSince">The month from which on the oldest has been left over; null where none is.</param>
public sealed record FollowUpTownRow(FollowUpRunName Run, int All, int Open, int Left, int Done, DateOnly? LeftSince);

/// <summary>The runs of a month by butler.</summary>
/// <param name="Month">The first day of the month; null where there was no run yet.</param>
/// <param name="Months">The months there are, the last first.</param>
/// <param name="Rows">The page: those with most left over first.</param>
/// <param name="Counts">How many items there are of each sort in all.</param>
/// <param name="NextAt">When the next runs are due (UTC).</param>
public sealed record FollowUpTown(DateOnly? Month, IReadOnlyList<DateOnly> Months, Page<FollowUpTownRow> Rows, IReadOnlyDictionary<FollowUpShow, int> Counts, DateTime NextAt);
