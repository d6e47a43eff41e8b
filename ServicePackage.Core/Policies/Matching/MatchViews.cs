using ServicePackage.Core.Conditions;
using ServicePackage.Core.Enterprises;

namespace ServicePackage.Core.Policies;

/// <summary>A clause as it is listed with an enterprise: what it is, and how the enterprise stands to it.</summary>
public sealed record ClauseMatch
{
    public long PolicyId { get; init; }

    /// <summary>Its key through all versions.</summary>
    public long ClauseId { get; init; }

    public string Number { get; init; } = "";

    public string Title { get; init; } = "";

    public string Benefit { get; init; } = "";

    public bool Personalised { get; init; }

    public bool WithoutApplication { get; init; }

    /// <summary>Whether it can be applied for by somebody who does not fail it.</summary>
    public bool MayBeAppliedFor => Eligibility != Eligibility.NotMet && ApplicationSteps.IsAppliedFor(WithoutApplication, Unit is not null);

    public ClauseTopics Topics { get; init; }

    /// <summary>Who carries it out; null where that is nobody of the town.</summary>
    public PolicyUnit? Unit { get; init; }

    /// <summary>What its policy says of itself.</summary>
    public PolicyFacts Policy { get; init; } = new();

    public IReadOnlyList<WindowView> Windows { get; init; } = [];

    /// <summary>What it asks, its place among it; null where nothing is asked but to be named.</summary>
    public Condition? Asks { get; init; }

    /// <summary>How the enterprise stands to it, and why.</summary>
    public Eligibility Eligibility { get; init; }

    /// <summary>How its money is reckoned; null while that is not said.</summary>
    public BenefitTerms? Terms { get; init; }

    /// <summary>What the enterprise would get of it in a year (yuan); null where that is not said, or its figure is not known.</summary>
    public Interval? Estimate { get; init; }

    /// <summary>What decided it.</summary>
    public IReadOnlyList<Finding> Deciding { get; init; } = [];

    /// <summary>What is near; null where it is not that.</summary>
    public NearMiss? Near { get; init; }

    /// <summary>What alone would decide it, if it were favourable.</summary>
    public IReadOnlyList<Asked> Alone { get; init; } = [];

    /// <summary>What would help with others.</summary>
    public IReadOnlyList<Asked> WithOthers { get; init; } = [];

    /// <summary>Whether it is for another place than where the enterprise is registered.</summary>
    public bool IsElsewhere { get; init; }

    /// <summary>What the enterprise said to it; null where it has said nothing.</summary>
    public ClauseAnswerView? Answer { get; init; }

    /// <summary>Whether it is new: found since the enterprise's last digest, or told of in it, and not opened so far; never what can be applied for no longer.</summary>
    public bool IsNew { get; init; }

    /// <summary>Whether the enterprise meets it and nobody there has opened why yet.</summary>
    public bool IsUnread { get; init; }

    /// <summary>By whom it was pushed; null where it was not, or the enterprise has answered.</summary>
    public PushView? Push { get; init; }
}

/// <summary>What an enterprise said to a clause.</summary>
/// <param name="Id">Key of the answer, to be given back with the next.</param>
/// <param name="Wish">What it wants.</param>
/// <param name="Reason">Why it is not for it.</param>
/// <param name="SaidAt">When (UTC).</param>
/// <param name="By">Who said it.</param>
public sealed record ClauseAnswerView(long Id, ClauseWish Wish, string Reason, DateTime SaidAt, string By)
{
    /// <summary>On which day (Shanghai) the enterprise was called about it; null while it waits for that, or does not.</summary>
    public DateOnly? CalledOn { get; init; }
}

/// <summary>That a clause was pushed to an enterprise and waits for its answer.</summary>
/// <param name="Unit">Who pushed it.</param>
/// <param name="Word">Why.</param>
/// <param name="At">When (UTC).</param>
public sealed record PushView(PolicyUnit Unit, string Word, DateTime At);

/// <summary>A figure or list that would decide clauses, were it known.</summary>
/// <param name="Asked">What.</param>
/// <param name="Alone">How many clauses it decides alone.</param>
/// <param name="WithOthers">How many it decides with others that are not known either.</param>
public sealed record Unlocker(Asked Asked, int Alone, int WithOthers);

/// <summary>A title whose criteria the enterprise meets or nearly meets, and what it would open.</summary>
/// <param name="Criterion">The criteria.</param>
/// <param name="Version">The version that holds on the day, with its source and what is to be confirmed of it.</param>
/// <param name="Eligibility">How the enterprise stands to them.</param>
/// <param name="Deciding">What decided it.</param>
/// <param name="Opens">The clauses that it would meet with the title, and does not without.</param>
public sealed record TitleInReach(Criterion Criterion, CriterionVersion Version, Eligibility Eligibility, IReadOnlyList<Finding> Deciding, IReadOnlyList<OpenedClause> Opens);

/// <summary>A clause that a title would open.</summary>
public sealed record OpenedClause(long PolicyId, long ClauseId, string Title);

/// <summary>The clauses of the library beside one enterprise (plan §五(二)).</summary>
public sealed record MatchSheet
{
    public long EnterpriseId { get; init; }

    public string Name { get; init; } = "";

    /// <summary>The day it is read (Shanghai).</summary>
    public DateOnly Today { get; init; }

    /// <summary>The day it is read as of.</summary>
    public DateOnly On { get; init; }

    /// <summary>Whether the reader speaks for the enterprise.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Whether the reader may say what the enterprise wants: itself, and whoever serves it.</summary>
    public bool MayAnswer { get; init; }

    /// <summary>The clauses: what closes first, first; of near ones what lacks least.</summary>
    public IReadOnlyList<ClauseMatch> Clauses { get; init; } = [];

    /// <summary>What is not known and would decide most.</summary>
    public IReadOnlyList<Unlocker> Unlockers { get; init; } = [];

    /// <summary>Titles within reach.</summary>
    public IReadOnlyList<TitleInReach> Titles { get; init; } = [];

    /// <summary>How many published clauses have no condition yet, so that nobody can say.</summary>
    public int WithoutCondition { get; init; }
}

/// <summary>How many enterprises stand how to a clause.</summary>
public sealed record MatchCounts(int Met, int ToVerify, int Near, int Undecided, int NotMet)
{
    /// <summary>All that were weighed.</summary>
    public int All => Met + ToVerify + Near + Undecided + NotMet;

    /// <summary>How many stand so.</summary>
    public int Of(Eligibility eligibility) => eligibility switch
    {
        Eligibility.Met => Met,
        Eligibility.ToVerify => ToVerify,
        Eligibility.Near => Near,
        Eligibility.Undecided => Undecided,
        Eligibility.NotMet => NotMet,
        _ => throw new ArgumentOutOfRangeException(nameof(eligibility), eligibility, null),
    };
}

/// <summary>An enterprise beside a clause.</summary>
public sealed record EnterpriseMatch
{
    public long EnterpriseId { get; init; }

    public string Name { get; init; } = "";

    public Eligibility Eligibility { get; init; }

    /// <summary>What decided it.</summary>
    public IReadOnlyList<Finding> Deciding { get; init; } = [];

    /// <summary>Whether the reader sees its commercial figures; where not, the outcome stands in their place.</summary>
    public bool WithFigures { get; init; }

    /// <summary>Whether the reader may open its file.</summary>
    public bool IsVisible { get; init; }

    /// <summary>When it was pushed to it (UTC) and not answered since; null where it was not.</summary>
    public DateTime? PushedAt { get; init; }

    /// <summary>Whether all its people have turned the weekly notice off: what is pushed they find on their page alone.</summary>
    public bool IsWeeklyOff { get; init; }

    /// <summary>What is left to a person's judgement.</summary>
    public IReadOnlyList<Judged> Questions { get; init; } = [];

    /// <summary>What was judged, with who and when.</summary>
    public IReadOnlyList<JudgementView> Judged { get; init; } = [];

    /// <summary>What the enterprise said to it; null where it has said nothing.</summary>
    public ClauseAnswerView? Answer { get; init; }
}

/// <summary>A judgement, as it is read.</summary>
/// <param name="Id">Key, to be given back with the next.</param>
/// <param name="Key">Of which question.</param>
/// <param name="Holds">Whether it holds.</param>
/// <param name="Note">What it rests on.</param>
/// <param name="At">When (UTC).</param>
/// <param name="By">Who judged.</param>
public sealed record JudgementView(long Id, string Key, bool Holds, string Note, DateTime At, string By);

/// <summary>Which enterprises beside a clause.</summary>
/// <param name="Eligibility">Those that stand so; null for the first way in which any stand.</param>
/// <param name="Skip">Rows before the page.</param>
/// <param name="Take">Rows of the page.</param>
/// <param name="Text">What their names are looked for by, as in every list.</param>
public sealed record EnterpriseMatchFilter(Eligibility? Eligibility = null, int Skip = 0, int Take = 20, string Text = "");

/// <summary>The enterprises on the roster beside one clause, from the clause's side.</summary>
public sealed record ClauseSheet
{
    public long PolicyId { get; init; }

    public long ClauseId { get; init; }

    public string Number { get; init; } = "";

    public string Title { get; init; } = "";

    public string PolicyTitle { get; init; } = "";

    /// <summary>The day it is read (Shanghai).</summary>
    public DateOnly Today { get; init; }

    /// <summary>What it asks, its place among it; null where there is no condition yet.</summary>
    public Condition? Asks { get; init; }

    /// <summary>Whether it asks for nothing but to be named: those it names meet it.</summary>
    public bool ForTheNamed { get; init; }

    /// <summary>How many stand how.</summary>
    public MatchCounts Counts { get; init; } = new(0, 0, 0, 0, 0);

    /// <summary>How those of the page stand.</summary>
    public Eligibility Group { get; init; }

    /// <summary>Those of the page, by name.</summary>
    public IReadOnlyList<EnterpriseMatch> Enterprises { get; init; } = [];

    /// <summary>Whether it is granted without an application.</summary>
    public bool WithoutApplication { get; init; }

    /// <summary>Whether a unit of the town carries it out.</summary>
    public bool HasUnit { get; init; }

    /// <summary>Whether the reader may judge what no figure says, and push the clause.</summary>
    public bool MayJudge { get; init; }

    /// <summary>Whether the reader may take down that those of the page applied for it.</summary>
    public bool MayApply => MayJudge && Group != Eligibility.NotMet && ApplicationSteps.IsAppliedFor(WithoutApplication, HasUnit);
}
