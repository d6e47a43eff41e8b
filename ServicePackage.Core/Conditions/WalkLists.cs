using ServicePackage.Core.Enterprises;

namespace ServicePackage.Core.Conditions;

/// <summary>Codes, sizes, and items of lists.</summary>
internal sealed partial class Walk
{
    private Finding Look(CodeLeaf leaf)
    {
        var kind = FactCatalogue.Find(leaf.Fact)?.Kind ?? throw new ArgumentOutOfRangeException(nameof(leaf), leaf.Fact, "There is no such fact.");
        var fact = facts.State(leaf.Fact, day);
        Turn(facts.NextState(leaf.Fact, day));
        var used = new Used(new Asked(leaf.Fact), fact, null);
        var truth = fact is null ? Truth.Unknown : Stands(leaf, kind, fact.Choice);
        return Leaf(leaf, 0, truth) with { Used = [used], Missing = truth == Truth.Unknown ? [used.Asked] : [] };
    }

    /// <summary>How an answer stands to what is asked of it.</summary>
    public static Truth Stands(CodeLeaf leaf, FactKind kind, string choice)
    {
        var truth = Truth.NotMet;
        for (var i = 0; i < leaf.In.Count && truth != Truth.Met; i++)
        {
            truth = Matches(kind, choice, leaf.In[i]) is var one && one > truth ? one : truth;
        }

        return leaf.Not ? Opposite(truth) : truth;
    }

    private static Truth Matches(FactKind kind, string choice, string code) => kind switch
    {
        FactKind.Division => Said(Divisions.IsWithin(choice, code)),
        FactKind.Industry => Said(Industries.IsWithin(choice, code)),
        _ => Said(choice == code),
    };

    private static Truth Said(bool? yes) => yes switch { true => Truth.Met, false => Truth.NotMet, null => Truth.Unknown };

    private static Truth Opposite(Truth truth) => truth switch { Truth.Met => Truth.NotMet, Truth.NotMet => Truth.Met, _ => Truth.Unknown };

    private Finding Look(SizeLeaf leaf)
    {
        var industry = facts.State("industry", day);
        Turn(facts.NextState("industry", day));
        var (staff, revenue, assets) = (ReadFact("staff", 0), ReadFact("revenue", 0), ReadFact("assets", 0));
        var grades = Sizes.Grades(industry?.Choice, staff.Range, revenue.Range, assets.Range);
        var truth = grades.Count == 0 ? Truth.NotMet
            : grades.All(leaf.In.Contains) ? Truth.Met
            : grades.Any(leaf.In.Contains) ? Truth.Unknown : Truth.NotMet;
        IReadOnlyList<Used> used =
        [
            new Used(new Asked("industry"), industry, null),
            .. Sizes.Asks(industry?.Choice).SelectMany(code => code switch { "staff" => staff.Used, "revenue" => revenue.Used, _ => assets.Used }),
        ];
        return Leaf(leaf, 0, truth) with
        {
            Used = used,
            Grades = [.. grades.Order()],
            Missing = truth == Truth.Unknown ? [.. used.Where(u => u.Asked.Code == "industry" ? u.Fact is null : u.IsOpen).Select(u => u.Asked)] : [],
        };
    }

    private Finding Look(ItemsLeaf leaf)
    {
        var sum = new Interval(0, 0);
        var counting = new List<KnownItem>();
        foreach (var item in facts.Items(leaf.List))
        {
            if (item.From > day)
            {
                Turn(item.From);
                continue;
            }

            var truth = Fits(leaf.List, item, leaf.Where);
            if (truth == Truth.NotMet)
            {
                continue;
            }

            counting.Add(item);
            var one = !leaf.Sum ? new Interval(1, 1) : item.Amount is { } amount ? new Interval(amount, amount) : Interval.From(0);
            sum += truth == Truth.Met ? one : one with { Low = 0 };
        }

        var open = OpenKinds(leaf.List, leaf.Where.Kinds);
        sum = open.Count > 0 ? sum with { High = Interval.Endless } : sum;
        var found = sum.Is(leaf.Must, leaf.To);
        return Leaf(leaf, 0, found) with
        {
            Value = sum,
            Items = counting,
            Missing = found == Truth.Unknown ? [new Asked(leaf.List, null, open is [var kind] ? kind : "", IsList: true)] : [],
        };
    }

    /// <summary>Those of the kinds asked for of which there may be more than is listed; one empty kind where that is so of the list.</summary>
    private List<string> OpenKinds(string list, IReadOnlyList<string>? kinds)
    {
        var closings = facts.Closings(list, day).ToList();
        closings.ForEach(c => Turn(c.Ends));
        return closings.Exists(c => c.Kind.Length == 0) ? []
            : kinds is null ? [""]
            : [.. kinds.Where(k => !closings.Exists(c => c.Kind == k))];
    }

    /// <summary>Whether everything that is asked holds of one item that has begun, and the next day on which that may be otherwise.</summary>
    public (Truth Truth, DateOnly? Turn) Fits(ItemsLeaf leaf, KnownItem item)
    {
        NextTurn = null;
        return (Fits(leaf.List, item, leaf.Where), NextTurn);
    }

    /// <summary>Whether everything that is asked holds of this one item.</summary>
    private Truth Fits(string list, KnownItem item, ItemFilter where)
    {
        var truth = Truth.Met;
        And(where.Kinds is null ? null : Said(where.Kinds.Contains(item.Kind)));
        if (truth == Truth.NotMet)
        {
            return truth;
        }

        And(where.Levels is null ? null : item.Level.Length == 0 ? Truth.Unknown : Said(where.Levels.Contains(item.Level)));
        And(!where.Held ? null : Said(item.Until is not { } until || day <= until));
        And(!where.StillListed ? null : Said(item.LiftedOn is not { } lifted || day < lifted));
        And(!where.First ? null : IsFirst(list, item));
        And(where.YearsAgo is not { } years ? null : item.From is not { } from ? Truth.Unknown : Said(from.Year == day.Year - years));
        And(where.WithinYears is not { } within ? null : item.From is not { } lately ? Truth.Unknown : Said(lately >= day.AddYears(-within)));
        And(where.Since is not { } since ? null : item.From is not { } later ? Truth.Unknown : Said(later >= since));
        And(where.RankAtMost is not { } rank ? null : item.Rank is not { } place ? Truth.Unknown : Said(place <= rank));
        And(where.AmountAtLeast is not { } least ? null : item.Amount is not { } amount ? Truth.Unknown : Said(amount >= least));
        And(where.ShareAtLeast is not { } share ? null : item is not { Amount: { } whole, Part: { } part } ? Truth.Unknown : Said(whole > 0 && part / whole >= share));
        And(where.Flag is not { } flag ? null : item.Flag is not { } said ? Truth.Unknown : Said(said == flag));
        if (truth != Truth.NotMet)
        {
            Turn(where.StillListed ? item.LiftedOn : null);
            Turn(where.Held ? After(item.Until) : null);
            Turn(where.WithinYears is { } n ? After(item.From?.AddYears(n)) : null);
        }

        Turn(where.YearsAgo is null ? null : new DateOnly(day.Year + 1, 1, 1));
        return truth;

        void And(Truth? asked) => truth = asked is { } other && other < truth ? other : truth;
    }

    /// <summary>The first of its kind: said so, or the earliest of a list that is complete.</summary>
    private Truth IsFirst(string list, KnownItem item) =>
        item.First is { } said ? Said(said)
            : facts.Items(list).Any(i => i != item && i.Kind == item.Kind && (i.From is null || i.From < item.From)) ? Truth.NotMet
            : OpenKinds(list, [item.Kind]).Count > 0 || item.From is null ? Truth.Unknown
            : Truth.Met;
}
