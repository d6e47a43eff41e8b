namespace ServicePackage.Core.Setup;

/// <summary>A row of a table that somebody brings, as it was read: its number in the table, from 1 with the heads, and its texts.</summary>
/// <param name="Number">The number at the left edge of the table.</param>
/// <param name="Cells">The texts by column, without space around them; empty ones are left out.</param>
public sealed record SheetLine<TColumn>(int Number, IReadOnlyDictionary<TColumn, string> Cells)
    where TColumn : struct, Enum
{
    /// <summary>The texts of columns with other heads, by what stands there; where these are read.</summary>
    public IReadOnlyDictionary<string, string> Others { get; init; } = new Dictionary<string, string>();

    /// <summary>The text of a column; empty where there is none.</summary>
    public string this[TColumn column] => Cells.GetValueOrDefault(column, "");
}
