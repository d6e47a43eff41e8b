namespace ServicePackage.Core.Tickets;

/// <summary>Kinds of proceedings an enterprise may have chosen (plan §六(二)).</summary>
public enum ProceedingKind
{
    /// <summary>行政复议.</summary>
    Reconsideration,

    /// <summary>行政诉讼.</summary>
    Litigation,

    /// <summary>仲裁、调解等其他途径.</summary>
    Other,
}
