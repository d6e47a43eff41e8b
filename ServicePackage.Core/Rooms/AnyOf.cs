using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace ServicePackage.Core.Rooms;

/// <summary>Joins conditions that several rooms contribute into one that a query can hold.</summary>
internal static class AnyOf
{
    /// <summary>Holds where one of them does; never where there are none.</summary>
    public static Expression<Func<T, bool>> These<T>(IEnumerable<Expression<Func<T, bool>>> conditions)
    {
        var row = Expression.Parameter(typeof(T), "row");
        var bodies = conditions.Select(c => ReplacingExpressionVisitor.Replace(c.Parameters[0], row, c.Body)).ToList();
        return Expression.Lambda<Func<T, bool>>(bodies.Count == 0 ? Expression.Constant(false) : bodies.Aggregate(Expression.OrElse), row);
    }
}
