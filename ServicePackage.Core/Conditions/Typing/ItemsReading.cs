using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Conditions;

/// <summary>Reads what is asked of the items of a list.</summary>
internal static class ItemsReading
{
    public static Outcome<Condition> Read(LeafInput input)
    {
        if (ListCatalogue.Find(input.List) is not { } list)
        {
            return MeasureReading.NotChosen(nameof(input.List), "ConditionList");
        }

        var hasAmount = list.Field(ListField.Amount) is not null;
        var (years, rank) = (Years(input), list.Field(ListField.Rank) is null ? Nothing : Number(FactKind.Rank, input.Rank, nameof(input.Rank), default));
        var (amount, share) = (hasAmount ? Number(FactKind.Money, input.Amount, nameof(input.Amount), input.AmountUnit) : Nothing,
            list.Field(ListField.Part) is null ? Nothing : Number(FactKind.Share, input.Share, nameof(input.Share), default));
        var sums = hasAmount && input.Sum;
        var number = FactRules.Number(sums ? FactKind.Money : FactKind.Count, input.Number, input.Unit);
        if ((years.Refusal ?? rank.Refusal ?? amount.Refusal ?? share.Refusal ?? (number.Refusal is { } none ? none with { Field = nameof(input.Number) } : null)) is { } refusal)
        {
            return refusal;
        }

        if (input is { Time: ItemTime.Since, Since: null })
        {
            return new Refusal("Missing", new FieldName("ConditionSince")) { Field = nameof(input.Since) };
        }

        var kinds = input.Kinds.Where(k => list.Kind(k) is not null).Distinct().ToList();
        var levels = input.Levels.Where(l => list.Levels?.Any(o => o.Code == l) == true).Distinct().ToList();
        return new ItemsLeaf(list.Code, new ItemFilter
        {
            Kinds = kinds.Count > 0 ? kinds : null,
            Levels = levels.Count > 0 ? levels : null,
            Held = input.Held && list.IsHeld,
            StillListed = input.StillListed && list.Field(ListField.LiftedOn) is not null,
            First = input.First && list.Field(ListField.First) is not null,
            YearsAgo = input.Time == ItemTime.YearsAgo ? years.Value : null,
            WithinYears = input.Time == ItemTime.Within ? years.Value : null,
            Since = input.Time == ItemTime.Since ? input.Since : null,
            RankAtMost = (int?)rank.Value,
            AmountAtLeast = amount.Value,
            ShareAtLeast = share.Value,
            Flag = list.Field(ListField.Flag) is null ? null : input.Flag,
        }, input.Must, number.Value, sums);
    }

    public static void Fill(LeafInput input, ItemsLeaf items)
    {
        var where = items.Where;
        (input.Kind, input.List, input.Kinds, input.Levels) = (LeafKind.Items, items.List, [.. where.Kinds ?? []], [.. where.Levels ?? []]);
        (input.Held, input.StillListed, input.First, input.Flag, input.Must, input.Sum) = (where.Held, where.StillListed, where.First, where.Flag, items.Must, items.Sum);
        (input.Time, input.TimeYears) = where.YearsAgo is { } ago ? (ItemTime.YearsAgo, MeasureReading.Typed(ago))
            : where.WithinYears is { } within ? (ItemTime.Within, MeasureReading.Typed(within))
            : (where.Since is null ? ItemTime.Any : ItemTime.Since, input.TimeYears);
        (input.Since, input.Rank) = (where.Since, where.RankAtMost is { } rank ? MeasureReading.Typed(rank) : "");
        (input.Amount, input.AmountUnit) = where.AmountAtLeast is { } amount ? MeasureReading.Typed(FactKind.Money, amount) : ("", default);
        input.Share = where.ShareAtLeast is { } share ? MeasureReading.Typed(share * 100) : "";
        (input.Number, input.Unit) = MeasureReading.Typed(items.Sum ? FactKind.Money : FactKind.Count, items.To);
    }

    private static Outcome<decimal?> Nothing => (decimal?)null;

    /// <summary>A number where one is typed; null where it is not asked.</summary>
    private static Outcome<decimal?> Number(FactKind kind, string typed, string field, MoneyUnit unit)
    {
        if (CodeText.Closed(typed).Length == 0)
        {
            return Nothing;
        }

        var read = FactRules.Number(kind, typed, unit);
        return read.Refusal is { } refusal ? refusal with { Field = field } : (decimal?)read.Value;
    }

    private static Outcome<int> Years(LeafInput input) => input.Time is ItemTime.YearsAgo or ItemTime.Within
        ? MeasureReading.Years(input.TimeYears, nameof(input.TimeYears), input.Time == ItemTime.YearsAgo ? 0 : 1) : 0;
}
