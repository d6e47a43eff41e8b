namespace ServicePackage.Core.History;

/// <summary>One property's value before and after a change.</summary>
/// <param name="Entity">The kind of row.</param>
/// <param name="Key">The row's key.</param>
/// <param name="Property">The property; "*" for a row that came or went.</param>
/// <param name="Before">The value before, null when the row is new.</param>
/// <param name="After">The value after, null when the row went.</param>
public sealed record HistoryChange(string Entity, string Key, string Property, string? Before, string? After);
