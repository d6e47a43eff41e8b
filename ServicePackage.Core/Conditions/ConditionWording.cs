using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Conditions;

/// <summary>A condition read back in the reader's language, made from the same tree that is weighed; every leaf is in it.</summary>
public static class ConditionWording
{
    /// <summary>The whole as one sentence.</summary>
    public static string Sentence(Condition condition) => MeasureWording.Opening(Of(condition, inside: false));

    /// <summary>What one leaf asks: 上年度营业收入不低于1,000万元.</summary>
    public static string Leaf(Condition leaf) => leaf switch
    {
        Named named => Wording.Sentence("Condition.Named", Criteria.OfTheProgram.Find(named.Criterion)?.Name ?? named.Criterion),
        Judged judged => Wording.Sentence("Condition.Judged", judged.Question),
        FigureLeaf { Of: AgeMeasure age } figure => Wording.Sentence($"Condition.Age{figure.Must}{(age.InDays ? "Days" : "")}", MeasureWording.Name(age), MeasureWording.Number(age, figure.To)),
        FigureLeaf figure => Wording.Sentence("Condition.Figure", MeasureWording.Timed(figure.Of, figure.EachOf), Needs(figure)),
        CodeLeaf { In: [var said] } yesNo when Wording.Find($"Condition.{(said == FactRules.Yes != yesNo.Not ? "Yes" : "No")}.{yesNo.Fact}") is { } own => own,
        CodeLeaf code => Wording.Sentence(
            FactCatalogue.Find(code.Fact) is { Kind: FactKind.YesNo } ? "Condition.CodeYesNo" : "Condition.Code", MeasureWording.Name(new FactMeasure(code.Fact)), Needs(code)),
        SizeLeaf size => Wording.Sentence("Condition.Size", Listed(size.In.Order().Select(g => Wording.Name(g)))),
        ItemsLeaf items => ItemsWording.Leaf(items),
        _ => throw new ArgumentOutOfRangeException(nameof(leaf), leaf, null),
    };

    /// <summary>What is asked of a figure: 不低于3%.</summary>
    public static string Needs(FigureLeaf figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var number = MeasureWording.Number(figure.Of, figure.To);
        return MeasureWording.KindOf(figure.Of) switch
        {
            FactKind.Rank when figure.Must is Must.AtMost => Wording.Sentence("Condition.RankAtMost", (int)figure.To),
            FactKind.People or FactKind.Count or FactKind.Months when figure.Must is Must.AtLeast => Wording.Sentence("Condition.NoFewer", number),
            _ => Wording.Sentence($"Condition.{figure.Must}", number),
        };
    }

    /// <summary>What is asked of a code: 在嘉定区, 是.</summary>
    public static string Needs(CodeLeaf code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var fact = FactCatalogue.Find(code.Fact);
        var names = Listed(code.In.Select(c => fact is { Kind: FactKind.YesNo } ? Wording.Text(c == FactRules.Yes ? "Fact.Yes" : "Fact.No") : fact?.OptionName(c) ?? c));
        var key = fact?.Kind switch { FactKind.Division => "Condition.In", FactKind.YesNo => "Condition.Is", _ => "Condition.OneOf" };
        return Wording.Sentence(code.Not ? $"{key}Not" : key, names);
    }

    /// <summary>Names one after the other: A、B或C.</summary>
    internal static string Listed(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count <= 1 ? string.Concat(all) : Wording.Sentence("Condition.Listed", string.Join(Wording.Text("Condition.Comma"), all[..^1]), all[^1]);
    }

    private static string Of(Condition condition, bool inside) => condition switch
    {
        AllOf all => Group(all.Of.Select(p => Of(p, inside: true)), "Condition.And", inside),
        AnyOf any => Group(any.Of.Select(p => Of(p, inside: true)), "Condition.Or", inside),
        AtLeast some => Wording.Sentence("Condition.AtLeastOf", some.Of.Count, some.Count, string.Join(Wording.Text("Condition.Semicolon"), some.Of.Select(p => Of(p, inside: true)))),
        Bands bands => Wording.Sentence("Condition.Bands", MeasureWording.Timed(bands.By), string.Join(Wording.Text("Condition.Semicolon"), BandsOf(bands))),
        Score score => Wording.Sentence("Condition.Score", Points(score.Minimum), string.Join(Wording.Text("Condition.Semicolon"), score.Of.Select(PartOf))),
        _ => Leaf(condition),
    };

    private static string Group(IEnumerable<string> parts, string joint, bool inside)
    {
        var all = parts.ToList();
        var joined = string.Join(Wording.Text(joint), all);
        return inside && all.Count > 1 ? Wording.Sentence("Condition.Group", joined) : joined;
    }

    private static IEnumerable<string> BandsOf(Bands bands) =>
        bands.Of.Select((band, i) => Wording.Sentence("Condition.Band", BandName(bands, i), Of(band.Then, inside: true)));

    /// <summary>What a band reaches over: 超过5,000万元、不超过2亿元.</summary>
    public static string BandName(Bands bands, int i)
    {
        ArgumentNullException.ThrowIfNull(bands);
        var (before, band) = (i == 0 ? null : bands.Of[i - 1], bands.Of[i]);
        var from = before is { UpTo: { } low } ? Wording.Sentence(before.Below ? "Condition.AtLeast" : "Condition.Above", MeasureWording.Number(bands.By, low)) : "";
        var to = band.UpTo is { } high ? Wording.Sentence(band.Below ? "Condition.Below" : "Condition.AtMost", MeasureWording.Number(bands.By, high)) : "";
        return from.Length == 0 || to.Length == 0 ? from + to : Wording.Sentence("Condition.Both", from, to);
    }

    private static string PartOf(ScorePart part) => Wording.Sentence(
        part.Minimum > 0 ? "Condition.ScorePart" : "Condition.ScorePartFree", part.Name, Points(part.Minimum),
        string.Join(Wording.Text("Condition.Semicolon"), part.Items.Select(ItemOf)));

    private static string ItemOf(ScoreItem item) => Wording.Sentence(
        "Condition.ScoreItem", item.Name,
        string.Join(Wording.Text("Condition.Comma"), item.Steps.Select(s => Wording.Sentence("Condition.ScoreStep", Of(s.When, inside: true), Points(s.Points)))
            .Concat(item.Otherwise > 0 ? [Wording.Sentence("Condition.ScoreOtherwise", Points(item.Otherwise))] : [])));

    private static string Points(decimal points) => FactWording.Number(FactKind.Points, points, points);
}
