using MiniExcelLibs;

namespace ServicePackage.Tests.Support;

/// <summary>Reads files that were made to be downloaded, as a reader's program does.</summary>
public static class SheetReading
{
    /// <summary>The rows of the first sheet, each by the heads of its columns.</summary>
    public static IReadOnlyList<IDictionary<string, object?>> Rows(byte[] content)
    {
        using var stream = new MemoryStream(content);
        return [.. stream.Query(useHeaderRow: true).Cast<IDictionary<string, object?>>()];
    }
}
