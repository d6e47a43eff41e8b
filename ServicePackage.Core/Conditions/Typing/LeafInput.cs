using ServicePackage.Core.Enterprises;

namespace ServicePackage.Core.Conditions;

/// <summary>What one leaf of a condition asks about.</summary>
public enum LeafKind
{
    /// <summary>A figure compared with a number.</summary>
    Figure,

    /// <summary>An answer that is one of some: yes, an option, a place, an industry.</summary>
    Answer,

    /// <summary>The size of the enterprise.</summary>
    Size,

    /// <summary>Items of a list, such as titles held.</summary>
    Items,

    /// <summary>A criterion that several clauses share.</summary>
    Named,

    /// <summary>What a person has to judge.</summary>
    Judged,
}

/// <summary>Of which sort a figure is.</summary>
public enum FigureKind
{
    /// <summary>One fact.</summary>
    Fact,

    /// <summary>One fact as a share of another.</summary>
    Share,

    /// <summary>The growth of a fact.</summary>
    Growth,

    /// <summary>The time since a day.</summary>
    Age,
}

/// <summary>Over how much time a figure is taken.</summary>
public enum OverKind
{
    /// <summary>As it holds, or of the last year.</summary>
    Last,

    /// <summary>In each of the last years.</summary>
    Each,

    /// <summary>The last years added up.</summary>
    Sum,

    /// <summary>The mean of the last years.</summary>
    Mean,

    /// <summary>The least of the last years.</summary>
    Least,

    /// <summary>The greatest of the last years.</summary>
    Greatest,
}

/// <summary>When an item of a list took place.</summary>
public enum ItemTime
{
    /// <summary>At any time.</summary>
    Any,

    /// <summary>In the calendar year so many before.</summary>
    YearsAgo,

    /// <summary>Within so many years.</summary>
    Within,

    /// <summary>On a day or later.</summary>
    Since,
}

/// <summary>A figure, as it is chosen and typed.</summary>
public class MeasureInput
{
    public FigureKind Figure { get; set; }

    /// <summary>The fact, the part of a share, or the day.</summary>
    public string Fact { get; set; } = "";

    /// <summary>The whole of a share.</summary>
    public string Whole { get; set; } = "";

    public OverKind Over { get; set; }

    /// <summary>Over how many years.</summary>
    public string Years { get; set; } = "2";

    /// <summary>How growth over several years is meant.</summary>
    public GrowthKind Growth { get; set; } = GrowthKind.Compound;

    /// <summary>Whether time is counted in days.</summary>
    public bool InDays { get; set; }

    /// <summary>The unit in which money is typed.</summary>
    public MoneyUnit Unit { get; set; }
}

/// <summary>A leaf of a condition, as it is chosen and typed; what its kind does not ask is left alone.</summary>
public sealed class LeafInput : MeasureInput
{
    public LeafKind Kind { get; set; }

    /// <summary>How the figure or the number of items has to stand.</summary>
    public Must Must { get; set; }

    /// <summary>The number it is compared with.</summary>
    public string Number { get; set; } = "";

    /// <summary>The fact of an answer.</summary>
    public string Answer { get; set; } = "";

    /// <summary>The answers of which it is one.</summary>
    public List<string> Codes { get; set; } = [];

    /// <summary>Whether it has to be none of them.</summary>
    public bool Not { get; set; }

    public List<SizeGrade> Sizes { get; set; } = [];

    /// <summary>The list.</summary>
    public string List { get; set; } = "";

    /// <summary>The kinds of items; none for any.</summary>
    public List<string> Kinds { get; set; } = [];

    /// <summary>The levels; none for any.</summary>
    public List<string> Levels { get; set; } = [];

    /// <summary>Whether it has to be held on the day in question.</summary>
    public bool Held { get; set; }

    /// <summary>Whether it counts only while it has not been lifted.</summary>
    public bool StillListed { get; set; }

    /// <summary>Whether it is the first of its kind.</summary>
    public bool First { get; set; }

    public ItemTime Time { get; set; }

    /// <summary>How many years ago, or within how many.</summary>
    public string TimeYears { get; set; } = "1";

    public DateOnly? Since { get; set; }

    /// <summary>The place in a ranking; empty where it is not asked.</summary>
    public string Rank { get; set; } = "";

    /// <summary>The least amount of an item; empty where it is not asked.</summary>
    public string Amount { get; set; } = "";

    /// <summary>The least share of equipment, in percent; empty where it is not asked.</summary>
    public string Share { get; set; } = "";

    /// <summary>What the list asks with yes or no; null where it is not asked.</summary>
    public bool? Flag { get; set; }

    /// <summary>Whether the amounts are added up.</summary>
    public bool Sum { get; set; }

    /// <summary>The unit in which amounts of items are typed.</summary>
    public MoneyUnit AmountUnit { get; set; }

    /// <summary>The shared criterion.</summary>
    public string Criterion { get; set; } = "";

    /// <summary>By which a judgement is kept; empty of a new one.</summary>
    public string Key { get; set; } = "";

    /// <summary>What was judged under that key when it was read: another question is judged anew.</summary>
    public string Was { get; set; } = "";

    /// <summary>What is judged.</summary>
    public string Chinese { get; set; } = "";

    /// <summary>The same in English; may be empty.</summary>
    public string English { get; set; } = "";
}
