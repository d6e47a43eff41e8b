using ServicePackage.Core.Enterprises;

namespace ServicePackage.Core.Conditions;

/// <summary>
/// Weighs a condition against what is known of an enterprise, by walking the tree. It gives one of three outcomes at every point, and knowing more never turns
/// one that was decided.
/// </summary>
internal sealed partial class Walk(KnownFacts facts, DateOnly day, Criteria criteria, IReadOnlyDictionary<string, bool> judgements, IReadOnlySet<(Condition, int)>? forced = null)
{
    private readonly HashSet<Asked> _selectors = [];
    private readonly Dictionary<Asked, Interval> _narrowed = [];

    /// <summary>The next day on which an outcome may change although nobody does anything; null where none is known.</summary>
    public DateOnly? NextTurn { get; private set; }

    /// <summary>The figures that decide which band applies.</summary>
    public IReadOnlySet<Asked> Selectors => _selectors;

    public Finding Look(Condition condition) => condition switch
    {
        AllOf all => Joined(all, all.Of, parts => parts.Min(p => p.Truth)),
        AnyOf any => Joined(any, any.Of, parts => parts.Max(p => p.Truth)),
        AtLeast some => Joined(some, some.Of, parts => CountOf(some.Count, parts)),
        Bands bands => Look(bands),
        Score score => Look(score),
        Named named => Look(named),
        Judged judged => Leaf(judged, 0, judgements.TryGetValue(judged.Key, out var yes) ? yes ? Truth.Met : Truth.NotMet : Truth.Unknown),
        FigureLeaf figure => figure.EachOf == 1 ? Look(figure, 0) : Joined(figure, [.. Enumerable.Range(0, figure.EachOf).Select(lag => Look(figure, lag))], parts => parts.Min(p => p.Truth)),
        CodeLeaf code => Look(code),
        SizeLeaf size => Look(size),
        ItemsLeaf items => Look(items),
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition, null),
    };

    private Finding Joined(Condition of, IReadOnlyList<Condition> parts, Func<IReadOnlyList<Finding>, Truth> join) => Joined(of, [.. parts.Select(Look)], join);

    private static Finding Joined(Condition of, IReadOnlyList<Finding> parts, Func<IReadOnlyList<Finding>, Truth> join) => new(of, join(parts)) { Parts = parts };

    private static Truth CountOf(int count, IReadOnlyList<Finding> parts)
    {
        var met = parts.Count(p => p.Truth == Truth.Met);
        return met >= count ? Truth.Met : met + parts.Count(p => p.Truth == Truth.Unknown) < count ? Truth.NotMet : Truth.Unknown;
    }

    private Finding Look(Named named)
    {
        Turn(criteria.ChangesAfter(named.Criterion, day).Order().Select(d => (DateOnly?)d).FirstOrDefault());
        return criteria.Find(named.Criterion, day) is { } version
            ? Joined(named, [Look(version.Condition)], parts => parts[0].Truth)
            : new Finding(named, Truth.Unknown);
    }

    /// <summary>Each band that the figure may lie in counts, with the figure known to lie in it: in all of them met is met, wherever it lies.</summary>
    private Finding Look(Bands bands)
    {
        var by = Read(bands.By, 0);
        _selectors.UnionWith(by.Used.Select(u => u.Asked));
        if (by.Range is not { } range)
        {
            return new Finding(bands, Truth.NotMet) { Used = by.Used };
        }

        var parts = new List<Finding>();
        var from = -Interval.Endless;
        foreach (var band in bands.Of)
        {
            var (low, high) = (from, band.UpTo ?? Interval.Endless);
            if (range.High >= low && (band.Below && band.UpTo is not null ? range.Low < high : range.Low <= high) && range.Within(new Interval(low, high)) is { } part)
            {
                parts.Add(Narrowed(bands.By, by.Used, part, () => Look(band.Then)));
            }

            if (band.UpTo is { } end && range.High <= end && !(band.Below && range.High == end))
            {
                break;
            }

            from = band.UpTo ?? from;
        }

        var (least, most) = (parts.Min(p => p.Truth), parts.Max(p => p.Truth));
        var truth = least == most || IsForced(bands, 0) ? most : Truth.Unknown;
        return new Finding(bands, truth)
        {
            Parts = parts,
            Value = range,
            Used = by.Used,
            Missing = truth == Truth.Unknown && parts.Count > 1 ? Open(by.Used) : [],
        };
    }

    private Finding Narrowed(Measure by, IReadOnlyList<Used> used, Interval range, Func<Finding> look)
    {
        if (by is not FactMeasure || used is not [{ Fact: not null or null, Asked: var asked }])
        {
            return look();
        }

        var before = _narrowed.TryGetValue(asked, out var earlier) ? earlier : (Interval?)null;
        _narrowed[asked] = range;
        var finding = look();
        if (before is { } back)
        {
            _narrowed[asked] = back;
        }
        else
        {
            _narrowed.Remove(asked);
        }

        return finding;
    }

    private Finding Look(Score score)
    {
        var parts = score.Of.Select(p =>
        {
            var items = p.Items.Select(Scored).ToList();
            return new ScoredPart(p, items.Aggregate(new Interval(0, 0), (sum, i) => sum + i.Points), items);
        }).ToList();
        var total = parts.Aggregate(new Interval(0, 0), (sum, p) => sum + p.Points);
        var truth = parts.Select(p => p.Points.Is(Must.AtLeast, p.Part.Minimum)).Append(total.Is(Must.AtLeast, score.Minimum)).Min();
        return new Finding(score, truth) { Value = total, Scored = parts };
    }

    private ScoredItem Scored(ScoreItem item)
    {
        var steps = item.Steps.Select(s => new ScoredStep(s.Points, Look(s.When))).ToList();
        var low = steps.Where(s => s.Finding.Truth == Truth.Met).Select(s => s.Points).Append(item.Otherwise).Max();
        return new ScoredItem(
            item,
            new Interval(low, steps.Where(s => s.Finding.Truth == Truth.Unknown).Select(s => s.Points).Append(low).Max()),
            [.. steps.Select(s => s.Finding.Truth == Truth.NotMet && s.Points > low ? s with { Finding = s.Finding with { Gain = s.Points - low } } : s)]);
    }

    private bool IsForced(Condition leaf, int lag) => forced?.Contains((leaf, lag)) == true;

    /// <summary>A leaf as it was found, or met where it is asked what would be if it were.</summary>
    private Finding Leaf(Condition leaf, int lag, Truth truth) => new(leaf, IsForced(leaf, lag) ? Truth.Met : truth) { Lag = lag };

    private static List<Asked> Open(IEnumerable<Used> used) => [.. used.Where(u => u.IsOpen).Select(u => u.Asked).Distinct()];

    /// <summary>The day after one; null after the last there is.</summary>
    private static DateOnly? After(DateOnly? last) => last < DateOnly.MaxValue ? last.Value.AddDays(1) : null;

    private void Turn(DateOnly? on)
    {
        if (on > day && !(NextTurn <= on))
        {
            NextTurn = on;
        }
    }
}
