using System.Text;

namespace ServicePackage.Core.Attachments;

/// <summary>What a browser could take for a page, where a file is not what it says.</summary>
internal static class Markup
{
    /// <summary>How far browsers look when they guess what a file is, and PDF readers for the mark of theirs.</summary>
    public const int GuessedFrom = 1024;

    private static readonly string[] Tags = ["<html", "<script", "<!doctype", "<svg", "<head", "<body", "<iframe", "<?xml-stylesheet"];

    /// <summary>Whether these bytes name what begins a page.</summary>
    public static bool StandsIn(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        return Tags.Any(t => text.Contains(t, StringComparison.OrdinalIgnoreCase));
    }
}
