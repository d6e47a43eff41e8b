using System.Globalization;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Notifications;

/// <summary>Makes the sentence of a notice in the reader's language from its kind and arguments.</summary>
public static class NoticeWording
{
    /// <summary>A move without a sentence of its own: number, title, move, actor.</summary>
    private const string Moved = "Notice.Moved";

    /// <summary>The same where nobody acted: number, title, move.</summary>
    private const string MovedBySystem = "Notice.MovedBySystem";

    private const int WithActor = 4;

    /// <summary>The sentence. "@Type.Member" becomes the name it stands for, yyyy-MM-dd a day; all else is put in as it is.</summary>
    public static string Sentence(string kind, IReadOnlyList<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var own = $"Notice.{kind}";
        var key = Wording.Find(own) is not null ? own : arguments.Count >= WithActor ? Moved : MovedBySystem;
        return Wording.Sentence(key, [.. arguments.Select(Say)]);
    }

    private static object Say(string argument) =>
        argument.StartsWith('@') && Wording.Find(argument[1..]) is { } name ? name
        : DateOnly.TryParseExact(argument, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : argument;
}
