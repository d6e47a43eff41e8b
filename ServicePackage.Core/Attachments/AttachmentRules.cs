namespace ServicePackage.Core.Attachments;

/// <summary>The limits of files.</summary>
public static class AttachmentRules
{
    /// <summary>The bytes of a megabyte.</summary>
    public const long Megabyte = 1024 * 1024;

    /// <summary>The largest file, in bytes: 20 MB.</summary>
    public const long LargestFile = 20 * Megabyte;

    /// <summary>The most files of one subject.</summary>
    public const int MostPerSubject = 10;

    /// <summary>The most uploads of one account in a minute.</summary>
    public const int UploadsPerMinute = 20;

    /// <summary>How long a file that no command refers to is kept.</summary>
    public static readonly TimeSpan KeptUnclaimed = TimeSpan.FromHours(24);

    /// <summary>The bytes of one row of content; the last row holds the rest.</summary>
    internal const int ChunkLength = 1024 * 1024;
}
