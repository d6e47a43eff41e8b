namespace ServicePackage.Core.Conditions;

/// <summary>How an enterprise stands to a condition (plan §五(二)).</summary>
public enum Eligibility
{
    /// <summary>符合: everything asked is met.</summary>
    Met,

    /// <summary>待核实: only a person's judgement is left.</summary>
    ToVerify,

    /// <summary>接近: not met, and one figure that is not far off would do.</summary>
    Near,

    /// <summary>信息不足: what is known does not decide it.</summary>
    Undecided,

    /// <summary>不符合: it is not, whatever else comes to be known.</summary>
    NotMet,
}

/// <summary>What one figure would have to do.</summary>
/// <param name="Figure">The figure that is short.</param>
/// <param name="Leaves">What it would meet then, the one that lacks most first.</param>
public sealed record NearMiss(Asked Figure, IReadOnlyList<Finding> Leaves)
{
    /// <summary>How much is lacking where most is.</summary>
    public decimal Shortfall => Leaves.Max(l => l.Shortfall ?? 0);

    /// <summary>The same as a share, by which near ones are put in order.</summary>
    public decimal Lacking => Leaves.Max(l => l.Lacking);
}

/// <summary>How an enterprise stands to a condition on a day, and why: the same both ways, whoever asks.</summary>
/// <param name="Eligibility">How it stands.</param>
/// <param name="Finding">Everything that was looked at.</param>
/// <param name="Deciding">What decided it: not everything that fails, but what would have to change.</param>
public sealed record Assessment(Eligibility Eligibility, Finding Finding, IReadOnlyList<Finding> Deciding)
{
    /// <summary>The same for a reader who does not see commercial figures: bands in place of what is asked in one, for which of them applies would tell the figure.</summary>
    public IReadOnlyList<Finding> WithoutFigures => Reasons.WithoutFigures(Finding, Deciding);

    /// <summary>What is near; null where it is not that.</summary>
    public NearMiss? Near { get; init; }

    /// <summary>What alone would decide it for the better, if it were favourable.</summary>
    public IReadOnlyList<Asked> Alone { get; init; } = [];

    /// <summary>What would help with others.</summary>
    public IReadOnlyList<Asked> WithOthers { get; init; } = [];

    /// <summary>The next day on which it may stand otherwise although nobody does anything; null where none is known.</summary>
    public DateOnly? NextTurn { get; init; }

    /// <summary>Weighs a condition against what is known of an enterprise.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="facts">What is known.</param>
    /// <param name="day">The day in question (Shanghai).</param>
    /// <param name="criteria">The named criteria.</param>
    /// <param name="judgements">What people judged, by key.</param>
    public static Assessment Of(Condition condition, KnownFacts facts, DateOnly day, Criteria criteria, IReadOnlyDictionary<string, bool>? judgements = null) =>
        new Weighing(condition, facts, day, criteria, judgements ?? new Dictionary<string, bool>()).Weigh();
}

/// <summary>Asks of one condition not only how it stands, but what would be if.</summary>
internal sealed class Weighing(Condition condition, KnownFacts facts, DateOnly day, Criteria criteria, IReadOnlyDictionary<string, bool> judgements)
{
    public Assessment Weigh()
    {
        var walk = new Walk(facts, day, criteria, judgements);
        var finding = walk.Look(condition);
        var assessment = finding.Truth switch
        {
            Truth.Met => new Assessment(Eligibility.Met, finding, Reasons.Of(finding)),
            Truth.Unknown => Undecided(finding),
            _ => Missed(finding, walk.Selectors),
        };
        return assessment with { NextTurn = walk.NextTurn };
    }

    private Assessment Undecided(Finding finding)
    {
        var open = finding.Whole().Where(f => f.Truth == Truth.Unknown).ToList();
        var judged = open.Where(f => f.Of is Judged).Select(f => (f.Of, 0)).ToHashSet();
        if (judged.Count > 0 && WouldBeMet(judged))
        {
            return new Assessment(Eligibility.ToVerify, finding, Reasons.Of(finding));
        }

        var missing = open.SelectMany(f => f.Missing).Distinct().ToList();
        var alone = missing.Where(one => WouldBeMet([.. judged, .. open.Where(f => f.Missing is [var only] && only == one).Select(f => (f.Of, f.Lag))])).ToList();
        return new Assessment(Eligibility.Undecided, finding, Reasons.Of(finding)) { Alone = alone, WithOthers = [.. missing.Except(alone)] };
    }

    private Assessment Missed(Finding finding, IReadOnlySet<Asked> selectors)
    {
        var short_ = finding.Whole().Where(f => f is { Truth: Truth.NotMet, IsWithinTolerance: true, Shortfall: not null }).ToList();
        var near = short_.SelectMany(f => f.Used.Where(u => u.Fact is not null).Select(u => u.Asked)).Distinct().Where(a => !selectors.Contains(a))
            .Select(figure => Mended(figure, [.. short_.Where(f => f.Used.Any(u => u.Asked == figure)).OrderBy(f => f.Lacking)]))
            .OfType<NearMiss>().OrderBy(n => n.Lacking).FirstOrDefault();
        return near is null
            ? new Assessment(Eligibility.NotMet, finding, Reasons.Of(finding))
            : new Assessment(Eligibility.Near, finding, near.Leaves) { Near = near };
    }

    /// <summary>The fewest things that a figure would have to do so that the whole is met; null where it cannot do it alone.</summary>
    private NearMiss? Mended(Asked figure, IReadOnlyList<Finding> leaves)
    {
        for (var count = 1; count <= leaves.Count; count++)
        {
            if (WouldBeMet([.. leaves.Take(count).Select(f => (f.Of, f.Lag))]))
            {
                var needed = leaves.Take(count).ToList();
                return new NearMiss(figure, [.. needed.Where((_, i) => !WouldBeMet([.. needed.Where((_, j) => j != i).Select(f => (f.Of, f.Lag))])).OrderByDescending(f => f.Lacking)]);
            }
        }

        return null;
    }

    private bool WouldBeMet(HashSet<(Condition, int)> forced) => new Walk(facts, day, criteria, judgements, forced).Look(condition).Truth == Truth.Met;
}

/// <summary>What of all that was looked at decided the outcome.</summary>
internal static class Reasons
{
    /// <summary>The same for a reader who does not see commercial figures: which band applies would tell one.</summary>
    public static IReadOnlyList<Finding> WithoutFigures(Finding whole, IReadOnlyList<Finding> deciding)
    {
        var bands = whole.Whole().Where(f => f.Of is Bands of && of.By.Facts.Any(c => Enterprises.FactCatalogue.Find(c) is { Commercial: true })).ToList();
        return [.. deciding.Select(leaf => bands.Find(b => b.Whole().Any(f => ReferenceEquals(f, leaf))) ?? leaf).Distinct()];
    }

    public static IReadOnlyList<Finding> Of(Finding finding) => finding switch
    {
        { IsLeaf: true } => [finding],
        { Scored.Count: > 0 } => [finding],
        { Of: AnyOf, Truth: Truth.Met } => Of(finding.Parts.First(p => p.Truth == Truth.Met)),
        { Of: AnyOf, Truth: Truth.NotMet } => Of(finding.Parts.OrderBy(Distance).First()),
        { Of: Bands, Truth: Truth.Unknown, Missing.Count: > 0 } => [finding],
        _ => [.. finding.Parts.Where(p => p.Truth == finding.Truth || (finding is { Of: AtLeast, Truth: Truth.Unknown } && p.Truth != Truth.Met)).SelectMany(Of)],
    };

    /// <summary>How far something is from being met: how many things lack, then how much.</summary>
    private static (int Far, int Lacking, decimal Shortfall) Distance(Finding finding)
    {
        var lacking = finding.Whole().Where(f => f is { IsLeaf: true, Truth: Truth.NotMet }).ToList();
        return (lacking.Count(f => !f.IsWithinTolerance), lacking.Count, lacking.Sum(f => f.Shortfall ?? 1));
    }
}
