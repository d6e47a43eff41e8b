namespace ServicePackage.Core.Policies;

/// <summary>What a policy says of itself, as typed: of a new one, or of its draft.</summary>
public sealed class PolicyInput
{
    /// <summary>The policy; 0 of a new one.</summary>
    public long Id { get; set; }

    /// <summary>The version of the draft the person saw.</summary>
    public int Version { get; set; }

    /// <summary>For which organisation a new one is drafted; the person's first where none is chosen.</summary>
    public long OrganisationId { get; set; }

    public string Title { get; set; } = "";

    public string DocumentNumber { get; set; } = "";

    public string Issuer { get; set; } = "";

    public PolicyLevel? Level { get; set; }

    public PolicyKind? Kind { get; set; }

    /// <summary>Where it applies: a division code.</summary>
    public string Place { get; set; } = "";

    /// <summary>The first day in force.</summary>
    public DateOnly? From { get; set; }

    /// <summary>The last day in force.</summary>
    public DateOnly? Until { get; set; }

    public bool ValidityUnknown { get; set; }

    public string SourceAddress { get; set; } = "";

    public string Text { get; set; } = "";

    public string ToConfirm { get; set; } = "";

    public bool IsDemo { get; set; }

    /// <summary>Files uploaded with it.</summary>
    public List<Guid> AttachmentIds { get; set; } = [];

    /// <summary>Whether it is meant as it is, although another policy has the same document number.</summary>
    public bool Again { get; set; }
}

/// <summary>A clause of a draft, as typed.</summary>
public sealed class ClauseInput
{
    /// <summary>The policy.</summary>
    public long PolicyId { get; set; }

    /// <summary>The version of the draft the person saw.</summary>
    public int Version { get; set; }

    /// <summary>The clause; null of a new one.</summary>
    public long? ClauseId { get; set; }

    public string Number { get; set; } = "";

    public string Title { get; set; } = "";

    public string Text { get; set; } = "";

    /// <summary>The unit or cooperating department that carries it out; 0 for none of the town.</summary>
    public long ExecutingUnitId { get; set; }

    public string Scope { get; set; } = "";

    public string Benefit { get; set; } = "";

    public string Materials { get; set; } = "";

    public string WhereToApply { get; set; } = "";

    public string PaymentPromise { get; set; } = "";

    /// <summary>How its money is reckoned.</summary>
    public BenefitInput Terms { get; set; } = new();

    public ClauseTopics Topics { get; set; }

    public bool Personalised { get; set; }

    public bool WithoutApplication { get; set; }

    public List<WindowInput> Windows { get; set; } = [];

    /// <summary>The enterprises that a personalised clause is for.</summary>
    public List<long> EnterpriseIds { get; set; } = [];
}

/// <summary>A window of a clause, as typed.</summary>
public sealed class WindowInput
{
    public WindowKind Kind { get; set; }

    /// <summary>The first day, of a dated one.</summary>
    public DateOnly? From { get; set; }

    /// <summary>The last day, of a dated one.</summary>
    public DateOnly? Until { get; set; }
}

/// <summary>Which draft an act is about, as the person saw it.</summary>
/// <param name="PolicyId">The policy.</param>
/// <param name="Version">The version of the draft the person saw.</param>
public sealed record DraftAct(long PolicyId, int Version);
