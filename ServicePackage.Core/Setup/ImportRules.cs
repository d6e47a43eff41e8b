using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Setup;

/// <summary>How much one import takes.</summary>
public static class ImportRules
{
    /// <summary>The most rows of a file: twice a town's roster. While they are written, or tried, nobody else writes to a SQLite file.</summary>
    public const int MostRows = 500;

    /// <summary>The largest file (bytes).</summary>
    public const int LargestFile = 2 * 1024 * 1024;

    /// <summary>The refusal of a larger one.</summary>
    public static readonly Refusal TooLarge = new("Import.TooLarge", LargestFile / (1024 * 1024));
}
