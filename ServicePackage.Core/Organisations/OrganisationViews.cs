using ServicePackage.Core.Accounts;

namespace ServicePackage.Core.Organisations;

/// <summary>What to list.</summary>
/// <param name="Kind">One kind; null for all.</param>
/// <param name="WithDisabled">Whether disabled ones are listed too.</param>
/// <param name="Skip">Rows before the page.</param>
/// <param name="Take">Rows of the page.</param>
public sealed record OrganisationFilter(OrganisationKind? Kind = null, bool WithDisabled = false, int Skip = 0, int Take = 200);

/// <summary>An organisation in a list.</summary>
public sealed record OrganisationRow(
    long Id, string Name, string EnglishName, OrganisationKind Kind, string Phone, DateTime? DisabledAt, int People, int Version)
{
    /// <summary>The organisation it was merged into; null for one in use, and for one that was only disabled.</summary>
    public Successor? Successor { get; init; }

    /// <summary>What a provider is by nature; null for all others.</summary>
    public ProviderNature? Nature { get; init; }
}

/// <summary>Somebody who holds a post, with the phone the town's people call.</summary>
public sealed record PostHolder(long AccountId, string Name, string Phone, PostKind Post);

/// <summary>An organisation with its people.</summary>
/// <param name="Organisation">Its facts.</param>
/// <param name="Holders">Its posts and who holds them; one person may stand here more than once.</param>
/// <param name="MayChange">Whether the reader may change it.</param>
/// <param name="MayMerge">Whether the reader may merge it with another.</param>
public sealed record OrganisationDetails(OrganisationRow Organisation, IReadOnlyList<PostHolder> Holders, bool MayChange, bool MayMerge = false);

/// <summary>The task force 专班 (plan §五(五)): the general liaison, the Centre, a liaison for each unit.</summary>
/// <param name="GeneralLiaisons">The town leader in charge; empty while nobody is named.</param>
/// <param name="Centre">The lead of the task force; null before it is set up.</param>
/// <param name="Units">Units, cooperating departments and economic cities with their liaisons.</param>
public sealed record TaskForce(IReadOnlyList<PostHolder> GeneralLiaisons, TaskForceMember? Centre, IReadOnlyList<TaskForceMember> Units);

/// <summary>An organisation of the task force and who is called there.</summary>
public sealed record TaskForceMember(long Id, string Name, string EnglishName, OrganisationKind Kind, string Phone, IReadOnlyList<PostHolder> People);
