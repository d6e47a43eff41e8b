namespace ServicePackage.Core.Tickets;

/// <summary>How a clock ended.</summary>
public enum ClockOutcome
{
    /// <summary>In time.</summary>
    Met,

    /// <summary>Past due.</summary>
    Breached,

    /// <summary>Handling that ended because the demand cannot be met.</summary>
    NotMet,

    /// <summary>No longer needed, and not past due.</summary>
    Cancelled,
}
