using ServicePackage.Core.History;
using ServicePackage.Core.Organisations;

namespace ServicePackage.Core.Accounts;

/// <summary>A post that a person holds in an organisation. Rights follow posts, never names.</summary>
public sealed class Post : IHistoried
{
    /// <summary>Key.</summary>
    public long Id { get; set; }

    /// <summary>The holder.</summary>
    public long AccountId { get; set; }

    /// <summary>The holder.</summary>
    public Account Account { get; set; } = null!;

    /// <summary>Where the post is.</summary>
    public long OrganisationId { get; set; }

    /// <summary>Where the post is.</summary>
    public Organisation Organisation { get; set; } = null!;

    /// <summary>Which post.</summary>
    public PostKind Kind { get; set; }

    string IHistoried.Subject => nameof(Account);

    long IHistoried.SubjectId => AccountId;
}
