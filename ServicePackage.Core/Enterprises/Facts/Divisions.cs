using System.Text.Json;

namespace ServicePackage.Core.Enterprises;

/// <summary>
/// Places as division codes, a tree: the country, provinces, cities, districts (six digits), towns (nine). The names are a file of the program; a code that
/// is not in it is a place all the same, called by its code.
/// </summary>
public static class Divisions
{
    /// <summary>The whole country.</summary>
    public const string Country = "000000";

    private const int District = 6;

    private static readonly IReadOnlyList<FactOption> File = Read();

    private static readonly Dictionary<string, FactOption> ByCode = File.ToDictionary(d => d.Code, StringComparer.Ordinal);

    /// <summary>The places that have a name, from the whole to the part.</summary>
    public static IReadOnlyList<FactOption> All => File;

    /// <summary>The named place of a code; null where it has no name here.</summary>
    public static FactOption? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>What a place is called in the reader's language: with its district where it is a town; the code itself where it has no name.</summary>
    public static string Name(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var own = Find(code)?.Name ?? code;
        return code.Length > District && Find(code[..District]) is { } district ? Words.Wording.Either(district.Name + own, $"{own}, {district.Name}") : own;
    }

    /// <summary>Whether a place lies in another: null where it is known only as a whole of which the other is a part, so that either may be true.</summary>
    public static bool? IsWithin(string code, string of)
    {
        var (part, whole) = (Stem(code), Stem(of));
        return part.StartsWith(whole, StringComparison.Ordinal) ? true : whole.StartsWith(part, StringComparison.Ordinal) ? null : false;
    }

    /// <summary>The digits that say something: 31 of 310000, 3205 of 320500; nothing of the country.</summary>
    private static string Stem(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.Length > District ? code
            : code == Country ? ""
            : code.EndsWith("0000", StringComparison.Ordinal) ? code[..2]
            : code.EndsWith("00", StringComparison.Ordinal) ? code[..4]
            : code;
    }

    private static List<FactOption> Read()
    {
        using var stream = typeof(Divisions).Assembly.GetManifestResourceStream("divisions.json")!;
        return JsonSerializer.Deserialize<List<FactOption>>(stream, JsonSerializerOptions.Web)!;
    }
}
