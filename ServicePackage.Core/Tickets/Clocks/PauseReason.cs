namespace ServicePackage.Core.Tickets;

/// <summary>Why a clock stands still; several at once.</summary>
[Flags]
public enum PauseReason
{
    /// <summary>It runs.</summary>
    None = 0,

    /// <summary>A return application is pending.</summary>
    Return = 1,

    /// <summary>The enterprise is asked for information.</summary>
    Supplement = 2,

    /// <summary>Reconsideration or litigation.</summary>
    Proceedings = 4,

    /// <summary>Reported done, or that it cannot be met.</summary>
    Suspended = 8,

    /// <summary>The enterprise has said something that may be its answer.</summary>
    Call = 16,

    /// <summary>An answer recorded for the enterprise had ended it, and was contradicted.</summary>
    Contradicted = 32,
}
