using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Conditions;

/// <summary>Says how one condition stands with one enterprise: what there is, and what is asked.</summary>
public static class FindingWording
{
    /// <summary>研发费用占营业收入的比重（2025年）：2.8%，要求不低于3%.</summary>
    /// <param name="finding">A finding that nothing stands under, a score, or bands of which it is open which applies.</param>
    /// <param name="day">The day in question (Shanghai).</param>
    /// <param name="withFigures">Whether the reader sees commercial figures; where not, the outcome stands in their place.</param>
    public static string Line(Finding finding, DateOnly day, bool withFigures = true)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return MeasureWording.Opening(Said(finding, day, withFigures)) + (finding.Gain is { } gain ? Wording.Sentence("Finding.Gain", Points(new Interval(gain, gain))) : "");
    }

    private static string Said(Finding finding, DateOnly day, bool withFigures) =>
        finding.Of switch
        {
            FigureLeaf figure => Wording.Sentence("Finding.Line", MeasureWording.Dated(figure.Of, day, finding.Lag), Value(finding, figure, withFigures), Wording.Sentence("Finding.Needs", Needs(figure)))
                + (finding.FulfilledOn is { } on ? Wording.Sentence("Finding.FulfilledOn", on) : ""),
            CodeLeaf code => Wording.Sentence("Finding.Line", MeasureWording.Name(new FactMeasure(code.Fact)), Code(finding, code), Wording.Sentence("Finding.Needs", ConditionWording.Needs(code))),
            SizeLeaf when !withFigures => Wording.Sentence("Finding.Kept", Wording.Text("Finding.Size"), Wording.Text($"Finding.KeptBack{finding.Truth}")),
            SizeLeaf when finding.Grades.Count == 0 => Wording.Text("Finding.NoSize"),
            SizeLeaf size => Wording.Sentence(
                "Finding.Line", Wording.Text("Finding.Size"), ConditionWording.Listed(finding.Grades.Select(g => Wording.Name(g))),
                Wording.Sentence("Finding.Needs", ConditionWording.Listed(size.In.Order().Select(g => Wording.Name(g))))),
            ItemsLeaf items => Wording.Sentence("Finding.Items", ConditionWording.Leaf(items), Items(finding, items, withFigures)),
            Judged judged => Wording.Sentence($"Finding.Judged{finding.Truth}", judged.Question),
            Named named => Wording.Sentence("Finding.NoVersion", Criteria.OfTheProgram.Find(named.Criterion)?.Name ?? named.Criterion),
            Bands bands when !withFigures => Wording.Sentence("Finding.Kept", Wording.Sentence("Finding.BandsOf", MeasureWording.Name(bands.By)), Wording.Text($"Finding.KeptBack{finding.Truth}")),
            Bands bands when finding.Truth == Truth.NotMet => Wording.Sentence("Finding.Kept", MeasureWording.Dated(bands.By, day, 0), Wording.Text("Finding.DoesNotApply")),
            Bands bands => Wording.Sentence("Finding.Bands", MeasureWording.Dated(bands.By, day, 0)),
            Conditions.Score when !withFigures => Wording.Sentence("Finding.Kept", Wording.Text("Finding.ScoreName"), Wording.Text($"Finding.KeptBack{finding.Truth}")),
            Score score => Score(finding, score),
            _ => throw new ArgumentOutOfRangeException(nameof(finding), finding.Of, null),
        };

    /// <summary>What is asked of an enterprise that more should be known of: 从业人数（2025年末）, 称号是否齐全.</summary>
    public static string Name(Asked asked)
    {
        if (asked.IsList)
        {
            var list = ItemsWording.ListName(asked.Code);
            return Wording.Sentence("Asked.List", asked.Kind.Length == 0 ? list : ItemsWording.KindName(asked.Code, asked.Kind));
        }

        var name = FactCatalogue.Find(asked.Code)?.Name ?? asked.Code;
        return asked.Period is { } period && period.Name is { Length: > 0 } of ? Wording.Sentence("Asked.Fact", name, of) : name;
    }

    private static string Needs(FigureLeaf figure) => figure.Of is AgeMeasure age
        ? Wording.Sentence($"Finding.Age{figure.Must}{(age.InDays ? "Days" : "")}", MeasureWording.Number(age, figure.To))
        : ConditionWording.Needs(figure);

    private static string Value(Finding finding, FigureLeaf figure, bool withFigures)
    {
        var used = finding.Used;
        if (!withFigures && used.Any(u => FactCatalogue.Find(u.Asked.Code) is { Commercial: true }))
        {
            return Wording.Text($"Finding.KeptBack{finding.Truth}");
        }

        if (finding.Value is not { } value)
        {
            return Wording.Text("Finding.DoesNotApply");
        }

        if (used.All(u => u.Fact is null))
        {
            return Wording.Text("Finding.NoData");
        }

        if (finding.Truth == Truth.Unknown && used.FirstOrDefault(u => u.Applies && u.Fact is null) is { } missing)
        {
            return Wording.Sentence("Finding.Lacks", Name(missing.Asked));
        }

        return figure.Of is AgeMeasure age
            ? Wording.Sentence(age.InDays ? "Finding.Days" : "Finding.Years", MeasureWording.Range(age, value))
            : MeasureWording.Beside(figure, value);
    }

    private static string Code(Finding finding, CodeLeaf code)
    {
        var definition = FactCatalogue.Find(code.Fact);
        return finding.Used is not [{ Fact: { } fact }] ? Wording.Text("Finding.NoData")
            : definition is { Kind: FactKind.YesNo } ? Wording.Text(fact.Choice == FactRules.Yes ? "Fact.Yes" : "Fact.No")
            : definition?.OptionName(fact.Choice) ?? fact.Choice;
    }

    private static string Items(Finding finding, ItemsLeaf leaf, bool withFigures)
    {
        var open = finding.Missing.Count > 0 ? Wording.Text("Finding.ListOpen") : "";
        var commercial = ListCatalogue.Find(leaf.List) is { Commercial: true };
        if (commercial && !withFigures)
        {
            return Wording.Text($"Finding.KeptBack{finding.Truth}");
        }

        var found = leaf.Sum && finding is { Value: { } sum } ? Wording.Sentence("Finding.Sum", FactWording.Number(FactKind.Money, sum.Low, sum.Low))
            : finding.Items.Count == 0 ? Wording.Text("Finding.NoItems")
            : string.Join(Wording.Text("Condition.Semicolon"), finding.Items.Select(Item));
        return open.Length == 0 ? found : Wording.Sentence("Finding.Both", found, open);
    }

    private static string Item(KnownItem item)
    {
        var name = item.Kind.Length > 0 ? ItemsWording.KindName(item.List, item.Kind) : ItemsWording.ListName(item.List);
        return item switch
        {
            { From: { } from, Until: { } until } => Wording.Sentence("Finding.ItemSpan", name, from, until),
            { From: { } from } => Wording.Sentence("Finding.ItemFrom", name, from),
            _ => Wording.Sentence("Finding.ItemUndated", name),
        };
    }

    private static string Score(Finding finding, Score score)
    {
        var parts = finding.Scored.Select(p => Wording.Sentence(p.Part.Minimum > 0 ? "Finding.ScorePart" : "Finding.ScorePartFree", p.Part.Name, Points(p.Points), Points(new Interval(p.Part.Minimum, p.Part.Minimum))));
        return Wording.Sentence("Finding.Score", Points(finding.Value ?? default), Points(new Interval(score.Minimum, score.Minimum)), string.Join(Wording.Text("Condition.Semicolon"), parts));
    }

    private static string Points(Interval points) => FactWording.Number(FactKind.Points, points.Low, points.High);
}
