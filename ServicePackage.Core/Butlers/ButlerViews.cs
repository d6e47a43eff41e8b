using ServicePackage.Core.Accounts;

namespace ServicePackage.Core.Butlers;

/// <summary>Who serves an enterprise now.</summary>
/// <param name="EnterpriseId">The enterprise.</param>
/// <param name="AccountId">The person; null while a city without a general manager, or the Centre without a lead, stands in as an office.</param>
/// <param name="Name">The person's name, or the office's.</param>
/// <param name="EnglishName">The office's name on English screens; a person's own name otherwise.</param>
/// <param name="Phone">The telephone to call; may be empty.</param>
/// <param name="IsStandIn">True when no butler is named and the one by office stands in.</param>
/// <param name="Post">The post that makes the person fit; null for an office, and for a butler whose post no longer fits.</param>
/// <param name="Since">First day of the assignment; null for a stand-in.</param>
/// <param name="AssignmentId">The assignment; null for a stand-in.</param>
public sealed record ButlerCard(
    long EnterpriseId, long? AccountId, string Name, string EnglishName, string Phone, bool IsStandIn, PostKind? Post, DateOnly? Since, long? AssignmentId)
{
    /// <summary>True when the enterprise's tier or city has changed and asks for another butler (a change of tier never changes one by itself).</summary>
    public bool NoLongerFits => !IsStandIn && Post is null;
}

/// <summary>Somebody who could be the enterprise's butler.</summary>
/// <param name="AccountId">The person.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Post">The post that makes them fit.</param>
/// <param name="Caseload">Enterprises they serve already.</param>
public sealed record ButlerCandidate(long AccountId, string Name, PostKind Post, int Caseload);

/// <summary>The people one can choose from.</summary>
public sealed record ButlerCandidates(IReadOnlyList<ButlerCandidate> People);

/// <summary>Names a butler.</summary>
public sealed class ButlerInput
{
    /// <summary>The enterprise.</summary>
    public long EnterpriseId { get; set; }

    /// <summary>The new butler; 0 while nobody is chosen.</summary>
    public long AccountId { get; set; }

    /// <summary>The assignment that ends, as the person saw it; null for a first butler.</summary>
    public long? AssignmentId { get; set; }
}

/// <summary>Hands a whole caseload on.</summary>
public sealed class CaseloadInput
{
    /// <summary>Who hands on.</summary>
    public long FromAccountId { get; set; }

    /// <summary>Who takes over; 0 while nobody is chosen.</summary>
    public long ToAccountId { get; set; }
}
