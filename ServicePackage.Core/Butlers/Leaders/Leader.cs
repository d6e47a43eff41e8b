using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.History;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Butlers;

/// <summary>A leader of the district or the town who keeps contact with enterprises (plan §二, §五(一)); most have no account.</summary>
public sealed class Leader : IHistoried, ISortedByName
{
    public long Id { get; set; }

    public string Name { get; set; } = "";

    /// <summary>The office held, as it is written; may be empty.</summary>
    public string Title { get; set; } = "";

    /// <summary>Never changed: the contacts carry it.</summary>
    public LeaderLevel Level { get; set; }

    public string Phone { get; set; } = "";

    /// <summary>The account of a town leader who has one.</summary>
    public long? AccountId { get; set; }

    /// <summary>The account of a town leader who has one.</summary>
    public Account? Account { get; set; }

    /// <summary>The day of leaving office (Shanghai); null while in office.</summary>
    public DateOnly? LeftOn { get; set; }

    /// <summary>Its place in a row, of its name.</summary>
    public string SortKey { get; private set; } = "";

    /// <summary>Raised by every change; a stale save is refused.</summary>
    public int Version { get; set; }

    string ISortedByName.SortName => Name;

    bool ISortedByName.IsPerson => true;

    string IHistoried.Subject => nameof(Leader);

    long IHistoried.SubjectId => Id;
}

/// <summary>
/// That a leader keeps contact with an enterprise from a day until a day. On one day an enterprise has at most one leader of a level: one of the town, and in the
/// district tier one of the district beside it.
/// </summary>
public sealed class LeaderContact : IHistoried
{
    public long Id { get; set; }

    public long EnterpriseId { get; set; }

    public Enterprise Enterprise { get; set; } = null!;

    public long LeaderId { get; set; }

    public Leader Leader { get; set; } = null!;

    /// <summary>The leader's, for the rule of one a level.</summary>
    public LeaderLevel Level { get; set; }

    /// <summary>First day (Shanghai).</summary>
    public DateOnly From { get; set; }

    /// <summary>Last day (Shanghai); null where no end is fixed.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Raised by every change; a stale save is refused.</summary>
    public int Version { get; set; }

    string IHistoried.Subject => nameof(Enterprise);

    long IHistoried.SubjectId => EnterpriseId;
}
