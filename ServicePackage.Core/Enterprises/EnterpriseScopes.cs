using ServicePackage.Core.Data;

namespace ServicePackage.Core.Enterprises;

/// <summary>Which enterprises are on the roster of a day (Shanghai), said once for queries and rows.</summary>
public static class EnterpriseScopes
{
    /// <summary>On the roster of the day: the day of joining counts, the day of leaving does not.</summary>
    public static readonly Scope<Enterprise, DateOnly> IsOnRoster =
        new((e, day) => e.OnRosterFrom <= day && (e.LeftRosterOn == null || e.LeftRosterOn > day));

    /// <summary>The enterprises on the roster of the day.</summary>
    public static IQueryable<Enterprise> OnRoster(this IQueryable<Enterprise> enterprises, DateOnly day) => enterprises.Where(IsOnRoster.At(day));
}
