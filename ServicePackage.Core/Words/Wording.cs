using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Resources;

namespace ServicePackage.Core.Words;

/// <summary>
/// The domain's texts in the reader's language: names of states and moves, refusals, notices.
/// Every resource of this assembly takes part; a feature keeps its texts beside its code.
/// Rows store keys and arguments, never a sentence, so that each reader gets their own language.
/// </summary>
public static class Wording
{
    private static readonly ImmutableArray<ResourceManager> Resources =
        [.. typeof(Wording).Assembly.GetManifestResourceNames()
            .Where(n => n.EndsWith(".resources", StringComparison.Ordinal))
            .Select(n => new ResourceManager(n[..^".resources".Length], typeof(Wording).Assembly))];

    private static readonly string[] Languages = ["zh-CN", "en"];

    private static readonly CultureInfo[] Cultures = [.. Languages.Select(CultureInfo.GetCultureInfo)];

    private static readonly ConcurrentDictionary<(string Key, string Culture), string?> Found = new();

    /// <summary>The text of a key in the current UI culture; the key itself where there is none (a test forbids that).</summary>
    public static string Text(string key) => Find(key) ?? key;

    /// <summary>The text of a key, or null where there is none.</summary>
    public static string? Find(string key) => Find(key, CultureInfo.CurrentUICulture.Name);

    /// <summary>The text of a key in each language of the program, for what people bring in from elsewhere, such as the heads of a table.</summary>
    public static IEnumerable<string> InEveryLanguage(string key) => Languages.Select(l => Find(key, l)).OfType<string>().Distinct();

    private static string? Find(string key, string culture) => Found.GetOrAdd((key, culture), static k =>
        Resources.Select(r => r.GetString(k.Key, CultureInfo.GetCultureInfo(k.Culture))).FirstOrDefault(t => t is not null));

    /// <summary>What something says in Chinese, and what in English, whatever the reader's language: for what is kept as it was said.</summary>
    public static (string Chinese, string English) InBoth(Func<string> say)
    {
        ArgumentNullException.ThrowIfNull(say);
        return (In(Cultures[0], say), In(Cultures[1], say));
    }

    /// <summary>What something says in Chinese, whatever the reader's language: for papers, which are Chinese.</summary>
    public static T InChinese<T>(Func<T> say)
    {
        ArgumentNullException.ThrowIfNull(say);
        return In(Cultures[0], say);
    }

    private static T In<T>(CultureInfo language, Func<T> say)
    {
        var (culture, screens) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        if (culture.Equals(language) && screens.Equals(language))
        {
            return say(); // to change what is so already costs more than many a sentence
        }

        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language;
            return say();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, screens);
        }
    }

    /// <summary>The name of an enum's member: its text stands under "Type.Member".</summary>
    public static string Name(Enum value) => Text(KeyOf(value));

    /// <summary>The key of the name of an enum's member.</summary>
    public static string KeyOf(Enum value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return $"{value.GetType().Name}.{value}";
    }

    /// <summary>A sentence with its arguments put in; enums become their names, dates are written by culture.</summary>
    public static string Sentence(string key, params object?[] arguments)
    {
        var text = Text(key);
        var sentence = string.Format(CultureInfo.CurrentCulture, text, [.. arguments.Select(Say)]);
        return text.StartsWith("{0}", StringComparison.Ordinal) && arguments is [FieldName, ..] && sentence.Length > 0
            ? char.ToUpper(sentence[0], CultureInfo.CurrentCulture) + sentence[1..] // "the title" begins a sentence as "The title"
            : sentence;
    }

    /// <summary>A date as the reader's language writes it, with the year: 2026年11月23日, 23 Nov 2026.</summary>
    public static string Date(DateOnly day) => day.ToString(Text("Format.Date"), CultureInfo.CurrentCulture);

    /// <summary>Of two names the one in the reader's language; the Chinese one where there is no other.</summary>
    public static string Either(string chinese, string english) =>
        string.IsNullOrEmpty(english) || CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? chinese : english;

    private static object? Say(object? argument) => argument switch
    {
        Enum value => Name(value),
        DateOnly day => Date(day),
        _ => argument,
    };
}
