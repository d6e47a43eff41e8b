namespace ServicePackage.Core.Documents;

/// <summary>The limits of a template; nothing is unpacked before they are looked at, and no more than they allow.</summary>
public static class TemplateRules
{
    /// <summary>The largest file, in megabytes.</summary>
    public const int LargestMegabytes = 5;

    /// <summary>The most it may unpack to, in megabytes.</summary>
    public const int UnpackedMegabytes = 25;

    /// <summary>The most parts.</summary>
    public const int MostParts = 1000;

    /// <summary>The most words in one part.</summary>
    public const int MostWords = 2000;

    /// <summary>How deep the elements of a part may stand in each other.</summary>
    internal const int Deepest = 200;

    /// <summary>How much text is shown on either side of what is wrong.</summary>
    internal const int Around = 20;

    /// <summary>The most findings that are listed.</summary>
    public const int MostFindings = 50;

    internal const int Megabyte = 1024 * 1024;
}
