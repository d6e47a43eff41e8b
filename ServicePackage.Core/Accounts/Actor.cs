using ServicePackage.Core.Organisations;

namespace ServicePackage.Core.Accounts;

/// <summary>A post as the rules need it.</summary>
public sealed record HeldPost(PostKind Kind, long OrganisationId, OrganisationKind OrganisationKind);

/// <summary>The account that acts, with what it may speak for, read inside the operation.</summary>
public sealed record Actor(long AccountId, string Name, long? EnterpriseId, IReadOnlyList<HeldPost> Posts)
{
    /// <summary>The day (Shanghai) on which they act: what holds by dates, such as cover for an absent butler, is asked as of it.</summary>
    public DateOnly Today { get; init; }

    /// <summary>Works at the industry centre.</summary>
    public bool IsCentre => Holds(PostKind.Dispatcher) || IsCentreLead;

    /// <summary>Leads the industry centre.</summary>
    public bool IsCentreLead => Holds(PostKind.CentreLead);

    /// <summary>Is a town leader, the general liaison included.</summary>
    public bool IsTownLeader => Holds(PostKind.TownLeader) || IsGeneralLiaison;

    /// <summary>Is the town leader in charge 总联络人 (plan §五(五)).</summary>
    public bool IsGeneralLiaison => Holds(PostKind.GeneralLiaison);

    /// <summary>Administers accounts; sees no demand.</summary>
    public bool IsAdministrator => Holds(PostKind.Administrator);

    /// <summary>Reads the audit log.</summary>
    public bool IsAuditor => Holds(PostKind.Auditor);

    /// <summary>Has to do with demands: an enterprise's person, or whoever holds a post beside that of administrator, auditor or of a provider.</summary>
    public bool MeetsDemands => EnterpriseId is not null || Posts.Any(p => p.Kind is not (PostKind.Administrator or PostKind.Auditor) && p.OrganisationKind != OrganisationKind.Provider);

    /// <summary>Holds posts, all of them at providers of services: not one of the town's own people.</summary>
    public bool IsOfProvidersAlone => Posts.Count > 0 && Posts.All(p => p.OrganisationKind == OrganisationKind.Provider);

    /// <summary>Sees every demand: the Centre and the town leaders.</summary>
    public bool SeesEverything => IsCentre || IsTownLeader;

    /// <summary>The units, departments and economic cities in which the actor can handle a demand.</summary>
    public IReadOnlyList<long> UnitIds { get; } =
        [.. Posts.Where(p => p.OrganisationKind.Handles())
            .Select(p => p.OrganisationId).Distinct()];

    /// <summary>The providers of services for which the actor answers.</summary>
    public IReadOnlyList<long> ProviderIds { get; } =
        [.. Posts.Where(p => p.OrganisationKind == OrganisationKind.Provider).Select(p => p.OrganisationId).Distinct()];

    /// <summary>The economic cities in which the actor is a specialist or the general manager.</summary>
    public IReadOnlyList<long> EconomicCityIds { get; } =
        [.. Posts.Where(p => p.Kind is PostKind.Specialist or PostKind.GeneralManager)
            .Select(p => p.OrganisationId).Distinct()];

    /// <summary>Whether the actor holds this post, anywhere or in one organisation.</summary>
    public bool Holds(PostKind kind, long? organisationId = null) =>
        Posts.Any(p => p.Kind == kind && (organisationId is null || p.OrganisationId == organisationId));

    /// <summary>Whether the actor gives out the work of this unit: its liaison or head (general manager of a city).</summary>
    public bool LeadsUnit(long unitId) =>
        Holds(PostKind.Liaison, unitId) || Holds(PostKind.Head, unitId) || Holds(PostKind.GeneralManager, unitId);
}
