using ServicePackage.Core.History;
using ServicePackage.Core.Organisations;

namespace ServicePackage.Core.Accounts;

/// <summary>A post that a person holds in an organisation. Rights follow posts, never names.</summary>
public sealed class Post : IHistoried
{
    public long Id { get; set; }

    public long AccountId { get; set; }

    public Account Account { get; set; } = null!;

    public long OrganisationId { get; set; }

    public Organisation Organisation { get; set; } = null!;

    public PostKind Kind { get; set; }

    string IHistoried.Subject => nameof(Account);

    long IHistoried.SubjectId => AccountId;
}
