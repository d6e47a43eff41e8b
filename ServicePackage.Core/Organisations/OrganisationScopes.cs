using ServicePackage.Core.Data;

namespace ServicePackage.Core.Organisations;

/// <summary>Which organisations can lead or support a demand, said once for queries, rows and kinds.</summary>
public static class OrganisationScopes
{
    private static readonly Scope<OrganisationKind> HandlingKind =
        new(k => k == OrganisationKind.Unit || k == OrganisationKind.CooperatingDepartment || k == OrganisationKind.EconomicCity);

    private static readonly Scope<Organisation> OfHandlingKind = HandlingKind.Of<Organisation>(o => o.Kind);

    /// <summary>The organisations in use that demands can be dispatched to: units, cooperating departments and economic cities.</summary>
    public static IQueryable<Organisation> CanHandle(this IQueryable<Organisation> organisations) =>
        organisations.Where(o => o.DisabledAt == null).Where(OfHandlingKind.Rule);

    /// <summary>Whether organisations of this kind handle demands.</summary>
    public static bool Handles(this OrganisationKind kind) => HandlingKind.Holds(kind);
}
