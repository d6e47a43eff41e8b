namespace ServicePackage.Core.FollowUps;

/// <summary>The numbers of the monthly runs.</summary>
public static class FollowUpRules
{
    /// <summary>The longest word with which an item is ended, in characters.</summary>
    public const int LongestWord = 500;

    /// <summary>A figure has fallen where it is by so large a share below that of the same months of the year before.</summary>
    public const decimal Fall = 0.2m;

    /// <summary>How many months of a figure are compared together.</summary>
    public const int MonthsCompared = 3;

    /// <summary>How many months after a promise was due it is asked after at most.</summary>
    public const int PromiseMonths = 3;

    /// <summary>A run made so long after it was due is told of as late.</summary>
    public static readonly TimeSpan LateAfter = TimeSpan.FromMinutes(5);
}
