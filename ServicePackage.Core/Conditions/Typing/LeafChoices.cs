using ServicePackage.Core.Enterprises;

namespace ServicePackage.Core.Conditions;

/// <summary>What can be chosen for the leaves of a condition, in the order of the catalogue.</summary>
public static class LeafChoices
{
    /// <summary>The facts that are compared as they are.</summary>
    public static IReadOnlyList<FactDefinition> Figures { get; } = [.. FactCatalogue.All.Where(f => f.IsNumber)];

    /// <summary>The facts that can be a part of another: amounts and numbers of things.</summary>
    public static IReadOnlyList<FactDefinition> Parts { get; } = [.. FactCatalogue.All.Where(f => f.HasSize)];

    /// <summary>The facts whose growth is asked: amounts and numbers of a year.</summary>
    public static IReadOnlyList<FactDefinition> Growing { get; } = [.. FactCatalogue.All.Where(f => f.HasSize && IsOfAYear(f.Code))];

    /// <summary>The days since which time is counted.</summary>
    public static IReadOnlyList<FactDefinition> Days { get; } = [.. FactCatalogue.All.Where(f => f.Kind == FactKind.Day)];

    /// <summary>The facts that are answered by yes, an option, a place or an industry.</summary>
    public static IReadOnlyList<FactDefinition> Answers { get; } = [.. FactCatalogue.All.Where(f => !f.IsNumber && f.Kind != FactKind.Day)];

    /// <summary>The facts of which another can be a part: of the same kind, and not itself.</summary>
    public static IReadOnlyList<FactDefinition> WholesOf(string part) => FactCatalogue.Find(part) is { } of ? [.. Parts.Where(f => f.Kind == of.Kind && f != of)] : [];

    /// <summary>The facts that a sort of figure is made of.</summary>
    public static IReadOnlyList<FactDefinition> FactsOf(FigureKind kind) => kind switch
    {
        FigureKind.Fact => Figures,
        FigureKind.Share => Parts,
        FigureKind.Growth => Growing,
        FigureKind.Age => Days,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>Whether a fact is of calendar years, so that several of them can be taken together.</summary>
    public static bool IsOfAYear(string fact) => FactCatalogue.Find(fact)?.Shapes[0] is FactShape.Year or FactShape.EndOfYear;

    /// <summary>The answers a fact offers, with the codes that are kept.</summary>
    public static IReadOnlyList<FactOption> OptionsOf(FactDefinition fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact.Kind switch
        {
            FactKind.YesNo => [Said(FactRules.Yes, "Fact.Yes"), Said(FactRules.No, "Fact.No")],
            FactKind.Division => Divisions.All,
            FactKind.Industry => Industries.All,
            _ => fact.Options ?? [],
        };

        static FactOption Said(string code, string key) => new(code, Words.Wording.Text(key), Words.Wording.Text(key));
    }
}
