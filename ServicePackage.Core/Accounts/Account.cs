using Microsoft.AspNetCore.Identity;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.History;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Accounts;

/// <summary>A person who signs in: of an enterprise, or holding posts in organisations.</summary>
public sealed class Account : IdentityUser<long>, IHistoried, ISortedByName
{
    /// <summary>The person's name as shown on screens.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>The enterprise the person speaks for; null for the town's own people.</summary>
    public long? EnterpriseId { get; set; }

    public Enterprise? Enterprise { get; set; }

    /// <summary>When the account was disabled (UTC); null while in use.</summary>
    public DateTime? DisabledAt { get; set; }

    /// <summary>True until the first password, set by somebody else, has been changed.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>Its place in a row, of its name.</summary>
    public string SortKey { get; private set; } = "";

    /// <summary>Raised by every change; a stale save is refused.</summary>
    public int Version { get; set; }

    /// <summary>The posts the person holds.</summary>
    public List<Post> Posts { get; set; } = [];

    string ISortedByName.SortName => DisplayName;

    bool ISortedByName.IsPerson => true;

    string IHistoried.Subject => nameof(Account);

    long IHistoried.SubjectId => Id;
}
