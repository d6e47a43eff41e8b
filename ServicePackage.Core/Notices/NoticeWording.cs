using System.Globalization;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Notices;

/// <summary>Makes the sentence of a notice in the reader's language from its kind and arguments.</summary>
public static class NoticeWording
{
    /// <summary>A move without a sentence of its own: number, title, move, actor, and what is asked for with its day. The key is followed by this where nobody acted.</summary>
    private const string BySystem = "BySystem";

    /// <summary>Where the name of who acted stands.</summary>
    private const int Actor = 3;

    /// <summary>The most arguments a sentence takes.</summary>
    private const int Most = 7;

    /// <summary>The sentence. "@Type.Member" becomes the name it stands for, "@Key|2" a part of the sentence with its number (or month, yyyy-MM), yyyy-MM-dd a day; all else is put in as it is, quotes within it made inner ones.</summary>
    public static string Sentence(string kind, IReadOnlyList<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(arguments);
        var own = $"Notice.{kind}";
        var general = $"Notice.{kind.Split('.')[0]}{(arguments.Count > Actor && arguments[Actor].Length > 0 ? "" : BySystem)}";
        var padding = Enumerable.Repeat("", Math.Max(0, Most - arguments.Count));
        return Wording.Sentence(Wording.Find(own) is not null ? own : general, [.. arguments.Concat(padding).Select(Say)]);
    }

    /// <summary>What notices of a kind are called together: the act they tell of, the clock they ask to see to.</summary>
    public static string Name(string kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return kind.Split('.') switch
        {
            ["Asked", var clock, ..] when Wording.Find($"ClockKind.{clock}") is { } name => name,
            ["Asked", ..] => Wording.Text("NoticeMatter.Asked"),
            ["Moved" or "Yours", var move] when Wording.Find($"Move.{move}") is { } name => name,
            ["Moved", ..] => Wording.Text("NoticeMatter.Moved"),
            ["Level", var level, ..] when Wording.Find($"NoticeLevel.{level}") is { } name => name,
            _ => Wording.Text("NoticeMatter.Other"),
        };
    }

    /// <summary>A month stands as yyyy-MM.</summary>
    private static string MonthOf(string of) =>
        DateOnly.TryParseExact(of, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month.ToString(Wording.Text("Format.Month"), CultureInfo.CurrentCulture) : of;

    /// <summary>A part of a sentence takes one argument; a text that takes more was typed by somebody, and stands as it was typed.</summary>
    private static object Say(string argument) =>
        argument.StartsWith('@') && argument.Split('|') is [var part, var of] && Wording.Find(part[1..]) is { } text && !text.Contains("{1}", StringComparison.Ordinal) ? Wording.Sentence(part[1..], MonthOf(Inner(of))) :
        argument.StartsWith('@') && Wording.Find(argument[1..]) is { } name ? name
        : DateOnly.TryParseExact(argument, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : Inner(argument);

    /// <summary>Sentences quote titles.</summary>
    private static string Inner(string text) => text.Replace('“', '‘').Replace('”', '’');
}
