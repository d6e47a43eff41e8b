using ServicePackage.Core.Attachments;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Policies;

/// <summary>What a reader may do with a draft: for the page; each act checks again.</summary>
/// <param name="Change">Change, split and hand it in, or discard it.</param>
/// <param name="TakeBack">Take it back from the review.</param>
/// <param name="Review">Publish it or send it back.</param>
/// <param name="IsOwn">Whether it is under review and the reader, of the Centre, entered or changed it, so that somebody else reviews it.</param>
public sealed record DraftRights(bool Change, bool TakeBack, bool Review, bool IsOwn);

/// <summary>Why and by whom a draft was sent back.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="By">Who.</param>
/// <param name="Reason">Why.</param>
public sealed record SentBack(DateTime At, string By, string Reason);

/// <summary>A draft, as it is worked on and reviewed.</summary>
public sealed record DraftView
{
    public long PolicyId { get; init; }

    /// <summary>Its number within the policy; 1 where nothing has been published yet.</summary>
    public int Number { get; init; }

    public PolicyState State { get; init; }

    /// <summary>The version of the draft that was read, to be given back with an act.</summary>
    public int Version { get; init; }

    /// <summary>The day it is read.</summary>
    public DateOnly Today { get; init; }

    public PolicyFacts Facts { get; init; } = new();

    /// <summary>The whole text, as it was pasted.</summary>
    public string Text { get; init; } = "";

    /// <summary>Who drafts it.</summary>
    public PolicyUnit Organisation { get; init; } = new(0, "", "");

    /// <summary>Who changed it last.</summary>
    public string ChangedBy { get; init; } = "";

    /// <summary>When it was changed last (UTC).</summary>
    public DateTime ChangedAt { get; init; }

    /// <summary>Who handed it in; empty while nobody has.</summary>
    public string SubmittedBy { get; init; } = "";

    /// <summary>When it was handed in (UTC).</summary>
    public DateTime? SubmittedAt { get; init; }

    /// <summary>That it was sent back; null once it is handed in again.</summary>
    public SentBack? SentBack { get; init; }

    public IReadOnlyList<ClauseView> Clauses { get; init; } = [];

    /// <summary>What it changes against the version that is published; null for a first one.</summary>
    public PolicyComparison? Against { get; init; }

    public IReadOnlyList<AttachmentItem> Attachments { get; init; } = [];

    public DraftRights Rights { get; init; } = new(false, false, false, false);
}

/// <summary>Which drafts are listed.</summary>
/// <param name="OnlyAwaiting">Only those that wait for the caller: for review at the Centre, sent back to those who drafted them.</param>
/// <param name="Skip">Rows before the page.</param>
/// <param name="Take">Rows of the page.</param>
public sealed record DraftFilter(bool OnlyAwaiting = false, int Skip = 0, int Take = 20);

/// <summary>A draft in the list.</summary>
/// <param name="PolicyId">The policy.</param>
/// <param name="Number">Its number within the policy.</param>
/// <param name="Title">Its title.</param>
/// <param name="State">Where it stands.</param>
/// <param name="IsSentBack">Whether it was sent back and not handed in again.</param>
/// <param name="Organisation">Who drafts it.</param>
/// <param name="By">Who changed it last.</param>
/// <param name="At">When it was handed in, or changed last (UTC).</param>
/// <param name="Clauses">How many clauses it has.</param>
/// <param name="Awaits">Whether it waits for the reader.</param>
public sealed record DraftRow(long PolicyId, int Number, string Title, PolicyState State, bool IsSentBack, PolicyUnit Organisation, string By, DateTime At, int Clauses, bool Awaits);

/// <summary>The drafts, and how many of them wait for the reader.</summary>
/// <param name="Drafts">The drafts.</param>
/// <param name="Awaiting">How many wait for the reader.</param>
/// <param name="MayDraft">Whether the reader may enter a policy.</param>
public sealed record DraftList(Page<DraftRow> Drafts, int Awaiting, bool MayDraft);

/// <summary>What is chosen from in a draft.</summary>
/// <param name="Organisations">For which organisations the caller drafts.</param>
/// <param name="Units">The units and cooperating departments that can carry a clause out.</param>
/// <param name="Enterprises">The enterprises that the caller can name in a personalised clause.</param>
public sealed record DraftChoices(IReadOnlyList<PolicyUnit> Organisations, IReadOnlyList<PolicyUnit> Units, IReadOnlyList<NamedEnterprise> Enterprises);
