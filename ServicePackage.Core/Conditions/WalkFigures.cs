using ServicePackage.Core.Enterprises;

namespace ServicePackage.Core.Conditions;

/// <summary>Figures: how they are read, and compared with what is asked.</summary>
internal sealed partial class Walk
{
    private const decimal Tolerance = 0.2m;
    private const int ToleranceOfThings = 1;
    private const int ToleranceInDays = 365;

    /// <summary>What a figure may be; null where it does not apply.</summary>
    private sealed record Reading(Interval? Range, IReadOnlyList<Used> Used);

    /// <summary>What a figure may be on a day, and whether each fact it is made of is known; no range where it does not apply.</summary>
    public static (Interval? Range, bool IsKnown) Figure(Measure measure, KnownFacts facts, DateOnly day)
    {
        var reading = new Walk(facts, day, Criteria.OfTheProgram, new Dictionary<string, bool>()).Read(measure, 0);
        return (reading.Range, reading.Used.All(u => !u.Applies || u.Fact is not null));
    }

    /// <summary>What a figure of so many years before the last may be on a day, and the next day on which it may be another by itself; no range where it does not apply.</summary>
    public (Interval? Range, DateOnly? Turn) Figure(Measure measure, int lag)
    {
        NextTurn = null;
        return (Read(measure, lag).Range, NextTurn);
    }

    /// <summary>What a figure of a period may be; null where it does not apply.</summary>
    public static Interval? Figure(FactDefinition definition, FactPeriod period, KnownFacts facts) =>
        IsBeforeFounding(period, facts) ? null : Range(definition, facts.Of(definition.Code, period));

    /// <summary>The day on which the period that runs on a day will be over, and another is the last.</summary>
    public static DateOnly NextPeriod(FactShape shape, DateOnly day) => FactPeriod.LastOver(shape, day, before: -2).From;

    private Finding Look(FigureLeaf leaf, int lag)
    {
        var reading = Read(leaf.Of, lag);
        var to = Threshold(leaf);
        var truth = reading.Range is { } range ? range.Is(leaf.Must, to) : Truth.NotMet;
        Turn(leaf.Of is AgeMeasure ? Reached(leaf) : null);
        var finding = Leaf(leaf, lag, truth) with { Value = reading.Range, Used = reading.Used };
        return truth switch
        {
            Truth.Unknown => finding with { Missing = Open(reading.Used) },
            Truth.NotMet when reading.Range is { } missed => Short(finding, leaf, missed, to),
            _ => finding,
        };
    }

    /// <summary>Growth is compared by what it comes to over the years, so that no root is taken.</summary>
    public static decimal Threshold(FigureLeaf leaf)
    {
        var (to, years) = (leaf.To, leaf.Of is GrowthMeasure { How: GrowthKind.Compound, Years: var n } ? n : 0);
        var grown = 1m;
        for (var i = 0; i < years; i++)
        {
            grown *= 1 + to;
        }

        return years > 0 ? grown : to;
    }

    private Finding Short(Finding finding, FigureLeaf leaf, Interval range, decimal to)
    {
        if (leaf.Of is AgeMeasure && leaf.Must is Must.AtLeast or Must.Above)
        {
            var on = Reached(leaf);
            var days = on is { } then ? then.DayNumber - day.DayNumber : int.MaxValue;
            return finding with { Shortfall = days, Lacking = (decimal)days / ToleranceInDays, IsWithinTolerance = days <= ToleranceInDays, FulfilledOn = on };
        }

        var upward = leaf.Must is Must.AtLeast or Must.Above;
        var (value, asked) = leaf.Of is GrowthMeasure { How: GrowthKind.Compound } growth
            ? (Growth(upward ? range.High : range.Low, growth.Years), leaf.To)
            : (upward ? range.High : range.Low, to);
        var lacking = upward ? asked - value : value - asked;
        if (leaf.Of is FactMeasure { Code: var code } && FactCatalogue.Find(code)!.Kind is FactKind.Count or FactKind.Rank or FactKind.Months)
        {
            return finding with { Shortfall = lacking, Lacking = lacking / Math.Max(asked, 1), IsWithinTolerance = lacking <= ToleranceOfThings };
        }

        return asked <= 0 ? finding : finding with { Shortfall = lacking / asked, Lacking = lacking / asked, IsWithinTolerance = lacking / asked <= Tolerance };
    }

    /// <summary>The day on which an age comes to the number asked; the day it goes beyond it where that is what counts.</summary>
    private DateOnly? Reached(FigureLeaf leaf)
    {
        var age = (AgeMeasure)leaf.Of;
        if (facts.Day(age.Fact)?.Day is not { } since || leaf.To > (age.InDays ? ConditionRules.MostDays : ConditionRules.MostAge))
        {
            return null;
        }

        var number = (int)leaf.To + (leaf.Must is Must.Above or Must.AtMost ? 1 : 0);
        return age.InDays ? since.AddDays(number) : since.AddYears(number);
    }

    /// <summary>The growth a year that comes to so much over some years; for showing, never for comparing.</summary>
    internal static decimal Growth(decimal ratio, int years) =>
        years == 1 || ratio <= 0 || ratio >= Interval.Endless ? ratio - 1 : (decimal)Math.Pow((double)ratio, 1d / years) - 1;

    private Reading Read(Measure measure, int lag) => measure switch
    {
        FactMeasure fact => ReadFact(fact.Code, lag),
        ShareMeasure share => Joined(Read(share.Part, lag), Read(share.Whole, lag), (part, whole) => part.Of(whole)),
        OverYears over => Over(over, lag),
        GrowthMeasure growth => Grown(growth, lag),
        AgeMeasure age => Age(age),
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, null),
    };

    private static Reading Joined(Reading a, Reading b, Func<Interval, Interval, Interval?> join) =>
        new(a.Range is { } left && b.Range is { } right ? join(left, right) : null, [.. a.Used, .. b.Used]);

    private Reading Over(OverYears over, int lag)
    {
        var years = Enumerable.Range(lag, over.Years).Select(y => Read(over.Of, y)).ToList();
        var ranges = years.Select(y => y.Range).OfType<Interval>().ToList();
        Interval? range = ranges.Count == 0 ? null : over.How switch
        {
            Together.Sum => ranges.Aggregate((a, b) => a + b),
            Together.Mean => ranges.Aggregate((a, b) => a + b) / ranges.Count,
            Together.Least => new Interval(ranges.Min(r => r.Low), ranges.Min(r => r.High)),
            Together.Greatest => new Interval(ranges.Max(r => r.Low), ranges.Max(r => r.High)),
            _ => throw new ArgumentOutOfRangeException(nameof(over), over.How, null),
        };
        return new Reading(range, [.. years.SelectMany(y => y.Used)]);
    }

    private Reading Grown(GrowthMeasure growth, int lag)
    {
        if (growth.How == GrowthKind.Compound)
        {
            return Joined(ReadFact(growth.Fact, lag), ReadFact(growth.Fact, lag + growth.Years), (now, before) => now.Of(before));
        }

        var years = Enumerable.Range(lag, growth.Years).Select(y => Grown(new GrowthMeasure(growth.Fact), y)).ToList();
        return new Reading(
            years.TrueForAll(y => y.Range is not null) ? years.Select(y => y.Range!.Value).Aggregate((a, b) => a + b) / years.Count + new Interval(-1, -1) : null,
            [.. years.SelectMany(y => y.Used).DistinctBy(u => u.Asked)]);
    }

    private Reading Age(AgeMeasure age)
    {
        var fact = facts.Day(age.Fact);
        if (fact?.Day is not { } since)
        {
            return new Reading(Interval.From(0), [new Used(new Asked(age.Fact), fact, Interval.From(0))]);
        }

        var days = day.DayNumber - since.DayNumber;
        var years = day.Year - since.Year - (day < since.AddYears(day.Year - since.Year) ? 1 : 0);
        var value = age.InDays ? days : years;
        return new Reading(new Interval(value, value), [new Used(new Asked(age.Fact), fact, new Interval(value, value))]);
    }

    private Reading ReadFact(string code, int lag)
    {
        var definition = FactCatalogue.Find(code) ?? throw new ArgumentOutOfRangeException(nameof(code), code, "There is no such fact.");
        var shape = definition.Shapes[0];
        if (shape == FactShape.State)
        {
            Turn(facts.NextState(code, day));
            return Found(definition, new Asked(code), facts.State(code, day));
        }

        var period = FactPeriod.LastOver(shape, day, lag);
        Turn(NextPeriod(shape, day));
        var asked = new Asked(code, period);
        return IsBeforeFounding(period, facts)
            ? new Reading(null, [new Used(asked, null, null, Applies: false)])
            : Found(definition, asked, facts.Of(code, period));
    }

    private Reading Found(FactDefinition definition, Asked asked, KnownFact? fact)
    {
        if (Range(definition, fact) is not { } range)
        {
            return new Reading(null, [new Used(asked, fact, null, Applies: false)]);
        }

        range = _narrowed.TryGetValue(asked, out var narrowed) ? range.Within(narrowed) ?? range : range;
        return new Reading(range, [new Used(asked, fact, range)]);
    }

    private static bool IsBeforeFounding(FactPeriod period, KnownFacts facts) => facts.Founded is { } founded && period.Until < founded;

    private static Interval? Range(FactDefinition definition, KnownFact? fact) =>
        fact is { Answer: FactAnswer.DoesNotApply } ? null : fact is { Low: { } low, High: { } high } ? new Interval(low, high) : Natural(definition.Kind);

    /// <summary>All that a figure can be of which nothing is known.</summary>
    private static Interval Natural(FactKind kind) => kind switch
    {
        FactKind.Share => new Interval(0, 1),
        FactKind.Points => new Interval(0, 100),
        FactKind.Rank => Interval.From(1),
        _ => Interval.From(0),
    };
}
