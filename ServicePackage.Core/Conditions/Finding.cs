using ServicePackage.Core.Enterprises;

namespace ServicePackage.Core.Conditions;

/// <summary>What an enterprise could be asked for: a fact of a period, or a list or one kind of it to be said complete.</summary>
/// <param name="Code">The fact, or the list.</param>
/// <param name="Period">The period of a fact; null for a state as of the day, a day, and a list.</param>
/// <param name="Kind">The kind of item where it is a list; empty for all kinds, and for a fact.</param>
/// <param name="IsList">Whether it is a list.</param>
public readonly record struct Asked(string Code, FactPeriod? Period = null, string Kind = "", bool IsList = false);

/// <summary>A fact that was looked at, with what was found.</summary>
/// <param name="Asked">What was looked for.</param>
/// <param name="Fact">What there is; null where nothing is.</param>
/// <param name="Range">What it may be; null where it does not apply, or is no figure.</param>
/// <param name="Applies">Whether it applies to the enterprise at all.</param>
public sealed record Used(Asked Asked, KnownFact? Fact, Interval? Range, bool Applies = true)
{
    /// <summary>Whether more could be known of it.</summary>
    public bool IsOpen => Applies && (Fact is null || Range is { IsExact: false });
}

/// <summary>How one condition stands, and what made it so.</summary>
/// <param name="Of">The condition.</param>
/// <param name="Truth">Whether it is met.</param>
public sealed record Finding(Condition Of, Truth Truth)
{
    /// <summary>How the conditions under it stand, as far as they count: of bands those that the figure can lie in.</summary>
    public IReadOnlyList<Finding> Parts { get; init; } = [];

    /// <summary>How many years before the last one it speaks of; for a leaf that asks of several years, each for itself.</summary>
    public int Lag { get; init; }

    /// <summary>What the figure compared may be; null where it does not apply, or nothing was compared.</summary>
    public Interval? Value { get; init; }

    /// <summary>The facts looked at.</summary>
    public IReadOnlyList<Used> Used { get; init; } = [];

    /// <summary>What it would take to decide it, where it is open.</summary>
    public IReadOnlyList<Asked> Missing { get; init; } = [];

    /// <summary>Of items of a list, those that count.</summary>
    public IReadOnlyList<KnownItem> Items { get; init; } = [];

    /// <summary>The sizes that the enterprise can be of, where that was asked.</summary>
    public IReadOnlyList<SizeGrade> Grades { get; init; } = [];

    /// <summary>The parts of a score.</summary>
    public IReadOnlyList<ScoredPart> Scored { get; init; } = [];

    /// <summary>How much is lacking: a share of the number asked, things where things are counted, days where time has to pass. Null where that says nothing.</summary>
    public decimal? Shortfall { get; init; }

    /// <summary>The same as a share, so that things, days and figures can be put in order: of a year, or of the number asked.</summary>
    public decimal Lacking { get; init; }

    /// <summary>Whether little enough is lacking to call it near.</summary>
    public bool IsWithinTolerance { get; init; }

    /// <summary>The points it would add to a score of which it is a step; null where it is none, or is met.</summary>
    public decimal? Gain { get; init; }

    /// <summary>The day on which it is met if nothing else changes; null where time alone does not help.</summary>
    public DateOnly? FulfilledOn { get; init; }

    /// <summary>Whether nothing stands under it.</summary>
    public bool IsLeaf => Parts.Count == 0 && Scored.Count == 0;

    /// <summary>It and everything under it.</summary>
    public IEnumerable<Finding> Whole() =>
        Parts.Concat(Scored.SelectMany(p => p.Items).SelectMany(i => i.Steps.Select(s => s.Finding))).SelectMany(p => p.Whole()).Prepend(this);
}

/// <summary>A part of a score, with the points it comes to.</summary>
public sealed record ScoredPart(ScorePart Part, Interval Points, IReadOnlyList<ScoredItem> Items);

/// <summary>An item of a score, with the points it comes to.</summary>
public sealed record ScoredItem(ScoreItem Item, Interval Points, IReadOnlyList<ScoredStep> Steps);

/// <summary>A step of an item of a score.</summary>
public sealed record ScoredStep(decimal Points, Finding Finding);
