using System.Text.Json.Serialization;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Tickets;

/// <summary>One clock on the overdue board, with its demand.</summary>
public sealed record OverdueRow
{
    /// <summary>The clock; its lamp, level and working days over are those of the moment of reading.</summary>
    public required ClockView Clock { get; init; }

    /// <summary>The demand's key.</summary>
    public required long TicketId { get; init; }

    /// <summary>The demand's number.</summary>
    public required string Number { get; init; }

    /// <summary>The version shown; sent back with each move.</summary>
    public required int Version { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Its type.</summary>
    public required TicketType Type { get; init; }

    /// <summary>Where it is.</summary>
    public required TicketState State { get; init; }

    /// <summary>Whose demand.</summary>
    public required string Enterprise { get; init; }

    /// <summary>The enterprise's tier.</summary>
    public required EnterpriseTier Tier { get; init; }

    /// <summary>The organisation that holds the clock: a unit or the Centre.</summary>
    public required long UnitId { get; init; }

    /// <summary>Its name.</summary>
    public required string Unit { get; init; }

    /// <summary>Its English name; empty where it has none.</summary>
    public required string UnitEnglish { get; init; }

    /// <summary>The officer there, or who gives out the work until one is assigned; empty for the Centre.</summary>
    public required string Person { get; init; }

    /// <summary>False when <see cref="Person"/> only gives out the work.</summary>
    public required bool Assigned { get; init; }

    /// <summary>The move that would end the clock, or the one that must come before.</summary>
    public required Move NextStep { get; init; }

    /// <summary>How often the demand was handed back.</summary>
    public required int HandBacks { get; init; }

    /// <summary>When progress was last told (UTC); null for never.</summary>
    public DateTime? ProgressAt { get; init; }

    /// <summary>The move by which progress was last told.</summary>
    public Move? ProgressBy { get; init; }

    /// <summary>What was said then.</summary>
    public string Progress { get; init; } = "";

    /// <summary>How many clocks the row stands for: a monthly duty missed month after month is one row, that of the longest overdue.</summary>
    public int Times { get; init; } = 1;

    /// <summary>The kind of clock, with how often where that is more than once.</summary>
    [JsonIgnore]
    public string Stage => Times == 1 ? Wording.Name(Clock.Kind) : Wording.Sentence("Overdue.Times", Clock.Kind, Times);

    /// <summary>How long it is overdue.</summary>
    public OverdueAge Age => Clock.Lamp != Lamp.Breached ? OverdueAge.NotOver : Clock.DaysOver switch
    {
        < 5 => OverdueAge.FirstWeek,
        < 10 => OverdueAge.SecondWeek,
        < 20 => OverdueAge.WithinMonth,
        _ => OverdueAge.Longer,
    };
}

/// <summary>A group of rows.</summary>
/// <param name="Key">Names it among the groups of the view.</param>
/// <param name="Count">How many rows it has in all, on whichever page.</param>
/// <param name="Longest">The most working days over among them.</param>
/// <param name="Rows">Those of its rows that stand on this page.</param>
public sealed record OverdueGroup(string Key, int Count, int Longest, IReadOnlyList<OverdueRow> Rows)
{
    /// <summary>One of its rows, for its name.</summary>
    [JsonIgnore]
    public OverdueRow Sample => Rows[0];
}

/// <summary>The figures above the board, whatever its filter.</summary>
/// <param name="Overdue">Clocks past due.</param>
/// <param name="ByLevel">Of these at each level, from the breach on.</param>
/// <param name="Approaching">Clocks whose holder has been warned (临期).</param>
/// <param name="NewThisMonth">Of those past due, since the first of this month.</param>
/// <param name="Replies">Written replies owed, whether due or not.</param>
public sealed record OverdueFigures(int Overdue, IReadOnlyList<LevelCount> ByLevel, int Approaching, int NewThisMonth, int Replies);

/// <summary>How many clocks past due have reached a level, and none beyond it.</summary>
public sealed record LevelCount(int Level, int Count);

/// <summary>The overdue board as one reader sees it.</summary>
/// <param name="Figures">The figures above it.</param>
/// <param name="Groups">The groups with rows on this page, the worst first.</param>
/// <param name="Total">Rows that match the filter, on whichever page.</param>
/// <param name="Hidden">Rows that only the filter leaves out.</param>
/// <param name="Units">The organisations to filter by.</param>
/// <param name="Stages">The kinds of clock to filter by.</param>
/// <param name="ChangedAt">When a demand was last changed (UTC); null before the first.</param>
public sealed record OverdueView(
    OverdueFigures Figures, IReadOnlyList<OverdueGroup> Groups, int Total, int Hidden,
    IReadOnlyList<UnitView> Units, IReadOnlyList<ClockKind> Stages, DateTime? ChangedAt)
{
    /// <summary>The rows of this page, in order.</summary>
    [JsonIgnore]
    public IEnumerable<OverdueRow> Rows => Groups.SelectMany(g => g.Rows);
}
