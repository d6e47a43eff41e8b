using FluentValidation;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Conditions;

/// <summary>Reads a leaf of a condition from what people choose and type, and writes one back as it would be typed.</summary>
public static class LeafReading
{
    /// <summary>The longest words of what a person judges, or of the name of a part of a score (characters).</summary>
    public const int LongestWords = 200;

    /// <summary>The leaf. Refused at its field: what is not chosen or not typed, what is no number, a number that the figure cannot be.</summary>
    public static Outcome<Condition> Read(LeafInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.Kind switch
        {
            LeafKind.Figure => Figure(input),
            LeafKind.Answer => Answer(input),
            LeafKind.Size => input.Sizes.Count == 0 ? NothingChosen(nameof(input.Sizes)) : new SizeLeaf([.. input.Sizes.Distinct().Order()]),
            LeafKind.Items => ItemsReading.Read(input),
            LeafKind.Named => Criteria.OfTheProgram.Find(input.Criterion) is { } criterion ? new Named(criterion.Code) : MeasureReading.NotChosen(nameof(input.Criterion), "ConditionCriterion"),
            LeafKind.Judged => Judged(input),
            _ => throw new ArgumentOutOfRangeException(nameof(input), input.Kind, null),
        };
    }

    /// <summary>A form filled with a leaf.</summary>
    public static LeafInput Of(Condition leaf)
    {
        var input = new LeafInput();
        switch (leaf)
        {
            case FigureLeaf figure:
                (input.Kind, input.Must) = (LeafKind.Figure, figure.Must);
                MeasureReading.Fill(input, figure.Of, figure.EachOf);
                (input.Number, input.Unit) = MeasureReading.Typed(figure.Of, figure.To);
                break;
            case CodeLeaf code:
                (input.Kind, input.Answer, input.Codes, input.Not) = (LeafKind.Answer, code.Fact, [.. code.In], code.Not);
                break;
            case SizeLeaf size:
                (input.Kind, input.Sizes) = (LeafKind.Size, [.. size.In]);
                break;
            case ItemsLeaf items:
                ItemsReading.Fill(input, items);
                break;
            case Named named:
                (input.Kind, input.Criterion) = (LeafKind.Named, named.Criterion);
                break;
            case Judged judged:
                (input.Kind, input.Key, input.Was, input.Chinese, input.English) = (LeafKind.Judged, judged.Key, judged.Chinese, judged.Chinese, judged.English);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(leaf), leaf, "A group is no leaf.");
        }

        return input;
    }

    /// <summary>Words that must say something where they are needed, and fit.</summary>
    internal static Refusal? Words(string text, string field, bool needed) =>
        needed && !TextRules.SaysSomething(text) ? new Refusal("Missing", new FieldName("ConditionWords")) { Field = field }
            : TextRules.Length(text) > LongestWords ? new Refusal("TooLong", new FieldName("ConditionWords"), LongestWords, TextRules.Length(text)) { Field = field }
            : !TextRules.IsReadable(text) ? new Refusal("Unreadable", new FieldName("ConditionWords")) { Field = field }
            : null;

    internal static Refusal NothingChosen(string field) => new Refusal("Condition.NothingChosen") { Field = field };

    private static Outcome<Condition> Figure(LeafInput input)
    {
        var measure = MeasureReading.Measure(input);
        if (!measure.Done)
        {
            return measure.Refusal!;
        }

        var number = MeasureReading.Number(measure.Value, input.Number, input.Unit, nameof(input.Number));
        if (!number.Done)
        {
            return number.Refusal!;
        }

        var each = input.Over == OverKind.Each && input.Figure != FigureKind.Growth && MeasureReading.IsOverYears(input) ? MeasureReading.Years(input.Years, nameof(input.Years)).Value : 1;
        return new FigureLeaf(measure.Value, input.Must, number.Value, each);
    }

    private static Outcome<Condition> Answer(LeafInput input)
    {
        if (LeafChoices.Answers.FirstOrDefault(f => f.Code == input.Answer) is not { } fact)
        {
            return MeasureReading.NotChosen(nameof(input.Answer), "ConditionFact");
        }

        var open = fact.Kind is FactKind.Division or FactKind.Industry;
        var codes = input.Codes.Where(c => open ? c.Length > 0 : LeafChoices.OptionsOf(fact).Any(o => o.Code == c)).Distinct().ToList();
        return codes.Count == 0 ? NothingChosen(nameof(input.Codes)) : new CodeLeaf(fact.Code, codes, input.Not);
    }

    private static Outcome<Condition> Judged(LeafInput input) =>
        (Words(input.Chinese, nameof(input.Chinese), needed: true) ?? Words(input.English, nameof(input.English), needed: false)) is { } refusal ? refusal
            : new Judged(input.Key.Length > 0 && TextRules.Kept(input.Chinese) == TextRules.Kept(input.Was) ? input.Key : $"j{Guid.NewGuid():N}"[..9], TextRules.Kept(input.Chinese), TextRules.Kept(input.English));
}

/// <summary>Checks a leaf as it is typed, field by field.</summary>
public sealed class LeafValidator : AbstractValidator<LeafInput>
{
    public LeafValidator()
    {
        RuleFor(i => i.Fact).RefusedBy(i => Wrong(i, nameof(i.Fact)));
        RuleFor(i => i.Whole).RefusedBy(i => Wrong(i, nameof(i.Whole)));
        RuleFor(i => i.Years).RefusedBy(i => Wrong(i, nameof(i.Years)));
        RuleFor(i => i.Number).RefusedBy(i => Wrong(i, nameof(i.Number)));
        RuleFor(i => i.Answer).RefusedBy(i => Wrong(i, nameof(i.Answer)));
        RuleFor(i => i.Codes).Must((i, _) => Wrong(i, nameof(i.Codes)) is null).WithErrorCode("Condition.NothingChosen");
        RuleFor(i => i.Sizes).Must((i, _) => Wrong(i, nameof(i.Sizes)) is null).WithErrorCode("Condition.NothingChosen");
        RuleFor(i => i.List).RefusedBy(i => Wrong(i, nameof(i.List)));
        RuleFor(i => i.TimeYears).RefusedBy(i => Wrong(i, nameof(i.TimeYears)));
        RuleFor(i => i.Since).RefusedBy(i => Wrong(i, nameof(i.Since)));
        RuleFor(i => i.Rank).RefusedBy(i => Wrong(i, nameof(i.Rank)));
        RuleFor(i => i.Amount).RefusedBy(i => Wrong(i, nameof(i.Amount)));
        RuleFor(i => i.Share).RefusedBy(i => Wrong(i, nameof(i.Share)));
        RuleFor(i => i.Criterion).RefusedBy(i => Wrong(i, nameof(i.Criterion)));
        RuleFor(i => i.Chinese).RefusedBy(i => Wrong(i, nameof(i.Chinese)));
        RuleFor(i => i.English).RefusedBy(i => Wrong(i, nameof(i.English)));
    }

    private static Refusal? Wrong(LeafInput input, string field) => LeafReading.Read(input).Refusal is { } refusal && refusal.Field == field ? refusal : null;
}
