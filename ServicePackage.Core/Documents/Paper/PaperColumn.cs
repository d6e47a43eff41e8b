namespace ServicePackage.Core.Documents;

/// <summary>A column of a table on paper.</summary>
/// <param name="Head">What stands at its head, on each page anew.</param>
/// <param name="Share">How wide it is beside the others.</param>
/// <param name="Lines">What stands in a row's cell, a paragraph each.</param>
public sealed record PaperColumn(string Head, int Share, params IReadOnlyList<string> Lines);
