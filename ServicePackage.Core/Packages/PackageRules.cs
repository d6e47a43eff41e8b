namespace ServicePackage.Core.Packages;

/// <summary>The numbers of packages.</summary>
public static class PackageRules
{
    /// <summary>The most lines of what is worth doing now.</summary>
    public const int MostTasks = 7;

    /// <summary>The longest word or reason of a butler, in characters.</summary>
    public const int LongestWord = 200;

    /// <summary>The longest name of who took a package, in characters.</summary>
    public const int LongestName = 40;

    /// <summary>In how many working days after it was issued a version is to be handed over.</summary>
    public const int HandOverDays = 10;
}
