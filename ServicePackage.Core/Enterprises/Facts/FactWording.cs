using System.Globalization;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Enterprises;

/// <summary>How answers are said in the reader's language, with as many decimals as it takes not to lie.</summary>
public static class FactWording
{
    private const decimal TenThousand = 10_000m;
    private const decimal Hundredth = 0.01m;

    /// <summary>What an answer says: 4,200万元, 2.996%, 2019年5月6日, 是, 无, 不适用.</summary>
    public static string Value(FactDefinition fact, FactRecord record)
    {
        ArgumentNullException.ThrowIfNull(fact);
        ArgumentNullException.ThrowIfNull(record);
        return record switch
        {
            { Answer: FactAnswer.None or FactAnswer.DoesNotApply } => Wording.Name(record.Answer),
            { Low: { } low, High: { } high } => Number(fact, low, high),
            { Day: { } day } => Wording.Date(day),
            _ when fact.Kind == FactKind.YesNo => Wording.Text(record.Choice == FactRules.Yes ? "Fact.Yes" : "Fact.No"),
            _ => fact.OptionName(record.Choice),
        };
    }

    /// <summary>A number, or a range of two, in the unit of its fact.</summary>
    public static string Number(FactDefinition fact, decimal low, decimal high)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return Number(fact.Kind, low, high);
    }

    /// <summary>A number, or a range of two, in the unit of a kind.</summary>
    public static string Number(FactKind kind, decimal low, decimal high)
    {
        var unit = UnitOf(kind, low, high);
        var number = low == high ? Plain(low) : Wording.Sentence("Fact.Range", Plain(low), Plain(high));
        return kind switch
        {
            FactKind.Money => Wording.Sentence(unit == TenThousand ? "Fact.MoneyTenThousand" : "Fact.MoneyYuan", number),
            FactKind.People => Wording.Sentence("Fact.People", number),
            FactKind.Count => Wording.Sentence("Fact.Count", number),
            FactKind.Share => Wording.Sentence("Fact.Share", number),
            FactKind.Months => Wording.Sentence("Fact.Months", number),
            FactKind.Points => Wording.Sentence("Fact.Points", number),
            FactKind.Rank => Wording.Sentence("Fact.Rank", number),
            _ => number,
        };

        string Plain(decimal value) => (value / unit).ToString("#,##0.######", CultureInfo.InvariantCulture);
    }

    /// <summary>What a number is said in: a hundredth for a share; in Chinese ten thousand yuan for money from there on, unless it has parts of a yuan, which are said in full.</summary>
    internal static decimal UnitOf(FactKind? kind, decimal low, decimal high) => kind switch
    {
        FactKind.Share => Hundredth,
        FactKind.Money when high >= TenThousand && IsWhole(low) && IsWhole(high) && CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" => TenThousand,
        _ => 1m,
    };

    private static bool IsWhole(decimal yuan) => yuan == decimal.Truncate(yuan);
}
