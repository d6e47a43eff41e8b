using System.Globalization;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Setup;

/// <summary>Days as people write them into a table.</summary>
internal static class SheetDays
{
    private static readonly string[] Forms = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];

    /// <summary>The day that a text says; null where it says none.</summary>
    public static DateOnly? Read(string text) =>
        DateOnly.TryParseExact(CodeText.Closed(text), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
