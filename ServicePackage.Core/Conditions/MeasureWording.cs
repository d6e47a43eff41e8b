using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Conditions;

/// <summary>What figures are called, and how their numbers are said.</summary>
public static class MeasureWording
{
    private const int MostDecimals = 6;

    /// <summary>Its name without a time: 研发费用占营业收入的比重.</summary>
    public static string Name(Measure measure) => measure switch
    {
        FactMeasure fact => FactName(fact.Code),
        ShareMeasure share => NameOf(share),
        OverYears over => Wording.Sentence($"Measure.{over.How}", Name(over.Of)),
        GrowthMeasure growth => Wording.Sentence(growth.Years == 1 ? "Measure.Growth" : growth.How == GrowthKind.Mean ? "Measure.GrowthMean" : "Measure.GrowthCompound", FactName(growth.Fact)),
        AgeMeasure age => Wording.Find($"Measure.Age.{age.Fact}") ?? Wording.Sentence("Measure.Age", FactName(age.Fact)),
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, null),
    };

    /// <summary>A name as it stands within a sentence: an English one begins small, unless it begins as R&amp;D does.</summary>
    internal static string Inner(string name) =>
        name.Length > 1 && char.IsAsciiLetterUpper(name[0]) && char.IsAsciiLetterLower(name[1]) ? char.ToLowerInvariant(name[0]) + name[1..] : name;

    /// <summary>A sentence as it begins: with a capital in English.</summary>
    internal static string Opening(string sentence) =>
        sentence.Length > 0 && char.IsAsciiLetterLower(sentence[0]) ? char.ToUpperInvariant(sentence[0]) + sentence[1..] : sentence;

    /// <summary>Its name with the time it is of: 上年度…, 近3年….</summary>
    public static string Timed(Measure measure, int eachOf = 1) =>
        eachOf > 1 ? Wording.Sentence("Measure.EachOf", eachOf, Name(measure))
            : Years(measure) is var years and > 1 ? Wording.Sentence("Measure.LastYears", years, Name(measure))
            : IsOfAYear(measure) ? Wording.Sentence(IsOfAnEnd(measure) ? "Measure.LastYearEnd" : "Measure.LastYear", Name(measure))
            : Name(measure);

    /// <summary>Its name with the year in question: …（2025年）.</summary>
    public static string Dated(Measure measure, DateOnly day, int lag)
    {
        var last = day.Year - 1 - lag;
        return !IsOfAYear(measure) ? Name(measure)
            : Years(measure) is var years and > 1 ? Wording.Sentence("Measure.OfYears", Name(measure), Year(last - years + 1), Year(last))
            : Wording.Sentence(IsOfAnEnd(measure) ? "Measure.OfYearEnd" : "Measure.OfYear", Name(measure), Year(last));
    }

    /// <summary>A number of it: 3%, 1,000万元, 300人, 3年.</summary>
    public static string Number(Measure measure, decimal value) => Range(measure, new Interval(value, value));

    /// <summary>What it may be, in so many words; a range without end as "at least".</summary>
    public static string Range(Measure measure, Interval value)
    {
        var kind = KindOf(measure);
        return value.High >= Interval.Endless ? Wording.Sentence("Measure.From", Said(kind, value.Low, value.Low)) : Said(kind, value.Low, value.High);
    }

    /// <summary>
    /// What it may be beside a number it is compared with, with as few decimals as it takes not to lie: 2.8% where 3% is asked, but 2.996% and never 3.0%.
    /// </summary>
    public static string Beside(FigureLeaf leaf, Interval value)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        var shown = leaf.Of is GrowthMeasure { How: GrowthKind.Compound } growth
            ? new Interval(Walk.Growth(value.Low, growth.Years), value.High >= Interval.Endless ? Interval.Endless : Walk.Growth(value.High, growth.Years))
            : value;
        var unit = FactWording.UnitOf(KindOf(leaf.Of), decimal.Truncate(shown.Low), decimal.Truncate(shown.High));
        for (var decimals = 1; decimals < MostDecimals; decimals++)
        {
            var rounded = new Interval(Round(shown.Low), Round(shown.High));
            if (rounded.Is(leaf.Must, leaf.To) == shown.Is(leaf.Must, leaf.To) && rounded.IsExact == shown.IsExact)
            {
                return Range(leaf.Of, rounded);
            }

            decimal Round(decimal value) => value >= Interval.Endless ? value : decimal.Round(value / unit, decimals, MidpointRounding.AwayFromZero) * unit;
        }

        return Range(leaf.Of, shown);
    }

    /// <summary>What kind of number it is; null for a time.</summary>
    public static FactKind? KindOf(Measure measure) => measure switch
    {
        FactMeasure fact => FactCatalogue.Find(fact.Code)?.Kind,
        ShareMeasure or GrowthMeasure => FactKind.Share,
        OverYears over => KindOf(over.Of),
        _ => null,
    };

    /// <summary>Whether it is of calendar years.</summary>
    internal static bool IsOfAYear(Measure measure) =>
        measure is not AgeMeasure && measure.Facts.Any(f => FactCatalogue.Find(f)?.Shapes[0] is FactShape.Year or FactShape.EndOfYear);

    private static bool IsOfAnEnd(Measure measure) => measure.Facts.All(f => FactCatalogue.Find(f)?.Shapes[0] is FactShape.EndOfYear);

    private static int Years(Measure measure) => measure switch
    {
        OverYears over => over.Years,
        ShareMeasure share => Math.Max(Years(share.Part), Years(share.Whole)),
        GrowthMeasure { Years: > 1 } growth => growth.Years,
        _ => 1,
    };

    private static string NameOf(ShareMeasure share) =>
        share is { Part: FactMeasure part, Whole: FactMeasure whole } && Wording.Find($"Measure.Share.{part.Code}.{whole.Code}") is { } own
            ? own
            : Wording.Sentence("Measure.Share", Name(share.Part), Name(share.Whole));

    private static string FactName(string code) => Inner(FactCatalogue.Find(code)?.Name ?? code);

    private static string Said(FactKind? kind, decimal low, decimal high) => kind is { } known
        ? FactWording.Number(known, low, high)
        : low == high ? low.ToString("0", System.Globalization.CultureInfo.InvariantCulture) : Wording.Sentence("Fact.Range", low, high);

    private static string Year(int year) => year.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
