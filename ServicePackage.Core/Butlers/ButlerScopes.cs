namespace ServicePackage.Core.Butlers;

/// <summary>Which assignments count today.</summary>
public static class ButlerScopes
{
    /// <summary>The assignments that last: at most one an enterprise.</summary>
    public static IQueryable<ButlerAssignment> Current(this IQueryable<ButlerAssignment> assignments) => assignments.Where(b => b.Until == null);
}
