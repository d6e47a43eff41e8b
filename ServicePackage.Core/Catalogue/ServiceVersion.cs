using ServicePackage.Core.History;
using ServicePackage.Core.Search;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Catalogue;

/// <summary>
/// What a service says, as it was published at one time or as it is being drafted. A published one never changes; the history of the service notes each act
/// and does not repeat the row.
/// </summary>
[Unwritten]
public sealed class ServiceVersion : ISearched, ISortedByName
{
    public long Id { get; set; }

    public long ServiceId { get; set; }

    /// <summary>The service.</summary>
    public Service Service { get; set; } = null!;

    /// <summary>1, 2, 3 … within the service.</summary>
    public int Number { get; set; }

    public ServiceState State { get; set; }

    public string Title { get; set; } = "";

    /// <summary>The initials of the title's pinyin, from each of its characters on, so that it is found by what is typed of them.</summary>
    public string Initials { get; set; } = "";

    public ServiceClass Class { get; set; }

    public ServiceLevel Level { get; set; }

    /// <summary>What the enterprise gets, in words.</summary>
    public string Text { get; set; } = "";

    public ServiceForms Forms { get; set; }

    public ServiceFee Fee { get; set; }

    /// <summary>What it costs, in words; empty where it is free.</summary>
    public string FeeWords { get; set; } = "";

    /// <summary>The same in yuan, where it is one amount.</summary>
    public decimal? FeeYuan { get; set; }

    /// <summary>Whom it is for, as JSON of <see cref="Conditions.Condition"/>; null where it is for all.</summary>
    public string? Audience { get; set; }

    /// <summary>How an enterprise comes by it, in words.</summary>
    public string HowToGet { get; set; } = "";

    /// <summary>Whom to ask at the provider.</summary>
    public string Contact { get; set; } = "";

    public string Phone { get; set; } = "";

    /// <summary>Where it was published: a web address.</summary>
    public string SourceAddress { get; set; } = "";

    /// <summary>The last day on which it can be had (Shanghai); null where no end is said.</summary>
    public DateOnly? GoodUntil { get; set; }

    /// <summary>Whether it was invented for a demonstration.</summary>
    public bool IsDemo { get; set; }

    /// <summary>What changed against the version before.</summary>
    public string ChangeNote { get; set; } = "";

    /// <summary>Who entered the draft.</summary>
    public long DraftedById { get; set; }

    /// <summary>Who changed the draft last.</summary>
    public long ChangedById { get; set; }

    /// <summary>When the draft was changed last (UTC).</summary>
    public DateTime ChangedAt { get; set; }

    /// <summary>When it was handed in for review (UTC), the last time.</summary>
    public DateTime? SubmittedAt { get; set; }

    public long? SubmittedById { get; set; }

    /// <summary>When the Centre sent it back (UTC), the last time; null once it is handed in again.</summary>
    public DateTime? SentBackAt { get; set; }

    public long? SentBackById { get; set; }

    /// <summary>Why it was sent back.</summary>
    public string SentBackReason { get; set; } = "";

    /// <summary>When it was published (UTC).</summary>
    public DateTime? PublishedAt { get; set; }

    public long? PublishedById { get; set; }

    /// <summary>Its place in a row, of its title.</summary>
    public string SortKey { get; private set; } = "";

    /// <summary>Raised by every change under the draft; a stale save is refused.</summary>
    public int Version { get; set; }

    string ISortedByName.SortName => Title;

    bool ISortedByName.IsPerson => false;

    IReadOnlyList<string> ISearched.SearchedBy => [nameof(Title), nameof(Text), nameof(Initials)];

    string IHistoried.Subject => nameof(ServiceVersion);

    long IHistoried.SubjectId => Id;
}
