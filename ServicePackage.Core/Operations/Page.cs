using Microsoft.EntityFrameworkCore;

namespace ServicePackage.Core.Operations;

/// <summary>A slice of a list, and how many rows the whole list has.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, int Total);

/// <summary>Cuts lists into pages: no list is read whole.</summary>
public static class Paging
{
    /// <summary>The most rows one answer holds, whatever is asked.</summary>
    public const int Largest = 200;

    /// <summary>The rows from <paramref name="skip"/> on, at most <see cref="Largest"/>, with the count of all. The query must be ordered.</summary>
    public static async Task<Page<T>> PageAsync<T>(this IQueryable<T> query, int skip, int take, CancellationToken cancellation = default)
    {
        var total = await query.CountAsync(cancellation);
        var items = await query.Skip(Math.Max(skip, 0)).Take(Math.Clamp(take, 1, Largest)).ToListAsync(cancellation);
        return new Page<T>(items, total);
    }
}
