using ServicePackage.Core.History;

namespace ServicePackage.Core.Enterprises;

/// <summary>Whether a title was given for the first time.</summary>
public enum FirstTime
{
    /// <summary>Not said.</summary>
    Unknown,

    /// <summary>For the first time.</summary>
    First,

    /// <summary>It was held before and given again after a re-check.</summary>
    Recheck,
}

/// <summary>
/// One item of a list of an enterprise: a title it holds, a loan it took, an award it won. Which of the columns it has says
/// <see cref="ListCatalogue"/>. Correcting adds a row and marks the one it takes the place of; nothing is overwritten.
/// </summary>
public sealed class EnterpriseListItem : IHistoried
{
    public long Id { get; set; }

    public long EnterpriseId { get; set; }

    /// <summary>The enterprise.</summary>
    public Enterprise Enterprise { get; set; } = null!;

    /// <summary>The list, as in <see cref="ListCatalogue"/>.</summary>
    public string List { get; set; } = "";

    /// <summary>One of the list's kinds; empty where it has none.</summary>
    public string Kind { get; set; } = "";

    /// <summary>One of the list's levels; empty where it has none.</summary>
    public string Level { get; set; } = "";

    /// <summary>The number of the certificate or the standard.</summary>
    public string Number { get; set; } = "";

    /// <summary>The first day of a title, and null while nobody has said it; otherwise the day it took place, and null while it has not.</summary>
    public DateOnly? From { get; set; }

    /// <summary>The last day of a title; null where it has none or nobody has said it.</summary>
    public DateOnly? Until { get; set; }

    public FirstTime First { get; set; }

    /// <summary>The announcement by which a title was given.</summary>
    public string Announcement { get; set; } = "";

    /// <summary>Yuan. It stands in this row for ever, and not in the history, whose readers see no figures.</summary>
    [Unwritten]
    public decimal? Amount { get; set; }

    /// <summary>A part of the amount (yuan): of a project, its equipment.</summary>
    [Unwritten]
    public decimal? Part { get; set; }

    /// <summary>The place of the enterprise among those who won an award.</summary>
    public int? Rank { get; set; }

    /// <summary>Of equity: by a qualified institution; of a project: filed. Null where not said.</summary>
    public bool? Flag { get; set; }

    /// <summary>One of the list's purposes; empty where not said.</summary>
    public string Purpose { get; set; } = "";

    /// <summary>The day an offence was lifted; null while it stands.</summary>
    public DateOnly? LiftedOn { get; set; }

    public FactStanding Standing { get; set; }

    /// <summary>The document it was taken from; empty for what the enterprise says itself.</summary>
    public string Evidence { get; set; } = "";

    /// <summary>When it was recorded (UTC).</summary>
    public DateTime RecordedAt { get; set; }

    /// <summary>Who recorded it; null for the system.</summary>
    public long? RecordedById { get; set; }

    /// <summary>The item that it took the place of; null where it was new.</summary>
    public long? CorrectsId { get; set; }

    /// <summary>When another took its place or it was taken back (UTC); null while it counts.</summary>
    public DateTime? ReplacedAt { get; set; }

    string IHistoried.Subject => nameof(Enterprise);

    long IHistoried.SubjectId => EnterpriseId;
}

/// <summary>
/// Somebody said that a list of an enterprise is complete as of a day: what does not stand in it by then there was not. Of titles it can be said of one
/// kind, as a published list says it. It is good for as many months as the list says.
/// </summary>
public sealed class EnterpriseListClosing : IHistoried
{
    public long Id { get; set; }

    public long EnterpriseId { get; set; }

    /// <summary>The enterprise.</summary>
    public Enterprise Enterprise { get; set; } = null!;

    /// <summary>The list, as in <see cref="ListCatalogue"/>.</summary>
    public string List { get; set; } = "";

    /// <summary>The kind it is said of; empty for the whole list.</summary>
    public string Kind { get; set; } = "";

    /// <summary>The day (Shanghai) as of which it is complete.</summary>
    public DateOnly AsOf { get; set; }

    public FactStanding Standing { get; set; }

    /// <summary>The document it was taken from; empty for what the enterprise says itself.</summary>
    public string Evidence { get; set; } = "";

    /// <summary>When it was recorded (UTC).</summary>
    public DateTime RecordedAt { get; set; }

    /// <summary>Who recorded it; null for the system.</summary>
    public long? RecordedById { get; set; }

    /// <summary>When it was said anew or taken back (UTC); null while it counts.</summary>
    public DateTime? ReplacedAt { get; set; }

    string IHistoried.Subject => nameof(Enterprise);

    long IHistoried.SubjectId => EnterpriseId;
}
