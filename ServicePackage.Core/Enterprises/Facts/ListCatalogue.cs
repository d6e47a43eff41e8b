using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServicePackage.Core.Enterprises;

/// <summary>The lists that are kept of an enterprise (plan §二): a file of the program, read once. To add a list, a kind or a level, add a row there.</summary>
public static class ListCatalogue
{
    /// <summary>The list of titles.</summary>
    public const string Title = "title";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly Content File = Read();

    /// <summary>The lists, in the order of the page.</summary>
    public static IReadOnlyList<ListDefinition> All => File.Lists;

    /// <summary>The list of titles, whose kinds stand in the order in which they are named.</summary>
    public static ListDefinition Titles { get; } = Find(Title)!;

    /// <summary>The kinds of title that can be ticked without saying more.</summary>
    public static IReadOnlyList<ListKind> WithoutLevel { get; } = [.. Titles.Kinds!.Where(k => !k.Levelled)];

    /// <summary>The codes of the lists that every reader of the enterprise sees.</summary>
    public static IReadOnlyList<string> PublicCodes { get; } = [.. File.Lists.Where(l => !l.Commercial).Select(l => l.Code)];

    /// <summary>The list of a code; null for a code that is none.</summary>
    public static ListDefinition? Find(string? code) => File.Lists.FirstOrDefault(l => l.Code == code);

    private static Content Read()
    {
        using var stream = typeof(ListCatalogue).Assembly.GetManifestResourceStream("lists.json")!;
        return JsonSerializer.Deserialize<Content>(stream, Json)!;
    }

    private sealed record Content(IReadOnlyList<ListDefinition> Lists);
}
