using System.Text.Json;
using System.Text.Json.Nodes;
using ServicePackage.Core.Enterprises;

namespace ServicePackage.Core.Conditions;

/// <summary>A worked case with what has to come of it: kept with the program, so that whoever changes a criterion can run them again.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Condition">What is asked.</param>
/// <param name="Day">The day in question.</param>
/// <param name="Facts">What is known.</param>
/// <param name="Judgements">What people judged.</param>
/// <param name="Expected">How it has to stand.</param>
/// <param name="Says">What the explanation has to say; empty where nothing in particular.</param>
/// <param name="Shortfall">How much has to be lacking; null where that is not part of it.</param>
/// <param name="Alone">What alone has to decide it.</param>
/// <param name="Turn">The day on which it has to turn; null where that is not part of it.</param>
public sealed record GoldenCase(
    string Name, Condition Condition, DateOnly Day, KnownFacts Facts, IReadOnlyDictionary<string, bool> Judgements, Eligibility Expected,
    string Says, decimal? Shortfall, IReadOnlyList<string> Alone, DateOnly? Turn)
{
    /// <summary>How it stands.</summary>
    public Assessment Assess(Criteria criteria) => Assessment.Of(Condition, Facts, Day, criteria, Judgements);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<GoldenCase> All { get; } = [.. GoldenFile.Read()];
}

/// <summary>The file of worked cases: each with its variants, which say what is different. Money is written in millions of yuan.</summary>
internal static class GoldenFile
{
    private const decimal Million = 1_000_000m;

    public static IEnumerable<GoldenCase> Read()
    {
        using var stream = typeof(GoldenFile).Assembly.GetManifestResourceStream("golden.json")!;
        foreach (var whole in JsonNode.Parse(stream)!.AsArray())
        {
            var variants = whole!["variants"]?.AsArray() ?? [];
            var based = whole.DeepClone().AsObject();
            based.Remove("variants");
            yield return Case(based, whole["name"]!.GetValue<string>());
            foreach (var variant in variants)
            {
                var changed = based.DeepClone().AsObject();
                foreach (var once in (string[])["says", "shortfall", "alone", "turn"])
                {
                    changed.Remove(once);
                }

                Put(changed, variant!.AsObject());
                yield return Case(changed, $"{whole["name"]} · {variant["name"]}");
            }
        }
    }

    /// <summary>What a variant says takes the place of what was said; null takes it away.</summary>
    private static void Put(JsonObject onto, JsonObject other)
    {
        foreach (var (key, value) in other)
        {
            if (value is JsonObject within && onto[key] is JsonObject there && key != "condition")
            {
                Put(there, within);
            }
            else if (value is null)
            {
                onto.Remove(key);
            }
            else
            {
                onto[key] = value.DeepClone();
            }
        }
    }

    private static GoldenCase Case(JsonObject of, string name)
    {
        var day = Day(of["day"]!);
        var condition = of["criterion"] is { } criterion ? new Named(criterion.GetValue<string>()) : ConditionJson.Read(of["condition"]!.ToJsonString())!;
        var facts = (of["facts"]?.AsObject() ?? []).SelectMany(f => Facts(f.Key, f.Value!)).ToList();
        var lists = of["lists"]?.AsObject() ?? [];
        var items = lists.SelectMany(l => (l.Value!["items"]?.AsArray() ?? []).Select(i => Item(l.Key, i!.AsObject()))).ToList();
        var closings = lists.Where(l => l.Value!["closed"] is not null).Select(l => new KnownClosing(l.Key, "", Day(l.Value!["closed"]!))).ToList();
        return new GoldenCase(
            name, condition, day, new KnownFacts(facts, items, closings),
            (of["judged"]?.AsObject() ?? []).ToDictionary(j => j.Key, j => j.Value!.GetValue<bool>()),
            Enum.Parse<Eligibility>(of["expect"]!.GetValue<string>()),
            of["says"]?.GetValue<string>() ?? "",
            of["shortfall"]?.GetValue<decimal>(),
            [.. (of["alone"]?.AsArray() ?? []).Select(a => a!.GetValue<string>())],
            of["turn"] is { } turn ? Day(turn) : null);
    }

    private static IEnumerable<KnownFact> Facts(string code, JsonNode value)
    {
        var definition = FactCatalogue.Find(code)!;
        var shape = definition.Shapes[0];
        return value is JsonObject years
            ? years.Select(y => Fact(definition, FactPeriod.Of(shape, int.Parse(y.Key, System.Globalization.CultureInfo.InvariantCulture))!.Value, y.Value!))
            : [Fact(definition, shape == FactShape.Day ? FactPeriod.OfDay : FactPeriod.Since(FactPeriod.Always), value)];
    }

    private static KnownFact Fact(FactDefinition definition, FactPeriod period, JsonNode value)
    {
        var scale = definition.Kind == FactKind.Money ? Million : 1;
        var fact = new KnownFact(definition.Code, period, FactAnswer.Value);
        return (definition.Kind, value) switch
        {
            (FactKind.Day, _) => fact with { Day = Day(value) },
            (_, JsonArray range) => fact with { Low = range[0]!.GetValue<decimal>() * scale, High = range[1]!.GetValue<decimal>() * scale },
            _ when value.GetValueKind() == JsonValueKind.Number => fact with { Low = value.GetValue<decimal>() * scale, High = value.GetValue<decimal>() * scale },
            _ when definition.IsNumber => fact with { Answer = FactAnswer.None, Low = 0, High = 0 },
            _ => fact with { Choice = value.GetValue<string>() },
        };
    }

    private static KnownItem Item(string list, JsonObject item) => new(
        list, item["kind"]?.GetValue<string>() ?? "", item["level"]?.GetValue<string>() ?? "",
        item["from"] is { } from ? Day(from) : null, item["until"] is { } until ? Day(until) : null,
        item["first"]?.GetValue<bool>(), item["amount"]?.GetValue<decimal>() * Million, item["part"]?.GetValue<decimal>() * Million,
        item["rank"]?.GetValue<int>());

    private static DateOnly Day(JsonNode node) => DateOnly.ParseExact(node.GetValue<string>(), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
