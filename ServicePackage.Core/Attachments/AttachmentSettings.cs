using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Attachments;

/// <summary>How much room files may take; section "Attachments" of the configuration.</summary>
public sealed record AttachmentSettings : ISettings
{
    private const int Most = 10_000_000;

    /// <inheritdoc/>
    public static string Section => "Attachments";

    /// <summary>The most megabytes of files that one account may have uploaded and not yet handed in.</summary>
    public int UnclaimedMegabytes { get; init; } = 200;

    /// <summary>Where less than so many megabytes are free beside the database file, uploads stop, so that words can still be saved; 0 for no floor.</summary>
    public int FreeMegabytes { get; init; } = 500;

    /// <inheritdoc/>
    public Refusal? Refuse() => SettingRules.Refuse(
        ($"{Section}:{nameof(UnclaimedMegabytes)}", UnclaimedMegabytes, (int)(AttachmentRules.LargestFile / AttachmentRules.Megabyte), Most),
        ($"{Section}:{nameof(FreeMegabytes)}", FreeMegabytes, 0, Most));
}
