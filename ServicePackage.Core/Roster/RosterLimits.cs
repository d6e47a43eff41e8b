using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Roster;

/// <summary>How long the texts of the roster may be, and how many enterprises the plan names.</summary>
public static class RosterLimits
{
    /// <summary>The longest name of a department outside the town (characters).</summary>
    public const int LongestDepartment = 60;

    /// <summary>The longest source of the district's list (characters).</summary>
    public const int LongestSource = 200;

    /// <summary>The longest reason (characters).</summary>
    public const int LongestReason = 500;

    /// <summary>Key enterprises of the district tier that the plan names (§二(一)).</summary>
    public const int District = 13;

    /// <summary>Key enterprises of the town tier that the plan names (§二(二)).</summary>
    public const int Town = 200;

    /// <summary>The most enterprises of one decision.</summary>
    public const int MostAtOnce = 500;

    /// <summary>The first year of the plan.</summary>
    public const int FirstYear = 2023;

    /// <summary>A year that nominations can be opened for: this one and the next.</summary>
    public static Refusal? RefuseYear(int year, DateOnly today) =>
        year == today.Year || year == today.Year + 1 ? null : new Refusal("Roster.YearOutside", Of(today.Year), Of(today.Year + 1));

    /// <summary>A year as it stands in a sentence, without a thousands separator.</summary>
    internal static string Of(int year) => year.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
