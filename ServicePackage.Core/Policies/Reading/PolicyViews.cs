using ServicePackage.Core.Attachments;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Policies;

/// <summary>An organisation, as policies name it.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">Its name.</param>
/// <param name="EnglishName">Its English name; empty where it has none.</param>
public sealed record PolicyUnit(long Id, string Name, string EnglishName)
{
    /// <summary>Its name in the reader's language.</summary>
    public string Shown => Wording.Either(Name, EnglishName);
}

/// <summary>An enterprise that a personalised clause names.</summary>
public sealed record NamedEnterprise(long Id, string Name);

/// <summary>What a version says of itself, without its clauses.</summary>
public sealed record PolicyFacts
{
    public string Title { get; init; } = "";

    public string DocumentNumber { get; init; } = "";

    public string Issuer { get; init; } = "";

    public PolicyLevel Level { get; init; }

    public PolicyKind Kind { get; init; }

    /// <summary>Where it applies: a division code.</summary>
    public string Place { get; init; } = "";

    /// <summary>The first day in force.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day in force.</summary>
    public DateOnly? Until { get; init; }

    public bool ValidityUnknown { get; init; }

    public string SourceAddress { get; init; } = "";

    /// <summary>What is still to be confirmed; empty where nothing is.</summary>
    public string ToConfirm { get; init; } = "";

    public bool IsDemo { get; init; }

    /// <summary>Whether a day (Shanghai) lies within its legal period.</summary>
    public bool IsInForceOn(DateOnly day) => PolicyScopes.IsInForce.Holds(new PolicyVersion { From = From, Until = Until }, day);

    /// <summary>Whether its legal period is over on a day (Shanghai).</summary>
    public bool HasExpiredOn(DateOnly day) => PolicyScopes.HasExpired.Holds(new PolicyVersion { From = From, Until = Until }, day);
}

/// <summary>A clause, as it is read.</summary>
public sealed record ClauseView
{
    /// <summary>Its key through all versions.</summary>
    public long ClauseId { get; init; }

    public int Order { get; init; }

    public string Number { get; init; } = "";

    public string Title { get; init; } = "";

    public string Text { get; init; } = "";

    /// <summary>Who carries it out; null where that is nobody of the town.</summary>
    public PolicyUnit? Unit { get; init; }

    public string Scope { get; init; } = "";

    public string Benefit { get; init; } = "";

    public string Materials { get; init; } = "";

    public string WhereToApply { get; init; } = "";

    public string PaymentPromise { get; init; } = "";

    public ClauseTopics Topics { get; init; }

    public bool Personalised { get; init; }

    public bool WithoutApplication { get; init; }

    public IReadOnlyList<WindowView> Windows { get; init; } = [];

    /// <summary>The enterprises it names, among those the reader sees.</summary>
    public IReadOnlyList<NamedEnterprise> Enterprises { get; init; } = [];

    /// <summary>How many enterprises it names, those that the reader does not see among them; 0 for who speaks for an enterprise.</summary>
    public int NamedInAll { get; init; }

    /// <summary>How it was put in plain words, the latest first.</summary>
    public IReadOnlyList<InterpretationView> Interpretations { get; init; } = [];

    /// <summary>Whether the reader may put it in plain words.</summary>
    public bool MayInterpret { get; init; }

    /// <summary>Whether the reader may confirm those it is granted to without application.</summary>
    public bool MayOffer { get; init; }

    /// <summary>What it asks as a condition that can be computed, in JSON; null while there is none.</summary>
    public string? Condition { get; init; }

    /// <summary>How its money is reckoned, in JSON; null while that is not said.</summary>
    public string? Terms { get; init; }

    /// <summary>Whether the reader may see the enterprises beside it.</summary>
    public bool MaySeeEnterprises { get; init; }
}

/// <summary>A clause in plain words.</summary>
/// <param name="Text">The words.</param>
/// <param name="WrittenAt">When (UTC).</param>
/// <param name="By">Who signs.</param>
/// <param name="Unit">For which unit.</param>
public sealed record InterpretationView(string Text, DateTime WrittenAt, string By, PolicyUnit Unit);

/// <summary>A version that was published.</summary>
/// <param name="Number">Its number.</param>
/// <param name="PublishedAt">When (UTC).</param>
/// <param name="ChangeNote">What changed against the one before.</param>
public sealed record PublishedVersion(int Number, DateTime PublishedAt, string ChangeNote);

/// <summary>That a policy was withdrawn.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Reason">Why.</param>
public sealed record PolicyWithdrawal(DateTime At, string Reason);

/// <summary>What a reader may do with a policy: for the page; each act checks again.</summary>
/// <param name="NewVersion">Draft a new version of it.</param>
/// <param name="Withdraw">Withdraw it.</param>
/// <param name="OpenDraft">Open the draft there is of it.</param>
public sealed record PolicyRights(bool NewVersion, bool Withdraw, bool OpenDraft);

/// <summary>A policy as one of its published versions has it.</summary>
public sealed record PolicyDetails
{
    public long Id { get; init; }

    /// <summary>The version of the whole policy that was read, to be given back with an act.</summary>
    public int Version { get; init; }

    /// <summary>The day it is read.</summary>
    public DateOnly Today { get; init; }

    /// <summary>The number of the version shown; 0 where nothing has been published and the reader reads the draft.</summary>
    public int Number { get; init; }

    /// <summary>Whether that is the last one published.</summary>
    public bool IsCurrent { get; init; }

    /// <summary>Whether the last one published holds a clause for the reader.</summary>
    public bool SeesCurrent { get; init; }

    /// <summary>When it was published (UTC).</summary>
    public DateTime PublishedAt { get; init; }

    public PolicyFacts Facts { get; init; } = new();

    /// <summary>The whole text; empty where there is none, and where it holds clauses that are not for the reader.</summary>
    public string Text { get; init; } = "";

    /// <summary>Who drafts it.</summary>
    public PolicyUnit Organisation { get; init; } = new(0, "", "");

    public PolicyWithdrawal? Withdrawn { get; init; }

    public IReadOnlyList<ClauseView> Clauses { get; init; } = [];

    /// <summary>All that were published and hold a clause for the reader, the last first.</summary>
    public IReadOnlyList<PublishedVersion> Versions { get; init; } = [];

    public IReadOnlyList<AttachmentItem> Attachments { get; init; } = [];

    public PolicyRights Rights { get; init; } = new(false, false, false);
}

/// <summary>Which policies are listed.</summary>
public enum PolicyStanding
{
    /// <summary>Those in force.</summary>
    InForce,

    /// <summary>Those published whose legal period is still to begin.</summary>
    NotBegun,

    /// <summary>Those whose legal period is over.</summary>
    Expired,

    /// <summary>Those withdrawn.</summary>
    Withdrawn,
}

/// <summary>What to list.</summary>
/// <param name="Text">What is sought in clauses and policies.</param>
/// <param name="Level">Of one level.</param>
/// <param name="Kind">Of one kind.</param>
/// <param name="UnitId">Of one executing unit.</param>
/// <param name="Window">With windows that stand like this today.</param>
/// <param name="Topic">That answer one need.</param>
/// <param name="Standing">In force, not begun, expired or withdrawn.</param>
/// <param name="Skip">Rows before the page.</param>
/// <param name="Take">Rows of the page.</param>
public sealed record PolicyFilter(
    string Text = "", PolicyLevel? Level = null, PolicyKind? Kind = null, long? UnitId = null, WindowState? Window = null, ClauseTopics? Topic = null,
    PolicyStanding Standing = PolicyStanding.InForce, int Skip = 0, int Take = 20);

/// <summary>A clause in the list.</summary>
public sealed record ClauseRow
{
    public long PolicyId { get; init; }

    /// <summary>Its key through all versions.</summary>
    public long ClauseId { get; init; }

    public string Number { get; init; } = "";

    public string Title { get; init; } = "";

    public string Benefit { get; init; } = "";

    public string Scope { get; init; } = "";

    public bool Personalised { get; init; }

    public bool WithoutApplication { get; init; }

    public PolicyUnit? Unit { get; init; }

    /// <summary>What its policy says of itself.</summary>
    public PolicyFacts Policy { get; init; } = new();

    public IReadOnlyList<WindowView> Windows { get; init; } = [];
}

/// <summary>A page of clauses, and the day as of which they are listed.</summary>
/// <param name="Clauses">The clauses.</param>
/// <param name="Policies">Of how many policies all of them are.</param>
/// <param name="Today">The day.</param>
public sealed record ClauseList(Page<ClauseRow> Clauses, int Policies, DateOnly Today);

/// <summary>What the list can be narrowed to, and what the reader may do there.</summary>
/// <param name="Units">The units that carry a clause out.</param>
/// <param name="MayDraft">Whether the reader may enter a policy.</param>
public sealed record PolicyChoices(IReadOnlyList<PolicyUnit> Units, bool MayDraft);
