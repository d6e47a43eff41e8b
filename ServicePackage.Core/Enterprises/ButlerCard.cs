using ServicePackage.Core.Accounts;

namespace ServicePackage.Core.Enterprises;

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
    /// <summary>Who covers for the butler today, beside them; null where nobody does.</summary>
    public CoverCard? Cover { get; init; }

    /// <summary>The accounts that serve the enterprise today: the butler's or stand-in's, and that of who covers.</summary>
    public IEnumerable<long> Accounts => new[] { AccountId, Cover?.AccountId }.OfType<long>();

    /// <summary>True when the enterprise's tier or city has changed and asks for another butler (a change of tier never changes one by itself).</summary>
    public bool NoLongerFits => !IsStandIn && Post is null;
}

/// <summary>Who covers for an absent butler.</summary>
/// <param name="AccountId">The person.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Phone">The telephone to call; may be empty.</param>
/// <param name="Until">Last day of it (Shanghai).</param>
public sealed record CoverCard(long AccountId, string Name, string Phone, DateOnly Until);
