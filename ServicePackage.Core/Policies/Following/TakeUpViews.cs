using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Policies;

/// <summary>Which clauses, and of when.</summary>
public sealed record TakeUpFilter
{
    /// <summary>What took place in this year: matches that held in it, what was told and said, and applications begun in it with all that became of them. Null for all.</summary>
    public int? Year { get; init; }

    /// <summary>Of policies of this level; null for all.</summary>
    public PolicyLevel? Level { get; init; }

    /// <summary>Carried out by this unit; null for all.</summary>
    public long? UnitId { get; init; }

    /// <summary>Clauses before the page.</summary>
    public int Skip { get; init; }

    /// <summary>Clauses of the page.</summary>
    public int Take { get; init; } = Paging.Largest;

    /// <summary>Whether it leaves anything out.</summary>
    public bool Narrows => Year is not null || Level is not null || UnitId is not null;
}

/// <summary>What became of a clause, in number and money: enterprises before the applications, applications from there on.</summary>
public sealed record TakeUpFigures
{
    /// <summary>How many enterprises met it.</summary>
    public int Matched { get; init; }

    /// <summary>How many of them were told.</summary>
    public int Told { get; init; }

    /// <summary>How many opened what they were told.</summary>
    public int Read { get; init; }

    /// <summary>How many are interested.</summary>
    public int Interested { get; init; }

    /// <summary>How many said that it is not for them.</summary>
    public int NotForUs { get; init; }

    /// <summary>How many applications there were, confirmations without one among them; not the withdrawn.</summary>
    public int Applied { get; init; }

    /// <summary>How many were granted, paid or not.</summary>
    public int Granted { get; init; }

    /// <summary>What was granted (yuan).</summary>
    public decimal GrantedMoney { get; init; }

    /// <summary>How many were refused, or declined by the enterprise.</summary>
    public int Refused { get; init; }

    /// <summary>How many were paid.</summary>
    public int Paid { get; init; }

    /// <summary>What was paid (yuan).</summary>
    public decimal PaidMoney { get; init; }

    /// <summary>Whether nothing happened under it.</summary>
    public bool IsNothing => this == new TakeUpFigures();

    /// <summary>The two together.</summary>
    public static TakeUpFigures operator +(TakeUpFigures one, TakeUpFigures other) => Add(one, other);

    /// <summary>The two together.</summary>
    public static TakeUpFigures Add(TakeUpFigures left, TakeUpFigures right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new TakeUpFigures
        {
            Matched = left.Matched + right.Matched,
            Told = left.Told + right.Told,
            Read = left.Read + right.Read,
            Interested = left.Interested + right.Interested,
            NotForUs = left.NotForUs + right.NotForUs,
            Applied = left.Applied + right.Applied,
            Granted = left.Granted + right.Granted,
            GrantedMoney = left.GrantedMoney + right.GrantedMoney,
            Refused = left.Refused + right.Refused,
            Paid = left.Paid + right.Paid,
            PaidMoney = left.PaidMoney + right.PaidMoney,
        };
    }

    /// <summary>All of them together.</summary>
    public static TakeUpFigures Sum(IEnumerable<TakeUpFigures> figures) => figures.Aggregate(new TakeUpFigures(), Add);
}

/// <summary>A clause and what became of it.</summary>
public sealed record TakeUpRow
{
    public long PolicyId { get; init; }

    public long ClauseId { get; init; }

    public string Number { get; init; } = "";

    public string Title { get; init; } = "";

    public string PolicyTitle { get; init; } = "";

    public PolicyLevel Level { get; init; }

    public PolicyUnit? Unit { get; init; }

    /// <summary>Whether it stands: published and not withdrawn.</summary>
    public bool Stands { get; init; }

    /// <summary>Whether it says whom it is for, by a condition or by their names: where it does not, nobody can say how many meet it.</summary>
    public bool SaysWhom { get; init; }

    /// <summary>Whether the reader may open the enterprises beside it.</summary>
    public bool MayOpenEnterprises { get; init; }

    /// <summary>What became of it.</summary>
    public TakeUpFigures Figures { get; init; } = new();
}

/// <summary>The clauses of one unit, as far as they stand on the page.</summary>
/// <param name="Unit">The unit; null for those that no unit of the town carries out.</param>
/// <param name="Rows">Its clauses on the page.</param>
/// <param name="Clauses">How many it has on all pages.</param>
/// <param name="Figures">All of these together.</param>
public sealed record TakeUpGroup(PolicyUnit? Unit, IReadOnlyList<TakeUpRow> Rows, int Clauses, TakeUpFigures Figures);

/// <summary>What became of the clauses (plan §七(三)).</summary>
/// <param name="Groups">The clauses of the page by unit.</param>
/// <param name="Units">The units to choose from.</param>
/// <param name="Years">The years to choose from, the last first.</param>
/// <param name="Today">The day it is read (Shanghai).</param>
/// <param name="Figures">All clauses on all pages together.</param>
/// <param name="Total">How many clauses there are on all pages.</param>
public sealed record TakeUp(IReadOnlyList<TakeUpGroup> Groups, IReadOnlyList<PolicyUnit> Units, IReadOnlyList<int> Years, DateOnly Today, TakeUpFigures Figures, int Total);

/// <summary>Why a clause was not taken up: who says so.</summary>
public enum WhyNotKind
{
    /// <summary>The enterprise, before it applied.</summary>
    NotForUs,

    /// <summary>Whoever decided.</summary>
    Refused,

    /// <summary>The enterprise, asked for its consent.</summary>
    Declined,
}

/// <summary>A reason why a clause was not taken up.</summary>
/// <param name="Kind">Who says so.</param>
/// <param name="Reason">As it was written.</param>
/// <param name="Number">How often.</param>
/// <param name="Last">When for the last time (Shanghai).</param>
public sealed record WhyNot(WhyNotKind Kind, string Reason, int Number, DateOnly Last);
