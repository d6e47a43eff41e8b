namespace ServicePackage.Core.Catalogue;

/// <summary>What of the drafts is listed.</summary>
public sealed record ServiceDraftFilter(bool OnlyAwaiting = false, int Skip = 0, int Take = 20);

/// <summary>A draft in the list.</summary>
/// <param name="ServiceId">The service.</param>
/// <param name="Number">Which version it is to become.</param>
/// <param name="Title">What it is called.</param>
/// <param name="State">Where it stands.</param>
/// <param name="IsSentBack">Whether it was sent back.</param>
/// <param name="Provider">Who provides it.</param>
/// <param name="By">Who changed it last.</param>
/// <param name="At">When it was handed in, or changed last (UTC).</param>
/// <param name="Awaits">Whether it waits for the reader.</param>
public sealed record ServiceDraftRow(long ServiceId, int Number, string Title, ServiceState State, bool IsSentBack, ServiceProvider Provider, string By, DateTime At, bool Awaits);

/// <summary>A page of drafts.</summary>
/// <param name="Drafts">The page.</param>
/// <param name="Awaiting">How many wait for the reader in all.</param>
public sealed record ServiceDraftList(Operations.Page<ServiceDraftRow> Drafts, int Awaiting);

/// <summary>What is chosen from where a service is entered.</summary>
/// <param name="Providers">The providers for which the reader enters services.</param>
/// <param name="MayEnterProvider">Whether the reader may enter a provider that is not among them.</param>
public sealed record ServiceDraftChoices(IReadOnlyList<ServiceProvider> Providers, bool MayEnterProvider);

/// <summary>What the reader may do with a draft.</summary>
/// <param name="Change">Change it, hand it in, throw it away.</param>
/// <param name="TakeBack">Take it back from the review.</param>
/// <param name="Review">Publish it or send it back.</param>
/// <param name="IsOwn">Whether somebody else of the Centre has to review it.</param>
public sealed record ServiceDraftRights(bool Change, bool TakeBack, bool Review, bool IsOwn);

/// <summary>A draft, as it is read.</summary>
public sealed record ServiceDraftView
{
    public long ServiceId { get; init; }

    /// <summary>Which version it is to become.</summary>
    public int Number { get; init; }

    public ServiceState State { get; init; }

    /// <summary>The version of the copy, for an act.</summary>
    public int Version { get; init; }

    public ServiceFacts Facts { get; init; } = new();

    /// <summary>What is published at present; null of a first version.</summary>
    public ServiceFacts? Before { get; init; }

    public string ChangedBy { get; init; } = "";

    /// <summary>When it was changed last (UTC).</summary>
    public DateTime ChangedAt { get; init; }

    /// <summary>When it was sent back (UTC); null where it was not.</summary>
    public DateTime? SentBackAt { get; init; }

    public string SentBackBy { get; init; } = "";

    public string SentBackReason { get; init; } = "";

    public ServiceDraftRights Rights { get; init; } = new(false, false, false, false);
}
