namespace ServicePackage.Core.Tickets;

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
