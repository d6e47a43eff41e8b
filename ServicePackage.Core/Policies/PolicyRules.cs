namespace ServicePackage.Core.Policies;

/// <summary>How long the texts of a policy may be (characters), and how many parts it may have.</summary>
public static class PolicyRules
{
    /// <summary>The longest title of a policy or clause.</summary>
    public const int LongestTitle = 120;

    /// <summary>The longest document number.</summary>
    public const int LongestNumber = 60;

    /// <summary>The longest issuer; there may be several in one.</summary>
    public const int LongestIssuer = 120;

    /// <summary>The longest web address.</summary>
    public const int LongestAddress = 500;

    /// <summary>The longest number of a clause.</summary>
    public const int LongestClauseNumber = 30;

    /// <summary>The longest scope, benefit, list of materials and the like.</summary>
    public const int LongestWords = 2000;

    /// <summary>The longest reason or note.</summary>
    public const int LongestReason = 500;

    /// <summary>The longest interpretation.</summary>
    public const int LongestInterpretation = 5000;

    /// <summary>The longest condition, as it is kept.</summary>
    public const int LongestCondition = 60_000;

    /// <summary>The most clauses of one version.</summary>
    public const int MostClauses = 100;

    /// <summary>The most windows of one clause.</summary>
    public const int MostWindows = 10;

    /// <summary>The most enterprises that a personalised clause names.</summary>
    public const int MostEnterprises = 50;
}
