using Microsoft.Extensions.Localization;
using ServicePackage.Core.Operations;

namespace ServicePackage.Web.Layout;

/// <summary>What is wrong with the store, as whoever only reads is told.</summary>
public static class StorageWords
{
    /// <summary>One sentence for a refusal of the store.</summary>
    public static string Line(this IStringLocalizer<FrameTexts> texts, Refusal trouble)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(trouble);
        return trouble.Code switch
        {
            "Busy" => texts["Storage.Busy"],
            "DiskFull" => texts["Storage.DiskFull"],
            "NoDatabase" => texts["Storage.NoDatabase"],
            _ => throw new ArgumentOutOfRangeException(nameof(trouble), trouble.Code, "The store does not refuse like this."),
        };
    }
}
