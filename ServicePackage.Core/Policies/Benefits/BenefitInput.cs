using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Policies;

/// <summary>How the money of a clause is reckoned, as typed.</summary>
public sealed class BenefitInput
{
    /// <summary>How it is reckoned; null while that is not said.</summary>
    public BenefitKind? Kind { get; set; }

    /// <summary>The unit in which money is typed.</summary>
    public MoneyUnit Unit { get; set; }

    public string Amount { get; set; } = "";

    /// <summary>The share, in percent.</summary>
    public string Share { get; set; } = "";

    /// <summary>The figure, as in <see cref="FactCatalogue"/>.</summary>
    public string Fact { get; set; } = "";

    public string Cap { get; set; } = "";

    /// <summary>The group of which the highest counts.</summary>
    public string Group { get; set; } = "";

    public string Budget { get; set; } = "";

    /// <summary>As it would be typed again.</summary>
    public static BenefitInput Of(BenefitTerms? terms)
    {
        if (terms is null)
        {
            return new BenefitInput();
        }

        var amounts = new[] { terms.Amount, terms.Cap, terms.Budget }.OfType<decimal>().ToList();
        var unit = amounts.TrueForAll(a => a % TenThousand == 0) ? MoneyUnit.TenThousand : MoneyUnit.Yuan;
        return new BenefitInput
        {
            Kind = terms.Kind,
            Unit = unit,
            Amount = Typed(terms.Amount),
            Share = terms.Share is { } share ? Plain(share * 100) : "",
            Fact = terms.Fact ?? "",
            Cap = Typed(terms.Cap),
            Group = terms.Group ?? "",
            Budget = Typed(terms.Budget),
        };

        string Typed(decimal? yuan) => yuan is { } amount ? Plain(unit == MoneyUnit.TenThousand ? amount / TenThousand : amount) : "";
        static string Plain(decimal number) => number.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture);
    }

    private const decimal TenThousand = 10_000m;

    /// <summary>The facts of which a share can be paid: amounts of a year.</summary>
    public static IReadOnlyList<FactDefinition> ForShares { get; } = [.. FactCatalogue.All.Where(f => f is { Kind: FactKind.Money, IsYearly: true })];

    /// <summary>The facts by whose number can be paid: people and things.</summary>
    public static IReadOnlyList<FactDefinition> ForUnits { get; } = [.. FactCatalogue.All.Where(f => f.Kind is FactKind.People or FactKind.Count)];

    /// <summary>What was typed, read; no terms where nothing is said. Refused: a number that is missing or cannot be, a figure that is none of those offered, a group too long.</summary>
    internal Outcome<BenefitTerms?> Read()
    {
        if (Kind is not { } kind)
        {
            return (BenefitTerms?)null;
        }

        if (kind is BenefitKind.NoMoney)
        {
            return new BenefitTerms(kind);
        }

        var amount = kind is BenefitKind.Share ? null : Money(Amount, required: true);
        var share = kind is BenefitKind.Share ? FactRules.Number(FactKind.Share, Share, MoneyUnit.Yuan) : null;
        var (cap, budget) = (Money(Cap), Money(Budget));
        if ((amount?.Refusal ?? share?.Refusal ?? cap?.Refusal ?? budget?.Refusal) is { } unread)
        {
            return unread;
        }

        if (new[] { amount, share, cap, budget }.Any(n => n is { Value: 0 }))
        {
            return new Refusal("Benefit.Nothing");
        }

        var figures = kind switch { BenefitKind.Share => ForShares, BenefitKind.PerUnit => ForUnits, _ => [] };
        if (kind is not BenefitKind.Amount && !figures.Any(f => f.Code == Fact))
        {
            return new Refusal("Benefit.NoFigure");
        }

        var group = TextRules.Kept(Group);
        return group.Length > LongestGroup ? new Refusal("Benefit.GroupTooLong", LongestGroup)
            : new BenefitTerms(kind, amount?.Value, share?.Value, kind is BenefitKind.Amount ? null : Fact, cap?.Value, group.Length > 0 ? group : null, budget?.Value);
    }

    /// <summary>The longest name of a group.</summary>
    public const int LongestGroup = 30;

    private Outcome<decimal>? Money(string typed, bool required = false) =>
        typed.Trim().Length == 0 && !required ? null : FactRules.Number(FactKind.Money, typed, Unit);
}
