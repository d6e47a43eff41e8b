using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Conditions;

/// <summary>How conditions are kept: as JSON; what is not said is left out.</summary>
public static class ConditionJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowOutOfOrderMetadataProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 64,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private static readonly ReadOnce<Condition> AllWeighable = new(text => Read(text) is { } condition && ConditionRules.Refuse(condition, Criteria.OfTheProgram) is null ? condition : null);

    /// <summary>The condition as it is kept.</summary>
    public static string Write(Condition condition) => JsonSerializer.Serialize(condition, Options);

    /// <summary>The condition that was kept; null where it cannot be read.</summary>
    public static Condition? Read(string? text)
    {
        try
        {
            return string.IsNullOrWhiteSpace(text) ? null : JsonSerializer.Deserialize<Condition>(text, Options);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The condition that was kept, where it can be read and weighed by the program's criteria; null otherwise, so that one row never stops a page.</summary>
    public static Condition? Weighable(string? text) => string.IsNullOrWhiteSpace(text) ? null : AllWeighable.Of(text);

    /// <summary>A file of the program that holds conditions.</summary>
    internal static T File<T>(string name)
    {
        using var stream = typeof(ConditionJson).Assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<T>(stream, Options)!;
    }
}
