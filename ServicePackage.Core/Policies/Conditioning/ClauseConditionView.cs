using ServicePackage.Core.Conditions;

namespace ServicePackage.Core.Policies;

/// <summary>A clause of a draft and the condition that says whom it is for.</summary>
public sealed record ClauseConditionView
{
    public long PolicyId { get; init; }

    /// <summary>The title of the policy.</summary>
    public string Policy { get; init; } = "";

    /// <summary>The clause's key through all versions.</summary>
    public long ClauseId { get; init; }

    /// <summary>Its number as in the text; may be empty.</summary>
    public string Number { get; init; } = "";

    public string Title { get; init; } = "";

    public string Text { get; init; } = "";

    /// <summary>Whom it is for, in words.</summary>
    public string Scope { get; init; } = "";

    /// <summary>The condition; null while there is none.</summary>
    public Condition? Condition { get; init; }

    /// <summary>Whether a condition is kept that this program cannot read.</summary>
    public bool IsUnreadable { get; init; }

    /// <summary>The version of the draft that was read, to be given back with an act.</summary>
    public int Version { get; init; }

    /// <summary>The day it is read (Shanghai).</summary>
    public DateOnly Today { get; init; }

    /// <summary>Whether the reader may change it now.</summary>
    public bool MayChange { get; init; }

    /// <summary>Whether it is under review, so that nobody changes it.</summary>
    public bool IsSubmitted { get; init; }

    /// <summary>Who changed the draft last.</summary>
    public string ChangedBy { get; init; } = "";

    /// <summary>The other clauses of the draft that have a condition, in their order.</summary>
    public IReadOnlyList<ConditionedClause> Others { get; init; } = [];
}

/// <summary>Another clause of the same policy whose condition can be begun from.</summary>
/// <param name="ClauseId">Its key through all versions.</param>
/// <param name="Number">Its number as in the text; may be empty.</param>
/// <param name="Title">Its title.</param>
/// <param name="Condition">Its condition.</param>
public sealed record ConditionedClause(long ClauseId, string Number, string Title, Condition Condition);

/// <summary>The condition of a clause, as it was built.</summary>
public sealed class ClauseConditionInput
{
    /// <summary>The policy.</summary>
    public long PolicyId { get; set; }

    /// <summary>The version of the draft the person saw.</summary>
    public int Version { get; set; }

    /// <summary>The clause, by its key through all versions.</summary>
    public long ClauseId { get; set; }

    /// <summary>The condition; null for none.</summary>
    public Condition? Condition { get; set; }
}

/// <summary>How many enterprises have not given a figure, or not said that a list is complete.</summary>
/// <param name="Roster">The enterprises on the roster today.</param>
/// <param name="Lacking">How many of them have no answer for today, or for the last period that is over, by what is asked.</param>
public sealed record FactGaps(int Roster, IReadOnlyDictionary<Asked, int> Lacking);
