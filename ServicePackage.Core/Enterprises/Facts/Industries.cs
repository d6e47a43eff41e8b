using System.Globalization;
using System.Text.Json;

namespace ServicePackage.Core.Enterprises;

/// <summary>Industries by GB/T 4754, a tree: a door (a letter), then two, three, four digits. The names are a file of the program.</summary>
public static class Industries
{
    private static readonly Content File = Read();

    private static readonly Dictionary<string, FactOption> ByCode =
        File.Doors.Select(d => new FactOption(d.Code, d.Chinese, d.English)).Concat(File.Codes).ToDictionary(i => i.Code, StringComparer.Ordinal);

    /// <summary>The industries that have a name, each door followed by what belongs to it.</summary>
    public static IReadOnlyList<FactOption> All { get; } =
        [.. File.Doors.SelectMany(d => File.Codes.Where(c => DoorOf(c.Code) == d.Code).OrderBy(c => c.Code, StringComparer.Ordinal).Prepend(ByCode[d.Code]))];

    /// <summary>The named industry of a code; null where it has no name here.</summary>
    public static FactOption? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>What an industry is called in the reader's language, the nearest that has a name; the code itself where none has.</summary>
    public static string Name(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        for (var length = code.Length; length >= 1; length--)
        {
            if (Find(code[..length]) is { } named)
            {
                return length == code.Length ? named.Name : Words.Wording.Either($"{named.Name}（{code}）", $"{named.Name} ({code})");
            }
        }

        return code;
    }

    /// <summary>The letter to which a code belongs; null where there is none.</summary>
    public static string? DoorOf(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.Length == 1 ? ByCode.ContainsKey(code) ? code : null
            : code.Length >= 2 && int.TryParse(code.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? File.Doors.FirstOrDefault(d => d.From <= number && number <= d.Until)?.Code
                : null;
    }

    /// <summary>Whether an industry belongs to another: null where it is known only as a whole of which the other is a part, so that either may be true.</summary>
    public static bool? IsWithin(string code, string of)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(of);
        return of.Length == 1 ? DoorOf(code) == of
            : code.Length == 1 ? DoorOf(of) == code ? null : false
            : code.StartsWith(of, StringComparison.Ordinal) ? true
            : of.StartsWith(code, StringComparison.Ordinal) ? null : false;
    }

    private static Content Read()
    {
        using var stream = typeof(Industries).Assembly.GetManifestResourceStream("industries.json")!;
        return JsonSerializer.Deserialize<Content>(stream, JsonSerializerOptions.Web)!;
    }

    private sealed record Named(string Code, string Chinese, string English, int From, int Until);

    private sealed record Content(IReadOnlyList<Named> Doors, IReadOnlyList<FactOption> Codes);
}
