using System.Text.Json.Serialization;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Tickets;

/// <summary>One demand on the overdue board, with the worst of its clocks there; the others stand in it.</summary>
public sealed record OverdueRow
{
    /// <summary>The clock; its lamp, level and working days over are those of the moment of reading.</summary>
    public required ClockView Clock { get; init; }

    public required long TicketId { get; init; }

    public required string Number { get; init; }

    /// <summary>The version shown; sent back with each move.</summary>
    public required int Version { get; init; }

    public required string Title { get; init; }

    public required TicketType Type { get; init; }

    public required TicketState State { get; init; }

    public required string Enterprise { get; init; }

    public required EnterpriseTier Tier { get; init; }

    /// <summary>The organisation that holds the clock: a unit or the Centre.</summary>
    public required long UnitId { get; init; }

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

    public string Progress { get; init; } = "";

    /// <summary>How many clocks <see cref="Clock"/> stands for: a monthly duty missed month after month is one, the longest overdue.</summary>
    public int Times { get; init; } = 1;

    /// <summary>The other clocks of the demand that the board shows, the worst first.</summary>
    public IReadOnlyList<OverdueClock> Further { get; init; } = [];

    /// <summary>What supervisors have done about it.</summary>
    public Supervision Supervision { get; init; } = Supervision.None;

    /// <summary>The kind of clock, with how often where that is more than once.</summary>
    [JsonIgnore]
    public string Stage => new OverdueClock(Clock, Times, Unit, UnitEnglish).Stage;

    /// <summary>How long it is overdue.</summary>
    public OverdueAge Age => Clock.Lamp != Lamp.Breached ? OverdueAge.NotOver : Clock.DaysOver switch
    {
        < 5 => OverdueAge.FirstWeek,
        < 10 => OverdueAge.SecondWeek,
        < 20 => OverdueAge.WithinMonth,
        _ => OverdueAge.Longer,
    };
}

/// <summary>A further clock of a demand on the board.</summary>
/// <param name="Clock">The clock.</param>
/// <param name="Times">How many clocks it stands for.</param>
/// <param name="Unit">Who holds it.</param>
/// <param name="UnitEnglish">The holder's English name; empty where it has none.</param>
public sealed record OverdueClock(ClockView Clock, int Times, string Unit, string UnitEnglish)
{
    /// <summary>The kind of clock, with how often where that is more than once.</summary>
    [JsonIgnore]
    public string Stage => !Clock.IsOpen ? Wording.Sentence("Overdue.Unseen", Clock.Kind) : Times == 1 ? Clock.Name : Wording.Sentence("Overdue.Times", Clock.Kind, Times);

    /// <summary>The clock in a line: which, whose, how late.</summary>
    [JsonIgnore]
    public string Line => Wording.Sentence("Overdue.Further", Stage, Wording.Either(Unit, UnitEnglish),
        Clock is { Lamp: Lamp.Breached, DaysOver: > 0 } ? Wording.Sentence(Clock.DaysOver == 1 ? "Overdue.OneDayOver" : "Overdue.DaysOver", Clock.DaysOver) : Wording.Name(Clock.Lamp));
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
/// <param name="Overdue">Demands with a clock past due.</param>
/// <param name="ByLevel">Of these at each level, from the breach on, by the worst of their clocks.</param>
/// <param name="Approaching">Demands with a clock whose holder has been warned (临期).</param>
/// <param name="NewThisMonth">Of those past due, since the first of this month.</param>
/// <param name="Replies">Written replies owed, whether due or not.</param>
public sealed record OverdueFigures(int Overdue, IReadOnlyList<LevelCount> ByLevel, int Approaching, int NewThisMonth, int Replies);

/// <summary>How many overdue demands have reached a level, and none beyond it.</summary>
/// <param name="Level">Its number; the higher the graver.</param>
/// <param name="Count">How many.</param>
/// <param name="After">Working days past due at which it begins; 0 for the breach itself.</param>
public sealed record LevelCount(int Level, int Count, int After);

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
