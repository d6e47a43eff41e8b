using ServicePackage.Core.History;
using ServicePackage.Core.Search;

namespace ServicePackage.Core.Policies;

/// <summary>
/// What a policy says, as it was published at one time or as it is being drafted. A published one never changes; the history of the policy notes each act
/// and does not repeat the row.
/// </summary>
[Unwritten]
public sealed class PolicyVersion : ISearched
{
    public long Id { get; set; }

    public long PolicyId { get; set; }

    /// <summary>The policy.</summary>
    public Policy Policy { get; set; } = null!;

    /// <summary>1, 2, 3 … within the policy.</summary>
    public int Number { get; set; }

    public PolicyState State { get; set; }

    public string Title { get; set; } = "";

    /// <summary>The number of the document 文号; empty where it has none or none was seen.</summary>
    public string DocumentNumber { get; set; } = "";

    public string Issuer { get; set; } = "";

    public PolicyLevel Level { get; set; }

    public PolicyKind Kind { get; set; }

    /// <summary>Where it applies: a code of <see cref="Enterprises.Divisions"/>.</summary>
    public string Place { get; set; } = "";

    /// <summary>The first day on which it is in force; null where that is not said.</summary>
    public DateOnly? From { get; set; }

    /// <summary>The last day on which it is in force; null where no end is said.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Whether it is not known if it is still in force.</summary>
    public bool ValidityUnknown { get; set; }

    /// <summary>Where it was published: a web address.</summary>
    public string SourceAddress { get; set; } = "";

    /// <summary>The whole text, as it was pasted.</summary>
    public string Text { get; set; } = "";

    /// <summary>What of it is still to be confirmed; empty where nothing is.</summary>
    public string ToConfirm { get; set; } = "";

    /// <summary>Whether it was invented for a demonstration.</summary>
    public bool IsDemo { get; set; }

    /// <summary>What changed against the version before.</summary>
    public string ChangeNote { get; set; } = "";

    /// <summary>Whether those who were told of the version before are told again.</summary>
    public bool TellAgain { get; set; }

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

    /// <summary>Raised by every change under the draft; a stale save is refused.</summary>
    public int Version { get; set; }

    public List<PolicyClause> Clauses { get; set; } = [];

    IReadOnlyList<string> ISearched.SearchedBy => [nameof(Title), nameof(DocumentNumber), nameof(Issuer)];

    string IHistoried.Subject => nameof(PolicyVersion);

    long IHistoried.SubjectId => Id;
}
