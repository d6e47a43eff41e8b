namespace ServicePackage.Core.Tickets;

/// <summary>Which clocks the overdue board shows.</summary>
public enum OverdueShow
{
    /// <summary>Those past due.</summary>
    Overdue,

    /// <summary>Those past due, and those whose holder has been warned (临期).</summary>
    WithApproaching,

    /// <summary>Only those whose holder has been warned (临期).</summary>
    Approaching,

    /// <summary>Those that fell overdue since the first day of this month.</summary>
    NewThisMonth,

    /// <summary>The written replies owed (§六(四)), whether due or not.</summary>
    Replies,
}

/// <summary>By what the rows of the overdue board are gathered.</summary>
public enum OverdueGrouping
{
    /// <summary>By who holds the clock.</summary>
    Unit,

    /// <summary>By the kind of clock.</summary>
    Stage,

    /// <summary>By the level of the breach.</summary>
    Level,

    /// <summary>By how long overdue.</summary>
    Age,

    /// <summary>Not at all.</summary>
    None,
}

/// <summary>How long a clock has been overdue.</summary>
public enum OverdueAge
{
    /// <summary>Not past due.</summary>
    NotOver,

    /// <summary>Less than five working days.</summary>
    FirstWeek,

    /// <summary>Five to nine working days.</summary>
    SecondWeek,

    /// <summary>Ten to nineteen working days.</summary>
    WithinMonth,

    /// <summary>Twenty working days and more.</summary>
    Longer,
}

/// <summary>The columns of the overdue board, on the screen and in its table to download.</summary>
public enum OverdueColumn
{
    /// <summary>Lamp and level.</summary>
    Level,

    /// <summary>Working days past due.</summary>
    DaysOver,

    /// <summary>When it was or is due.</summary>
    Due,

    /// <summary>The demand's number.</summary>
    Number,

    /// <summary>Its title.</summary>
    Title,

    /// <summary>Whose demand.</summary>
    Enterprise,

    /// <summary>The enterprise's tier.</summary>
    Tier,

    /// <summary>Its type.</summary>
    Type,

    /// <summary>Which clock.</summary>
    Stage,

    /// <summary>Who holds it.</summary>
    Unit,

    /// <summary>The person there.</summary>
    Person,

    /// <summary>When progress was last told, and what.</summary>
    Progress,

    /// <summary>The move that would end the clock.</summary>
    NextStep,

    /// <summary>How often it was handed back.</summary>
    Returned,
}

/// <summary>What the overdue board shows; every part may be left out. Kept in the page's address.</summary>
public sealed record OverdueFilter
{
    /// <summary>Which clocks.</summary>
    public OverdueShow Show { get; init; }

    /// <summary>In number, title, enterprise, unit or person.</summary>
    public string Text { get; init; } = "";

    /// <summary>Only held by this organisation; the Centre's own stand under the Centre.</summary>
    public long? UnitId { get; init; }

    /// <summary>Only this kind of clock.</summary>
    public ClockKind? Stage { get; init; }

    /// <summary>Only this level, 1 to 3.</summary>
    public int? Level { get; init; }

    /// <summary>Only demands of this type.</summary>
    public TicketType? Type { get; init; }

    /// <summary>Only enterprises of this tier.</summary>
    public Enterprises.EnterpriseTier? Tier { get; init; }

    /// <summary>Only this long overdue.</summary>
    public OverdueAge? Age { get; init; }

    /// <summary>Only these clocks, as a selection names them; all when empty.</summary>
    public IReadOnlyList<long> ClockIds { get; init; } = [];

    /// <summary>By what the rows are gathered; the worst group first.</summary>
    public OverdueGrouping Group { get; init; }

    /// <summary>The order within a group.</summary>
    public OverdueColumn Sort { get; init; } = OverdueColumn.DaysOver;

    /// <summary>True: from the largest to the smallest.</summary>
    public bool Descending { get; init; } = true;

    /// <summary>Rows to pass over.</summary>
    public int Skip { get; init; }

    /// <summary>Rows to give.</summary>
    public int Take { get; init; } = 50;

    /// <summary>Whether anything is filtered away beyond what <see cref="Show"/> leaves out.</summary>
    public bool Narrows => Show == OverdueShow.NewThisMonth || Text.Length > 0 || UnitId is not null || Stage is not null || Level is not null
        || Type is not null || Tier is not null || Age is not null || ClockIds.Count > 0;
}
