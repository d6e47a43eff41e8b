using ServicePackage.Core.Enterprises;

namespace ServicePackage.Core.Conditions;

/// <summary>One answer to a fact, as far as conditions ask for it.</summary>
public sealed record KnownFact(
    string Code, FactPeriod Period, FactAnswer Answer, decimal? Low = null, decimal? High = null, string Choice = "", DateOnly? Day = null,
    FactStanding Standing = FactStanding.Declared, DateTime RecordedAt = default, string Evidence = "");

/// <summary>One item of a list, as far as conditions ask for it.</summary>
public sealed record KnownItem(
    string List, string Kind = "", string Level = "", DateOnly? From = null, DateOnly? Until = null, bool? First = null, decimal? Amount = null, decimal? Part = null,
    int? Rank = null, bool? Flag = null, DateOnly? LiftedOn = null, FactStanding Standing = FactStanding.Declared, DateTime RecordedAt = default, string Evidence = "");

/// <summary>That a list, or one kind of it, is complete as of a day; good for so many months where it is asked again.</summary>
public sealed record KnownClosing(string List, string Kind, DateOnly AsOf, int? Months = null)
{
    /// <summary>Whether it speaks for a day.</summary>
    public bool Covers(DateOnly day) => Months is not { } months || day <= AsOf.AddMonths(months);

    /// <summary>The first day it no longer speaks for; null where it always does.</summary>
    public DateOnly? Ends => Months is { } months ? AsOf.AddMonths(months).AddDays(1) : null;
}

/// <summary>What is known of one enterprise at an instant: the answers that count, one a period.</summary>
public sealed class KnownFacts
{
    private readonly Dictionary<(string Code, FactShape Shape, DateOnly From), KnownFact> _figures = [];
    private readonly ILookup<string, KnownFact> _states;
    private readonly ILookup<string, KnownItem> _items;
    private readonly ILookup<string, KnownClosing> _closings;

    /// <summary>Of several answers for one period the one of the highest standing counts, then the latest.</summary>
    public KnownFacts(IEnumerable<KnownFact> facts, IEnumerable<KnownItem> items, IEnumerable<KnownClosing> closings)
    {
        var counting = facts.GroupBy(f => (f.Code, f.Period.Shape, f.Period.From))
            .Select(g => g.OrderByDescending(f => f.Standing).ThenByDescending(f => f.RecordedAt).First()).ToList();
        foreach (var figure in counting.Where(f => f.Period.Shape != FactShape.State))
        {
            _figures[(figure.Code, figure.Period.Shape, figure.Period.From)] = figure;
        }

        _states = counting.Where(f => f.Period.Shape == FactShape.State).OrderByDescending(f => f.Period.From).ToLookup(f => f.Code, StringComparer.Ordinal);
        _items = items.ToLookup(i => i.List, StringComparer.Ordinal);
        _closings = closings.ToLookup(c => c.List, StringComparer.Ordinal);
        Founded = Day(FactCatalogue.Founded)?.Day;
    }

    private KnownFacts(KnownFacts facts, IEnumerable<KnownItem> items) =>
        (_figures, _states, _items, _closings, Founded) = (facts._figures, facts._states, items.ToLookup(i => i.List, StringComparer.Ordinal), facts._closings, facts.Founded);

    /// <summary>What would be known if there were an item more.</summary>
    public KnownFacts With(KnownItem item) => new(this, _items.SelectMany(l => l).Append(item));

    /// <summary>The day the enterprise was founded; null where it is not known.</summary>
    public DateOnly? Founded { get; }

    /// <summary>The answer for a period; null where there is none.</summary>
    public KnownFact? Of(string code, FactPeriod period) => _figures.GetValueOrDefault((code, period.Shape, period.From));

    /// <summary>The answer to what took place on a day.</summary>
    public KnownFact? Day(string code) => Of(code, FactPeriod.OfDay);

    /// <summary>The state on a day; null where none is known.</summary>
    public KnownFact? State(string code, DateOnly day) => _states[code].FirstOrDefault(f => f.Period.From <= day);

    /// <summary>The first day after this one on which another state begins; null where none is known.</summary>
    public DateOnly? NextState(string code, DateOnly day) => _states[code].LastOrDefault(f => f.Period.From > day)?.Period.From;

    /// <summary>The items of a list.</summary>
    public IEnumerable<KnownItem> Items(string list) => _items[list];

    /// <summary>Those closings of a list that speak for a day, for all of it or for one of its kinds.</summary>
    public IEnumerable<KnownClosing> Closings(string list, DateOnly day) => _closings[list].Where(c => c.Covers(day));
}
