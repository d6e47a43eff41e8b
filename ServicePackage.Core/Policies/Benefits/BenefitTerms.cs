using System.Text.Json;
using System.Text.Json.Serialization;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Policies;

/// <summary>How the money of a clause is reckoned.</summary>
public enum BenefitKind
{
    /// <summary>It gives no money: a service, a rate, a title.</summary>
    NoMoney,

    /// <summary>The same for each enterprise.</summary>
    Amount,

    /// <summary>A share of a figure.</summary>
    Share,

    /// <summary>So much for each one of a figure, such as for each person hired.</summary>
    PerUnit,
}

/// <summary>
/// What an enterprise gets from a clause in a year, as far as it can be reckoned (plan §三(一)): beside the words, for estimates and budgets. Money is in yuan.
/// </summary>
/// <param name="Kind">How it is reckoned.</param>
/// <param name="Amount">So much for each enterprise, or for each one of the figure.</param>
/// <param name="Share">The share of the figure, as 0.1 for 10 %.</param>
/// <param name="Fact">The figure, as in <see cref="FactCatalogue"/>.</param>
/// <param name="Cap">The most for one enterprise in a year; null where there is no such bound.</param>
/// <param name="Group">The group of clauses of which one enterprise gets the highest alone; null where it stands by itself.</param>
/// <param name="Budget">What there is for all of them in the present round; null where that is not said.</param>
public sealed record BenefitTerms(BenefitKind Kind, decimal? Amount = null, decimal? Share = null, string? Fact = null, decimal? Cap = null, string? Group = null, decimal? Budget = null)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private static readonly ReadOnce<BenefitTerms> All = new(Parsed);

    /// <summary>As they are kept.</summary>
    public string Write() => JsonSerializer.Serialize(this, Json);

    /// <summary>Those that were kept; null where there are none, or none that can be read, so that one row never stops a page.</summary>
    public static BenefitTerms? Read(string? text) => string.IsNullOrWhiteSpace(text) ? null : All.Of(text);

    private static BenefitTerms? Parsed(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<BenefitTerms>(text, Json) is { } terms && terms.IsWhole ? terms : null;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The figure it is reckoned from; null where there is none.</summary>
    [JsonIgnore]
    public FactDefinition? Figure => FactCatalogue.Find(Fact);

    [JsonIgnore]
    private bool IsWhole => Kind switch
    {
        BenefitKind.NoMoney => true,
        BenefitKind.Amount => Amount is not null,
        BenefitKind.Share => Share is not null && Figure is not null,
        BenefitKind.PerUnit => Amount is not null && Figure is not null,
        _ => false,
    };

    /// <summary>
    /// What an enterprise would get (yuan), with what is known of it on a day; a range where the figure is one. Null where the figure is not known: an estimate without
    /// its figure is unknown and never 0.
    /// </summary>
    public Interval? Estimate(KnownFacts facts, DateOnly day)
    {
        if (Kind is BenefitKind.NoMoney)
        {
            return new Interval(0, 0);
        }

        var (low, high) = (Amount ?? 0, Amount ?? 0);
        if (Kind is not BenefitKind.Amount)
        {
            var (range, isKnown) = Walk.Figure(new FactMeasure(Fact!), facts, day);
            if (!isKnown)
            {
                return null;
            }

            var each = Kind == BenefitKind.Share ? Share ?? 0 : Amount ?? 0;
            (low, high) = range is { } figure ? (Times(figure.Low, each), Times(figure.High, each)) : (0, 0); // a figure that does not apply gives nothing
        }

        return Cap is { } cap ? new Interval(Math.Min(low, cap), Math.Min(high, cap)) : new Interval(low, high);
    }

    private static decimal Times(decimal figure, decimal each) => figure >= Interval.Endless ? Interval.Endless : figure * each;
}
