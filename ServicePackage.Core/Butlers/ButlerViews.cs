using ServicePackage.Core.Accounts;

namespace ServicePackage.Core.Butlers;

/// <summary>Somebody who could be the enterprise's butler.</summary>
/// <param name="AccountId">The person.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Post">The post that makes them fit.</param>
/// <param name="Caseload">Enterprises they serve already.</param>
public sealed record ButlerCandidate(long AccountId, string Name, PostKind Post, int Caseload);

/// <summary>The people one can choose from, and what the plan has in mind (§二(二)): a suggestion, no rule.</summary>
/// <param name="People">Who fits, those whom the plan has in mind first, then the least burdened.</param>
/// <param name="Usual">The post the plan has in mind for a butler of this enterprise.</param>
/// <param name="Leader">The town leader who keeps contact with it, on whom that depends; null where none does.</param>
public sealed record ButlerCandidates(IReadOnlyList<ButlerCandidate> People, PostKind Usual, string? Leader);

/// <summary>Names a butler.</summary>
public sealed class ButlerInput
{
    public long EnterpriseId { get; set; }

    /// <summary>The new butler; 0 while nobody is chosen.</summary>
    public long AccountId { get; set; }

    /// <summary>The assignment that ends, as the person saw it; null for a first butler.</summary>
    public long? AssignmentId { get; set; }
}

/// <summary>Hands a whole caseload on.</summary>
public sealed class CaseloadInput
{
    public long FromAccountId { get; set; }

    /// <summary>Who takes over; 0 while nobody is chosen.</summary>
    public long ToAccountId { get; set; }
}
