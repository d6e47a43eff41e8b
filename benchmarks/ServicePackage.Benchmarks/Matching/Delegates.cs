using ServicePackage.Core.Conditions;
using ServicePackage.Core.Enterprises;

namespace ServicePackage.Benchmarks.Matching;

/// <summary>
/// The conditions of <see cref="Workload"/> as delegates, as one would write them by hand: put together once, every pair a call. They know of no next turn, of no
/// year before a founding and of no other kind of leaf.
/// </summary>
internal static class Delegates
{
    public static Func<Known, Truth> Of(Condition condition) => condition switch
    {
        AllOf all => All(Each(all.Of)),
        AnyOf any => Any(Each(any.Of)),
        AtLeast some => Some(some.Count, Each(some.Of)),
        Score score => Scored(score),
        FigureLeaf figure when (Figure(figure.Of, 0), To(figure)) is var (read, to) => known => read(known) is { } range ? range.Is(figure.Must, to) : Truth.NotMet,
        CodeLeaf code => Coded(code),
        ItemsLeaf items => Listed(items),
        _ => throw new NotSupportedException(condition.GetType().Name),
    };

    /// <summary>What a figure may be; none where a share is of nothing.</summary>
    public static Func<Known, Interval?> Figure(Measure measure, int back) => measure switch
    {
        FactMeasure fact when Period(fact.Code, back) is var period => known => known.Facts.Of(fact.Code, period) is { Low: { } low, High: { } high } ? new Interval(low, high) : Interval.From(0),
        ShareMeasure share when (Figure(share.Part, back), Figure(share.Whole, back)) is var (part, whole) => known => part(known) is { } one && whole(known) is { } other ? one.Of(other) : null,
        GrowthMeasure growth when (Figure(new FactMeasure(growth.Fact), back), Figure(new FactMeasure(growth.Fact), back + 1)) is var (now, before) =>
            known => now(known) is { } one && before(known) is { } other ? one.Of(other) : null,
        _ => throw new NotSupportedException(measure.GetType().Name),
    };

    /// <summary>What a figure is compared with: growth by what it comes to.</summary>
    public static decimal To(FigureLeaf figure) => figure.Of is GrowthMeasure ? figure.To + 1 : figure.To;

    private static FactPeriod Period(string code, int back) => FactPeriod.Of(FactCatalogue.Find(code)!.Shapes[0], Workload.Day.Year - 1 - back)!.Value;

    private static Func<Known, Truth>[] Each(IReadOnlyList<Condition> of) => [.. of.Select(Of)];

    private static Func<Known, Truth> All(Func<Known, Truth>[] parts) => known =>
    {
        var least = Truth.Met;
        for (var i = 0; i < parts.Length && least != Truth.NotMet; i++)
        {
            least = parts[i](known) is var truth && truth < least ? truth : least;
        }

        return least;
    };

    private static Func<Known, Truth> Any(Func<Known, Truth>[] parts) => known =>
    {
        var most = Truth.NotMet;
        for (var i = 0; i < parts.Length && most != Truth.Met; i++)
        {
            most = parts[i](known) is var truth && truth > most ? truth : most;
        }

        return most;
    };

    private static Func<Known, Truth> Some(int count, Func<Known, Truth>[] parts) => known =>
    {
        var (met, open) = (0, 0);
        foreach (var part in parts)
        {
            var truth = part(known);
            met += truth == Truth.Met ? 1 : 0;
            open += truth == Truth.Unknown ? 1 : 0;
        }

        return met >= count ? Truth.Met : met + open < count ? Truth.NotMet : Truth.Unknown;
    };

    private static Func<Known, Truth> Scored(Score score)
    {
        var parts = score.Of.Select(p => (p.Minimum, Items: p.Items.Select(i => (i.Steps[0].Points, When: Of(i.Steps[0].When))).ToArray())).ToArray();
        return known =>
        {
            var (least, most, truth) = (0m, 0m, Truth.Met);
            foreach (var (minimum, items) in parts)
            {
                var (low, high) = (0m, 0m);
                foreach (var (points, when) in items)
                {
                    var step = when(known);
                    low += step == Truth.Met ? points : 0;
                    high += step != Truth.NotMet ? points : 0;
                }

                (least, most, truth) = (least + low, most + high, Lesser(truth, low, high, minimum));
            }

            return Lesser(truth, least, most, score.Minimum);
        };

        static Truth Lesser(Truth truth, decimal low, decimal high, decimal minimum) =>
            low >= minimum ? truth : high < minimum ? Truth.NotMet : truth < Truth.Unknown ? truth : Truth.Unknown;
    }

    private static Func<Known, Truth> Coded(CodeLeaf code)
    {
        var (codes, isYesNo) = (code.In.ToArray(), FactCatalogue.Find(code.Fact)!.Kind == FactKind.YesNo);
        return known =>
        {
            if (known.Facts.State(code.Fact, Workload.Day)?.Choice is not { } choice)
            {
                return Truth.Unknown;
            }

            var isIn = false;
            for (var i = 0; i < codes.Length && !isIn; i++)
            {
                isIn = isYesNo ? choice == codes[i] : choice.StartsWith(codes[i], StringComparison.Ordinal);
            }

            return isIn != code.Not ? Truth.Met : Truth.NotMet;
        };
    }

    private static Func<Known, Truth> Listed(ItemsLeaf items)
    {
        var (kinds, held, since) = (items.Where.Kinds?.ToHashSet(StringComparer.Ordinal), items.Where.Held, items.Where.Since);
        return known =>
        {
            var count = 0;
            foreach (var item in known.Facts.Items(items.List))
            {
                count += (kinds is null || kinds.Contains(item.Kind)) && (!held || item.Until >= Workload.Day) && (since is null || item.From >= since) ? 1 : 0;
            }

            return count >= items.To ? Truth.Met : known.Facts.Closings(items.List, Workload.Day).Any() ? Truth.NotMet : Truth.Unknown;
        };
    }
}
