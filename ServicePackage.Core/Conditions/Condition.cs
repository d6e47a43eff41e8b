using System.Text.Json.Serialization;

namespace ServicePackage.Core.Conditions;

/// <summary>
/// What a clause asks of an enterprise (plan §五(二)), as a tree: it is kept as JSON, built in the browser, read back as a sentence and weighed against what is
/// known of an enterprise. "Not" stands at the leaves alone.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(AllOf), "all")]
[JsonDerivedType(typeof(AnyOf), "any")]
[JsonDerivedType(typeof(AtLeast), "atLeast")]
[JsonDerivedType(typeof(Bands), "bands")]
[JsonDerivedType(typeof(Score), "score")]
[JsonDerivedType(typeof(Named), "named")]
[JsonDerivedType(typeof(Judged), "judged")]
[JsonDerivedType(typeof(FigureLeaf), "figure")]
[JsonDerivedType(typeof(CodeLeaf), "code")]
[JsonDerivedType(typeof(SizeLeaf), "size")]
[JsonDerivedType(typeof(ItemsLeaf), "items")]
public abstract record Condition
{
    /// <summary>The conditions directly under this one.</summary>
    [JsonIgnore]
    public IEnumerable<Condition> Parts => this switch
    {
        AllOf all => all.Of,
        AnyOf any => any.Of,
        AtLeast some => some.Of,
        Bands bands => bands.Of.Select(b => b.Then),
        Score score => score.Of.SelectMany(p => p.Items).SelectMany(i => i.Steps).Select(s => s.When),
        Named or Judged or FigureLeaf or CodeLeaf or SizeLeaf or ItemsLeaf => [],
        _ => throw new InvalidOperationException($"{GetType().Name} does not say what stands under it."),
    };
}

/// <summary>Each of them has to be met.</summary>
public sealed record AllOf(IReadOnlyList<Condition> Of) : Condition;

/// <summary>One of them has to be met.</summary>
public sealed record AnyOf(IReadOnlyList<Condition> Of) : Condition;

/// <summary>So many of them have to be met.</summary>
public sealed record AtLeast(int Count, IReadOnlyList<Condition> Of) : Condition;

/// <summary>What has to be met depends on a figure. The bands have no gap between them: each begins where the one before ends, the last has no end.</summary>
public sealed record Bands(Measure By, IReadOnlyList<Band> Of) : Condition;

/// <summary>One band of a figure.</summary>
/// <param name="Then">What has to be met in it.</param>
/// <param name="UpTo">Its upper end; null for the last.</param>
/// <param name="Below">Whether the upper end itself belongs to the next band.</param>
public sealed record Band(Condition Then, decimal? UpTo = null, bool Below = false);

/// <summary>Points are given, and a minimum has to be reached, in total and in each part that has one.</summary>
public sealed record Score(decimal Minimum, IReadOnlyList<ScorePart> Of) : Condition;

/// <summary>A part of a score, with a minimum of its own where it has one.</summary>
public sealed record ScorePart(string Chinese, string English, IReadOnlyList<ScoreItem> Items, decimal Minimum = 0)
{
    /// <summary>Its name in the reader's language.</summary>
    [JsonIgnore]
    public string Name => Words.Wording.Either(Chinese, English);
}

/// <summary>What points are given for: those of the best step that is met, otherwise the least.</summary>
public sealed record ScoreItem(string Chinese, string English, IReadOnlyList<ScoreStep> Steps, decimal Otherwise = 0)
{
    /// <summary>Its name in the reader's language.</summary>
    [JsonIgnore]
    public string Name => Words.Wording.Either(Chinese, English);
}

/// <summary>So many points where a condition is met.</summary>
public sealed record ScoreStep(decimal Points, Condition When);

/// <summary>A condition that several clauses share, by its name; the day in question decides which of its versions.</summary>
public sealed record Named(string Criterion) : Condition;

/// <summary>What no figure says and a person has to judge.</summary>
/// <param name="Key">By which the judgement is kept.</param>
/// <param name="Chinese">What is judged.</param>
/// <param name="English">The same in English.</param>
public sealed record Judged(string Key, string Chinese, string English = "") : Condition
{
    /// <summary>What is judged, in the reader's language.</summary>
    [JsonIgnore]
    public string Question => Words.Wording.Either(Chinese, English);
}

/// <summary>How a figure stands to a number.</summary>
public enum Must
{
    /// <summary>As much or more.</summary>
    AtLeast,

    /// <summary>As much or less.</summary>
    AtMost,

    /// <summary>More.</summary>
    Above,

    /// <summary>Less.</summary>
    Below,
}

/// <summary>A figure compared with a number; in each of the last years where there are several.</summary>
/// <param name="Of">The figure.</param>
/// <param name="Must">How it has to stand to the number.</param>
/// <param name="To">The number: yuan, people, a share as 0.03, years, days …</param>
/// <param name="EachOf">In how many of the last years, each for itself.</param>
public sealed record FigureLeaf(Measure Of, Must Must = Must.AtLeast, decimal To = 0, int EachOf = 1) : Condition;

/// <summary>An answer that is one of some: yes, an option, a place or an industry with all that belongs to it.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="In">Codes of which it is one.</param>
/// <param name="Not">Whether it has to be none of them.</param>
public sealed record CodeLeaf(string Fact, IReadOnlyList<string> In, bool Not = false) : Condition;

/// <summary>The size of the enterprise by the statistical standard of its industry is one of these.</summary>
public sealed record SizeLeaf(IReadOnlyList<SizeGrade> In) : Condition;

/// <summary>
/// Items of a list for which everything asked holds of the same item: a title held, a project of so much, no offence within so many years. Their number is
/// compared, or what they come to.
/// </summary>
/// <param name="List">The list.</param>
/// <param name="Where">What holds of an item.</param>
/// <param name="Must">How the number has to stand.</param>
/// <param name="To">The number of items, or of yuan where it is <paramref name="Sum"/>.</param>
/// <param name="Sum">Whether their amounts are added up.</param>
public sealed record ItemsLeaf(string List, ItemFilter Where, Must Must = Must.AtLeast, decimal To = 1, bool Sum = false) : Condition;

/// <summary>What holds of one item of a list; what is null is not asked.</summary>
public sealed record ItemFilter
{
    /// <summary>Its kind is one of these.</summary>
    public IReadOnlyList<string>? Kinds { get; init; }

    /// <summary>Its level is one of these.</summary>
    public IReadOnlyList<string>? Levels { get; init; }

    /// <summary>Held on the day in question.</summary>
    public bool Held { get; init; }

    /// <summary>Not lifted by the day in question, as a place on a list of dishonesty can be.</summary>
    public bool StillListed { get; init; }

    /// <summary>The first of its kind that the enterprise ever had.</summary>
    public bool First { get; init; }

    /// <summary>Of the calendar year so many before the day in question; 1 is last year.</summary>
    public int? YearsAgo { get; init; }

    /// <summary>Within so many years before the day in question.</summary>
    public int? WithinYears { get; init; }

    /// <summary>On this day or later.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>In a ranking at this place or before.</summary>
    public int? RankAtMost { get; init; }

    /// <summary>Of so many yuan or more.</summary>
    public decimal? AmountAtLeast { get; init; }

    /// <summary>Of which the part (equipment) is such a share or more.</summary>
    public decimal? ShareAtLeast { get; init; }

    /// <summary>What the list asks with yes or no: by a qualified institution, filed.</summary>
    public bool? Flag { get; init; }
}
