using ServicePackage.Core.Enterprises;

namespace ServicePackage.Core.Butlers;

/// <summary>Which leaders to list.</summary>
/// <param name="WithLeft">Those who left office as well.</param>
/// <param name="Skip">Rows before the page.</param>
/// <param name="Take">Rows of the page.</param>
public sealed record LeaderFilter(bool WithLeft = false, int Skip = 0, int Take = 50);

/// <summary>A leader in the list.</summary>
public sealed record LeaderRow
{
    public long Id { get; init; }

    /// <summary>To be given back with a change.</summary>
    public int Version { get; init; }

    public string Name { get; init; } = "";

    /// <summary>The office held; may be empty.</summary>
    public string Title { get; init; } = "";

    public LeaderLevel Level { get; init; }

    public string Phone { get; init; } = "";

    public long? AccountId { get; init; }

    /// <summary>The day of leaving office (Shanghai); null while in office.</summary>
    public DateOnly? LeftOn { get; init; }

    /// <summary>With how many enterprises they keep contact today.</summary>
    public int Enterprises { get; init; }

    /// <summary>The last day on which one of these was contacted (Shanghai); null before the first.</summary>
    public DateOnly? LastContact { get; init; }

    /// <summary>The next day on which a contact with one of these is planned (Shanghai).</summary>
    public DateOnly? NextContact { get; init; }
}

/// <summary>The list of leaders.</summary>
/// <param name="Rows">A page of them, the district's before the town's, by name.</param>
/// <param name="MayKeep">Whether the reader enters leaders and whom they keep contact with.</param>
/// <param name="Without">How many enterprises on the roster no leader keeps contact with; 0 for a reader who does not keep the list.</param>
public sealed record LeaderList(Operations.Page<LeaderRow> Rows, bool MayKeep, int Without);

/// <summary>One leader.</summary>
/// <param name="Row">The leader.</param>
/// <param name="Account">The name of the account; null for who has none.</param>
/// <param name="MayKeep">Whether the reader may change it.</param>
public sealed record LeaderDetails(LeaderRow Row, string? Account, bool MayKeep);

/// <summary>A contact with an enterprise, in a word.</summary>
/// <param name="Day">The day (Shanghai).</param>
/// <param name="Way">How.</param>
/// <param name="Who">Who held it, or means to.</param>
public sealed record ContactInShort(DateOnly Day, ContactWay Way, string Who);

/// <summary>An enterprise with which a leader keeps contact, today or from a day to come.</summary>
/// <param name="Id">Key of the leader's contact.</param>
/// <param name="Version">To be given back with a change.</param>
/// <param name="EnterpriseId">The enterprise.</param>
/// <param name="Name">Its name.</param>
/// <param name="Tier">Its tier.</param>
/// <param name="From">First day (Shanghai).</param>
/// <param name="Until">Last day (Shanghai); null where no end is fixed.</param>
/// <param name="Last">The last contact that was held with it, by whomever.</param>
/// <param name="Next">The contact that is planned.</param>
public sealed record LedEnterprise(long Id, int Version, long EnterpriseId, string Name, EnterpriseTier Tier, DateOnly From, DateOnly? Until, ContactInShort? Last, ContactInShort? Next);

/// <summary>A leader who keeps, kept or will keep contact with an enterprise.</summary>
/// <param name="Id">Key of the contact.</param>
/// <param name="Version">To be given back with a change.</param>
/// <param name="Card">Who, and from when until when.</param>
public sealed record EnterpriseLeader(long Id, int Version, LeaderCard Card);

/// <summary>Who keeps contact with an enterprise, and who did.</summary>
/// <param name="Now">Those of today.</param>
/// <param name="Others">Those before, and those to come; the latest first.</param>
/// <param name="MayKeep">Whether the reader may name one, and end it.</param>
/// <param name="Free">The levels of which nobody keeps contact today, for a reader who may name one.</param>
public sealed record EnterpriseLeaders(IReadOnlyList<EnterpriseLeader> Now, IReadOnlyList<EnterpriseLeader> Others, bool MayKeep, IReadOnlyList<LeaderLevel> Free);

/// <summary>Somebody to choose.</summary>
/// <param name="Id">Key of the leader, or of the account.</param>
/// <param name="Name">The name.</param>
/// <param name="Title">The office held; may be empty.</param>
public sealed record LeaderChoice(long Id, string Name, string Title);

/// <summary>An enterprise that can be given to a leader.</summary>
/// <param name="Id">The enterprise.</param>
/// <param name="Name">Its name.</param>
/// <param name="Tier">Its tier.</param>
public sealed record UnledEnterprise(long Id, string Name, EnterpriseTier Tier);
