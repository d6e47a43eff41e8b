namespace ServicePackage.Core.Enterprises;

/// <summary>In which unit money is typed.</summary>
public enum MoneyUnit
{
    /// <summary>Ten thousand yuan.</summary>
    TenThousand,

    /// <summary>Yuan.</summary>
    Yuan,
}

/// <summary>An answer to a fact, as typed.</summary>
public sealed class FactInput
{
    public long EnterpriseId { get; set; }

    /// <summary>The fact, as in <see cref="FactCatalogue"/>.</summary>
    public string Code { get; set; } = "";

    /// <summary>The last answer to this fact that the person saw; null where there was none.</summary>
    public long? Seen { get; set; }

    public FactShape Shape { get; set; }

    /// <summary>The year of a period.</summary>
    public int? Year { get; set; }

    /// <summary>The number of the quarter or month.</summary>
    public int? Part { get; set; }

    /// <summary>The day from which a state holds.</summary>
    public DateOnly? Since { get; set; }

    public FactAnswer Answer { get; set; }

    /// <summary>The number, or the lower end of a range.</summary>
    public string Low { get; set; } = "";

    /// <summary>Whether it is known as a range alone.</summary>
    public bool IsRange { get; set; }

    /// <summary>The upper end of a range.</summary>
    public string High { get; set; } = "";

    /// <summary>The unit in which money is typed.</summary>
    public MoneyUnit Unit { get; set; }

    /// <summary>"yes" or "no", an option, or a code.</summary>
    public string Choice { get; set; } = "";

    public DateOnly? Day { get; set; }

    /// <summary>With which standing; the usual one of whoever records where none is given.</summary>
    public FactStanding? Standing { get; set; }

    /// <summary>The document it was taken from; not for what an enterprise declares.</summary>
    public string Evidence { get; set; } = "";

    /// <summary>Whether it is meant as it is, although it was asked back.</summary>
    public bool Again { get; set; }
}
