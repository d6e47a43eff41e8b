using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServicePackage.Core.Enterprises;

/// <summary>Every fact that can be asked of an enterprise (plan §二): a file of the program, read once. To add a fact, add a row there.</summary>
public static class FactCatalogue
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly Content File = Read();

    private static readonly Dictionary<string, FactDefinition> ByCode = File.Facts.ToDictionary(f => f.Code, StringComparer.Ordinal);

    /// <summary>The groups, in the order of the page.</summary>
    public static IReadOnlyList<FactGroup> Groups => File.Groups;

    /// <summary>The fact that says when an enterprise was founded.</summary>
    public const string Founded = "founded";

    /// <summary>The facts, in the order of the page within their groups.</summary>
    public static IReadOnlyList<FactDefinition> All => File.Facts;

    /// <summary>The codes of the facts whose values every reader of the enterprise sees.</summary>
    public static IReadOnlyList<string> PublicCodes { get; } = [.. File.Facts.Where(f => !f.Commercial).Select(f => f.Code)];

    /// <summary>The fact of a code; null for a code that is not in the catalogue.</summary>
    public static FactDefinition? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);

    private static Content Read()
    {
        using var stream = typeof(FactCatalogue).Assembly.GetManifestResourceStream("facts.json")!;
        return JsonSerializer.Deserialize<Content>(stream, Json)!;
    }

    private sealed record Content(IReadOnlyList<FactGroup> Groups, IReadOnlyList<FactDefinition> Facts);
}
