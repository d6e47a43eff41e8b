namespace ServicePackage.Core.Tickets;

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
