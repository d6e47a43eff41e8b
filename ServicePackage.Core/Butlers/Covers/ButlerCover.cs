using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.History;

namespace ServicePackage.Core.Butlers;

/// <summary>
/// That somebody stands beside an absent butler from a day until a day (plan §五(六)): they see, act and are told beside them. The assignment stays where it is; with its last day
/// the cover is over, and there is nothing to undo.
/// </summary>
public sealed class ButlerCover : IHistoried
{
    public long Id { get; set; }

    public long AbsentId { get; set; }

    public Account Absent { get; set; } = null!;

    public long CovererId { get; set; }

    public Account Coverer { get; set; } = null!;

    /// <summary>First day (Shanghai).</summary>
    public DateOnly From { get; set; }

    /// <summary>Last day (Shanghai); the day before the one on which it was ended early.</summary>
    public DateOnly Until { get; set; }

    /// <summary>Whether it is for every enterprise of the absent butler; otherwise for <see cref="Enterprises"/>.</summary>
    public bool All { get; set; }

    /// <summary>The enterprises it is for, where it is not for all.</summary>
    public List<ButlerCoverEnterprise> Enterprises { get; } = [];

    public string Reason { get; set; } = "";

    public long GivenById { get; set; }

    public Account GivenBy { get; set; } = null!;

    /// <summary>When it was given (UTC).</summary>
    public DateTime GivenAt { get; set; }

    /// <summary>When it was ended early (UTC); null otherwise.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>Why it was ended early.</summary>
    public string EndReason { get; set; } = "";

    /// <summary>Raised by every change; a stale save is refused.</summary>
    public int Version { get; set; }

    string IHistoried.Subject => nameof(ButlerCover);

    long IHistoried.SubjectId => Id;
}

/// <summary>An enterprise that a cover is for.</summary>
public sealed class ButlerCoverEnterprise
{
    public long CoverId { get; set; }

    public long EnterpriseId { get; set; }

    public Enterprise Enterprise { get; set; } = null!;
}
