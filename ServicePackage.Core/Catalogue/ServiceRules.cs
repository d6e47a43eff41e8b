namespace ServicePackage.Core.Catalogue;

/// <summary>How long the texts of a service may be (characters), and how old a check may be.</summary>
public static class ServiceRules
{
    /// <summary>The longest title.</summary>
    public const int LongestTitle = 60;

    /// <summary>The longest description, and the longest word on how to get it.</summary>
    public const int LongestWords = 2000;

    /// <summary>The longest word on what it costs.</summary>
    public const int LongestFee = 200;

    /// <summary>The longest name of a contact.</summary>
    public const int LongestContact = 60;

    /// <summary>The longest web address.</summary>
    public const int LongestAddress = 500;

    /// <summary>The longest reason, note or wish.</summary>
    public const int LongestReason = 500;

    /// <summary>The longest condition, as it is kept.</summary>
    public const int LongestCondition = 4000;

    /// <summary>The most it may cost, in yuan.</summary>
    public const decimal MostYuan = 100_000_000m;

    /// <summary>A service that nobody has checked for so many months is marked.</summary>
    public const int CheckedWithinMonths = 6;

    /// <summary>A provider answers within so many working days.</summary>
    public const int AnswerWithinDays = 3;

    /// <summary>The first day on which a check made then is still recent.</summary>
    public static DateOnly CheckedSince(DateOnly today) => today.AddMonths(-CheckedWithinMonths);
}
