using ServicePackage.Core.Data;

namespace ServicePackage.Core.Packages;

/// <summary>Which versions count, wait and are late, said once for queries and rows.</summary>
public static class PackageScopes
{
    /// <summary>It waits to be handed over.</summary>
    public static readonly Scope<PackageVersion> WaitsForHandOver = new(v => v.State == PackageState.Issued);

    /// <summary>It should have been handed over by an instant (UTC).</summary>
    public static readonly Scope<PackageVersion, DateTime> IsLate = new((v, at) => v.State == PackageState.Issued && v.HandOverDueAt < at);

    /// <summary>Of each enterprise the last of these versions.</summary>
    internal static IQueryable<PackageVersion> Latest(this IQueryable<PackageVersion> versions)
    {
        var all = versions;
        return versions.Where(v => !all.Any(l => l.EnterpriseId == v.EnterpriseId && l.Id > v.Id));
    }
}
