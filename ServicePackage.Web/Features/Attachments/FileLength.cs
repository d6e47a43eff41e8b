using System.Globalization;

namespace ServicePackage.Web.Features.Attachments;

/// <summary>How the size of a file is written.</summary>
public static class FileLength
{
    /// <summary>12 B, 340 KB, 1.2 MB.</summary>
    public static string Text(long bytes) => bytes switch
    {
        < 1024 => string.Create(CultureInfo.CurrentCulture, $"{bytes} B"),
        < 1024 * 1024 => string.Create(CultureInfo.CurrentCulture, $"{bytes / 1024.0:0} KB"),
        _ => string.Create(CultureInfo.CurrentCulture, $"{bytes / (1024.0 * 1024.0):0.0} MB"),
    };
}
