using FluentValidation;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Conditions;

/// <summary>Reads what a group or a part of one says of itself from what people choose and type, and writes it back as it would be typed.</summary>
public static class GroupReading
{
    /// <summary>What it says. Refused at its field: what is not chosen or not typed, what is no number.</summary>
    public static Outcome<GroupSettings> Read(GroupInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var settings = new GroupSettings(input.Kind);
        return input.Kind switch
        {
            GroupKind.All or GroupKind.Any => settings,
            GroupKind.AtLeast => Count(input) is { Done: true, Value: var count } ? settings with { Count = count } : Count(input).Refusal!,
            GroupKind.Bands => MeasureReading.Measure(input).To(by => settings with { By = by }),
            GroupKind.Band => Band(input, settings),
            GroupKind.Score or GroupKind.Step => Points(input, needed: true).To(p => settings with { Points = p }),
            GroupKind.Part or GroupKind.Item => (LeafReading.Words(input.Chinese, nameof(input.Chinese), needed: true) ?? LeafReading.Words(input.English, nameof(input.English), needed: false)) is { } refusal
                ? refusal
                : Points(input, needed: false).To(p => settings with { Points = p, Chinese = TextRules.Kept(input.Chinese), English = TextRules.Kept(input.English) }),
            _ => throw new ArgumentOutOfRangeException(nameof(input), input.Kind, null),
        };
    }

    /// <summary>A form filled with what a group says; of a band also the figure it is a band of.</summary>
    public static GroupInput Of(GroupSettings settings, Measure? bandOf = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var input = new GroupInput { Kind = settings.Kind, Count = MeasureReading.Typed(settings.Count), Of = bandOf, Below = settings.Below, Chinese = settings.Chinese, English = settings.English };
        input.Points = settings.Points == 0 && settings.Kind is GroupKind.Part or GroupKind.Item ? "" : MeasureReading.Typed(settings.Points);
        if (settings.By is { } by)
        {
            MeasureReading.Fill(input, by);
        }

        if (settings.UpTo is { } end && bandOf is not null)
        {
            (input.UpTo, input.Unit) = MeasureReading.Typed(bandOf, end);
        }

        return input;
    }

    private static Outcome<int> Count(GroupInput input)
    {
        var read = FactRules.Number(FactKind.Count, input.Count, default);
        return read.Refusal is { } refusal ? refusal with { Field = nameof(input.Count) }
            : read.Value is >= 1 and <= ConditionRules.MostLeaves ? (int)read.Value
            : new Refusal("Condition.CountOfGroup", ConditionRules.MostLeaves) { Field = nameof(input.Count) };
    }

    private static Outcome<GroupSettings> Band(GroupInput input, GroupSettings settings) =>
        CodeText.Closed(input.UpTo).Length == 0 || input.Of is not { } of
            ? settings
            : MeasureReading.Number(of, input.UpTo, input.Unit, nameof(input.UpTo)).To(end => settings with { UpTo = end, Below = input.Below });

    private static Outcome<decimal> Points(GroupInput input, bool needed)
    {
        if (!needed && CodeText.Closed(input.Points).Length == 0)
        {
            return 0m;
        }

        var read = FactRules.Number(FactKind.Points, input.Points, default);
        return read.Refusal is { } refusal ? refusal with { Field = nameof(input.Points) } : read;
    }
}

/// <summary>Checks what a group says of itself as it is typed, field by field.</summary>
public sealed class GroupValidator : AbstractValidator<GroupInput>
{
    public GroupValidator()
    {
        RuleFor(i => i.Fact).RefusedBy(i => Wrong(i, nameof(i.Fact)));
        RuleFor(i => i.Whole).RefusedBy(i => Wrong(i, nameof(i.Whole)));
        RuleFor(i => i.Years).RefusedBy(i => Wrong(i, nameof(i.Years)));
        RuleFor(i => i.Count).RefusedBy(i => Wrong(i, nameof(i.Count)));
        RuleFor(i => i.UpTo).RefusedBy(i => Wrong(i, nameof(i.UpTo)));
        RuleFor(i => i.Points).RefusedBy(i => Wrong(i, nameof(i.Points)));
        RuleFor(i => i.Chinese).RefusedBy(i => Wrong(i, nameof(i.Chinese)));
        RuleFor(i => i.English).RefusedBy(i => Wrong(i, nameof(i.English)));
    }

    private static Refusal? Wrong(GroupInput input, string field) => GroupReading.Read(input).Refusal is { } refusal && refusal.Field == field ? refusal : null;
}
