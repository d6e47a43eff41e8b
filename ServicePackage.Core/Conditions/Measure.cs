using System.Text.Json.Serialization;

namespace ServicePackage.Core.Conditions;

/// <summary>A figure of an enterprise that a condition compares: a fact, or what comes of several.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(FactMeasure), "fact")]
[JsonDerivedType(typeof(ShareMeasure), "share")]
[JsonDerivedType(typeof(OverYears), "over")]
[JsonDerivedType(typeof(GrowthMeasure), "growth")]
[JsonDerivedType(typeof(AgeMeasure), "age")]
public abstract record Measure
{
    /// <summary>The codes of the facts it is made of.</summary>
    [JsonIgnore]
    public IEnumerable<string> Facts => this switch
    {
        FactMeasure fact => [fact.Code],
        ShareMeasure share => share.Part.Facts.Concat(share.Whole.Facts),
        OverYears over => over.Of.Facts,
        GrowthMeasure growth => [growth.Fact],
        AgeMeasure age => [age.Fact],
        _ => throw new InvalidOperationException($"{GetType().Name} does not say of which facts it is made."),
    };
}

/// <summary>A fact: a state as it holds on the day in question, a figure as of the calendar year before it.</summary>
public sealed record FactMeasure(string Code) : Measure;

/// <summary>One figure as a share of another.</summary>
public sealed record ShareMeasure(Measure Part, Measure Whole) : Measure;

/// <summary>How several years come to one figure.</summary>
public enum Together
{
    /// <summary>Added up.</summary>
    Sum,

    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>The least of them.</summary>
    Least,

    /// <summary>The greatest of them.</summary>
    Greatest,
}

/// <summary>A figure over the last years together. Years that do not apply are left out.</summary>
public sealed record OverYears(Measure Of, Together How, int Years) : Measure;

/// <summary>How growth over several years is meant.</summary>
public enum GrowthKind
{
    /// <summary>The mean of the growths of the years.</summary>
    Mean,

    /// <summary>Compound: the same growth in each year would have come to it. Compared without taking a root.</summary>
    Compound,
}

/// <summary>The growth of a figure over so many years up to the last.</summary>
public sealed record GrowthMeasure(string Fact, int Years = 1, GrowthKind How = GrowthKind.Compound) : Measure;

/// <summary>The time since a day: in full years, or in days.</summary>
public sealed record AgeMeasure(string Fact, bool InDays = false) : Measure;
