using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.History;

namespace ServicePackage.Core.Butlers;

/// <summary>
/// A butler's (服务管家) dated assignment to an enterprise: one current butler an enterprise (plan §五(六)),
/// kept by a unique index over the open assignments.
/// </summary>
public sealed class ButlerAssignment : IHistoried
{
    public long Id { get; set; }

    public long EnterpriseId { get; set; }

    public Enterprise Enterprise { get; set; } = null!;

    public long AccountId { get; set; }

    public Account Account { get; set; } = null!;

    public DateOnly From { get; set; }

    /// <summary>Last day of service; null while current.</summary>
    public DateOnly? Until { get; set; }

    string IHistoried.Subject => nameof(Enterprise);

    long IHistoried.SubjectId => EnterpriseId;
}
