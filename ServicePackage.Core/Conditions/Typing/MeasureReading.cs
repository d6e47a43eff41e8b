using System.Globalization;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Conditions;

/// <summary>Reads figures and their numbers from what people choose and type, and writes them back as they would be typed.</summary>
public static class MeasureReading
{
    private const decimal MostPercent = 100_000m;
    private const int MostDecimals = 4;

    /// <summary>The figure that is chosen. Refused at its field: what is not chosen, a number of years out of range.</summary>
    public static Outcome<Measure> Measure(MeasureInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (!LeafChoices.FactsOf(input.Figure).Any(f => f.Code == input.Fact))
        {
            return NotChosen(nameof(input.Fact), "ConditionFact");
        }

        if (input.Figure == FigureKind.Share && !LeafChoices.WholesOf(input.Fact).Any(f => f.Code == input.Whole))
        {
            return NotChosen(nameof(input.Whole), "ConditionWhole");
        }

        var years = IsOverYears(input) ? Years(input.Years, nameof(input.Years)) : 1;
        if (!years.Done)
        {
            return years.Refusal!;
        }

        var fact = new FactMeasure(input.Fact);
        return input.Figure switch
        {
            FigureKind.Age => new AgeMeasure(input.Fact, input.InDays),
            FigureKind.Growth => new GrowthMeasure(input.Fact, years.Value, years.Value == 1 ? GrowthKind.Compound : input.Growth),
            FigureKind.Share when IsOverYears(input) && input.Over == OverKind.Sum =>
                new ShareMeasure(new OverYears(fact, Together.Sum, years.Value), new OverYears(new FactMeasure(input.Whole), Together.Sum, years.Value)),
            FigureKind.Share => Over(input, new ShareMeasure(fact, new FactMeasure(input.Whole)), years.Value),
            _ => Over(input, fact, years.Value),
        };
    }

    /// <summary>Whether the number of years counts: of growth always, of other figures where several of the last years are taken.</summary>
    public static bool IsOverYears(MeasureInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.Figure == FigureKind.Growth || (input.Over != OverKind.Last && TakesYears(input));
    }

    /// <summary>Whether several of the last years can be taken: only of figures of years.</summary>
    public static bool TakesYears(MeasureInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.Figure is FigureKind.Fact or FigureKind.Share && LeafChoices.IsOfAYear(input.Fact) && (input.Figure == FigureKind.Fact || LeafChoices.IsOfAYear(input.Whole));
    }

    /// <summary>Fills a form with a figure; one that no form could have made leaves it empty, so that nothing else is taken for it.</summary>
    public static void Fill(MeasureInput input, Measure measure, int eachOf = 1)
    {
        ArgumentNullException.ThrowIfNull(input);
        switch (measure)
        {
            case FactMeasure fact:
                (input.Figure, input.Fact) = (FigureKind.Fact, fact.Code);
                break;
            case ShareMeasure { Part: OverYears { Of: FactMeasure part, How: Together.Sum } over, Whole: OverYears { Of: FactMeasure whole, How: Together.Sum } of } when over.Years == of.Years:
                (input.Figure, input.Fact, input.Whole, input.Over, input.Years) = (FigureKind.Share, part.Code, whole.Code, OverKind.Sum, Typed(over.Years));
                break;
            case ShareMeasure { Part: FactMeasure part, Whole: FactMeasure whole }:
                (input.Figure, input.Fact, input.Whole) = (FigureKind.Share, part.Code, whole.Code);
                break;
            case OverYears { Of: FactMeasure or ShareMeasure } over:
                Fill(input, over.Of);
                (input.Over, input.Years) = (KindOf(over.How), Typed(over.Years));
                break;
            case GrowthMeasure growth:
                (input.Figure, input.Fact, input.Years, input.Growth) = (FigureKind.Growth, growth.Fact, Typed(growth.Years), growth.How);
                break;
            case AgeMeasure age:
                (input.Figure, input.Fact, input.InDays) = (FigureKind.Age, age.Fact, age.InDays);
                break;
        }

        if (eachOf > 1)
        {
            (input.Over, input.Years) = (OverKind.Each, Typed(eachOf));
        }
    }

    /// <summary>A number of a figure as it is typed: money in its unit, a share in percent. Refused at the field: what is no number, or one the figure cannot be.</summary>
    public static Outcome<decimal> Number(Measure measure, string typed, MoneyUnit unit, string field)
    {
        var read = MeasureWording.KindOf(measure) switch
        {
            FactKind.Share => Percent(typed, signed: measure is GrowthMeasure),
            { } kind => FactRules.Number(kind, typed, unit),
            null => FactRules.Number(FactKind.Count, typed, unit),
        };
        return read.Refusal is { } refusal ? refusal with { Field = field } : read;
    }

    /// <summary>A number of a figure as it would be typed, and the unit.</summary>
    public static (string Text, MoneyUnit Unit) Typed(Measure measure, decimal value) => Typed(MeasureWording.KindOf(measure), value);

    internal static (string Text, MoneyUnit Unit) Typed(FactKind? kind, decimal value) => kind switch
    {
        FactKind.Share => (Typed(value * 100), default),
        FactKind.Money when value is > 0 and < 10_000 => (Typed(value), MoneyUnit.Yuan),
        FactKind.Money => (Typed(value / 10_000), MoneyUnit.TenThousand),
        _ => (Typed(value), default),
    };

    internal static string Typed(decimal value) => value.ToString("0.##########", CultureInfo.InvariantCulture);

    /// <summary>A number of years within what is looked back.</summary>
    internal static Outcome<int> Years(string typed, string field, int least = 1)
    {
        var read = FactRules.Number(FactKind.Count, typed, default);
        return read.Refusal is { } refusal ? refusal with { Field = field }
            : read.Value >= least && read.Value <= ConditionRules.MostYears ? (int)read.Value
            : new Refusal("Condition.Years", ConditionRules.MostYears) { Field = field };
    }

    internal static Outcome<decimal> Percent(string typed, bool signed)
    {
        var text = CodeText.Closed(typed).TrimEnd('%');
        var isNegative = signed && text.StartsWith('-');
        var read = FactRules.Number(FactKind.Money, isNegative ? text[1..] : text, MoneyUnit.Yuan);
        return read.Refusal is { Code: "Fact.MoneyDecimals" } ? new Refusal("Fact.Decimals", MostDecimals - 2)
            : !read.Done ? read
            : read.Value > MostPercent ? new Refusal("Fact.TooLarge")
            : (isNegative ? -read.Value : read.Value) / 100;
    }

    internal static Refusal NotChosen(string field, string name) => new("NotChosen", new FieldName(name)) { Field = field };

    private static Measure Over(MeasureInput input, Measure measure, int years) =>
        !IsOverYears(input) || input.Over == OverKind.Each ? measure : new OverYears(measure, TogetherOf(input.Over), years);

    private static Together TogetherOf(OverKind over) => over switch
    {
        OverKind.Sum => Together.Sum,
        OverKind.Mean => Together.Mean,
        OverKind.Least => Together.Least,
        OverKind.Greatest => Together.Greatest,
        _ => throw new ArgumentOutOfRangeException(nameof(over), over, null),
    };

    private static OverKind KindOf(Together how) => how switch
    {
        Together.Sum => OverKind.Sum,
        Together.Mean => OverKind.Mean,
        Together.Least => OverKind.Least,
        Together.Greatest => OverKind.Greatest,
        _ => throw new ArgumentOutOfRangeException(nameof(how), how, null),
    };
}
