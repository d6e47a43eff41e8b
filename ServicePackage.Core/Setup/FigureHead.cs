using System.Text.RegularExpressions;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Setup;

/// <summary>A column of figures: which fact stands there, and in which unit where the head names one, such as 营业收入（万元）.</summary>
/// <param name="Head">The head.</param>
/// <param name="Fact">The fact.</param>
/// <param name="Unit">The unit of money; null where the head names none.</param>
internal sealed partial record FigureHead(string Head, FactDefinition Fact, MoneyUnit? Unit)
{
    /// <summary>The facts with a figure a year, in the order of the catalogue.</summary>
    public static IReadOnlyList<FactDefinition> Yearly { get; } = [.. FactCatalogue.All.Where(f => f.IsYearly)];

    /// <summary>The shape of a fact's yearly figure.</summary>
    public static FactShape ShapeOf(FactDefinition fact) => fact.Shapes.First(s => s is FactShape.Year or FactShape.EndOfYear);

    /// <summary>The head of a fact in the template.</summary>
    public static string Of(FactDefinition fact) => fact.Kind switch
    {
        FactKind.Money => Wording.Sentence("Import.HeadTenThousand", fact.Name),
        FactKind.Share => Wording.Sentence("Import.HeadPercent", fact.Name),
        _ => fact.Name,
    };

    /// <summary>The column of a head; null where it names no yearly figure.</summary>
    public static FigureHead? Find(string head)
    {
        var (name, unit) = Bracket().Match(head) is { Success: true } match ? (head[..match.Index], match.Groups[1].Value.Trim()) : (head, "");
        var money = unit is "元" or "yuan" or "CNY" ? MoneyUnit.Yuan : unit is "万元" or "10,000 yuan" ? MoneyUnit.TenThousand : (MoneyUnit?)null;
        if (Named(head) is { } whole)
        {
            return new FigureHead(head, whole, null);
        }

        return unit.Length > 0 && Named(name) is { } fact && (money is not null ? fact.Kind == FactKind.Money : IsUnitOf(fact.Kind, unit)) ? new FigureHead(head, fact, money) : null;
    }

    /// <summary>Whether a head names the unit in which the figure is counted; thousands of people are another.</summary>
    private static bool IsUnitOf(FactKind kind, string unit) => kind switch
    {
        FactKind.People => unit is "人" or "people",
        FactKind.Count => unit is "项" or "件" or "个",
        FactKind.Share => unit is "%" or "％",
        FactKind.Points => unit is "分" or "points",
        _ => false,
    };

    private static FactDefinition? Named(string name) =>
        Yearly.FirstOrDefault(f => Plain(f.Chinese) == Plain(name) || Plain(f.English) == Plain(name));

    private static string Plain(string text) => CodeText.Closed(text).ToUpperInvariant();

    /// <summary>What stands in brackets at the end.</summary>
    [GeneratedRegex(@"\s*[（(]([^（）()]*)[）)]\s*$")]
    private static partial Regex Bracket();
}
