namespace ServicePackage.Core.Tickets;

/// <summary>How a demand was closed. Figures never mix them.</summary>
public enum ClosedAs
{
    /// <summary>Done and rated.</summary>
    Rated,

    /// <summary>Done, the rating period passed.</summary>
    Unrated,

    /// <summary>Deemed confirmed after silence, or by the Centre's ruling.</summary>
    Deemed,

    /// <summary>Badly rated, and replied to in writing.</summary>
    Replied,

    /// <summary>Could not be met, and replied to in writing.</summary>
    NotMet,

    /// <summary>不予受理.</summary>
    NotAccepted,

    /// <summary>重复件.</summary>
    Duplicate,

    /// <summary>终止办理: the enterprise was dissolved or left the list.</summary>
    Ended,
}
